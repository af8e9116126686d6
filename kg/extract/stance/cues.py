"""What stands directly on a word and negates or suspends it: negations, modal verbs, conditions."""

from enum import Enum, auto
from typing import NamedTuple

from spacy.tokens import Token

from kg.extract.clauses import SUBJECT_DEPS, VERBAL, is_infinitive, is_reported
from kg.extract.lexicon import stance as lexicon


class Cues(NamedTuple):
    """What one step of the walk says; `last` where nothing further up has a say."""

    negated: bool = False
    possible: bool = False
    last: bool = False


NOTHING = Cues()
LAST = Cues(last=True)


class Shared(Enum):
    """What of a governor's own cues its dependent shares."""

    ALL = auto()
    MODALITY = auto()
    NOTHING = auto()


_GOING = frozenset("go come travel fly attend stay return appear".split())
"""Who does not do this "to meet" somebody does not meet them."""


def own_cues(token: Token, below: Token | None) -> Cues:
    """Negation words, modal verbs and conditions that stand directly on a token."""
    shared = Shared.ALL if below is None else _shared(token, below)
    if shared is Shared.NOTHING:
        return NOTHING
    negated = possible = False
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "neg" or _negates(child):
            negated = negated or not _only(child)
        elif (child.dep_ == "aux" and lower in lexicon.MODALS) or _is_condition(child, token):
            possible = True
        elif child.dep_ in ("nsubj", "nsubjpass") or (
            child.dep_ in ("dobj", "attr", "dative") and below is None
        ):
            negated = negated or (child != below and is_none(child))
    if token.dep_ == "conj" and _follows_nor(token):
        negated = True
    if below is None or below.dep_ in ("conj", "prep"):
        possible = possible or _is_headline_plan(token)
    return Cues(negated and shared is Shared.ALL, possible)


def _shared(token: Token, below: Token) -> Shared:
    if token.pos_ not in VERBAL:
        return Shared.ALL
    if below.dep_ == "conj":
        return _shared_by_conjunct(token, below)
    if below.dep_ == "advcl":
        going = token.lemma_.lower() in _GOING and is_infinitive(below)
        return Shared.ALL if going else Shared.MODALITY
    if below.dep_ == "ccomp" and is_reported(below, token):
        return Shared.NOTHING
    if below.dep_ == "prep" and below.lower_ in ("by", "in", "with", "while"):
        return Shared.MODALITY
    return Shared.ALL


def _shared_by_conjunct(token: Token, below: Token) -> Shared:
    """A coordinated verb with a clause of its own shares nothing; after "but", it shares no negation."""
    if any(c.dep_ in SUBJECT_DEPS or c.dep_ in ("aux", "auxpass") for c in below.children):
        return Shared.NOTHING
    if below.tag_ != token.tag_ and not {below.tag_, token.tag_} <= {"VBN", "VBD"}:
        return Shared.NOTHING
    contrast = any(c.dep_ == "cc" and c.lower_ in ("but", "yet") and c.i < below.i for c in token.children)
    return Shared.MODALITY if contrast else Shared.ALL


def _negates(word: Token) -> bool:
    if word.dep_ in ("preconj", "det", "cc") and word.lower_ == "neither":
        return True
    return (
        word.dep_ in ("det", "advmod", "preconj")
        and word.lower_ in lexicon.NEGATIONS
        and word.i < word.head.i
    ) or (word.lower_ == "longer" and any(c.lower_ == "no" for c in word.children))


def _only(negation: Token) -> bool:
    """ "Not only", "not just": no negation at all."""
    return negation.i + 1 < len(negation.doc) and negation.nbor(1).lower_ in (
        "only",
        "just",
        "merely",
        "simply",
    )


def _is_condition(child: Token, clause: Token) -> bool:
    if child.dep_ not in ("mark", "advmod"):
        return False
    if child.lower_ in lexicon.CONDITIONS:
        return True
    return child.dep_ == "mark" and child.lower_ in lexicon.PENDING and clause.tag_ in ("VBZ", "VBP")


def is_none(noun: Token) -> bool:
    if noun.lower_ in lexicon.NEGATIONS:
        return True
    return any(
        (c.lower_ == "no" and c.dep_ == "det")
        or (c.lower_ == "neither" and c.dep_ in ("preconj", "det", "cc"))
        for c in noun.children
    )


def _follows_nor(token: Token) -> bool:
    """ "… nor did it free him"."""
    return any(c.lower_ == "nor" and c.dep_ == "cc" and c.i < token.i for c in token.head.children)


def _is_headline_plan(token: Token) -> bool:
    """ "Bank to buy rival": an infinitive without a finite verb above it is what is planned."""
    if not is_infinitive(token) or not any(c.dep_ in SUBJECT_DEPS for c in token.children):
        return False
    return token.dep_ == "ROOT"
