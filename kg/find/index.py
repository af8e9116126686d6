"""The index: an SQLite file that compares itself with the store before it answers, so that no writer need think of it.

It holds nothing that the store does not: whoever removes it loses nothing.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.find.contents import Named, Titled, articles, entities, sentences
from kg.find.words import VERSION, plain
from kg.graph import Names
from kg.store import Store

FORMAT: Final = f"1.{VERSION}"
FILE: Final = "kg-find.sqlite3"
_BREAK: Final = " _ "
"""Stands between two names, so that nobody finds the end of one and the beginning of the next as one phrase."""
_PATIENCE: Final = 60.0
"""Seconds for which one process waits until another has brought the index up to date."""
_FILES_OF_STORE: Final = (".sst", ".log")
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED: Final = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
)
_TABLES: Final = """
CREATE TABLE about (format TEXT NOT NULL, stamp TEXT);
CREATE TABLE articles (id INTEGER PRIMARY KEY, graph TEXT NOT NULL UNIQUE, signature TEXT NOT NULL, identifier TEXT NOT NULL,
    title TEXT NOT NULL,
    outlet TEXT NOT NULL, published TEXT NOT NULL);
CREATE TABLE sentences (id INTEGER PRIMARY KEY, article INTEGER NOT NULL, iri TEXT NOT NULL, first INTEGER NOT NULL,
    last INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX of_article ON sentences (article);
CREATE TABLE entities (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, signature TEXT NOT NULL, kind TEXT NOT NULL,
    name TEXT NOT NULL, others TEXT NOT NULL);
CREATE VIRTUAL TABLE title_words USING fts5 (title, outlet, tokenize = "ascii tokenchars '_'");
CREATE VIRTUAL TABLE sentence_words USING fts5 (words, tokenize = "ascii tokenchars '_'");
CREATE VIRTUAL TABLE entity_words USING fts5 (name, others, tokenize = "ascii tokenchars '_'");
"""


def index_path(folder: Path | None, address: str, cache: Path) -> Path:
    """Where the index of a store belongs: in its folder, or where that cannot be written to, in the user's caches.

    Args:
        folder: of an embedded store.
        address: what tells one store from another.
    """
    if folder is not None and os.access(folder, os.W_OK):
        return folder / FILE
    return cache / "find" / f"{hashlib.sha256(address.encode()).hexdigest()[:20]}.sqlite3"


def stamp_of(folder: Path) -> str | None:
    """What changes with every change of an embedded store's files; to be taken before the store is opened.

    None where it cannot be told, because somebody just changes them.
    """
    try:
        files = sorted(
            (path.name, path.stat().st_size, path.stat().st_mtime_ns)
            for path in folder.iterdir()
            if path.suffix in _FILES_OF_STORE or path.name == "CURRENT" or path.name.startswith("MANIFEST")
        )
    except OSError:
        return None
    return hashlib.sha256(json.dumps(files).encode()).hexdigest()


class Index:
    """The index of one store.

    Args:
        path: of its file, which need not be there; None: it is held in memory.

    Raises:
        KgError: it can be neither read nor written, or this Python's SQLite cannot look for words.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.db = self._opened()

    def close(self) -> None:
        """Give the file free."""
        self.db.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def follow(
        self,
        store: Store,
        names: Names,
        stamp: str | None = None,
        done: Callable[[str], object] = str,
    ) -> None:
        """Bring it up to date with the store.

        Args:
            stamp: of the store's files, before the store was opened; equal to the last one, nothing is compared.
            done: is called with each article that was read.

        Raises:
            sqlite3.DatabaseError: the index is damaged, or cannot be written; it is as it was.
        """
        if stamp is not None:
            stamp = f"{stamp} {names.base}"
            if self.db.execute("SELECT stamp FROM about").fetchone() == (stamp,):
                return
        now, named = articles(store, names), entities(store, names)
        if stamp is None and self._changes(now, named) == (set(), set()):
            return
        self.db.execute("BEGIN IMMEDIATE")
        try:
            changed, renamed = self._changes(now, named)
            for graph in sorted(changed):
                self._remove_article(graph)
                if graph in now:
                    self._add_article(store, now[graph])
                    done(now[graph].identifier)
            for iri in sorted(renamed):
                self._remove_entity(iri)
                if iri in named:
                    self._add_entity(named[iri])
            self.db.execute("UPDATE about SET stamp = ?", (stamp,))
        except BaseException:
            with suppress(sqlite3.Error):
                self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def _changes(self, now: dict[str, Titled], named: dict[str, Named]) -> tuple[set[str], set[str]]:
        """The graphs and entities that the index has otherwise than the store, or not, or still."""
        had = set(self.db.execute("SELECT graph, signature FROM articles"))
        called = set(self.db.execute("SELECT iri, signature FROM entities"))
        has = {(graph, article.signature) for graph, article in now.items()}
        calls = {(iri, entity.signature) for iri, entity in named.items()}
        return {graph for graph, _ in had ^ has}, {iri for iri, _ in called ^ calls}

    def _add_article(self, store: Store, article: Titled) -> None:
        about = (article.identifier, article.title, article.outlet, article.published)
        added = self.db.execute(
            "INSERT INTO articles (graph, signature, identifier, title, outlet, published) VALUES (?, ?, ?, ?, ?, ?)",
            (article.graph, article.signature, *about),
        )
        number = added.lastrowid
        self.db.execute(
            "INSERT INTO title_words (rowid, title, outlet) VALUES (?, ?, ?)",
            (number, plain(article.title), plain(article.outlet)),
        )
        for said in sentences(store, article.graph):
            row = self.db.execute(
                "INSERT INTO sentences (article, iri, first, last, text) VALUES (?, ?, ?, ?, ?)",
                (number, said.iri, said.begin, said.end, said.text),
            )
            self.db.execute(
                "INSERT INTO sentence_words (rowid, words) VALUES (?, ?)", (row.lastrowid, plain(said.text))
            )

    def _remove_article(self, graph: str) -> None:
        found = self.db.execute("SELECT id FROM articles WHERE graph = ?", (graph,)).fetchone()
        if found is not None:
            self.db.execute(
                "DELETE FROM sentence_words WHERE rowid IN (SELECT id FROM sentences WHERE article = ?)",
                found,
            )
            self.db.execute("DELETE FROM sentences WHERE article = ?", found)
            self.db.execute("DELETE FROM title_words WHERE rowid = ?", found)
            self.db.execute("DELETE FROM articles WHERE id = ?", found)

    def _add_entity(self, entity: Named) -> None:
        row = self.db.execute(
            "INSERT INTO entities (iri, signature, kind, name, others) VALUES (?, ?, ?, ?, ?)",
            (entity.iri, entity.signature, entity.kind, entity.name, json.dumps(entity.others)),
        )
        self.db.execute(
            "INSERT INTO entity_words (rowid, name, others) VALUES (?, ?, ?)",
            (row.lastrowid, plain(entity.name), _BREAK.join(map(plain, entity.others))),
        )

    def _remove_entity(self, iri: str) -> None:
        found = self.db.execute("SELECT id FROM entities WHERE iri = ?", (iri,)).fetchone()
        if found is not None:
            self.db.execute("DELETE FROM entity_words WHERE rowid = ?", found)
            self.db.execute("DELETE FROM entities WHERE id = ?", found)

    def _opened(self) -> sqlite3.Connection:
        with self._explained():
            try:
                return self._connected()
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                self._remove_files()
                return self._connected()

    def _connected(self) -> sqlite3.Connection:
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(self.path or ":memory:", timeout=_PATIENCE, isolation_level=None)
        try:
            if not self._is_ours(db):
                db.execute("BEGIN IMMEDIATE")
                if not self._is_ours(db):  # nobody else has made it meanwhile
                    _clear(db)
                    for statement in filter(str.strip, _TABLES.split(";\n")):
                        db.execute(statement)
                    db.execute("INSERT INTO about VALUES (?, NULL)", (FORMAT,))
                db.execute("COMMIT")
        except BaseException:
            db.close()
            raise
        return db

    def _is_ours(self, db: sqlite3.Connection) -> bool:
        if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone() is None:
            return False
        try:
            return db.execute("SELECT format FROM about").fetchall() == [(FORMAT,)]
        except sqlite3.OperationalError as error:
            if "no such column" in str(error):
                return False
            raise

    def begin_anew(self) -> None:
        """Throw a damaged file away."""
        self.db.close()
        with self._explained():
            self._remove_files()
            self.db = self._connected()

    def _remove_files(self) -> None:
        if self.path is not None:
            for suffix in ("", "-journal", "-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise self.unusable(error) from error

    def unusable(self, error: Exception) -> KgError:
        """The same for people."""
        if "fts5" in str(error):
            return KgError(
                "the SQLite of this Python was built without FTS5, which kg find needs; use another Python"
            )
        return KgError(
            f"the index for finding words, {self.path}, cannot be used: {error}; the store itself is as it was. "
            "Make room there or wait until another process has finished with it"
        )


def _clear(db: sqlite3.Connection) -> None:
    """Drop what another version or program left."""
    shadows = ("_data", "_idx", "_content", "_docsize", "_config")
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    tables = [name for name in names if not name.endswith(shadows) and not name.startswith("sqlite_")]
    for name in tables:
        db.execute(f'DROP TABLE IF EXISTS "{name}"')


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether it is the file's fault, and not that another has it or that the disk is full."""
    if (
        isinstance(error, sqlite3.OperationalError)
        and "fts5" in str(error)
        and "no such module" in str(error)
    ):
        return False
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code in _DAMAGED
