"""Entities that share a name with one, and might be taken for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.graph import name_key
from kg.query.labels import labels
from kg.query.source import PROLOGUE, Source, value

_LOCAL: Final = 2
"""Slashes behind "/entity" in the IRI of an entity that has no name outside one article."""


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another entity of the same name.

    Attributes:
        shared: the name.
    """

    iri: str
    name: str
    shared: str


def namesakes(source: Source, entity: NamedNode, own: Iterable[str]) -> tuple[Namesake, ...]:
    """The other entities with one of these names, sorted; those without a name outside one article are left out."""
    wanted = {name_key(name) for name in own} - {""}
    query = f"""{PROLOGUE}SELECT DISTINCT ?other ?name WHERE {{
      ?other skos:prefLabel|skos:altLabel ?name FILTER(?other != {entity})
      FILTER NOT EXISTS {{ ?other a skos:Concept }}
    }}"""
    found: dict[str, str] = {}
    for other, name in source.select(query):
        iri, shared = value(other), value(name)
        if iri.partition("/entity")[2].count("/") < _LOCAL and name_key(shared) in wanted:
            found[iri] = min(shared, found.get(iri, shared))
    names = labels(source, found)
    return tuple(Namesake(iri, names[iri], shared) for iri, shared in sorted(found.items()))
