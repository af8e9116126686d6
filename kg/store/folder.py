"""The folder of an embedded store: whose it is, which version of the package wrote it, and what becomes of older ones."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import StoreError
from kg.files import unfinished_of, written_whole
from kg.graph import KG, Names, terms

FORMAT: Final = 2
"""Rises when what an older version wrote must be changed; `_STEPS` then says how."""

MARKER: Final = "kg-store.json"
_OURS: Final = ('[CFOptions "id2str"]', '[CFOptions "gspo"]', '[CFOptions "graphs"]')
"""What the settings of an Oxigraph store name, and those of no other program with the same engine."""

_WITHOUT_READINGS: Final = (
    f"ASK {{ ?mention a <{KG}Mention> FILTER NOT EXISTS {{ ?mention {terms.OF_READING} ?reading }} }}"
)


def _derive_anew(store: ox.Store) -> None:
    """Facts were derived otherwise, and links made without a mark: have the next change derive all anew."""
    for graph in list(store.named_graphs()):
        base = graph.value.removesuffix("graph/facts")
        if isinstance(graph, ox.NamedNode) and base != graph.value:
            names = Names(base)
            store.extend([ox.Quad(names.facts, terms.TYPE, terms.UNSETTLED, names.unsettled)])


_STEPS: Final[Mapping[int, Callable[[ox.Store], None]]] = {1: _derive_anew}
"""What makes of a store of one format one of the next; done twice, because it was killed, it does the same."""


def checked_folder(folder: Path, create: bool) -> int | None:
    """The format of the store in a folder; None where it is still to be made, or to be marked as one of ours.

    Args:
        create: there may be none yet.

    Raises:
        StoreError: there is no store, or something else, or one that this version cannot use.
        OSError: the folder cannot be read.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file; a store is a folder, name another with --store")
    contents = {path.name for path in folder.iterdir()} if folder.exists() else set()
    if MARKER in contents:
        return _format(folder, create)
    if contents <= {unfinished_of(folder / MARKER).name}:
        if create:
            return None
        raise StoreError(f"there is no store at {folder}; fill one with: kg populate INPUT --store {folder}")
    if "CURRENT" in contents and _is_oxigraph(folder):
        return None
    raise StoreError(f"{folder} holds other files and is no store; name another folder with --store")


def made(folder: Path) -> ox.Store:
    """A new store; or one of Oxigraph's that is marked as one of ours.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "CURRENT").exists():
        mark(
            folder, FORMAT, unfinished=True
        )  # if it is killed here, the next time knows that the folder is ours
    store = ox.Store(str(folder))
    mark(folder, FORMAT)
    return store


def check_usable(folder: Path, written: int) -> None:
    """See to it that a store of an older format has what no step can add; it is not written to.

    Raises:
        StoreError: it has not; the message says what to do.
        OSError: it cannot be read.
    """
    if written < 2 and ox.Store.read_only(str(folder)).query(
        _WITHOUT_READINGS, use_default_graph_as_union=True
    ):
        raise StoreError(
            f"the store at {folder} is of an older kg-populator, which kept less of each article (format {written}); "
            "read the articles again into another folder: kg populate INPUT --store OTHER"
        )


def migrate(folder: Path, store: ox.Store, written: int) -> None:
    """Bring a store of an older format up to date, step by step; a step that is broken off is done again.

    Raises:
        OSError: it cannot be written.
    """
    for old in range(written, FORMAT):
        _STEPS[old](store)
        store.flush()
        mark(folder, old + 1)


def mark(folder: Path, written: int, *, unfinished: bool = False) -> None:
    """Say that a folder is a store of ours, of which format, and whether it is still being made.

    Raises:
        OSError: it cannot be written.
    """
    with written_whole(folder / MARKER) as stream:
        told = {"format": written} | ({"unfinished": True} if unfinished else {})
        stream.write(json.dumps(told).encode() + b"\n")


def _format(folder: Path, create: bool) -> int | None:
    marker = folder / MARKER
    try:
        told = json.loads(marker.read_text(encoding="utf-8"))
        written, unfinished = int(told["format"]), bool(told.get("unfinished"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{marker} is damaged ({error}); restore it, or fill a new store") from error
    if written > FORMAT:
        raise StoreError(
            f"the store at {folder} was written by a newer kg-populator (format {written}, "
            f"this one knows {FORMAT}); update kg-populator"
        )
    if unfinished and not create:
        raise StoreError(
            f"the store at {folder} was still being made when that was broken off, and is empty; "
            f"go on with: kg populate INPUT --store {folder}"
        )
    return None if unfinished else written


def _is_oxigraph(folder: Path) -> bool:
    """Whether a store of the engine that Oxigraph shares with other programs is one of Oxigraph."""
    options = max(folder.glob("OPTIONS-*"), default=None)
    if options is None:
        return False
    text = options.read_text(encoding="utf-8", errors="replace")
    return all(name in text for name in _OURS)
