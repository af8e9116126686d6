"""Entities that share a name with one, and might be taken for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.graph import name_key
from kg.query.labels import labels
from kg.query.source import BATCH, PROLOGUE, Source, Term, batches, value
from kg.query.terms import encoded, literal

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
    found: dict[str, str] = {}
    for other, name in _names(source, entity, sorted(wanted)):
        iri, shared = value(other), value(name)
        if iri.partition("/entity")[2].count("/") < _LOCAL and name_key(shared) in wanted:
            found[iri] = min(shared, found.get(iri, shared))
    names = labels(source, found)
    return tuple(Namesake(iri, names[iri], shared) for iri, shared in sorted(found.items()))


def _names(source: Source, entity: NamedNode, keys: list[str]) -> Iterator[tuple[Term | None, ...]]:
    """Others and their names: of those that have one of the keys, or of all where the store has no keys."""
    if not source.ask(f"{PROLOGUE}ASK {{ ?other kg:nameKey ?key }}"):
        yield from _of_all(source, entity, "")
        return
    for start in range(0, len(keys), BATCH):
        listed = " ".join(encoded(literal(key)) for key in keys[start : start + BATCH])
        # first whom it concerns: engines would join the keys with all names
        rows = source.select(
            f"{PROLOGUE}SELECT DISTINCT ?other {{ VALUES ?key {{ {listed} }} ?other kg:nameKey ?key }}"
        )
        for block in batches(sorted({value(other) for (other,) in rows} - {entity.value})):
            yield from _of_all(source, entity, f"VALUES ?other {{ {block} }}")


def _of_all(source: Source, entity: NamedNode, block: str) -> Iterator[tuple[Term | None, ...]]:
    for name in ("skos:prefLabel", "skos:altLabel"):
        yield from source.select(f"""{PROLOGUE}SELECT DISTINCT ?other ?name WHERE {{
          {block} ?other {name} ?name FILTER(?other != {entity})
          FILTER NOT EXISTS {{ ?other a skos:Concept }}
        }}""")
