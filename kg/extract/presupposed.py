"""What a claim takes for granted: who is only to be freed is held, and what is only to be lifted is in force."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.annotations import Candidate
from kg.extract.lexicon.people import words
from kg.extract.tree import Doc
from kg.model import Claim, MentionKind, Modality, Polarity

_EASED, _SANCTIONED = "easedSanctionsOn", "sanctioned"
_RELEASED, _ARRESTED = "released", "arrested"
_OF_CHARGES: Final = words("drop dismiss withdraw overturn quash annul void acquit exonerate")
"""Verbs that clear somebody of a charge or a verdict, who may be at large."""

_COURTS: Final = words("court tribunal judge jury bench magistrate")
"""Who frees those whom others hold."""


def presupposed(doc: Doc, told: Sequence[tuple[Candidate, Claim]]) -> Iterator[Candidate]:
    """What the claims of a document take for granted and no other candidate says, as facts of the author's own voice.

    Nothing is taken from what has happened already: others may have held him ("a court freed him").
    """
    known = {(c.relation, c.subject_entity, c.object_entity) for c, _ in told}
    held = {c.object_entity for c, _ in told if c.relation == _ARRESTED}
    names = {m.head for m in doc._.kg_mentions if m.kind is MentionKind.NAME}
    for candidate, claim in told:
        if not {candidate.subject, candidate.object} <= names:
            continue
        relation = _taken_for_granted(doc, candidate, claim)
        ends = candidate.subject_entity, candidate.object_entity
        if relation is None or (relation, *ends) in known:
            continue
        if relation == _SANCTIONED or candidate.object_entity not in held:
            known.add((relation, *ends))
            yield replace(candidate, relation=relation, static=True, possible=False, negated=False)


def _taken_for_granted(doc: Doc, candidate: Candidate, claim: Claim) -> str | None:
    if claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ACTUAL:
        return None
    if candidate.relation == _EASED:
        return _SANCTIONED
    if candidate.relation != _RELEASED or doc[candidate.trigger].lemma_.lower() in _OF_CHARGES:
        return None
    return None if doc[candidate.subject].lemma_.lower() in _COURTS else _ARRESTED
