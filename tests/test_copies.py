"""Copies in a store: links, origins of facts, and that a new article costs no other article's comparison."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from copying import FERRY, GRAIN
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal
from telling import ORGANIZATION, PERSON, RUN, entity, told

from kg.check import check
from kg.cli.main import run
from kg.copies import fingerprint
from kg.export.layers import selected_quads
from kg.graph import KG, Names, extraction_quads, run_quads, terms
from kg.model import Extraction
from kg.query.evidence import evidence
from kg.query.reading import reading
from kg.settle import changing, copies, settle
from kg.statistics import statistics
from kg.store import LocalStore, copying_articles, put_ontology, remove_article

NAMES = Names()
PEOPLE = [entity("Ada Lund", PERSON), entity("Bo Reyes", PERSON), entity("Acme", ORGANIZATION)]
MET = "After the hearing in the old town hall [Ada Lund|ada-lund] met [Bo Reyes|bo-reyes] for an hour."
SUED = "On the same day [Bo Reyes|bo-reyes] sued [Acme|acme] for the wages that he had never been paid."
LEADS = "The papers show that [Ada Lund|ada-lund] leads [Acme|acme] from an office above a bakery."
SAID = {
    MET: ("ada-lund", "metWith", "bo-reyes", "met"),
    SUED: ("bo-reyes", "sued", "acme", "sued"),
    LEADS: ("ada-lund", "leads", "acme", "leads"),
}


def article(identifier: str, lines: Sequence[str], date: str | None = None) -> Extraction:
    """An article of these sentences, with a claim for each that names two."""
    claims = [
        (*SAID[line][:3], number, SAID[line][3], {}) for number, line in enumerate(lines) if line in SAID
    ]
    found = told(identifier, list(lines), PEOPLE, claims, date=date)
    evidence = {claim.evidence for claim in found.claims}
    return replace(found, sentences=tuple(each for each in found.sentences if each.span in evidence))


def write(store: LocalStore, extraction: Extraction, marked: bool = True) -> None:
    written = extraction_quads(extraction, RUN, NAMES, fingerprint=fingerprint if marked else None)
    assert not written.dropped
    store.replace_graph(written.graph, written.quads)


def filled(extractions: Iterable[Extraction], marked: bool = True) -> LocalStore:
    store = LocalStore()
    put_ontology(store, NAMES)
    store.replace_graph(RUN.iri(NAMES), run_quads(RUN, NAMES))
    for extraction in extractions:
        write(store, extraction, marked)
    settle(store, NAMES)
    return store


WIRE = article("wire", [*FERRY[:4], MET, *FERRY[4:], SUED], "2024-05-01")
PAPER = article("paper", [LEADS, *FERRY[:4], MET, *FERRY[4:6], GRAIN[0]], "2024-05-02")
OTHER = article("other", [*GRAIN, MET], "2024-05-01")


def origins(store: LocalStore) -> dict[str, int]:
    """How many origins each fact has, by relation."""
    rows = store.select(
        f"SELECT ?r ?n {{ ?f {terms.PREDICATE} ?r ; {terms.INDEPENDENT_SOURCES} ?n }}"
    ).dicts()
    return {row["r"].value.removeprefix(KG): int(row["n"].value) for row in rows}  # type: ignore[union-attr]


def test_a_copy_is_linked_and_its_claims_are_no_origin_of_their_own() -> None:
    store = filled([WIRE, PAPER, OTHER])
    assert copying_articles(store) == {"paper"}
    assert origins(store) == {"metWith": 2, "sued": 1, "leads": 1}
    copied = [quad for quad in store.quads(NAMES.copies) if quad.predicate == terms.COPIED_FROM]
    spans = [PAPER.claims[1].evidence, WIRE.claims[0].evidence]
    assert [(quad.subject, quad.object) for quad in copied] == [
        (NAMES.stretch("paper", spans[0]), NAMES.stretch("wire", spans[1]))
    ]
    assert list(check(store, NAMES)) == []


def test_an_excerpt_that_adds_nothing_is_a_duplicate() -> None:
    store = filled([WIRE, article("excerpt", [FERRY[3], MET, *FERRY[4:]])])
    links = {
        (quad.predicate, quad.object)
        for quad in store.quads(NAMES.copies)
        if quad.subject == NAMES.article("excerpt")
    }
    assert {(terms.COPY_OF, NAMES.article("wire")), (terms.DUPLICATE_OF, NAMES.article("wire"))} <= links
    assert origins(store)["metWith"] == 1


def test_a_sentence_that_makes_no_claim_in_the_original_is_written_with_the_copies() -> None:
    unread = replace(WIRE, sentences=(), claims=())
    store = filled([unread, PAPER])
    assert origins(store) == {"metWith": 1, "leads": 1}
    node = next(quad.object for quad in store.quads(NAMES.copies) if quad.predicate == terms.COPIED_FROM)
    told_of_it = {quad.predicate: quad.object for quad in store.quads(NAMES.copies) if quad.subject == node}
    assert told_of_it[terms.REFERENCE_CONTEXT] == NAMES.article("wire")
    assert told_of_it[terms.ANCHOR_OF] == Literal(
        MET.replace("[", "").replace("|ada-lund]", "").replace("|bo-reyes]", "")
    )
    assert list(check(store, NAMES)) == []


def test_answers_say_of_what_a_claim_is_a_copy_and_leave_what_a_copy_adds() -> None:
    store = filled([WIRE, PAPER, OTHER])
    claims = {claim.relation: NAMES.claim("paper", claim).value for claim in PAPER.claims}
    found = evidence(store, claims.values())
    assert {relation: found[iri][0].copy_of for relation, iri in claims.items()} == {
        "metWith": "wire",
        "leads": None,
    }
    shown = reading(store, NAMES.article("paper"))
    assert (shown.copy_of, shown.copies_part_of) == (None, ("wire",))
    assert statistics(store).totals["copies in part"] == 1


def test_an_export_is_without_what_spares_the_store_work() -> None:
    store = filled([WIRE, PAPER])
    kept = {terms.FINGERPRINT, terms.SUMMARY, terms.COMPARISON}
    quads = {graph: set(store.quads(graph)) for graph in (NAMES.copies, NAMES.article("wire"))}
    assert {quad.predicate for each in quads.values() for quad in each} >= kept
    for graph, each in quads.items():
        assert kept.isdisjoint(quad.predicate for quad in selected_quads(graph, each, NAMES))


def test_a_new_article_is_compared_with_what_it_resembles_and_nothing_else_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = filled([WIRE, PAPER, OTHER, article("late", [*GRAIN[:5]], "2024-06-01")])
    compared, printed = [], []
    compare, fingerprinted = copies.compare, copies.fingerprint
    monkeypatch.setattr(
        copies, "compare", lambda one, other: compared.append({one.text, other.text}) or compare(one, other)
    )
    monkeypatch.setattr(copies, "fingerprint", lambda text: printed.append(text) or fingerprinted(text))
    with changing(store, NAMES) as changes:
        new = article("new", FERRY, "2024-07-01")
        changes.articles.add("new")
        write(store, new)
    assert compared
    assert all(new.article.text in pair for pair in compared)
    assert OTHER.article.text not in set().union(*compared)
    assert printed == []
    compared.clear()
    settle(store, NAMES)
    assert compared == []


LINES = [MET, SUED, LEADS, *FERRY, *GRAIN]
articles = st.builds(
    lambda begin, end, more, date: (LINES[begin:end] + [LINES[n] for n in more], date),
    st.integers(0, 10),
    st.integers(3, len(LINES)),
    st.lists(st.integers(0, len(LINES) - 1), max_size=2),
    st.sampled_from([None, "2024-05-01", "2024-05-02"]),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcde"), st.none() | articles), min_size=2, max_size=8))
def test_adding_changing_and_removing_articles_gives_what_building_at_once_gives(
    steps: list[tuple[str, tuple[list[str], str | None] | None]],
) -> None:
    store = filled([])
    now: dict[str, Extraction] = {}
    for identifier, made in steps:
        with changing(store, NAMES) as changes:
            changes.articles.add(identifier)
            if made is None or not made[0]:
                remove_article(store, identifier, NAMES)
                now.pop(identifier, None)
            else:
                now[identifier] = article(identifier, *made)
                write(store, now[identifier])
    derived = (NAMES.copies, NAMES.facts)
    at_once = filled(now.values())
    for graph in derived:
        assert set(store.quads(graph)) == set(at_once.quads(graph))
    unmarked = filled(reversed(now.values()), marked=False)
    for graph in derived:
        assert set(unmarked.quads(graph)) == set(at_once.quads(graph))


def test_show_and_stats_tell_of_copies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalStore(tmp_path / "store", create=True) as store:
        put_ontology(store, NAMES)
        for each in (WIRE, PAPER, article("excerpt", [FERRY[3], MET, *FERRY[4:]])):
            write(store, each)
        settle(store, NAMES)

    def shown(*words: str) -> str:
        monkeypatch.setattr("sys.argv", ["kg", *words, "--store", str(tmp_path / "store")])
        with pytest.raises(SystemExit) as left:
            run()
        assert not left.value.code
        return capsys.readouterr().out

    assert "in part a copy of wire" in shown("show", "paper")
    assert "metWith" not in shown("show", "paper")
    assert "copied from wire" in shown("show", "paper")
    assert "copy of wire" in shown("show", "excerpt")
    totals = {line.split()[-1]: line for line in shown("stats").splitlines() if "copies" in line}
    assert len(totals) == 1
    assert all(" 1" in line for line in totals.values())
