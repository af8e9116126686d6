"""Which known words are near to one that is not known: for the hints in messages."""

from collections.abc import Sequence


def nearest(text: str, known: Sequence[str], most: int = 1, score: int = 60) -> list[int]:
    """The places of those that are most like the text, the nearest first.

    Args:
        score: how like they must be, 0 to 100.
    """
    from rapidfuzz import (
        fuzz,
        process,
    )  # only what fails needs it, and it takes longer to load than an answer

    found = process.extract(text, known, scorer=fuzz.WRatio, limit=most, score_cutoff=score)
    return [place for _, _, place in found]
