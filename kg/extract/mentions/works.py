"""Titles of films, books and songs, and names of battles and treaties: they name nobody who acts."""

from typing import Final

from kg.extract.lexicon.people import words
from kg.extract.mentions.name import Name
from kg.extract.words import QUOTES, Words

WORKS: Final = words(
    """film films movie movies novel novels song songs album albums documentary sitcom musical opera ballet blockbuster
    thriller screenplay videogame poem memoir hit hits"""
)
"""Nouns for what has a title."""
TITLED: Final = words("titled entitled")
CALLED: Final = words("called named")
EVENTS: Final = words("battle siege war massacre genocide treaty armistice uprising offensive")
"""Nouns with which the names of events and of what was signed begin or end."""


def is_work(words: Words, name: Name) -> bool:
    """Whether the name is announced as the title of a work: the film “Blue Hills”, an album entitled “Hills”."""
    i = name.start - 1
    quoted = i >= 0 and words.text[i] in QUOTES
    if quoted:
        i -= 1
    if i < 1 or words.sentence[i] != words.sentence[name.start]:
        return False
    lower = words.lower[i]
    if lower in TITLED:
        return True
    if lower in CALLED:
        return quoted and words.lower[i - 1] in WORKS
    return lower in WORKS and (quoted or words.pos[i] == "NOUN") and _ends(words, name)


def is_event(words: Words, name: Name) -> bool:
    """Whether it is "Siege" of "the Siege of Sarajevo", or a name like "the Boston Massacre"."""
    if words.lower[name.end - 1] not in EVENTS:
        return False
    return name.end - name.start > 1 or (name.end < len(words) and words.lower[name.end] == "of")


def _ends(words: Words, name: Name) -> bool:
    """Whether no noun follows, which would make the name that of a body ("the film Academy members")."""
    return name.end >= len(words) or words.pos[name.end] not in ("NOUN", "PROPN")
