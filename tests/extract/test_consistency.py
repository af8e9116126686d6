"""Candidates that others speak against are dropped."""

from kg.extract.annotations import Candidate
from kg.extract.consistency import without_contradictions

OPPOSED = Candidate(0, 1, "opposition", "ann", "opposes", 0, "", 0.5, static=True)


def test_a_body_is_not_taken_to_oppose_who_is_said_to_lead_it() -> None:
    leads = Candidate(1, 0, "ann", "opposition", "leads", 0, "", 0.8)
    assert without_contradictions([OPPOSED, leads]) == [leads]


def test_a_body_may_be_said_to_oppose_its_own_leader() -> None:
    said = Candidate(0, 1, "opposition", "ann", "opposes", 0, "", 0.8)
    leads = Candidate(1, 0, "ann", "opposition", "leads", 0, "", 0.8)
    assert without_contradictions([said, leads]) == [said, leads]


def test_others_are_opposed() -> None:
    leads = Candidate(2, 0, "bo", "opposition", "leads", 0, "", 0.8)
    assert without_contradictions([OPPOSED, leads]) == [OPPOSED, leads]
