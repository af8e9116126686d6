"""An embedded Oxigraph, on disk or in memory."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.base import Answer, Dataset, Rows, Solutions
from kg.store.folder import FORMAT, check_usable, checked_folder, made, migrate
from kg.store.updates import change, checked, has_blank, replacement

T = TypeVar("T")

_TOGETHER: Final = 100_000
"""Quads that are sorted in memory before they are written to disk."""


class LocalStore:
    """A store in a folder of its own, or in memory where no folder is given.

    Args:
        folder: holds an Oxigraph store, which `oxigraph serve --location` can serve as well.
        create: make the folder where there is none.
        read_only: open it without locking it, as it stands now.

    Raises:
        StoreError: there is none, it is no store, a newer version wrote it, or another process has it open.
    """

    def __init__(self, folder: Path | None = None, *, create: bool = False, read_only: bool = False) -> None:
        self.folder = folder
        self._on_disk = folder is not None and not read_only
        self._store: ox.Store | None = ox.Store() if folder is None else _opened(folder, create, read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError("the store was closed before it was used")
        return self._store

    def close(self) -> None:
        """Let others use it; closing twice does no harm."""
        store, self._store = self._store, None
        if store is not None and self._on_disk:
            try:
                store.flush()  # or every later opening would replay the log, which takes longer than writing it did
            except (OSError, RuntimeError) as error:
                raise self._unwritable(error) from error

    def select(self, sparql: str) -> Rows:
        """The answer to a SELECT."""
        answer = self._query(sparql)
        if not isinstance(answer, ox.QuerySolutions):
            raise QueryError("this query is no SELECT; write it as one")
        variables = tuple(variable.value for variable in answer.variables)
        try:
            return Rows(variables, tuple(tuple(solution) for solution in answer))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store at {self.folder} broke off while answering: {error}") from error

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK."""
        answer = self._query(sparql)
        if not isinstance(answer, ox.QueryBoolean):
            raise QueryError("this query is no ASK; write it as one")
        return bool(answer)

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The answer to a CONSTRUCT or DESCRIBE: each triple once, sorted."""
        answer = self._query(sparql)
        if not isinstance(answer, ox.QueryTriples):
            raise QueryError("this query is no CONSTRUCT; write it as one")
        try:
            return sorted(set(answer), key=str)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store at {self.folder} broke off while answering: {error}") from error

    def answer(self, sparql: str, dataset: Dataset | None = None) -> Answer:
        """The answer to any query, handed out as it is found; triples may come twice."""
        found = self._query(sparql, dataset)
        match found:
            case ox.QueryBoolean():
                return bool(found)
            case ox.QuerySolutions():
                return Solutions(
                    tuple(variable.value for variable in found.variables), self._each(map(tuple, found))
                )
            case _:
                return self._each(found)

    def _each(self, found: Iterable[T]) -> Iterator[T]:
        try:
            yield from found
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store at {self.folder} broke off while answering: {error}") from error

    def _query(
        self, sparql: str, dataset: Dataset | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        try:
            if dataset is None:
                return self._open.query(sparql, use_default_graph_as_union=True)
            return self._open.query(
                sparql, default_graph=list(dataset.default), named_graphs=list(dataset.named)
            )
        except SyntaxError as error:
            raise QueryError(f"not SPARQL: {error}") from error
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store at {self.folder} cannot answer: {error}") from error

    def quads(self, graph: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """The quads of one graph, or of all; in no order."""
        return iter(self._open.quads_for_pattern(None, None, None, graph))

    def ntriples(self, graph: ox.NamedNode) -> bytes:
        """The triples of one graph as N-Triples, a line each; in no order."""
        try:
            # a quarter of the time that handing out each quad takes
            return self._open.dump(from_graph=graph, format=ox.RdfFormat.N_TRIPLES) or b""
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store at {self.folder} cannot be read: {error}") from error

    def graphs(self) -> list[ox.NamedNode]:
        """The names of all graphs, sorted."""
        found = (graph for graph in self._open.named_graphs() if isinstance(graph, ox.NamedNode))
        return sorted(found, key=lambda graph: graph.value)

    def replace_graph(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Make these the quads of the graph, in one transaction that touches no other.

        Raises:
            ValueError: a quad belongs to another graph.
        """
        written = checked(graph, quads)
        if before := set(self._open.quads_for_pattern(None, None, None, graph)):
            # what stays need not be parsed and written again: most of what is derived does
            gone, new = before.difference(written), set(written).difference(before)
            if not written or any(map(has_blank, (*gone, *new))):
                self._update(replacement(graph, written))
            elif gone or new:
                self._update(change(graph, gone, new))
            return
        try:
            # a transaction as well, several times as fast as a request that must be parsed
            self._open.extend(written)
        except (OSError, RuntimeError) as error:
            raise self._unwritable(error) from error

    def change_graph(self, graph: ox.NamedNode, gone: Iterable[ox.Quad], new: Iterable[ox.Quad]) -> None:
        """Take some quads out of a graph and put others in, in one transaction that touches no other.

        Raises:
            ValueError: a quad belongs to another graph, or has a blank node, which cannot be taken out by name.
        """
        taken, put = set(gone), list(new)
        if update := change(graph, taken, put):
            emptied = not put and all(quad in taken for quad in self.quads(graph))
            self._update(f"{update} ;\nDROP SILENT GRAPH {graph}" if emptied else update)

    def remove_graph(self, graph: ox.NamedNode) -> None:
        """Remove a graph; harmless where there is none."""
        self._update(f"DROP SILENT GRAPH {graph}")

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Put quads into a new store, as fast as can be; what is broken off leaves some of them there."""
        remaining = iter(quads)
        try:
            while part := list(islice(remaining, _TOGETHER)):
                self._open.bulk_extend(part)
        except (OSError, RuntimeError) as error:
            raise self._unwritable(error) from error

    def _update(self, sparql: str) -> None:
        try:
            self._open.update(sparql)
        except (OSError, RuntimeError, SyntaxError) as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: Exception) -> StoreError:
        return StoreError(f"the store at {self.folder} cannot be written to: {error}{_way_out(error)}")


def _opened(folder: Path, create: bool, read_only: bool) -> ox.Store:
    try:
        written = checked_folder(folder, create)
        if read_only or (written is not None and written < FORMAT):
            check_unused(folder)
        if written is not None:
            check_usable(folder, written)
        if read_only:
            return ox.Store.read_only(str(folder))
        if written is None:
            return made(folder)
        store = ox.Store(str(folder))
        migrate(folder, store, written)
    except OSError as error:
        if "lock" in str(error).replace(str(folder), "").lower():
            raise StoreError(_locked(folder, _holder(folder))) from error
        raise StoreError(f"the store at {folder} cannot be opened: {error}{_way_out(error)}") from error
    return store


def _way_out(error: Exception) -> str:
    said = str(error).lower()
    if "no space left" in said or "file too large" in said or "quota" in said:
        return "; make room and give the same command again: what it had finished is kept"
    if "read-only" in said or "permission denied" in said:
        return "; it can only be read there, so copy the folder to where you may write"
    return ""


def check_unused(folder: Path) -> None:
    """See to it that no process has the store of a folder open for writing, as far as the system tells (Linux).

    Raises:
        StoreError: one has.
    """
    if (holder := _holder(folder)) is not None:
        raise StoreError(_locked(folder, holder))


def _locked(folder: Path, holder: int | None) -> str:
    who = f"process {holder}" if holder is not None else "another process"
    return (
        f"the store at {folder} is in use by {who}; wait until it has finished, "
        "or, if that is a server, give its URL: --endpoint http://127.0.0.1:7878/query"
    )


def _holder(folder: Path) -> int | None:
    """The process that has a store open for writing, where the system tells it (Linux).

    The lock file itself is not opened: closing it again would release a lock of our own process.
    """
    with suppress(OSError, ValueError):
        inode = os.stat(folder / "LOCK").st_ino
        for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
            parts = line.split()
            if "WRITE" in parts and parts[-3].rpartition(":")[2] == str(inode):
                return int(parts[-4])
    return None
