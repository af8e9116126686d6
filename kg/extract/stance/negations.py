"""Which words negate the verb or noun that they stand on, and which only seem to ("not only", "not until March")."""

from kg.extract.clauses import SUBJECT_DEPS, markers
from kg.extract.lexicon import stance as lexicon
from kg.extract.tree import Token

_FOCUS = frozenset("only just merely simply".split())
_STRENGTHENING = frozenset("once ever again before yet even".split())
_CIRCUMSTANCES = frozenset("time point stage circumstance condition way means account".split())
_PAST = frozenset("did was were had".split())
_TILL = frozenset(("until", "till"))
_AUXILIARY = frozenset(("be", "have", "do"))


def is_negated(token: Token) -> bool:
    """Whether a negation stands directly on a token, and negates it rather than a part of its clause."""
    found = any(_negates_head(child) for child in token.children) or _opens_negated(token)
    return found and not _waited(token)


def is_none(noun: Token) -> bool:
    """Whether a noun phrase is "nobody", "no court" or "neither of them"."""
    if noun.lower_ in lexicon.NEGATIONS:
        return True
    return any(
        (c.lower_ == "no" and c.dep_ == "det")
        or (c.lower_ == "neither" and c.dep_ in ("preconj", "det", "cc"))
        for c in noun.children
    )


def _negates_head(child: Token) -> bool:
    if child.dep_ == "neg" or _is_negation(child):
        return not (_is_focus(child) or _is_alternative(child) or _follows_verb(child))
    if child.dep_ == "aux":
        # "did not, as rumored, sue": the parser ties the negation to the auxiliary
        return any(c.dep_ == "neg" for c in child.children)
    if child.dep_ == "advmod" and child.lower_ in _STRENGTHENING:
        return any((c.dep_ == "neg" or _is_negation(c)) and not _is_focus(c) for c in child.children)
    if child.dep_ == "prep":
        nouns = [c for c in child.children if c.dep_ == "pobj" and c.lemma_.lower() in _CIRCUMSTANCES]
        return any(is_none(noun) for noun in nouns)
    return False


def _is_negation(word: Token) -> bool:
    if word.dep_ in ("preconj", "det", "cc") and word.lower_ == "neither":
        return True
    return (
        word.dep_ in ("det", "advmod", "preconj")
        and word.lower_ in lexicon.NEGATIONS
        and word.i < word.head.i
    ) or (word.lower_ == "longer" and any(c.lower_ == "no" for c in word.children))


def _is_focus(negation: Token) -> bool:
    """ "Not only", "not just": no negation at all."""
    return negation.i + 1 < len(negation.doc) and negation.nbor(1).lower_ in _FOCUS


def _is_alternative(negation: Token) -> bool:
    """ "Whether or not"."""
    return negation.i > 0 and negation.nbor(-1).lower_ == "or"


def _follows_verb(negation: Token) -> bool:
    """ "Arrested him not because …": after a full verb, it negates what comes next."""
    verb = negation.head
    return negation.i > verb.i and verb.pos_ == "VERB" and verb.lemma_ not in _AUXILIARY


def _opens_negated(verb: Token) -> bool:
    """ "Not since the war has Laos …": an opening that turns round subject and auxiliary."""
    opening = verb.left_edge
    if opening.lower_ not in ("not", "never", "nowhere") or opening.dep_ == "ROOT" or _is_focus(opening):
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECT_DEPS), None)
    inverted = subject is not None and any(
        c.dep_ in ("aux", "auxpass") and opening.i < c.i < subject.i for c in verb.children
    )
    return inverted and opening.nbor(1).lower_ not in _TILL


def _waited(verb: Token) -> bool:
    """ "Did not free him until March": in March they did."""
    if verb.lower_ not in _PAST and not any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in _PAST for c in verb.children
    ):
        return False
    return any(
        (c.dep_ == "prep" and c.lower_ in _TILL) or (c.dep_ == "advcl" and markers(c) & _TILL)
        for c in verb.children
        if c.i > verb.i
    )
