"""What is asked: an entity with its names, and what the articles tie it to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from kg.model import EntityType
from kg.model.keys import fold

_MOST_NAMES: Final = 4
"""Of one entity; further ones find the same items, and each costs the register a search."""
_LONGEST_ACRONYM: Final = 6
_SPACE: Final = re.compile(r"\s+")
_ARTICLE: Final = re.compile(r"^the\s+", re.IGNORECASE)


class Bond(IntEnum):
    """How closely the articles tie two entities; the higher, the closer."""

    SENTENCE = 1
    """They are named in one sentence."""
    CLAIM = 2
    """A claim is made between them."""
    BELONGS = 3
    """A claim says that one leads, works for, is a member, citizen or part of the other, or lies in it."""


@dataclass(frozen=True, slots=True)
class Tie:
    """An entity that the articles tie the one that is asked for to.

    Attributes:
        names: all its names, the preferred first; of a country its demonyms as well.
        identity: its IRI in Wikidata, where a list of names knows it.
    """

    names: tuple[str, ...]
    type: EntityType
    bond: Bond
    identity: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An entity that a register is asked for.

    Attributes:
        entity: its IRI.
        names: its preferred name, then the others.
        ties: the closest first.
        descriptions: what articles call it without its name ("the opposition leader").
        sentences: that name it.
    """

    entity: str
    type: EntityType
    names: tuple[str, ...]
    ties: tuple[Tie, ...] = ()
    descriptions: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()

    @property
    def lookups(self) -> tuple[str, ...]:
        """The names to ask for, the best first: short ones only where there is no other."""
        plain = [_plain(name) for name in self.names]
        full = [name for name in plain if not is_short(name, self.type)]
        chosen = [*full[:1], *sorted(full[1:], key=lambda name: -len(name.split()))] or plain
        forms = (form for name in chosen for form in _forms(name))
        return tuple(dict.fromkeys(form for form in forms if form))[:_MOST_NAMES]


def is_short(name: str, type_: EntityType) -> bool:
    """Whether too many bear the name for it to say who is meant: a lone name of a person, letters for a body.

    >>> is_short("Biden", EntityType.PERSON), is_short("OAS", EntityType.ORGANIZATION)
    (True, True)
    >>> is_short("Reuters", EntityType.ORGANIZATION), is_short("Lima", EntityType.PLACE)
    (False, False)
    """
    words = name.split()
    if len(words) != 1:
        return False
    letters = words[0].replace(".", "")
    if type_ is EntityType.PERSON:
        return True
    return type_ is EntityType.ORGANIZATION and letters.isupper() and len(letters) <= _LONGEST_ACRONYM


def compared(name: str) -> str:
    """A name as it is compared: without case, accents, full stops and leading "the".

    >>> compared("The O.A.S."), compared("Nicolás  Maduro")
    ('oas', 'nicolas maduro')
    """
    return _SPACE.sub(" ", _ARTICLE.sub("", fold(name)).replace(".", "").strip())


def all_compared(names: Iterable[str]) -> frozenset[str]:
    """Several names as they are compared, without empty ones."""
    return frozenset(filter(None, map(compared, names)))


def _plain(name: str) -> str:
    return _ARTICLE.sub("", _SPACE.sub(" ", name).strip())


def _forms(name: str) -> tuple[str, ...]:
    """The name as it is written and with the apostrophe of a typewriter, under either of which registers keep it."""
    return (name, name.replace("’", "'"))
