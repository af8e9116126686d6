"""The mentions of a sentence as the ends of pairs."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from kg.extract.tree import Doc
from kg.model import EntityType, MentionKind
from kg.ontology import Relation

MOST_MENTIONS: Final = 24
"""Of a longer list in one sentence the first ones are paired."""
FARTHEST: Final = 15
"""Tokens between the heads of a pair; further apart, next to nothing was found (0.001 of F1), at a third of the time."""


@dataclass(frozen=True, slots=True)
class End:
    """One mention of a pair: tokens from `start` to before `end`, governed by `head`."""

    head: int
    start: int
    end: int
    kind: MentionKind
    type: EntityType
    entity: str


def ends_by_sentence(doc: Doc) -> Mapping[int, Sequence[End]]:
    """The mentions of each sentence, by the token where it starts; one for each member of a set."""
    found: defaultdict[int, list[End]] = defaultdict(list)
    entities = doc._.kg_entities
    for mention in doc._.kg_mentions:
        for key in mention.members or (mention.entity,):
            type_ = entities[key].type if key in entities else mention.type
            end = End(mention.head, mention.start, mention.end, mention.kind, type_, key)
            found[doc[mention.head].sent.start].append(end)
    return dict(sorted(found.items()))


def pairs(ends: Sequence[End]) -> Iterator[tuple[End, End]]:
    """Subject and object: every two of a sentence that are different entities and not far apart, both ways round."""
    for subject, other in permutations(ends[:MOST_MENTIONS], 2):
        apart = abs(subject.head - other.head)
        if subject.entity != other.entity and 0 < apart <= FARTHEST:
            yield subject, other


class Fitting:
    """Which of some relations may hold between ends of their types."""

    def __init__(self, relations: Collection[Relation]) -> None:
        self._relations = relations
        self._known: dict[tuple[EntityType, EntityType], frozenset[str]] = {}

    def of(self, subject: End, other: End) -> frozenset[str]:
        """The names of the relations; a symmetric one may be told either way round."""
        types = subject.type, other.type
        if types not in self._known:
            self._known[types] = frozenset(each.name for each in self._relations if _joins(each, *types))
        return self._known[types]


def _joins(relation: Relation, subject: EntityType, other: EntityType) -> bool:
    straight = subject in relation.domain and other in relation.range
    return straight or (relation.symmetric and other in relation.domain and subject in relation.range)
