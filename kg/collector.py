"""Python's collector of cyclic garbage, held off where it would find none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside, and in what it decorates, no cyclic garbage is looked for.

    For work that makes very many values, none of which refers back to itself: they go when nobody holds them any more, and
    the collector would walk through all of them again and again as they become more.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
