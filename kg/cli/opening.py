"""Opens a store to answer from."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.cli import console, options

if TYPE_CHECKING:
    from kg.home import Home
    from kg.store import Store


@contextmanager
def opened(store: "Home | None") -> Iterator["Store"]:
    """The store that an option or the settings name, for reading; says so where its answers may lag behind its articles."""
    from kg.store import is_unsettled, open_store

    with open_store(options.home(store), read_only=True) as source:
        if is_unsettled(source, options.names()):
            console.note(
                "this store is being changed, or a change of it was broken off: answers may lag behind its articles; "
                "kg populate brings them up to date"
            )
        yield source


def mended(store: "Store") -> bool:
    """Finish a change of a store that was broken off, before the store is changed again; whether there was one."""
    from kg.settle import mend

    if not mend(store, options.names()):
        return False
    console.note(
        "the last change of this store was broken off; what follows from its articles is up to date again"
    )
    return True
