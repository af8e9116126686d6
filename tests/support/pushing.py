"""Small stores to push, and what becomes of them."""

import pyoxigraph as ox

from kg.graph import Names
from kg.home import Home
from kg.push import Patience, Report, Server, Web, access_to, places, push
from kg.store import LocalStore, Store

NAMES = Names()
BASE = NAMES.base
P = ox.NamedNode("https://a.example/p")
QUICK = Patience(pauses=(0, 0, 0))


def put(store: Store, name: str, *values: str) -> ox.NamedNode:
    """Write a graph with these values under the data's base."""
    graph = ox.NamedNode(BASE + name)
    store.replace_graph(graph, [ox.Quad(graph, P, ox.Literal(value), graph) for value in values])
    return graph


def three_articles() -> LocalStore:
    """A store with three articles and what follows from them."""
    store = LocalStore()
    for number in range(3):
        put(store, f"article/{number}", *(f"says {number} {line}" for line in range(4)))
    put(store, "run/r", "a run")
    put(store, "graph/ontology", "an ontology")
    put(store, "graph/entities", "some entities")
    put(store, "graph/facts", "a fact", "another fact")
    return store


def pushed(
    store: Store,
    url: str,
    patience: Patience = QUICK,
    *,
    dry_run: bool = False,
    force: bool = False,
    **home: str,
) -> Report:
    """Push a store to the server at a URL."""
    target = Home(endpoint=url, **home)
    with Web(auth=access_to(target), patience=patience, timeout=60) as web:
        server = Server(web, places(target), NAMES)
        return push(store, server, NAMES, dry_run=dry_run, force=force)


def data(store: Store) -> set[ox.Quad]:
    """What a store holds, without what a server remembers."""
    return {quad for graph in store.graphs() if graph != NAMES.pushed for quad in store.quads(graph)}
