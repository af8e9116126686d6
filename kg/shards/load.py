"""The files of a run into a new store: by the engine's bulk loader, or graph by graph to a server."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError, UsageError
from kg.files import sync_folder, unfinished_of
from kg.graph import Names, terms
from kg.shards.quads import read_quads
from kg.store import MARKER, LocalStore, Store

_TOGETHER: Final = 20_000
"""Quads that are sent to a server at a time."""


def check_new(folder: Path) -> None:
    """See to it that no store stands where one is to be made.

    Raises:
        UsageError: something does.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "a store already" if (folder / MARKER).is_file() else "other files"
        raise UsageError(
            f"{folder} holds {what}; what is read in shards makes a new store: name another with --store"
        )


def load_folder(files: Iterable[Path], folder: Path) -> None:
    """Make a store in a folder of its own of the files of a run: all of it, or none.

    Raises:
        UsageError: something stands in the folder.
        StoreError: it cannot be written.
    """
    check_new(folder)
    unfinished = unfinished_of(folder)
    try:
        _remove(unfinished)
        with LocalStore(unfinished, create=True) as store:
            store.load(_quads(files))
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    except OSError as error:
        raise StoreError(f"the store at {folder} cannot be written: {error.strerror or error}") from error
    sync_folder(folder.parent)


def load_server(
    files: Sequence[Path], store: Store, names: Names, progress: Callable[[str], None] | None = None
) -> None:
    """Send the files of a run to a server, graph by graph; sent again after a break, each graph takes its own place.

    Args:
        progress: called with the name of each graph that is there.

    Raises:
        UsageError: the server holds articles of another run.
        StoreError: the server cannot be used.
    """
    if _is_foreign(store, names):
        raise UsageError(
            "the server holds a graph of ours already; what is read in shards fills an empty one: "
            "read into a folder with --store, and bring it there with: kg push"
        )
    mark = Quad(names.facts, terms.TYPE, terms.UNSETTLED, names.unsettled)
    store.replace_graph(names.unsettled, [mark])
    for graph, quads in groupby(_quads(files), lambda quad: quad.graph_name):
        assert isinstance(graph, NamedNode), "all that is written is in a graph"
        store.replace_graph(graph, list(islice(quads, _TOGETHER)))
        while more := list(islice(quads, _TOGETHER)):
            store.change_graph(graph, (), more)
        if progress is not None:
            progress(graph.value)
    store.remove_graph(names.unsettled)


def _is_foreign(store: Store, names: Names) -> bool:
    """Whether a server holds a graph of ours that was not left there by sending that was broken off."""
    graphs = {graph for graph in store.graphs() if graph.value.startswith(names.base)}
    return bool(graphs) and names.unsettled not in graphs


def _quads(files: Iterable[Path]) -> Iterator[Quad]:
    return chain.from_iterable(map(read_quads, files))


def _remove(folder: Path) -> None:
    """Remove what a process that was killed has left of a store."""
    if folder.is_dir():
        for path in folder.iterdir():
            os.unlink(path)
        folder.rmdir()
