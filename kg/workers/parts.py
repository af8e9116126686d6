"""What several processes are to read, cut to parts, and what came of it in the order of the articles."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.model import Article
from kg.workers.batches import Result

AHEAD: Final = 5
"""Batches for each process that are waiting, handed out, or done and not given yet."""


@dataclass(slots=True)
class _Batch:
    """Articles that were drawn together; what they say fills in as it comes."""

    articles: list[Article]
    results: list[Result | None] = field(init=False)
    given: int = 0

    def __post_init__(self) -> None:
        self.results = [None] * len(self.articles)


@dataclass(frozen=True, slots=True)
class Part:
    """What one process reads at a time: a whole batch or, for the second time, one article."""

    batch: _Batch
    begin: int
    end: int
    again: bool = False

    @property
    def articles(self) -> list[Article]:
        return self.batch.articles[self.begin : self.end]

    def fill(self, results: list[Result]) -> None:
        """Say what came of it."""
        self.batch.results[self.begin : self.end] = results


class Parts:
    """Hands out parts, and gives results in the order of the articles.

    Batches are drawn before they are asked for, so that no process waits while articles are read from their files. They are
    never cut: the same articles are read together whatever the number of processes, so that nothing can depend on it.

    Args:
        jobs: how many processes there may be.
    """

    def __init__(self, batches: Iterator[list[Article]], jobs: int) -> None:
        self._batches = batches
        self._jobs = jobs
        self._again: deque[Part] = deque()
        self._waiting: deque[Part] = deque()
        self._open: deque[_Batch] = deque()

    def __bool__(self) -> bool:
        """Whether anything is still to be done or to be given."""
        return bool(self._open)

    def take(self) -> Part | None:
        """What is to be read next: what must be read again, then what comes in; None where there is nothing now."""
        if self._again:
            return self._again.popleft()
        if not self._waiting:
            self._draw()
        return self._waiting.popleft() if self._waiting else None

    def draw_ahead(self) -> None:
        """Draw a batch, unless there is one for each process."""
        if len(self._waiting) < self._jobs:
            self._draw()

    def put_back(self, part: Part) -> None:
        """Let another read what nobody has begun to read."""
        self._again.appendleft(part)

    def put_back_singly(self, part: Part) -> None:
        """Let others read again what a process did not survive, each article by itself."""
        places = reversed(range(part.begin, part.end))
        self._again.extendleft(Part(part.batch, place, place + 1, again=True) for place in places)

    def next(self) -> Result | None:
        """The next result, if it is there."""
        first = self._open[0]
        if (result := first.results[first.given]) is not None:
            first.results[first.given] = None
            first.given += 1
            if first.given == len(first.articles):
                self._open.popleft()
        return result

    def _draw(self) -> None:
        if len(self._open) == AHEAD * self._jobs or (articles := next(self._batches, None)) is None:
            return
        self._open.append(_Batch(articles))
        self._waiting.append(Part(self._open[-1], 0, len(articles)))
