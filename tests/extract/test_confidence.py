"""Confidence rises with what speaks for a claim, stays between 0 and 1, and its features are those of the claim."""

from dataclasses import replace
from math import log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.annotations import Candidate, TokenMention, register_extensions
from kg.extract.confidence import Features, confidence, shipped_weights
from kg.extract.pipeline import extraction_of
from kg.model import Claim, Entity, EntityType, MentionKind, Modality, Polarity, Span

weights = st.dictionaries(st.sampled_from("abcd"), st.floats(-3, 3))


@given(weights, st.sampled_from("abcd"), st.floats(0, 2))
def test_more_of_what_speaks_for_a_claim_never_gives_less(
    given_weights: dict[str, float], name: str, more: float
) -> None:
    in_favour = {**given_weights, name: abs(given_weights.get(name, 1.0))}
    less = dict.fromkeys("abcd", 1.0)
    assert 0 <= confidence(in_favour, less) <= confidence(in_favour, {**less, name: 1.0 + more}) <= 1


def test_what_the_weights_do_not_know_counts_nothing() -> None:
    assert confidence({"bias": 1.0}, {"bias": 1.0}) == confidence({"bias": 1.0}, {"bias": 1.0, "new": 9.0})


@pytest.fixture
def doc() -> Doc:
    register_extensions()
    made = Doc(
        Vocab(),
        ["Ghana", "may", "sue", "reporters", "."],
        heads=[2, 2, 2, 2, 2],
        deps=["nsubj", "aux", "ROOT", "dobj", "punct"],
        pos=["PROPN", "AUX", "VERB", "NOUN", "PUNCT"],
    )
    made._.kg_mentions = [
        TokenMention(0, 1, 0, MentionKind.NAME, EntityType.COUNTRY, "ghana"),
        TokenMention(3, 4, 3, MentionKind.NOMINAL, EntityType.PERSON, "reporters", 0.8, tentative=True),
    ]
    return made


def a_candidate(*, static: bool = False) -> Candidate:
    return Candidate(0, 3, "ghana", "reporters", "sued", 2, "SUBJ sue OBJ", 0.8, static)


def a_claim(**presented: object) -> Claim:
    return Claim("ghana", "sued", "reporters", Span(0, 24), Span(10, 13), "SUBJ sue OBJ", **presented)


def test_the_features_name_the_ends_the_trigger_and_the_relation(doc: Doc) -> None:
    features = Features(doc, []).of(a_candidate(), a_claim())
    assert {
        "relation sued, verb",
        "trigger is ROOT",
        "subject is nsubj",
        "subject is a Name",
        "object is a Person",
        "object is known from this claim alone",
        "subject first",
    } <= features.keys()
    assert not {"negated", "possible", "held"} & features.keys()


def test_the_features_tell_how_a_claim_is_presented(doc: Doc) -> None:
    claim = a_claim(polarity=Polarity.NEGATED, modality=Modality.POSSIBLE, holder="reporters")
    assert {"negated", "possible", "held"} <= Features(doc, []).of(a_candidate(), claim).keys()


def test_the_features_count_what_the_article_says_of_the_ends_and_the_sentence(doc: Doc) -> None:
    told = [(a_candidate(), a_claim()), (a_candidate(), a_claim(polarity=Polarity.NEGATED))]
    features = Features(doc, told).of(*told[0])
    assert features["mentions of the subject"] == features["mentions of the object"] == log1p(1)
    assert features["entities in the sentence"] == features["claims in the sentence"] == log1p(2)


def test_what_another_sentence_says_as_well_is_said_again(doc: Doc) -> None:
    once, elsewhere = a_claim(), replace(a_claim(), evidence=Span(30, 50), trigger=Span(40, 43))
    of_another = replace(elsewhere, relation="met")
    assert "said again" in Features(doc, [(a_candidate(), once), (a_candidate(), elsewhere)]).of(
        a_candidate(), once
    )
    for others in ([], [(a_candidate(), of_another)]):
        assert "said again" not in Features(doc, [(a_candidate(), once), *others]).of(a_candidate(), once)


def test_the_features_tell_how_far_below_the_trigger_an_end_stands(doc: Doc) -> None:
    assert {"subject is 1 below the trigger", "object is 1 below the trigger"} <= Features(doc, []).of(
        a_candidate(), a_claim()
    ).keys()
    beside = replace(a_candidate(), trigger=3)
    assert {"subject is not below the trigger", "object is 0 below the trigger"} <= Features(doc, []).of(
        beside, a_claim()
    ).keys()


def test_a_static_relation_is_a_construction_of_its_own(doc: Doc) -> None:
    assert "relation sued, static" in Features(doc, []).of(a_candidate(static=True), a_claim())


def test_a_relation_that_no_article_taught_is_judged_by_its_grammar(doc: Doc) -> None:
    features = Features(doc, []).of(a_candidate(), a_claim())
    unknown = {name: value for name, value in features.items() if not name.startswith("relation")}
    known, alone = confidence(shipped_weights(), features), confidence(shipped_weights(), unknown)
    assert abs(known - alone) < 0.3
    assert 0.2 < alone < 0.95


def test_claims_below_the_least_confidence_are_left_out_with_what_only_they_speak_of(doc: Doc) -> None:
    doc._.kg_claims = (replace(a_claim(), confidence=0.6),)
    doc._.kg_entities = {
        "ghana": Entity("ghana", EntityType.COUNTRY, "Ghana"),
        "reporters": Entity("reporters", EntityType.PERSON, "reporters", local=True),
    }
    assert {entity.key for entity in extraction_of(doc, 0.6).entities} == {"ghana", "reporters"}
    left = extraction_of(doc, 0.61)
    assert left.claims == left.sentences == ()
    assert [entity.key for entity in left.entities] == ["ghana"]
