"""Claims that the sentence itself calls untrue: "the false report that …", "no truth to reports that …"."""

from collections.abc import Iterator

from kg.extract.clauses import has_that
from kg.extract.lexicon import belief
from kg.extract.lexicon.speech import REPORT_NOUNS
from kg.extract.stance.negations import is_none
from kg.extract.tree import Token

_TRUE = frozenset(("true", "accurate", "correct"))


def is_called_untrue(noun: Token) -> bool:
    """Whether a noun for a claim is itself an untruth, or is called untrue before or after it."""
    if noun.lemma_.lower() in belief.UNTRUTHS:
        return True
    if any(c.dep_ in ("amod", "compound") and c.lower_ in belief.FALSE for c in noun.children):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "in", "for"):
        ground = noun.head.head
        return ground.lemma_.lower() in belief.GROUNDS and is_none(ground)
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    denied = any(c.dep_ == "neg" for c in noun.head.children)
    if any(word.lower_ in belief.FALSE or word.lemma_.lower() in belief.UNTRUTHS for word in _said_of(noun)):
        return not denied
    return denied and any(word.lower_ in _TRUE for word in _said_of(noun))


def _said_of(noun: Token) -> Iterator[Token]:
    """The predicates of a noun ("was …", "proved …", "turned out to be …")."""
    verb = noun.head
    copulas = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
    for copula in copulas:
        yield copula
        yield from (c for c in copula.children if c.dep_ in ("acomp", "attr", "oprd"))


def is_content(clause: Token, noun: Token) -> bool:
    """Whether what looks like a relative clause is what a noun of saying reports ("the rumor that Chad had sued Mali")."""
    if clause.dep_ != "relcl" or noun.lemma_.lower() not in REPORT_NOUNS or not has_that(clause):
        return False
    that = next(c for c in clause.children if c.dep_ == "mark" or c.lower_ == "that")
    others = any(c.dep_ in ("nsubj", "nsubjpass") and c != that for c in clause.children)
    return others and that.dep_ in ("mark", "nsubj", "nsubjpass")
