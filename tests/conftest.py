"""What several tests share."""

import os
import sys
import threading
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from serving import serving_oxigraph, serving_virtuoso

from kg.home import Home

if TYPE_CHECKING:
    from kg.extract.pipeline import Extractor

ROOT = Path(__file__).resolve().parent.parent

# how long an example takes says more of what else the machine does
hypothesis.settings.register_profile("any machine", deadline=None)
hypothesis.settings.load_profile("any machine")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Gives files that share what takes long to make to one process."""
    from sharing_out import ByWhatIsRead

    return ByWhatIsRead(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Coverage is not measured in tests that are marked so, nor in threads that they start."""
    if not item.config.pluginmanager.hasplugin("_cov") or item.get_closest_marker("not_covered") is None:
        return (yield)
    tracer, of_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
        threading.settrace(of_threads)


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


@pytest.fixture(scope="session")
def extractor() -> "Extractor":
    """The shipped extractor; loading its model takes long."""
    from remembering import Remembering

    return Remembering()


@pytest.fixture(scope="session")
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for each test; a temporary one of pytest's own is made by looking through all that there are."""
    folder = tmp_path_factory.mktemp("caches")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, _caches: Iterator[Path]
) -> None:
    """No test sees the settings of whoever runs it."""
    for variable in [name for name in os.environ if name.startswith("KG_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("KG_JOBS", "1")  # what is put in place of an extractor is not there in other processes
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-configuration"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(next(_caches)))


@pytest.fixture(scope="module")
def queries_parsed_once() -> Iterator[None]:
    """rdflib parses each text of a query once in the tests of a file."""
    from parsed_once import parsed_once

    with parsed_once():
        yield


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
