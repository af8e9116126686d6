"""The whole graph in every store: derived alike, exported to the same bytes, verified alike."""

import io
from functools import reduce
from operator import add

from meetings import met, read_in
from telling import COUNTRY, ORGANIZATION, RUN, entity, told

from kg.check import check_queries
from kg.export import Format, write_extractions, write_store
from kg.graph import Names, extraction_quads, run_quads
from kg.model import Article, Polarity
from kg.settle import settle
from kg.store import LocalStore, Store, article_text, put_ontology, rebuild, remove_article, stored_articles
from kg.verify import Verification, verify

NAMES = Names()
PEOPLE = [entity("Inês Prado"), entity("Juno Works", ORGANIZATION), entity("Malta", COUNTRY)]
LINE = "[Inês Prado|inês-prado] sued [Juno Works|juno-works] of [Malta|malta]."
ARTICLES = [
    told("first", [LINE], PEOPLE, [("inês-prado", "sued", "juno-works", 0, "sued", {"confidence": 0.25})]),
    told("second", [LINE, "No, \\u0022they\\u0022 said."], PEOPLE, [
        ("inês-prado", "sued", "juno-works", 0, "sued", {"polarity": Polarity.NEGATED, "holder": "malta"}),
        ("juno-works", "alliedWith", "malta", 0, "of", {"date": "2030-11"}),
    ]),
]  # fmt: skip


def fill(store: Store) -> None:
    put_ontology(store)
    store.replace_graph(RUN.iri(NAMES), run_quads(RUN, NAMES))
    for extraction in (*ARTICLES[::-1], ARTICLES[0]):
        written = extraction_quads(extraction, RUN)
        store.replace_graph(written.graph, written.quads)
    rebuild(store)


def test_every_store_gives_the_bytes_that_no_store_gives(store: Store) -> None:
    fill(store)
    direct, stored = io.BytesIO(), io.BytesIO()
    write_extractions(ARTICLES, RUN, direct, Format.TRIG)
    store.remove_graph(NAMES.ontology)
    write_store(store, stored, Format.TRIG)
    assert stored.getvalue().decode() == direct.getvalue().decode()


def test_every_store_verifies_checks_lists_and_forgets_articles(store: Store) -> None:
    fill(store)
    assert reduce(add, verify(store), Verification()) == Verification(2, 3, 6, 3)
    assert list(check_queries(store)) == []
    assert list(stored_articles(store)) == ["first", "second"]
    assert article_text(store, "second") == ARTICLES[1].article.text
    assert article_text(store, "third") is None
    assert remove_article(store, "second")
    rebuild(store)
    assert list(stored_articles(store)) == ["first"]
    assert list(check_queries(store)) == []


def test_every_store_gives_readings_the_entities_of_all_articles_together(store: Store) -> None:
    def resolved(into: Store) -> str:
        put_ontology(into)
        for identifier, country, name in (("a", "Chile", "Ivar Holt"), ("b", "Norway", "Gro Dahl")):
            read = read_in(Article(identifier, met("Rosa Marin", country, name)))
            written = extraction_quads(read, RUN)
            into.replace_graph(written.graph, written.quads)
        settle(into)
        out = io.BytesIO()
        into.remove_graph(NAMES.ontology)
        write_store(into, out, Format.TRIG)
        return out.getvalue().decode()

    with LocalStore() as local:
        expected = resolved(local)
    assert "rosa-marin-norway" in expected
    assert resolved(store) == expected
