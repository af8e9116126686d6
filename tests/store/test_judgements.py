"""Judgements in a store: a rejected claim stays rejected, however its article is read again."""

from dataclasses import replace

import pytest
from pyoxigraph import NamedNode
from telling import ORGANIZATION, RUN, entity, told

from kg.graph import KG, Names, extraction_quads, judgement_iri, judgement_quads, run_quads, terms
from kg.model import Extraction, Judgement, Polarity, Verdict
from kg.settle import settle
from kg.store import LocalStore, claim_as_read, claims_meant, judgements, put_ontology

NAMES = Names()
WHEN = "2030-01-01T00:00:00Z"
ADA, BO = entity("Ada Lund"), entity("Bo Reyes")
LINE = "[Bo Reyes|bo-reyes] sued [Acme|acme]."
MET = "[Ada Lund|ada-lund] met [Bo Reyes|bo-reyes]."
PEOPLE = [ADA, BO, entity("Acme", ORGANIZATION)]
SUED = ("bo-reyes", "sued", "acme")


def article(identifier: str = "a", *before: str, line: str = LINE, **more: object) -> Extraction:
    return told(identifier, [*before, line], PEOPLE, [(*SUED, len(before), "sued", more)])


def put(store: LocalStore, extraction: Extraction) -> NamedNode:
    """Write an article and what follows; gives its first claim."""
    written = extraction_quads(extraction, RUN)
    assert not written.dropped
    store.replace_graph(written.graph, written.quads)
    settle(store)
    return NAMES.claim(extraction.article.identifier, extraction.claims[0])


@pytest.fixture
def store() -> LocalStore:
    store = LocalStore()
    put_ontology(store)
    store.replace_graph(RUN.iri(NAMES), run_quads(RUN, NAMES))
    return store


def reject(store: LocalStore, claim: NamedNode) -> Judgement:
    judgement = Judgement(WHEN, "Mo", Verdict.REJECTED, claim.value, said=claim_as_read(store, claim))
    store.replace_graph(NAMES.judgements, judgement_quads(judgement, NAMES))
    settle(store)
    return judgement


def suits(store: LocalStore) -> int:
    return len(store.select(f"SELECT ?f {{ ?f a <{KG}Fact> ; {terms.PREDICATE} <{KG}sued> }}"))


def test_a_claim_is_known_by_what_its_article_says(store: LocalStore) -> None:
    claim = put(store, article("a b", MET))
    said = claim_as_read(store, claim)
    assert said is not None
    assert (said.article, said.subject, said.relation, said.object) == (
        "a b",
        "Bo Reyes",
        f"{KG}sued",
        "Acme",
    )
    assert said.sentence == "Bo Reyes sued Acme."
    assert claims_meant(store, said) == [claim]
    assert claim_as_read(store, NamedNode(f"{NAMES.base}claim/none")) is None


def test_while_its_iri_stands_a_rejection_needs_no_link(store: LocalStore) -> None:
    assert judgements(store) == []
    judgement = reject(store, put(store, article()))
    assert judgements(store) == [judgement]
    assert suits(store) == 0
    assert list(store.quads(NAMES.replayed)) == []


def test_a_rejected_claim_stays_rejected_where_its_sentence_has_moved(store: LocalStore) -> None:
    judgement = reject(store, put(store, article()))
    moved = put(store, article("a", MET))
    assert moved.value != judgement.first
    assert suits(store) == 0
    (link,) = store.quads(NAMES.replayed)
    assert (link.subject, link.object) == (judgement_iri(judgement, NAMES), moved)
    put(store, article())
    assert list(store.quads(NAMES.replayed)) == []
    assert suits(store) == 0


def test_a_rejected_claim_stays_rejected_where_another_is_said_to_say_so(store: LocalStore) -> None:
    reject(store, put(store, article()))
    put(store, article(holder="ada-lund"))
    assert suits(store) == 0


def test_a_rejection_does_not_hold_for_another_article_or_reading(store: LocalStore) -> None:
    reject(store, put(store, article()))
    put(store, article("b"))
    assert suits(store) == 1
    put(store, article("b", polarity=Polarity.NEGATED))
    turned = put(store, article("a", polarity=Polarity.NEGATED))
    assert list(store.quads(NAMES.replayed)) == []
    assert store.ask(f"ASK {{ {turned} a <{KG}Claim> }}")


def test_a_rejection_does_not_hold_for_what_another_sentence_says(store: LocalStore) -> None:
    reject(store, put(store, article()))
    put(store, article(line="In May [Bo Reyes|bo-reyes] sued [Acme|acme]."))
    assert suits(store) == 1


def test_what_only_looks_like_the_claim_is_not_meant(store: LocalStore) -> None:
    claim = put(store, article())
    said = claim_as_read(store, claim)
    assert said is not None
    assert claims_meant(store, replace(said, subject="BÓ reyes")) == [claim]
    for other in (
        replace(said, article="b"),
        replace(said, subject="Bo"),
        replace(said, object="Ada Lund"),
        replace(said, relation=f"{KG}metWith"),
        replace(said, polarity=Polarity.NEGATED),
        replace(said, sentence="Bo Reyes sued."),
    ):
        assert claims_meant(store, other) == []
