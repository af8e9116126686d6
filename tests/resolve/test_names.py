"""Which names can be one entity's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.names import Fit, acronym, base_name, body_blocks, body_fit, person_blocks, person_fit, tokens


@pytest.mark.parametrize(
    ("first", "second", "fit"),
    [
        ("Nicolás Maduro", "Nicolas Maduro Moros", Fit.LONGER),
        ("Rosa Marín", "Rosa T. Marín", Fit.LONGER),
        ("Joe Brandvold", "Joseph Brandvold", Fit.NICKNAME),
        ("J. Brandvold", "Joseph Brandvold", Fit.INITIAL),
        ("Mohammed al-Harazi", "Mohammad al-Harazi", Fit.SPELLING),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", Fit.SPELLING),
        ("Brandvold", "Joseph Brandvold", Fit.SURNAME),
        ("Ana Ruiz", "Eva Ruiz", None),
        ("Ana Ruiz", "Ana Rojas", None),
        ("Joseph", "Joseph Brandvold", None),
        ("Rosa T. Marín", "Rosa B. Marín", None),
    ],
)
def test_names_of_a_person_fit_as_people_write_them(first: str, second: str, fit: Fit | None) -> None:
    assert person_fit(tokens(first), tokens(second)) is fit
    assert person_fit(tokens(second), tokens(first)) is fit


@pytest.mark.parametrize(
    ("first", "second", "fit"),
    [
        ("Tern Mining", "Tern Mining Ltd.", Fit.LEGAL_FORM),
        ("FNO", "Front of Northern Oases", Fit.ACRONYM),
        ("Halcones del Norte", "Halcones del Norte Armados", Fit.BEGINNING),
        ("Tern Mining", "Tern Shipping", None),
        ("FNO", "Front of Southern Oases", None),
    ],
)
def test_names_of_a_body_fit_by_legal_form_initials_and_beginning(
    first: str, second: str, fit: Fit | None
) -> None:
    assert body_fit(first, second) is fit
    assert body_fit(second, first) is fit


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Joe Brandvold", "Joseph R. Brandvold"),
        ("Mohammed al-Harazi", "Mohammad al-Harazi"),
        ("J. Lund", "Jon Lund"),
    ],
)
def test_names_that_fit_share_a_block(first: str, second: str) -> None:
    assert set(person_blocks(tokens(first))) & set(person_blocks(tokens(second)))


def test_a_body_is_found_by_its_initials() -> None:
    assert set(body_blocks("FNO")) & set(body_blocks("Front of Northern Oases"))


def test_initials_leave_out_small_words() -> None:
    assert acronym("Organization of the American States") == "oas"
    assert acronym("Interpol") == ""


def test_a_name_that_is_only_a_legal_form_stays() -> None:
    assert base_name("The Limited")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_names_compare_the_same_both_ways(first: str, second: str) -> None:
    one, other = tokens(first), tokens(second)
    if one and other:
        assert person_fit(one, other) is person_fit(other, one)
    assert (body_fit(first, second) is None) == (body_fit(second, first) is None)
