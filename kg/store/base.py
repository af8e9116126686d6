"""What every store can do. Queries see the union of all graphs as their default graph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, runtime_checkable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term = NamedNode | BlankNode | Literal | Triple
"""A value of an answer."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: one value or None for each variable, in the order of the variables."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> Iterator[dict[str, Term]]:
        """Each row by variable, without the unbound."""
        for row in self.rows:
            yield {name: value for name, value in zip(self.variables, row, strict=True) if value is not None}


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query sees instead of all: those that make up its default graph, and those under their names."""

    default: tuple[NamedNode, ...] = ()
    named: tuple[NamedNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT as it is found, each row once."""

    variables: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]


Answer = Solutions | bool | Iterator[Triple]
"""Of a SELECT, an ASK, and of CONSTRUCT and DESCRIBE."""


@runtime_checkable
class Store(Protocol):
    """A set of named graphs that answers SPARQL.

    Every method raises `StoreError` where the store cannot be reached or used, `QueryError` where the query is wrong.
    """

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def close(self) -> None:
        """Let others use it; closing twice does no harm."""
        ...

    def select(self, sparql: str) -> Rows:
        """The answer to a SELECT."""
        ...

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK."""
        ...

    def construct(self, sparql: str) -> list[Triple]:
        """The answer to a CONSTRUCT or DESCRIBE: each triple once, sorted."""
        ...

    def answer(self, sparql: str, dataset: Dataset | None = None) -> Answer:
        """The answer to any query, handed out as it is found; triples may come twice.

        Args:
            dataset: what the query sees, whatever its own text says; None: the union of all graphs.
        """
        ...

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all; in no order."""
        ...

    def ntriples(self, graph: NamedNode) -> bytes:
        """The triples of one graph as N-Triples, a line each; in no order."""
        ...

    def graphs(self) -> list[NamedNode]:
        """The names of all graphs, sorted."""
        ...

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Make these the quads of the graph, in one transaction that touches no other.

        Raises:
            ValueError: a quad belongs to another graph.
        """
        ...

    def change_graph(self, graph: NamedNode, gone: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Take some quads out of a graph and put others in, in one transaction that touches no other.

        Raises:
            ValueError: a quad belongs to another graph, or has a blank node, which cannot be taken out by name.
        """
        ...

    def remove_graph(self, graph: NamedNode) -> None:
        """Remove a graph; harmless where there is none."""
        ...
