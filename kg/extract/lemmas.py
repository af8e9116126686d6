"""Lemmas of verbs that the lemmatizer mistakes: it takes "fined" for a form of "fin" and "staged" for one of "stag"."""

import re
from functools import lru_cache
from typing import Final

INFLECTED: Final = frozenset(("VBD", "VBN", "VBG", "VBZ"))
"""The tags of forms that differ from their lemma."""
_DOUBLING: Final = re.compile(r"[^aeiou]+[aeiou][^aeiousxwyz]")
"""Verbs that double their last letter before an ending: a form with a single one is that of a verb in "-e"."""
_SPELLINGS: Final = {"instal": "install", "lambast": "lambaste", "ax": "axe"}


@lru_cache(maxsize=4096)
def lemma_of(form: str, lemma: str) -> str:
    """The lemma of an inflected verb in lower case, put right where its spelling shows another.

    >>> lemma_of("fined", "fin"), lemma_of("planned", "plan"), lemma_of("met", "meet")
    ('fine', 'plan', 'meet')
    """
    if form in (f"{lemma}ed", f"{lemma}ing", f"{lemma}es") and _DOUBLING.fullmatch(lemma):
        return f"{lemma}e"
    return _SPELLINGS.get(lemma, lemma)
