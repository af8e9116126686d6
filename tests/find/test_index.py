"""The index is in step with its store whoever changed it, and losing or spoiling it costs nothing."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from telling import RUN, entity, told

from kg.errors import KgError
from kg.find import Index, index_path, search, stamp_of, wanted
from kg.graph import Names, extraction_quads
from kg.store import LocalStore, rebuild, remove_article

NAMES = Names()


def write(folder: Path, identifier: str, words: str, name: str = "Ana") -> None:
    with LocalStore(folder, create=True) as store:
        article = told(
            identifier, [f"[{name}|ana] {words}."], [type(entity("Ana"))("ana", entity("Ana").type, name)]
        )
        written = extraction_quads(article, RUN)
        store.replace_graph(written.graph, written.quads)
        rebuild(store)


def texts(folder: Path, question: str) -> list[str]:
    stamp = stamp_of(folder)
    with LocalStore(folder, read_only=True) as store:
        found = search(folder / "kg-find.sqlite3", store, NAMES, wanted(question), limit=None, stamp=stamp)
    return [said.text for said in found.sentences] + [name.called for name in found.names]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "store", "one", "left home")
    write(tmp_path / "store", "two", "came home")
    assert sorted(texts(tmp_path / "store", "home")) == ["Ana came home.", "Ana left home."]
    return tmp_path / "store"


def test_what_is_written_changed_and_removed_is_followed(folder):
    write(folder, "three", "flew home")
    write(folder, "one", "stayed away", name="Anna")
    with LocalStore(folder) as store:
        remove_article(store, "two")
        rebuild(store)
    assert texts(folder, "home") == ["Ana flew home."]
    assert texts(folder, "stayed") == ["Anna stayed away."]
    assert "Anna" in texts(folder, "anna")


def test_a_name_that_changes_without_an_article_is_followed(folder):
    with LocalStore(folder) as store:
        rebuild(store, labels={NAMES.entity_by_key("ana").value: "Ana"})
        quads = [
            type(quad)(
                quad.subject, quad.predicate, type(quad.object)("Ingrid", language="en"), quad.graph_name
            )
            if "prefLabel" in quad.predicate.value
            else quad
            for quad in store.quads(NAMES.entities)
        ]
        store.replace_graph(NAMES.entities, quads)
    assert "Ingrid" in texts(folder, "ingrid")


def test_an_unchanged_store_is_not_compared_again_and_opening_it_changes_no_stamp(folder, monkeypatch):
    before = stamp_of(folder)
    texts(folder, "home")
    assert stamp_of(folder) == before
    monkeypatch.setattr("kg.find.index.articles", lambda *_: pytest.fail("compared again"))
    assert len(texts(folder, "home")) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"no database at all" * 500),
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        lambda file: file.write_bytes(file.read_bytes()[:4096] + os.urandom(file.stat().st_size - 4096)),
    ],
    ids=["deleted", "empty", "garbage", "cut", "overwritten"],
)
def test_an_index_that_is_gone_or_spoiled_is_made_anew(folder, spoil):
    spoil(folder / "kg-find.sqlite3")
    assert sorted(texts(folder, "home")) == ["Ana came home.", "Ana left home."]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE about SET format = 'of another version'",
        "DROP TABLE sentence_words",
        "DROP TABLE about",
        "DELETE FROM about",
    ],
)
def test_an_index_of_another_version_is_made_anew(folder, change):
    db = sqlite3.connect(folder / "kg-find.sqlite3", isolation_level=None)
    db.execute(change)
    db.close()
    assert sorted(texts(folder, "home")) == ["Ana came home.", "Ana left home."]


def test_a_process_that_was_killed_while_it_indexed_leaves_an_index_that_is_finished_next_time(folder, root):
    write(folder, "three", "flew home")
    script = f"""
import os, kg.find.index as index
from pathlib import Path
from kg.graph import Names
from kg.store import LocalStore
add = index.Index._add_article
def dying(self, *given):
    add(self, *given)
    self.db.execute("PRAGMA cache_spill = 1")
    os._exit(9)
index.Index._add_article = dying
index.Index(Path({str(folder / "kg-find.sqlite3")!r})).follow(LocalStore(Path({str(folder)!r}), read_only=True), Names())
"""
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 9
    assert sorted(texts(folder, "home")) == ["Ana came home.", "Ana flew home.", "Ana left home."]


def test_several_may_look_at_once_while_there_is_no_index(folder):
    (folder / "kg-find.sqlite3").unlink()
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: sorted(texts(folder, "home")), range(12)))
    assert answers == [["Ana came home.", "Ana left home."]] * 12


def test_the_index_lies_in_the_stores_folder_where_it_does_no_harm(folder):
    assert index_path(folder, "x", folder / "cache") == folder / "kg-find.sqlite3"
    assert (folder / "kg-find.sqlite3").exists()
    write(folder, "three", "flew home")
    with LocalStore(folder) as store:
        assert remove_article(store, "one")


def test_where_the_folder_cannot_be_written_to_or_is_none_it_lies_in_the_caches(
    folder, monkeypatch, tmp_path
):
    of_server = index_path(None, "http://one.example/query", tmp_path)
    assert of_server.parent == tmp_path / "find"
    assert of_server != index_path(None, "http://two.example/query", tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert index_path(folder, str(folder), tmp_path).parent == tmp_path / "find"


def test_a_full_disk_is_told_and_the_former_index_is_kept(folder, monkeypatch):
    write(folder, "three", "home " * 20_000)
    connected = Index._connected

    def nearly_full(index: Index) -> sqlite3.Connection:
        db = connected(index)
        db.execute("PRAGMA max_page_count = 1")  # SQLite takes what the file has already as the least
        return db

    monkeypatch.setattr(Index, "_connected", nearly_full)
    with pytest.raises(KgError, match=r"is full; the store itself is as it was\. Make room there"):
        texts(folder, "home")
    with Index(folder / "kg-find.sqlite3") as index:
        assert index.db.execute("SELECT COUNT(*) FROM articles").fetchone() == (2,)


def test_a_python_without_full_text_search_is_told_what_it_lacks(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.find.index._TABLES", "CREATE VIRTUAL TABLE t USING fts5_not_there (x)")
    with pytest.raises(KgError, match="built without FTS5"):
        Index(tmp_path / "index")


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(KgError, match="file/index, cannot be used"):
        Index(tmp_path / "file" / "index")
