"""How many instructions a process has executed, in all its threads: what no other work on the machine changes.

Linux tells it, where the processor counts and the system lets a process read that (`kernel.perf_event_paranoid` at most 2).
"""

import ctypes
import os
import platform
import struct
from typing import Final

_CALL: Final = {"x86_64": 298, "aarch64": 241}
"""The number of perf_event_open, by processor."""
_SIZE: Final = 128
_HARDWARE, _INSTRUCTIONS = 0, 1
_INHERIT, _EXCLUDE_KERNEL, _EXCLUDE_HYPERVISOR = 1 << 1, 1 << 5, 1 << 6


class Instructions:
    """Counts from the moment it is made, threads started later included."""

    def __init__(self) -> None:
        flags = _INHERIT | _EXCLUDE_KERNEL | _EXCLUDE_HYPERVISOR
        asked = struct.pack("IIQQQQQ", _HARDWARE, _SIZE, _INSTRUCTIONS, 0, 0, 0, flags).ljust(_SIZE, b"\0")
        self._file: int | None = None
        if (number := _CALL.get(platform.machine())) is not None and platform.system() == "Linux":
            found = ctypes.CDLL(None).syscall(number, ctypes.c_char_p(asked), 0, -1, -1, 0)
            self._file = found if found >= 0 else None

    def count(self) -> int | None:
        """Instructions outside the kernel so far; None where that is not told."""
        if self._file is None:
            return None
        counted: int = struct.unpack("Q", os.read(self._file, 8))[0]
        return counted
