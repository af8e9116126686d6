"""Facts after a change of some articles: what is concerned is derived anew, and the rest left as it is.

Which claims make a fact is looked up where the graph of facts says it, since engines look for a pair of ends among all
claims of one of them, and some have very many.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Final, TypeVar

from pyoxigraph import Quad

from kg.graph import KG, Names, terms
from kg.graph.names import NIF, PROV, RDF
from kg.graph.terms import value
from kg.store.base import Store
from kg.store.facts import derived, fact_quads, node_of
from kg.store.said import Key, Meaning, Said, said_of

T = TypeVar("T", str, tuple[str, ...])

_BATCH: Final = 300
"""Rows in one VALUES: some servers limit the length of a query."""
_MOST: Final = 300
_SHARE: Final = 0.1
"""Of more articles than that, and more than that share of all, everything is derived anew: looking up what some articles
claim takes ten times as long for each as reading what all do."""
_SIDES: Final = {
    terms.SUPPORTED_BY: (False, False),
    terms.ALLEGED_BY: (False, True),
    terms.DISPUTED_BY: (True, False),
}
"""Whether a claim on that side denies, and whether it alleges."""
_UNSURE: Final = (
    f"?claim <{KG}polarity> <{KG}Negated>",
    f"?claim <{KG}holderStance> <{KG}Alleges>",
)
"""Claims that make no fact by themselves, so that no fact may name them."""


def change_facts(store: Store, names: Names, articles: Collection[str]) -> None:
    """Bring the facts up to date where they rest, or rested, on some articles: the same graph as deriving all anew.

    Args:
        articles: IRIs of those that were written or removed, of which a claim was judged, or an origin has changed.
    """
    meaning = Meaning(store)
    if len(articles) > _MOST and len(articles) > _SHARE * _number(store):
        store.replace_graph(names.facts, fact_quads(store, names))
        return
    claims = _read(store, meaning, "article", articles)
    touched = {said.key for said in claims}.union(_stated_in(store, names, articles))
    old = set(_stated(store, names, meaning, touched))
    for said in (*_behind(store, names, touched, old), *_unstated(store, meaning, touched)):
        if said.article not in articles:
            claims.add(said)
    new = set(derived(claims, meaning, names))
    store.change_graph(names.facts, old - new, new - old)


def _number(store: Store) -> int:
    """How many articles the store has."""
    rows = store.select(f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?article {{ ?article a <{KG}Article> }} }}")
    return int(value(next(iter(rows))[0]))


def _read(store: Store, meaning: Meaning, variable: str, iris: Iterable[str]) -> set[Said]:
    """What the claims say of which one thing is among some."""
    return {said for some in _parts(iris) for said in said_of(store, meaning, variable, some)}


def _behind(store: Store, names: Names, keys: Iterable[Key], stated: Iterable[Quad]) -> Iterator[Said]:
    """What the claims say that stand behind facts, as the graph of facts has them; those that are gone left out."""
    by_node = {node_of(key, names).value: key for key in keys}
    said: defaultdict[str, set[tuple[Key, bool, bool]]] = defaultdict(set)
    for quad in stated:
        if (side := _SIDES.get(quad.predicate)) is not None:
            said[value(quad.object)].add((by_node[value(quad.subject)], *side))
    for claim, article, origin in _origins(store, said):
        for key, denied, alleged in said[claim]:
            yield Said(claim, key, denied, alleged, article, origin)


def _origins(store: Store, claims: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Claims with their articles, and those that their sentences were written for."""
    for block in _blocks((iri,) for iri in claims):
        rows = store.select(f"""SELECT DISTINCT ?claim ?article ?first ?original {{
            VALUES (?claim) {{ {block} }}
            ?claim <{PROV}wasDerivedFrom> ?article .
            OPTIONAL {{ ?claim <{KG}evidence>/<{KG}copiedFrom>/<{NIF}referenceContext> ?first }}
            OPTIONAL {{ ?article <{KG}duplicateOf> ?original }}
        }}""")
        for claim, article, first, original in (map(value, row) for row in rows):
            yield claim, article, first or original or article


def _unstated(store: Store, meaning: Meaning, keys: Collection[Key]) -> Iterator[Said]:
    """What those claims say of some keys that deny or allege it, which the graph of facts need not name."""
    pairs = {pair for key in keys for pair in ((key.subject, key.object), (key.object, key.subject))}
    found: set[str] = set()
    for unsure in _UNSURE if pairs else ():
        rows = store.select(f"""SELECT ?claim ?s ?o {{
            {unsure} . ?claim <{KG}modality> <{KG}Actual> ; <{RDF}subject> ?s ; <{RDF}object> ?o
        }}""")
        found |= {claim for claim, *pair in (map(value, row) for row in rows) if tuple(pair) in pairs}
    yield from (said for said in _read(store, meaning, "claim", found) if said.key in keys)


def _stated_in(store: Store, names: Names, articles: Iterable[str]) -> Iterator[Key]:
    """What the facts and disputes of the graph say that rest on some articles."""
    for block in _blocks((iri,) for iri in articles):
        rows = store.select(f"""SELECT DISTINCT ?s ?relation ?o {{
            VALUES (?article) {{ {block} }}
            GRAPH {names.facts} {{ ?node <{PROV}wasDerivedFrom> ?article ;
                <{RDF}subject> ?s ; <{RDF}predicate> ?relation ; <{RDF}object> ?o }}
        }}""")
        for row in rows:
            yield Key(*map(value, row))


def _stated(store: Store, names: Names, meaning: Meaning, keys: Iterable[Key]) -> Iterator[Quad]:
    """What the graph of facts has for some keys: their nodes and their edges."""
    wanted = list(keys)
    for block in _blocks((node_of(key, names).value,) for key in wanted):
        yield from _graph_part(store, names, f"VALUES (?s) {{ {block} }}")
    for block in _blocks(edge for key in wanted for edge in meaning.edges(key)):
        yield from _graph_part(store, names, f"VALUES (?s ?p ?o) {{ {block} }}")


def _graph_part(store: Store, names: Names, where: str) -> Iterator[Quad]:
    for triple in store.construct(
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} GRAPH {names.facts} {{ ?s ?p ?o }} }}"
    ):
        yield Quad(triple.subject, triple.predicate, triple.object, names.facts)


def _blocks(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows of IRIs for VALUES, a few hundred at a time, each once."""
    for some in _parts(rows):
        yield " ".join(f"({' '.join(f'<{iri}>' for iri in row)})" for row in some)


def _parts(values: Iterable[T]) -> Iterator[list[T]]:
    listed = sorted(set(values))
    for start in range(0, len(listed), _BATCH):
        yield listed[start : start + _BATCH]
