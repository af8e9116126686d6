"""Graphs as text: N-Quads, the quads of an article together, sorted."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.shards.outputs import opened

_ARTICLES = 100
"""Held in memory together, 50 MB at most as a rule."""


def write_quads(stream: IO[bytes], quads: Iterable[ox.Quad]) -> None:
    """Quads in the order given, one a line."""
    ox.serialize(quads, stream, ox.RdfFormat.N_QUADS)


def read_quads(path: Path) -> Iterator[ox.Quad]:
    """The quads of a file, in its order."""
    with opened(path) as stream:
        yield from ox.parse(stream, ox.RdfFormat.N_QUADS)


def graphs(path: Path) -> Iterator[tuple[ox.NamedNode, list[ox.Quad]]]:
    """The graphs of a file in which the quads of each stand together."""
    for graph, quads in groupby(read_quads(path), lambda quad: quad.graph_name):
        if isinstance(graph, ox.NamedNode):
            yield graph, list(quads)


def batches(path: Path, articles: int = _ARTICLES) -> Iterator[list[tuple[ox.NamedNode, list[ox.Quad]]]]:
    """The graphs of a file, some at a time."""
    batch: list[tuple[ox.NamedNode, list[ox.Quad]]] = []
    for each in graphs(path):
        batch.append(each)
        if len(batch) == articles:
            yield batch
            batch = []
    if batch:
        yield batch
