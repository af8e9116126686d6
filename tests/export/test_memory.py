"""What an export holds in memory does not grow with the number of articles."""

import io
import tracemalloc
from collections.abc import Callable

import pytest
from telling import RUN, entity, told

from kg.export import (
    Format,
    NetworkFormat,
    investigation,
    network,
    order,
    turtle,
    write_ftm,
    write_network,
    write_store,
)
from kg.graph import extraction_quads
from kg.store import LocalStore, rebuild

PEOPLE = [entity(f"Person {number}") for number in range(30)]
SENTENCES = 5
FEW, MANY = 4, 24


class Nowhere(io.RawIOBase):
    """Takes what is written and forgets it."""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return len(memoryview(data))  # type: ignore[arg-type]


def made(articles: int) -> LocalStore:
    """A store in which each article has the same number of claims, none of which another article makes."""
    store = LocalStore()
    for number in range(articles):
        lines, claims = [], []
        for place in range(SENTENCES):
            one = PEOPLE[(number * SENTENCES + place) % 30]
            other = PEOPLE[(number * SENTENCES + place + 1 + number % 28) % 30]
            lines.append(f"[{one.name}|{one.key}] sued [{other.name}|{other.key}] in case {number}.")
            claims.append((one.key, "sued", other.key, place, "sued", {}))
        written = extraction_quads(told(f"article-{number:03}", lines, PEOPLE, claims), RUN)
        store.replace_graph(written.graph, written.quads)
    rebuild(store)
    return store


@pytest.fixture(scope="module")
def stores() -> tuple[LocalStore, LocalStore]:
    return made(FEW), made(MANY)


def peak(write: Callable[[], object]) -> int:
    """The most bytes that Python's objects took meanwhile, quads among them."""
    tracemalloc.start()
    try:
        write()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture(autouse=True)
def _little_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the graph of facts does not fit, as that of a large store does not."""
    for name, value in (("HELD", 60), ("_BLOCK", 4), ("_FILES", 4)):
        monkeypatch.setattr(order, name, value)
    monkeypatch.setattr(network, "_FACTS_AT_ONCE", 5)
    monkeypatch.setattr(investigation, "_FACTS_AT_ONCE", 5)
    monkeypatch.setattr(turtle, "REMEMBERED", 50)


@pytest.mark.parametrize("form", Format)
def test_rdf_of_six_times_the_articles_takes_no_more_memory(stores, form) -> None:
    few, many = (peak(lambda s=s: write_store(s, Nowhere(), form)) for s in stores)
    assert many < 1.8 * few


@pytest.mark.parametrize("form", NetworkFormat)
@pytest.mark.parametrize("claims", [False, True])
def test_a_network_of_six_times_the_articles_takes_no_more_memory(stores, form, claims) -> None:
    few, many = (peak(lambda s=s: write_network(s, Nowhere(), form, claims=claims)) for s in stores)
    assert many < 1.8 * few


def test_followthemoney_of_six_times_the_articles_takes_no_more_memory(stores) -> None:
    few, many = (peak(lambda s=s: write_ftm(s, Nowhere())) for s in stores)
    assert many < 1.8 * few


def test_what_holds_all_quads_would_be_seen(stores) -> None:
    few, many = (peak(lambda s=s: sorted(s.quads(), key=str)) for s in stores)
    assert many > 4 * few
