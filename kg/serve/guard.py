"""What a process that answers cannot do, whatever a query brings it to: take all memory, or speak to the network.

The text of a query is looked at before it gets here; this holds where that was deceived.
"""

import ctypes
import errno
import os
import platform
import struct
import sys
from contextlib import suppress
from typing import Final

_GENERIC: Final = (198, 203, 200, 201, 425, 221, 281)
_ARCHITECTURES: Final = {
    "x86_64": (0xC000003E, (41, 42, 49, 50, 425, 59, 322)),
    "aarch64": (0xC00000B7, _GENERIC),
    "riscv64": (0xC00000F3, _GENERIC),
}
"""By machine: its number in audit(7), and those of socket, connect, bind, listen, io_uring_setup (which makes sockets by
another way), execve and execveat."""
UNGUARDED: Final = (
    "the system does not deny sockets to the processes that answer, as Linux does on x86-64, ARM64 and RISC-V: queries that "
    "reach for other servers are refused by their text alone"
)
_X32: Final = 0x40000000
"""From here on, numbers of calls on x86_64 belong to its second table."""

_LOAD: Final = 0x20
_EQUAL: Final = 0x15
_AT_LEAST: Final = 0x35
_RETURN: Final = 0x06
_ALLOW: Final = 0x7FFF0000
_KILL: Final = 0x80000000
_REFUSE: Final = 0x00050000 | errno.EACCES
_NO_NEW_PRIVILEGES: Final = 38
_SET_SECCOMP: Final = 22
_FILTER: Final = 2


def limit_memory(most: int | None) -> None:
    """Let this process take so many bytes of memory beside what it has; nothing where the system knows no such limit."""
    if most is None or sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_taken() + most, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _taken() -> int:
    """Bytes of addresses that this process has by now (Linux); elsewhere 0."""
    with suppress(OSError, ValueError), open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def forbid_network() -> bool:
    """Have the system refuse this process every new socket and every other program, for good; whether it does (Linux).

    Threads that run already are not bound by it; those that are started afterwards are.
    """
    program = program_for(sys.platform, platform.machine(), struct.calcsize("P"))
    if program is None:
        return False
    code = ctypes.create_string_buffer(program, len(program))
    filled = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(
        libc.prctl(_SET_SECCOMP, _FILTER, ctypes.create_string_buffer(filled, len(filled)), 0, 0) == 0
    )


def program_for(system: str, machine: str, pointer: int) -> bytes | None:
    """The filter for a machine; None where its numbers are not known.

    Args:
        system, machine: as `sys.platform` and `platform.machine()` name them.
        pointer: bytes of an address in this process; one of 4 on a machine of 8 makes calls by other numbers.
    """
    known = _ARCHITECTURES.get(machine)
    if not system.startswith("linux") or known is None or pointer != 8:
        return None
    return _program(*known)


def _program(architecture: int, calls: tuple[int, ...]) -> bytes:
    """A filter of seccomp(2) for a thread and those that it starts: these calls are refused, all others done."""
    lines = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0),
        (_AT_LEAST, len(calls) + 1, 0, _X32),
        *((_EQUAL, len(calls) - place, 0, call) for place, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in lines)
