"""Where the services of a server may be, from the one URL that a user knows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.home import Home

_TAILS: Final = re.compile(
    r"/(query|update|sparql|sparql-auth|store|data|get|statements|rdf-graphs/service|sparql-graph-crud(-auth)?)?$"
)
_QUERIES: Final = ("/query", "/sparql", "")
_UPDATES: Final = ("/update", "/sparql-auth", "/statements")
_DATASETS: Final = ("/store", "/data", "/statements")
_GRAPHS: Final = (
    "/store",
    "/data",
    "/sparql-graph-crud-auth",
    "/rdf-graphs/service",
    "/sparql-graph-crud",
)


@dataclass(frozen=True, slots=True)
class Places:
    """URLs to try, the likeliest first.

    Attributes:
        queries: of SPARQL queries.
        updates: of SPARQL updates.
        datasets: that may take whole datasets (TriG).
        graphs: that may take one graph each (Graph Store protocol).
    """

    queries: tuple[str, ...]
    updates: tuple[str, ...]
    datasets: tuple[str, ...]
    graphs: tuple[str, ...]


def places(home: Home) -> Places:
    """What follows from a server's URL: its base, or any of its services; what is named explicitly is all there is.

    >>> from kg.home import Home
    >>> places(Home(endpoint="http://localhost:7878/store")).queries
    ('http://localhost:7878/query', 'http://localhost:7878/sparql', 'http://localhost:7878')
    """
    given = (home.endpoint or "").partition("?")[0]
    base = _TAILS.sub("", given)
    tail = given.removeprefix(base)
    stores = (home.graph_store,) if home.graph_store else None
    return Places(
        _each(base, (*([tail] if tail in ("/sparql", "/query") else []), *_QUERIES)),
        (home.update_endpoint,) if home.update_endpoint else _each(base, (*_UPDATES, "/sparql")),
        stores or _each(base, _DATASETS),
        stores or _each(base, _GRAPHS),
    )


def _each(base: str, tails: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{base}{tail}" for tail in tails))
