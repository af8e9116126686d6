"""Every fault that an offset can have is found, and nothing else is."""

from functools import reduce
from operator import add

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from telling import RUN, entity, told

from kg.graph import Names, extraction_quads, terms
from kg.store import LocalStore
from kg.verify import Verification, verify, verify_article

NAMES = Names()
LINE = "[Uma Rao|uma-rao] — née Devi — sued [Leo Falk|leo-falk] in May."
TOLD = told(
    "x",
    [LINE, "She lost."],
    [entity("Uma Rao"), entity("Leo Falk")],
    [("uma-rao", "sued", "leo-falk", 0, "sued", {})],
)
GRAPH = NAMES.article("x")
MENTION = NAMES.stretch("x", TOLD.mentions[0].span)


def checked(change: dict[Quad, Quad | None] | None = None) -> Verification:
    quads = [(change or {}).get(quad, quad) for quad in extraction_quads(TOLD, RUN).quads]
    return verify_article(GRAPH, [quad for quad in quads if quad is not None], NAMES)


def replaced(subject: NamedNode, predicate: NamedNode, value: Literal | None) -> dict[Quad, Quad | None]:
    old = next(
        q for q in extraction_quads(TOLD, RUN).quads if (q.subject, q.predicate) == (subject, predicate)
    )
    return {old: Quad(subject, predicate, value, GRAPH) if value is not None else None}


def test_a_right_graph_has_no_failures_and_all_is_counted() -> None:
    assert checked() == Verification(articles=1, sentences=2, mentions=2, triggers=1)
    assert checked().stretches == 5


@pytest.mark.parametrize(
    ("predicate", "value", "why"),
    [
        (terms.ANCHOR_OF, Literal("Uma Roa"), "the graph says 'Uma Roa', the text has 'Uma Rao'"),
        (terms.END_INDEX, terms.integer(8), "its IRI does not say 0,8"),
        (terms.END_INDEX, Literal("seven"), "no numbers"),
        (terms.ANCHOR_OF, None, "0 texts instead of one"),
    ],
)
def test_a_wrong_mention_is_named_with_what_is_wrong(
    predicate: NamedNode, value: Literal | None, why: str
) -> None:
    (failure,) = checked(replaced(MENTION, predicate, value)).failures
    assert (failure.article, failure.node) == ("x", MENTION.value)
    assert why in failure.why


def test_a_wrong_sentence_and_a_wrong_trigger_are_found_too() -> None:
    sentence = NAMES.stretch("x", TOLD.sentences[1].span)
    trigger = NAMES.stretch("x", TOLD.claims[0].trigger)
    for node in (sentence, trigger):
        (failure,) = checked(replaced(node, terms.ANCHOR_OF, Literal("other"))).failures
        assert failure.node == node.value


def test_offsets_past_the_end_are_found_even_where_the_words_would_match() -> None:
    length = len(TOLD.article.text)
    node = NamedNode(f"{GRAPH.value}#char={length - 1},{length + 4}")
    late = [
        Quad(node, terms.TYPE, terms.SENTENCE, GRAPH),
        Quad(node, terms.BEGIN_INDEX, terms.integer(length - 1), GRAPH),
        Quad(node, terms.END_INDEX, terms.integer(length + 4), GRAPH),
        Quad(node, terms.ANCHOR_OF, Literal("\n"), GRAPH),
    ]
    found = verify_article(GRAPH, [*extraction_quads(TOLD, RUN).quads, *late], NAMES)
    assert [failure.why for failure in found.failures] == [
        f"{length - 1}-{length + 4} lies outside the text of {length} characters"
    ]


@pytest.mark.parametrize("cited", ["trigger", "evidence"])
def test_what_a_claim_cites_must_exist(cited: str) -> None:
    gone = NAMES.stretch("x", getattr(TOLD.claims[0], cited))
    quads = [quad for quad in extraction_quads(TOLD, RUN).quads if quad.subject != gone]
    (failure,) = verify_article(GRAPH, quads, NAMES).failures
    assert failure.node == gone.value


def test_a_changed_text_fails_its_hash_and_a_missing_text_fails_the_article() -> None:
    changed = checked(replaced(GRAPH, terms.IS_STRING, Literal(TOLD.article.text + " ")))
    assert [failure.node for failure in changed.failures] == [GRAPH.value]
    assert "hash" in changed.failures[0].why
    missing = checked(replaced(GRAPH, terms.IS_STRING, None))
    assert "0 texts" in missing.failures[0].why


def test_a_store_is_verified_article_by_article() -> None:
    store = LocalStore()
    for identifier in ("b", "a"):
        written = extraction_quads(told(identifier, [LINE], [entity("Uma Rao"), entity("Leo Falk")]), RUN)
        store.replace_graph(written.graph, written.quads)
    total = reduce(add, verify(store), Verification())
    assert total == Verification(articles=2, sentences=2, mentions=4)
