"""A graph from its backup: in a folder of its own, or on a server; what came of it is compared with what was backed up."""

import errno
import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path
from typing import IO, Final, cast

import pyoxigraph as ox

from kg.errors import KgError, UsageError
from kg.files import unfinished_of
from kg.graph import Names
from kg.keep.backup import check_free, in_place_of
from kg.keep.manifest import Backup, Content, read_backup
from kg.store import FORMAT, MARKER, LocalStore, Store, check_unused, mark

_TOGETHER: Final = 20_000
"""Quads that are sent to a server at a time."""


def check_backup(folder: Path) -> Backup:
    """The backup in a folder, after all its quads were read.

    Raises:
        KgError: there is none, or it is damaged.
    """
    backup = read_backup(folder)
    for _ in _quads(backup):
        pass
    return backup


def restore_folder(backup: Backup, folder: Path, *, replace: bool = False) -> None:
    """Make a store in a folder of its own from a backup: all of it, or the folder is as it was.

    Args:
        replace: a store that stands there gives way to this one, once that is complete.

    Raises:
        UsageError: something stands in the folder.
        KgError: the backup is damaged, or the store cannot be written.
        StoreError: another process has the store open.
    """
    check_free(folder, MARKER, replace=replace)
    if backup.store_format > FORMAT:
        raise KgError(
            f"the backup at {backup.folder} is of a store of a newer kg-populator (format {backup.store_format}, "
            f"this one knows {FORMAT}); update kg-populator"
        )
    for each in (folder, unfinished_of(folder)):
        check_unused(each)
    with _told(folder), in_place_of(folder) as unfinished:
        with LocalStore(unfinished, create=True) as store:
            store.load(_quads(backup))
            _compare(store.quads(), backup, str(folder))
        mark(unfinished, backup.store_format)


def restore_server(
    backup: Backup,
    store: Store,
    names: Names,
    *,
    replace: bool = False,
    progress: Callable[[str], None] | None = None,
) -> bool:
    """Write a backup into a server; whether it keeps each literal as it is written.

    Broken off, it is begun again with `replace`. Graphs that are neither ours by their names nor in the backup are left
    alone.

    Args:
        replace: what the server holds gives way, graph by graph; else it must hold none of them.
        progress: called with the name of each graph that is begun.

    Raises:
        UsageError: the server holds a graph already.
        KgError: the backup is damaged, or the server does not hold what was sent.
        StoreError: the server cannot be used.
    """
    if backup.store_format < FORMAT:
        raise KgError(
            f"the backup at {backup.folder} is of a store of an older kg-populator (format {backup.store_format}); "
            "restore it into a folder, give a command that changes it (kg populate), and make a new backup for the server"
        )
    kept = set(backup.content.graphs)
    there = {graph for graph in store.graphs() if graph.value in kept or graph.value.startswith(names.base)}
    if there and not replace:
        raise UsageError(
            f"the server holds {len(there)} graphs already; to have the backup take their place, add --replace"
        )
    if "" in backup.content.graphs:
        raise KgError(
            f"the backup at {backup.folder} has quads in no graph, which a server may not tell from others"
        )
    check_backup(backup.folder)
    for graph, quads in groupby(_quads(backup), lambda quad: quad.graph_name):
        assert isinstance(graph, ox.NamedNode)
        if progress is not None:
            progress(graph.value)
        _send(store, graph, quads)
        there.discard(graph)
    for graph in there:
        store.remove_graph(graph)
    quads = (quad for graph in sorted(kept) for quad in store.quads(ox.NamedNode(graph)))
    return _compare(quads, backup, "the server", literals=False)


def _send(store: Store, graph: ox.NamedNode, quads: Iterator[ox.Quad]) -> None:
    store.replace_graph(graph, list(islice(quads, _TOGETHER)))
    while more := list(islice(quads, _TOGETHER)):
        store.change_graph(graph, (), more)


def _quads(backup: Backup) -> Iterator[ox.Quad]:
    """The quads of a backup.

    Raises:
        KgError: they are not those that were backed up.
    """
    content = Content()
    damaged = f"{backup.data} is damaged; use another backup"
    try:
        with gzip.open(backup.data) as stream:
            yield from content.counted(ox.parse(cast(IO[bytes], stream), format=ox.RdfFormat.N_QUADS))
    except (OSError, EOFError, zlib.error, SyntaxError) as error:
        raise KgError(f"{damaged} ({error})") from error
    if content != backup.content:
        raise KgError(
            f"{damaged} (it holds {content.quads} quads, {backup.content.quads} were written, or others)"
        )


def _compare(quads: Iterable[ox.Quad], backup: Backup, where: str, *, literals: bool = True) -> bool:
    """Whether what a store holds is what a backup does, to the letter.

    Raises:
        KgError: some is missing or too much; or, where literals count, other than it was.
    """
    found = Content()
    for quad in quads:
        found.line(quad)
    if found.graphs != backup.content.graphs or (literals and found != backup.content):
        wrong = sorted(found.graphs.keys() ^ backup.content.graphs.keys()) or [
            graph for graph, count in sorted(backup.content.graphs.items()) if found.graphs[graph] != count
        ]
        raise KgError(
            f"{where} holds {found.quads} quads and not the {backup.content.quads} of the backup"
            + (f" (first in {wrong[0]})" if wrong else "")
        )
    return found == backup.content


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = f"{error.strerror or error}"
        if error.errno == errno.EBUSY:
            why = "a disk is mounted there, which cannot give way; name a folder below it"
        raise KgError(f"no store can be made at {folder}: {why}") from error
