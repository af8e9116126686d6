"""Finds the dates in a stretch of text, and says what each says: a date, since when, until when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from kg.extract.dates import words
from kg.extract.dates.moments import in_order, moment, shifted
from kg.extract.dates.relative import RELATIVE, Family, family
from kg.extract.dates.timeline import Reading, Timeline
from kg.model import DateOrigin


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date in the text.

    Attributes:
        begin, end: character offsets in the document's text.
        value: ISO 8601 with the precision that the text gives; None where it only says until when.
        ahead: the value if the event is still to come, where that makes a difference ("on Friday").
        starts, ends: since when, until when, where the text says that.
        since: it holds from then on to the time that is told of, as only a perfect tells.
    """

    begin: int
    end: int
    value: str | None
    origin: DateOrigin
    ahead: str | None = None
    starts: str | None = None
    ends: str | None = None
    since: bool = False


class _Match(NamedTuple):
    begin: int
    end: int
    form: re.Match[str]
    family: Family


def _calendar(match: re.Match[str], line: Timeline) -> Reading | None:
    year, month, day = words.calendar_parts(match.group())
    if year is not None:
        value = moment(year, month, day)
        return Reading(value, DateOrigin.STATED) if value else None
    return line.without_year(month, day) if month else None


def _year(match: re.Match[str], _: Timeline) -> Reading | None:
    return Reading(match["core"], DateOrigin.STATED)


def _from_to(match: re.Match[str], line: Timeline) -> Reading | None:
    """The beginning; what it leaves out is as at the end."""
    year, month, day = words.calendar_parts(match["first"])
    if year is None:
        last = _end_of(match, line)
        if last is None:
            return None
        year = int(last[:4])
        if month is not None and len(last) > len("2020") and month > int(last[5:7]):
            year -= 1
    value = moment(year, month, day)
    origin = DateOrigin.STATED if re.search(r"\d{4}", match.group()) else DateOrigin.RESOLVED
    return Reading(value, origin) if value else None


def _end_of(match: re.Match[str], line: Timeline) -> str | None:
    if match["last"].isdigit() and len(match["last"]) == 2:  # "2010–14"
        return match["first"][:2] + match["last"]
    year, month, day = words.calendar_parts(match["last"])
    if year is not None:
        return moment(year, month, day)
    if month is None:
        return None
    stated = words.calendar_parts(match["first"])[0]
    if stated is not None:
        return moment(stated, month, day)
    reading = line.without_year(month, day)
    return reading.value if reading else None


def _days(match: re.Match[str], line: Timeline) -> Reading | None:
    """ "May 3–5": the first of them."""
    month = words.MONTHS[match["month"].rstrip(".").lower()]
    if match["year"] is None:
        return line.without_year(month, int(match["first"]))
    value = moment(int(match["year"]), month, int(match["first"]))
    return Reading(value, DateOrigin.STATED) if value else None


_RANGE: Final = family(
    rf"\b(?:from\s+(?P<first>{words.ANY})\s*,?\s*(?:to|until|till|through|–|-)\s*(?P<last>{words.ANY}))",
    _from_to,
    ("from",),
)
_BETWEEN: Final = family(
    rf"\bbetween\s+(?P<first>{words.ANY})\s+and\s+(?P<last>{words.ANY})", _from_to, ("between",)
)
_YEARS: Final = family(
    r"(?<![\d-])(?P<first>(?:19|20)\d\d)(?:\s?[–-]\s?|\s+to\s+)(?P<last>(?:19|20)\d\d|\d\d(?=\s*\)))(?![\d-])",
    _from_to,
    figures=True,
)
_DAYS: Final = family(
    rf"\b(?P<month>{words.MONTH})\s+(?P<first>\d{{1,2}})\s?[–-]\s?(?P<last>\d{{1,2}})\b(?:,?\s+(?P<year>{words.YEAR}))?",
    _days,
    words.MONTHS,
    figures=True,
)
_ABSOLUTE: Final[tuple[Family, ...]] = (
    _RANGE,
    _BETWEEN,
    _YEARS,
    _DAYS,
    family(words.ISO, _calendar, figures=True),
    family(words.NUMERIC, _calendar, figures=True),
    family(rf"\b{words.FULL}", _calendar, words.MONTHS, figures=True),
    family(
        rf"(?:\b(?:in|since|during|of|early|late|until|till|through|by|before|after|from|year|the|his|her|its|their|this"
        rf"|that|a|spring|summer|autumn|fall|winter)\s+|\bmid-?\s*|\(|[’']s\s+)(?P<core>{words.YEAR})"
        rf"(?!\s*(?:percent|%|people|men|women|troops|votes|dollars|euros|miles|kilomet))",
        _year,
        figures=True,
    ),
)
_FAMILIES: Final = (*_ABSOLUTE, *RELATIVE)
_IN_WORDS: Final = tuple(each for each in _FAMILIES if not each.figures)

_WORD: Final = re.compile("[a-z]+")
_FIGURE: Final = re.compile(r"\d")
_FILLER: Final = (
    r"(?:(?:the|in|on|early|late|mid-?|about|around|end|beginning|start|eve|middle|night|morning|evening|spring|summer"
    r"|autumn|fall|winter|first|second|third|half|quarter|of)\s+)*"
)
_SINCE: Final = re.compile(rf"\b(?:since|from|starting|beginning|as\s+of)\s+{_FILLER}$", re.IGNORECASE)
_UNTIL: Final = re.compile(rf"\b(?:until|till|through|up\s+to)\s+{_FILLER}$", re.IGNORECASE)
_NEITHER: Final = re.compile(
    r"\b(?:every|each|by|before|after|prior\s+to)\s+(?:(?:the\s+(?:end|start|beginning|middle|eve)\s+of|early|late)\s+)*$",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    rf"\bfor\s+(?P<count>{words.NUMBER})\s+(?P<unit>{words.UNIT})s?\s+(?:from|starting\s+in|beginning\s+in)\s+$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    rf"(?<!\bfor )\b(?P<count>{words.NUMBER})\s+(?P<unit>{words.UNIT})s?\s+(?P<direction>before|after)\s+[^,;.:]{{0,60}}$",
    re.IGNORECASE,
)


def date_expressions(text: str, own: str | None, offset: int = 0) -> Iterator[DateExpression]:
    """The dates in a stretch of text that stands alone, from left to right.

    >>> [d.value for d in date_expressions("He was jailed in March 2020.", None)]
    ['2020-03']
    >>> [d.value for d in date_expressions("They met on Monday.", "2022-10-07")]
    ['2022-10-03']
    """
    yield from read_dates(text, Timeline(own, text), offset)


def read_dates(text: str, line: Timeline, offset: int = 0) -> Iterator[DateExpression]:
    """The dates in the next stretch of a text, from left to right; the timeline remembers them."""
    for match in sorted(_matches(text)):
        reading = match.family.read(match.form, line)
        if reading is None:
            continue
        expression = _expression(match, reading, line, text)
        if expression is not None:
            line.note(expression.ends or expression.value or reading.value)
            yield from _placed(expression, offset)
            yield from _placed(_counted_from(match, reading, text), offset)


def _matches(text: str) -> Iterator[_Match]:
    """What has the form of a date; where forms overlap, the first of `_FAMILIES`."""
    taken: list[tuple[int, int]] = []
    said, figures = set(_WORD.findall(text.casefold())), _FIGURE.search(text) is not None
    for each in _FAMILIES if figures else _IN_WORDS:
        if not each.may_stand_in(said, figures=figures):
            continue
        for form in each.form.finditer(text):
            begin, end = form.span("core") if form.groupdict().get("core") else form.span()
            end -= text[end - 1] == "."  # which may end the sentence
            if not any(begin < other_end and other_begin < end for other_begin, other_end in taken):
                taken.append((begin, end))
                yield _Match(begin, end, form, each)


def _expression(match: _Match, reading: Reading, line: Timeline, text: str) -> DateExpression | None:
    """What an expression says together with the words before it; None where it dates nothing."""
    plain = DateExpression(match.begin, match.end, reading.value, reading.origin, reading.ahead)
    if match.family in (_RANGE, _BETWEEN, _YEARS):
        return _interval(plain, _end_of(match.form, line))
    if match.family is _DAYS:
        return _interval(
            plain, moment(int(reading.value[:4]), int(reading.value[5:7]), int(match.form["last"]))
        )
    before = text[: match.begin]
    if _NEITHER.search(before):
        return None
    if length := _FOR.search(before):
        return _interval(plain, shifted(reading.value, length["unit"].lower(), words.number(length["count"])))
    if opening := _SINCE.search(before):
        return replace(_interval(plain, None), since=opening.group().lower().startswith("since"))
    if _UNTIL.search(before):
        return DateExpression(match.begin, match.end, None, reading.origin, ends=reading.value)
    return plain


def _interval(plain: DateExpression, ends: str | None) -> DateExpression:
    """From a date on; an end that lies before it is none."""
    value = plain.value
    if value is not None and ends is not None and not in_order(value, ends):
        ends = None
    return replace(plain, starts=value, ends=ends)


def _counted_from(match: _Match, reading: Reading, text: str) -> DateExpression | None:
    """ "Three years after he was elected in 2011": the words before the date, and the date that they lead to."""
    lead = _AFTER.search(text, 0, match.begin)
    if lead is None:
        return None
    sign = 1 if lead["direction"].lower() == "after" else -1
    value = shifted(reading.value, lead["unit"].lower(), sign * words.number(lead["count"]))
    if value is None:
        return None
    return DateExpression(lead.start(), lead.end("direction"), value, DateOrigin.RESOLVED)


def _placed(expression: DateExpression | None, offset: int) -> Iterator[DateExpression]:
    if expression is not None:
        yield replace(expression, begin=expression.begin + offset, end=expression.end + offset)
