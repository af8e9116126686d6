"""Dates come out with the precision and the origin that the text gives."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract.dates import Dates, date_expressions
from kg.model import DateOrigin

Build = Callable[..., Doc]


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


@pytest.mark.parametrize(
    "text", ["every Friday", "each Monday", "until last year", "by Tuesday", "until 2018"]
)
def test_what_ends_or_recurs_then_has_no_date(text: str) -> None:
    assert values(f"They met {text}.", "2022-10-07") == []


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("on Monday", "2022-10-10"),
        ("on Friday", "2022-10-07"),
        ("on 4 November", "2022-11-04"),
        ("on 4 January", "2023-01-04"),
        ("in September", "2023-09"),
        ("on 4 November 2022", None),
        ("last Monday", None),
    ],
)
def test_what_is_still_to_come_is_counted_forward(text: str, ahead: str | None) -> None:
    assert [expression.ahead for expression in date_expressions(text, "2022-10-07")] == [ahead]


def date_of(doc: Doc, trigger: int, ahead: bool = False) -> str | None:
    found = Dates(doc, "2022-10-07").of(doc[trigger], ahead)
    return found[0] if found else None


MET_AND_SIGNED = """
    In IN prep 4 in
    2020 CD pobj 0
    Chad NNP nsubj 4
    openly RB advmod 4
    met VBD ROOT 4 meet
    Togo NNP dobj 4
    and CC cc 4
    sued VBD conj 4 sue
    Niger NNP dobj 7
    """


def test_a_date_before_two_verbs_belongs_to_both(build_doc: Build) -> None:
    doc = build_doc(MET_AND_SIGNED)
    assert (date_of(doc, 4), date_of(doc, 7)) == ("2020", "2020")


def test_a_date_after_the_first_of_two_verbs_belongs_to_it_alone(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        met VBD ROOT 1 meet
        Togo NNP dobj 1
        in IN prep 1
        2020 CD pobj 3
        and CC cc 1
        sued VBD conj 1 sue
        Niger NNP dobj 6
        """
    )
    assert (date_of(doc, 1), date_of(doc, 6)) == ("2020", None)


def test_the_date_of_a_reported_event_is_not_that_of_the_report(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        said VBD ROOT 1 say
        Monday NNP npadvmod 1
        Chad NNP nsubj 4
        sued VBD ccomp 1 sue
        Togo NNP dobj 4
        """
    )
    assert (date_of(doc, 1), date_of(doc, 4)) == ("2022-10-03", None)


def test_a_weekday_of_what_is_to_come_lies_ahead(build_doc: Build) -> None:
    doc = build_doc("Chad NNP nsubj 2\nwill MD aux 2\nsue VB ROOT 2\nTogo NNP dobj 2\nMonday NNP npadvmod 2")
    assert (date_of(doc, 2), date_of(doc, 2, ahead=True)) == ("2022-10-03", "2022-10-10")
