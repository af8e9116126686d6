"""What a process that answers has opened: the store and what is dear to load."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from kg.find import Index, index_path, search, stamp_of, wanted
from kg.graph import Names
from kg.home import Home
from kg.query.library import Library, load_library
from kg.serve.decisions import decisions_path
from kg.settings import DEFAULT_BASE, user_cache_folder, user_state_folder
from kg.store import Store, open_store

MIB: Final = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What an answer may take.

    Attributes:
        seconds: from the moment at which a process begins with it.
        rows: of a table, or triples of a graph; what has more is cut there, and that is told.
        bytes: of the whole answer.
    """

    seconds: float = 20.0
    rows: int = 50_000
    bytes: int = 16 * MIB


@dataclass(frozen=True, slots=True)
class Opening:
    """What is to be opened, and how; it can be handed from one process to another.

    Attributes:
        queries: folders with questions beside the shipped ones.
        cache: folder for an index that cannot stand in the store's own; None: one among the user's caches.
        memory: bytes of memory that the process may take; None: as much as there is.
    """

    home: Home
    base: str = DEFAULT_BASE
    queries: tuple[Path, ...] = ()
    cache: Path | None = None
    memory: int | None = None

    @property
    def index(self) -> Path:
        """Where the index of words stands."""
        return index_path(self.home.folder, self._address, self.cache or user_cache_folder(os.environ))

    @property
    def decisions(self) -> Path:
        """Where it is kept what people decided and the store has not yet."""
        return decisions_path(self.home.folder, self._address, user_state_folder(os.environ))

    @property
    def _address(self) -> str:
        """What tells the store from others."""
        home = self.home
        return str(home.folder.resolve()) if home.folder is not None else str(home.endpoint)


@dataclass
class Served:
    """An opened store with what answers need beside it.

    Attributes:
        limits: of the job that is just done.
    """

    opening: Opening
    store: Store
    names: Names
    limits: Limits = field(default_factory=Limits)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that queries need not declare."""
        return self.names.prefixes

    @cached_property
    def library(self) -> Library:
        """The stored questions."""
        return load_library(self.opening.queries)

    @cached_property
    def index(self) -> Index:
        """The index of words, as it was when the store was opened; see `indexed`."""
        return Index(self.opening.index)

    def close(self) -> None:
        """Let go of the store and the index."""
        if "index" in self.__dict__:
            self.index.close()
        self.store.close()


def opened(opening: Opening) -> Served:
    """The store for reading, as it stands now.

    Raises:
        StoreError: it cannot be used.
    """
    return Served(opening, open_store(opening.home, read_only=True), Names(opening.base))


def indexed(opening: Opening, done: Callable[[str], object] = str) -> None:
    """Bring the index of words up to date with the store; a new one takes minutes in a large store.

    Args:
        done: is called with each article that was read.
    """
    stamp = stamp_of(opening.home.folder) if opening.home.folder is not None else None
    with open_store(opening.home, read_only=True) as store:
        search(opening.index, store, Names(opening.base), wanted("a"), (), 0, stamp=stamp, done=done)
