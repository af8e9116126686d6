"""How much faster two processes are than one: by the clock on the wall, and as the time of the processors allows."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from rounds import of_children

ONE, TWO = 1, 2
Extract = Callable[[Path, int], object]
"""Extracts from a file with so many jobs."""


class Seconds(NamedTuple):
    """What a run took, with its start and its processes."""

    clock: float
    processors: float

    def beside(self, other: "Seconds") -> "Seconds":
        """What it took longer than another."""
        return Seconds(self.clock - other.clock, self.processors - other.processors)


class Pair(NamedTuple):
    """One process and two, each with many articles and with few; few are mostly the start."""

    one: Seconds
    two: Seconds
    one_few: Seconds
    two_few: Seconds

    @property
    def with_start(self) -> float:
        """The first over the second, by the clock."""
        return self.one.clock / self.two.clock

    @property
    def without_start(self) -> float:
        """The same for what many articles take longer than few."""
        return self.one.beside(self.one_few).clock / self.two.beside(self.two_few).clock

    @property
    def allowed(self) -> float:
        """What the clock would show on two processors that do nothing else: both start side by side and share the rest."""
        shared = self.two.beside(self.two_few).processors / 2
        return self.one.processors / (self.one_few.processors + shared)


def pairs(extract: Extract, many: Path, few: Path, number: int) -> Iterator[Pair]:
    """So many pairs; every other one begins with the last of the runs."""
    runs: Final = ((many, ONE), (many, TWO), (few, ONE), (few, TWO))
    for turn in range(number):
        taken = {}
        for path, jobs in runs[::-1] if turn % 2 else runs:
            taken[path, jobs] = _seconds(extract, path, jobs)
        yield Pair(*(taken[each] for each in runs))


def _seconds(extract: Extract, path: Path, jobs: int) -> Seconds:
    clock, processors = time.perf_counter(), of_children()
    extract(path, jobs)
    return Seconds(time.perf_counter() - clock, of_children() - processors)
