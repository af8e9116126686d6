"""Words of a text as they are compared, without case and accents, and what somebody looks for."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from kg.errors import UsageError

VERSION: Final = "2"
"""Rises when the same text gives other words."""

MOST: Final = 64
"""Words in one question: the engine of the index limits how deep an expression may be."""

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_WORD: Final = re.compile(f"(?:[^\\W_][{_MARKS}]*)+")
_PLAIN: Final = re.compile(r"[a-z0-9]+")
_PART: Final = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+')


@lru_cache(maxsize=100_000)
def folded(word: str) -> tuple[str, ...]:
    """A word as one or more of [a-z0-9]: "Łódź" and "LODZ" alike; what has no Latin letters by its code points.

    >>> folded("Straße"), folded("İzmir"), folded("½")
    (('strasse',), ('izmir',), ('1', '2'))
    """
    if word.isascii():
        return (word.lower(),)
    word = unicodedata.normalize("NFC", word)  # a sign and what Unicode holds to be the same one
    return tuple(_PLAIN.findall(anyascii(word).lower())) or ("".join(f"u{ord(sign):x}" for sign in word),)


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """The folded words of a text, each with the offsets of the word that it comes from."""
    for found in _WORD.finditer(text):
        for word in folded(found[0]):
            yield word, found.start(), found.end()


def plain(text: str) -> str:
    """The folded words of a text, with spaces between."""
    return " ".join(word for word, _, _ in words(text))


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that must occur: words that follow each other, the last of them perhaps as a beginning."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def expression(self) -> str:
        """The same for SQLite's FTS5; quoted, so that no word is taken for an operator."""
        return f'"{" ".join(self.words)}"{"*" if self.prefix else ""}'

    def at(self, given: list[str], place: int) -> bool:
        """Whether it stands there among the words of a text."""
        end = place + len(self.words)
        if end > len(given) or tuple(given[place : end - 1]) != self.words[:-1]:
            return False
        last = given[end - 1]
        return last.startswith(self.words[-1]) if self.prefix else last == self.words[-1]


def wanted(question: str) -> tuple[Wanted, ...]:
    """What somebody looks for: all of the words; those in quotation marks one after the other; "be*" for a beginning.

    >>> [want.expression for want in wanted('Łódź "the port of" strik*')]
    ['"lodz"', '"the port of"', '"strik"*']

    Raises:
        UsageError: there is no word, or there are more than `MOST`.
    """
    parts = (
        (found[0] if found[1] is None else found[1], found[1] is None) for found in _PART.finditer(question)
    )
    found = [
        Wanted(given, prefix=loose and part.endswith("*"))
        for part, loose in parts
        if (given := tuple(word for word, _, _ in words(part)))
    ]
    if not found:
        raise UsageError(f"there is no word to look for in {question[:80]!r}")
    if sum(len(want.words) for want in found) > MOST:
        raise UsageError(f"that is too much to look for; {MOST} words at most")
    return tuple(dict.fromkeys(found))


def marks(text: str, wants: Iterable[Wanted]) -> tuple[tuple[int, int], ...]:
    """Where in a text the words stand that are looked for: offsets, sorted; stretches that follow each other are one."""
    listed = list(words(text))
    given = [word for word, _, _ in listed]
    places = sorted(
        {
            listed[place + step][1:]
            for want in wants
            for place in range(len(given))
            if want.at(given, place)
            for step in range(len(want.words))
        }
    )
    joined: list[tuple[int, int]] = []
    for begin, end in places:
        if joined and not text[joined[-1][1] : begin].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)
