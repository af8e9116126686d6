"""What several tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import serving_oxigraph, serving_virtuoso

from kg.home import Home

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside a development checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material is not beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test sees the settings of whoever runs it."""
    for variable in [name for name in os.environ if name.startswith("KG_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("KG_JOBS", "1")  # what is put in place of an extractor is not there in other processes
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-configuration"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a running `oxigraph serve`, an empty store of its own."""
    with serving_oxigraph(tmp_path_factory.mktemp("oxigraph")) as address:
        yield f"{address}/query"


@pytest.fixture(scope="session")
def plain_oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same as it is without options: its default graph is not the union of its graphs."""
    with serving_oxigraph(tmp_path_factory.mktemp("plain"), union=False) as address:
        yield f"{address}/query"


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running Virtuoso, an empty database of its own."""
    with serving_virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


@pytest.fixture
def virtuoso(virtuoso_server: str, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The same with what it wants to know of those who write."""
    monkeypatch.setenv("KG_SERVER_USER", "dba")
    monkeypatch.setenv("KG_SERVER_PASSWORD", "dba")
    return Home(endpoint=f"{virtuoso_server}/sparql")
