"""How fast a machine is while something runs on it, so that what is measured beside other work can be compared.

A fixed piece of work is done again and again in between, in the same thread, and what is measured is told in seconds of a
machine that does it in ten milliseconds.
"""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from instructions import Instructions

NOMINAL: Final = 0.01
EVERY: Final = 0.5
"""Seconds from one piece of work to the next."""
EXECUTED: Final = "instructions: "
"""What stands before a step in the results, where its instructions are counted."""
_ROUNDS: Final = 64_000
_KEPT: Final = 5
"""Of the latest pieces of work so many count where too few were done meanwhile."""


class Pace:
    """Seconds that processors have worked for this process, as of the reference machine, and instructions.

    To be made before anything starts a thread, whose instructions would not be counted.
    """

    def __init__(self) -> None:
        self._instructions = Instructions()
        self._units = [_unit() for _ in range(_KEPT)]
        self._spent, self._executed = 0.0, 0
        self._sampling = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Inside, the work is done from time to time; main thread only."""
        before = signal.signal(signal.SIGALRM, lambda *_: self._sample())
        signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    @contextmanager
    def timed(self, found: dict[str, float], step: str, *, alone: bool = False) -> Iterator[None]:
        """Add what the processors do inside to a step.

        Args:
            alone: leave out other threads: engines tidy up in theirs what came before.
        """
        clock = time.thread_time if alone else time.process_time
        many, spent, executed, before = (
            len(self._units),
            self._spent,
            self._executed,
            self._instructions.count(),
        )
        start = clock()
        yield
        seconds = clock() - start - (self._spent - spent)
        units = self._units[many:] if len(self._units) - many >= _KEPT else self._units[-_KEPT:]
        found[step] = found.get(step, 0.0) + seconds * NOMINAL / (sum(units) / len(units))
        after = self._instructions.count()
        if before is not None and after is not None:
            name = f"{EXECUTED}{step}"
            found[name] = found.get(name, 0) + after - before - (self._executed - executed)

    @property
    def slowest(self) -> float:
        """How many times as long as on the reference machine the work took at worst, by the mean of some pieces."""
        parts = (self._units[start : start + 20] for start in range(0, len(self._units), 20))
        return max(sum(part) / len(part) for part in parts) / NOMINAL

    def _sample(self) -> None:
        if self._sampling:
            return  # no time was given to finish the last one
        self._sampling = True
        start, before = time.thread_time(), self._instructions.count()
        self._units.append(_unit())
        self._spent += time.thread_time() - start
        self._executed += (self._instructions.count() or 0) - (before or 0)
        self._sampling = False


def _unit() -> float:
    start = time.thread_time()
    found: dict[int, str] = {}
    for number in range(_ROUNDS):
        found[number * number % 10_007] = str(number)
    return time.thread_time() - start
