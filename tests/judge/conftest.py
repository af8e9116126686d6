"""Two articles on four people, in a store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from telling import COUNTRY, ORGANIZATION, RUN, entity, told

from kg.graph import Names, extraction_quads, run_quads
from kg.model import Extraction
from kg.settle import settle
from kg.store import LocalStore, RemoteStore, Store, put_ontology

NAMES = Names()
PEOPLE = [
    entity("Ada Lund"),
    entity("Ida Moss"),
    entity("Bo Reyes"),
    entity("Acme", ORGANIZATION),
    entity("Chad", COUNTRY),
]


def article(identifier: str, *lines: str) -> Extraction:
    claims = [
        ("bo-reyes", "sued", "acme", number, "sued", {})
        for number, line in enumerate(lines)
        if "sued" in line
    ]
    return told(identifier, list(lines), PEOPLE, claims, title=f"About {identifier}")


ARTICLES = [
    article("one", "[Ada Lund|ada-lund] spoke.", "[Bo Reyes|bo-reyes] sued [Acme|acme]."),
    article("two", "[Ida Moss|ida-moss] met [Bo Reyes|bo-reyes] in [Chad|chad]."),
]


def write(store: Store, extractions: list[Extraction]) -> None:
    for extraction in extractions:
        used = {mention.entity for mention in extraction.mentions}
        entities = tuple(each for each in extraction.entities if each.key in used)
        kept = Extraction(
            extraction.article, extraction.sentences, extraction.mentions, entities, extraction.claims
        )
        written = extraction_quads(kept, RUN)
        assert not written.dropped
        store.replace_graph(written.graph, written.quads)
    settle(store, NAMES)


def fill(store: Store) -> Store:
    put_ontology(store)
    store.replace_graph(RUN.iri(NAMES), run_quads(RUN, NAMES))
    write(store, ARTICLES)
    return store


@pytest.fixture
def store() -> Store:
    return fill(LocalStore())


@pytest.fixture(params=["disk", "server"])
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The articles on disk and on a server, which is left empty."""
    if request.param == "disk":
        with LocalStore(tmp_path / "store", create=True) as opened:
            yield fill(opened)
        return
    remote = RemoteStore(request.getfixturevalue("oxigraph_server"))
    _empty(remote)
    yield fill(remote)
    _empty(remote)


def _empty(store: Store) -> None:
    for graph in store.graphs():
        store.remove_graph(graph)
