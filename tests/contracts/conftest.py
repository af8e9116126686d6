"""Every kind of store, for the one body of tests that all must pass."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import emptied

from kg.store import LocalStore, RemoteStore, Store


@pytest.fixture(params=["memory", "disk", "oxigraph", "plain-oxigraph", "virtuoso"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        opened: Store = LocalStore()
    elif request.param == "disk":
        opened = LocalStore(tmp_path / "store", create=True)
    elif request.param == "virtuoso":
        opened = emptied(RemoteStore(request.getfixturevalue("virtuoso")))
    else:
        name = f"{request.param.replace('-', '_')}_server"
        opened = emptied(RemoteStore(request.getfixturevalue(name)))
    with opened:
        yield opened
