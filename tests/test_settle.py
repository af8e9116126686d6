"""Resolution in a store: articles are written anew as entities change, and back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from meetings import met, read_in
from pyoxigraph import Literal, Quad
from said import NAMES

from kg.copies import fingerprint
from kg.export.formats import Format
from kg.export.whole import write_store
from kg.graph import Run, extraction_quads
from kg.graph.judgements import judgement_quads
from kg.graph.names import ITSRDF, KG, RDF
from kg.graph.terms import SUMMARY, value
from kg.model import Article, Extraction, Judgement, Verdict
from kg.settle import candidates, changing, settle
from kg.store import LocalStore, put_ontology

RUN = Run("1", "en", "0")


def telling(identifier: str, first: str, second: str, country: str) -> Extraction:
    """An article of one sentence: the first met the second, and works for a country."""
    return read_in(Article(identifier, met(first, country, second)))


NEWS = [
    telling("one", "Rosa Marin", "Ivar Holt", "Chile"),
    telling("two", "Rosa Marin", "Gro Dahl", "Norway"),
    telling("three", "Rosa Marin Ugarte", "Ivar Holt", "Chile"),
]


def store_of(extractions: Iterable[Extraction]) -> LocalStore:
    store = LocalStore()
    put_ontology(store, NAMES)
    for extraction in extractions:
        written = extraction_quads(extraction, RUN, NAMES)
        store.replace_graph(written.graph, written.quads)
    settle(store, NAMES)
    return store


def whole(store: LocalStore) -> bytes:
    out = BytesIO()
    write_store(store, out, Format.NQUADS)
    return out.getvalue()


def subjects(store: LocalStore, relation: str, kind: str = "Claim") -> list[str]:
    rows = store.select(
        f"SELECT ?subject {{ ?claim a <{KG}{kind}> ; <{RDF}predicate> <{KG}{relation}> ; <{RDF}subject> ?subject }}"
    )
    return sorted(str(subject).rpartition("/")[2].rstrip(">") for (subject,) in rows)


def judge(store: LocalStore, verdict: Verdict, first: str, second: str) -> None:
    pair = (NAMES.entity_by_key(key).value for key in (first, second))
    judgement = Judgement("2026-01-01T00:00:00Z", "a reviewer", verdict, *pair)
    store.replace_graph(NAMES.judgements, judgement_quads(judgement, NAMES))
    settle(store, NAMES)


def test_claims_and_mentions_name_the_entity_of_all_articles_together() -> None:
    store = store_of(NEWS)
    assert subjects(store, "metWith") == ["rosa-marin", "rosa-marin", "rosa-marin-norway"]
    rows = store.select(f"SELECT DISTINCT ?entity {{ ?mention <{ITSRDF}taIdentRef> ?entity }}")
    entities = {str(entity).rpartition("/")[2].rstrip(">") for (entity,) in rows}
    assert entities == {"rosa-marin", "rosa-marin-norway", "ivar-holt", "gro-dahl", "chile", "norway"}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_graph_is_the_same_whatever_the_order_of_reading(order: tuple[int, ...]) -> None:
    one_by_one = store_of([])
    for place in order:
        written = extraction_quads(NEWS[place], RUN, NAMES)
        one_by_one.replace_graph(written.graph, written.quads)
        settle(one_by_one, NAMES)
    assert whole(one_by_one) == whole(store_of(NEWS))


def test_an_article_that_goes_gives_the_others_their_entities_back() -> None:
    store = store_of(NEWS)
    store.remove_graph(NAMES.article("one"))
    settle(store, NAMES)
    assert whole(store) == whole(store_of(NEWS[1:]))


def test_merging_reading_again_and_undoing_gives_back_the_graph_byte_for_byte() -> None:
    store = store_of(NEWS)
    before = whole(store)
    judge(store, Verdict.SAME, "rosa-marin", "rosa-marin-norway")
    merged = whole(store)
    assert subjects(store, "metWith") == ["rosa-marin"] * 3
    for extraction in NEWS:
        written = extraction_quads(extraction, RUN, NAMES)
        store.replace_graph(written.graph, written.quads)
    settle(store, NAMES)
    assert whole(store) == merged
    store.remove_graph(NAMES.judgements)
    settle(store, NAMES)
    assert whole(store) == before


def test_a_claim_between_what_is_judged_one_entity_is_none_until_that_is_undone() -> None:
    store = store_of(NEWS)
    before = whole(store)
    judge(store, Verdict.SAME, "rosa-marin", "ivar-holt")
    assert subjects(store, "metWith") == ["rosa-marin-norway"]
    assert len(subjects(store, "metWith", "CollapsedClaim")) == 2
    store.remove_graph(NAMES.judgements)
    settle(store, NAMES)
    assert whole(store) == before


def test_settling_again_writes_no_article() -> None:
    store = store_of(NEWS)
    written = []
    replace_graph, change_graph = store.replace_graph, store.change_graph
    store.replace_graph = lambda graph, quads: (written.append(graph), replace_graph(graph, quads))  # type: ignore[method-assign, assignment]
    store.change_graph = lambda graph, *quads: (written.append(graph), change_graph(graph, *quads))  # type: ignore[method-assign, assignment]
    settle(store, NAMES)
    assert not any(NAMES.is_article(graph.value) for graph in written)


def test_a_judged_class_is_written_with_the_entity() -> None:
    store = store_of(NEWS)
    kind = f"{KG}Organization"
    judgement = Judgement(
        "2026-01-01T00:00:00Z", "a reviewer", Verdict.WRONG_TYPE, NAMES.entity_by_key("gro-dahl").value, kind
    )
    store.replace_graph(NAMES.judgements, judgement_quads(judgement, NAMES))
    settle(store, NAMES)
    assert store.ask(f"ASK {{ {NAMES.entity_by_key('gro-dahl')} a <{kind}> }}")
    assert not store.ask(f"ASK {{ {NAMES.entity_by_key('gro-dahl')} a <{KG}Person> }}")


def test_a_store_offers_the_pairs_that_are_worth_a_look() -> None:
    alone = telling("four", "Marin", "Nina Lund", "Chile")
    bare = replace(alone, claims=alone.claims[1:])
    store = store_of([*NEWS, bare])
    assert any("/marin" in pair.first + pair.second for pair in candidates(store, NAMES))


def read_into(store: LocalStore, extraction: Extraction) -> None:
    with changing(store, NAMES) as changes:
        written = extraction_quads(extraction, RUN, NAMES)
        store.replace_graph(written.graph, written.quads)
        changes.articles.add(extraction.article.identifier)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_settling_what_changed_gives_the_graph_that_settling_all_gives(order: tuple[int, ...]) -> None:
    store = store_of([])
    for place in order:
        read_into(store, NEWS[place])
    assert whole(store) == whole(store_of(NEWS))
    with changing(store, NAMES) as changes:
        store.remove_graph(NAMES.article("one"))
        changes.articles.add("one")
    assert whole(store) == whole(store_of(NEWS[1:]))


def test_an_entity_that_changes_by_another_article_changes_the_facts_of_its_own() -> None:
    store = store_of([])
    read_into(store, NEWS[1])
    before = subjects(store, "metWith", "Fact")
    read_into(store, NEWS[0])
    assert subjects(store, "metWith", "Fact") != before
    assert whole(store) == whole(store_of(NEWS[:2]))


def test_after_a_break_everything_is_derived_anew() -> None:
    store = store_of(NEWS[:1])
    written = extraction_quads(NEWS[1], RUN, NAMES)
    broken = changing(store, NAMES)
    broken.__enter__()  # never left, as by a process that is killed
    store.replace_graph(written.graph, written.quads)
    assert NAMES.unsettled in store.graphs()
    with changing(store, NAMES) as changes:
        assert changes.all
    assert NAMES.unsettled not in store.graphs()
    assert whole(store) == whole(store_of(NEWS[:2]))


@pytest.mark.parametrize("summarized", [(), (0,), (0, 1, 2)])
def test_summaries_spare_work_and_change_nothing(summarized: tuple[int, ...]) -> None:
    store = LocalStore()
    put_ontology(store, NAMES)
    for place, extraction in enumerate(NEWS):
        kept = fingerprint if place in summarized else None
        written = extraction_quads(extraction, RUN, NAMES, fingerprint=kept)
        store.replace_graph(written.graph, written.quads)
    settle(store, NAMES)
    assert whole(store) == whole(store_of(NEWS))


def kept_summaries(store: LocalStore) -> dict[str, str]:
    return {
        value(article): value(kept) for article, kept in store.select(f"SELECT * {{ ?a <{KG}summary> ?s }}")
    }


@pytest.mark.parametrize("before", [[], ["[0,null,[],[]]"]])
def test_summaries_that_are_missing_or_of_another_version_are_made_once(before: list[str]) -> None:
    store, summarized = LocalStore(), LocalStore()
    for extraction in NEWS:
        for filled, kept in ((store, None), (summarized, fingerprint)):
            written = extraction_quads(extraction, RUN, NAMES, fingerprint=kept)
            old = [
                Quad(written.graph, SUMMARY, Literal(each), written.graph) for each in before if kept is None
            ]
            filled.replace_graph(written.graph, [*written.quads, *old])
    reject_all(store, NEWS[1], "two")
    settle(store, NAMES)
    assert kept_summaries(store) == kept_summaries(summarized)


def reject_all(store: LocalStore, extraction: Extraction, identifier: str) -> None:
    for each in extraction.claims:
        claim = NAMES.claim(identifier, each).value
        judgement = Judgement("2026-01-01T00:00:00Z", "a reviewer", Verdict.REJECTED, claim)
        before = store.quads(NAMES.judgements)
        store.replace_graph(NAMES.judgements, [*before, *judgement_quads(judgement, NAMES)])


def test_reading_a_store_writes_no_summaries() -> None:
    store = LocalStore()
    for extraction in NEWS:
        written = extraction_quads(extraction, RUN, NAMES)
        store.replace_graph(written.graph, written.quads)
    candidates(store, NAMES)
    assert kept_summaries(store) == {}


def test_a_rejected_claim_ties_nobody_whatever_the_summary_says() -> None:
    def rejected(kept: Callable[[str], str] | None) -> LocalStore:
        store = LocalStore()
        put_ontology(store, NAMES)
        for extraction in NEWS:
            written = extraction_quads(extraction, RUN, NAMES, fingerprint=kept)
            store.replace_graph(written.graph, written.quads)
        reject_all(store, NEWS[1], "two")
        settle(store, NAMES)
        return store

    assert whole(rejected(fingerprint)) == whole(rejected(None))
    assert whole(rejected(None)) != whole(store_of(NEWS))


def test_a_store_that_is_being_changed_is_exported_without_the_mark_of_it() -> None:
    store = store_of(NEWS)
    before = whole(store)
    with changing(store, NAMES):
        assert whole(store) == before


PEOPLE = st.sampled_from(["Rosa Marin", "Rosa Marin Ugarte", "R. Marin", "Ivar Holt", "Gro Dahl"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["one", "two", "three", "four"]),
        st.tuples(PEOPLE, PEOPLE).filter(lambda pair: pair[0] != pair[1]) | st.none(),
        st.sampled_from(["Chile", "Norway"]),
        st.booleans(),
    ),
    max_size=5,
)


@hypothesis_settings(max_examples=25, deadline=None)
@given(STEPS)
def test_whatever_is_changed_one_by_one_gives_the_graph_of_all_at_once(
    steps: list[tuple[str, tuple[str, str] | None, str, bool]],
) -> None:
    store = store_of([])
    left: dict[str, Extraction] = {}
    for identifier, people, country, summarized in steps:
        with changing(store, NAMES) as changes:
            changes.articles.add(identifier)
            if people is None:
                left.pop(identifier, None)
                store.remove_graph(NAMES.article(identifier))
                continue
            left[identifier] = telling(identifier, *people, country)
            kept = fingerprint if summarized else None
            written = extraction_quads(left[identifier], RUN, NAMES, fingerprint=kept)
            store.replace_graph(written.graph, written.quads)
    assert whole(store) == whole(store_of(left.values()))
