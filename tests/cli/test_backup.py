"""`kg backup` and `kg restore`: the same graph again, to the letter, or nothing at all."""

import gzip
import json
import os
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.store import LocalStore, RemoteStore, open_store

OWN = NamedNode("https://graphs.example/own")
LITERALS = (
    Literal('a\tb\nc"d\\e\r\u2028\x00'),
    Literal("Grüße", language="de-at"),
    Literal("12.50", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
    Literal("2026-02-30", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")),
    Literal("x", datatype=NamedNode("https://graphs.example/type")),
)


@pytest.fixture
def judged(kg, filled):
    """A store with articles, judgements and a graph of somebody's own."""
    assert kg("same", "Ana", "Cleo", "--by", "Mo", "--at", "2030-01-01").code == 0
    with LocalStore(filled) as store:
        store.replace_graph(OWN, [Quad(OWN, OWN, each, OWN) for each in LITERALS])
    return filled


def quads(where):
    with open_store(where, read_only=True) as store:
        return sorted(map(str, store.quads()))


@pytest.fixture
def empty_server(oxigraph_server):
    store = RemoteStore(oxigraph_server)
    for graph in store.graphs():
        store.remove_graph(graph)
    return oxigraph_server


def test_what_is_restored_is_the_same_to_the_letter(kg, judged):
    before = quads(judged)
    assert kg("stats").err == ""
    done = kg("backup", "copies/monday")
    assert done.code == 0, done.err
    assert (
        done.out == f"{len(before)} quads in {len(set(_graphs(judged)))} graphs are kept at copies/monday\n"
    )
    shutil.rmtree(judged)
    assert kg("restore", "copies/monday").code == 0
    assert quads(judged) == before
    assert kg("undo").code == 0, "it can be worked with"


def _graphs(store):
    with LocalStore(store, read_only=True) as opened:
        return [graph.value for graph in opened.graphs()]


def test_the_same_graph_gives_the_same_files(kg, judged):
    kg("backup", "one")
    kg("backup", "two")
    kg("restore", "one", "--store", "other")
    kg("backup", "three", "--store", "other")
    files = {name: (Path("one") / name).read_bytes() for name in ("kg-backup.json", "graph.nq.gz")}
    for folder in ("two", "three"):
        assert {path.name: path.read_bytes() for path in Path(folder).iterdir()} == files


def test_a_backup_goes_to_a_server_and_comes_back(kg, judged, empty_server):
    before = quads(judged)
    kg("backup", "one")
    at = ("--endpoint", empty_server)
    done = kg("restore", "one", *at)
    assert done.code == 0, done.err
    assert quads(empty_server) == before
    assert kg("restore", "one", *at).code == 2, "what is there is not overwritten unasked"
    RemoteStore(empty_server).replace_graph(OWN, [])
    RemoteStore(empty_server).replace_graph(NamedNode("https://graphs.example/new"), [])
    assert kg("restore", "one", "--replace", *at).code == 0
    assert kg("backup", "two", *at).code == 0
    assert json.loads(Path("two/kg-backup.json").read_text()) == json.loads(
        Path("one/kg-backup.json").read_text()
    )
    assert kg("restore", "two", "--store", "again").code == 0
    assert quads("again") == before


def test_large_graphs_go_to_a_server_in_parts(kg, judged, empty_server, monkeypatch):
    monkeypatch.setattr("kg.keep.restore._TOGETHER", 7)
    kg("backup", "one")
    assert kg("restore", "one", "--endpoint", empty_server).code == 0
    assert quads(empty_server) == quads(judged)


def test_nothing_is_overwritten_unless_that_is_said(kg, judged):
    kg("backup", "one")
    before = Path("one/graph.nq.gz").read_bytes()
    kg("undo")
    refused = kg("backup", "one")
    assert refused.code == 2
    assert "add --replace" in refused.err
    assert Path("one/graph.nq.gz").read_bytes() == before
    assert kg("backup", "one", "--replace").code == 0
    assert Path("one/graph.nq.gz").read_bytes() != before
    undone = quads(judged)
    kg("same", "Ana", "Ben", "--by", "Mo")
    assert kg("restore", "one").code == 2
    assert quads(judged) != undone
    assert kg("restore", "one", "--replace").code == 0
    assert quads(judged) == undone
    assert sorted(path.name for path in Path().iterdir()) == ["articles", "kg-store", "one"], (
        "nothing is left behind"
    )


def test_other_files_are_never_replaced(kg, judged):
    Path("thesis").mkdir()
    Path("thesis/one.txt").write_text("years of work")
    for command in (("backup", "thesis"), ("restore", "one", "--store", "thesis")):
        kg("backup", "one", "--replace")
        done = kg(*command, "--replace")
        assert done.code == 2
        assert "left alone" in done.err
    assert [path.name for path in Path("thesis").iterdir()] == ["one.txt"]


@pytest.mark.parametrize("harm", ["cut", "changed", "less", "other", "manifest", "missing"])
def test_a_damaged_backup_is_told_and_restores_nothing(kg, judged, harm):
    kg("backup", "one")
    assert kg("restore", "one", "--check").out.startswith("the backup is whole: ")
    data, manifest = Path("one/graph.nq.gz"), Path("one/kg-backup.json")
    lines = gzip.decompress(data.read_bytes()).splitlines(keepends=True)
    match harm:
        case "cut":
            data.write_bytes(data.read_bytes()[:-100])
        case "changed":
            raw = bytearray(data.read_bytes())
            raw[len(raw) // 2] ^= 1
            data.write_bytes(raw)
        case "less":
            data.write_bytes(gzip.compress(b"".join(lines[1:])))
        case "other":
            data.write_bytes(gzip.compress(b"".join([lines[1], *lines[1:]])))
        case "manifest":
            manifest.write_text(manifest.read_text()[:-30])
        case "missing":
            data.unlink()
    before = quads(judged)
    for command in (
        ("restore", "one", "--check"),
        ("restore", "one", "--replace"),
        ("restore", "one", "--store", "new"),
    ):
        done = kg(*command)
        assert done.code == 1
        assert "damaged" in done.err
    assert quads(judged) == before
    assert not Path("new").exists()


def test_a_backup_of_a_newer_version_is_refused(kg, judged):
    kg("backup", "one")
    for name in ("format", "store_format"):
        told = json.loads(Path("one/kg-backup.json").read_text())
        told[name] = 99
        Path("one/kg-backup.json").write_text(json.dumps(told))
        done = kg("restore", "one", "--store", "new")
        assert done.code == 1
        assert "newer kg-populator (format 99" in done.err


def test_what_is_no_backup_says_how_to_make_one(kg):
    Path("empty").mkdir()
    done = kg("restore", "empty")
    assert done.code == 1
    assert done.err == "error: there is no backup at empty; make one with: kg backup empty\n"


def test_a_store_that_is_damaged_gives_way_to_its_backup(kg, judged):
    before = quads(judged)
    kg("backup", "one")
    (judged / "CURRENT").write_text("MANIFEST-999999\n")
    assert kg("stats").code == 3
    assert kg("restore", "one", "--replace").code == 0
    assert quads(judged) == before


def test_what_a_killed_backup_or_restore_left_is_no_hindrance(kg, judged):
    for path in (Path(".one.part"), Path(".kg-store.part"), Path(".kg-store.former")):
        path.mkdir()
        (path / "half").write_text("half")
    before = quads(judged)
    assert kg("backup", "one").code == 0
    assert kg("restore", "one", "--replace").code == 0
    assert quads(judged) == before
    assert not list(Path().glob(".*"))


def test_a_store_that_was_killed_between_two_names_is_there_again(kg, judged):
    before = quads(judged)
    kg("backup", "one")
    os.rename(judged, ".kg-store.former")
    assert kg("restore", "one").code == 0
    assert quads(judged) == before
    assert not list(Path().glob(".*"))


def test_what_somebody_put_beside_the_graph_by_hand_is_kept_as_well(kg, judged):
    store = ox.Store(str(judged))
    store.add(Quad(OWN, OWN, ox.BlankNode("b1"), ox.DefaultGraph()))
    store.add_graph(NamedNode("https://graphs.example/empty"))
    store.flush()
    del store
    before = quads(judged)
    assert kg("backup", "one").code == 0
    assert kg("restore", "one", "--store", "again").code == 0
    assert quads("again") == before


def test_graphs_of_other_people_stay_on_a_server(kg, judged, empty_server):
    kg("backup", "one")
    graph = NamedNode("https://others.example/graph")
    theirs = Quad(graph, graph, Literal("theirs"), graph)
    stale = NamedNode("https://w3id.org/kg-populator/data/article/of-old")
    server = RemoteStore(empty_server)
    server.replace_graph(graph, [theirs])
    at = ("--endpoint", empty_server)
    assert kg("restore", "one", *at).code == 0
    server.replace_graph(stale, [Quad(stale, stale, Literal("stale"), stale)])
    assert kg("restore", "one", "--replace", *at).code == 0
    assert quads(empty_server) == sorted([*quads(judged), str(theirs)])
