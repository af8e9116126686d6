"""The article's own date and place."""

import pytest

from kg.model import Span
from kg.read import dateline, published_date
from kg.read.dates import is_date_line, iso_date


@pytest.mark.parametrize(
    ("text", "place", "agency", "date"),
    [
        ("LOMÉ, Oct. 17, 2023 (Coast Wire) — The court met.", "LOMÉ", "Coast Wire", "2023-10-17"),
        ("BASEL, 9 November 2018 — The court met.", "BASEL", None, "2018-11-09"),
        ("PERTH (Coast Wire), May 16, 2023 — The court met.", "PERTH", "Coast Wire", "2023-05-16"),
        ("SAN REMO, Italy, Sept. 3, 2020 (Wire) — The court met.", "SAN REMO, Italy", "Wire", "2020-09-03"),
        ("BASEL/BERN, 22 August 2024 — The court met.", "BASEL/BERN", None, "2024-08-22"),
        ("Lomé, March 3, 2021 (Wire) - The court met.", "Lomé", "Wire", "2021-03-03"),
        ("ST. JOHN’S, Antigua – The court met.", "ST. JOHN’S, Antigua", None, None),
        ("PERTH, Nov 3 (Wire) - The court met.", "PERTH", "Wire", None),
        ("PERTH, 31 February 2020 — The court met.", "PERTH", None, None),
    ],
)
def test_a_dateline_says_where_and_when(text: str, place: str, agency: str | None, date: str | None) -> None:
    for before in ("", "Court meets\n\n"):
        found = dateline(before + text)
        assert found is not None
        assert (found.place, found.agency, found.date) == (place, agency, date)
        assert (before + text)[found.span.end :] == "The court met."
        assert found.span.begin == len(before)


@pytest.mark.parametrize(
    "text",
    [
        "The president — who knew — said nothing.",
        "Paris — the son of Priam — fled.",
        "EXPLAINER — Why the court met",
        "PERTH, AUSTRALIA - MAY 03: A judge speaks.",
        "Monday, June 10, 2019. A van rolls out.",
        "U.S. officials said so.",
        "",
    ],
)
def test_other_beginnings_are_no_datelines(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("October 7, 2022", "2022-10-07"),
        ("Friday, 7 October 2022", "2022-10-07"),
        ("2022-10-07", "2022-10-07"),
        ("2022-10-07T09:30:00Z", "2022-10-07"),
        ("Published: Oct. 7, 2022 at 10:30 AM ET | 5 min read", "2022-10-07"),
        ("By Ana Silva | 7 October 2022", "2022-10-07"),
        ("Fri 7 Oct 2022 10.30 BST", "2022-10-07"),
        ("Updated 3:15 PM EDT, Fri October 7, 2022", "2022-10-07"),
        ("Posted on October 7th, 2022 by the editors", "2022-10-07"),
        ("World News | October 7, 2022", "2022-10-07"),
        ("Oct. 7, 2022 Updated: Oct. 8, 2022", "2022-10-07"),
        ("7.10.2022", "2022-10-07"),
        ("10/17/2022", "2022-10-17"),
        ("17/10/2022", "2022-10-17"),
    ],
)
def test_a_date_line_near_the_top_is_the_date(line: str, date: str) -> None:
    assert is_date_line(line)
    assert published_date(f"Court meets\n\n{line}\n\nThe court met.") == date


def test_the_date_of_publication_wins_over_an_update() -> None:
    text = "Court meets\nUpdated October 9, 2022\nPublished October 7, 2022\nThe court met."
    assert published_date(text) == "2022-10-07"
    assert published_date("Court meets\nUpdated October 9, 2022\nThe court met.") == "2022-10-09"


@pytest.mark.parametrize(
    "text",
    [
        "Court meets\n\nOctober 7, 2022 was a Friday.\n\nThe court met.",
        "Court meets\n\nThe court met on October 7, 2022.",
        "Court meets\n\n07/10/2022\n\nThe court met.",
        "Court meets\n\n31.02.2022\n\nThe court met.",
        "Court meets\n\nIn Kabul, October 7, 2001\n\nThe court met.",
        "Court meets\n\nThe verdict | read on October 7, 2022 in Lima\n\nThe court met.",
        "Court meets\n\n" + "The court met.\n" * 10 + "October 7, 2022",
    ],
)
def test_a_date_that_may_be_another_is_not_taken(text: str) -> None:
    assert published_date(text) is None


@pytest.mark.parametrize(
    "value", ["17 May 2024", "2024-13", "2024-02-30", "24-05-17", "2024-5-7", "", "２０２４"]
)
def test_what_is_no_iso_date_is_refused(value: str) -> None:
    assert iso_date(value) is None


def test_a_span_of_a_dateline_is_of_the_text() -> None:
    found = dateline("\n  PERTH — The court met.")
    assert found is not None
    assert found.span == Span(3, 11)
