"""What a process that answers says of a job; without slots, with which pickling takes several times as long."""

from dataclasses import dataclass
from typing import Any

from kg.errors import KgError


@dataclass(frozen=True)
class Given:
    """What came of a job."""

    value: Any


@dataclass(frozen=True)
class Refused:
    """A job that cannot be done, with the reason for the one who asked."""

    error: KgError


@dataclass(frozen=True)
class Failed:
    """A job that failed by a fault of ours, with the traceback for the log."""

    trace: str


Reply = Given | Refused | Failed
