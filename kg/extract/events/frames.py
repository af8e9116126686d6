"""The frames of events and attitudes, by the lemma that triggers them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.frames import (
    AdjectiveFrame,
    CompoundFrame,
    Frame,
    NounFrame,
    PrepositionFrame,
    VerbFrame,
)
from kg.ontology import Relation


@dataclass(frozen=True)
class EventFrames:
    """The frames by the lemma that triggers them."""

    verbs: Mapping[str, Sequence[VerbFrame]]
    nouns: Mapping[str, Sequence[NounFrame]]
    adjectives: Mapping[str, Sequence[AdjectiveFrame]]
    compounds: Mapping[str, Sequence[CompoundFrame]]
    prepositions: Mapping[str, Sequence[PrepositionFrame]]
    relations: Mapping[str, Relation] = field(default_factory=dict)
    triggers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Put the triggers of all kinds together: most words of a text are none."""
        kinds = (self.verbs, self.nouns, self.adjectives, self.compounds, self.prepositions)
        object.__setattr__(self, "triggers", frozenset().union(*kinds))

    @classmethod
    def index(cls, frames: Iterable[Frame], relations: Mapping[str, Relation]) -> "EventFrames":
        """Sort compiled frames by their triggers."""
        verbs, nouns, adjectives = defaultdict(list), defaultdict(list), defaultdict(list)
        compounds, prepositions = defaultdict(list), defaultdict(list)
        for frame in frames:
            match frame:
                case VerbFrame():
                    verbs[frame.verb].append(frame)
                case NounFrame():
                    nouns[frame.noun].append(frame)
                case AdjectiveFrame():
                    adjectives[frame.adjective].append(frame)
                case CompoundFrame():
                    compounds[frame.word].append(frame)
                case PrepositionFrame():
                    prepositions[frame.preposition].append(frame)
        return cls(dict(verbs), dict(nouns), dict(adjectives), dict(compounds), dict(prepositions), relations)
