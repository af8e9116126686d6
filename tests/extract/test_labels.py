"""What the reader learns from: the pairs of an annotated document with what its annotation says of them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from labels import Labelled, Labeller, lenient, with_forms
from passages import Mark, Passage
from spacy.tokens import Doc

from kg.evaluate.gold import GoldArticle, GoldClaim, GoldEntity
from kg.extract.annotations import TokenMention
from kg.extract.claims import ClaimFinder
from kg.model import Article, EntityType, MentionKind, Span
from kg.ontology import load_ontology

Build = Callable[..., Doc]

TEXT = """
Ghana NNP nsubj 1
sued VBD ROOT 1 sue
Togo NNP dobj 1
. . punct 1
Togo NNP nsubj 5
met VBD ROOT 5 meet
Ghana NNP dobj 5
. . punct 5
"""
COUNTRIES = {"Ghana": EntityType.COUNTRY, "Togo": EntityType.COUNTRY}
FIRST, SECOND = Span(0, 17), Span(18, 34)


@pytest.fixture(scope="module")
def labeller() -> Labeller:
    return Labeller(ClaimFinder(load_ontology()))


def annotation(*claims: GoldClaim) -> GoldArticle:
    entities = [GoldEntity(name[0], EntityType.COUNTRY, name, (name,)) for name in COUNTRIES]
    return GoldArticle("news", tuple(entities), claims)


def labelled(labeller: Labeller, doc: Doc, gold: GoldArticle) -> list[Labelled]:
    """Of Ghana and Togo in the first sentence, Togo and Ghana in it, and the same two of the second."""
    return list(labeller.of(doc, gold))


def test_a_sentence_tells_what_it_is_the_evidence_of_and_others_tell_it_elsewhere(
    build_doc: Build, labeller: Labeller
) -> None:
    gold = annotation(GoldClaim("G", "sued", "T", FIRST))
    pairs = labelled(labeller, build_doc(TEXT, COUNTRIES), gold)
    assert [pair.told for pair in pairs] == [{"sued"}, set(), set(), set()]
    assert [pair.elsewhere for pair in pairs] == [set(), set(), set(), {"sued"}]
    assert pairs[0].found == {"sued"}
    assert "roles subj obj sue" in pairs[0].features


def test_a_symmetric_relation_is_told_of_both_orders(build_doc: Build, labeller: Labeller) -> None:
    gold = annotation(GoldClaim("G", "metWith", "T", SECOND))
    pairs = labelled(labeller, build_doc(TEXT, COUNTRIES), gold)
    assert [pair.told for pair in pairs] == [set(), set(), {"metWith"}, {"metWith"}]
    assert pairs[2].found == pairs[3].found == {"metWith"}


def test_an_accepted_end_is_as_good_as_the_annotated_one(build_doc: Build, labeller: Labeller) -> None:
    other = GoldEntity("A", EntityType.COUNTRY, "Chad", ("Chad",))
    gold = annotation(GoldClaim("A", "sued", "T", FIRST, accept_subject=("G",)))
    gold = replace(gold, entities=(*gold.entities, other))
    assert labelled(labeller, build_doc(TEXT, COUNTRIES), gold)[0].told == {"sued"}


def test_what_the_grammar_finds_of_offices_is_neither_right_nor_wrong_where_it_is_not_annotated() -> None:
    both = frozenset({"leads", "sued"})
    pair = Labelled(frozenset(), both, frozenset(), frozenset(), both)
    assert lenient(pair).elsewhere == {"leads"}
    assert lenient(replace(pair, told=both)).elsewhere == set()


def test_mentions_belong_to_the_innermost_mark_round_their_head(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP poss 1\npolice NN nsubj 2\nran VBD ROOT 2 run\nit PRP dobj 2",
        {"Ghana": EntityType.COUNTRY},
    )
    police = TokenMention(0, 2, 1, MentionKind.NOMINAL, EntityType.ORGANIZATION, "police")
    pronoun = TokenMention(3, 4, 3, MentionKind.PRONOUN, EntityType.ORGANIZATION, "police")
    doc._.kg_mentions = [*doc._.kg_mentions, police, pronoun]
    entities = (
        GoldEntity("c1", EntityType.COUNTRY, "Ghana", ("Ghana",)),
        GoldEntity("o1", EntityType.ORGANIZATION, "the police", ("the police",)),
    )
    marks = (Mark(Span(0, 5), "c1"), Mark(Span(0, 12), "o1"), Mark(Span(17, 19), "o1"))
    passage = Passage(Article("news", doc.text), GoldArticle("news", entities, ()), marks)
    found = {entity.id: entity.mentions for entity in with_forms(passage, doc).entities}
    assert found == {"c1": ("Ghana",), "o1": ("the police", "Ghana police")}
