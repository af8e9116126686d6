"""What a run did, for the person who started it or for another program."""

from collections import Counter
from dataclasses import asdict, dataclass, field

from kg.errors import SkippedInput
from kg.graph import ArticleGraph, Dropped
from kg.stages import Stages


@dataclass(slots=True)
class Report:
    """What a run did.

    Attributes:
        read: identifiers of the articles read and stored, sorted.
        unchanged: how many the store held already, under the same text and extraction version.
        skipped: inputs that were not read, or not wholly, each with its reason.
        claims, entities: in the articles read; an entity in two articles counts once. Of a run that the store has ended,
            neither entities nor copies are counted.
        copies: of the articles read, how many copy others, whole or in part.
        dropped: what was found but not written, because it does not stand in the text as it says.
        relations: how many claims each relation has, by its local name.
        broken_off: what ended the run before all was read; what is told is then of the articles that were kept.
        elapsed: seconds from the beginning to the end.
        stages: the seconds that all took; those of several processes are added up.
    """

    read: list[str] = field(default_factory=list)
    unchanged: int = 0
    skipped: list[SkippedInput] = field(default_factory=list)
    claims: int = 0
    entities: int = 0
    copies: int = 0
    dropped: Dropped = field(default_factory=Dropped)
    relations: Counter[str] = field(default_factory=Counter)
    broken_off: str | None = None
    elapsed: float = 0.0
    stages: Stages = field(default_factory=Stages)

    def count(self, identifier: str, graph: ArticleGraph) -> None:
        """Count an article that was stored."""
        self.read.append(identifier)
        self.dropped += graph.dropped
        self.relations.update(graph.relations)
        self.claims += len(graph.relations)

    def sort(self) -> None:
        """Put everything into an order that does not tell in which one the articles came."""
        self.read.sort()
        self.relations = Counter(dict(sorted(self.relations.items())))

    def as_dict(self, *, timed: bool) -> dict[str, object]:
        """All of it in plain values, as JSON has them; without seconds it is the same for the same articles."""
        told = {
            "read": self.read,
            "unchanged": self.unchanged,
            "skipped": [skipped.as_dict() for skipped in self.skipped],
            "claims": self.claims,
            "entities": self.entities,
            "copies": self.copies,
            "dropped": asdict(self.dropped),
            "relations": dict(self.relations),
            "broken_off": self.broken_off,
        }
        seconds = {name: round(seconds, 3) for name, seconds in self.stages.seconds.items()}
        return {**told, "elapsed": round(self.elapsed, 3), "seconds": seconds} if timed else told
