"""Dates come out with the precision and the origin that the text gives, and go to what they belong to."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract.dates import DateExpression, Dates, When, date_expressions
from kg.extract.dates.moments import coarsened, moment, shifted, week
from kg.extract.dates.relative import Family
from kg.graph import terms
from kg.model import DateOrigin

Build = Callable[..., Doc]
OWN = "2022-10-07"
"""A Friday."""

_DATE_WORDS = """since from to until in on at by the a last this next that between and before after three years two days
    year month week night day weekend evening then time it was ago earlier later spring winter dawn May MAY March mar.
    Monday FRIDAY today Tomorrow YESTERDAY tonight 2020 1999 20 3rd 3–5 2020-03-05 2.3.2020 2010–14 (2011) 14, of early
    mid ’s election same following""".split()


def values(text: str, own: str | None = None) -> list[str | None]:
    return [expression.value for expression in date_expressions(text, own)]


def only(text: str, own: str | None = None) -> DateExpression:
    (expression,) = date_expressions(text, own)
    return expression


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on July 28, 2024", "2024-07-28"),
        ("on 28 July 2024", "2024-07-28"),
        ("on the 5th of May 2019", "2019-05-05"),
        ("on Friday, Jan. 15, 2021,", "2021-01-15"),
        ("on 2019-02-28", "2019-02-28"),
        ("on 17.05.2024", "2024-05-17"),
        ("on 5/17/2024", "2024-05-17"),
        ("on 5/6/2024", "2024"),
        ("in March 2020", "2020-03"),
        ("in December, 2015", "2015-12"),
        ("in early 2019", "2019"),
        ("in the summer of 2018", "2018"),
        ("in the first half of 2020", "2020"),
        ("his 2017 meeting", "2017"),
        ("ON MARCH 4, 2021", "2021-03-04"),
    ],
)
def test_a_full_date_needs_nothing_else(text: str, value: str) -> None:
    found = only(text)
    assert (found.value, found.origin, found.starts, found.ends) == (value, DateOrigin.STATED, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Monday", "2022-10-03"),
        ("on Friday", "2022-10-07"),
        ("last Friday", "2022-09-30"),
        ("next Monday", "2022-10-10"),
        ("yesterday", "2022-10-06"),
        ("last night", "2022-10-06"),
        ("this morning", "2022-10-07"),
        ("three days ago", "2022-10-04"),
        ("two weeks ago", "2022-09"),
        ("last month", "2022-09"),
        ("earlier this month", "2022-10"),
        ("last week", None),
        ("this week", None),
        ("two years ago", "2020"),
        ("a decade ago", "2012"),
        ("in June", "2022-06"),
        ("in December", "2021-12"),
        ("last December", "2021-12"),
        ("next May", "2023-05"),
        ("on Oct. 5", "2022-10-05"),
        ("last summer", "2022"),
        ("last autumn", "2021"),
        ("next spring", "2023"),
        ("in the spring", "2022"),
        ("at the weekend", None),
    ],
)
def test_a_relative_date_is_counted_from_the_article_s_own(text: str, value: str | None) -> None:
    found = [(d.value, d.origin) for d in date_expressions(text, OWN)]
    expected = {"last week": "2022", "this week": "2022-10", "at the weekend": "2022-10"}.get(text, value)
    assert found == [(expected, DateOrigin.RESOLVED)]


@pytest.mark.parametrize(
    "text", ["on Monday", "last month", "in June", "yesterday", "last summer", "two years ago"]
)
@pytest.mark.parametrize("own", [None, "2022", "2022-10"])
def test_a_relative_date_without_the_article_s_own_day_is_no_date(text: str, own: str | None) -> None:
    assert values(text, own) == []


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("in 2013, and three years later", "2016"),
        ("in 2013, and the following year", "2014"),
        ("in August 2019, a year earlier", "2018"),
        ("on 4 March 2020. The next day", "2020-03-05"),
        ("on 8 July 2018. Later that month", "2018-07"),
        ("in May 2016. That December", "2016-12"),
        ("on 11 August 2021. The same day", "2021-08-11"),
        ("in June 2011. That same year", "2011"),
        ("in June 2011. Two months later", "2011-08"),
        ("in 2003. Since then", "2003"),
        ("in 2009. At the time", "2009"),
        ("in November 2023, the next day", "2023-11"),
    ],
)
def test_some_dates_are_counted_from_the_one_named_before(text: str, second: str) -> None:
    first, told = date_expressions(text, OWN)
    assert (told.value, told.origin) == (second, DateOrigin.RESOLVED)
    assert first.origin is DateOrigin.STATED


@pytest.mark.parametrize("text", ["in 2015. Two months later", "in 2015. The next day", "three years later"])
def test_what_is_counted_from_nothing_so_precise_has_no_date(text: str) -> None:
    assert values(text) == values(text.partition(".")[0]) or values(text) == []


@pytest.mark.parametrize("text", ["more than ten years ago", "over a decade ago", "nearly two years ago"])
def test_what_is_only_roughly_so_long_ago_has_no_date(text: str) -> None:
    assert values(text, OWN) == []


def test_years_after_a_dated_event_are_counted_from_it() -> None:
    assert values("three years after he was elected in 2011") == ["2011", "2014"]


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("since 2013", ("2013", "2013", None)),
        ("since last month", ("2022-09", "2022-09", None)),
        ("from March 2020", ("2020-03", "2020-03", None)),
        ("until 2015", (None, None, "2015")),
        ("through June 2019", (None, None, "2019-06")),
        ("from 2010 to 2014", ("2010", "2010", "2014")),
        ("between 2010 and 2014", ("2010", "2010", "2014")),
        ("(2011–2015)", ("2011", "2011", "2015")),
        ("(2011–15)", ("2011", "2011", "2015")),
        ("from May to July 2020", ("2020-05", "2020-05", "2020-07")),
        ("from November to February 2020", ("2019-11", "2019-11", "2020-02")),
        ("on May 3–5, 2021", ("2021-05-03", "2021-05-03", "2021-05-05")),
        ("for three years from 2011", ("2011", "2011", "2014")),
        ("from 2015 to 2011", ("2015", "2015", None)),
    ],
)
def test_an_interval_keeps_its_beginning_and_its_end(
    text: str, interval: tuple[str | None, str | None, str | None]
) -> None:
    found = only(text, OWN)
    assert (found.value, found.starts, found.ends) == interval


@pytest.mark.parametrize(
    "text",
    [
        "May Brown spoke",
        "he may go",
        "2,013 people",
        "Room 2013",
        "February 31, 2020",
        "the March",
        "in the 1990s",
        "on Mondays",
        "his last day",
        "in 2013 people",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert values(text, OWN) == []


@pytest.mark.parametrize(
    "text", ["every Friday", "each Monday", "by Tuesday", "before 2030", "by the end of 2030"]
)
def test_what_recurs_or_is_only_a_limit_has_no_date(text: str) -> None:
    assert values(f"They met {text}.", OWN) == []


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
    assert [expression.ahead for expression in date_expressions(text, OWN)] == [ahead]


def test_the_day_that_a_text_without_a_date_begins_with_is_its_own_day() -> None:
    text = "A court ruled on Tuesday, 30 August 2022. He had confessed in April. They meet on Thursday."
    found = list(date_expressions(text, None))
    assert [expression.value for expression in found] == ["2022-08-30", "2022-04", "2022-08-25"]
    assert found[-1].ahead == "2022-09-01"


def test_a_day_without_a_year_takes_that_of_a_day_close_by() -> None:
    assert values("They voted on July 28. (Photo of July 29, 2024)") == ["2024-07-28", "2024-07-29"]
    assert values("They voted on May 28. (Photo of July 29, 2024)") == ["2024-07-29"]


WORDS = st.lists(
    st.sampled_from(
        "in on since until from to between and by the last next this that same following previous every May March 3 12 31"
        " 2013 2020 Monday Friday year years month week day later earlier ago before after two a 28, 2024-02-30 2021-06-05"
        " summer weekend night yesterday then time – ( ) , . 1990s 2010–2014 13/13/2013 more than 5 June 2019".split()
    ),
    max_size=14,
).map(" ".join)


@given(
    st.one_of(st.text(max_size=80), WORDS), st.sampled_from([None, OWN, "0001-01-01", "9999-12-31", "2022"])
)
def test_every_date_stands_in_the_text_and_in_the_calendar(text: str, own: str | None) -> None:
    for expression in date_expressions(text, own):
        assert 0 <= expression.begin < expression.end <= len(text)
        given_ = [expression.value, expression.ahead, expression.starts, expression.ends]
        assert any(given_)
        assert all(terms.moment(value) is not None for value in given_ if value is not None)
        if expression.starts and expression.ends:
            length = min(len(expression.starts), len(expression.ends))
            assert expression.starts[:length] <= expression.ends[:length]


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "P", "Zs"]), max_size=60))
def test_without_digits_days_months_or_words_of_time_there_is_no_date(text: str) -> None:
    time = "day|night|morn|afternoon|evening|week|month|year|decade|spring|summer|autumn|fall|winter|ago|later|then"
    months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|dusk|dawn|noon|sun|tomorrow|time|point"
    if not re.search(f"{time}|{months}", text, re.IGNORECASE):
        assert values(text, OWN) == []


@given(WORDS)
def test_no_day_comes_from_a_text_that_names_none(text: str) -> None:
    names_day = re.search(r"\b\d{1,2}\b|day|night|yesterday|dawn", text, re.IGNORECASE)
    if not names_day and "2021-06-05" not in text:
        assert all(value is None or len(value) < 10 for value in values(text, OWN))


@given(
    st.dates(date(1900, 2, 1), date(2090, 1, 1)),
    st.sampled_from(["day", "month", "year"]),
    st.integers(1, 12),
)
def test_counting_there_and_back_leads_home(day: date, unit: str, count: int) -> None:
    there = shifted(day.isoformat(), unit, count)
    assert there is not None
    assert shifted(there, unit, -count) == coarsened(day.isoformat(), unit)


@given(st.dates(date(1, 1, 8), date(9999, 12, 24)))
def test_a_week_lies_in_the_month_or_year_that_stands_for_it(day: date) -> None:
    value = week(day)
    assert value is None or day.isoformat().startswith(value)


@given(st.integers(1, 9999), st.integers(0, 14), st.integers(0, 33))
def test_a_moment_is_one_of_the_calendar(year: int, month: int, day: int) -> None:
    value = moment(year, month or None, day or None) if month else moment(year)
    assert value is None or terms.moment(value) is not None


def date_of(doc: Doc, trigger: int, ahead: bool = False) -> str | None:
    found = Dates(doc, OWN).of(doc[trigger], ahead)
    return found.date if found else None


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
MET_IN_AND_SUED = """
    Chad NNP nsubj 1
    met VBD ROOT 1 meet
    Togo NNP dobj 1
    in IN prep 1
    2020 CD pobj 3
    and CC cc 1
    sued VBD conj 1 sue
    Niger NNP dobj 6
    """


@pytest.mark.parametrize("text", [MET_AND_SIGNED, MET_IN_AND_SUED])
def test_a_date_of_the_first_of_two_verbs_is_that_of_both(build_doc: Build, text: str) -> None:
    doc = build_doc(text)
    verbs = [token.i for token in doc if token.tag_ == "VBD"]
    assert [date_of(doc, verb) for verb in verbs] == ["2020", "2020"]


def test_a_date_of_the_past_is_not_that_of_a_joined_verb_of_the_present(build_doc: Build) -> None:
    doc = build_doc(MET_IN_AND_SUED.replace("sued VBD conj 1 sue", "leads VBZ conj 1 lead"))
    assert date_of(doc, 6) is None


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
    doc = build_doc("Chad NNP nsubj 1\nsued VBD ROOT 1 sue\nTogo NNP dobj 1\nMonday NNP npadvmod 1")
    assert (date_of(doc, 1), date_of(doc, 1, ahead=True)) == ("2022-10-03", "2022-10-10")
    will = build_doc("Chad NNP nsubj 2\nwill MD aux 2\nsue VB ROOT 2\nTogo NNP dobj 2\nMonday NNP npadvmod 2")
    assert date_of(will, 2) == "2022-10-10"


def test_only_what_is_told_up_to_now_holds_since_a_date(build_doc: Build) -> None:
    has_led = build_doc(
        "Osei NNP nsubj 2\nhas VBZ aux 2 have\nled VBN ROOT 2 lead\nGhana NNP dobj 2\nsince IN prep 2\n2013 CD pobj 4"
    )
    assert Dates(has_led, OWN).of(has_led[2]) == When("2013", DateOrigin.STATED, "2013")
    condemned = build_doc(
        "Osei NNP nsubj 1\ncondemned VBD ROOT 1 condemn\nGhana NNP dobj 1\nsince IN prep 1\n2013 CD pobj 3"
    )
    assert date_of(condemned, 1) is None


def test_what_is_denied_until_a_date_has_no_end_then(build_doc: Build) -> None:
    led = "Osei NNP nsubj 3\ndid VBD aux 3 do\n{}\nlead VB ROOT 3\nGhana NNP dobj 3\nuntil IN prep 3\n2015 CD pobj 5"
    for middle, expected in (
        ("really RB advmod 3", When(None, DateOrigin.STATED, None, "2015")),
        ("not RB neg 3", None),
    ):
        doc = build_doc(led.format(middle))
        assert Dates(doc, OWN).of(doc[3]) == expected


PRESIDENT_SINCE = """
    Osei NNP nsubj 8
    , , punct 0
    president NN appos 0
    of IN prep 2
    Ghana NNP pobj 3
    since IN prep 2
    2011 CD pobj 5
    , , punct 0
    fell VBD ROOT 8 fall
    in IN prep 8
    2020 CD pobj 9
    """


def test_an_office_has_the_date_that_is_told_of_it_not_that_of_its_sentence(build_doc: Build) -> None:
    doc = build_doc(PRESIDENT_SINCE)
    assert Dates(doc, OWN).of_state(doc[2]) == When("2011", DateOrigin.STATED, "2011")
    without = build_doc(PRESIDENT_SINCE.replace("since", "at").replace("2011", "heart"))
    assert Dates(without, OWN).of_state(without[2]) is None


def test_who_is_chosen_for_an_office_holds_it_from_then_on(build_doc: Build) -> None:
    doc = build_doc(
        """
        In IN prep 3
        2016 CD pobj 0
        deputies NNS nsubj 3
        chose VBD ROOT 3 choose
        Osei NNP dobj 3
        as IN prep 3
        president NN pobj 5
        """
    )
    found = Dates(doc, OWN).of_state(doc[6])
    assert found == When("2016", DateOrigin.STATED)


@given(st.lists(st.sampled_from(_DATE_WORDS), max_size=12), st.sampled_from([" ", " ", "-", ", "]))
def test_a_form_is_looked_for_wherever_it_can_stand(chosen: list[str], joint: str) -> None:
    text = joint.join(chosen)
    found = list(date_expressions(text, "2021-06-15"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Family, "may_stand_in", lambda *_, **__: True)
        assert found == list(date_expressions(text, "2021-06-15"))
