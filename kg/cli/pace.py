"""How far a long run is: what is done, how much a second, and the time that is left."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol

from kg.cli import console

if TYPE_CHECKING:
    from kg.populate import Report

EVERY: Final = 10.0
"""Seconds between two lines, where there is no terminal."""

_SETTLED: Final = 2.0
"""Seconds of work before a rate is told."""


class Shown(Protocol):
    """What tells how far a run is.

    Attributes:
        title: of what, before a colon.
    """

    title: ClassVar[str]

    @property
    def clock(self) -> Callable[[], float]: ...

    def note(self, *done: Any) -> str:
        """Take in what is done; what to show of it."""
        ...


@dataclass(slots=True)
class Pace:
    """Tells how far a run is whose report is being filled.

    Attributes:
        total: how many inputs there are; None where that is not known.
        since: when the first article was done, which is when there was nothing more to load.
    """

    title: ClassVar[str] = "articles"
    report: "Report"
    total: int | None = None
    clock: Callable[[], float] = time.monotonic
    since: float | None = field(default=None, init=False)
    before: int = field(default=0, init=False)

    def note(self, *done: str) -> str:
        """Take in that an article is done."""
        if self.since is None:
            self.since, self.before = self.clock(), len(self.report.read)
        return done[0]

    @property
    def rate(self) -> float | None:
        """Articles read a second; None until there are enough to tell."""
        if self.since is None or (seconds := self.clock() - self.since) < _SETTLED:
            return None
        return (len(self.report.read) - self.before) / seconds or None

    def __str__(self) -> str:
        report = self.report
        done = len(report.read) + report.unchanged + len(report.skipped)
        told = f"{done:,}"
        if self.total is not None and done <= self.total:
            told += f" of {self.total:,}"
        if report.unchanged:
            told += f", {report.unchanged:,} unchanged"
        if report.skipped:
            told += f", {len(report.skipped):,} skipped"
        if rate := self.rate:
            told += f", {rate:.1f} a second"
            if self.total is not None and done < self.total:
                told += f", {duration((self.total - done) / rate)} left"
        return told


@dataclass(slots=True)
class StepPace:
    """Tells how far a run over shards is: in which step, how much of it is done, and the time that the step will take."""

    title: ClassVar[str] = "step"
    clock: Callable[[], float] = time.monotonic
    step: str = field(default="", init=False)
    done: int = field(default=0, init=False)
    total: int | None = field(default=None, init=False)
    since: float = field(default=0.0, init=False)
    before: int = field(default=0, init=False)

    def note(self, step: str, done: int, total: int | None) -> str:
        """Take in that so many tasks of a step are done; their time is reckoned from the first one on."""
        if step != self.step:
            self.step, self.since, self.before = step, self.clock(), done
        self.done, self.total = done, total
        return ""

    def __str__(self) -> str:
        if self.total is None:
            return f"{self.step}, {self.done:,} articles"
        told = f"{self.step}, {self.done:,} of {self.total:,}"
        seconds, more = self.clock() - self.since, self.done - self.before
        if more and seconds >= _SETTLED and self.done < self.total:
            told += f", {duration((self.total - self.done) * seconds / more)} left"
        return told


def duration(seconds: float) -> str:
    """Hours, minutes and seconds.

    >>> duration(59.6), duration(3723)
    ('0:01:00', '1:02:03')
    """
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


@contextmanager
def shown(pace: Shown, *, asked: bool) -> Iterator[Callable[..., None]]:
    """Something to call with each thing that is done: shows the pace on a terminal, else by lines if that is asked."""
    if sys.stderr.isatty():
        with _bar(pace) as note:
            yield note
    elif asked:
        yield _lines(pace)
    else:
        yield _quietly


def _quietly(*done: object) -> None:
    """Nobody watches."""
    del done


@contextmanager
def _bar(pace: Shown) -> Iterator[Callable[..., None]]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn(f"{pace.title}: {{task.fields[pace]}}", markup=False),
        TimeElapsedColumn(),
        TextColumn("{task.fields[last]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, pace=pace, last="")

        def note(*done: object) -> None:
            bar.update(task, last=pace.note(*done))

        yield note


def _lines(pace: Shown) -> Callable[..., None]:
    last = pace.clock()

    def note(*done: object) -> None:
        nonlocal last
        pace.note(*done)
        if pace.clock() - last >= EVERY:
            last = pace.clock()
            console.note(f"{pace.title}: {pace}")

    return note
