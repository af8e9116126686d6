"""How two names compare: whether one can be short, full or another spelling of the other."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from cleanco import basename
from jellyfish import metaphone
from nicknames import NickNamer
from rapidfuzz.distance import JaroWinkler

from kg.model.keys import fold

PARTICLES: Final = frozenset(
    "al ap bin bint da dal de del den der di dos du el ibn la le los san st ten ter van von y".split()
)
_SUFFIXES: Final = frozenset("jr sr ii iii iv".split())
_LINKS: Final = frozenset("of the and for in de da del la et y e on du".split())
_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’ʼ"))
_ALIKE: Final = 0.9
"""From this likeness (Jaro-Winkler) two spellings of a word may be one name's."""
_SPELLED: Final = 5
"""Shorter words are alike too easily."""


class Fit(StrEnum):
    """How two different names can be one entity's."""

    LONGER = "one has more given or family names"
    NICKNAME = "one has a short form of the given name"
    SPELLING = "they are spelled alike"
    INITIAL = "one has an initial"
    SURNAME = "one is a surname alone"
    LEGAL_FORM = "they differ in the legal form"
    ACRONYM = "one is made of the other's initials"
    BEGINNING = "one begins as the other"


@lru_cache(maxsize=1 << 17)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: without accents, case, points, and "Jr." at the end.

    >>> tokens("Nicolás Maduro Moros"), tokens("J.D. Vance Jr.")
    (('nicolas', 'maduro', 'moros'), ('j', 'd', 'vance'))
    """
    words = _WORD.findall(fold(name).translate(_APOSTROPHES))
    if len(words) > 2 and words[-1] in _SUFFIXES:
        words.pop()
    return tuple(words)


def person_fit(short: tuple[str, ...], long: tuple[str, ...]) -> Fit | None:
    """How two different names of a person fit, given as `tokens`; None where they cannot be one person's."""
    if len(short) > len(long):
        short, long = long, short
    if len(short) == 1:
        return (
            Fit.SURNAME if len(short[0]) > 1 and short[0] in long[1:] and short[0] not in PARTICLES else None
        )
    if short == long or _is_within(short, long):
        return Fit.LONGER
    if _alike(short[-1], long[-1]):
        return _given_fit(short, long)
    return None


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the longer name has all words of the shorter, in their order, the first being the first of both."""
    if short[0] != long[0]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def _given_fit(short: tuple[str, ...], long: tuple[str, ...]) -> Fit | None:
    first, second = short[0], long[0]
    same_family = short[-1] == long[-1]
    middle = _middles_fit(short[1:-1], long[1:-1])
    if not middle:
        return None
    if first == second:
        return Fit.LONGER if same_family else Fit.SPELLING
    if same_family and 1 in (len(first), len(second)):
        return Fit.INITIAL if first[0] == second[0] else None
    if same_family and _nicknames(first, second):
        return Fit.NICKNAME
    return Fit.SPELLING if _alike(first, second) else None


def _middles_fit(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether middle names do not contradict: one has none, or they begin alike."""
    return all(a[0] == b[0] for a, b in zip(some, others, strict=False))


def _alike(first: str, second: str) -> bool:
    if first == second:
        return True
    if len(first) < _SPELLED or len(second) < _SPELLED:
        return False
    likeness = JaroWinkler.similarity(first, second)
    if likeness < _ALIKE - 0.05:
        return False
    return metaphone(first) == metaphone(second) or (
        likeness >= _ALIKE and abs(len(first) - len(second)) <= 1
    )


@lru_cache(maxsize=1 << 14)
def given_forms(name: str) -> frozenset[str]:
    """A given name with what it may be short for ("joe" → "joseph")."""
    return frozenset({name, *_namer().canonicals_of(name)})


def _nicknames(first: str, second: str) -> bool:
    return not given_forms(first).isdisjoint(given_forms(second))


@lru_cache(maxsize=1)
def _namer() -> NickNamer:
    return NickNamer()


@lru_cache(maxsize=1 << 15)
def base_name(name: str) -> tuple[str, ...]:
    """The words of a body's name without its legal form ("Acme Mining Ltd." → acme mining)."""
    words = tokens(basename(name) or name)
    return words[1:] if len(words) > 1 and words[0] == "the" else words


@lru_cache(maxsize=1 << 15)
def acronym(name: str) -> str:
    """The initials of a name of several words, without those of "of", "the" and the like; "" of one word."""
    words = [word for word in tokens(name) if word not in _LINKS]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def body_fit(short: str, long: str) -> Fit | None:
    """How two different names of a body fit; None where they cannot be one body's."""
    first, second = base_name(short), base_name(long)
    if first == second:
        return Fit.LEGAL_FORM
    if len(first) > len(second):
        short, long, first, second = long, short, second, first
    if len(first) == 1 and short.isupper() and len(first[0]) > 2 and acronym(long) == first[0]:
        return Fit.ACRONYM
    if len(first) > 1 and second[: len(first)] == first:
        return Fit.BEGINNING
    return None


def person_blocks(words: tuple[str, ...]) -> tuple[str, ...]:
    """The blocks of a person's name: its family names with the sound of the given one.

    >>> sorted(set(person_blocks(("joe", "biden"))) & set(person_blocks(("joseph", "robinette", "biden"))))
    ['biden j', '~BTN j']
    """
    if len(words) < 2:
        return ()
    initials = {form[0] for form in given_forms(words[0])}
    family = [word for word in words[1:] if len(word) > 1 and word not in PARTICLES]
    sounds = {metaphone(word) for word in family[-1:]}
    keys = {f"{word} {initial}" for word in family for initial in initials}
    keys |= {f"~{sound} {initial}" for sound in sounds if len(sound) > 1 for initial in initials}
    return tuple(sorted(keys))


def body_blocks(name: str) -> tuple[str, ...]:
    """The blocks of a body's name: its first two words without the legal form and small words, and its initials."""
    words = [word for word in base_name(name) if word not in _LINKS] or base_name(name)
    keys = {" ".join(words[:2])}
    if len(words) == 1 and name.isupper() and len(words[0]) > 2:
        keys.add(f"={words[0]}")
    elif len(initials := acronym(name)) > 2:
        keys.add(f"={initials}")
    return tuple(sorted(keys))
