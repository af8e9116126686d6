"""The small invented world of `queries/fixture.trig`, in Oxigraph and in rdflib."""

from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox
import rdflib

from kg.store import Rows, Store

FIXTURE = Path(__file__).resolve().parents[2] / "queries" / "fixture.trig"
S = TypeVar("S", bound=Store)
BASE = "https://w3id.org/kg-populator/data/"


def fill(store: S) -> S:
    """Write each graph of the world into the store."""
    graphs: dict[ox.NamedNode, list[ox.Quad]] = {}
    for quad in ox.parse(path=FIXTURE, format=ox.RdfFormat.TRIG):
        graphs.setdefault(quad.graph_name, []).append(quad)
    for graph, quads in graphs.items():
        store.replace_graph(graph, quads)
    return store


class RdflibWorld:
    """The same world as one rdflib graph: another implementation of SPARQL to agree with."""

    def __init__(self) -> None:
        triples = (quad.triple for quad in ox.parse(path=FIXTURE, format=ox.RdfFormat.TRIG))
        lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
        self.graph = rdflib.Graph().parse(data=lines, format="nt")

    def select(self, sparql: str) -> Rows:
        found = self.graph.query(sparql)
        return Rows(tuple(map(str, found.vars)), tuple(tuple(map(_term, row)) for row in found))


def _term(term: object) -> ox.NamedNode | ox.Literal | None:
    match term:
        case None:
            return None
        case rdflib.URIRef():
            return ox.NamedNode(str(term))
        case rdflib.Literal(language=str() as language):
            return ox.Literal(str(term), language=language)
        case rdflib.Literal(datatype=rdflib.URIRef() as datatype):
            return ox.Literal(str(term), datatype=ox.NamedNode(str(datatype)))
        case _:
            return ox.Literal(str(term))
