"""What follows from the articles: the graphs of copies, entities and facts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph import KG, Names, Reading, entity_quads
from kg.graph.names import ITSRDF, NIF, PROV
from kg.graph.terms import SAME_AS, value
from kg.model import EntityType
from kg.store.base import Store
from kg.store.facts import change_facts, fact_quads

_READINGS: Final = f"""SELECT ?entity ?class ?name ?identity (COUNT(*) AS ?count) {{
    ?reading a <{KG}Reading> ; <{KG}readingOf> ?entity ; <{ITSRDF}taClassRef> ?class ; <{KG}readAs> ?name .
    OPTIONAL {{ ?reading <{KG}readIdentity> ?identity }}
}} GROUP BY ?entity ?class ?name ?identity"""

_LINKS: Final = f"""SELECT DISTINCT ?entity ?item {{
    ?link a <{KG}Link> ; <{KG}links> ?entity ; <{KG}linkResult> <{KG}Linked> ; <{KG}linkedTo> ?item .
}}"""

_MENTIONS: Final = f"""SELECT ?entity ?class ?kind ?form (COUNT(*) AS ?count) {{
    ?mention a <{KG}Mention> ; <{ITSRDF}taIdentRef> ?entity ; <{ITSRDF}taClassRef> ?class ;
        <{KG}mentionKind> ?kind ; <{NIF}anchorOf> ?form .
}} GROUP BY ?entity ?class ?kind ?form"""


def rebuild(
    store: Store,
    names: Names | None = None,
    copies: Iterable[Quad] | None = None,
    labels: Mapping[str, str] | None = None,
    types: Mapping[str, EntityType] | None = None,
    changed: Collection[str] | None = None,
) -> None:
    """Bring the derived graphs up to date with the articles: call it once after any change of them.

    Args:
        copies: the graph of copies; None: it is left as it is.
        labels: IRI of an entity → its name, where resolution has chosen it.
        types: IRI of an entity → its class, where a person has judged it.
        changed: identifiers of the articles that were written or removed, or of which a claim was judged, since the
            last time; facts that rest on no such article are left as they are. None: all facts are derived anew.
    """
    names = names or Names()
    _forget_runs(store, names)
    origins = set() if copies is None else _rewritten(store, names.copies, copies)
    store.replace_graph(names.entities, _entity_quads(store, names, labels or {}, types or {}))
    if changed is None:
        store.replace_graph(names.facts, fact_quads(store, names))
    else:
        moved = {
            identifier
            for quad in origins
            if (identifier := names.identifier(value(quad.subject))) is not None
        }
        change_facts(store, names, {names.article(identifier).value for identifier in moved.union(changed)})


def _rewritten(store: Store, graph: NamedNode, quads: Iterable[Quad]) -> set[Quad]:
    """Make these the quads of a graph; gives those that are new or gone."""
    before, after = set(store.quads(graph)), set(quads)
    store.replace_graph(graph, sorted(after, key=str))
    return before ^ after


def is_unsettled(store: Store, names: Names) -> bool:
    """Whether a store is being changed, or a change of it was broken off: what is derived may lag behind its articles."""
    return store.ask(f"ASK {{ GRAPH {names.unsettled} {{ ?s ?p ?o }} }}")


def _forget_runs(store: Store, names: Names) -> None:
    """Remove the graphs of runs that no article comes from any more."""
    rows = store.select(f"SELECT DISTINCT ?run {{ ?article <{PROV}wasGeneratedBy> ?run }}")
    used = {run for (run,) in rows}
    for graph in store.graphs():
        if names.is_run(graph.value) and graph not in used:
            store.remove_graph(graph)


def _entity_quads(
    store: Store, names: Names, labels: Mapping[str, str], types: Mapping[str, EntityType]
) -> list[Quad]:
    readings: defaultdict[str, Reading] = defaultdict(Reading)
    for entity, kind, name, identity, times in _counted(store, _READINGS):
        reading = readings[entity]
        reading.names[name] += times
        reading.said_classes[kind] += times
        if identity:
            reading.identities[identity] += times
    for entity, kind, sort, form, times in _counted(store, _MENTIONS):
        reading = readings[entity]
        reading.classes[kind] += times
        if sort == (f"{KG}Nominal" if names.is_local(entity) else f"{KG}Name"):
            reading.forms[" ".join(form.split())] += times
    for entity, reading in readings.items():
        reading.chosen_name, reading.judged_kind = labels.get(entity), types.get(entity)
    quads = [quad for entity, r in readings.items() for quad in entity_quads(NamedNode(entity), r, names)]
    return sorted([*quads, *_linked(store, readings, names)], key=str)


def _linked(store: Store, readings: Mapping[str, Reading], names: Names) -> Iterator[Quad]:
    """What registers outside say an entity is, where no article's list of names knows it."""
    for entity, item in store.select(_LINKS):
        reading = readings.get(value(entity))
        if reading is not None and not reading.identities:
            yield Quad(NamedNode(value(entity)), SAME_AS, NamedNode(value(item)), names.entities)


def _counted(store: Store, sparql: str) -> Iterator[tuple[str, str, str, str, int]]:
    """Rows of four terms and a count, as strings; "" where a term is missing."""
    for first, second, third, fourth, count in store.select(sparql):
        yield value(first), value(second), value(third), value(fourth), int(value(count))
