"""Quads → the bytes of a file, in one of six formats of RDF."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import BinaryIO, Final, cast

import pyoxigraph as ox

from kg.errors import UsageError
from kg.export.arrange import Block, Graphs, annotated, graph_blocks, merged_blocks
from kg.export.order import in_order
from kg.export.turtle import TurtleWriter
from kg.graph import Names

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Format(StrEnum):
    """An RDF format."""

    TURTLE = "turtle"
    TRIG = "trig"
    NTRIPLES = "ntriples"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"

    @property
    def has_graphs(self) -> bool:
        """Whether it keeps apart what each article says; the others merge all into one graph."""
        return self in (Format.TRIG, Format.NQUADS, Format.JSONLD)


def write_quads(
    graphs: Graphs, out: BinaryIO, form: Format, names: Names, *, annotations: bool = False
) -> None:
    """Write graphs, given in the order of their names: the same quads give the same bytes.

    One article is held in memory at a time; larger graphs are sorted by way of the temporary folder.

    Args:
        annotations: Turtle and TriG of RDF 1.2, in which facts and claims are reifiers of what they say.

    Raises:
        UsageError: RDF/XML cannot hold a character of the text.
        KgError: the temporary folder is full.
    """
    turtle = TurtleWriter(names)
    shown = annotated if annotations else list[ox.Triple]
    if form is Format.TRIG:
        bodies = (turtle.graph(graph, map(shown, blocks)) for graph, blocks in _by_graph(graphs, names))
        _write_lines(out, chain(turtle.head(), chain.from_iterable(bodies)))
    elif form is Format.TURTLE:
        blocks = ((heading, shown(block)) for heading, block in merged_blocks(graphs, names))
        _write_lines(out, chain(turtle.head(), turtle.headed(blocks)))
    elif form is Format.NQUADS:
        _write_lines(out, _sorted_lines(graphs, whole=True))
    elif form is Format.NTRIPLES:
        _write_lines(out, _sorted_lines(graphs, whole=False))
    elif form is Format.JSONLD:
        ox.serialize(_quads(graphs, names), out, format=ox.RdfFormat.JSON_LD, prefixes=names.prefixes)
        out.write(b"\n")
    else:
        triples = chain.from_iterable(block for _, block in merged_blocks(graphs, names))
        safe = cast(BinaryIO, _CarriageReturns(out))
        ox.serialize(map(_checked, triples), safe, format=ox.RdfFormat.RDF_XML, prefixes=names.prefixes)
        out.write(b"\n")


def _by_graph(graphs: Graphs, names: Names) -> Iterator[tuple[ox.NamedNode, Iterator[Block]]]:
    """The graphs that hold something."""
    for graph, quads in graphs:
        blocks = graph_blocks(graph, quads, names)
        if (first := next(blocks, None)) is not None:
            yield graph, chain([first], blocks)


def _quads(graphs: Graphs, names: Names) -> Iterator[ox.Quad]:
    for graph, blocks in _by_graph(graphs, names):
        for triple in chain.from_iterable(blocks):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _sorted_lines(graphs: Graphs, *, whole: bool) -> Iterator[str]:
    """Graph by graph, within it line by line."""
    for _, quads in graphs:
        records = (((str(quad if whole else quad.triple),), ("",)) for quad in quads)
        yield from (f"{line} .\n" for (line,), _ in in_order(records))


def _checked(triple: ox.Triple) -> ox.Triple:
    if isinstance(triple.object, ox.Literal) and (bad := _NOT_XML.search(triple.object.value)):
        raise UsageError(
            f"RDF/XML cannot hold the character U+{ord(bad[0]):04X} in {triple.subject}; choose another format"
        )
    return triple


class _CarriageReturns:
    """Writes on what an XML writer gives: a carriage return as it stands is a line feed to every XML reader."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out

    def write(self, data: bytes) -> int:
        self.out.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self.out.flush()


def _write_lines(out: BinaryIO, lines: Iterable[str]) -> None:
    for line in lines:
        out.write(line.encode("utf-8"))
