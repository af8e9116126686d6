"""What a run over shards is to do, as every worker must know it, and where each of its files lies."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from zlib import crc32

import kg
from kg.errors import KgError
from kg.graph import Names, Run
from kg.workers import Recipe

_SHARDS_A_PART: Final = 4
_MOST_PARTS: Final = 512
_MARKER: Final = "kg-shards.txt"
_WHAT: Final = (
    "Files of kg populate --scheduler. They may go when the graph is where it shall be; see docs/scale.md.\n"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How articles are read; it travels to workers, so it must pickle.

    Attributes:
        folder: reached under this name by all workers.
        recipe: makes the extractor, once in each process.
        relations: folders of relations beside the shipped ones; the recipe has the same.
        version: of this software; a worker of another version refuses to work.
    """

    folder: Path
    recipe: Recipe
    relations: tuple[Path, ...] = ()
    names: Names = field(default_factory=Names)
    version: str = kg.__version__

    def check(self) -> None:
        """Refuse to work for a run of another version.

        Raises:
            KgError: this process has one.
        """
        if self.version != kg.__version__:
            raise KgError(
                f"a worker has kg-populator {kg.__version__}, and the run was started by {self.version}; "
                "install the same version on all machines"
            )


@dataclass(frozen=True, slots=True)
class Job:
    """A plan once the articles are split and it is known what reads them.

    Attributes:
        shards: how many there are.
        run: what reads the articles.
    """

    plan: Plan
    shards: int
    run: Run

    @property
    def parts(self) -> int:
        """In how many parts entities, and facts, are derived; the number of shards alone decides."""
        return max(1, min(_MOST_PARTS, self.shards // _SHARDS_A_PART))

    @property
    def names(self) -> Names:
        """What mints the IRIs."""
        return self.plan.names

    @property
    def folder(self) -> "Folder":
        """Where the files lie."""
        return Folder(self.plan.folder)

    def part_of(self, key: str) -> int:
        """The part that an entity or a fact belongs to."""
        return crc32(key.encode("utf-8", "surrogatepass")) % self.parts


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a run, by step and number of the shard or part; each step has a mark beside its files."""

    path: Path

    def take(self) -> None:
        """Make it the folder of a run; one that is there already goes on.

        Raises:
            KgError: it holds something else, which the run might remove, or it cannot be written.
        """
        self.check()
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if not (marker := self.path / _MARKER).exists():
                marker.write_text(_WHAT)
        except OSError as error:
            raise self._unusable(error) from error

    def check(self) -> None:
        """Refuse a folder that a run might remove something from.

        Raises:
            KgError: it holds something else, or it cannot be looked into.
        """
        try:
            if not (self.path / _MARKER).exists() and self.path.exists() and any(self.path.iterdir()):
                raise KgError(f"{self.path} holds other files; name a new folder with --shards")
        except OSError as error:
            raise self._unusable(error) from error

    def _unusable(self, error: OSError) -> KgError:
        return KgError(f"the folder of shards {self.path} cannot be used: {error.strerror or error}")

    def shard(self, number: int) -> Path:
        """Articles to read, JSON Lines."""
        return self.path / "shards" / f"{number:06d}.jsonl.gz"

    def step(self, step: str, number: int, suffix: str) -> Path:
        """A file of a step that is no result."""
        return self.path / step / f"{number:06d}.{suffix}"

    def mark(self, step: str, number: int = 0) -> Path:
        """The mark of a step: written last."""
        return self.step(step, number, "done.json")

    @property
    def graph(self) -> Path:
        """The folder of the result."""
        return self.path / "graph"

    def result(self, name: str, number: int | None = None) -> Path:
        """A file of the result."""
        return self.graph / (f"{name}.nq.gz" if number is None else f"{name}-{number:06d}.nq.gz")
