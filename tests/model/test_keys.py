"""Keys made from names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.keys import fold, slug


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("José Ángel Muñoz", "jose-angel-munoz"),
        ("U.S.", "us"),
        ("J.P. Morgan", "jp-morgan"),
        ("Ann B. Carter", "ann-b-carter"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Łódź", "lodz"),
        ("Þórður Æsir", "thordur-aesir"),
        ("AT&T", "at-t"),
    ],
)
def test_a_key_is_readable(name: str, key: str) -> None:
    assert slug(name) == key


def test_kinds_of_apostrophe_and_accents_do_not_part_names() -> None:
    assert slug("N’Djamena") == slug("N'Djamena")
    assert fold("Nicolás") == fold("NICOLAS")


@given(st.text())
def test_a_key_is_never_empty_and_keeps_to_its_letters(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))


@given(st.text(st.characters(categories=["Lo"], min_codepoint=0x3041, max_codepoint=0x30FF), min_size=1))
def test_names_in_other_scripts_have_keys_of_their_own(name: str) -> None:
    assert slug(name) != slug(name + "の")
