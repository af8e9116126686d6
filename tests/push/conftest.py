"""A server of its own for pushes, emptied before each test, and what stands before it."""

from collections.abc import Iterator

import pytest
from gate import Gate, gate_before
from pushing import three_articles
from serving import serving_oxigraph

from kg.store import LocalStore, RemoteStore


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base of a running server."""
    with serving_oxigraph(tmp_path_factory.mktemp("pushed")) as running:
        yield running


@pytest.fixture
def there(address: str) -> Iterator[RemoteStore]:
    """The server, empty."""
    with RemoteStore(f"{address}/query") as store:
        for graph in store.graphs():
            store.remove_graph(graph)
        yield store


@pytest.fixture
def gate(address: str, there: RemoteStore) -> Iterator[Gate]:
    """What stands before the server."""
    with gate_before(address) as running:
        yield running


@pytest.fixture
def here() -> Iterator[LocalStore]:
    """A store with three articles and what follows from them."""
    with three_articles() as store:
        yield store
