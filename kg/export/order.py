"""Sorting more than memory should hold: what does not fit goes through files of a temporary folder."""

import heapq
import pickle
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from kg.errors import KgError

Record = tuple[tuple[str, ...], tuple[str, ...]]
"""What it is sorted by, and what is carried along."""

HELD: Final = 60_000
"""Strings that are held at once: some 20 MB of quads as lines."""

_BLOCK: Final = 200
"""Records that are read from a file at once."""
_FILES: Final = 64
"""Files that are read side by side: systems limit how many may be open."""


def in_order(records: Iterable[Record], held: int | None = None) -> Iterator[Record]:
    """The records, sorted.

    Args:
        held: how many strings stay in memory; by default `HELD`.

    Raises:
        KgError: the temporary folder is full or cannot be written.
    """
    held = held or HELD
    remaining = iter(records)
    first = sorted(_portion(remaining, held))
    following = _portion(remaining, held)
    if not following:
        yield from first
        return
    try:
        with tempfile.TemporaryDirectory(prefix="kg-export-") as folder:
            runs = _Runs(Path(folder))
            runs.add(first)
            del first
            while following:
                runs.add(sorted(following))
                following = _portion(remaining, held)
            yield from runs.merged()
    except OSError as error:
        raise KgError(
            f"there is no room to sort in the temporary folder {tempfile.gettempdir()}: {error.strerror or error}; "
            "make room there, or set TMPDIR to another folder"
        ) from error


def _portion(records: Iterator[Record], held: int) -> list[Record]:
    """The next records, as many as may be held."""
    taken: list[Record] = []
    strings = 0
    while strings < held and (record := next(records, None)) is not None:
        taken.append(record)
        strings += len(record[1])
    return taken


class _Runs:
    """Files of sorted records."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self.paths: list[Path] = []

    def add(self, records: Iterable[Record]) -> None:
        if len(self.paths) == _FILES:
            merged, self.paths = self.written(self.merged()), []
            self.paths.append(merged)
        self.paths.append(self.written(records))

    def written(self, records: Iterable[Record]) -> Path:
        path = self.folder / str(self.count)
        self.count += 1
        remaining = iter(records)
        with path.open("wb") as stream:
            while block := list(islice(remaining, _BLOCK)):
                pickle.dump(block, stream)
        return path

    def merged(self) -> Iterator[Record]:
        return heapq.merge(*(_read(path) for path in self.paths))


def _read(path: Path) -> Iterator[Record]:
    with path.open("rb") as stream:
        while True:
            try:
                block: list[Record] = pickle.load(stream)
            except EOFError:
                break
            yield from block
    path.unlink()
