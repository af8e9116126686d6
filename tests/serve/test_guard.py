"""What the system is told to refuse a process that answers, on each machine that is known."""

import errno
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from kg.serve.guard import program_for

ALLOWED, KILLED, REFUSED = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EACCES
GENERIC = {
    "socket": 198,
    "bind": 200,
    "listen": 201,
    "connect": 203,
    "execve": 221,
    "execveat": 281,
    "io_uring_setup": 425,
}
CALLS = {
    "x86_64": {
        "socket": 41,
        "connect": 42,
        "bind": 49,
        "listen": 50,
        "execve": 59,
        "execveat": 322,
        "io_uring_setup": 425,
    },
    "aarch64": GENERIC,
    "riscv64": GENERIC,
}
MACHINES = {"x86_64": 62, "aarch64": 183, "riscv64": 243}
"""By the numbers of ELF."""
HARMLESS = {"x86_64": {"read": 0, "write": 1, "mmap": 9}, "aarch64": {"read": 63, "write": 64, "mmap": 222}}
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
    "riscv64": Path("/usr/include/asm-generic/unistd.h"),
}


def architecture(machine: str) -> int:
    """The number of audit(7): that of ELF, with one bit for 64-bit and one for little-endian machines."""
    return MACHINES[machine] | 0x80000000 | 0x40000000


def verdict(program: bytes, called_by: int, call: int) -> int:
    """What a filter of seccomp(2) says of a call, done as the kernel does it (classic BPF)."""
    data = struct.pack("<iIQ6Q", call, called_by, 0, *[0] * 6)
    lines = list(struct.iter_unpack("<HBBI", program))
    place = accumulator = 0
    while True:
        code, if_true, if_false, value = lines[place]
        place += 1
        match code:
            case 0x20:  # BPF_LD | BPF_W | BPF_ABS
                (accumulator,) = struct.unpack_from("<I", data, value)
            case 0x15:  # BPF_JMP | BPF_JEQ | BPF_K
                place += if_true if accumulator == value else if_false
            case 0x35:  # BPF_JMP | BPF_JGE | BPF_K
                place += if_true if accumulator >= value else if_false
            case 0x06:  # BPF_RET | BPF_K
                return value
            case _:
                raise AssertionError(f"no line of a filter: {code:#x}")


def known(machine: str) -> bytes:
    program = program_for("linux", machine, 8)
    assert program is not None
    return program


@pytest.mark.parametrize("machine", CALLS)
def test_what_makes_a_socket_or_starts_a_program_is_refused_and_nothing_else(machine):
    refused = [
        call for call in range(1024) if verdict(known(machine), architecture(machine), call) != ALLOWED
    ]
    assert refused == sorted(CALLS[machine].values())
    assert {verdict(known(machine), architecture(machine), call) for call in refused} == {REFUSED}


@pytest.mark.parametrize("machine", HARMLESS)
def test_what_a_store_needs_is_allowed(machine):
    for call in HARMLESS[machine].values():
        assert verdict(known(machine), architecture(machine), call) == ALLOWED


@pytest.mark.parametrize("machine", CALLS)
def test_calls_by_the_numbers_of_another_machine_end_the_process(machine):
    for other in (0x40000003, 0x40000028, *(architecture(each) for each in MACHINES if each != machine)):
        assert verdict(known(machine), other, 0) == KILLED


def test_the_second_table_of_x86_64_is_no_way_around():
    for call in CALLS["x86_64"].values():
        assert verdict(known("x86_64"), architecture("x86_64"), call | 0x40000000) == REFUSED


@pytest.mark.parametrize("machine", CALLS)
def test_the_numbers_are_those_of_the_headers_of_the_kernel(machine):
    if not HEADERS[machine].is_file():
        pytest.skip("the headers of the kernel are not installed (linux-libc-dev)")
    text = HEADERS[machine].read_text(encoding="utf-8")
    for name, number in CALLS[machine].items():
        assert re.search(rf"#define __NR_{name}\s+{number}\s", text)


@pytest.mark.parametrize(
    ("system", "machine", "pointer"),
    [
        ("linux", "armv7l", 4),
        ("linux", "x86_64", 4),
        ("linux", "aarch64_be", 8),
        ("linux", "s390x", 8),
        ("darwin", "arm64", 8),
        ("win32", "AMD64", 8),
    ],
)
def test_for_a_machine_that_is_not_known_there_is_no_filter(system, machine, pointer):
    assert program_for(system, machine, pointer) is None


TRIES = """
import socket, subprocess, sys
from kg.serve.guard import forbid_network
if not forbid_network():
    sys.exit(3)
for attempt in (lambda: socket.socket(), lambda: subprocess.run(["/bin/true"])):
    try:
        attempt()
    except PermissionError:
        continue
    sys.exit(1)
"""


def test_this_machine_does_as_it_is_told():
    done = subprocess.run([sys.executable, "-c", TRIES], check=False)
    if done.returncode == 3:
        pytest.skip("there is no filter for this machine")
    assert done.returncode == 0
