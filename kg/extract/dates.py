"""When it happened: dates that the text states, and relative ones resolved against the article's own date.

The precision is the text's: "March 2020" gives 2020-03. The article's own date never passes as the date of an event.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from kg.extract.predicates import STATE_VERBS
from kg.model import DateOrigin

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
NUMBERS = {
    word: n
    for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1}
_MAX_CLIMB = 5
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(WEEKDAYS)
_NUMBER = "|".join([r"\d{1,3}", *NUMBERS])
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>(?:19|20)\d\d))?\b(?!\s*(?:percent|%))",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>(?:19|20)\d\d))?",
        rf"\b(?P<month>{_MONTH})\b\.?,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b",
        rf"\b(?:in|since|last|this|next|by|until|during|of|early|late|mid-?)\s*(?P<month>{_MONTH})\b",
        r"\b(?:in|since|during|of|early|late|mid-?|until|by|before|after|from|year)\s*(?P<year>(?:19|20)\d\d)\b",
        rf"\b(?:(?P<which>last|next|this)\s+)?(?P<weekday>{_DAY})\b",
        rf"\b(?P<count>{_NUMBER})\s+(?P<unit>day|week|month|year)s?\s+(?P<direction>ago|earlier|before)\b",
        r"\b(?P<which>last|next|this|previous|past)\s+(?P<unit>week|month|year)\b",
        r"\b(?P<relative>yesterday|today|tomorrow|tonight)\b",
    )
)


_NO_DATE = re.compile(r"\b(?:until|till|every|each|before|by)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What stands before a date at which something ends, or that comes again and again."""
_NO_DATE_WORD = re.compile(r"(?:until|till|before|by)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date in the text.

    Attributes:
        begin, end: character offsets in the document's text.
        value: ISO 8601 with the precision that the text gives.
        ahead: the value if the event is still to come, where that makes a difference ("on Friday").
    """

    begin: int
    end: int
    value: str
    origin: DateOrigin
    ahead: str | None = None


def date_expressions(text: str, own: str | None, offset: int = 0) -> Iterator[DateExpression]:
    """The dates in a stretch of text, from left to right; relative ones only where `own` is known to the day.

    >>> [d.value for d in date_expressions("He was jailed in March 2020.", None)]
    ['2020-03']
    >>> [d.value for d in date_expressions("They met on Monday.", "2022-10-07")]
    ['2022-10-03']
    """
    anchor = _as_date(own)
    taken: list[tuple[int, int]] = []
    found = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            begin, end = match.span()
            if _NO_DATE.search(text, 0, begin) or _NO_DATE_WORD.match(match.group()):
                continue
            if any(begin < other_end and other_begin < end for other_begin, other_end in taken):
                continue
            parts = match.groupdict()
            resolved = _resolve(parts, anchor)
            if resolved is not None:
                taken.append((begin, end))
                found.append(DateExpression(begin + offset, end + offset, *resolved, _ahead(parts, anchor)))
    yield from sorted(found, key=lambda expression: expression.begin)


def _as_date(own: str | None) -> date | None:
    try:
        return date.fromisoformat(own) if own else None
    except ValueError:
        return None


def _resolve(parts: dict[str, str | None], anchor: date | None) -> tuple[str, DateOrigin] | None:
    month = MONTHS.get((parts.get("month") or "").lower())
    year = parts.get("year")
    if month:
        return _calendar(int(year) if year else None, month, parts.get("day"), anchor)
    if year:
        return year, DateOrigin.STATED
    if anchor is None:
        return None
    value = _relative(parts, anchor)
    return (value, DateOrigin.RESOLVED) if value else None


def _calendar(
    year: int | None, month: int, day: str | None, anchor: date | None
) -> tuple[str, DateOrigin] | None:
    origin = DateOrigin.STATED
    if year is None:
        if anchor is None:
            return None
        # the latest such month that has begun: news speaks of the past unless it says otherwise
        year = anchor.year if month <= anchor.month else anchor.year - 1
        origin = DateOrigin.RESOLVED
    if day is None:
        return f"{year:04}-{month:02}", origin
    if not 1 <= int(day) <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{int(day):02}", origin


def _relative(parts: dict[str, str | None], anchor: date) -> str | None:
    if parts.get("relative"):
        shift = {"yesterday": -1, "tomorrow": 1}.get(str(parts["relative"]).lower(), 0)
        return (anchor + timedelta(days=shift)).isoformat()
    which = (parts.get("which") or "").lower()
    if parts.get("weekday"):
        back = (anchor.weekday() - WEEKDAYS[str(parts["weekday"]).lower()]) % 7
        day = anchor - timedelta(days=back)
        if which == "next":
            day += timedelta(days=7)
        elif which == "last" and back == 0:
            day -= timedelta(days=7)
        return day.isoformat()
    unit = (parts.get("unit") or "").lower()
    if parts.get("count"):
        word = str(parts["count"]).lower()
        return _shift(anchor, unit, -(int(word) if word.isdigit() else NUMBERS[word]))
    step = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(which, 0)
    return None if unit == "week" else _shift(anchor, unit, step)


def _ahead(parts: dict[str, str | None], anchor: date | None) -> str | None:
    """What a weekday or a day without a year means of an event that is still to come."""
    if anchor is None or parts.get("year") or parts.get("which"):
        return None
    if parts.get("weekday"):
        forward = (WEEKDAYS[str(parts["weekday"]).lower()] - anchor.weekday()) % 7
        return (anchor + timedelta(days=forward)).isoformat()
    month = MONTHS.get((parts.get("month") or "").lower())
    if month is None:
        return None
    day = parts.get("day")
    past = (month, int(day)) < (anchor.month, anchor.day) if day else month < anchor.month
    resolved = _calendar(anchor.year + past, month, day, anchor)
    return resolved[0] if resolved else None


def _shift(anchor: date, unit: str, count: int) -> str | None:
    """A count of units away from the anchor, as precise as the unit."""
    if unit == "day":
        return (anchor + timedelta(days=count)).isoformat()
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "year" and anchor.year + count > 0:
        return f"{anchor.year + count:04}"
    return None


class Dates:
    """The dates of one document, and the one that belongs to a trigger."""

    def __init__(self, doc: Doc, own: str | None) -> None:
        self.by_sentence: dict[int, list[tuple[DateExpression, Token]]] = {}
        for sentence in doc.sents:
            placed = []
            for expression in date_expressions(sentence.text, own, sentence.start_char):
                span = doc.char_span(expression.begin, expression.end, alignment_mode="expand")
                if span is not None:
                    placed.append((expression, span.root))
            self.by_sentence[sentence.start] = placed

    def of(self, trigger: Token, ahead: bool = False) -> tuple[str, DateOrigin] | None:
        """The date of a trigger and where it comes from, or None.

        It stands in the trigger's own clause, in the clause that the trigger shares its beginning with ("In May they
        met and signed …"), or is what a clause with "when" explains. `ahead` is for what is still to come.
        """
        placed = self.by_sentence.get(trigger.sent.start, [])
        if not placed:
            return None
        expression = self._nearest(trigger, placed)
        if expression is None:
            return None
        return (expression.ahead if ahead and expression.ahead else expression.value), expression.origin

    @staticmethod
    def _nearest(trigger: Token, placed: list[tuple[DateExpression, Token]]) -> DateExpression | None:
        clause = _clause(trigger)
        if trigger.pos_ in ("NOUN", "PROPN") and not _carries(trigger):
            placed = [(expression, root) for expression, root in placed if trigger.is_ancestor(root)]
        for _ in range(_MAX_CLIMB):
            near = [(abs(root.i - trigger.i), e) for e, root in placed if clause in _clauses(root)]
            if near:
                return min(near, key=lambda pair: (pair[0], pair[1].begin))[1]
            explained = [e for e, root in placed if _explains(clause, root)]
            if explained:
                return explained[-1]
            if not _shares(clause):
                return None
            above = _clause(clause.head)
            if clause.dep_ == "conj":
                # a date after the first of two verbs belongs to that verb alone
                placed = [(expression, root) for expression, root in placed if root.i < above.i]
            clause = above
        return None


def _clauses(root: Token) -> list[Token]:
    """The clause that a date stands in, and the one that its verb completes ("let them go on Saturday")."""
    clause = _clause(root)
    completes = (
        clause.dep_ in ("xcomp", "ccomp") and clause.tag_ == "VB" and clause.head.pos_ in ("VERB", "AUX")
    )
    return [clause, clause.head] if completes else [clause]


def _explains(clause: Token, date_root: Token) -> bool:
    """ "In 2016, when he freed six prisoners"."""
    if clause.dep_ not in ("relcl", "advcl", "acl"):
        return False
    if clause.head == date_root:
        return True
    return clause.left_edge.lower_ == "when" and 0 <= clause.left_edge.i - 1 - date_root.i <= 1


def _shares(clause: Token) -> bool:
    """Whether a clause takes the date of the one above it."""
    if clause.dep_ == "conj":
        return not _is_perfect(clause) or _is_perfect(_clause(clause.head))
    return clause.dep_ == "xcomp" or (clause.dep_ == "advcl" and clause.tag_ in ("VBG", "VB"))


def _is_perfect(verb: Token) -> bool:
    """ "Has accused": told of the present, whatever date stands before."""
    return any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)


def _carries(noun: Token) -> bool:
    """Whether the date of its clause is that of an event noun, rather than of what is done with it."""
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "ROOT", "conj", "appos"):
        return True
    return noun.dep_ == "pobj" and noun.head.head.lemma_ in STATE_VERBS


def _clause(token: Token) -> Token:
    """The verb whose clause a token stands in."""
    current = token
    while current.head != current and current.pos_ not in ("VERB", "AUX"):
        current = current.head
    while current.dep_ in ("aux", "auxpass") and current.head != current:
        current = current.head
    return current
