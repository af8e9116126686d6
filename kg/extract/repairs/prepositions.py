"""Prepositions that are said again after "and" or "or", and that the parser hangs on what stands between."""

from collections.abc import Iterator
from typing import Final

from kg.extract.predicates.phrases import is_time
from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_ACCUSING = frozenset("accuse blame charge criticize criticise condemn denounce fault".split())
_PREPOSITIONAL: Final = ("prep", "agent", "dative", "conj")
_JOINING: Final = frozenset(("and", "or", "nor"))
_BESIDE: Final = frozenset(
    ("also", "then", "later", "now", "even", "especially", "particularly", "above", "all")
)

_DESCRIBING = frozenset(
    """describe dismiss denounce condemn criticize criticise brand portray depict deride hail praise slam blast
    ridicule mock characterize characterise decry label lambaste reject""".split()
)


def coordinate_repeated_prepositions(doc: Doc) -> Iterator[Arc]:
    """ "Sanctions on Lee, a banker, and on Ek": the parser hangs the second "on" on the verb."""
    for again in doc:
        if again.pos_ != "ADP" or again.dep_ not in _PREPOSITIONAL or not _has_noun(again):
            continue
        joint = _joint_before(again)
        first = None if joint is None else _said_before(joint, again.lower_)
        if first is not None and again.head != first and again not in first.subtree:
            yield Arc(again, first, "conj")


def _joint_before(preposition: Token) -> Token | None:
    """The "and" before a preposition, with nothing but an adverb or a time between them."""
    for i in range(preposition.i - 1, preposition.sent.start, -1):
        token = preposition.doc[i]
        if token.lower_ in _JOINING and token.pos_ == "CCONJ":
            return token
        if token.lower_ not in _BESIDE and not _is_time(token):
            return None
    return None


def _said_before(joint: Token, word: str) -> Token | None:
    """The same preposition, where what it introduces ends right before the joint; after a comma, the furthest one."""
    last = joint.i - 1
    while last > joint.sent.start and joint.doc[last].is_punct:
        last -= 1
    found = [
        token
        for token in joint.doc[joint.sent.start : last]
        if token.lower_ == word
        and token.dep_ in _PREPOSITIONAL
        and _has_noun(token)
        and last <= token.right_edge.i < joint.i
    ]
    if not found:
        return None
    return found[0] if last + 1 < joint.i else found[-1]


def _has_noun(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" for c in preposition.children)


def _is_time(token: Token) -> bool:
    """Whether it belongs to a time ("and on Monday against Ek")."""
    if token.pos_ == "ADP":
        return any(c.dep_ == "pobj" and is_time(c) for c in token.children)
    return token.ent_type_ in ("DATE", "TIME")


def tie_agents_behind_as(doc: Doc) -> Iterator[Arc]:
    """ "Recognized as independent by Chad": the parser hangs who does it on the adjective."""
    for by in doc:
        adjective = by.head
        if (
            by.lower_ != "by"
            or adjective.pos_ != "ADJ"
            or adjective.dep_ != "pobj"
            or adjective.head.lower_ != "as"
        ):
            continue
        verb = adjective.head.head
        if verb.tag_ == "VBN" and not any(c.dep_ == "agent" for c in verb.children):
            yield Arc(by, verb, "agent")


def tie_means_to_deeds(doc: Doc) -> Iterator[Arc]:
    """ "Accused Lee of helping Ek by selling arms": the parser gives the means to who accuses."""
    for by in doc:
        verb = by.head
        if by.lower_ != "by" or by.dep_ != "prep" or verb.lemma_ not in _ACCUSING or by.i < verb.i:
            continue
        deeds = [
            c for of in verb.children if of.lower_ in ("of", "for") for c in of.children if c.dep_ == "pcomp"
        ]
        if deeds and deeds[0].i < by.i and any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in by.children):
            yield Arc(by, deeds[0], "prep")


def tie_adjectives_to_as(doc: Doc) -> Iterator[Arc]:
    """ "Described him as dangerous": the parser takes the adjective for a clause, or for a modifier of "as"."""
    for adjective in doc:
        if adjective.pos_ != "ADJ":
            continue
        if adjective.dep_ == "amod" and adjective.head.lower_ == "as" and adjective.i > adjective.head.i:
            yield Arc(adjective, adjective.head, "pobj")
        verb = adjective.head
        if adjective.dep_ != "advcl" or verb.lemma_ not in _DESCRIBING or verb.i > adjective.i:
            continue
        mark = next(
            (c for c in adjective.children if c.dep_ in ("mark", "advmod") and c.lower_ == "as"), None
        )
        if mark is not None and not any(c.dep_ in ("nsubj", "cop", "aux") for c in adjective.children):
            yield Arc(mark, verb, "prep")
            yield Arc(adjective, mark, "pobj")
