"""The words of a text as copies are compared by them: without case, accents, quotation marks and hyphens."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_ABBREVIATION: Final = re.compile(r"\b(\w)\.(?=\w\b)")
_JOINED: Final = re.compile(r"(?<=\w)[’'‘\-‐‑](?=\w)")
_WORD: Final = re.compile(r"\w+")
_QUOTATION: Final = re.compile(r'[“„«](?:(?!\n\s*\n)[^“”„«»])*|(?<![^\s(\[—–-])"(?=\S)(?:(?!\n\s*\n)[^"])*')
_DATELINE: Final = re.compile(
    r"\s*(?:(?:\w[\w .,’'/-]{0,60})?\([A-Z][\w .&/-]{0,30}\)|[A-Z]{3,}[\w .,/()’'-]{0,60}?)\s*[-–—]{1,2}\s+"
)
_CALENDAR: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_NEGATORS: Final = frozenset(
    "no not never none neither nor nobody nothing without cannot deny denies denied denying reject rejects rejected "
    "rejecting refute refutes refuted".split()
)


def words(text: str) -> list[str]:
    """The words, folded.

    >>> words("“Señor Díaz’s” co-owner, of the U.S., isn’t in")
    ['senor', 'diazs', 'coowner', 'of', 'the', 'us', 'isnt', 'in']
    """
    return _WORD.findall(_folded(text))


def without_dateline(sentence: str) -> str:
    """The sentence without place and agency before it.

    >>> without_dateline("LIMA, May 3 (Wire) — The talks failed."), without_dateline("(Wire) - The talks failed.")
    ('The talks failed.', 'The talks failed.')
    """
    return _DATELINE.sub("", sentence, count=1) if _DATELINE.match(sentence) else sentence


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each quotation; one that is not closed ends with its paragraph or where the next begins."""
    for match in _QUOTATION.finditer(text):
        yield match.span()


def details(sentence: str) -> frozenset[str]:
    """The names and numbers of a sentence, folded: what no light edit changes. Days and months are left out.

    >>> sorted(details("On Monday Ana Díaz paid $40 to the IMF."))
    ['40', 'ana', 'diaz', 'imf']
    """
    found = _WORD.findall(_JOINED.sub("", _ABBREVIATION.sub(r"\1", sentence)))
    telling = (word for word in found[1:] if word[0].isupper() or any(sign.isdigit() for sign in word))
    return frozenset(_folded(word) for word in telling) - _CALENDAR


def negators(tokens: list[str]) -> list[str]:
    """What of folded words turns a sentence into its contrary, sorted."""
    return sorted(
        word for word in tokens if word in _NEGATORS or (word.endswith("nt") and word[:-2] in _AUXILIARIES)
    )


_AUXILIARIES: Final = frozenset(
    "is are was were do does did has have had wo would ca could should must".split()
)


def _folded(text: str) -> str:
    text = _JOINED.sub("", _ABBREVIATION.sub(r"\1", text))
    if not text.isascii():
        text = text.translate(_UNACCENTED)
    return text.casefold()


class _Unaccented(dict[int, str]):
    """Each character without its accents, worked out when it is first met."""

    def __missing__(self, sign: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(sign))
        self[sign] = "".join(part for part in parts if not unicodedata.combining(part))
        return self[sign]


_UNACCENTED: Final = _Unaccented()
