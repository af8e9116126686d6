"""Turtle and TriG for people: subjects in order, types first, prefixes, one property a line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.graph.names import XSD
from kg.graph.terms import TYPE

_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.%-]*[A-Za-z0-9_-])?")
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_DECIMAL: Final = re.compile(r"[+-]?[0-9]*\.[0-9]+")


def prefix_lines(prefixes: Mapping[str, str]) -> Iterator[str]:
    """The head of a file."""
    for prefix, iri in prefixes.items():
        yield f"@prefix {prefix}: <{iri}> .\n"


def graph_lines(graph: NamedNode, quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """One graph of TriG, from quads sorted by subject."""
    writer = _Writer(prefixes)
    yield f"\n{writer.term(graph)} {{\n"
    yield from writer.subjects((quad.triple for quad in quads), "    ")
    yield "}\n"


def triple_lines(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The body of a Turtle file, from triples sorted by subject."""
    return _Writer(prefixes).subjects(triples, "")


class _Writer:
    def __init__(self, prefixes: Mapping[str, str]) -> None:
        # the longest namespace that fits is the one to use
        self.namespaces = sorted(((iri, p) for p, iri in prefixes.items()), key=lambda pair: -len(pair[0]))
        self.known: dict[str, str] = {}

    def subjects(self, triples: Iterable[Triple], indent: str) -> Iterator[str]:
        for subject, group in groupby(triples, key=lambda triple: triple.subject):
            properties: dict[object, list[str]] = {}
            for triple in sorted(group, key=lambda t: (t.predicate != TYPE, str(t.predicate), str(t.object))):
                properties.setdefault(triple.predicate, []).append(self.term(triple.object))
            yield f"\n{indent}{self.term(subject)}\n"
            last = len(properties) - 1
            for place, (predicate, values) in enumerate(properties.items()):
                name = "a" if predicate == TYPE else self.term(predicate)
                yield f"{indent}    {name} {', '.join(values)} {'.' if place == last else ';'}\n"

    def term(self, term: object) -> str:
        if isinstance(term, NamedNode):
            return self.iri(term.value)
        if isinstance(term, Literal):
            return self.literal(term)
        return str(term)

    def iri(self, iri: str) -> str:
        if iri not in self.known:
            if len(self.known) > 100_000:
                self.known.clear()
            self.known[iri] = self.shortened(iri)
        return self.known[iri]

    def shortened(self, iri: str) -> str:
        for namespace, prefix in self.namespaces:
            if iri.startswith(namespace):
                local = iri[len(namespace) :]
                if _LOCAL.fullmatch(local):
                    return f"{prefix}:{local}"
        return f"<{iri}>"

    def literal(self, literal: Literal) -> str:
        datatype = literal.datatype.value
        if datatype == f"{XSD}integer" and _INTEGER.fullmatch(literal.value):
            return literal.value
        if datatype == f"{XSD}decimal" and _DECIMAL.fullmatch(literal.value):
            return literal.value
        if literal.language or datatype == f"{XSD}string":
            return str(literal)
        return f"{Literal(literal.value)}^^{self.iri(datatype)}"
