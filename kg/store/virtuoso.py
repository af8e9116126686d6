"""What is particular about Virtuoso 7: graphs of its own, answers that it cuts, and updates that must be short."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from kg.store.base import Term

T = TypeVar("T")

MARK: Final = "ASK { GRAPH <http://www.openlinksw.com/schemas/virtrdf#> { ?s ?p ?o } }"
"""True of every Virtuoso, and of no other server."""
CUT: Final = "x-sparql-maxrows"
"""The header that tells that rows are missing, with how many there are at most."""
BROKEN_OFF: Final = ("x-sql-state", "S1TAT")
"""The header that tells that it stopped looking at a limit of time; what it had found comes with status 200."""
PAGE: Final = 1000
"""Triples of one part of a graph that a query makes: Virtuoso cuts those at its limit of rows without a word."""
CHUNK: Final = 500
"""Triples of one update: it compiles each to some lines of code, and takes at most 10,000 lines."""

_OWN_GRAPHS: Final = (
    "http://www.openlinksw.com/schemas/virtrdf#",
    "http://www.w3.org/2002/07/owl#",
    "http://www.w3.org/ns/ldp#",
    "http://localhost:8890/sparql",
    "http://localhost:8890/DAV/",
    "urn:activitystreams-owl:map",
    "urn:core:services:sparql",
    "urn:virtuoso:val:acl:schema",
)
_NODE: Final = re.compile(rb'("type"\s*:\s*"bnode"\s*,\s*"value"\s*:\s*")nodeID://')
_PROLOGUE: Final = re.compile(
    r"\s*(?:(?:#[^\n]*\n|BASE\s*<[^<>]*>|PREFIX\s+[^\s:]*:\s*<[^<>]*>)\s*)*", re.IGNORECASE
)
_DECIMAL: Final = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
_BOOLEAN: Final = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
_TEXTS: Final = frozenset({Literal("").datatype, Literal("", language="en").datatype})
_TRUTHS: Final = {"1": Literal(True), "0": Literal(False)}


def is_own(graph: NamedNode) -> bool:
    """Whether a graph comes with every Virtuoso and holds nothing of its users."""
    return graph.value in _OWN_GRAPHS


def page_of_rows(sparql: str, variables: Sequence[str], size: int, start: int) -> str:
    """A SELECT for some of the rows of another one, in its order, or in that of its variables where it has none."""
    prologue, query = _split(sparql)
    names = " ".join(f"?{name}" for name in variables)
    if not re.search(r"\bORDER\s+BY\b", query[query.rfind("}") :], re.IGNORECASE):
        query = f"SELECT {names} WHERE {{ {{ {query}\n}} }} ORDER BY {names}"
    return f"{prologue}SELECT {names} WHERE {{ {{ {query}\n}} }} LIMIT {size} OFFSET {start}"


def page_of_triples(sparql: str, start: int) -> str | None:
    """A CONSTRUCT for what some of the solutions of another one give; None where that has limits of its own."""
    end = sparql[sparql.rfind("}") :]
    if re.search(r"\b(LIMIT|OFFSET)\b", end, re.IGNORECASE) or not re.match(
        "CONSTRUCT", _split(sparql)[1], re.IGNORECASE
    ):
        return None
    return f"{sparql}\nLIMIT {PAGE} OFFSET {start}"


def with_labels(body: bytes) -> bytes:
    """An answer whose blank nodes have labels; it writes IRIs for them."""
    return _NODE.sub(rb"\1", body)


def plain(term: Term | None) -> Term | None:
    """A value as other stores give it: truth is written as 1 and 0 here."""
    if isinstance(term, Literal) and term.datatype == _BOOLEAN:
        return _TRUTHS.get(term.value, term)
    return term


def as_taken(quads: Iterable[Quad]) -> list[Quad]:
    """The quads written so that an update means them: a decimal number without a point would become an integer."""
    return [
        Quad(
            quad.subject,
            quad.predicate,
            Literal(f"{quad.object.value}.0", datatype=_DECIMAL),
            quad.graph_name,
        )
        if isinstance(quad.object, Literal)
        and quad.object.datatype == _DECIMAL
        and "." not in quad.object.value
        else quad
        for quad in quads
    ]


def difference(before: Iterable[Quad], after: Iterable[Quad]) -> tuple[list[Quad], list[Quad]]:
    """What must go and what must come; the same number written in another way is the same."""
    old, new = {_normal(quad): quad for quad in before}, {_normal(quad): quad for quad in after}
    return [old[key] for key in old.keys() - new.keys()], [new[key] for key in new.keys() - old.keys()]


def in_chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The items, some at a time."""
    listed = list(items)
    for start in range(0, len(listed), size):
        yield listed[start : start + size]


def _split(sparql: str) -> tuple[str, str]:
    match = _PROLOGUE.match(sparql)
    end = match.end() if match is not None else 0
    return sparql[:end], sparql[end:]


def _normal(quad: Quad) -> Quad:
    if not isinstance(quad.object, Literal) or quad.object.datatype in _TEXTS:
        return quad
    return Quad(quad.subject, quad.predicate, _normal_literal(quad.object), quad.graph_name)


@lru_cache(maxsize=10_000)
def _normal_literal(literal: Literal) -> Literal:
    """A literal as the embedded store writes it."""
    store = Store()
    store.add(Quad(BlankNode(), NamedNode("urn:x"), literal))
    found = next(iter(store)).object
    assert isinstance(found, Literal)
    return found
