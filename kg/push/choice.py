"""Which way a server takes graphs: found by asking what can be asked, and by sending the first graph."""

from collections.abc import Iterator
from typing import Final

from kg.errors import StoreError
from kg.push.server import Server
from kg.push.ways import Datasets, Graphs, Sent, Updates, Way
from kg.push.web import Refused

_DENIED: Final = frozenset({401, 403})


def chosen_way(server: Server, first: Sent) -> Way:
    """The first way in which the server takes a graph, which it has afterwards.

    A way is believed only when the server counts what it was sent: some answer any request with 200.

    Raises:
        Refused: it takes graphs in no way, and may not do so for this user.
        StoreError: it takes graphs in no way, or cannot be reached.
    """
    refusals: list[Refused] = []
    for way in _ways(server, refusals):
        try:
            way.put([first])
        except Refused as error:
            refusals.append(error)
            continue
        graph = first.content.graph.value
        found = server.counts_of([graph]).get(graph, 0)
        if found == first.content.count or (found and not first.there):
            return way
    denied = [error for error in refusals if error.status in _DENIED or error.status == 507]
    if denied:
        raise denied[0]
    why = "; ".join(dict.fromkeys(str(error) for error in refusals)) or "it keeps nothing of what it is sent"
    raise StoreError(
        f"the server at {server.url} takes graphs in no way that is known here ({why}); "
        "if its services have other places, name them with --graph-store or --update-endpoint"
    )


def removing_way(server: Server, graph: str) -> Way:
    """A way by which graphs can be removed, one of which may be gone afterwards.

    Raises:
        Refused: there is none.
        StoreError: the server cannot be reached.
    """
    refusals: list[Refused] = []
    if (updates := updates_of(server, refusals)) is not None:
        return updates
    for url in server.places.graphs:
        way = Graphs(server.web, url, server.names, None, server.memory)
        try:
            way.remove([graph], ())
        except Refused as error:
            refusals.append(error)
        else:
            if not server.counts_of([graph]):
                return way
    raise refusals[0] if refusals else StoreError(f"the server at {server.url} removes no graph")


def updates_of(server: Server, refusals: list[Refused] | None = None) -> Updates | None:
    """The server's updates, found by one that changes nothing."""
    for url in server.places.updates:
        try:
            server.web.write("POST", url, b"INSERT DATA {}", "application/sparql-update")
        except Refused as error:
            if refusals is not None:
                refusals.append(error)
        else:
            return Updates(server.web, url, server.names, virtuoso=server.software.startswith("Virtuoso"))
    return None


def _ways(server: Server, refusals: list[Refused]) -> Iterator[Way]:
    web, names = server.web, server.names
    updates = updates_of(server, refusals)
    graphs = [Graphs(web, url, names, updates, server.memory) for url in server.places.graphs]
    bulk = server.software.startswith("Oxigraph")
    # Virtuoso takes no datasets, but may say that it did
    for url in () if server.software.startswith("Virtuoso") else server.places.datasets:
        try:
            web.write("POST", url, b"", "application/trig")
        except Refused as error:
            refusals.append(error)
            continue
        same = next((each for each in graphs if each.url == url), None)
        if changes := updates or same:
            yield Datasets(web, url, names, changes, server.counts_of, bulk=bulk)
    yield from graphs
    if updates is not None:
        yield updates
