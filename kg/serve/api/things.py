"""What an IRI of ours stands for, as triples; runs in a process that answers."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode, Triple

from kg.graph import Names
from kg.graph.terms import OBJECT, SUBJECT
from kg.query.tokens import QueryForm
from kg.serve.refusals import NotFound
from kg.serve.served import Served
from kg.serve.sparql.query import acceptable
from kg.serve.sparql.results import Body, triples_of
from kg.store import Dataset, Solutions

KINDS: Final = ("entity", "article", "claim", "fact", "run")
"""How the IRIs go on that stand for things, after the base."""


def iri_of(names: Names, kind: str, key: str) -> NamedNode:
    """The IRI of a key as it stands in an address.

    Raises:
        NotFound: no IRI can end so.
    """
    try:
        steps = (quote(unquote(step, errors="strict"), safe="") for step in key.split("/"))
        return NamedNode(f"{names.base}{kind}/{'/'.join(steps)}")
    except ValueError as error:
        raise NotFound(f"there is no {kind} {key!r}") from error


def thing(served: Served, kind: str, key: str, accept: str | None) -> Body:
    """What is said of a thing: of an entity also the facts and claims that name it, of an article all that was read in it.

    Raises:
        NotFound: nothing is.
        NotAcceptable: it is not to be had in the format that is wanted.
    """
    media = acceptable(accept, QueryForm.CONSTRUCT)
    node = iri_of(served.names, kind, key)
    return triples_of(_triples(served, kind, node), media, served.limits, served.prefixes)


def _triples(served: Served, kind: str, node: NamedNode) -> Iterator[Triple]:
    asked: list[tuple[str, Dataset | None]] = [
        (f"CONSTRUCT {{ {node} ?p ?o }} WHERE {{ {node} ?p ?o }}", None)
    ]
    if kind in ("article", "run"):
        asked.append(("CONSTRUCT WHERE { ?s ?p ?o }", Dataset((node,))))
    elif kind == "entity":
        asked.append((f"CONSTRUCT WHERE {{ ?s ?p {node} }}", Dataset((served.names.facts,))))
        asked += [(f"CONSTRUCT WHERE {{ ?claim {part} {node} }}", None) for part in (SUBJECT, OBJECT)]
    known = False
    for sparql, graphs in asked:
        found = served.store.answer(sparql, graphs)
        assert not isinstance(found, bool | Solutions)  # it is a CONSTRUCT
        for triple in found:
            known = True
            yield triple
        if not known:
            raise NotFound(f"there is nothing in this store that is called {node}")
