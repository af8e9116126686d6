"""Who has led which country: reads the leaders that stand beside the gazetteer; a leader's name gives the country."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.model.keys import fold, slug

FILE_NAME: Final = "leaders.csv"
"""The file of a gazetteer folder that holds leaders, not entities."""

COLUMNS: Final = ("name", "short", "aliases", "country", "office", "start", "end")
OFFICES: Final = frozenset(("president", "prime minister", "monarch", "pope", "leader", "minister"))

_ANY_OFFICE: Final = "leader"
_OF_OTHERS: Final = "minister"
"""Those who speak or act for a country that somebody else heads; no title of a head is theirs."""
_PUNCTUATION: Final = str.maketrans("-.", "  ", "'’")
_LONG: Final = 3
_SUFFIXES: Final = frozenset(("jr", "sr"))


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who heads or headed a state or its government, or serves or served in it.

    Attributes:
        short: the name used alone with a title ("Obama" in "President Obama"); empty where there is none.
        country: key of the country.
        office: one of `OFFICES`; "leader" fits any title, "minister" no title of a head.
        start, end: the first and the last year; None where unknown, or still in office.
    """

    name: str
    short: str
    aliases: tuple[str, ...]
    country: str
    office: str
    start: int | None = None
    end: int | None = None


class Leaders:
    """Countries by the names of their leaders. Case, accents, hyphens and middle initials do not count."""

    def __init__(self, leaders: Iterable[Leader]) -> None:
        self._leaders = tuple(leaders)

    @cached_property
    def _full(self) -> dict[str, list[Leader]]:
        index: dict[str, list[Leader]] = {}
        for leader in self._leaders:
            for name in dict.fromkeys(map(_folded, (leader.name, *leader.aliases))):
                if " " in name:
                    index.setdefault(name, []).append(leader)
        return index

    @cached_property
    def _short(self) -> dict[str, list[Leader]]:
        index: dict[str, list[Leader]] = {}
        for leader in self._leaders:
            alone = [leader.short, *(alias for alias in leader.aliases if " " not in alias)]
            for name in dict.fromkeys(_without_article(_folded(name)) for name in alone if name):
                index.setdefault(name, []).append(leader)
        return index

    def countries(self, name: str, office: str | None = None) -> tuple[str, ...]:
        """Keys of the countries that somebody of this name has led, in alphabetical order; empty where unknown.

        Args:
            name: a full name; a name used alone ("Obama"), or longer than usual ("Barack Hussein Obama"), is found only
                with an office.
            office: the kind of office that a title before the name gives, one of `OFFICES`.
        """
        folded = _folded(name)
        found = self._full.get(folded) or (self._titled(folded) if office else [])
        return tuple(sorted({leader.country for leader in _holding(found, office)}))

    def _titled(self, folded: str) -> list[Leader]:
        """By a name that has an office before it: used alone, or with more given or family names than usual."""
        words = folded.split()
        if len(words) < _LONG:
            return self._short.get(_without_article(folded), [])
        return self._full.get(f"{words[0]} {words[-1]}") or self._full.get(" ".join(words[:2]), [])


def _holding(leaders: list[Leader], office: str | None) -> list[Leader]:
    """Those whose office the title fits, or all where it fits none."""
    if office is None or office == _ANY_OFFICE:
        return leaders
    heads = [leader for leader in leaders if leader.office != _OF_OTHERS]
    return [leader for leader in heads if leader.office in (office, _ANY_OFFICE)] or heads


def _folded(name: str) -> str:
    """The form in which names are compared."""
    words = fold(name).translate(_PUNCTUATION).split()
    if words[1:] and words[-1] in _SUFFIXES:
        words.pop()
    return " ".join([*words[:1], *(word for word in words[1:-1] if len(word) > 1), *words[1:][-1:]])


def read_leaders(path: Path) -> Iterator[Leader]:
    """The rows of one file of leaders, in its order.

    Raises:
        KgError: the file cannot be read, or a row lacks what it needs; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            if tuple(next(reader, ())) != COLUMNS:
                raise KgError(f"{path}:1: the columns of a file of leaders are {', '.join(COLUMNS)}")
            for cells in reader:
                yield _leader(cells, f"{path}:{reader.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KgError(f"{path}: cannot be read as leaders (CSV in UTF-8): {error}") from error


def _without_article(name: str) -> str:
    """The name without an Arabic article ("al-Assad" and "Assad" are one)."""
    return name[3:] if name[:3] in ("al ", "el ") else name


_key = lru_cache(maxsize=512)(slug)


def _leader(cells: list[str], where: str) -> Leader:
    if len(cells) != len(COLUMNS):
        raise KgError(f"{where}: has {len(cells)} cells, not {len(COLUMNS)}; quote cells that contain commas")
    name, short, aliases, country, office, start, end = cells
    if not name or not country:
        raise KgError(f"{where}: a leader needs a name and a country")
    if office not in OFFICES:
        raise KgError(f"{where}: {office!r} is no office; use {', '.join(sorted(OFFICES))}")
    several = tuple(filter(None, aliases.split("|")))
    return Leader(name, short, several, _key(country), office, _year(start, where), _year(end, where))


def _year(cell: str, where: str) -> int | None:
    if not cell:
        return None
    if not (cell.isdecimal() and len(cell) == 4):
        raise KgError(f"{where}: {cell!r} is no year of four digits")
    return int(cell)
