"""What a judgement changes, as the store shows it: which entities there are now, and whether a fact still stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph import KG, Names
from kg.graph.names import SKOS
from kg.graph.terms import OBJECT, PREDICATE, SUBJECT, value
from kg.model import standing
from kg.query.source import batches, local_name
from kg.store import Store, judgements


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as it stands in the store.

    Attributes:
        kind: its class, as a word; "" where it has none.
        articles: how many speak of it.
    """

    iri: str
    name: str
    kind: str
    articles: int


def readings_of(store: Store, iris: Iterable[str], names: Names) -> set[str]:
    """What articles say of these entities: the IRIs of readings, which stay while entities come and go.

    Args:
        iris: of entities or readings; for an entity that is gone, those that were judged the same answer.
    """
    wanted = set(iris)
    known = standing(judgements(store, names))
    found: set[str] = set()
    for iri in wanted:
        direct = _readings(store, {iri}, names)
        found |= direct or _readings(store, known.group(iri), names)
    return found


def _readings(store: Store, iris: Iterable[str], names: Names) -> set[str]:
    listed = sorted(iris)
    found = {iri for iri in listed if iri.startswith(f"{names.base}article/")}
    for block in batches(listed):
        rows = store.select(f"SELECT ?r {{ VALUES ?entity {{ {block} }} ?r <{KG}readingOf> ?entity }}")
        found |= {value(reading) for (reading,) in rows}
    return found


def entities_of(store: Store, readings: Iterable[str]) -> list[Entity]:
    """The entities that articles speak of there, those in most articles first."""
    found: set[str] = set()
    for block in batches(sorted(readings)):
        rows = store.select(
            f"SELECT DISTINCT ?entity {{ VALUES ?r {{ {block} }} ?r <{KG}readingOf> ?entity }}"
        )
        found |= {value(entity) for (entity,) in rows}
    return sorted((_entity(store, iri) for iri in found), key=lambda each: (-each.articles, each.iri))


def _entity(store: Store, iri: str) -> Entity:
    node = NamedNode(iri)
    articles: set[str] = set()
    for (reading,) in store.select(f"SELECT ?r {{ ?r <{KG}readingOf> {node} }}"):
        articles.add(value(reading).partition("#")[0])
    labels = sorted(value(label) for (label,) in store.select(f"SELECT ?l {{ {node} <{SKOS}prefLabel> ?l }}"))
    kinds = sorted(value(kind) for (kind,) in store.select(f"SELECT ?k {{ {node} a ?k }}"))
    kinds = [local_name(kind).lower() for kind in kinds if kind.startswith(KG)]
    return Entity(iri, labels[0] if labels else local_name(iri), ", ".join(kinds), len(articles))


def fact_stands(store: Store, claim: NamedNode) -> bool:
    """Whether other claims still make what a claim says a fact."""
    return store.ask(
        f"""ASK {{ {claim} {SUBJECT} ?s ; {PREDICATE} ?p ; {OBJECT} ?o .
            ?s ?p ?o }}"""
    )
