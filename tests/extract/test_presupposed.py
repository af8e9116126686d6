"""What is only to be lifted is in force, and who is only to be freed is held."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.annotations import Candidate
from kg.extract.presupposed import presupposed
from kg.extract.tree import read
from kg.model import Claim, EntityType, Modality, Polarity, Span

Build = Callable[..., Doc]
NAMES = {"Ghana": EntityType.COUNTRY, "Togo": EntityType.COUNTRY, "court": EntityType.ORGANIZATION}


def taken(
    build_doc: Build,
    relation: str,
    modality: Modality = Modality.POSSIBLE,
    polarity: Polarity = Polarity.AFFIRMED,
    subject: str = "Ghana",
    verb: str = "free",
) -> list[tuple[str, bool]]:
    source = build_doc(f"{subject} NNP nsubj 1\n{verb} VB ROOT 1 {verb}\nTogo NNP dobj 1", NAMES)
    key = subject.lower()
    candidate = Candidate(0, 2, key, "togo", relation, 1, "", 0.8)
    claim = Claim(key, relation, "togo", Span(0, 5), Span(0, 5), "", polarity=polarity, modality=modality)
    return [(c.relation, c.static) for c in presupposed(read(source), [(candidate, claim)])]


@pytest.mark.parametrize(
    ("relation", "other"), [("easedSanctionsOn", "sanctioned"), ("released", "arrested")]
)
def test_what_may_end_or_does_not_is_so_now(build_doc: Build, relation: str, other: str) -> None:
    assert taken(build_doc, relation) == [(other, True)]
    assert taken(build_doc, relation, Modality.ACTUAL, Polarity.NEGATED) == [(other, True)]


@pytest.mark.parametrize("relation", ["easedSanctionsOn", "released"])
def test_what_has_ended_tells_nothing_of_who_began_it(build_doc: Build, relation: str) -> None:
    assert taken(build_doc, relation, Modality.ACTUAL) == []


def test_courts_free_those_whom_others_hold(build_doc: Build) -> None:
    assert taken(build_doc, "released", subject="court") == []


def test_who_is_to_be_cleared_of_charges_may_be_at_large(build_doc: Build) -> None:
    assert taken(build_doc, "released", verb="drop") == []
