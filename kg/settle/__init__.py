"""What follows from the articles and the judgements, brought up to date after any change of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.collector import uncollected
from kg.gazetteer import load_gazetteer
from kg.graph import Names, Told, moved_quads, terms
from kg.graph.names import OWL
from kg.graph.resolving import MOVING
from kg.graph.terms import value
from kg.model import Candidate
from kg.resolve import Partition, Resolution, automatic, candidates_of, resolve, with_judgements
from kg.settle.copies import copy_quads
from kg.settle.readings import readings_of
from kg.store import Store, entities_by_reading, is_unsettled, judgements, rebuild, replayed_quads

_ITEMS: Final = f"SELECT ?entity ?item {{ ?entity <{OWL}sameAs> ?item }} ORDER BY DESC(STR(?item))"
_MOVING: Final = f"""{{ VALUES ?p {{ {" ".join(map(str, MOVING))} }} ?s ?p ?o }} UNION
    {{ VALUES ?o {{ {terms.CLAIM} {terms.COLLAPSED_CLAIM} }} ?s a ?o BIND({terms.TYPE} AS ?p) }}"""


@dataclass(slots=True)
class Changes:
    """What is being changed in a store, and what came of it.

    Attributes:
        articles: identifiers of those that are written or removed, or of which a claim is judged.
        all: whether anything else may have changed as well, so that everything must be derived anew.
        resolution: of all entities, once it is settled.
    """

    articles: set[str] = field(default_factory=set)
    all: bool = False
    resolution: Resolution = field(default_factory=lambda: Resolution({}, {}, {}))


@contextmanager
def changing(store: Store, names: Names | None = None) -> Iterator[Changes]:
    """Change articles or judgements inside; what follows from them is brought up to date at the end, errors or not.

    The store remembers that it is being changed, so that after a break (a killed process) everything is derived anew.

    Raises:
        StoreError: the store cannot be used.
    """
    names = names or Names()
    changes = Changes(all=is_unsettled(store, names))
    mark = Quad(names.facts, terms.TYPE, terms.UNSETTLED, names.unsettled)
    store.replace_graph(names.unsettled, [mark])
    try:
        yield changes
    finally:
        changes.resolution = settle(store, names, changed=None if changes.all else changes.articles)
        store.remove_graph(names.unsettled)


def mend(store: Store, names: Names | None = None) -> bool:
    """Bring a store up to date whose last change was broken off; whether that was so.

    Who looks for something in order to change it calls this first: until then the store may be in the midst of a change.

    Raises:
        StoreError: the store cannot be used.
    """
    names = names or Names()
    if not is_unsettled(store, names):
        return False
    with changing(store, names):
        pass
    return True


@uncollected()
def settle(
    store: Store,
    names: Names | None = None,
    changed: Collection[str] | None = None,
) -> Resolution:
    """Resolve entities anew and derive what follows: call it once after articles or judgements have changed.

    Only articles of which an entity has changed are written; the same articles and judgements give the same graph.

    Args:
        changed: identifiers of the articles that have changed; None where that is not known.

    Raises:
        StoreError: the store cannot be used.
    """
    names = names or Names()
    store.replace_graph(names.replayed, replayed_quads(store, names))
    resolution, told, rewritten = _resolve(store, names)
    known = None if changed is None else rewritten.union(changed)
    copies = copy_quads(store, names)
    rebuild(store, names, copies, resolution.labels, resolution.types, known, told)
    return resolution


def candidates(store: Store, names: Names | None = None) -> list[Candidate]:
    """The pairs of entities that a person should look at, the likeliest to be one first; judged ones are left out."""
    names = names or Names()
    decided = judgements(store, names)
    alone = _automatic(store, names)
    items = {value(entity): value(item) for entity, item in store.select(_ITEMS)}
    return candidates_of(alone, with_judgements(alone, decided, _mint(names)), decided, items)


def automatic_entities(store: Store, names: Names) -> dict[str, str]:
    """The IRI of the entity by that of the reading, were nothing judged: what judgements name."""
    return _automatic(store, names).entities()


def _automatic(store: Store, names: Names) -> Partition:
    return automatic((reading for reading, _ in readings_of(store, names)), load_gazetteer(), _mint(names))


def _mint(names: Names) -> Callable[[str], str]:
    return lambda key: names.entity_by_key(key).value


def _resolve(store: Store, names: Names) -> tuple[Resolution, list[tuple[str, Told]], set[str]]:
    """Decide what each reading stands for, and write the articles of which that has changed.

    Gives what the articles say of each entity as well, by its IRI, and the articles written.
    """
    read = list(readings_of(store, names, keep=True))
    resolution = resolve(
        (reading for reading, _ in read),
        judgements(store, names),
        load_gazetteer(),
        _mint(names),
    )
    told = [(resolution.entities[reading.iri], told) for reading, told in read]
    before = entities_by_reading(store)
    moved: defaultdict[str, dict[str, str]] = defaultdict(dict)
    unsettled = {
        reading.article for reading, _ in read if resolution.entities[reading.iri] != before.get(reading.iri)
    }
    for reading, _ in read:
        if reading.article in unsettled:
            moved[reading.article][reading.iri] = resolution.entities[reading.iri]
    for article in sorted(unsettled):
        graph = names.article(article)
        store.change_graph(graph, *moved_quads(_moving(store, graph), moved[article]))
    return resolution, told, unsettled


def _moving(store: Store, graph: NamedNode) -> list[Quad]:
    """Of an article's graph what another resolution may change: a fifth of it, and no text."""
    rows = store.select(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ {_MOVING} }} }}")
    return [Quad(subject, predicate, object_, graph) for subject, predicate, object_ in rows]  # type: ignore[arg-type]
