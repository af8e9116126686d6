"""The entities graph: one class, one preferred name and the other names of each entity."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import terms
from kg.graph.name_keys import name_key
from kg.graph.names import KG, Names
from kg.model import EntityType

_ORDER = {f"{KG}{kind.value}": place for place, kind in enumerate(EntityType)}


@dataclass(slots=True)
class Reading:
    """What all articles together say of one entity, counted; the order of counting does not show.

    Attributes:
        classes: IRIs of classes, by mentions.
        said_classes: the same by articles, for an entity without a mention.
        names: what the articles call it, each article once.
        forms: how its mentions name it, by mentions: names, or for a local entity what describes it.
        identities: IRIs of the same thing elsewhere, each article once.
        chosen_name: the one of its names that resolution prefers.
        judged_kind: the class that a person gave it.
    """

    classes: Counter[str] = field(default_factory=Counter)
    said_classes: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    identities: Counter[str] = field(default_factory=Counter)
    chosen_name: str | None = None
    judged_kind: EntityType | None = None

    @property
    def kind(self) -> str | None:
        """The class that a person gave, else that most often read, or None; of equals the first in `EntityType`."""
        if self.judged_kind is not None:
            return f"{KG}{self.judged_kind.value}"
        votes = self.classes or self.said_classes
        return min(votes, key=lambda kind: (-votes[kind], _ORDER.get(kind, len(_ORDER)), kind), default=None)

    @property
    def name(self) -> str | None:
        """The chosen name, else the fullest, then the most frequent, or None where no article names it.

        A gazetteer gives every article the same name: where it knows the entity, there is nothing to choose.
        """
        if self.chosen_name in self.names:
            return self.chosen_name
        return min(
            self.names, key=lambda name: _name_rank(name, self.names[name], self.forms[name]), default=None
        )

    @property
    def identity(self) -> str | None:
        """The one thing elsewhere that most articles take it for."""
        return min(self.identities, key=lambda iri: (-self.identities[iri], iri), default=None)

    @property
    def other_names(self) -> list[str]:
        """All names and forms but the preferred, sorted."""
        forms = {" ".join(form.split()) for form in (*self.names, *self.forms)}
        return sorted(forms - {self.name, ""})


def _name_rank(name: str, articles: int, mentions: int) -> tuple[object, ...]:
    """The fullest first, then the most frequent, then the one with accents."""
    return (-len(name.split()), -articles, -mentions, -len(name.encode()), name)


def entity_quads(entity: NamedNode, reading: Reading, names: Names) -> Iterator[Quad]:
    """What the entities graph says of one entity."""
    graph = names.entities
    if reading.kind is not None:
        yield Quad(entity, terms.TYPE, NamedNode(reading.kind), graph)
    if reading.name is not None:
        yield Quad(entity, terms.PREF_LABEL, Literal(reading.name, language="en"), graph)
    for form in reading.other_names:
        yield Quad(entity, terms.ALT_LABEL, Literal(form, language="en"), graph)
    if reading.identity is not None:
        yield Quad(entity, terms.SAME_AS, NamedNode(reading.identity), graph)
    for key in sorted({name_key(form) for form in (reading.name or "", *reading.other_names)} - {""}):
        yield Quad(entity, terms.NAME_KEY, Literal(key), graph)
