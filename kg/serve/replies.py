"""What a process that answers says of a job that gave nothing; a value that was given is sent as it is."""

from dataclasses import dataclass

from kg.errors import KgError


@dataclass(frozen=True)
class Refused:
    """A job that cannot be done, with the reason for the one who asked."""

    error: KgError


@dataclass(frozen=True)
class Failed:
    """A job that failed by a fault of ours, with the traceback for the log."""

    trace: str
