"""Time between requests: how often a register may be asked, and how long to wait after a failure."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Final

FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 60.0


@dataclass(slots=True)
class Pace:
    """Keeps requests apart.

    Attributes:
        rate: requests a second, above 0.
        now: seconds on a clock that never goes back; `wall` on one that knows the date.
        sleep: waits for so many seconds.
    """

    rate: float = 1.0
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    wall: Callable[[], float] = time.time
    _next: float = field(default=float("-inf"), init=False)

    def wait_for_turn(self) -> None:
        """Return once the next request may be sent."""
        if (left := self._next - self.now()) > 0:
            self.sleep(left)
        self._next = self.now() + 1 / self.rate

    def pause(self, failures: int, asked: float | None = None) -> None:
        """Wait after so many failures in a row: twice as long each time, and never less than the server asks for."""
        self.sleep(max(pause_after(failures), asked or 0.0))

    def seconds_until(self, header: str | None) -> float | None:
        """How long a `Retry-After` header asks to wait, or None where there is none that can be read."""
        if not header:
            return None
        text = header.strip()
        if text.isascii() and text.isdigit():
            return float(text)
        try:
            return max(0.0, parsedate_to_datetime(text).timestamp() - self.wall())
        except (ValueError, OverflowError):
            return None


def pause_after(failures: int) -> float:
    """Seconds to wait after so many failures in a row.

    >>> [pause_after(failures) for failures in (1, 2, 3, 20)]
    [1.0, 2.0, 4.0, 60.0]
    """
    return float(min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)))
