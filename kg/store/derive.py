"""What follows from the articles: the graphs of copies, entities and facts."""

from collections.abc import Collection, Iterable, Mapping

from pyoxigraph import NamedNode, Quad

from kg.graph import Names, Told
from kg.graph.names import PROV
from kg.graph.terms import value
from kg.model import EntityType
from kg.store.base import Store
from kg.store.entities import write_entities
from kg.store.fact_changes import change_facts
from kg.store.facts import fact_quads


def rebuild(
    store: Store,
    names: Names | None = None,
    copies: Iterable[Quad] | None = None,
    labels: Mapping[str, str] | None = None,
    types: Mapping[str, EntityType] | None = None,
    changed: Collection[str] | None = None,
    told: Iterable[tuple[str, Told]] | None = None,
) -> None:
    """Bring the derived graphs up to date with the articles: call it once after any change of them.

    Args:
        copies: the graph of copies; None: it is left as it is.
        labels: IRI of an entity → its name, where resolution has chosen it.
        types: IRI of an entity → its class, where a person has judged it.
        changed: identifiers of the articles that were written or removed, or of which a claim was judged, since the
            last time; facts that rest on no such article are left as they are. None: all facts are derived anew.
        told: what each article says of an entity, beside the entity's IRI, where it is known already.
    """
    names = names or Names()
    _forget_runs(store, names)
    origins = set() if copies is None else _rewritten(store, names.copies, copies)
    write_entities(store, names, labels or {}, types or {}, told)
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
