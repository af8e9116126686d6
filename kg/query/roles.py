"""Relations that say what somebody is, and from when to when."""

from collections.abc import Iterable
from typing import Final

from kg.query.evidence import Evidence, in_words

ROLES: Final = frozenset(
    {
        "leads",
        "worksFor",
        "memberOf",
        "citizenOf",
        "partOf",
        "locatedIn",
        "founded",
        "representedBy",
        "relativeOf",
    }
)
"""Relations that say what somebody is, rather than what they did."""


def period(items: Iterable[Evidence]) -> tuple[str | None, str | None]:
    """The earliest and the latest date that claims give, None and None where none has one.

    A claim of a role is dated by when it holds or since when, so that the latest date is no end.
    """
    dates = sorted({item.date for item in items if item.date})
    return (dates[0], dates[-1]) if dates else (None, None)


def interval(items: Iterable[Evidence]) -> str:
    """Since when and until when, in words, where claims say that: the earliest start and the latest end.

    Where the latest start lies after the latest end, somebody came back, and no end is told.
    """
    listed = list(items)
    starts = sorted({item.starts for item in listed if item.starts})
    ends = sorted({item.ends for item in listed if item.ends})
    over = (
        ends[-1]
        if ends and not (starts and starts[-1][: len(ends[-1])] > ends[-1][: len(starts[-1])])
        else None
    )
    return in_words(None, starts[0] if starts else None, over)
