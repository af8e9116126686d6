"""The words of a text as copies are compared by them: without case, accents, quotation marks and hyphens."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

_INSIDE: Final = re.compile(r"[.’'‘\-‐‑](?:(?<=\b\w\.)(?=\w\b)|(?<=\w[’'‘\-‐‑])(?=\w))")
"""What joins the letters on both sides of it to one word: points of an abbreviation, apostrophes, hyphens."""

_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_WORD: Final = re.compile(r"\w+")
_QUOTATION: Final = re.compile(
    r"[\"“„«](?:"
    r"(?<=[“„«])[^“”„«»\n]*(?:\n(?!\s*\n)[^“”„«»\n]*)*"
    r"|(?<=\")(?<![^\s(\[—–-]\")(?=\S)[^\"\n]*(?:\n(?!\s*\n)[^\"\n]*)*"
    r")"
)
_DATELINE: Final = re.compile(
    r"\s*(?:(?:\w[\w .,’'/-]{0,60})?\([A-Z][\w .&/-]{0,30}\)|[A-Z]{3,}[\w .,/()’'-]{0,60}?)\s*[-–—]{1,2}\s+"
)
_LONGEST_PLACE: Final = 64
"""More characters than a dateline has before its parenthesis."""

_CALENDAR: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_AUXILIARIES: Final = "is are was were do does did has have had wo would ca could should must".split()
_NEGATORS: Final = frozenset(
    "no not never none neither nor nobody nothing without cannot deny denies denied denying reject rejects rejected "
    "rejecting refute refutes refuted".split()
).union(f"{auxiliary}nt" for auxiliary in _AUXILIARIES)


def words(text: str) -> list[str]:
    """The words, folded.

    >>> words("“Señor Díaz’s” co-owner, of the U.S., isn’t in")
    ['senor', 'diazs', 'coowner', 'of', 'the', 'us', 'isnt', 'in']
    """
    return words_of_each([text])[0]


def words_of_each(texts: Sequence[str]) -> list[list[str]]:
    """The words of each text, folded, in their order: much faster for many texts than one by one."""
    if not texts:
        return []
    lines = _INSIDE.sub("", "\n".join([text.replace("\n", " ") for text in texts]))
    for sign in () if lines.isascii() else set(_BEYOND_ASCII.findall(lines)):
        lines = lines.replace(sign, _STAND_INS[sign])
    return [
        line.translate(_WORDS_ALONE).split() if line.isascii() else _WORD.findall(line.casefold())
        for line in lines.split("\n")
    ]


def word_triples(tokens: Sequence[str]) -> list[str]:
    """Each three words that follow one another, as one string."""
    return list(map(" ".join, zip(tokens, tokens[1:], tokens[2:], strict=False)))


def without_dateline(sentence: str) -> str:
    """The sentence without place and agency before it.

    >>> without_dateline("LIMA, May 3 (Wire) — The talks failed."), without_dateline("(Wire) - The talks failed.")
    ('The talks failed.', 'The talks failed.')
    """
    start = sentence.lstrip()[:_LONGEST_PLACE]
    if "(" not in start and not start[:3].isupper():
        return sentence
    dateline = _DATELINE.match(sentence)
    return sentence[dateline.end() :] if dateline else sentence


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each quotation; one that is not closed ends with its paragraph or where the next begins."""
    for match in _QUOTATION.finditer(text):
        yield match.span()


def details(sentence: str) -> frozenset[str]:
    """The names and numbers of a sentence, folded: what no light edit changes. Days and months are left out.

    >>> sorted(details("On Monday Ana Díaz paid $40 to the IMF."))
    ['40', 'ana', 'diaz', 'imf']
    """
    found = _WORD.findall(_INSIDE.sub("", sentence))
    telling = [word for word in found[1:] if word[0].isupper() or _has_digit(word)]
    return frozenset(map(_unaccented, telling)) - _CALENDAR


def negators(tokens: list[str]) -> list[str]:
    """What of folded words turns a sentence into its contrary, sorted."""
    return sorted(word for word in tokens if word in _NEGATORS)


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(sign.isdigit() for sign in word)


def _unaccented(word: str) -> str:
    return word.lower() if word.isascii() else word.translate(_UNACCENTED).casefold()


class _Unaccented(dict[int, str]):
    """Each character without its accents, worked out when it is first met."""

    def __missing__(self, sign: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(sign))
        self[sign] = "".join(part for part in parts if not unicodedata.combining(part))
        return self[sign]


class _StandIns(dict[str, str]):
    """Each character without its accents, a blank for one that is part of no word."""

    def __missing__(self, sign: str) -> str:
        plain = _UNACCENTED[ord(sign)]
        self[sign] = plain if not plain or _WORD.search(plain.casefold()) else " "
        return self[sign]


_UNACCENTED: Final = _Unaccented()
_STAND_INS: Final = _StandIns()
_WORDS_ALONE: Final = {
    number: sign.lower() if _WORD.match(sign) else " " for number, sign in enumerate(map(chr, range(128)))
}
"""ASCII in lower case, a blank for what is part of no word."""
