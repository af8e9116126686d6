"""What negates or suspends a claim is read on the way from its trigger to the root."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.stance.reading import stance_of
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


def test_no_longer_negates_and_not_only_does_not(build_doc: Build) -> None:
    no_longer = build_doc(
        "Chad NNP nsubj 3\nno RB neg 2\nlonger RB advmod 3\nbacks VBZ ROOT 3 back\nTogo NNP dobj 3"
    )
    not_only = build_doc(
        "Chad NNP nsubj 4\ndid VBD aux 4 do\nnot RB neg 4\nonly RB advmod 4\nsue VB ROOT 4\nTogo NNP dobj 4"
    )
    assert stance_of(no_longer[3]).polarity is Polarity.NEGATED
    assert stance_of(not_only[4]).polarity is Polarity.AFFIRMED


def test_neither_negates_what_both_subjects_do(build_doc: Build) -> None:
    doc = build_doc(
        "Neither CC preconj 1\nChad NNP nsubj 4\nnor CC cc 1\nMali NNP conj 1\nsued VBD ROOT 4 sue\nTogo NNP dobj 4"
    )
    assert stance_of(doc[4]).polarity is Polarity.NEGATED


def test_negation_is_shared_with_or_and_not_with_but(build_doc: Build) -> None:
    def pair(conjunction: str, tag: str) -> Doc:
        return build_doc(
            f"""
            Chad NNP nsubj 3
            did VBD aux 3 do
            not RB neg 3
            sue VB ROOT 3
            {conjunction} CC cc 3
            free {tag} conj 3
            Kanu NNP dobj 5
            """
        )

    assert stance_of(pair("or", "VB")[5]).polarity is Polarity.NEGATED
    assert stance_of(pair("but", "VB")[5]).polarity is Polarity.AFFIRMED
    assert stance_of(pair("and", "VBD")[5]).polarity is Polarity.AFFIRMED


def test_a_semicolon_keeps_two_clauses_apart(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        sued VBD ccomp 7 sue
        Togo NNP dobj 1
        ; : punct 7
        courts NNS nsubj 7 court
        would MD aux 7
        not RB neg 7
        listen VB ROOT 7
        """
    )
    assert stance_of(doc[1]) == (Polarity.AFFIRMED, Modality.ACTUAL)


def test_what_is_not_said_is_left_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 3
        did VBD aux 3 do
        not RB neg 3
        say VB ROOT 3
        that IN mark 6
        Chad NNP nsubj 6
        sued VBD ccomp 3 sue
        Togo NNP dobj 6
        """
    )
    assert stance_of(doc[6]) == (Polarity.AFFIRMED, Modality.POSSIBLE)


def test_no_evidence_negates_its_clause(build_doc: Build) -> None:
    doc = build_doc(
        """
        There EX expl 1
        is VBZ ROOT 1 be
        no DT det 3
        evidence NN attr 1
        that IN mark 6
        Chad NNP nsubj 6
        sued VBD acl 3 sue
        Togo NNP dobj 6
        """
    )
    assert stance_of(doc[6]) == (Polarity.NEGATED, Modality.ACTUAL)


def test_an_event_that_is_spoken_of_has_happened_though_the_speaking_is_denied_or_to_come(
    build_doc: Build,
) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 3
        will MD aux 3
        not RB neg 3
        discuss VB ROOT 3
        the DT det 5
        arrest NN dobj 3
        of IN prep 5
        Kanu NNP pobj 6
        """
    )
    assert stance_of(doc[5]) == (Polarity.AFFIRMED, Modality.ACTUAL)


def test_an_event_that_is_sought_is_possible(build_doc: Build) -> None:
    doc = build_doc(
        "Chad NNP nsubj 1\nsought VBD ROOT 1 seek\ntalks NNS dobj 1 talk\nwith IN prep 2\nTogo NNP pobj 3"
    )
    assert stance_of(doc[2]) == (Polarity.AFFIRMED, Modality.POSSIBLE)


@pytest.mark.parametrize(("first", "modality"), [("Did", Modality.POSSIBLE), ("Why", Modality.ACTUAL)])
def test_a_question_leaves_it_open_unless_it_asks_why(
    build_doc: Build, first: str, modality: Modality
) -> None:
    doc = build_doc(f"{first} WRB advmod 2\nChad NNP nsubj 2\nsue VB ROOT 2\nTogo NNP dobj 2\n? . punct 2")
    assert stance_of(doc[2]).modality is modality


def test_what_is_given_to_help_helps(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        sent VBD ROOT 1 send
        tents NNS dobj 1 tent
        to TO aux 4
        help VB advcl 1
        Togo NNP dobj 4
        """
    )
    assert stance_of(doc[4]) == (Polarity.AFFIRMED, Modality.ACTUAL)


def test_what_is_put_off_does_not_come_about(build_doc: Build) -> None:
    doc = build_doc("Chad NNP nsubj 1\nput VBD ROOT 1\noff RP prt 1\ntalks NNS dobj 1 talk")
    assert stance_of(doc[3]) == (Polarity.NEGATED, Modality.POSSIBLE)
