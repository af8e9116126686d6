"""What the sentences of a document leave open: whether a frame can find both its ends among the mentions of one.

A cheap question before a dear one: many sentences with a trigger lack two entities of the right types.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from kg.extract.events.implicit import CUSTODY
from kg.extract.frames import AdjectiveFrame, Frame, NounFrame, PrepositionFrame, Slot, VerbFrame
from kg.extract.tree import Doc, Token
from kg.model import EntityType
from kg.ontology import Relation

F = TypeVar("F", VerbFrame, NounFrame, AdjectiveFrame, PrepositionFrame)


class Mentioned:
    """The entities that one sentence mentions, and the types they are mentioned as.

    Attributes:
        told: by relation, whether a frame that asks for nothing besides its types finds its ends here.
    """

    __slots__ = ("entities", "kinds", "told")

    def __init__(self) -> None:
        self.entities: set[str] = set()
        self.kinds: set[EntityType] = set()
        self.told: dict[str, bool] = {}


class Chances:
    """What each sentence of a document mentions."""

    def __init__(self, doc: Doc, relations: Mapping[str, Relation]) -> None:
        self.relations = relations
        self._sentences: dict[int, Mentioned] = {}
        entities = doc._.kg_entities
        for mention in doc._.kg_mentions:
            found = self._sentences.setdefault(doc[mention.head].sent.start, Mentioned())
            found.entities.update((mention.entity, *mention.members))
            found.kinds.add(mention.type)
            found.kinds.update(entities[key].type for key in mention.members if key in entities)
        # where an arc leaves its sentence, a frame may find an end in another one
        self._apart = all(s.start <= token.head.i < s.end for s in doc.sents for token in s)

    def of(self, trigger: Token, frames: Iterable[F]) -> list[F]:
        """The frames for which the sentence of a trigger mentions what may stand at both ends.

        Of relations whose agent may be left out, whom they are done to is enough.
        """
        if not self._apart:
            return list(frames)
        found = self._sentences.get(trigger.sent.start)
        return [] if found is None else [frame for frame in frames if self._may_join(found, frame)]

    def _may_join(self, found: Mentioned, frame: Frame) -> bool:
        if frame.types:
            return self._has_ends(found, frame)
        known = found.told.get(frame.relation)
        if known is None:
            known = found.told[frame.relation] = self._has_ends(found, frame)
        return known

    def _has_ends(self, found: Mentioned, frame: Frame) -> bool:
        relation, asked = self.relations[frame.relation], dict(frame.types)
        if found.kinds.isdisjoint(asked.get(Slot.OBJ, relation.range)):
            return False
        if frame.relation in CUSTODY:
            return True
        return len(found.entities) > 1 and not found.kinds.isdisjoint(asked.get(Slot.SUBJ, relation.domain))
