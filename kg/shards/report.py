"""What a run over shards did, or would do, for the person who started it or for another program."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from kg.errors import SkippedInput
from kg.graph import Dropped
from kg.stages import Stages


@dataclass(slots=True)
class Report:
    """What a run over shards did; what it says of articles grows with each shard that is read.

    Attributes:
        files: the graph, as N-Quads; in this order articles stand before what is derived from them; none until all is done.
        articles: how many were read, now or before.
        shards: how many there are, and how many of them had been read before.
        entities, copies: once all is done.
        skipped: inputs that were not read, each with its reason.
        relations: how many claims each relation has, by its local name.
        broken_off: what ended the run before all was done.
        elapsed: seconds from the beginning to the end.
        stages: the seconds that each step took, those of all workers added up.
    """

    files: list[Path] = field(default_factory=list)
    articles: int = 0
    shards: int = 0
    unchanged: int = 0
    entities: int | None = None
    copies: int | None = None
    skipped: list[SkippedInput] = field(default_factory=list)
    dropped: Dropped = field(default_factory=Dropped)
    relations: Counter[str] = field(default_factory=Counter)
    broken_off: str | None = None
    elapsed: float = 0.0
    stages: Stages = field(default_factory=Stages)

    def add(self, told: Mapping[str, Any], *, unchanged: bool) -> None:
        """Count a shard by what its mark says."""
        self.unchanged += unchanged
        self.articles += told["articles"]
        self.skipped += [SkippedInput(*each) for each in told["skipped"]]
        self.dropped += Dropped(**{each.name: told["dropped"][each.name] for each in fields(Dropped)})
        self.relations.update(told["relations"])

    def sort(self) -> None:
        """Put everything into an order that does not tell in which one the shards were done."""
        self.skipped.sort(key=str)
        self.relations = Counter(dict(sorted(self.relations.items())))

    def as_dict(self, *, timed: bool) -> dict[str, object]:
        """All of it in plain values, as JSON has them; without seconds it is the same for the same articles."""
        told = {
            "articles": self.articles,
            "shards": self.shards,
            "unchanged": self.unchanged,
            "skipped": [skipped.as_dict() for skipped in self.skipped],
            "claims": self.relations.total(),
            "entities": self.entities,
            "copies": self.copies,
            "dropped": asdict(self.dropped),
            "relations": dict(self.relations),
            "files": [str(path) for path in self.files],
            "broken_off": self.broken_off,
        }
        seconds = {name: round(seconds, 3) for name, seconds in self.stages.seconds.items()}
        return {**told, "elapsed": round(self.elapsed, 3), "seconds": seconds} if timed else told


@dataclass(slots=True)
class Foreseen:
    """What a run over shards would do.

    Attributes:
        articles: how many there are in all shards.
        shards: how many there would be, and how many of them are read already as they would be.
        skipped: inputs that would not be read, each with its reason.
    """

    articles: int = 0
    shards: int = 0
    unchanged: int = 0
    skipped: list[SkippedInput] = field(default_factory=list)

    def as_dict(self) -> dict[str, object]:
        """All of it in plain values, as JSON has them."""
        return {
            "articles": self.articles,
            "shards": self.shards,
            "unchanged": self.unchanged,
            "skipped": [skipped.as_dict() for skipped in self.skipped],
        }
