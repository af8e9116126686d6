"""Puts a question to a store: binds, limits, and gathers labels and evidence for what came back."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.query.evidence import Evidence, evidence
from kg.query.labels import labels
from kg.query.parameters import Value, bind
from kg.query.source import Source, Term, value
from kg.query.stored import StoredQuery
from kg.query.tokens import QueryForm, depth_zero, query_form

LISTS: Final = frozenset({"claims", "facts", "dates"})
"""Columns whose text is a list with spaces between: SPARQL joins values in no order, so they are sorted here."""

NODES: Final = frozenset({"asserters", "deniers"})
"""Columns whose text is a list, one a line, of IRIs and of words that stand for what has none."""

_BEHIND: Final = ("claim", "fact")
"""Columns that begin so lead to evidence, and are not shown unless the header gives them a heading."""

Cell = Term | tuple[str, ...] | tuple[Term, ...] | None


@dataclass(frozen=True)
class Answer:
    """Rows with what a reader needs beside them.

    Attributes:
        columns: headings by variable, for people.
        more: there are more rows than were asked for.
        labels: words for the IRIs of the rows.
        evidence: of the claims and facts in the rows, where it was asked for.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    columns: Mapping[str, str]
    more: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)

    def records(self) -> list[dict[str, Cell]]:
        """Each row by variable."""
        return [dict(zip(self.variables, row, strict=True)) for row in self.rows]

    def row_evidence(self, row: tuple[Cell, ...]) -> tuple[Evidence, ...]:
        """What stands behind one row, each claim once."""
        found: dict[str, Evidence] = {}
        for iri in _nodes(self.variables, row):
            found |= {item.claim: item for item in self.evidence.get(iri, ())}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows: `limit` of None is all."""

    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Graph:
    """Triples, and whether there are more than were asked for."""

    triples: tuple[Triple, ...]
    more: bool = False


def answer(
    query: StoredQuery,
    terms: Mapping[str, Value],
    source: Source,
    page: Page | None = None,
    with_evidence: bool = False,
    *,
    shown_only: bool = False,
) -> Answer:
    """The answer to a stored SELECT.

    Args:
        shown_only: labels are wanted for the columns that people see and for no others.

    Raises:
        QueryError: the question is no SELECT, or the store does not understand it.
    """
    if query.form is not QueryForm.SELECT:
        raise QueryError(f"{query.name} is a {query.form}; only a SELECT gives rows")
    text = bind(query.text, terms)
    return ask_rows(text, source, page, with_evidence, query.columns, shown_only=shown_only)


def ask_rows(
    sparql: str,
    source: Source,
    page: Page | None = None,
    with_evidence: bool = False,
    columns: Mapping[str, str] | None = None,
    *,
    shown_only: bool = False,
) -> Answer:
    """The answer to any SELECT; without `columns` every variable is shown under its own name."""
    page = page or Page()
    text, sliced = paged(sparql, page)
    found = source.select(text)
    rows = [tuple(map(_cell, found.variables, row)) for row in found]
    if not sliced:
        rows = rows[page.offset :]
    more = page.limit is not None and len(rows) > page.limit
    kept = tuple(rows[: page.limit] if page.limit is not None else rows)
    shown = dict(columns or {}) or {name: name for name in found.variables}
    places = [place for place, name in enumerate(found.variables) if name in shown or not shown_only]
    cells = [
        cell if isinstance(cell, tuple) else (cell,) for row in kept for cell in map(row.__getitem__, places)
    ]
    iris = [term.value for cell in cells for term in cell if isinstance(term, NamedNode)]
    nodes = [iri for row in kept for iri in _nodes(found.variables, row)] if with_evidence else []
    return Answer(
        variables=found.variables,
        rows=kept,
        columns=shown,
        more=more,
        labels=labels(source, iris),
        evidence=evidence(source, nodes) if nodes else {},
    )


def ask_graph(sparql: str, source: Source, page: Page | None = None) -> Graph:
    """The triples of a CONSTRUCT or DESCRIBE, sorted, so that pages of it are parts of one whole."""
    if not query_form(sparql).gives_graph:
        raise QueryError("only CONSTRUCT and DESCRIBE give triples")
    page = page or Page()
    triples = sorted(set(source.construct(sparql)), key=str)[page.offset :]
    more = page.limit is not None and len(triples) > page.limit
    return Graph(tuple(triples if page.limit is None else triples[: page.limit]), more)


def paged(sparql: str, page: Page) -> tuple[str, bool]:
    """The query with LIMIT and OFFSET, and whether they could be added.

    One row more than wanted is asked for, to know whether there are more. A query with limits or VALUES at its end
    keeps its own text.
    """
    if any(token.is_word("LIMIT", "OFFSET", "VALUES") for token in depth_zero(sparql)):
        return sparql, False
    clauses = [f"OFFSET {page.offset}"] if page.offset else []
    if page.limit is not None:
        clauses.insert(0, f"LIMIT {page.limit + 1}")
    return "\n".join([sparql, *clauses]), True


def _cell(variable: str, term: Term | None) -> Cell:
    if variable in LISTS and isinstance(term, Literal):
        return tuple(sorted(set(term.value.split())))
    if variable in NODES and isinstance(term, Literal):
        return tuple(map(_node, sorted(set(term.value.split("\n")))))
    return term


def _node(words: str) -> Term:
    """An IRI where the words are one, else a literal."""
    if ":" in words and " " not in words:
        with suppress(ValueError):
            return NamedNode(words)
    return Literal(words)


def _nodes(variables: tuple[str, ...], row: tuple[Cell, ...]) -> list[str]:
    """The IRIs in the columns that lead to evidence."""
    nodes: list[str] = []
    for variable, cell in zip(variables, row, strict=True):
        if not variable.startswith(_BEHIND):
            continue
        if isinstance(cell, tuple):
            nodes += [each for each in cell if isinstance(each, str)]
        elif isinstance(cell, NamedNode):
            nodes.append(value(cell))
    return nodes
