"""What negates or suspends a claim is read on the way from its trigger to the root."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.stance import stance_of
from kg.model import Modality, Polarity

Build = Callable[..., Doc]


def under(governor: str, tag: str = "VBD") -> str:
    """ "Chad GOVERNOR to sue Niger"."""
    return f"""
        Chad NNP nsubj 1
        did {tag} ROOT 1 {governor}
        to TO aux 3
        sue VB xcomp 1
        Niger NNP dobj 3
        """


def test_a_plain_past_is_affirmed_and_actual(build_doc: Build) -> None:
    doc = build_doc("Chad NNP nsubj 1\nsued VBD ROOT 1 sue\nNiger NNP dobj 1")
    assert (stance_of(doc[1]).polarity, stance_of(doc[1]).modality) == (Polarity.AFFIRMED, Modality.ACTUAL)


def test_not_negates(build_doc: Build) -> None:
    doc = build_doc("Chad NNP nsubj 3\ndid VBD aux 3 do\nnot RB neg 3\nsue VB ROOT 3\nNiger NNP dobj 3")
    assert stance_of(doc[3]).polarity is Polarity.NEGATED


def test_will_makes_it_possible(build_doc: Build) -> None:
    doc = build_doc("Chad NNP nsubj 2\nwill MD aux 2\nsue VB ROOT 2\nNiger NNP dobj 2")
    assert stance_of(doc[2]).modality is Modality.POSSIBLE


@pytest.mark.parametrize("governor", ["refuse", "decline", "fail"])
def test_refusing_negates_and_is_a_fact(build_doc: Build, governor: str) -> None:
    stance = stance_of(build_doc(under(governor))[3])
    assert (stance.polarity, stance.modality) == (Polarity.NEGATED, Modality.ACTUAL)


@pytest.mark.parametrize("governor", ["plan", "threaten", "want", "offer", "agree"])
def test_planning_leaves_it_possible(build_doc: Build, governor: str) -> None:
    stance = stance_of(build_doc(under(governor))[3])
    assert (stance.polarity, stance.modality) == (Polarity.AFFIRMED, Modality.POSSIBLE)


@pytest.mark.parametrize("governor", ["manage", "begin"])
def test_managing_leaves_it_a_fact(build_doc: Build, governor: str) -> None:
    assert stance_of(build_doc(under(governor))[3]).modality is Modality.ACTUAL


def test_the_threat_itself_is_a_fact(build_doc: Build) -> None:
    assert stance_of(build_doc(under("threaten"))[1]).modality is Modality.ACTUAL


def test_two_negations_affirm(build_doc: Build) -> None:
    doc = build_doc(
        "Chad NNP nsubj 3\ndid VBD aux 3 do\nnot RB neg 3\nrefuse VB ROOT 3\nto TO aux 5\nsue VB xcomp 3\nNiger NNP dobj 5"
    )
    assert stance_of(doc[5]).polarity is Polarity.AFFIRMED


def test_a_negated_clause_beside_it_does_not_negate(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 3
        did VBD aux 3 do
        not RB neg 3
        wait VB ROOT 3
        and CC cc 3
        it PRP nsubj 6
        sued VBD conj 3 sue
        Niger NNP dobj 6
        """
    )
    assert stance_of(doc[6]).polarity is Polarity.AFFIRMED


def test_what_a_past_condition_would_have_brought_did_not_happen(build_doc: Build) -> None:
    doc = build_doc(
        """
        Had VBD aux 2 have
        Chad NNP nsubj 2
        sued VBN advcl 6 sue
        Niger NNP nsubj 6
        would MD aux 6
        have VB aux 6
        freed VBN ROOT 6 free
        Kanu NNP dobj 6
        """
    )
    for trigger in (2, 6):
        assert (stance_of(doc[trigger]).polarity, stance_of(doc[trigger]).modality) == (
            Polarity.NEGATED,
            Modality.ACTUAL,
        )
