"""Who and what an article speaks of."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.article import Span


class EntityType(StrEnum):
    """The class of an entity; the values are the local names of the ontology's classes."""

    PERSON = "Person"
    """A human being, or a group of them ("protesters", "regime officials")."""
    ORGANIZATION = "Organization"
    """A body that acts as one: agency, government, "regime", court, party, company, medium, armed group."""
    COUNTRY = "Country"
    """A sovereign state, or a territory that claims to be one; also where its name stands for its government."""
    PLACE = "Place"
    """Any other place."""


class MentionKind(StrEnum):
    """How a mention names its entity; the values are the local names of the ontology's individuals."""

    NAME = "Name"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of an article's text that names an entity.

    Attributes:
        span: without leading article and trailing possessive.
        text: the words that stand at `span`.
        entity: the `Entity.key` that it refers to.
        confidence: that it refers to this entity, 0 to 1; a name counts 1.0, what is inferred less.
    """

    span: Span
    text: str
    kind: MentionKind
    entity: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """One entity, as one article speaks of it.

    Attributes:
        key: readable, of [a-z0-9-], made from the name alone, so that the same name in another article gives the same key.
        name: the canonical name where a gazetteer knows it, else the fullest form that the article gives.
        local: it has no name of its own ("protesters", "the court"): the key says something within this article only.
        wikidata: "Q717", where a gazetteer knows it.
        roles: the nouns that the article uses for it ("minister", "foreign minister"), sorted.
    """

    key: str
    type: EntityType
    name: str
    local: bool = False
    wikidata: str | None = None
    roles: tuple[str, ...] = ()
