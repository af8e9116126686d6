"""What is dear to count is counted once for each opening of a store."""

from collections.abc import Callable
from time import monotonic
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from kg.serve.served import Served
from kg.store import Store

T = TypeVar("T")
_FRESH: Final = 60.0
"""Seconds for which a count of a server's store is good; a folder is opened as it stands, and opened anew after a change."""
_KEPT: WeakKeyDictionary[Store, dict[str, tuple[float, Any]]] = WeakKeyDictionary()


def kept(served: Served, name: str, make: Callable[[Served], T]) -> T:
    """What `make` gives, or gave for the same opening of the store."""
    here = _KEPT.setdefault(served.store, {})
    until, found = here.get(name, (0.0, None))
    if until <= monotonic():
        found = make(served)
        for_good = served.opening.home.folder is not None
        here[name] = (float("inf") if for_good else monotonic() + _FRESH, found)
    return found  # type: ignore[no-any-return]
