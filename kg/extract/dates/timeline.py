"""What a text has said of time so far: relative dates are read against the article's own day and what was last named."""

import re
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from kg.extract.dates import words
from kg.extract.dates.moments import as_day, moment, weekday
from kg.model import DateOrigin

_LEAD: Final = 700
"""In how many characters from its beginning an article names the day that it tells of."""
_YEARS: Final = range(1000, 9000)
"""Of articles: far enough from either end of the calendar for whatever is counted from them."""
_NEAR: Final = 31
_FRESH: Final = 2
"""How many sentences back a date may stand that tells the year of a month."""
_STORY_DAY: Final = re.compile(rf"{words.WEEKDAY},?\s+(?:the\s+)?(?P<day>{words.FULL})", re.IGNORECASE)
_STATED_DAY: Final = re.compile(rf"{words.ISO}|{words.NUMERIC}|{words.FULL}", re.IGNORECASE)


class Reading(NamedTuple):
    """What an expression says.

    Attributes:
        ahead: the value if the event is still to come, where that makes a difference ("on Friday").
    """

    value: str
    origin: DateOrigin = DateOrigin.RESOLVED
    ahead: str | None = None


class Timeline:
    """The dates of a text from its beginning up to the place that is being read.

    Attributes:
        now: the article's own day, or else the day that its beginning tells of.
        last: the date that the text named last.
        last_day: the last that was as precise as a day.
        in_sentence: the date that the sentence has named last.
    """

    def __init__(self, own: str | None, text: str = "") -> None:
        day = as_day(own)
        self._text = "" if day else text
        self.now = day if day and day.year in _YEARS else _story_day(text)
        self.last: str | None = None
        self.last_day: date | None = None
        self.in_sentence: str | None = None
        self._sentence = self._told = 0

    def begin_sentence(self) -> None:
        """Go on to the next sentence."""
        self.in_sentence = None
        self._sentence += 1

    def note(self, value: str) -> None:
        """Remember a date that the text names."""
        self.last = self.in_sentence = value
        self.last_day = as_day(value) or self.last_day
        self._told = self._sentence

    def without_year(self, month: int, day: int | None) -> Reading | None:
        """A month, or a day of it: the last that has begun, or the next if what happens is still to come.

        Where nothing tells what day it is: the one that lies closest to the date named before, or to a day that the
        text gives elsewhere; without either none.
        """
        if self.now is None:
            year = self._year_near_last(month) or self._year_close_to(month, day)
            value = moment(year, month, day) if year else None
            return Reading(value) if value else None
        begun = month <= self.now.month
        value = moment(self.now.year if begun else self.now.year - 1, month, day)
        past = (month, day) < (self.now.month, self.now.day) if day else month < self.now.month
        ahead = moment(self.now.year + past, month, day)
        return Reading(value, DateOrigin.RESOLVED, ahead) if value else None

    def _year_near_last(self, month: int) -> int | None:
        """The year in which a month lies closest to the date named last, where that has a month; the later of two."""
        if self.last is None or len(self.last) < len("2020-03") or self._sentence - self._told > _FRESH:
            return None
        year, told = int(self.last[:4]), int(self.last[5:7])
        return year + (told - month >= 6) - (month - told > 6)

    def _year_close_to(self, month: int, day: int | None) -> int | None:
        for stated in self._stated_days:
            value = as_day(moment(stated.year, month, day) if day else None)
            if value and abs((value - stated).days) <= _NEAR:
                return stated.year
        return None

    @cached_property
    def _stated_days(self) -> list[date]:
        """The days that the text gives in full."""
        found = (words.calendar_parts(match.group()) for match in _STATED_DAY.finditer(self._text))
        days = (as_day(moment(year, month, day)) for year, month, day in found if year and month and day)
        return [stated for stated in days if stated]

    def weekday(self, number: int) -> Reading | None:
        """A day of the week: the last one, or the next if what happens is still to come."""
        if self.now is None:
            return None
        ahead = weekday(self.now, number, ahead=True).isoformat()
        return Reading(weekday(self.now, number).isoformat(), DateOrigin.RESOLVED, ahead)

    def day(self, shift: int = 0) -> Reading | None:
        """Today, or so many days from it."""
        return Reading((self.now + timedelta(days=shift)).isoformat()) if self.now else None


def _story_day(text: str) -> date | None:
    """The day that the beginning of a text tells of, with its weekday ("on Tuesday, 30 August 2022")."""
    match = _STORY_DAY.search(text, 0, _LEAD)
    if match is None:
        return None
    year, month, day = words.calendar_parts(match["day"])
    return as_day(moment(year, month, day)) if year and month and day else None
