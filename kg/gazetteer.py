"""Names known beforehand: countries with demonyms, capitals and leaders, bodies, parliaments, parties, media."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.leaders import FILE_NAME as LEADERS_FILE
from kg.leaders import Leader, Leaders, read_leaders
from kg.model import EntityType
from kg.model.keys import slug
from kg.resources import resource

COLUMNS: Final = ("name", "type", "kind", "aliases", "demonyms", "wikidata", "part_of", "capital")
"""The header of a gazetteer file; several aliases or demonyms are parted by "|"."""

KINDS: Final = frozenset(
    {"country", "city", "region", "body", "parliament", "agency", "ministry", "party", "medium", "company"}
)

_WIKIDATA: Final = re.compile(r"Q[1-9][0-9]*")
_SHORTEST_IN_CAPITALS: Final = 4
"""Shorter words in capitals are too often something else ("RIO", "ONU")."""


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One known entity.

    Attributes:
        key: the `Entity.key` it gives ("united-states").
        aliases: other names that mean it wherever they stand ("U.S.", "USA", "OAS"), case-sensitive.
        demonyms: adjective and noun forms, singular and plural ("American", "Americans"); countries only.
        part_of: key of the country or body that it is an organ or a city of.
        is_capital: it is the capital of `part_of`.
        kind: "country", "city", "region", "body", "parliament", "agency", "ministry", "party", "medium", "company".
    """

    key: str
    type: EntityType
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    wikidata: str | None = None
    part_of: str | None = None
    is_capital: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name and the aliases."""
        return (self.name, *self.aliases)


class Gazetteer:
    """Entries by name, by demonym and by key, and countries by their leaders.

    Args:
        leaders: who led which country; they decide whose an office is, and are no entries.

    Attributes:
        leaders: the same.

    Raises:
        KgError: two entries have the same key, name or demonym, or one is part of an entry that is not there.
    """

    def __init__(self, entries: Iterable[GazetteerEntry], leaders: Iterable[Leader] = ()) -> None:
        self._keys: dict[str, GazetteerEntry] = {}
        self._names: dict[str, GazetteerEntry] = {}
        self._demonyms: dict[str, GazetteerEntry] = {}
        for entry in entries:
            _put(self._keys, entry.key, entry, "the key")
            for name in dict.fromkeys(map(_plain, entry.names)):
                _put(self._names, name, entry, "the name")
            for demonym in dict.fromkeys(map(_plain, entry.demonyms)):
                _put(self._demonyms, demonym, entry, "the demonym")
        for entry in self._keys.values():
            if entry.part_of is not None and entry.part_of not in self._keys:
                raise KgError(
                    f"gazetteer: {entry.name!r} is part of {entry.part_of!r}, which no row names; add that row"
                )
        self._capitals = self._written_in_capitals()
        self.leaders = tuple(leaders)
        self._leaders = Leaders(self.leaders)

    def __iter__(self) -> Iterator[GazetteerEntry]:
        return iter(self._keys.values())

    def __len__(self) -> int:
        return len(self._keys)

    def by_key(self, key: str) -> GazetteerEntry | None:
        """The entry of an `Entity.key`."""
        return self._keys.get(key)

    def by_name(self, name: str) -> GazetteerEntry | None:
        """The entry that a name or alias means; accents and case count, a leading "the" does not.

        A name in capitals throughout, as in headlines and datelines ("CARACAS"), finds the entry of its usual spelling.
        """
        plain = _plain(name)
        return self._named(plain) or (self._named(plain[4:]) if plain[:4].lower() == "the " else None)

    def by_demonym(self, word: str) -> GazetteerEntry | None:
        """The country of an adjective or people's noun ("Venezuelan", "Danes")."""
        return self._demonyms.get(_plain(word))

    def leader(self, name: str, office: str | None = None) -> tuple[str, ...]:
        """Keys of the countries that somebody of this name leads or led, in alphabetical order; empty where unknown.

        Case and accents do not count. A name used alone ("Obama") is found only with the `office` of a title before it
        ("president", "prime minister", "monarch", "pope", "leader"). With several countries the name does not decide.
        """
        return self._leaders.countries(name, office)

    def _named(self, plain: str) -> GazetteerEntry | None:
        return self._names.get(plain) or (self._capitals.get(plain) if plain.isupper() else None)

    def _written_in_capitals(self) -> dict[str, GazetteerEntry]:
        found: dict[str, GazetteerEntry] = {}
        ambiguous: set[str] = set()
        for name, entry in self._names.items():
            upper = name.upper()
            if len(upper) < _SHORTEST_IN_CAPITALS or name == upper:
                continue
            if found.setdefault(upper, entry) is not entry:
                ambiguous.add(upper)
        return {name: entry for name, entry in found.items() if name not in ambiguous}


def load_gazetteer(extra: Iterable[Path] = ()) -> Gazetteer:
    """The shipped gazetteer and the files that a user adds, read once.

    A row of a user's file replaces the shipped entry of the same name, and takes its aliases and demonyms from others.

    Args:
        extra: CSV files with the columns of `COLUMNS`, or folders of them; a folder may hold a `leaders.csv` as well.

    Raises:
        KgError: a file cannot be read, a row lacks what it needs, or two rows of one side have the same name.
    """
    return _load(tuple(Path(path) for path in extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...]) -> Gazetteer:
    shipped = _rows_of(resource("seeds") / "gazetteer")
    added = [entry for path in extra for entry in _rows_of(path)]
    folders = (resource("seeds") / "gazetteer", *(path for path in extra if path.is_dir()))
    leaders = [leader for folder in folders for leader in _leaders_of(folder)]
    return Gazetteer([*_without(shipped, added), *added], leaders)


def _leaders_of(folder: Path) -> list[Leader]:
    path = folder / LEADERS_FILE
    return list(read_leaders(path)) if path.exists() else []


def _without(shipped: Iterable[GazetteerEntry], added: list[GazetteerEntry]) -> Iterator[GazetteerEntry]:
    """What the added entries leave of the shipped ones."""
    keys = {entry.key for entry in added}
    names = {_plain(name) for entry in added for name in entry.names}
    demonyms = {_plain(word) for entry in added for word in entry.demonyms}
    for entry in shipped:
        if entry.key in keys:
            continue
        yield replace(
            entry,
            aliases=tuple(name for name in entry.aliases if _plain(name) not in names),
            demonyms=tuple(word for word in entry.demonyms if _plain(word) not in demonyms),
        )


def _rows_of(path: Path) -> list[GazetteerEntry]:
    files = [f for f in sorted(path.glob("*.csv")) if f.name != LEADERS_FILE] if path.is_dir() else [path]
    return [entry for file in files for entry in read_rows(file)]


def read_rows(path: Path) -> Iterator[GazetteerEntry]:
    """The entries of one gazetteer file, in its order.

    Raises:
        KgError: the file cannot be read, or a row lacks what it needs; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _check_header(path, reader.fieldnames)
            for row in reader:
                yield _entry(row, f"{path}:{reader.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KgError(f"{path}: cannot be read as a gazetteer (CSV in UTF-8): {error}") from error


def _check_header(path: Path, fields: Iterable[str] | None) -> None:
    present = set(fields or ())
    missing = [column for column in ("name", "type", "kind") if column not in present]
    unknown = sorted(present - set(COLUMNS))
    if missing or unknown:
        problem = f"lacks {', '.join(missing)}" if missing else f"has the unknown {', '.join(unknown)}"
        raise KgError(f"{path}:1: the header {problem}; the columns are {', '.join(COLUMNS)}")


def _entry(row: dict[str, str | None], where: str) -> GazetteerEntry:
    if None in row or None in row.values():
        raise KgError(f"{where}: has more or fewer cells than the header; quote cells that contain commas")
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    name, kind, wikidata = cells["name"], cells["kind"], cells["wikidata"]
    if not name:
        raise KgError(f"{where}: the name is empty; give every entry its usual English name")
    try:
        type_ = EntityType(cells["type"])
    except ValueError:
        raise KgError(f"{where}: {cells['type']!r} is no type; use {', '.join(EntityType)}") from None
    if kind not in KINDS:
        raise KgError(f"{where}: {kind!r} is no kind; use {', '.join(sorted(KINDS))}")
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        raise KgError(f"{where}: {wikidata!r} is no Wikidata id; it looks like Q42")
    if cells["demonyms"] and type_ is not EntityType.COUNTRY:
        raise KgError(f"{where}: only a Country has demonyms; {name!r} is a {type_}")
    if cells["capital"] not in ("", "yes"):
        raise KgError(f"{where}: the column capital holds yes or nothing, not {cells['capital']!r}")
    if cells["capital"] and not cells["part_of"]:
        raise KgError(f"{where}: {name!r} is a capital; name its country in part_of")
    return GazetteerEntry(
        key=slug(name),
        type=type_,
        name=name,
        kind=kind,
        aliases=_several(cells["aliases"]),
        demonyms=_several(cells["demonyms"]),
        wikidata=wikidata or None,
        part_of=slug(cells["part_of"]) if cells["part_of"] else None,
        is_capital=bool(cells["capital"]),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (piece.strip() for piece in cell.split("|")) if part)


@lru_cache(maxsize=1 << 16)
def _plain(name: str) -> str:
    """The form in which names are looked up: one kind of space and of apostrophe."""
    return " ".join(name.replace("’", "'").split())


def _put(index: dict[str, GazetteerEntry], name: str, entry: GazetteerEntry, what: str) -> None:
    known = index.setdefault(name, entry)
    if known is not entry:
        raise KgError(
            f"gazetteer: {what} {name!r} stands for both {known.name!r} and {entry.name!r}; take it from one of them"
        )
