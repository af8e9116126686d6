"""Every kind of store, for the one body of tests that all must pass."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import LocalStore, RemoteStore, Store


@pytest.fixture(params=["memory", "disk", "server"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        opened: Store = LocalStore()
    elif request.param == "disk":
        opened = LocalStore(tmp_path / "store", create=True)
    else:
        opened = RemoteStore(request.getfixturevalue("oxigraph_server"))
        for graph in opened.graphs():
            opened.remove_graph(graph)
    with opened:
        yield opened
