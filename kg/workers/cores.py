"""How many processes this machine, or what of it was given to us, can take."""

import os
from pathlib import Path
from typing import Final

PROCESS_BYTES: Final = 1 << 30
"""What a process needs that extracts: the pipeline, and room for long articles."""

_GROUP: Final = Path("/sys/fs/cgroup")


def default_jobs(group: Path = _GROUP) -> int:
    """One process a core, but no more than the memory holds.

    Args:
        group: tells what a container may use, where there is one.
    """
    return max(1, min(_cores(group), _memory(group) // PROCESS_BYTES))


def _cores(group: Path) -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    match _numbers(group / "cpu.max"):
        case quota, period:
            return min(cores, -(-quota // period))
    return cores


def _memory(group: Path) -> int:
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        memory = PROCESS_BYTES * (os.cpu_count() or 1)  # Windows does not tell
    match _numbers(group / "memory.max"):
        case (most,):
            return min(memory, most)
    return memory


def _numbers(file: Path) -> tuple[int, ...]:
    """The numbers in a file of limits; none where it says that there is no limit, or is not there."""
    try:
        return tuple(int(word) for word in file.read_text().split())
    except (OSError, ValueError):
        return ()
