"""Expressions that say when only together with another date: the article's own, or the one named before."""

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from kg.extract.dates import words
from kg.extract.dates.moments import as_day, coarsened, moment, shifted, weekday
from kg.extract.dates.timeline import Reading, Timeline


class Family(NamedTuple):
    """A form of expressions, with what it says.

    Attributes:
        form: its group "core", where there is one, is the expression without what leads to it.
        cues: words one of which stands, whole, in every expression of the form; empty where it needs none.
        figures: whether every expression of the form has digits.
    """

    form: re.Pattern[str]
    read: Callable[[re.Match[str], Timeline], Reading | None]
    cues: frozenset[str]
    figures: bool

    def may_stand_in(self, said: Collection[str], *, figures: bool) -> bool:
        """Whether a text of these words, in lower case, and with or without digits can have such an expression."""
        return (figures or not self.figures) and not (self.cues and self.cues.isdisjoint(said))


BACK: Final = frozenset("last|the previous|previous|the preceding".split("|"))
ONWARD: Final = frozenset("next|coming|the coming|the following|the next|the very next".split("|"))
SAME: Final = frozenset("that|that same|the same|that very".split("|"))
TOLD: Final = frozenset("the previous|the preceding|the following|the next|the very next".split("|")) | SAME
"""What counts from the date named before, not from the article's own."""
WHICH: Final = (
    r"(?P<which>(?<!the\s)last|this|next|previous|coming|the\s+coming|that(?:\s+(?:same|very))?|the\s+same"
    r"|the\s+following|the\s+previous|the\s+preceding|the\s+(?:very\s+)?next)"
)
_ROUGH: Final = re.compile(
    r"\b(?:(?:more|less|fewer|longer)\s+than|over|under|nearly|almost|about|some|around|roughly|approximately|at\s+least"
    r"|up\s+to|or)\s+$",
    re.IGNORECASE,
)


def family(
    pattern: str,
    read: Callable[[re.Match[str], Timeline], Reading | None],
    cues: Iterable[str] = (),
    *,
    figures: bool = False,
) -> Family:
    """A form of expressions, compiled; only months and weekdays look at capitals."""
    return Family(re.compile(pattern, re.IGNORECASE), read, frozenset(cues), figures)


def _which(match: re.Match[str]) -> str:
    return " ".join((match["which"] or "").lower().split())


def _near_day(match: re.Match[str], line: Timeline) -> Reading | None:
    word = match.group().lower()
    return line.day(-1 if word in ("yesterday", "last night") else word == "tomorrow")


def _weekday(match: re.Match[str], line: Timeline) -> Reading | None:
    which, wanted = _which(match), words.WEEKDAYS[match["weekday"].lower()]
    if which in TOLD:
        return _weekday_told(which, wanted, line.last_day)
    reading = line.weekday(wanted)
    if reading is None or which not in BACK | ONWARD:
        return reading
    day = date.fromisoformat(reading.value)
    if which in ONWARD:
        return Reading((day + timedelta(days=7)).isoformat())
    return Reading((day - timedelta(days=7 if day == line.now else 0)).isoformat())


def _weekday_told(which: str, wanted: int, told: date | None) -> Reading | None:
    if told is None:
        return None
    if which in ONWARD:
        return Reading(weekday(told + timedelta(days=1), wanted, ahead=True).isoformat())
    if which in BACK:
        return Reading(weekday(told - timedelta(days=1), wanted).isoformat())
    return Reading((told + timedelta(days=wanted - told.weekday())).isoformat())


def _month(match: re.Match[str], line: Timeline) -> Reading | None:
    number = words.MONTHS[match["month"].rstrip(".").lower()]
    which = _which(match) if "which" in match.groupdict() else ""
    if which in TOLD:
        year = int(line.last[:4]) if line.last else None
        value = moment(year, number) if year else None
        return Reading(value) if value else None
    if which and line.now is None:
        return None
    if which in ONWARD and line.now:
        year = line.now.year + (number <= line.now.month)
        return Reading(f"{year:04}-{number:02}")
    if which in BACK and line.now:
        year = line.now.year - (number >= line.now.month)
        return Reading(f"{year:04}-{number:02}")
    return line.without_year(number, None)


def _season(match: re.Match[str], line: Timeline) -> Reading | None:
    """The year of a season; a winter lies in two."""
    which, season = _which(match), match["season"].lower()
    if which in TOLD:
        return Reading(line.last[:4]) if line.last else None
    if line.now is None or season == "winter":
        return None
    first, last = words.SEASONS[season]
    year, month = line.now.year, line.now.month
    if which in BACK:
        return Reading(f"{year - (month <= last):04}")
    if which in ONWARD:
        return Reading(f"{year + (month >= first):04}")
    return Reading(f"{year - (month < first and which != 'this'):04}", ahead=f"{year + (month > last):04}")


def _counted(match: re.Match[str], line: Timeline) -> Reading | None:
    """ "Three years ago", "two days later", "a year before"; what is only roughly so long ago has no date."""
    direction = match["direction"].lower()
    if _ROUGH.search(match.string, 0, match.start()):
        return None
    today = line.now.isoformat() if line.now else None
    base = today if direction in ("ago", "from now") else line.last
    count = words.number(match["count"])
    sign = 1 if direction in ("later", "after", "afterward", "afterwards", "from now") else -1
    unit = match["unit"].lower()
    if unit == "week" and base == line.last and as_day(base):  # a story counts weeks from its own day
        unit, count = "day", 7 * count
    return _shifted(base, unit, sign * count)


def _shifted(base: str | None, unit: str, count: int) -> Reading | None:
    """A day or two from a month is told as that month."""
    if base is None:
        return None
    value = base if unit == "day" and len(base) == len("2020-03") else shifted(base, unit, count)
    return Reading(value) if value else None


def _unit(match: re.Match[str], line: Timeline) -> Reading | None:
    """ "Last month", "that year", "the following day", "the night before"."""
    which, unit = _which(match), match["unit"].lower()
    unit = "day" if unit in ("night", "evening", "morning", "afternoon") else unit
    if unit == "day" and which not in TOLD:
        return None
    if which in SAME and unit == "day" and line.last_day:
        return Reading(line.last_day.isoformat())
    base = line.last if which in TOLD else line.now.isoformat() if line.now else None
    step = 1 if which in ONWARD else -1 if which in BACK else 0
    if step == 0:
        value = coarsened(base, unit) if base else None
        return Reading(value) if value else None
    return _shifted(base, unit, step)


def _beside(match: re.Match[str], line: Timeline) -> Reading | None:
    """ "The day before", "a year earlier"."""
    unit = "day" if match["unit"].lower() in ("night", "evening", "morning") else match["unit"].lower()
    return _shifted(line.last, unit, -1 if match["side"].lower() in ("before", "earlier") else 1)


def _weekend(match: re.Match[str], line: Timeline) -> Reading | None:
    """The month of Saturday and Sunday, or their year."""
    which = _which(match)
    if line.now is None or which in TOLD:
        return None
    saturday = weekday(line.now, 5, ahead=which in ONWARD)
    sunday = saturday + timedelta(days=1)
    for length in (7, 4):
        if saturday.isoformat()[:length] == sunday.isoformat()[:length]:
            return Reading(saturday.isoformat()[:length])
    return None


def _that_day(_: re.Match[str], line: Timeline) -> Reading | None:
    """Hours of a day stand for the day named before, where that is the last thing named."""
    return Reading(line.last) if line.last and as_day(line.last) else None


def _then(match: re.Match[str], line: Timeline) -> Reading | None:
    told = line.last if "then" in match.group().lower() else line.in_sentence
    return Reading(told) if told else None


_EVENTS: Final = (
    "accord|agreement|arrest|attack|ballot|conference|congress|coup|deal|election|meeting|poll|protest|raid|referendum"
    "|session|strike|summit|talk|treaty|trial|truce|verdict|visit|vote"
)
_NO_MORE: Final = r"(?=\s*(?:[,.;:)—–]|$|and\b|when\b))"

RELATIVE: Final[tuple[Family, ...]] = (
    family(
        r"\b(?:yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\b",
        _near_day,
        "yesterday today tomorrow tonight night morning afternoon evening".split(),
    ),
    family(rf"\b(?:{WHICH}\s+)?(?P<weekday>{words.WEEKDAY})", _weekday, words.WEEKDAYS),
    family(rf"\b{WHICH}\s+(?P<month>{words.MONTH})(?!\s+\d)", _month, words.MONTHS),
    family(
        rf"\b(?:in|since|during|of|early|late|mid|until|till|through|by|from|before|after)[\s-]+"
        rf"(?P<core>(?P<month>{words.MONTH}))(?!\s+\d)",
        _month,
        words.MONTHS,
    ),
    family(rf"\b(?P<core>(?P<month>{words.MONTH}))(?=[’']s\b|\s+(?:{_EVENTS})s?\b)", _month, words.MONTHS),
    family(
        rf"\b(?:{WHICH}|(?:in|since|during|until)\s+the)\s+(?P<season>{words.SEASON})(?!\s+of\b)",
        _season,
        words.SEASONS,
    ),
    family(
        rf"\b(?P<count>{words.NUMBER})[\s-]+(?P<unit>{words.UNIT})s?\s+"
        rf"(?P<direction>ago|earlier|later|afterwards?|from\s+now|(?:before|after){_NO_MORE})\b",
        _counted,
        [form for unit in words.UNITS for form in (unit, unit + "s")],
    ),
    family(
        rf"\bthe\s+(?P<unit>day|night|evening|week|month|year)\s+(?P<side>before|after){_NO_MORE}",
        _beside,
        "day night evening week month year".split(),
    ),
    family(rf"\b(?:{WHICH}|(?:over|at|on|during)\s+the)\s+weekend\b", _weekend, ("weekend",)),
    family(
        rf"\b{WHICH}\s+(?P<unit>day|week|month|year|decade|night|evening|morning|afternoon)\b",
        _unit,
        "day week month year decade night evening morning afternoon".split(),
    ),
    family(
        r"\b(?:(?:by|before|at|after)\s+(?:nightfall|dusk|dawn|noon|midday|midnight|sunset|sunrise|daybreak)"
        r"|in\s+the\s+(?:early\s+|late\s+)?(?:afternoon|evening))\b",
        _that_day,
        "nightfall dusk dawn noon midday midnight sunset sunrise daybreak afternoon evening".split(),
    ),
    family(
        r"\b(?:since\s+(?P<core>then)|at\s+(?:the|that)\s+(?:time|point)|it\s+was\s+then)\b",
        _then,
        ("then", "time", "point"),
    ),
)
