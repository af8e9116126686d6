"""The agent that a passive leaves out is the authority, or the country, that the sentence speaks of."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.implicit import ImplicitAgents
from kg.extract.predicates import Mentions
from kg.model import EntityType

Build = Callable[..., Doc]


def found(doc: Doc, token: int, relation: str) -> list[str]:
    return [mention.entity for mention in ImplicitAgents(doc, Mentions(doc)).of(doc[token], relation)]


def test_a_country_where_somebody_is_held_holds_him(build_doc: Build) -> None:
    doc = build_doc(
        "Kanu NNP nsubjpass 2\nwas VBD auxpass 2 be\narrested VBN ROOT 2 arrest\nin IN prep 2\nChad NNP pobj 3",
        {"Chad": EntityType.COUNTRY},
    )
    assert found(doc, 2, "arrested") == ["chad"]


def test_a_town_does_not_arrest_anybody(build_doc: Build) -> None:
    doc = build_doc(
        "Kanu NNP nsubjpass 2\nwas VBD auxpass 2 be\narrested VBN ROOT 2 arrest\nin IN prep 2\nKano NNP pobj 3",
        {"Kano": EntityType.PLACE},
    )
    assert found(doc, 2, "arrested") == []


def test_a_court_beside_it_convicts_and_does_not_arrest(build_doc: Build) -> None:
    doc = build_doc(
        """
        The DT det 1
        court NN nsubj 2
        sat VBD ROOT 2 sit
        ; : punct 2
        Kanu NNP nsubjpass 6
        was VBD auxpass 6 be
        jailed VBN conj 2 jail
        """,
        {"court": EntityType.ORGANIZATION},
    )
    assert found(doc, 6, "convicted") == ["court"]
    assert found(doc, 6, "arrested") == []
