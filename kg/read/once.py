"""Articles of which several may have the same identifier: the first stands for it."""

import hashlib
from array import array
from collections.abc import Iterable, Iterator
from typing import Final

from kg.errors import SkippedInput
from kg.model import Article

_WORDS: Final = 3
"""Of 8 bytes each, that are kept of an article: two of its identifier, one of its text."""
_FIRST: Final = 1 << 10
"""Places of a table at the beginning; a power of two."""


def each_once(inputs: Iterable[Article | SkippedInput]) -> Iterator[Article | SkippedInput]:
    """The inputs in their order, each identifier once; another article under the same one is skipped, with the reason.

    16 bytes are kept of each identifier, 8 of its text. The same article again is passed over in silence.
    """
    seen = Seen()
    for item in inputs:
        if isinstance(item, SkippedInput):
            yield item
            continue
        name = hashlib.sha256(item.identifier.encode("utf-8", "surrogatepass")).digest()
        text = int(item.sha256[:16], 16)
        first = seen.first(int.from_bytes(name[:8], "big"), int.from_bytes(name[8:16], "big"), text)
        if first is None:
            yield item
        elif first != text:
            why = "another input of this run has the same name but another text; rename one of the two"
            yield SkippedInput(item.identifier, why)


class Seen:
    """What has been seen, in a table of plain numbers: a dictionary of bytes needs four times as much."""

    def __init__(self) -> None:
        self._table = _empty(_FIRST)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def first(self, high: int, low: int, text: int) -> int | None:
        """The text that came first under a name, or None where this one is the first.

        Args:
            high, low: the name, two hashes of 64 bits.
            text: a hash of 64 bits.
        """
        at = _place(self._table, high, low)
        if self._table[at] or self._table[at + 1]:
            return self._table[at + 2]
        self._table[at : at + _WORDS] = array("Q", (high, low, text))
        self._count += 1
        if self._count * _WORDS * 3 > len(self._table) * 2:
            self._grow()
        return None

    def _grow(self) -> None:
        old, self._table = self._table, _empty(2 * len(self._table) // _WORDS)
        for start in range(0, len(old), _WORDS):
            if old[start] or old[start + 1]:
                at = _place(self._table, old[start], old[start + 1])
                self._table[at : at + _WORDS] = old[start : start + _WORDS]


def _empty(places: int) -> "array[int]":
    return array("Q", [0]) * (_WORDS * places)


def _place(table: "array[int]", high: int, low: int) -> int:
    """Where a name stands in a table, or would stand: at the first free place from the one that it hashes to."""
    size = len(table)
    at = low % (size // _WORDS) * _WORDS
    while (table[at] or table[at + 1]) and (table[at] != high or table[at + 1] != low):
        at = (at + _WORDS) % size
    return at
