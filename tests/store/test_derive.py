"""Copies, entities and facts: what follows from the articles, however they came in."""

import random
from dataclasses import replace

import pytest
from exporting import filled as filled_with
from pyoxigraph import Literal, NamedNode, Quad, Triple
from telling import ORGANIZATION, PERSON, PLACE, RUN, entity, told

from kg.graph import KG, Names, Run, extraction_quads, judgement_quads, run_quads, terms
from kg.model import Extraction, Judgement, Modality, Polarity, Verdict
from kg.settle.copies import copy_quads
from kg.store import LocalStore, put_ontology, rebuild, remove_article, stored_articles

NAMES = Names()
ADA, BO = entity("Ada Lund"), entity("Bo Reyes")
SENTENCE = "[Ada Lund|ada-lund] met [Bo Reyes|bo-reyes], who sued [Acme|acme]."


def article(identifier: str, *claims: tuple, line: str = SENTENCE) -> Extraction:  # type: ignore[type-arg]
    return told(identifier, [line], [ADA, BO, entity("Acme", ORGANIZATION)], list(claims))


def met(subject: str = "ada-lund", value: str = "bo-reyes", **more: object) -> tuple:  # type: ignore[type-arg]
    return (subject, "metWith", value, 0, "met", more)


def sued(**more: object) -> tuple:  # type: ignore[type-arg]
    return ("bo-reyes", "sued", "acme", 0, "sued", more)


def filled(*extractions: Extraction) -> LocalStore:
    return filled_with(extractions)


def edges(store: LocalStore) -> set[tuple[str, str, str]]:
    """The plain edges, by keys."""
    rows = store.select(
        f"SELECT ?s ?p ?o {{ GRAPH {NAMES.facts} {{ ?s ?p ?o }} FILTER(!STRSTARTS(STR(?s), '{NAMES.base}fact/')) }}"
    )
    return {
        (NAMES.key(s.value), p.value.removeprefix(KG), NAMES.key(o.value))  # type: ignore[union-attr]
        for s, p, o in rows
    }


def claims_of_fact(store: LocalStore, relation: str, predicate: str) -> set[object]:
    rows = store.select(
        f"SELECT ?c {{ ?f a <{KG}Fact> ; {terms.PREDICATE} <{KG}{relation}> ; <{KG}{predicate}> ?c }}"
    )
    return {row[0] for row in rows}


def claim_iri(extraction: Extraction, number: int = 0) -> NamedNode:
    return NAMES.claim(extraction.article.identifier, extraction.claims[number])


def test_a_symmetric_fact_has_edges_both_ways_and_one_node() -> None:
    store = filled(article("a", met()), article("b", met("bo-reyes", "ada-lund"), line=SENTENCE + " Again."))
    assert edges(store) == {("ada-lund", "metWith", "bo-reyes"), ("bo-reyes", "metWith", "ada-lund")}
    facts = store.select(f"SELECT ?f {{ ?f a <{KG}Fact> }}")
    assert len(facts) == 1
    assert claims_of_fact(store, "metWith", "independentSources") == {Literal(2)}


def test_a_fact_that_is_not_symmetric_has_one_edge() -> None:
    assert edges(filled(article("a", sued()))) == {("bo-reyes", "sued", "acme")}


@pytest.mark.parametrize(
    "how", [{"polarity": Polarity.NEGATED}, {"modality": Modality.POSSIBLE}], ids=["negated", "possible"]
)
def test_what_is_denied_or_only_possible_is_no_fact(how: dict[str, object]) -> None:
    store = filled(article("a", sued(**how)))
    assert list(store.quads(NAMES.facts)) == []


def test_what_a_holder_asserts_is_a_fact() -> None:
    assert edges(filled(article("a", sued(holder="ada-lund")))) == {("bo-reyes", "sued", "acme")}


def test_a_denial_disputes_the_fact_from_either_end_and_does_not_remove_it() -> None:
    says = article("a", met())
    denies = article("b", met("bo-reyes", "ada-lund", polarity=Polarity.NEGATED, holder="bo-reyes"))
    plans = article("c", met(polarity=Polarity.NEGATED, modality=Modality.POSSIBLE))
    store = filled(says, denies, plans)
    assert ("ada-lund", "metWith", "bo-reyes") in edges(store)
    assert claims_of_fact(store, "metWith", "disputedBy") == {claim_iri(denies)}
    assert claims_of_fact(store, "metWith", "supportedBy") == {claim_iri(says)}


def test_a_denial_the_other_way_round_does_not_dispute_a_relation_with_a_direction() -> None:
    other = ("acme", "sued", "bo-reyes", 0, "sued", {"polarity": Polarity.NEGATED})
    assert claims_of_fact(filled(article("a", sued()), article("b", other)), "sued", "disputedBy") == set()


def test_a_rejected_claim_makes_no_fact_and_the_judgement_survives_reading_again() -> None:
    said = article("a", met(), sued())
    store = filled(said)
    judgement = Judgement("2030-01-01T00:00:00Z", "Mo", Verdict.REJECTED, claim_iri(said, 1).value)
    store.replace_graph(NAMES.judgements, judgement_quads(judgement, NAMES))
    written = extraction_quads(said, RUN)
    store.replace_graph(written.graph, written.quads)
    rebuild(store)
    assert ("bo-reyes", "sued", "acme") not in edges(store)
    assert ("ada-lund", "metWith", "bo-reyes") in edges(store)


def test_copies_of_one_text_count_as_one_source() -> None:
    same = [article(identifier, sued()) for identifier in ("wire", "daily", "evening")]
    other = article("local", sued(), line=SENTENCE + " It was Monday.")
    store = filled(*same, other)
    assert claims_of_fact(store, "sued", "independentSources") == {Literal(2)}
    links = {
        quad for quad in store.quads(NAMES.copies) if quad.predicate in (terms.COPY_OF, terms.DUPLICATE_OF)
    }
    assert links == {
        Quad(NAMES.article(copy), relation, NAMES.article("daily"), NAMES.copies)
        for copy in ("wire", "evening")
        for relation in (terms.COPY_OF, terms.DUPLICATE_OF)
    }


def test_an_entity_has_the_class_of_most_mentions_and_its_fullest_name() -> None:
    short = told("a", ["[Lund|ada-lund] spoke."], [replace(ADA, name="Lund", type=PLACE)])
    full = told("b", ["[Ada Lund|ada-lund] spoke; [she-wolf|ada-lund] and [Lund|ada-lund]."], [ADA])
    store = filled(short, full)
    node = NAMES.entity_by_key("ada-lund")
    assert {(quad.predicate, quad.object) for quad in store.quads(NAMES.entities)} == {
        (terms.TYPE, NamedNode(f"{KG}Person")),
        (terms.PREF_LABEL, Literal("Ada Lund", language="en")),
        (terms.ALT_LABEL, Literal("Lund", language="en")),
        (terms.NAME_KEY, Literal("ada lund")),
        (terms.NAME_KEY, Literal("lund")),
    }
    assert {quad.subject for quad in store.quads(NAMES.entities)} == {node}


def test_a_local_entity_is_also_called_what_describes_it() -> None:
    crowd = entity("protesters", PERSON, local=True)
    store = filled(told("a", ["[protesters|protesters] and other [demonstrators|protesters]."], [crowd]))
    labels = store.construct(
        f"CONSTRUCT {{ ?e {terms.ALT_LABEL} ?l }} WHERE {{ ?e a <{KG}Person> ; {terms.ALT_LABEL} ?l }}"
    )
    assert labels == [
        Triple(NAMES.entity(crowd, "a"), terms.ALT_LABEL, Literal("demonstrators", language="en"))
    ]


def test_the_same_articles_in_any_order_read_in_any_number_of_steps_give_the_same_quads() -> None:
    extractions = [
        article("a", met(), sued()),
        article("b", met(polarity=Polarity.NEGATED)),
        article("c", sued(holder="ada-lund"), line=SENTENCE + " More."),
        told("d", ["[Lund|ada-lund] spoke."], [replace(ADA, name="Lund", type=ORGANIZATION)]),
    ]
    at_once = set(filled(*extractions).quads())
    for seed in range(5):
        shuffled = random.Random(seed).sample(extractions, len(extractions))
        store = filled(*shuffled[:2], article("gone", sued()))
        for extraction in shuffled[2:]:
            written = extraction_quads(extraction, RUN)
            store.replace_graph(written.graph, written.quads)
            rebuild(store, copies=copy_quads(store, NAMES))
        assert remove_article(store, "gone")
        rebuild(store, copies=copy_quads(store, NAMES))
        assert set(store.quads()) == at_once


def test_reading_an_article_again_touches_no_other_articles_graph() -> None:
    first, second = article("a", met()), article("b", sued())
    store = filled(first, second)
    before = set(store.quads(NAMES.article("b")))
    shorter = extraction_quads(replace(first, claims=()), RUN)
    store.replace_graph(shorter.graph, shorter.quads)
    rebuild(store)
    assert set(store.quads(NAMES.article("a"))) == set(shorter.quads)
    assert set(store.quads(NAMES.article("b"))) == before
    assert edges(store) == {("bo-reyes", "sued", "acme")}


def test_removing_the_last_article_leaves_nothing_but_the_ontology() -> None:
    store = filled(article("a", met()))
    assert remove_article(store, "a")
    assert not remove_article(store, "a")
    rebuild(store)
    assert store.graphs() == [NAMES.ontology]


def test_a_run_that_no_article_comes_from_is_forgotten() -> None:
    store = filled(article("a", met()))
    newer = Run("2.0.0", RUN.model, RUN.ontology)
    store.replace_graph(newer.iri(NAMES), run_quads(newer, NAMES))
    written = extraction_quads(article("a", met()), newer)
    store.replace_graph(written.graph, written.quads)
    rebuild(store)
    assert [graph for graph in store.graphs() if NAMES.is_run(graph.value)] == [newer.iri(NAMES)]


def test_the_store_knows_each_article_by_text_and_run() -> None:
    said = replace(article("x y", met()), article=replace(article("x y").article, title="T", date="2031-05"))
    stored = stored_articles(filled(said, article("a")))
    assert list(stored) == ["a", "x y"]
    assert stored["x y"].sha256 == said.article.sha256
    assert stored["x y"].run == RUN.iri(NAMES)
    assert (stored["x y"].title, stored["x y"].date, stored["x y"].publisher) == ("T", "2031-05", None)


def test_the_ontologys_graph_is_the_same_each_time() -> None:
    one, two = LocalStore(), LocalStore()
    put_ontology(one)
    put_ontology(two)
    put_ontology(two)
    assert set(one.quads()) == set(two.quads())
    assert one.ask(f"ASK {{ <{KG}metWith> a <http://www.w3.org/2002/07/owl#SymmetricProperty> }}")
