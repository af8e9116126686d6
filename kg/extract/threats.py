"""Threats in the words of those who make them: "the Front would shell the town, its leader warned"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kg.extract.annotations import Candidate
from kg.extract.lexicon.people import words
from kg.extract.predicates import Mentions, subjects
from kg.extract.tree import Doc, Token
from kg.ontology import Relation

THREATENED: Final = "threatened"
CONSTRUCTION: Final = "SUBJ warn that it will hurt OBJ"
_HOSTILE: Final = words("attacked sued sanctioned arrested indicted")
_WARNING: Final = words("warn vow threaten swear hint")
_SAYING: Final = words("say tell add declare announce write reply insist")
_WILLING: Final = words("will would shall 'll ’ll 'd ’d")
_CONDITIONS: Final = words("unless if should")
_SPEAKERS: Final = words("leads worksFor memberOf")
"""Relations of those who speak for others."""

_CONFIDENCE = 0.8


class Threats:
    """Finds who threatens whom by saying what they will do to them, among what a document's grammar has found."""

    def __init__(self, doc: Doc, relations: Mapping[str, Relation]) -> None:
        self.doc = doc
        self.mentions = Mentions(doc)
        relation = relations.get(THREATENED)
        self.range = relation.range if relation else frozenset()

    def candidates(self, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """One for each hostile act that its agent, or who speaks for the agent, says will be done."""
        speakers = {(c.subject_entity, c.object_entity) for c in found if c.relation in _SPEAKERS}
        speakers |= {(c.object_entity, c.subject_entity) for c in found if c.relation == "representedBy"}
        for act in found:
            verb = (
                self._said_by(self.doc[act.trigger]) if act.relation in _HOSTILE and not act.static else None
            )
            if verb is None:
                continue
            for speaker in (m for head in subjects(verb) for m in self.mentions.of(head)):
                own = speaker.entity == act.subject_entity or (speaker.entity, act.subject_entity) in speakers
                if own and speaker.entity != act.object_entity and self._can_be_threatened(act.object_entity):
                    yield Candidate(
                        speaker.head,
                        act.object,
                        speaker.entity,
                        act.object_entity,
                        THREATENED,
                        verb.i,
                        CONSTRUCTION,
                        _CONFIDENCE * speaker.confidence,
                    )

    def _can_be_threatened(self, entity: str) -> bool:
        return self.doc._.kg_entities[entity].type in self.range

    def _said_by(self, trigger: Token) -> Token | None:
        """The verb of saying above a clause that tells what will be done; of plain saying only with a condition."""
        clause = trigger
        while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
            clause = clause.head
        if not any(c.lower_ in _WILLING for c in clause.children if c.dep_ == "aux"):
            return None
        verb = clause.head if clause.dep_ == "ccomp" else _put_in(clause)
        if verb is None or verb.lemma_ in _WARNING:
            return verb
        conditional = any(t.lower_ in _CONDITIONS and t.dep_ in ("mark", "aux") for t in clause.subtree)
        return verb if verb.lemma_ in _SAYING and conditional else None


def _put_in(clause: Token) -> Token | None:
    """The verb of saying that stands inside what is said ("the Front, he warned, would shell the town")."""
    verbs = (c for c in clause.children if c.dep_ in ("ccomp", "parataxis") and c.i < clause.i)
    return next((verb for verb in verbs if verb.lemma_ in _WARNING | _SAYING), None)
