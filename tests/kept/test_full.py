"""Commands that find the disk full or the folder read-only: a clear error, nothing half there, and room makes all well."""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from changes import STORE, Change, copied, differing, faults_of
from killing import SIDE_BY_SIDE, Nursery, Ran, state

pytestmark = pytest.mark.not_covered

TRIES = 18


def _told_wrongly(ran: Ran) -> Iterator[str]:
    if "unexpected" in ran.said or "Traceback" in ran.said:
        yield f"it is told as a fault of the program: {ran.said}"
    if 3 in ran.codes and "error: " not in ran.said:
        yield f"no word of what went wrong: {ran.said}"


def _again(children: Nursery, folder: Path, change: Change) -> Iterator[str]:
    again = children.run(folder, *change.commands)
    if (end := state(folder / STORE)) != change.states[-1]:
        yield f"with room it ends otherwise: {differing(end, change.states[-1])}; {again.said}"


def test_a_file_that_cannot_grow_leaves_the_store_as_it_was_between_two_writings(
    changes: list[Change], children: Nursery, tmp_path: Path
) -> None:
    def tried(seed: int) -> tuple[bool, list[str]]:
        change = changes[seed % len(changes)]
        folder = copied(change.start, tmp_path / str(seed))
        choice = random.Random(seed)
        ran = children.run(folder, *change.commands, largest=int(2 ** choice.uniform(7, 21)))
        faults = [*_told_wrongly(ran), *faults_of(state(folder / STORE), ran, change)]
        faults += _again(children, folder, change)
        shutil.rmtree(folder)
        return any(ran.codes), [f"seed {seed}: {change.commands[0][:2]}: {fault}" for fault in faults]

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        all_tried = list(pool.map(tried, range(TRIES)))
    found = [fault for _, faults in all_tried for fault in faults]
    assert not found, "\n".join(found)
    assert sum(failed for failed, _ in all_tried) >= TRIES / 3, "some did not find room"


@contextmanager
def _small_disk(folder: Path, size: int) -> Iterator[None]:
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip(f"no disk can be mounted here: {made.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("number", [0, 1, 3, 8])
@pytest.mark.parametrize("room", [20_000, 180_000, 400_000])
def test_a_disk_that_is_full_leaves_the_store_as_it_was_between_two_writings(
    changes: list[Change], children: Nursery, tmp_path: Path, number: int, room: int
) -> None:
    change, folder = changes[number], tmp_path / "disk"
    size = sum(path.stat().st_blocks * 512 for path in change.start.rglob("*"))
    with _small_disk(folder, size + room):
        copied(change.start, folder)
        ran = children.run(folder, *change.commands)
        assert not list(_told_wrongly(ran))
        assert not list(faults_of(state(folder / STORE), ran, change))
        subprocess.run(["mount", "-o", f"remount,size={size + 50_000_000}", str(folder)], check=True)
        assert not list(_again(children, folder, change))


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    if os.name == "nt":
        pytest.skip("folders are not made read-only in this way")
    made = subprocess.run(["mount", "--bind", str(folder), str(folder)], capture_output=True, check=False)
    if made.returncode:
        if os.geteuid() == 0:
            pytest.skip(f"no folder can be mounted here: {made.stderr.decode().strip()}")
        modes = {path: path.stat().st_mode for path in [folder, *folder.rglob("*")]}
        for path in modes:
            path.chmod(0o555 if path.is_dir() else 0o444)
        try:
            yield
        finally:
            for path, mode in modes.items():
                path.chmod(mode)
        return
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_store_on_a_disk_that_is_read_only_answers_and_refuses_to_change(
    world: Path, children: Nursery, tmp_path: Path
) -> None:
    folder = copied(world, tmp_path / "work")
    before = state(folder / STORE)
    with _read_only(folder / STORE):
        read = children.run(
            folder, ("stats",), ("show", "Rosa Marin"), ("check",), ("judgements",), ("export", "-o", "all.trig"),
            ("backup", "copy"),
        )  # fmt: skip
        assert set(read.codes) == {0}, read.said
        for command in (
            ("populate", "new.jsonl"), ("remove", "old-1"), ("same", "Rosa Marin", "Nina Lund"), ("undo",),
            ("restore", "copy", "--replace"),
        ):  # fmt: skip
            ran = children.run(folder, command)
            assert ran.codes[0] in (1, 3), command
            assert any(why in ran.said for why in ("ead-only", "denied", "is mounted")), ran.said
            assert not list(_told_wrongly(ran))
    assert state(folder / STORE) == before
    assert children.run(folder, ("undo",)).codes == (0,)


def test_what_cannot_be_written_to_the_end_leaves_the_former_file_and_nothing_else(
    world: Path, children: Nursery, tmp_path: Path
) -> None:
    folder = copied(world, tmp_path / "work")
    commands = [
        ("export", "-o", "all.trig"),
        ("judgements", "--export", "all.csv"),
        ("backup", "copy", "--replace"),
    ]
    assert children.run(folder, *commands).codes == (0, 0, 0)
    before = {
        path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and STORE not in path.parts
    }
    for command in commands:
        ran = children.run(folder, command, largest=100)
        assert ran.codes == (1,), ran.said
        assert "File too large" in ran.said
        after = {
            path: path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and STORE not in path.parts
        }
        assert {p: b for p, b in after.items() if p.name != "said"} == {
            p: b for p, b in before.items() if p.name != "said"
        }, command
