"""A clock that tells how long each stage of the work takes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


class Stages:
    """Seconds by stage. What one stage waits for in another counts for that other alone, so they add up to the whole.

    Attributes:
        seconds: by the name of the stage, in the order in which they began.
        clock: tells the time, in seconds.

    >>> stages = Stages(clock=iter([0, 1, 4, 5]).__next__)
    >>> with stages.stage("store"), stages.stage("graph"):
    ...     pass
    >>> stages.seconds
    {'store': 2.0, 'graph': 3.0}
    """

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self.seconds: dict[str, float] = {}
        self.clock = clock
        self._open: list[str] = []
        self._since = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done inside for a stage."""
        self.seconds.setdefault(name, 0.0)
        self._count()
        self._open.append(name)
        try:
            yield
        finally:
            self._count()
            self._open.pop()

    def each(self, name: str, items: Iterable[T]) -> Iterator[T]:
        """The items; the time that it takes to get them counts for a stage, what is done with them does not."""
        remaining = iter(items)
        while True:
            with self.stage(name):
                try:
                    item = next(remaining)
                except StopIteration:
                    return
            yield item

    def add(self, seconds: Mapping[str, float]) -> None:
        """Add what another clock has counted."""
        for name, more in seconds.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + more

    def taken(self) -> dict[str, float]:
        """What was counted since this was last asked."""
        seconds, self.seconds = self.seconds, {}
        return seconds

    def _count(self) -> None:
        now = self.clock()
        if self._open:
            name = self._open[-1]
            self.seconds[name] = self.seconds.get(name, 0.0) + now - self._since
        self._since = now
