"""Frames: small sentences of the ontology, compiled to what the matchers look for."""

from dataclasses import dataclass
from enum import StrEnum


class Slot(StrEnum):
    """An end of a relation."""

    SUBJ = "SUBJ"
    OBJ = "OBJ"


@dataclass(frozen=True, slots=True)
class RoleFrame:
    """A noun that denotes one end by its relation to the other: "SUBJ, {president|leader} of OBJ".

    Attributes:
        text: the frame as the ontology writes it.
        nouns: lower-case lemmas; several words stand with spaces ("prime minister").
        referent: the end that the noun itself denotes; the other end is what it is the president (wife, lawyer) of.
        prepositions: those that may introduce the other end ("of", "for", "at"), besides possessives and modifiers.
    """

    text: str
    relation: str
    nouns: frozenset[str]
    referent: Slot
    prepositions: frozenset[str]
