"""The ontology's own graph in a store."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph import Names
from kg.resources import resource
from kg.store.base import Store

_SHAPES: Final = ("shapes", "style")
"""Rules for data and for the ontology's files; they are not part of what the data means."""


def put_ontology(store: Store, names: Names | None = None, extra: Iterable[Path] = ()) -> bool:
    """Write the ontology, its alignments and the relation files in the folders `extra`; whether that changed anything.

    Facts are derived by what stands there (symmetric and inverse relations): after a change all must be derived anew.

    Raises:
        OntologyError: a file is not Turtle.
    """
    graph = (names or Names()).ontology
    before, after = set(store.quads(graph)), ontology_quads(graph, extra)
    if before == set(after):
        return False
    store.replace_graph(graph, after)
    return True


def ontology_quads(graph: ox.NamedNode, extra: Iterable[Path] = ()) -> list[ox.Quad]:
    """The ontology's files as quads of one graph, each once, sorted; blank nodes get IRIs that stay the same."""
    folder = resource("ontology")
    files = [path for path in sorted(folder.glob("*.ttl")) if path.stem not in _SHAPES]
    files += sorted((folder / "relations").glob("*.ttl"))
    files += [path for more in extra for path in sorted(more.glob("*.ttl"))]
    return sorted({quad for path in files for quad in _file_quads(path, graph)}, key=str)


def _file_quads(path: Path, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    try:
        dataset = ox.Dataset(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    except (SyntaxError, OSError) as error:
        raise OntologyError(f"{path}: {error}") from error
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    for quad in dataset:
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.BlankNode):
            subject = ox.NamedNode(f"{graph.value}#{path.stem}-{subject.value}")
        if isinstance(value, ox.BlankNode):
            value = ox.NamedNode(f"{graph.value}#{path.stem}-{value.value}")
        yield ox.Quad(subject, quad.predicate, value, graph)
