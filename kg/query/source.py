"""What questions are put to: the part of a store that reads. `kg.store` fulfils it without knowing of it."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph import KG, PREFIXES
from kg.graph.terms import value

Term = NamedNode | BlankNode | Literal | Triple

PROLOGUE: Final = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
"""The prefixes of our own small queries."""

BATCH: Final = 300
"""How many IRIs go into one VALUES block, so that a query stays below some 30,000 characters."""


class Solutions(Protocol):
    """Rows of terms under named variables."""

    @property
    def variables(self) -> tuple[str, ...]: ...

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]: ...


class Source(Protocol):
    """Answers SPARQL over the union of all graphs."""

    def select(self, sparql: str) -> Solutions: ...

    def ask(self, sparql: str) -> bool: ...

    def construct(self, sparql: str) -> Sequence[Triple]: ...


def local_name(iri: str) -> str:
    """What follows the last "#", or else the last "/"."""
    return iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]


def batches(iris: Sequence[str]) -> Iterator[str]:
    """The IRIs as the bodies of VALUES blocks."""
    for start in range(0, len(iris), BATCH):
        yield " ".join(str(NamedNode(iri)) for iri in iris[start : start + BATCH])


__all__ = ["BATCH", "KG", "PROLOGUE", "Solutions", "Source", "Term", "batches", "local_name", "value"]
