"""Facts and disputes: what makes them, and that changing some articles gives the same graph as deriving all."""

from collections.abc import Iterator
from typing import NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import KG, Names, terms
from kg.graph.names import NIF, OWL
from kg.store import LocalStore, fact_changes
from kg.store.fact_changes import change_facts
from kg.store.facts import fact_quads

NAMES = Names()
RULES = NAMES.ontology
ENDS = [NamedNode(f"{NAMES.base}entity/{name}") for name in ("ana", "ben", "cid")]
FRAME = NamedNode(f"{KG}frame")
INVERSE = NamedNode(f"{OWL}inverseOf")


class Said(NamedTuple):
    """A claim as its article has it."""

    subject: int
    relation: str
    object: int
    polarity: str = "Affirmed"
    modality: str = "Actual"
    stance: str = ""
    copied: str = ""
    """Identifier of the article that its sentence is copied from."""


def relation(name: str) -> NamedNode:
    return NamedNode(f"{KG}{name}")


def ontology() -> list[Quad]:
    """One symmetric relation, one pair of inverses that are both read, one of which only the first is."""
    framed = [
        Quad(relation(name), FRAME, Literal(name), RULES)
        for name in ("met", "sued", "bossOf", "underling", "owns")
    ]
    return [
        *framed,
        Quad(relation("met"), terms.TYPE, NamedNode(f"{OWL}SymmetricProperty"), RULES),
        Quad(relation("bossOf"), INVERSE, relation("underling"), RULES),
        Quad(relation("ownedBy"), INVERSE, relation("owns"), RULES),
        Quad(relation("owns"), INVERSE, relation("ownedBy"), RULES),
    ]


def claim_iri(article: str, number: int) -> NamedNode:
    return NamedNode(f"{NAMES.base}claim/{article}{number}")


def write(store: LocalStore, article: str, claims: list[Said]) -> None:
    graph = NAMES.article(article)
    store.replace_graph(graph, [quad for n, said in enumerate(claims) for quad in quads(article, n, said)])
    kept = [quad for quad in store.quads(NAMES.copies) if not _is_copied_in(quad, article)]
    store.replace_graph(NAMES.copies, [*kept, *copies(article, claims)])


def _is_copied_in(quad: Quad, article: str) -> bool:
    """Whether a quad says what a sentence of an article is copied from."""
    return quad.predicate.value == f"{KG}copiedFrom" and NAMES.identifier(quad.subject.value) == article  # type: ignore[union-attr]


def quads(article: str, number: int, said: Said) -> Iterator[Quad]:
    graph, node = NAMES.article(article), claim_iri(article, number)
    told = {
        terms.TYPE: terms.CLAIM,
        terms.SUBJECT: ENDS[said.subject],
        terms.PREDICATE: relation(said.relation),
        terms.OBJECT: ENDS[said.object],
        terms.POLARITY: relation(said.polarity),
        terms.MODALITY: relation(said.modality),
        terms.EVIDENCE: NamedNode(f"{graph.value}#char={number},{number}"),
        terms.WAS_DERIVED_FROM: graph,
    }
    if said.stance:
        told[NamedNode(f"{KG}holderStance")] = relation(said.stance)
    for predicate, value in told.items():
        yield Quad(node, predicate, value, graph)
    place = told[terms.EVIDENCE]
    yield Quad(place, NamedNode(f"{NIF}referenceContext"), graph, graph)


def copies(article: str, claims: list[Said]) -> Iterator[Quad]:
    for number, said in enumerate(claims):
        if said.copied:
            first = NamedNode(f"{NAMES.article(said.copied).value}#char=0,0")
            place = NamedNode(f"{NAMES.article(article).value}#char={number},{number}")
            yield Quad(place, NamedNode(f"{KG}copiedFrom"), first, NAMES.copies)
            yield Quad(first, NamedNode(f"{NIF}referenceContext"), NAMES.article(said.copied), NAMES.copies)


def store_of(**articles: list[Said]) -> LocalStore:
    store = LocalStore()
    store.replace_graph(RULES, ontology())
    for article, claims in articles.items():
        write(store, article, claims)
    store.replace_graph(NAMES.facts, fact_quads(store, NAMES))
    return store


def edges(store: LocalStore) -> set[tuple[int, str, int]]:
    """The plain edges of the graph of facts."""
    return {
        (ENDS.index(quad.subject), quad.predicate.value.removeprefix(KG), ENDS.index(quad.object))  # type: ignore[arg-type]
        for quad in store.quads(NAMES.facts)
        if quad.subject in ENDS
    }


def sides(store: LocalStore, kind: NamedNode) -> list[dict[str, set[str]]]:
    """Of each fact or dispute, the claims on every side."""
    found = []
    for (node,) in store.select(f"SELECT ?n {{ ?n a {kind} }} ORDER BY ?n"):
        rows = store.select(f"SELECT ?side ?claim {{ {node} ?side ?claim }}")
        told: dict[str, set[str]] = {}
        for side, claim in rows:
            if side in (terms.SUPPORTED_BY, terms.ALLEGED_BY, terms.DISPUTED_BY):
                name = side.value.removeprefix(KG)  # type: ignore[union-attr]
                told.setdefault(name, set()).add(claim.value.removeprefix(f"{NAMES.base}claim/"))  # type: ignore[union-attr]
        found.append(told)
    return found


def sources(store: LocalStore) -> list[str]:
    return sorted(value.value for (value,) in store.select(f"SELECT ?n {{ ?f <{KG}independentSources> ?n }}"))  # type: ignore[union-attr]


def test_what_is_only_alleged_makes_no_fact() -> None:
    store = store_of(a=[Said(0, "sued", 1, stance="Alleges")])
    assert list(store.quads(NAMES.facts)) == []


def test_what_is_asserted_makes_a_fact_and_an_allegation_of_it_stands_beside_it() -> None:
    store = store_of(a=[Said(0, "sued", 1, stance="Asserts")], b=[Said(0, "sued", 1, stance="Alleges")])
    assert sides(store, terms.FACT) == [{"supportedBy": {"a0"}, "allegedBy": {"b0"}}]
    assert sources(store) == ["1"]
    assert sides(store, terms.DISPUTE) == []


def test_what_is_alleged_and_denied_is_a_dispute_but_no_fact() -> None:
    store = store_of(a=[Said(0, "sued", 1, stance="Alleges"), Said(0, "sued", 1, "Negated", stance="Denies")])
    assert sides(store, terms.DISPUTE) == [{"allegedBy": {"a0"}, "disputedBy": {"a1"}}]
    assert edges(store) == set()
    assert sources(store) == []


def test_a_relation_disputes_its_inverse() -> None:
    store = store_of(a=[Said(0, "bossOf", 1)], b=[Said(1, "underling", 0, "Negated")])
    assert sides(store, terms.DISPUTE) == [{"supportedBy": {"a0"}, "disputedBy": {"b0"}}]
    assert edges(store) == {(0, "bossOf", 1), (1, "underling", 0)}


@pytest.mark.parametrize("said", [Said(0, "owns", 1), Said(1, "ownedBy", 0)])
def test_an_inverse_that_no_text_is_read_for_has_no_edges(said: Said) -> None:
    assert edges(store_of(a=[said])) == {(0, "owns", 1)}


def test_a_copied_sentence_counts_for_the_article_that_it_was_written_for() -> None:
    copy = [Said(0, "sued", 1, copied="a"), Said(0, "sued", 2)]
    assert sources(store_of(a=[Said(0, "sued", 1)], b=copy)) == ["1", "1"]


def test_what_a_copy_adds_of_its_own_counts() -> None:
    copy = [Said(0, "sued", 1, copied="a"), Said(0, "sued", 1)]
    assert sources(store_of(a=[Said(0, "sued", 1)], b=copy)) == ["2"]


def test_a_fact_says_which_articles_it_was_derived_from() -> None:
    store = store_of(a=[Said(0, "met", 1)], b=[Said(1, "met", 0, "Negated")])
    rows = store.select(f"SELECT ?a {{ ?f a {terms.FACT} ; {terms.WAS_DERIVED_FROM} ?a }}")
    assert {row[0] for row in rows} == {NAMES.article("a"), NAMES.article("b")}


SAID = st.builds(
    Said,
    subject=st.sampled_from([0, 1]),
    relation=st.sampled_from(["met", "sued", "bossOf", "underling", "owns", "ownedBy"]),
    object=st.just(2) | st.sampled_from([0, 1]),
    polarity=st.sampled_from(["Affirmed", "Affirmed", "Negated"]),
    modality=st.sampled_from(["Actual", "Actual", "Possible"]),
    stance=st.sampled_from(["", "Asserts", "Alleges"]),
    copied=st.sampled_from(["", "", "a", "b"]),
)
STEPS = st.lists(st.tuples(st.sampled_from("abc"), st.lists(SAID, max_size=4), st.booleans()), max_size=6)


@settings(max_examples=100, deadline=None)
@given(STEPS, st.sampled_from([1, 300]), st.sampled_from([0, 300]))
def test_changing_some_articles_gives_the_same_facts_as_deriving_all(
    steps: list[tuple[str, list[Said], bool]], together: int, most: int
) -> None:
    with patch.object(fact_changes, "_BATCH", together), patch.object(fact_changes, "_MOST", most):
        _change(steps)


def _change(steps: list[tuple[str, list[Said], bool]]) -> None:
    store = store_of()
    for article, claims, reject in steps:
        write(store, article, claims)
        judged = [Quad(NAMES.judgements, terms.JUDGES, claim_iri(article, 0), NAMES.judgements)]
        judged.append(Quad(NAMES.judgements, terms.VERDICT, relation("Rejected"), NAMES.judgements))
        before = {quad.object for quad in store.quads(NAMES.judgements) if quad.predicate == terms.JUDGES}
        store.replace_graph(NAMES.judgements, judged if reject else [])
        again = {node.value.removeprefix(f"{NAMES.base}claim/")[0] for node in before}  # type: ignore[union-attr]
        change_facts(store, NAMES, {NAMES.article(name).value for name in {article, *again}})
        assert sorted(store.quads(NAMES.facts), key=str) == fact_quads(store, NAMES)


def test_nothing_is_written_where_nothing_changes() -> None:
    class Watched(LocalStore):
        def change_graph(self, graph: NamedNode, gone: object, new: object) -> None:  # type: ignore[override]
            assert not gone
            assert not new

    store = Watched()
    for graph in (RULES, NAMES.article("a"), NAMES.facts):
        store.replace_graph(graph, store_of(a=[Said(0, "met", 1)]).quads(graph))
    change_facts(store, NAMES, [NAMES.article("a").value])
