"""Any SPARQL 1.1 server, over HTTP."""

import re
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Final, Self

import pyoxigraph as ox

from kg.errors import QueryError, StoreError, UsageError
from kg.home import Home
from kg.store import virtuoso
from kg.store.base import Answer as Found
from kg.store.base import Dataset, Rows, Solutions, Term
from kg.store.protocol import Answer, Protocol
from kg.store.updates import change, checked, has_blank, replacement

_JSON: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_OLD_LITERAL: Final = re.compile(rb'"type"\s*:\s*"typed-literal"')
"""Virtuoso 7 still writes the results of SPARQL 1.0."""
_UNION: Final = "union-default-graph"
"""The parameter by which Oxigraph takes the union of all graphs for the default graph."""
_APART: Final = "ASK { { SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } LIMIT 1 } FILTER NOT EXISTS { ?s ?p ?o } }"


class RemoteStore:
    """A server by the URLs of its services.

    A server may hold other graphs than ours: with a base in its home, only graphs whose names begin with that are listed,
    read out and written; queries see all that the server shows.

    Args:
        home: the URL of queries ("http://127.0.0.1:7878/query"), or all that is known of the server. Without a URL of
            updates it is that of queries, with /update for a last step /query, and with /sparql-auth for a last step
            /sparql of a Virtuoso whose password is known.

    Raises:
        UsageError: the URL is none, or the home is a folder, or its passwords cannot be used.
        StoreError: the server cannot be reached, or its default graph cannot be made the union of its graphs.
    """

    def __init__(self, home: str | Home) -> None:
        self.home = Home(endpoint=home) if isinstance(home, str) else home
        if self.home.endpoint is None:
            raise UsageError(f"{self.home} is a folder and no server")
        self.url = self.home.endpoint
        self._protocol = Protocol(self.home)
        self._virtuoso = False
        self._virtuoso = self.ask(virtuoso.MARK)
        self._union_is_sure = False
        self._find_union()
        self.update_url, self.graph_store = self._services()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """There is no connection that would stay open."""

    def select(self, sparql: str) -> Rows:
        """The answer to a SELECT, whole; it is fetched in parts where the server cuts it."""
        answer = self._query(sparql, _JSON)
        rows = self._rows(answer)
        if virtuoso.CUT not in answer.headers:
            return rows
        return self._in_parts(sparql, rows.variables, int(answer.headers[virtuoso.CUT]))

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK."""
        answer = self._results(self._query(sparql, _JSON))
        if not isinstance(answer, ox.QueryBoolean):
            raise QueryError("this query is no ASK")
        return bool(answer)

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The answer to a CONSTRUCT or DESCRIBE: each triple once, sorted."""
        found: set[ox.Triple] = set()
        start = 0
        while self._virtuoso and (page := virtuoso.page_of_triples(sparql, start)) is not None:
            part = self._triples(self._query(page, _TRIPLES))
            found |= part
            start += virtuoso.PAGE
            if not part:
                return sorted(found, key=str)
        return sorted(self._triples(self._query(sparql, _TRIPLES)), key=str)

    def answer(self, sparql: str, dataset: Dataset | None = None) -> Found:
        """The answer to any query; the server has found all of it before the first is handed out."""
        graphs = dataset or Dataset()
        chosen = [("default-graph-uri", graph.value) for graph in graphs.default]
        chosen += [("named-graph-uri", graph.value) for graph in graphs.named]
        answer = self._query(sparql, f"{_JSON}, {_TRIPLES};q=0.9", chosen)
        if answer.headers.get("content-type", "").startswith((_TRIPLES, "text/plain")):
            return iter(self._triples(answer))
        results = self._results(answer)
        if isinstance(results, ox.QueryBoolean):
            return bool(results)
        return Solutions(tuple(variable.value for variable in results.variables), map(tuple, results))

    def quads(self, graph: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """The quads of one graph, or of all; in no order."""
        for each in [graph] if graph is not None else self.graphs():
            if self._virtuoso:
                for subject, predicate, value in self.select(
                    f"SELECT ?s ?p ?o {{ GRAPH {each} {{ ?s ?p ?o }} }}"
                ):
                    yield ox.Quad(subject, predicate, value, each)  # type: ignore[arg-type]
            else:
                for triple in self.construct(
                    f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {each} {{ ?s ?p ?o }} }}"
                ):
                    yield ox.Quad(triple.subject, triple.predicate, triple.object, each)

    def ntriples(self, graph: ox.NamedNode) -> bytes:
        """The triples of one graph as N-Triples, a line each; in no order."""
        triples = (quad.triple for quad in self.quads(graph))
        return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""

    def graphs(self) -> list[ox.NamedNode]:
        """The names of our graphs, sorted."""
        rows = self.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        found = (graph for (graph,) in rows if isinstance(graph, ox.NamedNode) and self._is_ours(graph))
        return sorted(found, key=lambda graph: graph.value)

    def replace_graph(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Make these the quads of the graph, touching no other; in one request, which most servers do wholly or not at all.

        Virtuoso knows no such transaction: what stays the same is not touched there, the rest is changed in parts.

        Raises:
            ValueError: a quad belongs to another graph, or the graph is not ours.
        """
        written = checked(self._ours(graph), quads)
        if self._virtuoso:
            self._replace_in_virtuoso(graph, written)
        elif self.graph_store is not None and written:
            self._protocol.send_graph(self.graph_store, graph, _turtle(written), replace=True)
        else:
            self._update(replacement(graph, written))
        if not self._union_is_sure:
            self._find_union()

    def change_graph(self, graph: ox.NamedNode, gone: Iterable[ox.Quad], new: Iterable[ox.Quad]) -> None:
        """Take some quads out of a graph and put others in, touching no other; in one request, as far as a server takes it.

        Raises:
            ValueError: a quad belongs to another graph, or has a blank node, which cannot be taken out by name, or the graph
                is not ours.
        """
        old, added = list(gone), list(new)
        if self._virtuoso:
            old, added = virtuoso.as_taken(old), virtuoso.as_taken(added)
        update = change(self._ours(graph), old, added)
        if not update:
            return
        if self._virtuoso and len(old) + len(added) > virtuoso.CHUNK:
            self._change_in_parts(graph, old, added)
        else:
            self._update(update)
        if old and not self.ask(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}"):
            self.remove_graph(graph)

    def remove_graph(self, graph: ox.NamedNode) -> None:
        """Remove a graph; harmless where there is none.

        Raises:
            ValueError: the graph is not ours.
        """
        self._update(f"DROP SILENT GRAPH {self._ours(graph)}")

    def _replace_in_virtuoso(self, graph: ox.NamedNode, written: list[ox.Quad]) -> None:
        before = set(self.quads(graph))
        gone, new = map(virtuoso.as_taken, virtuoso.difference(before, written))
        if not written or any(map(has_blank, (*gone, *new))):
            self._update(f"DROP SILENT GRAPH {graph}")
            self._add_in_parts(graph, virtuoso.as_taken(written))
        elif len(gone) + len(new) <= virtuoso.CHUNK:
            if update := change(graph, gone, new):
                self._update(update)
        else:
            self._change_in_parts(graph, gone, new)

    def _change_in_parts(self, graph: ox.NamedNode, gone: list[ox.Quad], new: list[ox.Quad]) -> None:
        for part in virtuoso.in_chunks(gone):
            self._update(change(graph, part, ()))
        self._add_in_parts(graph, new)

    def _add_in_parts(self, graph: ox.NamedNode, quads: list[ox.Quad]) -> None:
        if self.graph_store is not None and (len(quads) > virtuoso.CHUNK or any(map(has_blank, quads))):
            self._protocol.send_graph(self.graph_store, graph, _turtle(quads), replace=False)
            return
        for part in virtuoso.in_chunks(quads):
            triples = "\n".join(f"{quad.triple} ." for quad in part)
            self._update(f"INSERT DATA {{ GRAPH {graph} {{\n{triples}\n}} }}")

    def _in_parts(self, sparql: str, variables: tuple[str, ...], size: int) -> Rows:
        found: list[tuple[Term | None, ...]] = []
        while True:
            page = virtuoso.page_of_rows(sparql, variables, size, len(found))
            try:
                part = self._rows(self._query(page, _JSON))
            except QueryError as error:
                raise StoreError(
                    f"{self.url} cuts this answer at {size} rows, and it cannot be asked for in parts; "
                    f"ask for less ({error})"
                ) from error
            found += part.rows
            if len(part) < size:
                return Rows(variables, tuple(found))

    def _find_union(self) -> None:
        """Make queries see the union of all graphs; a server without any tells nothing yet.

        Raises:
            StoreError: they cannot.
        """
        if not self.ask("ASK { GRAPH ?g { ?s ?p ?o } }"):
            return
        if self.ask(_APART):
            self._protocol.parameters[_UNION] = ""
            if self.ask(_APART):
                raise StoreError(
                    f"the default graph of {self.url} is not the union of its graphs, which questions need; switch that on "
                    "(oxigraph serve --union-default-graph, Fuseki's tdb2:unionDefaultGraph, or what your server has for it)"
                )
        self._union_is_sure = True

    def _services(self) -> tuple[str, str | None]:
        """The URLs of updates and of graphs: those that are given, else what is usual for a server of the kind."""
        update, graph_store = self.home.update_endpoint, self.home.graph_store
        if self._virtuoso and self._protocol.web.knows_password:
            place = re.compile(r"/sparql(-auth)?/?$")
            if place.search(self.url):
                update = update or place.sub("/sparql-auth", self.url)
                graph_store = graph_store or place.sub("/sparql-graph-crud-auth", self.url)
        return update or re.sub(r"/query$", "/update", self.url), graph_store

    def _is_ours(self, graph: ox.NamedNode) -> bool:
        if self._virtuoso and virtuoso.is_own(graph):
            return False
        return self.home.base is None or graph.value.startswith(self.home.base)

    def _ours(self, graph: ox.NamedNode) -> ox.NamedNode:
        if not self._is_ours(graph):
            raise ValueError(
                f"{graph} is not ours to write on {self.url}: our graphs begin with {self.home.base}"
            )
        return graph

    def _query(self, sparql: str, accept: str, dataset: Sequence[tuple[str, str]] = ()) -> Answer:
        answer = self._protocol.query(self.url, sparql, accept, dataset)
        name, broken_off = virtuoso.BROKEN_OFF
        if answer.headers.get(name) == broken_off:
            raise StoreError(
                f"{self.url} broke the query off at its limit of time, before it had found everything; "
                "ask for less, or give it more time"
            )
        return answer

    def _update(self, sparql: str) -> None:
        self._protocol.update(self.update_url, sparql)

    def _results(self, answer: Answer) -> ox.QuerySolutions | ox.QueryBoolean:
        body = _OLD_LITERAL.sub(b'"type":"literal"', answer.body)
        if self._virtuoso:
            body = virtuoso.with_labels(body)
        try:
            return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise self._protocol.broken(self.url, error) from error

    def _rows(self, answer: Answer) -> Rows:
        results = self._results(answer)
        if not isinstance(results, ox.QuerySolutions):
            raise QueryError("this query is no SELECT; write it as one")
        variables = tuple(variable.value for variable in results.variables)
        try:
            rows = tuple(tuple(solution) for solution in results)
        except (SyntaxError, ValueError) as error:
            raise self._protocol.broken(self.url, error) from error
        if self._virtuoso:
            rows = tuple(tuple(map(virtuoso.plain, row)) for row in rows)
        return Rows(variables, rows)

    def _triples(self, answer: Answer) -> set[ox.Triple]:
        try:
            return {quad.triple for quad in ox.parse(answer.body, format=ox.RdfFormat.N_TRIPLES)}
        except (SyntaxError, ValueError) as error:
            raise self._protocol.broken(self.url, error) from error


def _turtle(quads: Iterable[ox.Quad]) -> bytes:
    return "".join(f"{quad.triple} .\n" for quad in quads).encode()
