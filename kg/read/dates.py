"""The article's own date and place: datelines, date lines near the top, and ISO dates of records."""

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Final

from kg.model import Span

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH: Final = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tues?|wed|thurs?|fri|sat|sun)[.,]*\s+)?"
)


def _date(n: int) -> str:
    """A date with day, month and year; its groups bear the number `n`."""
    year = r"(?:19|20)\d\d"
    ending = "(?:st|nd|rd|th)?"
    return (
        rf"{_WEEKDAY}(?:(?P<month{n}>{MONTH})\s+(?P<day{n}>\d{{1,2}}){ending},?\s+(?P<year{n}>{year})"
        rf"|(?P<day_{n}>\d{{1,2}}){ending}\s+(?P<month_{n}>{MONTH}),?\s+(?P<year_{n}>{year})"
        rf"|(?P<iso{n}>{year}-\d\d-\d\d)(?:T[\d:.+Z-]*)?"
        rf"|(?P<numeric{n}>\d{{1,2}}[./]\d{{1,2}}[./]{year}))"
    )


_UNDATED: Final = rf"{_WEEKDAY}(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})"
_CAPITALS: Final = r"[^\W\d_a-z][^\W\d_]*"
_PLACE: Final = (
    rf"(?P<place>{_CAPITALS}(?:[ '’./-]{{1,2}}{_CAPITALS}){{0,4}}\.?"
    rf"(?:,\s{_CAPITALS}\.?(?:[ .’'-]{{1,2}}[^\W\d_]+\.?){{0,3}}?){{0,2}}?)"
)
_DATELINE: Final = re.compile(
    rf"{_PLACE}(?:,?\s+(?i:{_date(1)}|(?P<undated>{_UNDATED})))?(?:,?\s*\((?P<agency>[^()\n]{{2,60}})\))?"
    rf"(?:,?\s+(?i:{_date(2)}))?\s*(?:—|–|--|\s-)\s+(?!(?i:{MONTH})\s\d{{1,2}}\b[^:]{{0,6}}:)"
)
_LABELS: Final = frozenset(
    "ANALYSIS BREAKING COLUMN COMMENT CORRECTION EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FEATURE FILE INTERVIEW LIVE NEWS"
    " OPINION PROFILE REVIEW TIMELINE UPDATE VIDEO WATCH".split()
)
"""What stands in capitals before a dash and is no place."""

_TIME: Final = (
    r"(?:[\s,|·•–—-]*(?:at\s+)?\d{1,2}(?:[:.]\d\d){1,2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5}|[+-]\d{4})?)?"
    r"(?:[\s,|·•–—-]*\d+[\s-]min(?:ute)?s?(?:\s+read)?)?"
)
_BEFORE: Final = (
    r"(?:by\s[^\d\n]{3,80}?[\s,|·•–—-]+|[^\W\d][^\d\n|·•]{1,40}?\s*[|·•]\s*)?"  # an author, or a section
)
_CLOCK: Final = r"(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?[\s,|·•–—-]+(?:on\s+)?)?"
_AFTER: Final = r"(?:[\s,|·•–—/-]*(?:by\s[^\d\n]{3,60}|\(?(?:last\s+)?(?:updated|modified)[^\n]{0,60}))?"
_LABEL: Final = (
    r"(?:(?P<later>(?:last\s+)?(?:updated|modified))|(?:first\s+)?(?:published|posted|issued)|date|released)?"
    r"(?:\s+on)?\s*:?\s*"
)
_DATE_LINE: Final = re.compile(rf"\W*{_BEFORE}{_LABEL}{_CLOCK}{_date(1)}{_TIME}{_AFTER}\W*", re.IGNORECASE)
_WHOLE_DATE: Final = re.compile(rf"\b{_date(1)}\b", re.IGNORECASE)
_LINES_SEARCHED: Final = 8


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when an article was filed, as the head of its first paragraph says.

    Attributes:
        span: with the dash and the space after it.
        date: ISO 8601, where day, month and year are given.
    """

    span: Span
    place: str
    agency: str | None
    date: str | None


def dateline(text: str) -> Dateline | None:
    """The dateline of an article ("LIMA, Peru, May 3, 2021 (Wire) — "); it begins one of the first lines."""
    for begin, line in _first_lines(text):
        if found := dateline_of(line, begin):
            return found
    return None


def dateline_of(line: str, begin: int = 0) -> Dateline | None:
    """The dateline that one line begins with; `begin` is where the line stands in its text."""
    match = _DATELINE.match(line)
    if match is None:
        return None
    place = match["place"]
    head = re.split(r"[,(/]", place)[0].strip()
    if head.partition(" ")[0] in _LABELS:
        return None
    dated = _iso_of(match, 1) or _iso_of(match, 2)
    if not (head.isupper() and len(head) > 2) and not ((dated or match["undated"]) and match["agency"]):
        return None
    return Dateline(Span(begin, begin + match.end()), place, match["agency"], dated)


def published_date(text: str) -> str | None:
    """The article's own date, where its dateline or a line of its own near the top gives day, month and year.

    The date of publication wins over that of a later update.
    """
    line = dateline(text)
    if line is not None and line.date is not None:
        return line.date
    updated = None
    for _, each in _first_lines(text):
        match = _DATE_LINE.fullmatch(each)
        if match is None or (found := _iso_of(match, 1)) is None:
            continue
        if not match["later"]:
            return found
        updated = updated or found
    return updated


def is_date_line(line: str) -> bool:
    """Whether a line says nothing but when the article was published, and perhaps by whom."""
    match = _DATE_LINE.fullmatch(line.strip())
    return match is not None and _iso_of(match, 1) is not None


def iso_date(value: str) -> str | None:
    """An ISO 8601 date with the precision that it has, without its time of day; None where it is none.

    >>> iso_date("2024-05-17T08:30:00Z"), iso_date("2024-05"), iso_date("17 May")
    ('2024-05-17', '2024-05', None)
    """
    match = re.fullmatch(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\S.*)?)?)?\s*", value, re.ASCII)
    if match is None:
        return None
    year, month, day = match.groups()
    if _valid(int(year), int(month or 1), int(day or 1)) is None:
        return None
    return "-".join(part for part in (year, month, day) if part)


def whole_dates(text: str) -> set[str]:
    """All dates with day, month and year that a text names, wherever they stand, in ISO 8601."""
    return {found for match in _WHOLE_DATE.finditer(text) if (found := _iso_of(match, 1))}


def mail_date(value: str) -> str | None:
    """The day of a date as mails and feeds write it, in the time zone of its writer; None where it is none.

    >>> mail_date("Tue, 04 May 2021 23:30:00 -0500")
    '2021-05-04'
    """
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, IndexError, TypeError):
        return None


def _first_lines(text: str) -> list[tuple[int, str]]:
    """The first lines that hold something, with where each begins."""
    found: list[tuple[int, str]] = []
    begin = 0
    for line in text[:20_000].splitlines(keepends=True):
        if stripped := line.strip():
            found.append((begin + line.index(stripped[0]), stripped))
            if len(found) == _LINES_SEARCHED:
                break
        begin += len(line)
    return found


def _iso_of(match: re.Match[str], number: int) -> str | None:
    if iso := match[f"iso{number}"]:
        return iso_date(iso)
    if numeric := match[f"numeric{number}"]:
        return _iso_of_numbers(numeric)
    day = match[f"day{number}"] or match[f"day_{number}"]
    month = match[f"month{number}"] or match[f"month_{number}"]
    year = match[f"year{number}"] or match[f"year_{number}"]
    if day is None or month is None or year is None:
        return None
    found = _valid(int(year), _MONTHS[month.rstrip(".").lower()], int(day))
    return found.isoformat() if found else None


def _iso_of_numbers(text: str) -> str | None:
    """Dots stand in day.month.year; of two numbers with a slash the one above 12 is the day, else it is unknown."""
    first, second, year = (int(part) for part in re.split(r"[./]", text))
    if "/" in text and first <= 12:
        if second <= 12 and first != second:
            return None
        first, second = second, first
    found = _valid(year, second, first)
    return found.isoformat() if found else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
