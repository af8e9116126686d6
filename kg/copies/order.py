"""Which of several articles was first."""

from collections.abc import Iterable
from typing import NamedTuple


class Written(NamedTuple):
    """What tells which of two articles copies the other.

    Attributes:
        day: when it was published, ISO 8601; None where that is not known.
        length: in words.
    """

    identifier: str
    day: str | None
    length: int


def precedence(articles: Iterable[Written]) -> list[str]:
    """Identifiers, originals before copies: the earlier first, of one day the longer, then by identifier.

    One without a date stands before all that are shorter; where the dates of others forbid that, before the first of them.
    """
    listed = list(articles)
    dated = [article for article in listed if article.day]
    undated = [article for article in listed if not article.day]
    dated.sort(key=lambda each: ((each.day or "")[:10], -each.length, each.identifier))
    undated.sort(key=lambda each: (-each.length, each.identifier))
    ordered: list[str] = []
    waiting = 0
    for article in dated:
        while waiting < len(undated) and undated[waiting].length > article.length:
            ordered.append(undated[waiting].identifier)
            waiting += 1
        ordered.append(article.identifier)
    return ordered + [article.identifier for article in undated[waiting:]]
