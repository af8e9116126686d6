"""Answers from the index: names first, then titles, then sentences, each with what leads on."""

import json
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from kg.find.index import Index, is_damage
from kg.find.words import Wanted, marks
from kg.graph import Names
from kg.graph.terms import value
from kg.query.source import PROLOGUE, Source, batches
from kg.store import Store

Marks = tuple[tuple[int, int], ...]
"""Offsets into the text beside it, of the words that were looked for."""


class Place(StrEnum):
    """Where words are looked for."""

    NAMES = "names"
    TITLES = "titles"
    SENTENCES = "sentences"


@dataclass(frozen=True, slots=True)
class FoundName:
    """An entity: `key` is what `kg show` and `kg ask` take; `called` is the name that the words stand in, `marks` where."""

    key: str
    name: str
    kind: str
    called: str
    marks: Marks
    iri: str


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """An article by its title or outlet."""

    article: str
    title: str
    outlet: str
    published: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence: where it stands in the article's text, and how many claims rest on it."""

    article: str
    title: str
    outlet: str
    published: str
    begin: int
    end: int
    text: str
    marks: Marks
    claims: int
    iri: str


@dataclass(frozen=True, slots=True)
class Found:
    """The best of what was found, and how much there is of each."""

    names: tuple[FoundName, ...] = ()
    titles: tuple[FoundTitle, ...] = ()
    sentences: tuple[FoundSentence, ...] = ()
    totals: dict[str, int] = field(default_factory=dict)


_TABLES: Final = {
    Place.NAMES: ("entity_words", "entities", "10.0, 5.0", "entities.iri"),
    Place.TITLES: ("title_words", "articles", "10.0, 1.0", "articles.identifier"),
    Place.SENTENCES: ("sentence_words", "sentences", "1.0", "sentences.iri"),
}
"""The words, what they are of, what a word is worth by column, and the order of equals."""


def search(
    path: Path | None,
    store: Store,
    names: Names,
    wants: Sequence[Wanted],
    places: Collection[Place] = tuple(Place),
    limit: int | None = 10,
    *,
    stamp: str | None = None,
    done: Callable[[str], object] = str,
) -> Found:
    """Bring the index at a path up to date and answer from it; one that is missing or damaged is made anew.

    Args:
        path: None: an index in memory.
        places, limit: as `find` has them.
        stamp, done: as `Index.follow` has them.

    Raises:
        KgError: the index can be neither read nor written.
    """
    with Index(path) as index:
        try:
            index.follow(store, names, stamp, done)
            return find(index, store, names, wants, places, limit)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise index.unusable(error) from error
        index.begin_anew()
        try:
            index.follow(store, names, stamp, done)
            return find(index, store, names, wants, places, limit)
        except sqlite3.DatabaseError as error:
            raise index.unusable(error) from error


def find(
    index: Index,
    source: Source,
    names: Names,
    wants: Sequence[Wanted],
    places: Collection[Place] = tuple(Place),
    limit: int | None = 10,
) -> Found:
    """Entities, articles and sentences in which all of it occurs, those first in which it weighs most (BM25).

    Args:
        limit: of each at most so many; None for all.
    """
    expression = " AND ".join(want.expression for want in wants)
    rows: dict[Place, list[tuple[object, ...]]] = {}
    totals: dict[str, int] = {}
    index.db.execute("BEGIN")  # all answers from one state of the index
    try:
        for place in (each for each in Place if each in places):
            totals[place.value] = _total(index.db, place, expression)
            rows[place] = _rows(index.db, place, expression, limit)
    finally:
        with suppress(sqlite3.Error):
            index.db.execute("COMMIT")
    sentences = rows.get(Place.SENTENCES, [])
    claims = _claims(source, [str(row[-1]) for row in sentences])
    return Found(
        tuple(_name(row, names, wants) for row in rows.get(Place.NAMES, [])),
        tuple(_title(row, wants) for row in rows.get(Place.TITLES, [])),
        tuple(_sentence(row, wants, claims) for row in sentences),
        totals,
    )


_SELECTED: Final = {
    Place.NAMES: "entities.iri, entities.name, entities.kind, entities.others",
    Place.TITLES: "articles.identifier, articles.title, articles.outlet, articles.published",
    Place.SENTENCES: "articles.identifier, articles.title, articles.outlet, articles.published, "
    "sentences.first, sentences.last, sentences.text, sentences.iri",
}


def _rows(
    db: sqlite3.Connection, place: Place, expression: str, limit: int | None
) -> list[tuple[object, ...]]:
    words, table, weights, key = _TABLES[place]
    more = " JOIN articles ON articles.id = sentences.article" if place is Place.SENTENCES else ""
    return db.execute(
        f"SELECT {_SELECTED[place]} FROM {words} JOIN {table} ON {table}.id = {words}.rowid{more} "
        f"WHERE {words} MATCH ? ORDER BY bm25({words}, {weights}), {key} LIMIT ?",
        (expression, -1 if limit is None else limit),
    ).fetchall()


def _total(db: sqlite3.Connection, place: Place, expression: str) -> int:
    words = _TABLES[place][0]
    (count,) = db.execute(f"SELECT COUNT(*) FROM {words} WHERE {words} MATCH ?", (expression,)).fetchone()
    return int(count)


def _name(row: Sequence[object], names: Names, wants: Sequence[Wanted]) -> FoundName:
    iri, name, kind, others = map(str, row)
    forms = [name, *json.loads(others)]
    # the name that has most of what is looked for; of equals the preferred, then the first
    called = max(forms, key=lambda form: sum(bool(marks(form, [want])) for want in wants))
    key = iri.removeprefix(f"{names.base}entity/")
    return FoundName(key, name, kind, called, marks(called, wants), iri)


def _title(row: Sequence[object], wants: Sequence[Wanted]) -> FoundTitle:
    identifier, title, outlet, published = map(str, row)
    return FoundTitle(identifier, title, outlet, published, marks(title, wants))


def _sentence(row: Sequence[object], wants: Sequence[Wanted], claims: dict[str, int]) -> FoundSentence:
    identifier, title, outlet, published, begin, end, text, iri = map(str, row)
    where = marks(text, wants)
    return FoundSentence(
        identifier, title, outlet, published, int(begin), int(end), text, where, claims.get(iri, 0), iri
    )


def _claims(source: Source, sentences: Sequence[str]) -> dict[str, int]:
    """How many claims rest on each sentence."""
    found: dict[str, int] = {}
    for block in batches(sentences):
        rows = source.select(f"""{PROLOGUE}SELECT ?sentence (COUNT(?claim) AS ?claims) {{
            VALUES ?sentence {{ {block} }} ?claim kg:evidence ?sentence ; a kg:Claim
        }} GROUP BY ?sentence""")
        for sentence, claims in rows:
            if value(sentence):
                found[value(sentence)] = int(value(claims))
    return found
