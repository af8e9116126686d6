"""What the service says of itself (SPARQL 1.1 Service Description)."""

from typing import Final

import pyoxigraph as ox

from kg.graph.names import RDF
from kg.query.tokens import QueryForm
from kg.serve.served import Served
from kg.serve.sparql.query import acceptable
from kg.serve.sparql.results import GRAPHS, ROWS, Body, triples_of

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_NAMES: Final = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
}


def description(served: Served, address: str, accept: str | None) -> Body:
    """What the service at an address can, in the format that is wanted most."""
    media = acceptable(accept, QueryForm.CONSTRUCT)
    service, dataset, graph = ox.NamedNode(address), ox.BlankNode("dataset"), ox.BlankNode("default")
    pairs: list[tuple[ox.NamedNode | ox.BlankNode, str, ox.NamedNode | ox.BlankNode]] = [
        (service, f"{RDF}type", ox.NamedNode(f"{SD}Service")),
        (service, f"{SD}endpoint", service),
        (service, f"{SD}supportedLanguage", ox.NamedNode(f"{SD}SPARQL11Query")),
        (service, f"{SD}feature", ox.NamedNode(f"{SD}UnionDefaultGraph")),
        *(
            (service, f"{SD}resultFormat", ox.NamedNode(f"{_FORMATS}{_NAMES[each]}"))
            for each in (*ROWS, *GRAPHS)
            if each in _NAMES
        ),
        (service, f"{SD}defaultDataset", dataset),
        (dataset, f"{RDF}type", ox.NamedNode(f"{SD}Dataset")),
        (dataset, f"{SD}defaultGraph", graph),
        (graph, f"{RDF}type", ox.NamedNode(f"{SD}Graph")),
    ]
    triples = [ox.Triple(subject, ox.NamedNode(predicate), value) for subject, predicate, value in pairs]
    return triples_of(triples, media, served.limits, {"sd": SD, "formats": _FORMATS})
