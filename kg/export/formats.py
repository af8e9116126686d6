"""Sorted quads → the bytes of a file, in one of six formats."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import BinaryIO, Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.export.turtle import graph_lines, prefix_lines, triple_lines
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
    graphs: Iterable[tuple[ox.NamedNode, list[ox.Quad]]], out: BinaryIO, form: Format, names: Names
) -> None:
    """Write graphs, given in the order of their names and each sorted.

    Formats with graphs are written one graph at a time; the others hold all in memory, since graphs share triples.

    Raises:
        UsageError: RDF/XML cannot hold a character of the text.
    """
    if form is Format.TRIG:
        _write_lines(out, _trig(graphs, names))
    elif form is Format.NQUADS:
        _write_lines(out, (f"{quad} .\n" for _, quads in graphs for quad in quads))
    elif form is Format.JSONLD:
        quads = chain.from_iterable(quads for _, quads in graphs)
        ox.serialize(quads, out, format=ox.RdfFormat.JSON_LD, prefixes=names.prefixes)
        out.write(b"\n")
    else:
        triples = sorted({quad.triple for _, quads in graphs for quad in quads}, key=str)
        _write_triples(triples, out, form, names)


def _write_triples(triples: list[ox.Triple], out: BinaryIO, form: Format, names: Names) -> None:
    if form is Format.NTRIPLES:
        _write_lines(out, (f"{triple} .\n" for triple in triples))
    elif form is Format.TURTLE:
        _write_lines(out, chain(prefix_lines(names.prefixes), triple_lines(triples, names.prefixes)))
    else:
        for triple in triples:
            if isinstance(triple.object, ox.Literal) and (bad := _NOT_XML.search(triple.object.value)):
                raise UsageError(
                    f"RDF/XML cannot hold the character U+{ord(bad[0]):04X} in {triple.subject}; choose another format"
                )
        xml = ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=names.prefixes)
        # a carriage return as it stands is a line feed to every XML reader
        out.write((xml or b"").replace(b"\r", b"&#13;") + b"\n")


def _trig(graphs: Iterable[tuple[ox.NamedNode, list[ox.Quad]]], names: Names) -> Iterator[str]:
    yield from prefix_lines(names.prefixes)
    for graph, quads in graphs:
        if quads:
            yield from graph_lines(graph, quads, names.prefixes)


def _write_lines(out: BinaryIO, lines: Iterable[str]) -> None:
    for line in lines:
        out.write(line.encode("utf-8"))
