"""Clauses end where the grammar ends them, whatever the parser ties together."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.clauses import governor_of, past_conditions, presupposed, segment

Build = Callable[..., Doc]


def test_a_finite_verb_is_not_coordinated_with_an_infinitive(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        threatened VBD ROOT 1 threaten
        to TO aux 3
        sue VB xcomp 1
        and CC cc 3
        left VBD conj 3 leave
        """
    )
    assert governor_of(doc[5]) == doc[1]
    assert governor_of(doc[3]) == doc[1]


def test_a_relative_clause_is_taken_for_granted_unless_it_is_still_to_come(build_doc: Build) -> None:
    past = build_doc("Ghana NNP ROOT 0\nwhich WDT nsubj 2\nsued VBD relcl 0 sue\nTogo NNP dobj 2")
    future = build_doc("Ghana NNP ROOT 0\nwhich WDT nsubj 3\nmay MD aux 3\nsue VB relcl 0\nTogo NNP dobj 3")
    assert presupposed(past[2]) == past[2]
    assert presupposed(future[3]) is None


def test_a_segment_lies_between_semicolons(build_doc: Build) -> None:
    doc = build_doc("it PRP ROOT 0\n; : punct 0\nhe PRP dep 0\nran VBD dep 0 run\n; : punct 0\nend NN dep 0")
    assert [segment(doc[i]) for i in (0, 3, 5)] == [(0, 1), (2, 4), (5, 6)]


def test_an_inverted_had_makes_a_condition_and_a_question_none(build_doc: Build) -> None:
    rows = "Had VBD aux 2 have\nChad NNP nsubj 2\nsued VBN advcl 4 sue\nTogo NNP nsubj 4\nwon VBD ROOT 4 win"
    statement, question = build_doc(f"{rows}\n. . punct 4"), build_doc(f"{rows}\n? . punct 4")
    assert list(past_conditions(next(statement.sents))) == [statement[2]]
    assert list(past_conditions(next(question.sents))) == []
