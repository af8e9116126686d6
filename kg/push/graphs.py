"""What a store has to push: its graphs by kind, each with its lines and a digest of them."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pyoxigraph import NamedNode

from kg.graph import Names
from kg.store import Store

_BLANK: Final = re.compile(rb"(?m)^_:|^<[^>]*> <[^>]*> _:")


class Kind(StrEnum):
    """Kinds of graphs, in the order in which they are sent: what others rest on goes first."""

    ONTOLOGY = "ontology"
    RUN = "runs"
    ARTICLE = "articles"
    OTHER = "others"
    JUDGEMENTS = "judgements"
    LINKS = "links"
    REPLAYED = "replayed"
    COPIES = "copies"
    ENTITIES = "entities"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Content:
    """A graph as it is sent.

    Attributes:
        lines: N-Triples, sorted, each ends with a line feed; they are Turtle and the inside of an INSERT DATA as well.
        count: how many they are.
        blank: whether a blank node is among them, so that adding them twice would not be the same as once.
    """

    graph: NamedNode
    lines: bytes
    count: int
    digest: str
    blank: bool


def kind_of(graph: NamedNode, names: Names) -> Kind:
    """The kind of a graph; one of the user's own counts as another."""
    if names.is_article(graph.value):
        return Kind.ARTICLE
    if names.is_run(graph.value):
        return Kind.RUN
    return {
        names.ontology: Kind.ONTOLOGY,
        names.judgements: Kind.JUDGEMENTS,
        names.links: Kind.LINKS,
        names.replayed: Kind.REPLAYED,
        names.copies: Kind.COPIES,
        names.entities: Kind.ENTITIES,
        names.facts: Kind.FACTS,
    }.get(graph, Kind.OTHER)


def graphs_in_order(store: Store, names: Names) -> list[NamedNode]:
    """The graphs of a store that are pushed, in the order of sending."""
    order = {kind: place for place, kind in enumerate(Kind)}
    ours = (graph for graph in store.graphs() if graph not in (names.unsettled, names.pushed))
    return sorted(ours, key=lambda graph: (order[kind_of(graph, names)], graph.value))


def contents(store: Store, graphs: list[NamedNode]) -> Iterator[Content]:
    """Each graph with its lines, one after the other."""
    for graph in graphs:
        yield content(graph, store.ntriples(graph))


def content(graph: NamedNode, ntriples: bytes) -> Content:
    """A graph from its lines in any order: the same lines give the same digest."""
    lines = sorted(ntriples.splitlines(keepends=True))
    joined = b"".join(lines)
    blank = b"_:" in joined and _BLANK.search(joined) is not None
    return Content(graph, joined, len(lines), hashlib.sha256(joined).hexdigest(), blank)
