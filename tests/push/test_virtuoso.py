"""Virtuoso 7: no datasets, a PUT a graph with digest authentication, and literals of its own."""

import io

import pyoxigraph as ox
import pytest
from pushing import BASE, NAMES, P, data, pushed, put
from serving import emptied
from world import fill

from kg.errors import StoreError
from kg.export import Format, write_store
from kg.home import Home
from kg.push import Kind
from kg.store import LocalStore, RemoteStore

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture
def empty(virtuoso: Home) -> Home:
    """The server without graphs of ours."""
    emptied(RemoteStore(virtuoso))
    return virtuoso


def test_only_what_changed_is_put_and_what_is_gone_goes(here: LocalStore, empty: Home) -> None:
    first = pushed(here, empty.endpoint)
    assert (first.sent, first.differences) == (7, [])
    assert "Graph Store protocol" in first.way
    assert pushed(here, empty.endpoint).sent == 0
    put(here, "article/0", "something else")
    here.remove_graph(NAMES.article("1"))
    second = pushed(here, empty.endpoint)
    assert (second.sent, second.gone[Kind.ARTICLE], second.differences) == (1, 1, [])
    assert data(RemoteStore(empty)) == data(here)


def test_the_base_of_the_server_is_enough(here: LocalStore, empty: Home) -> None:
    assert pushed(here, empty.endpoint.removesuffix("/sparql")).differences == []
    assert data(RemoteStore(empty)) == data(here)


def test_without_a_graph_store_updates_are_cut_until_they_are_taken(here: LocalStore, empty: Home) -> None:
    numbers = ox.NamedNode(f"{BASE}article/numbers")
    decimal = ox.NamedNode(f"{XSD}decimal")
    quads = [
        ox.Quad(numbers, P, ox.Literal(str(each), datatype=decimal), numbers) for each in (0, 1, 0.5, -12)
    ]
    here.replace_graph(numbers, quads)
    put(here, "article/long", *(f"line {number}" for number in range(1_200)))
    report = pushed(here, empty.endpoint, graph_store=empty.endpoint.replace("sparql", "nowhere"))
    assert "SPARQL updates" in report.way
    assert report.differences == []
    assert data(RemoteStore(empty)) == data(here)


def test_an_export_from_the_server_is_that_of_the_store(empty: Home) -> None:
    with fill(LocalStore()) as world:
        pushed(world, empty.endpoint)
        files = []
        for store in (world, RemoteStore(empty)):
            out = io.BytesIO()
            write_store(store, out, Format.TRIG)
            dataset = ox.Dataset(ox.parse(out.getvalue(), format=ox.RdfFormat.TRIG))
            dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
            files.append(dataset)
        assert files[0] == files[1]


def test_without_the_right_password_nothing_is_put(
    here: LocalStore, empty: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_SERVER_PASSWORD", "wrong")
    with pytest.raises(StoreError, match=r"HTTP 401.*KG_SERVER_USER"):
        pushed(here, empty.endpoint)
