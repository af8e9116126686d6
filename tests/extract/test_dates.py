"""Dates come out with the precision and the origin that the text gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import date_expressions
from kg.model import DateOrigin


def values(text: str, own: str | None = None) -> list[str]:
    return [expression.value for expression in date_expressions(text, own)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on July 28, 2024", "2024-07-28"),
        ("on 28 July 2024", "2024-07-28"),
        ("in March 2020", "2020-03"),
        ("since 2013", "2013"),
    ],
)
def test_a_full_date_needs_nothing_else(text: str, value: str) -> None:
    assert [(d.value, d.origin) for d in date_expressions(text, None)] == [(value, DateOrigin.STATED)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Monday", "2022-10-03"),
        ("on Friday", "2022-10-07"),
        ("yesterday", "2022-10-06"),
        ("three days ago", "2022-10-04"),
        ("last month", "2022-09"),
        ("two years ago", "2020"),
        ("in June", "2022-06"),
        ("in December", "2021-12"),
        ("on Oct. 5", "2022-10-05"),
    ],
)
def test_a_relative_date_is_counted_from_the_article_s_own(text: str, value: str) -> None:
    assert [(d.value, d.origin) for d in date_expressions(text, "2022-10-07")] == [
        (value, DateOrigin.RESOLVED)
    ]


@pytest.mark.parametrize("text", ["on Monday", "last month", "in June", "yesterday"])
@pytest.mark.parametrize("own", [None, "2022", "2022-10"])
def test_a_relative_date_without_the_article_s_own_day_is_no_date(text: str, own: str | None) -> None:
    assert values(text, own) == []


@pytest.mark.parametrize(
    "text", ["May Brown spoke", "he may go", "2,013 people", "Room 2013", "February 31, 2020", "the March"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert values(text, "2022-10-07") == []


@given(st.text(max_size=80))
def test_offsets_hold_for_any_text(text: str) -> None:
    for expression in date_expressions(text, "2022-10-07"):
        assert 0 <= expression.begin < expression.end <= len(text)
