"""What is on a server: its graphs with their counts, and what it remembers of earlier pushes."""

import re
from collections.abc import Callable, Iterable
from typing import Final

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph import Names, terms
from kg.push.memory import VALUE, Memory, parsed
from kg.push.places import Places
from kg.push.web import Refused, Web

_JSON: Final = "application/sparql-results+json"
_OLD_LITERAL: Final = re.compile(rb'"type"\s*:\s*"typed-literal"')
"""Virtuoso 7 still writes the results of SPARQL 1.0."""
_ROUND: Final = 1000
"""Servers that cut off long answers cut them at a multiple of this (Virtuoso: 10,000 rows)."""
_BATCH: Final = 100
_Row = tuple[object, ...]


class Server:
    """The query side of a server, found among the places where it may be.

    Attributes:
        software: what the server says it is.

    Raises:
        StoreError: none of the places answers queries.
    """

    def __init__(self, web: Web, places: Places, names: Names) -> None:
        self.web = web
        self.places = places
        self.names = names
        self.software = ""
        self.url = self._found()

    def counts(self) -> dict[str, int]:
        """How many triples each graph has; by one query, unless the server cuts off its answer."""

        def asked(after: str) -> list[_Row]:
            head, tail = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o }", "} GROUP BY ?g"
            return self._select(f"{head} {after} {tail} ORDER BY STR(?g)" if after else f"{head} {tail}")

        return _counted(_all(asked, "?g"))

    def counts_of(self, graphs: Iterable[str]) -> dict[str, int]:
        """How many triples some graphs have; without those that are not there."""
        listed = sorted(graphs)
        found: dict[str, int] = {}
        for start in range(0, len(listed), _BATCH):
            chosen = " ".join(str(ox.NamedNode(each)) for each in listed[start : start + _BATCH])
            found |= _counted(
                self._select(
                    f"SELECT ?g (COUNT(*) AS ?n) {{ VALUES ?g {{ {chosen} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
                )
            )
        return found

    def memory(self) -> Memory:
        """What the server remembers."""
        graph = self.names.pushed

        def asked(after: str) -> list[_Row]:
            query = f"SELECT ?v {{ GRAPH {graph} {{ {graph} <{VALUE}> ?v }} {after} }}"
            return self._select(f"{query} ORDER BY ?v" if after else query)

        return parsed(v.value for (v,) in _all(asked, "?v") if isinstance(v, ox.Literal))

    def judgements(self) -> set[str]:
        """The IRIs of the judgements that are on the server."""

        def asked(after: str) -> list[_Row]:
            query = f"SELECT ?j {{ GRAPH {self.names.judgements} {{ ?j a {terms.JUDGEMENT} }} {after} }}"
            return self._select(f"{query} ORDER BY STR(?j)" if after else query)

        return {j.value for (j,) in _all(asked, "?j") if isinstance(j, ox.NamedNode)}

    def _found(self) -> str:
        refused: list[Refused] = []
        for url in self.places.queries:
            try:
                response = self.web.ask(url, {"query": "ASK {}"}, _JSON)
                answer = ox.parse_query_results(response.content, format=ox.QueryResultsFormat.JSON)
            except Refused as error:
                refused.append(error)
                continue
            except (SyntaxError, ValueError):
                continue
            if isinstance(answer, ox.QueryBoolean):
                self.software = response.headers.get("Server", "")
                return url
        telling = [error for error in refused if error.status not in (400, 404, 405, 406, 415)]
        if telling:
            raise telling[0]
        raise StoreError(
            f"no SPARQL queries are answered at {' or '.join(self.places.queries)}; "
            "give the URL of the server, or of its query service"
        )

    def _select(self, query: str) -> list[_Row]:
        # no solutions in this frame: an error of a request keeps it alive, and they must not die in another thread
        return self._rows(self.web.ask(self.url, {"query": query}, _JSON).content)

    def _rows(self, body: bytes) -> list[_Row]:
        try:
            answer = ox.parse_query_results(
                _OLD_LITERAL.sub(b'"type":"literal"', body), format=ox.QueryResultsFormat.JSON
            )
            if isinstance(answer, ox.QuerySolutions):
                return [tuple(row) for row in answer]
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"the answer of {self.url} breaks off or is no SPARQL result ({error}); "
                "the server may have hit its time limit: raise it"
            ) from error
        raise StoreError(f"{self.url} answers a SELECT with a truth value")


def _all(asked: Callable[[str], list[_Row]], variable: str) -> list[_Row]:
    """All rows of a query, asked again in pages by the first column where an answer may have been cut off."""
    rows = asked("")
    if not rows or len(rows) % _ROUND:
        return rows
    rows, last = [], ""
    while page := asked(f"FILTER(STR({variable}) > {ox.Literal(last)})"):
        rows.extend(page)
        last = max(term.value for (term, *_) in page if isinstance(term, ox.NamedNode | ox.Literal))
    return rows


def _counted(rows: Iterable[_Row]) -> dict[str, int]:
    return {
        graph.value: int(count.value)
        for graph, count in rows
        if isinstance(graph, ox.NamedNode) and isinstance(count, ox.Literal)
    }
