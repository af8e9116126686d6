"""Arithmetic of dates that are only as precise as a text gives them: ISO 8601 years, months and days."""

from datetime import date, timedelta
from typing import Final

_YEARS_IN: Final = {"year": 1, "decade": 10, "century": 100}
_DAYS_IN: Final = {"day": 1, "week": 7, "fortnight": 14}


def moment(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """A year, month or day; None where the calendar has none such.

    >>> moment(2020, 3), moment(2021, 2, 29)
    ('2020-03', None)
    """
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    given = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]
    return "-".join(given)


def as_day(value: str | None) -> date | None:
    """The day, where the date is as precise as that."""
    try:
        return date.fromisoformat(value) if value and len(value) == len("2020-03-01") else None
    except ValueError:
        return None


def coarsened(value: str, unit: str) -> str | None:
    """The year, month or day that a date lies in; None where it is less precise. A week is its month, or its year.

    >>> coarsened("2024-05-14", "month"), coarsened("2024", "month"), coarsened("2024-05-14", "week")
    ('2024-05', None, '2024-05')
    """
    if unit in ("week", "fortnight"):
        day = as_day(value)
        return week(day) if day else None
    length = {"day": 10, "month": 7}.get(unit, 4)
    return value[:length] if len(value) >= length else None


def week(day: date) -> str | None:
    """The month, or else the year, in which the whole week of a day lies, from Monday to Sunday.

    >>> week(date(2024, 6, 5)), week(date(2024, 7, 31)), week(date(2025, 1, 1))
    ('2024-06', '2024', None)
    """
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    if first.year != last.year:
        return None
    return first.isoformat()[: 7 if first.month == last.month else 4]


def shifted(value: str, unit: str, count: int) -> str | None:
    """A count of units away from a date, as precise as the unit; None where the date is less precise than that.

    >>> shifted("2013", "year", 3), shifted("2018-09-03", "month", 2), shifted("2018", "month", 2)
    ('2016', '2018-11', None)
    """
    try:
        if unit in _DAYS_IN:
            day = as_day(value)
            if day is None:
                return None
            day += timedelta(days=count * _DAYS_IN[unit])
            return day.isoformat() if unit == "day" else week(day)
        year = int(value[:4])
        if unit in _YEARS_IN:
            return moment(year + count * _YEARS_IN[unit])
        if len(value) < len("2020-03"):
            return None
        months = year * 12 + int(value[5:7]) - 1 + count
        return moment(months // 12, months % 12 + 1)
    except (OverflowError, ValueError):
        return None


def weekday(anchor: date, number: int, *, ahead: bool = False) -> date:
    """The last such day of the week up to the anchor, which counts itself, or the first from it on; 0 is Monday."""
    if ahead:
        return anchor + timedelta(days=(number - anchor.weekday()) % 7)
    return anchor - timedelta(days=(anchor.weekday() - number) % 7)


def in_order(first: str, last: str) -> bool:
    """Whether one date lies before another or is the same, as far as both are precise."""
    length = min(len(first), len(last))
    return first[:length] <= last[:length]
