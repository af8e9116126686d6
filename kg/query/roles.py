"""Relations that say what somebody is, and from when to when."""

from collections.abc import Iterable
from typing import Final

from kg.query.evidence import Evidence

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
