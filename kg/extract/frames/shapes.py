"""The shapes of frames: what the matchers look for."""

from dataclasses import dataclass, field
from enum import StrEnum

from kg.model import EntityType


class Slot(StrEnum):
    """An end of a relation."""

    SUBJ = "SUBJ"
    OBJ = "OBJ"

    @property
    def other(self) -> "Slot":
        """The opposite end."""
        return Slot.OBJ if self is Slot.SUBJ else Slot.SUBJ


SlotTypes = tuple[tuple[Slot, frozenset[EntityType]], ...]
"""The types that a frame itself asks of its ends, besides the relation's domain and range."""

SlotNouns = tuple[tuple[Slot, frozenset[str]], ...]
"""The nouns (lemmas) one of which must call the end so somewhere in the article."""


@dataclass(frozen=True, slots=True)
class RoleFrame:
    """A noun that denotes one end by its relation to the other: "SUBJ, {president|leader} of OBJ".

    Attributes:
        text: the frame as the ontology writes it.
        nouns: lower-case lemmas; several words stand with spaces ("prime minister").
        referent: the end that the noun itself denotes; the other is what it is the president (wife, lawyer) of.
        prepositions: those that may introduce the other end ("of", "for", "at"), besides possessives and modifiers.
    """

    text: str
    relation: str
    nouns: frozenset[str]
    referent: Slot
    prepositions: frozenset[str]
    types: SlotTypes = ()


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb with its two ends in grammatical roles: "SUBJ accuse OBJ of X".

    Roles: "subj", "obj", "iobj", "pp:with" (a preposition or particle and what it governs), "that.subj" (the subject of
    the clause that the verb governs), "that.word" (what that clause says of it: its verb, modal or predicate),
    "unless.subj" (who can avert it);
    a role followed by ".poss" means the possessor inside that argument.

    Attributes:
        lexical: roles that must be filled by one of these nouns (lemmas).
        filled: roles that must be there, by whatever.
        particles: words that must stand under the verb.
        clause: whether an infinitive must follow.
        nouns: what the ends must be called.
        negated: it says that the relation does not hold.
        possible: it says that the relation may come about.
        words: the particles and prepositions that it names.
        roles: all the roles that it names.
        named: the nouns that it asks for in any role.
        forbids_object: whether it knows the verb without an object, so that one changes its sense.
        specificity: how much it asks for besides its verb and slots.
    """

    text: str
    relation: str
    verb: str
    subject: str
    object: str
    lexical: tuple[tuple[str, frozenset[str]], ...] = ()
    filled: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    clause: bool = False
    types: SlotTypes = ()
    nouns: SlotNouns = ()
    negated: bool = False
    possible: bool = False
    words: frozenset[str] = field(init=False, repr=False, compare=False)
    roles: frozenset[str] = field(init=False, repr=False, compare=False)
    named: frozenset[str] = field(init=False, repr=False, compare=False)
    forbids_object: bool = field(init=False, repr=False, compare=False)
    specificity: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what is asked of every verb that has the frame."""
        ends = (self.subject, self.object)
        roles = frozenset((*ends, *(role for role, _ in self.lexical), *self.filled))
        named = (role.removeprefix("pp:") for role in roles if role.startswith("pp:"))
        without = self.object.startswith("pp:") or self.object == self.subject
        without |= self.verb == "surrender" and self.object == "subj"
        weight = (
            2 * len(self.lexical) + len(self.filled) + len(self.particles) + self.clause + len(self.nouns)
        )
        weight += sum(role.startswith(("pp:", "that.", "iobj")) for role in ends)
        object.__setattr__(self, "roles", roles)
        object.__setattr__(self, "named", frozenset().union(*(words for _, words in self.lexical)))
        object.__setattr__(self, "words", frozenset((*self.particles, *named)))
        object.__setattr__(self, "forbids_object", without and "obj" not in roles)
        object.__setattr__(self, "specificity", weight)


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun that denotes the event: "SUBJ's support for OBJ", "talks between SUBJ and OBJ".

    Attributes:
        possessor: the end that a possessive on the noun gives; None where both stand after "between".
        preposition: the preposition that introduces the other end; "that" where it is the subject of a clause.
        under: a preposition that must govern the noun ("at" in "SUBJ be at war with OBJ").
        negated: it says that the relation does not hold.
        possible: it says that the relation may come about.
    """

    text: str
    relation: str
    noun: str
    possessor: Slot | None
    preposition: str
    under: str | None = None
    types: SlotTypes = ()
    negated: bool = False
    possible: bool = False


@dataclass(frozen=True, slots=True)
class AdjectiveFrame:
    """An adjective of the subject: "SUBJ be critical of OBJ"; `negated` and `possible` as of verbs."""

    text: str
    relation: str
    adjective: str
    subject: Slot
    preposition: str
    types: SlotTypes = ()
    negated: bool = False
    possible: bool = False


@dataclass(frozen=True, slots=True)
class CompoundFrame:
    """A hyphenated word on a noun: "SUBJ-backed OBJ", "anti-OBJ SUBJ".

    Attributes:
        word: the word beside the hyphen ("backed", "anti").
        inner: the end inside the hyphenated word; the noun that it modifies is the other.
        prefix: whether `word` stands before the hyphen.
    """

    text: str
    relation: str
    word: str
    inner: Slot
    prefix: bool
    types: SlotTypes = ()


@dataclass(frozen=True, slots=True)
class PrepositionFrame:
    """Two noun phrases joined by a preposition: "SUBJ in OBJ"."""

    text: str
    relation: str
    preposition: str
    first: Slot
    types: SlotTypes = ()


@dataclass(frozen=True, slots=True)
class DemonymFrame:
    """A demonym of one end on the other: "DEM SUBJ"."""

    text: str
    relation: str
    bearer: Slot
    types: SlotTypes = ()


Frame = RoleFrame | VerbFrame | NounFrame | AdjectiveFrame | CompoundFrame | PrepositionFrame | DemonymFrame

Presenting = VerbFrame | NounFrame | AdjectiveFrame
"""Frames that may say that their relation does not hold, or may come about."""
