"""Ultimatums are demands that say what else will befall whom they are made to."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.annotations import Candidate
from kg.extract.ultimatums import ultimatums

Build = Callable[..., Doc]
ORDERED = """
Ghana NNP nsubj 1
ordered VBD ROOT 1 order
Togo NNP dobj 1
to TO aux 4
pay VB xcomp 1
or CC cc 4
{}
"""


def threats(doc: Doc, relation: str = "urged") -> list[tuple[str, str, str]]:
    demand = Candidate(0, 2, "ghana", "togo", relation, 1, "", 0.8)
    return [(c.subject_entity, c.relation, c.object_entity) for c in ultimatums(doc, [demand])]


def test_who_must_obey_or_face_something_is_threatened(build_doc: Build) -> None:
    doc = build_doc(ORDERED.format("face VB conj 4\nwar NN dobj 6"))
    assert threats(doc) == [("ghana", "threatened", "togo")]


def test_who_must_obey_or_be_hurt_is_threatened(build_doc: Build) -> None:
    doc = build_doc(ORDERED.format("be VB auxpass 7\nbombed VBN conj 4 bomb"))
    assert threats(doc) == [("ghana", "threatened", "togo")]


def test_a_choice_between_two_deeds_is_no_threat(build_doc: Build) -> None:
    assert threats(build_doc(ORDERED.format("leave VB conj 4"))) == []


def test_only_a_demand_is_an_ultimatum(build_doc: Build) -> None:
    doc = build_doc(ORDERED.format("face VB conj 4\nwar NN dobj 6"))
    assert threats(doc, "supported") == []
