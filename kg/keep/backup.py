"""A copy of a graph as one file that every store understands, complete or not there at all."""

import gzip
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, UsageError
from kg.files import sync_folder, unfinished_of
from kg.keep.manifest import DATA, MANIFEST, Backup, Content
from kg.store import FORMAT, Store

_LEVEL = 6
"""Of compression: more takes far longer and saves little."""


def back_up(
    store: Store, folder: Path, *, replace: bool = False, progress: Callable[[str], None] | None = None
) -> Backup:
    """Write all that a store holds into a new folder; others may read the store meanwhile.

    Args:
        replace: an older backup that stands there gives way to this one, once it is complete.
        progress: called with the name of each graph that is begun.

    Raises:
        UsageError: something else stands in the folder.
        KgError: it cannot be written, or the store was changed meanwhile.
        StoreError: the store cannot be read.
    """
    check_free(folder, MANIFEST, replace=replace)
    with _told(folder), in_place_of(folder) as unfinished:
        unfinished.mkdir(parents=True)
        before = _graphs(store)
        content = _written(store.quads(), unfinished / DATA, progress)
        if _graphs(store) != before or not content.graphs.keys() - {""} <= before:
            raise KgError(
                f"the store was changed while it was read, and nothing was kept at {folder}; try again"
            )
        backup = Backup(folder, content, FORMAT)
        _synced(unfinished / MANIFEST, backup.written())
    return backup


def check_free(folder: Path, sign: str, *, replace: bool) -> None:
    """See to it that a folder may be written.

    Args:
        sign: the name of the file by which a folder is known that may be replaced.

    Raises:
        UsageError: it may not.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not (folder / sign).is_file():
        raise UsageError(f"{folder} holds other files, which are left alone; name another folder")
    if not replace:
        raise UsageError(f"{folder} holds one already; name another folder, or add --replace")


@contextmanager
def in_place_of(folder: Path) -> Iterator[Path]:
    """Where something is to be made that takes the place of a folder when it is left without an error.

    Raises:
        OSError: it cannot be done; the folder is as it was.
    """
    unfinished, former = unfinished_of(folder), folder.with_name(f".{folder.name}.former")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield unfinished
        sync_folder(unfinished)
        if folder.exists():
            shutil.rmtree(former, ignore_errors=True)
            folder.rename(former)
        unfinished.rename(folder)
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        if former.exists():
            if not folder.exists():
                former.rename(folder)
            shutil.rmtree(former, ignore_errors=True)


def _graphs(store: Store) -> set[str]:
    return {graph.value for graph in store.graphs()}


def _written(quads: Iterator[ox.Quad], path: Path, progress: Callable[[str], None] | None) -> Content:
    content, graph = Content(), None
    with path.open("wb") as raw:
        with gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) as stream:
            for quad in quads:
                if progress is not None and quad.graph_name != graph:
                    graph = quad.graph_name
                    progress(str(graph))
                stream.write(content.line(quad))
        raw.flush()
        os.fsync(raw.fileno())
    return content


def _synced(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise KgError(f"no backup can be written to {folder}: {error.strerror or error}") from error
