"""Reports that are denied: by a verb of denial, by being called untrue, or by a plain "the claim that … is false"."""

from typing import NamedTuple

from kg.extract.lexicon import speech as lexicon
from kg.extract.predicates import is_passive
from kg.extract.tree import Token


class Denial(NamedTuple):
    """That a report is denied.

    Attributes:
        verb: whose subject denies it; None where whoever speaks says that it is untrue.
        untrue: whether the report is called untrue by its own adjective or predicate.
    """

    verb: Token | None
    untrue: bool = False


def denial_of(noun: Token) -> Denial | None:
    """The denial of what a report noun tells, or None."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    lemma = verb.lemma_.lower()
    if lemma in lexicon.DENYING and (noun.dep_ in ("dobj", "pobj", "nsubjpass") or is_passive(verb)):
        return Denial(verb, untrue=_has_untrue_beside(noun))
    if noun.dep_ in ("dobj", "nsubjpass", "pobj", "oprd") and lemma in lexicon.CALLING:
        return Denial(verb, untrue=_has_untrue_beside(noun)) if _calls_untrue(verb, noun) else None
    if noun.dep_ == "nsubj":
        return _of_subject(noun, verb)
    return None


def _has_untrue_beside(noun: Token) -> bool:
    return any(c.dep_ in ("amod", "compound") and c.lower_ in lexicon.UNTRUE for c in noun.children)


def _of_subject(noun: Token, predicate: Token) -> Denial | None:
    """ "Called the report that … a lie", which the parser takes for a clause; "the report that … was false"."""
    if predicate.lemma_.lower() == "be":
        if any(c.dep_ == "neg" for c in predicate.children):
            return None
        return (
            Denial(None, untrue=True)
            if any(_is_untrue(c) for c in predicate.children if c.i > noun.i)
            else None
        )
    caller = predicate.head
    if _is_untrue(predicate) and caller.lemma_.lower() in lexicon.CALLING and caller.i < noun.i:
        return Denial(caller, untrue=True)
    return None


def _calls_untrue(verb: Token, noun: Token) -> bool:
    """Whether a verb of calling says of the report that it is untrue: "as false", "a lie", "untrue" right after it.

    Which word the parser ties that to does not matter: it is taken for a part of what is reported.
    """
    before = (noun.i - 1, noun.left_edge.i - 1)
    for word in verb.subtree:
        if word.i <= verb.i or not {word.lower_, word.lemma_.lower()} & lexicon.UNTRUE:
            continue
        phrase = word.left_edge if word.left_edge.i > verb.i else word
        opening = word.doc[phrase.i - 1].lower_, phrase.lower_
        if "as" in opening or (phrase.lower_ in ("a", "an") and word.dep_ != "pobj") or word.i in before:
            return True
        if word.dep_ in ("oprd", "acomp") and word.head == verb:
            return True
    return False


def _is_untrue(word: Token) -> bool:
    around = [word, *(c for c in word.children if c.dep_ in ("amod", "acomp", "attr", "conj", "compound"))]
    return any({t.lower_, t.lemma_.lower()} & lexicon.UNTRUE for t in around)
