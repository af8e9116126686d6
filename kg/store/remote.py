"""Any SPARQL 1.1 server, over HTTP."""

import re
from collections.abc import Iterable, Iterator
from http.client import HTTPException, IncompleteRead, InvalidURL
from types import TracebackType
from typing import Final, Self
from urllib.error import HTTPError, URLError

import pyoxigraph as ox
from SPARQLWrapper import INSERT, POST, SELECT, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointNotFound, QueryBadFormed, SPARQLWrapperException

from kg.errors import QueryError, StoreError
from kg.home import Home
from kg.store.base import Rows
from kg.store.updates import change, replacement

_JSON: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_OLD_LITERAL: Final = re.compile(rb'"type"\s*:\s*"typed-literal"')
"""Virtuoso 7 still writes the results of SPARQL 1.0."""
_BYTES: Final = re.compile(r"""^b(['"])(.*)\1$""")


class RemoteStore:
    """A server by the URLs of its services.

    Its default graph must be the union of its graphs: Oxigraph needs `--union-default-graph` for it.

    Args:
        home: the URL of queries ("http://127.0.0.1:7878/query"), or all that is known of the server; without a URL of
            updates it is that of queries, with /update for a last step /query.

    Raises:
        UsageError: the URL is none, or the home is a folder.
        StoreError: the server cannot be reached, or its default graph is not the union of its graphs.
    """

    def __init__(self, home: str | Home) -> None:
        self.home = Home(endpoint=home) if isinstance(home, str) else home
        url = self.url = self.home.endpoint or ""
        self.update_url = self.home.update_endpoint or re.sub(r"/query$", "/update", url)
        self.timeout = self.home.timeout
        any_triple = "ASK { ?s ?p ?o }"
        if not self.ask(any_triple) and self.ask("ASK { GRAPH ?g { ?s ?p ?o } }"):
            raise StoreError(
                f"the default graph of {url} is not the union of its graphs; switch that on "
                "(oxigraph serve --union-default-graph, or your server's setting of the kind)"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """There is no connection that would stay open."""

    def select(self, sparql: str) -> Rows:
        """The answer to a SELECT."""
        answer = self._results(sparql)
        if not isinstance(answer, ox.QuerySolutions):
            raise QueryError("this query is no SELECT; write it as one")
        variables = tuple(variable.value for variable in answer.variables)
        try:
            return Rows(variables, tuple(tuple(solution) for solution in answer))
        except (SyntaxError, ValueError) as error:
            raise self._broken(error) from error

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK."""
        answer = self._results(sparql)
        if not isinstance(answer, ox.QueryBoolean):
            raise QueryError("this query is no ASK")
        return bool(answer)

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The answer to a CONSTRUCT or DESCRIBE: each triple once, sorted."""
        body = self._send(self.url, sparql, _TRIPLES)
        try:
            return sorted({quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)}, key=str)
        except (SyntaxError, ValueError) as error:
            raise self._broken(error) from error

    def quads(self, graph: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """The quads of one graph, or of all; in no order."""
        for each in [graph] if graph is not None else self.graphs():
            for triple in self.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {each} {{ ?s ?p ?o }} }}"):
                yield ox.Quad(triple.subject, triple.predicate, triple.object, each)

    def ntriples(self, graph: ox.NamedNode) -> bytes:
        """The triples of one graph as N-Triples, a line each; in no order."""
        triples = (quad.triple for quad in self.quads(graph))
        return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""

    def graphs(self) -> list[ox.NamedNode]:
        """The names of all graphs, sorted."""
        rows = self.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        return sorted((g for (g,) in rows if isinstance(g, ox.NamedNode)), key=lambda graph: graph.value)

    def replace_graph(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Make these the quads of the graph, in one request that touches no other.

        Raises:
            ValueError: a quad belongs to another graph.
        """
        self._update(replacement(graph, quads))

    def change_graph(self, graph: ox.NamedNode, gone: Iterable[ox.Quad], new: Iterable[ox.Quad]) -> None:
        """Take some quads out of a graph and put others in, in one request that touches no other.

        Raises:
            ValueError: a quad belongs to another graph, or has a blank node, which cannot be taken out by name.
        """
        if update := change(graph, gone, new):
            self._update(update)
            if not self.ask(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}"):
                self.remove_graph(graph)

    def remove_graph(self, graph: ox.NamedNode) -> None:
        """Remove a graph; harmless where there is none."""
        self._update(f"DROP SILENT GRAPH {graph}")

    def _results(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean:
        body = _OLD_LITERAL.sub(b'"type":"literal"', self._send(self.url, sparql, _JSON))
        try:
            return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise self._broken(error) from error

    def _update(self, sparql: str) -> None:
        self._send(self.update_url, sparql, "*/*", INSERT)

    def _broken(self, error: Exception) -> StoreError:
        return StoreError(
            f"the answer of {self.url} breaks off or is no SPARQL result ({error}); "
            "the server may have hit its time limit: ask for less, or raise the limit"
        )

    def _send(self, url: str, sparql: str, accept: str, kind: str = SELECT) -> bytes:
        request = SPARQLWrapper(url)
        request.setMethod(POST)
        request.setTimeout(self.timeout)
        request.setOnlyConneg(True)
        request.queryString = sparql
        request.queryType = kind  # setQuery would guess it from the text
        request.addCustomHttpHeader("Accept", accept)
        try:
            with request.query().response as response:
                body = response.read()
        except QueryBadFormed as error:
            raise QueryError(f"{url} does not understand the query: {_first_line(error)}") from error
        except HTTPError as error:
            raise StoreError(f"{url} refuses: HTTP {error.code} {error.reason}") from error
        except EndPointNotFound as error:
            raise StoreError(
                f"{url} refuses: {_first_line(error)}; give the URL of the server's query service "
                "(Oxigraph's is http://HOST:7878/query)"
            ) from error
        except SPARQLWrapperException as error:
            raise StoreError(f"{url} refuses: {_first_line(error)}") from error
        except IncompleteRead as error:
            raise self._broken(error) from error
        except (InvalidURL, ValueError) as error:
            raise StoreError(
                f"{url} is no URL of a server ({error}); give that of its query service (Oxigraph's is http://HOST:7878/query)"
            ) from error
        except HTTPException as error:
            raise StoreError(
                f"{url} does not answer as a web server does ({_first_line(error)}); "
                "does the port belong to a SPARQL server?"
            ) from error
        except (URLError, OSError) as error:
            raise StoreError(
                f"{url} cannot be reached: {getattr(error, 'reason', error)}; is the server running?"
            ) from error
        assert isinstance(body, bytes)
        return body


def _first_line(error: Exception) -> str:
    """The last line of what the server says, which SPARQLWrapper gives as the repr of its bytes."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if not lines:
        return type(error).__name__
    return _BYTES.sub(r"\2", lines[-1])
