"""The small invented world, served."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from webbing import Site, serving_site
from world import fill

from kg.home import Home
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving
from kg.store import LocalStore


@pytest.fixture(scope="session")
def world_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the invented world, for reading."""
    folder = tmp_path_factory.mktemp("served") / "store"
    with LocalStore(folder, create=True) as store:
        fill(store)
    return folder


@pytest.fixture(scope="session")
def opening(world_folder: Path) -> Opening:
    """How to open it."""
    return Opening(Home(folder=world_folder))


@pytest.fixture(scope="session")
def site(opening: Opening) -> Iterator[Site]:
    """A server of it that only reads."""
    with serving_site(Serving(opening, workers=3, limits=Limits(10, 1_000, 1 << 20))) as running:
        yield running
