"""Who follows whom where one sentence dismisses somebody and gives the post to another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.annotations import Candidate
from kg.extract.lexicon.people import words
from kg.extract.tree import Doc, Token
from kg.model import EntityType

_GIVING: Final = words("give hand award pass offer")
_POSTS: Final = words("post job office portfolio command seat ministry position role chair place")
_KNOWN: Final = words("the his her their that this")
_LESS_SURE: Final = 0.85
_UNSEATING: Final = frozenset(("defeated", "dismissed"))


def handovers(doc: Doc, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Lee succeeded Ek: "Dismissed Ek and gave the job to Lee", "fired Ek; in his place she named Lee", "unseated Ek"."""
    dismissals = []
    for candidate in found:
        if candidate.relation in _UNSEATING and _takes_the_seat(doc, candidate):
            yield replace(
                candidate,
                relation="succeeded",
                frame="victory over an incumbent",
                confidence=_LESS_SURE * candidate.confidence,
            )
        if candidate.relation == "dismissed":
            dismissals.append(candidate)
        elif candidate.relation == "appointed" and _to_the_same_post(doc[candidate.trigger]):
            known = [d for d in dismissals if _is_before(doc, d, candidate)]
            if known:
                yield replace(
                    candidate,
                    subject=candidate.object,
                    subject_entity=candidate.object_entity,
                    object=known[-1].object,
                    object_entity=known[-1].object_entity,
                    relation="succeeded",
                    frame="handover of a post",
                    confidence=_LESS_SURE * min(candidate.confidence, known[-1].confidence),
                )


def _takes_the_seat(doc: Doc, candidate: Candidate) -> bool:
    """Whether somebody beats who holds the post ("defeated the incumbent, Bo Ek", "unseated Bo Ek")."""
    entities = doc._.kg_entities
    ends = (entities.get(candidate.subject_entity), entities.get(candidate.object_entity))
    if any(end is None or end.type is not EntityType.PERSON for end in ends):
        return False
    if doc[candidate.trigger].lemma_ == "unseat":
        return True
    beaten = doc[candidate.object]
    around = (beaten, beaten.head, *beaten.children)
    return candidate.relation == "defeated" and any(t.lower_ == "incumbent" for t in around)


def without_own_successors(found: Sequence[Candidate]) -> list[Candidate]:
    """All but those by which whoever puts somebody in another's place is followed ("Chad picked Lee in his place")."""
    givers = {(c.trigger, c.subject_entity, c.object_entity) for c in found if c.relation == "appointed"}
    return [
        c
        for c in found
        if c.relation != "succeeded"
        or "place" not in c.frame
        or (c.trigger, c.object_entity, c.subject_entity) not in givers
    ]


def of_who_was_dismissed(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The same, but whoever is appointed "to replace him" follows who was dismissed rather than who appoints."""
    return [_of_dismissed(doc, c, found) if c.relation == "succeeded" else c for c in found]


def _of_dismissed(doc: Doc, succession: Candidate, found: Sequence[Candidate]) -> Candidate:
    for appointment in found:
        own = appointment.relation == "appointed" and doc[succession.trigger].head.i == appointment.trigger
        ends = succession.object_entity, succession.subject_entity
        if own and ends == (appointment.subject_entity, appointment.object_entity):
            known = [c for c in found if c.relation == "dismissed" and _is_before(doc, c, appointment)]
            if known:
                return replace(succession, object=known[-1].object, object_entity=known[-1].object_entity)
    return succession


def _is_before(doc: Doc, dismissal: Candidate, appointment: Candidate) -> bool:
    first, second = doc[dismissal.trigger], doc[appointment.trigger]
    near = first.sent == second.sent or first.sent.end == second.sent.start
    apart = dismissal.object_entity not in (appointment.object_entity, appointment.subject_entity)
    return near and apart and dismissal.subject_entity == appointment.subject_entity


def _phrases(verb: Token) -> Iterator[Token]:
    """What stands under a verb of appointing, or under what somebody is to do ("picked Lee to run it in his place")."""
    yield from verb.children
    for clause in verb.children:
        if clause.dep_ in ("xcomp", "advcl") and clause.tag_ == "VB":
            yield from (c for c in clause.children if c.dep_ == "prep")


def _to_the_same_post(verb: Token) -> bool:
    """Whether an appointment speaks of a post that is known already, or of somebody's place."""
    for child in _phrases(verb):
        nouns = [child] if child.dep_ == "dobj" and verb.lemma_ in _GIVING else []
        if child.dep_ == "prep" and child.lower_ == "in":
            nouns = [c for c in child.children if c.lemma_ in ("place", "stead")]
        for noun in nouns:
            known = any(c.lower_ in _KNOWN and c.dep_ in ("det", "poss") for c in noun.children)
            of_its_own = any(c.dep_ == "prep" and c.lower_ in ("of", "as") for c in noun.children)
            if known and not of_its_own and noun.lemma_ in _POSTS | {"stead"}:
                return True
    return False
