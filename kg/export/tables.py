"""Two CSV files, of nodes and of edges, under the headings that Gephi knows."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import IO, BinaryIO, Final

from kg.export.network import NODE_COLUMNS, Edge, Node, Value

NODES: Final = "nodes.csv"
EDGES: Final = "edges.csv"
_HEADINGS: Final = {"label": "Label", "weight": "Weight"}
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The time that stands in an archive: the same content gives the same bytes."""

Opener = Callable[[str], AbstractContextManager[IO[bytes]]]


def write_tables(
    nodes: Iterable[Node], edges: Iterable[Edge], columns: Mapping[str, type[Value]], opener: Opener
) -> None:
    """Write the nodes and then the edges, each into the file that the opener gives for its name.

    UTF-8, a line for each, yes and no as "true" and "false", nothing where a value is missing.
    """
    with opener(NODES) as out:
        _write(
            out, ["Id", *_headings(NODE_COLUMNS)], ([n.key, *_cells(n.values, NODE_COLUMNS)] for n in nodes)
        )
    with opener(EDGES) as out:
        heads = ["Id", "Source", "Target", "Type", *_headings(columns)]
        _write(out, heads, ([e.key, e.source, e.target, _kind(e), *_cells(e.values, columns)] for e in edges))


def write_archive(
    nodes: Iterable[Node], edges: Iterable[Edge], columns: Mapping[str, type[Value]], out: BinaryIO
) -> None:
    """Write both files into one .zip."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:

        def opener(name: str) -> AbstractContextManager[IO[bytes]]:
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # or it would tell the system that it was made on
            return archive.open(entry, "w", force_zip64=True)

        write_tables(nodes, edges, columns, opener)


def _headings(columns: Mapping[str, type[Value]]) -> Iterator[str]:
    return (_HEADINGS.get(name, name) for name in columns)


def _cells(values: Mapping[str, Value], columns: Mapping[str, type[Value]]) -> Iterator[str]:
    for name in columns:
        value = values.get(name, "")
        yield str(value).lower() if isinstance(value, bool) else str(value)


def _kind(edge: Edge) -> str:
    return "Undirected" if edge.values.get("symmetric") else "Directed"


def _write(out: IO[bytes], head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    text.flush()
    text.detach()
