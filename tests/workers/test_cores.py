import os

import pytest

from kg.workers import default_jobs
from kg.workers.cores import PROCESS_BYTES


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine of 8 cores and 64 GiB, and the folder of limits of a container on it."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(8)), raising=False)
    monkeypatch.setattr(
        os, "sysconf", {"SC_PHYS_PAGES": 16 << 20, "SC_PAGE_SIZE": 4096}.__getitem__, raising=False
    )
    return tmp_path


def test_there_is_a_process_for_each_core(machine):
    assert default_jobs(machine) == 8


def test_there_are_no_more_than_the_memory_holds(machine, monkeypatch):
    monkeypatch.setattr(os, "sysconf", {"SC_PHYS_PAGES": 1 << 20, "SC_PAGE_SIZE": 4096}.__getitem__)
    assert default_jobs(machine) == 4


@pytest.mark.parametrize(
    ("cores", "memory", "jobs"),
    [
        ("max 100000", "max", 8),
        ("200000 100000", "max", 2),
        ("250000 100000", "max", 3),
        ("max 100000", str(3 * PROCESS_BYTES + 1), 3),
        ("max 100000", "1000", 1),
    ],
)
def test_a_container_may_have_less(machine, cores, memory, jobs):
    (machine / "cpu.max").write_text(f"{cores}\n")
    (machine / "memory.max").write_text(f"{memory}\n")
    assert default_jobs(machine) == jobs
