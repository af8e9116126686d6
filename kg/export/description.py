"""A description of the dataset in VoID and DCAT: what it holds, in which vocabularies, for catalogues of datasets.

It says nothing that is not in the store or told by whoever publishes it: no clock, no name of a machine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import UsageError
from kg.export.arrange import ordered
from kg.export.layers import KEPT
from kg.export.turtle import TurtleWriter
from kg.graph import PREFIXES, Names, terms
from kg.graph.names import DCTERMS, XSD
from kg.graph.terms import value
from kg.query.source import PROLOGUE
from kg.store import Store

VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"


@dataclass(frozen=True, slots=True)
class Description:
    """What only the publisher knows; a licence is best told by its address."""

    title: str | None = None
    publisher: str | None = None
    licence: str | None = None


def write_description(
    store: Store, out: BinaryIO, about: Description | None = None, *, names: Names | None = None
) -> None:
    """Write the description of what `write_store` writes, as Turtle.

    Raises:
        UsageError: the licence starts like an address and is none.
    """
    names = names or Names()
    turtle = TurtleWriter(names, {"void": VOID, "dcat": DCAT})
    for line in turtle.head():
        out.write(line.encode("utf-8"))
    triples = list(_told(store, about or Description(), names))
    for subject in dict.fromkeys(triple.subject for triple in triples):
        block = ordered(triple for triple in triples if triple.subject == subject)
        for line in turtle.block(block, ""):
            out.write(line.encode("utf-8"))


def _told(store: Store, about: Description, names: Names) -> Iterator[Triple]:
    dataset = NamedNode(f"{names.base}dataset")
    classes = _counted(store, names, "?s a ?counted")
    properties = _counted(store, names, "?s ?counted ?o")
    for kept in KEPT:
        properties.pop(kept.value, None)
    yield Triple(dataset, terms.TYPE, NamedNode(f"{VOID}Dataset"))
    yield Triple(dataset, terms.TYPE, NamedNode(f"{DCAT}Dataset"))
    for predicate, word in ((terms.TITLE, about.title), (terms.PUBLISHER, about.publisher)):
        if word:
            yield Triple(dataset, predicate, Literal(word))
    if about.licence:
        yield Triple(dataset, NamedNode(f"{DCTERMS}license"), _licence(about.licence))
    yield Triple(dataset, NamedNode(f"{VOID}uriSpace"), Literal(names.base))
    yield Triple(dataset, NamedNode(f"{VOID}triples"), terms.integer(sum(properties.values())))
    yield from (
        Triple(dataset, NamedNode(f"{VOID}vocabulary"), used) for used in _vocabularies(classes, properties)
    )
    yield from _period(store, dataset)
    for part, counts, of, unit in (
        ("class", classes, "class", "entities"),
        ("property", properties, "property", "triples"),
    ):
        for iri, count in sorted(counts.items()):
            node = NamedNode(f"{names.base}dataset#{part}={_short(iri)}")
            yield Triple(dataset, NamedNode(f"{VOID}{part}Partition"), node)
            yield Triple(node, NamedNode(f"{VOID}{of}"), NamedNode(iri))
            yield Triple(node, NamedNode(f"{VOID}{unit}"), terms.integer(count))


def _counted(store: Store, names: Names, pattern: str) -> dict[str, int]:
    """How often each class or property stands in what is exported."""
    rows = store.select(
        f"SELECT ?counted (COUNT(*) AS ?n) {{ GRAPH ?g {{ {pattern} }} "
        f"FILTER(STRSTARTS(STR(?g), {Literal(names.base)}) && ?g != {names.unsettled} && ?g != {names.pushed}) }} "
        "GROUP BY ?counted"
    )
    return {value(counted): int(value(count)) for counted, count in rows if isinstance(counted, NamedNode)}


def _vocabularies(*counts: dict[str, int]) -> Iterator[NamedNode]:
    used = {iri for each in counts for iri in each}
    for namespace in sorted(PREFIXES.values()):
        if any(iri.startswith(namespace) for iri in used):
            yield NamedNode(namespace)


def _period(store: Store, dataset: NamedNode) -> Iterator[Triple]:
    """From the first to the last day on which an article was published."""
    rows = store.select(f"{PROLOGUE}SELECT DISTINCT ?day {{ ?article a kg:Article ; dcterms:issued ?day }}")
    days = sorted((day.value[:10], day) for (day,) in rows if isinstance(day, Literal))
    if days:
        period = NamedNode(f"{dataset.value}#period")
        yield Triple(dataset, NamedNode(f"{DCTERMS}temporal"), period)
        yield Triple(period, terms.TYPE, NamedNode(f"{DCTERMS}PeriodOfTime"))
        yield Triple(period, NamedNode(f"{DCAT}startDate"), days[0][1])
        yield Triple(period, NamedNode(f"{DCAT}endDate"), days[-1][1])


def _licence(licence: str) -> NamedNode | Literal:
    if not licence.startswith(("http://", "https://")):
        return Literal(licence, datatype=NamedNode(f"{XSD}string"))
    try:
        return NamedNode(licence)
    except ValueError as error:
        raise UsageError(f"the licence {licence!r} is no address: {error}") from error


def _short(iri: str) -> str:
    """An IRI as part of another: by its prefix where it has one of ours."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}-{iri.removeprefix(namespace)}"
    return iri.rpartition("#")[2].rpartition("/")[2]
