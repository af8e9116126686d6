"""The store on disk: what stands in its folder, and who else has it open."""

import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.store import LocalStore, open_store

GRAPH = NamedNode("https://graphs.example/a")
QUAD = Quad(GRAPH, GRAPH, Literal("kept"), GRAPH)

HOLD = """
import sys, pathlib
from kg.store import LocalStore
store = LocalStore(pathlib.Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "new" / "store", create=True) as store:
        store.replace_graph(GRAPH, [QUAD])
    with open_store(str(tmp_path / "new" / "store")) as again:
        assert list(again.quads()) == [QUAD]


def test_two_can_read_at_once(tmp_path: Path) -> None:
    with LocalStore(tmp_path / "s", create=True) as store:
        store.replace_graph(GRAPH, [QUAD])
    with LocalStore(tmp_path / "s", read_only=True) as one, LocalStore(tmp_path / "s", read_only=True) as two:
        assert list(one.quads()) == list(two.quads()) == [QUAD]


def test_a_store_opened_for_reading_cannot_be_written(tmp_path: Path) -> None:
    LocalStore(tmp_path / "s", create=True).close()
    with (
        LocalStore(tmp_path / "s", read_only=True) as store,
        pytest.raises(StoreError, match="cannot be written"),
    ):
        store.replace_graph(GRAPH, [QUAD])


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_that_another_process_writes_says_which_and_what_to_do(
    tmp_path: Path, read_only: bool
) -> None:
    LocalStore(tmp_path / "s", create=True).close()
    command = [sys.executable, "-c", HOLD, str(tmp_path / "s")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(StoreError, match=rf"in use by (process {holder.pid}|another process); wait"):
            LocalStore(tmp_path / "s", read_only=read_only)
        holder.communicate(timeout=30)
    LocalStore(tmp_path / "s").close()


def test_a_missing_store_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*kg populate"):
        LocalStore(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(StoreError, match="is no store"):
        LocalStore(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("options", [None, '[CFOptions "default"]\n[CFOptions "wallet"]\n'])
def test_a_store_of_another_program_with_the_same_engine_is_left_alone(
    tmp_path: Path, options: str | None
) -> None:
    (tmp_path / "CURRENT").write_text("MANIFEST-000004\n")
    (tmp_path / "MANIFEST-000004").write_bytes(b"somebody else's")
    if options is not None:
        (tmp_path / "OPTIONS-000007").write_text(options)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for create in (False, True):
        with pytest.raises(StoreError, match="is no store; name another folder"):
            LocalStore(tmp_path, create=create)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_store_that_oxigraph_alone_has_made_can_be_used(tmp_path: Path) -> None:
    made = ox.Store(str(tmp_path / "s"))
    made.add(QUAD)
    del made
    with LocalStore(tmp_path / "s", read_only=True) as store:
        assert list(store.quads()) == [QUAD]
    with LocalStore(tmp_path / "s") as store:
        store.replace_graph(GRAPH, [])
    with LocalStore(tmp_path / "s", read_only=True) as store:
        assert list(store.quads()) == []


@pytest.mark.parametrize(
    "left", [(), (".kg-store.json.part",), ("kg-store.json",), ("kg-store.json", "LOCK", "LOG")]
)
def test_a_store_that_was_killed_while_it_was_made_is_named_and_made_by_the_next(
    tmp_path: Path, left: tuple[str, ...]
) -> None:
    for name in left:
        (tmp_path / name).write_text('{"format": 1, "unfinished": true}' if name == "kg-store.json" else "")
    for read_only in (False, True):
        with pytest.raises(
            StoreError, match=r"(there is no store|was still being made).*: kg populate INPUT"
        ):
            LocalStore(tmp_path, read_only=read_only)
    with LocalStore(tmp_path, create=True) as store:
        store.replace_graph(GRAPH, [QUAD])
    with LocalStore(tmp_path, read_only=True) as store:
        assert list(store.quads()) == [QUAD]


def test_a_graph_that_loses_its_last_quad_is_gone(tmp_path: Path) -> None:
    with LocalStore(tmp_path / "s", create=True) as store:
        store.replace_graph(GRAPH, [QUAD])
        store.change_graph(GRAPH, [QUAD], [])
        assert store.graphs() == []


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(StoreError, match="is a file"):
        LocalStore(tmp_path / "file", create=True)


def test_a_store_of_a_newer_format_is_not_touched(tmp_path: Path) -> None:
    LocalStore(tmp_path / "s", create=True).close()
    (tmp_path / "s" / "kg-store.json").write_text(json.dumps({"format": 99}))
    with pytest.raises(StoreError, match=r"newer kg-populator \(format 99"):
        LocalStore(tmp_path / "s")


@pytest.mark.parametrize("marker", ["", "{}", '{"format": "x"}', "[1]"])
def test_a_damaged_marker_is_named(tmp_path: Path, marker: str) -> None:
    LocalStore(tmp_path / "s", create=True).close()
    (tmp_path / "s" / "kg-store.json").write_text(marker)
    with pytest.raises(StoreError, match=r"kg-store\.json is damaged"):
        LocalStore(tmp_path / "s")


def test_a_damaged_store_is_an_error_of_the_store(tmp_path: Path) -> None:
    LocalStore(tmp_path / "s", create=True).close()
    (tmp_path / "s" / "CURRENT").write_text("MANIFEST-999999\n")
    with pytest.raises(StoreError, match="cannot be opened"):
        LocalStore(tmp_path / "s")


def test_a_closed_store_says_so_and_closing_twice_does_no_harm(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "s", create=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.graphs()


def test_a_name_that_no_folder_can_have_is_an_error_of_the_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        LocalStore(tmp_path / ("blockade" * 40))
