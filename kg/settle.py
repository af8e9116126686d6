"""What follows from the articles and the judgements, brought up to date after any change of them."""

from collections.abc import Mapping

from kg.graph import Names
from kg.store import Store, rebuild


def settle(store: Store, names: Names | None = None, copies: Mapping[str, str] | None = None) -> None:
    """Bring entities and facts up to date: call it once after articles or judgements have changed.

    Args:
        copies: identifier of an article → identifier of the one that it copies, beside those of the very same text.

    Raises:
        StoreError: the store cannot be used.
    """
    rebuild(store, names or Names(), copies)
