"""Which part of a long list a page shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a list.

    Attributes:
        total: of the list; -1 where it is not counted.
        before, after: where the page before, and the next, begin; None where there is none.
    """

    offset: int
    size: int
    total: int
    before: int | None
    after: int | None


def window(offset: int, size: int, total: int, *, more: bool | None = None) -> Window:
    """The part of a list from `offset` on.

    Args:
        more: whether something follows, where the list is not counted.

    >>> window(50, 50, 120).before, window(50, 50, 120).after, window(0, 50, 50).after
    (0, 100, None)
    """
    follows = offset + size < total if more is None else more
    return Window(
        offset, size, total, max(0, offset - size) if offset else None, offset + size if follows else None
    )
