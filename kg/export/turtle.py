"""Turtle and TriG for people: prefixes, one property a line, texts as they stand."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.export.arrange import Block
from kg.graph import Names
from kg.graph.names import XSD
from kg.graph.terms import TYPE

_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.%-]*[A-Za-z0-9_-])?")
_STEPS: Final = re.compile(r"[A-Za-z]+(?:/(?!\.\.?(?:[/#]|$))[A-Za-z0-9_.~%-]+)+(?:#[A-Za-z0-9_.~%=,-]+)?")
"""What is told from the base without a doubt: no step that is empty, "." or "..", and no sign with a meaning."""
REMEMBERED: Final = 20_000
"""IRIs whose short forms are held."""
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_DECIMAL: Final = re.compile(r"[+-]?[0-9]*\.[0-9]+")
_NOT_PLAIN: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]|\\|\"(?=\"|\Z)")
"""What a text between three quotation marks cannot hold as it stands; a reader may change a carriage return."""


class TurtleWriter:
    """Writes subjects as Turtle, with the prefixes of `Names` and perhaps more, relative to its base."""

    def __init__(self, names: Names, more: Mapping[str, str] | None = None) -> None:
        self.prefixes: Mapping[str, str] = dict(sorted({**names.prefixes, **(more or {})}.items()))
        # the longest namespace that fits is the one to use
        self.namespaces = sorted(
            ((iri, prefix) for prefix, iri in self.prefixes.items()), key=lambda pair: -len(pair[0])
        )
        self.base = names.base if "://" in names.base else None
        self.known: dict[str, str] = {}

    def head(self) -> Iterator[str]:
        """The head of a file."""
        if self.base:
            yield f"@base <{self.base}> .\n"
        for prefix, iri in self.prefixes.items():
            yield f"@prefix {prefix}: <{iri}> .\n"

    def graph(self, graph: NamedNode, blocks: Iterable[Block]) -> Iterator[str]:
        """One graph of TriG."""
        yield f"\n{self.term(graph)} {{\n"
        for block in blocks:
            yield from self.block(block, "    ")
        yield "}\n"

    def headed(self, blocks: Iterable[tuple[str, Block]]) -> Iterator[str]:
        """The body of a Turtle file."""
        for heading, group in groupby(blocks, key=lambda pair: pair[0]):
            yield f"\n# {heading}\n"
            for _, block in group:
                yield from self.block(block, "")

    def block(self, block: Block, indent: str) -> Iterator[str]:
        """One subject."""
        yield f"\n{indent}{self.term(block[0].subject)}\n"
        properties = [
            (name, [self.term(triple.object) for triple in group])
            for name, group in groupby(block, key=lambda triple: triple.predicate)
        ]
        last = len(properties) - 1
        for place, (predicate, values) in enumerate(properties):
            name = "a" if predicate == TYPE else self.term(predicate)
            yield f"{indent}    {name} {', '.join(values)} {'.' if place == last else ';'}\n"

    def term(self, term: object) -> str:
        """A term, as short as it can be told."""
        if isinstance(term, NamedNode):
            return self.iri(term.value)
        if isinstance(term, Literal):
            return self.literal(term)
        if isinstance(term, Triple):
            return f"<<( {self.term(term.subject)} {self.term(term.predicate)} {self.term(term.object)} )>>"
        return str(term)

    def iri(self, iri: str) -> str:
        """An IRI; those of late are remembered."""
        if iri not in self.known:
            if len(self.known) > REMEMBERED:
                self.known.clear()
            self.known[iri] = self.shortened(iri)
        return self.known[iri]

    def shortened(self, iri: str) -> str:
        """An IRI by its prefix, else from the base, else whole."""
        for namespace, prefix in self.namespaces:
            if iri.startswith(namespace):
                local = iri[len(namespace) :]
                if _LOCAL.fullmatch(local):
                    return f"{prefix}:{local}"
        if self.base and iri.startswith(self.base) and _STEPS.fullmatch(iri[len(self.base) :]):
            return f"<{iri[len(self.base) :]}>"
        return f"<{iri}>"

    def literal(self, literal: Literal) -> str:
        """A literal: numbers, yes and no without quotation marks, and a text of several lines as such."""
        datatype = literal.datatype.value
        if datatype == f"{XSD}integer" and _INTEGER.fullmatch(literal.value):
            return literal.value
        if datatype == f"{XSD}decimal" and _DECIMAL.fullmatch(literal.value):
            return literal.value
        if datatype == f"{XSD}boolean" and literal.value in ("true", "false"):
            return literal.value
        if datatype == f"{XSD}string" and "\n" in literal.value:
            return f'"""{_NOT_PLAIN.sub(_escaped, literal.value)}"""'
        if literal.language or datatype == f"{XSD}string":
            return str(literal)
        return f"{Literal(literal.value)}^^{self.iri(datatype)}"


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\{sign}" if sign in '\\"' else f"\\u{ord(sign):04X}"
