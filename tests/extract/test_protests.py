"""Protests are told by what those who march demand."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.annotations import Candidate
from kg.extract.protests import protests

Build = Callable[..., Doc]
MARCHED = """
Miners NNS nsubj 1
{} VBD ROOT 1 {}
to TO aux 3
urge VB advcl 1
Togo NNP dobj 3
"""


def against(doc: Doc, trigger: int = 3) -> list[tuple[str, str, str]]:
    voiced = Candidate(0, 4, "miners", "togo", "urged", trigger, "", 0.8)
    return [(c.subject_entity, c.relation, c.object_entity) for c in protests(doc, [voiced])]


def test_a_march_is_against_whom_it_makes_demands_of(build_doc: Build) -> None:
    assert against(build_doc(MARCHED.format("marched", "march"))) == [("miners", "protestedAgainst", "togo")]


def test_a_journey_is_no_protest(build_doc: Build) -> None:
    assert against(build_doc(MARCHED.format("travelled", "travel"))) == []


def test_what_many_demand_at_a_rally_is_a_protest(build_doc: Build) -> None:
    doc = build_doc(
        """
        Miners NNS nsubj 1
        denounced VBD ROOT 1 denounce
        Togo NNP dobj 1
        at IN prep 1
        a DT det 5
        rally NN pobj 3
        """
    )
    assert against(doc, 1) == [("miners", "protestedAgainst", "togo")]
