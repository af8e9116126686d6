"""Names as they are compared, so that one that is typed finds one that is written otherwise."""

import re
import unicodedata
from typing import Final

from anyascii import anyascii

_MARKS: Final = re.compile(r"[.'’ʼ`´]")
_BREAKS: Final = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """A name without case, accents, punctuation and leading "the"; "" where nothing is left.

    >>> name_key("The O.A.S."), name_key("Nicolás Maduro"), name_key("Łukasz-Żak")
    ('oas', 'nicolas maduro', 'lukasz zak')
    """
    plain = name
    if not name.isascii():
        plain = anyascii(
            "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        )
    words = _BREAKS.sub(" ", _MARKS.sub("", plain.casefold())).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
