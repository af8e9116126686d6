"""Descriptions that pick nobody out are no ends of claims."""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.anybody import Anybody
from kg.model import EntityType, MentionKind

Build = Callable[..., Doc]


def is_anybody(doc: Doc, head: int, kind: EntityType = EntityType.PERSON) -> bool:
    doc._.kg_mentions = [
        *(m for m in doc._.kg_mentions if m.head != head),
        TokenMention(head, head + 1, head, MentionKind.NOMINAL, kind, "described", tentative=True),
    ]
    candidate = Candidate(0, head, "ghana", "described", "recognized", 1, "", 0.8)
    return Anybody(doc).is_end_of(candidate)


COUNTRIES = {"Ghana": EntityType.COUNTRY}
WITH_A = "Ghana NNP nsubj 1\nrecognized VBD ROOT 1 recognize\na DT det 3\npresident NN dobj 1"


def test_a_bare_description_with_an_article_is_nobody(build_doc: Build) -> None:
    assert is_anybody(build_doc(WITH_A, COUNTRIES), 3)
    assert not is_anybody(build_doc(WITH_A.replace("a DT", "the DT"), COUNTRIES), 3)


def test_what_the_phrase_goes_on_to_tell_makes_it_somebody(build_doc: Build) -> None:
    doc = build_doc(f"{WITH_A}\nof IN prep 3\nTogo NNP pobj 4", COUNTRIES)
    assert not is_anybody(doc, 3)


def test_officers_and_those_spoken_of_again_are_somebody(build_doc: Build) -> None:
    assert not is_anybody(build_doc(WITH_A.replace("president", "judge"), COUNTRIES), 3)
    doc = build_doc(f"{WITH_A}\nthen RB advmod 1", COUNTRIES)
    pronoun = replace(doc._.kg_mentions[0], head=4, entity="described", kind=MentionKind.PRONOUN)
    doc._.kg_mentions = [*doc._.kg_mentions, pronoun]
    assert not is_anybody(doc, 3)
