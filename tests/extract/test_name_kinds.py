"""Whether a name is taken for a person, a body or a place."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.mentions.name import Name
from kg.extract.mentions.name_evidence import NameEvidence
from kg.extract.mentions.name_kinds import KINDS, likeliest, shipped_weights
from kg.extract.tree import read
from kg.extract.words import words_of

Build = Callable[..., Doc]

SHARES = """
    She PRP nsubj 1
    sold VBD ROOT 1 sell
    Vindel NNP poss 4
    's POS case 2
    shares NNS dobj 1 share
    . . punct 1
"""


@pytest.fixture
def evidence(build_doc: Build) -> NameEvidence:
    words = words_of(read(build_doc(SHARES)))
    return NameEvidence(words, {("vindel",): {}, ("karin", "vindel"): {}})


def test_a_name_tells_what_belongs_to_it_and_what_stands_beside_it(evidence: NameEvidence) -> None:
    facts = evidence.of(("vindel",), [Name(2, 3, "ORG")])
    assert {"owns share", "after 's", "before VERB", "label ORG", "is poss"} <= facts.keys()


def test_a_surname_is_known_by_the_full_name(evidence: NameEvidence) -> None:
    facts = evidence.of(("vindel",), [Name(2, 3, "ORG")])
    assert facts["surname behind a given name"] == 1.0
    assert "given name first" not in facts


def test_every_occurrence_counts_its_share(evidence: NameEvidence) -> None:
    facts = evidence.of(("vindel",), [Name(2, 3, "ORG"), Name(2, 3, "PERSON")])
    assert (facts["label ORG"], facts["label PERSON"], facts["is poss"]) == (0.5, 0.5, 1.0)


def test_the_shipped_weights_take_a_full_name_with_a_given_name_for_a_person() -> None:
    person = {"given name first": 1.0, "given name first of 2": 1.0, "words 2": 1.0, "label ORG": 1.0}
    assert likeliest(person, shipped_weights()).value == "Person"


def test_all_shipped_weights_are_of_kinds_that_names_have() -> None:
    kinds = {kind.value for kind in KINDS}
    assert all(weights.keys() == kinds for weights in shipped_weights().values())


def test_what_somebody_heads_is_told_also_behind_an_article(build_doc: Build) -> None:
    headed = "the DT det 1\nhead NN ROOT 1 head\nof IN prep 1\nthe DT det 4\nVindel NNP pobj 2"
    evidence = NameEvidence(words_of(read(build_doc(headed))), {("vindel",): {}})
    assert "of who heads it" in evidence.of(("vindel",), [Name(4, 5, "GPE")])
