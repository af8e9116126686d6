"""Content negotiation: what a client would rather have, of what there is."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_MOST: Final = 2_000
"""Characters of a header that are looked at."""
_QUALITY: Final = re.compile(r"\s*q\s*=\s*([01](?:\.\d*)?)\s*", re.IGNORECASE)


def chosen(header: str | None, offers: Sequence[str]) -> str | None:
    """The offer that is wanted most, of equals the first; None where none is.

    Args:
        header: the value of `Accept`; None or empty: anything will do.
        offers: media types, without parameters.

    >>> chosen("text/turtle;q=0.5, application/*", ["text/turtle", "application/json"])
    'application/json'
    """
    if header is None or not header.strip():
        return offers[0] if offers else None
    return _chosen(header[:_MOST], tuple(offers))


@lru_cache(maxsize=128)
def _chosen(header: str, offers: tuple[str, ...]) -> str | None:
    ranges = [_range(part) for part in header.lower().split(",")]
    best, most = None, 0.0
    for offer in offers:
        # the most exact range decides, not the one that wants most
        fitting = [(exact, quality) for pattern, quality in ranges if (exact := _exactness(pattern, offer))]
        quality = max(fitting)[1] if fitting else 0.0
        if quality > most:
            best, most = offer, quality
    return best


def _range(part: str) -> tuple[str, float]:
    pattern, *parameters = part.split(";")
    for parameter in parameters:
        if match := _QUALITY.fullmatch(parameter):
            return pattern.strip(), min(1.0, float(match[1]))
    return pattern.strip(), 1.0


def _exactness(pattern: str, offer: str) -> int:
    if pattern == offer:
        return 3
    if pattern.endswith("/*") and offer.startswith(pattern[:-1]):
        return 2
    return 1 if pattern in ("*/*", "*") else 0
