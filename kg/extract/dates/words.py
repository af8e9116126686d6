"""The words of dates, and the pieces of regular expressions that find them. Months and weekdays keep their capitals."""

import re
from typing import Final

MONTHS: Final = {
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
WEEKDAYS: Final = {
    name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
"""First and last month, on the northern half of the globe; winter ends in the year after."""

NUMBERS: Final = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}


def _capital(words: list[str]) -> str:
    forms = [form for word in sorted(words, key=len, reverse=True) for form in (word.title(), word.upper())]
    return f"(?-i:{'|'.join(forms)})"


MONTH: Final = rf"{_capital(list(MONTHS))}\b\.?"
WEEKDAY: Final = rf"{_capital(list(WEEKDAYS))}\b"
SEASON: Final = rf"(?:{'|'.join(SEASONS)})\b"
YEAR: Final = r"(?:19|20)\d\d\b(?![,.]\d|-\d|/\d)"
DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?\b"
NUMBER: Final = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
UNITS: Final = "day week fortnight month year decade".split()
UNIT: Final = f"(?:{'|'.join(UNITS)})"
DAY_PART: Final = "(?:morning|afternoon|evening|night)"

ISO: Final = r"(?<![\d-])(?:19|20)\d\d-\d\d-\d\d(?![\d-])"
NUMERIC: Final = r"(?<![\d./])\d{1,2}(?P<mark>[./])\d{1,2}(?P=mark)(?:19|20)\d\d(?![\d/])"
FULL: Final = (
    rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?(?:"
    rf"{MONTH}\s+{DAY}(?:,?\s+{YEAR})?(?!\s*(?:percent|%|:\d))"
    rf"|(?<![\d.,]){DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?"
    rf"|{MONTH},?\s+(?:of\s+)?{YEAR})"
)
"""A month with a day, a year, or both."""

ANY: Final = rf"(?:{FULL}|{MONTH}|{YEAR})"
"""What may stand at an end of "from … to …"."""


def number(word: str) -> int:
    """The number that a word or digits stand for."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def calendar_parts(text: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of what `ANY`, `ISO` or `NUMERIC` found; those that it does not give are None."""
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        year, month, day = map(int, match.groups())
        return year, month, day
    if match := re.fullmatch(r"(\d{1,2})([./])(\d{1,2})[./](\d{4})", text):
        return _numeric(int(match[1]), int(match[3]), int(match[4]), slash=match[2] == "/")
    numbers = [int(digits) for digits in re.findall(r"\d+", text)]
    months = [MONTHS[word.lower()] for word in re.findall(r"[A-Za-z]+", text) if word.lower() in MONTHS]
    return (
        next((n for n in numbers if n > 999), None),
        months[0] if months else None,
        next((n for n in numbers if n < 100), None),
    )


def _numeric(first: int, second: int, year: int, *, slash: bool) -> tuple[int | None, int | None, int | None]:
    """Dots stand in day-month-year; of slashes only the number above 12 tells which is the day."""
    if not slash or (first > 12 and second <= 12):
        return year, second, first
    if second > 12 and first <= 12:
        return year, first, second
    return (year, first, second) if first == second else (year, None, None)
