"""What a text has said of time so far: relative dates are read against the article's own day and what was last named."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from kg.extract.dates import words
from kg.extract.dates.moments import as_day, moment, weekday
from kg.model import DateOrigin

_LEAD: Final = 700
"""In how many characters from its beginning an article names the day that it tells of."""
_NEAR: Final = 31
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
        last: the date that was named last.
        last_day: the last that was as precise as a day.
    """

    def __init__(self, own: str | None, text: str = "") -> None:
        self.own = as_day(own)
        self._days = [] if self.own else list(_stated_days(text))
        told = [day for begin, day in self._days if begin < _LEAD]
        self.now = self.own or (told[0] if told else None)
        self.last: str | None = None
        self.last_day: date | None = None
        self._named: tuple[int, int] | None = None
        self._sentence = 0

    def begin_sentence(self) -> None:
        """Go on to the next sentence."""
        self._sentence += 1

    def note(self, value: str, origin: DateOrigin) -> None:
        """Remember a date that the text names."""
        self.last = value
        self.last_day = as_day(value) or self.last_day
        if origin is DateOrigin.STATED:
            self._named = int(value[:4]), self._sentence

    def without_year(self, month: int, day: int | None) -> Reading | None:
        """A month, or a day of it: of the year that the text speaks of just now, or the last that has begun.

        Where nothing tells what day it is, the year is that of the date named before, or of a day close by.
        """
        if self.now is None:
            year = int(self.last[:4]) if self.last else self._year_close_to(month, day)
            value = moment(year, month, day) if year else None
            return Reading(value) if value else None
        if (year := self._told_year()) is not None:
            value = moment(year, month, day)
            return Reading(value) if value else None
        begun = month <= self.now.month
        value = moment(self.now.year if begun else self.now.year - 1, month, day)
        past = (month, day) < (self.now.month, self.now.day) if day else month < self.now.month
        ahead = moment(self.now.year + past, month, day)
        return Reading(value, DateOrigin.RESOLVED, ahead) if value else None

    def _told_year(self) -> int | None:
        """A year before this one that the sentence, or the one before, has named."""
        if self._named is None or self.now is None:
            return None
        year, sentence = self._named
        return year if year < self.now.year and self._sentence - sentence <= 1 else None

    def _year_close_to(self, month: int, day: int | None) -> int | None:
        for _, stated in self._days:
            value = as_day(moment(stated.year, month, day) if day else None)
            if value and abs((value - stated).days) <= _NEAR:
                return stated.year
        return None

    def weekday(self, number: int) -> Reading | None:
        """A day of the week: the last one, or the next if what happens is still to come."""
        if self.now is None:
            return None
        ahead = weekday(self.now, number, ahead=True).isoformat()
        return Reading(weekday(self.now, number).isoformat(), DateOrigin.RESOLVED, ahead)

    def day(self, shift: int = 0) -> Reading | None:
        """Today, or so many days from it; nothing before the first day of the calendar, or after the last."""
        try:
            return Reading((self.now + timedelta(days=shift)).isoformat()) if self.now else None
        except OverflowError:
            return None


def _stated_days(text: str) -> Iterator[tuple[int, date]]:
    """Where the days stand that a text gives in full."""
    for match in _STATED_DAY.finditer(text):
        year, month, day = words.calendar_parts(match.group())
        stated = as_day(moment(year, month, day)) if year and month and day else None
        if stated:
            yield match.start(), stated
