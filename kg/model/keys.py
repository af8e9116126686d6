"""Readable keys from names, and the form in which names are compared."""

import re
import unicodedata
from typing import Final

_LETTERS: Final = str.maketrans(
    {
        "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae",
        "œ": "oe", "Œ": "oe", "ı": "i", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d", "ə": "e", "Ə": "e",
        "ħ": "h", "Ħ": "h", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'",
    }
)  # fmt: skip
_INITIAL: Final = re.compile(r"\b([a-z])\.")
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """The text without accents and case, letter by letter ("Nicolás MADURO" → "nicolas maduro").

    >>> fold("Łódź")
    'lodz'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def slug(name: str) -> str:
    """A key of [a-z0-9-] made from a name alone; of letters outside Latin their code points, so that it is never empty.

    >>> slug("The Nicolás Maduro’s regime")
    'the-nicolas-maduros-regime'
    >>> slug("U.S. Department of Justice")
    'us-department-of-justice'
    """
    plain = _INITIAL.sub(r"\1", fold(name).replace("'", ""))
    key = _OTHER.sub("-", plain).strip("-")
    if key:
        return key
    return "-".join(f"u{ord(c):x}" for c in plain if not c.isspace()) or "unnamed"
