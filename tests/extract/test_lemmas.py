"""Lemmas of verbs are put right where the spelling of the form shows another verb."""

import pytest

from kg.extract.lemmas import lemma_of


@pytest.mark.parametrize(
    ("form", "taken", "lemma"),
    [
        ("fined", "fin", "fine"),
        ("staging", "stag", "stage"),
        ("hopes", "hop", "hope"),
        ("hopped", "hop", "hop"),
        ("planned", "plan", "plan"),
        ("installed", "instal", "install"),
        ("wanted", "want", "want"),
        ("vetoes", "veto", "veto"),
        ("fixes", "fix", "fix"),
        ("bused", "bus", "bus"),
        ("met", "meet", "meet"),
    ],
)
def test_a_form_without_a_doubled_letter_is_of_a_verb_in_e(form: str, taken: str, lemma: str) -> None:
    assert lemma_of(form, taken) == lemma
