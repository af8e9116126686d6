"""Bodies that somebody joins or leaves: an employer rather than a party, where the body is a firm, a paper or the like."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.extract.annotations import Candidate
from kg.extract.coreference.body_words import BUSINESS, PLAIN_FIRMS
from kg.extract.lexicon.people import words
from kg.extract.roles.suits import MEMBER_OF, WORKS_FOR
from kg.extract.tree import Doc
from kg.gazetteer import Gazetteer
from kg.model import EntityType

_COMING_AND_GOING: Final = words("join rejoin quit leave")
_EMPLOYERS: Final = (
    BUSINESS - {"maker"}
    | PLAIN_FIRMS - {"group", "giant"}
    | words(
        """start-up studio consultancy brokerage law-firm university college school hospital ministry department
        magazine broadcaster agency"""
    )
)
_HIRING: Final = frozenset(("company", "medium", "ministry", "agency"))
"""Kinds of known bodies that have employees rather than members."""


def as_employees(doc: Doc, gazetteer: Gazetteer, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, with whoever joins or leaves a firm as one who works for it."""
    types = {m.entity: m.type for m in doc._.kg_mentions}
    for candidate in candidates:
        moves = (
            candidate.relation == MEMBER_OF
            and doc[candidate.trigger].lemma_.lower() in _COMING_AND_GOING
            and types.get(candidate.subject_entity) is EntityType.PERSON
        )
        if moves and _employs(doc, gazetteer, candidate.object_entity):
            yield replace(candidate, relation=WORKS_FOR)
        else:
            yield candidate


def _employs(doc: Doc, gazetteer: Gazetteer, body: str) -> bool:
    known = gazetteer.by_key(body)
    if known is not None:
        return known.kind in _HIRING
    return not _EMPLOYERS.isdisjoint(doc._.kg_roles.get(body, ()))
