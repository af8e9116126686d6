"""The ways in which servers take graphs: whole datasets, one graph at a time, or SPARQL updates."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from kg.graph import Names
from kg.push.graphs import Content
from kg.push.memory import Memory, Remembered, memory_lines, remembered
from kg.push.web import Refused, Web

_TRIG: Final = "application/trig"
_TURTLE: Final = "text/turtle"
_UPDATE: Final = "application/sparql-update"
_MEGABYTE: Final = 1 << 20
_LEAST_LINES: Final = 20
_UNSUPPORTED: Final = frozenset({400, 404, 405, 406, 411, 415, 500, 501})
_VIRTUOSO_LINES: Final = 500
_WHOLE: Final = re.compile(rb'"([+-]?[0-9]+)"(\^\^<http://www\.w3\.org/2001/XMLSchema#decimal>)')


@dataclass(frozen=True, slots=True)
class Sent:
    """A graph on its way.

    Attributes:
        there: whether the server has a graph of that name, which this one replaces.
        before: what the server remembers of it.
    """

    content: Content
    there: bool = False
    before: tuple[Remembered, ...] = ()

    @property
    def adds(self) -> bool:
        """Whether it is enough to add its triples, once or again."""
        return not (self.there or self.before or self.content.blank)


class Way(Protocol):
    """Puts graphs on a server together with what is remembered of them, and takes them off again.

    Attributes:
        size: bytes that are best sent together.
    """

    size: int

    def put(self, graphs: Sequence[Sent]) -> None:
        """Make these the graphs of their names; when it returns, the server has them and remembers them."""
        ...

    def remove(self, graphs: Sequence[str], before: Sequence[Remembered]) -> None:
        """Remove graphs, and what is remembered of them."""
        ...


class Updates:
    """SPARQL updates: a request is one transaction where the server has them, so that no reader sees half a graph.

    Args:
        virtuoso: the server compiles updates, which must be short for it, and takes a decimal number without a point for
            an integer.
    """

    def __init__(self, web: Web, url: str, names: Names, *, virtuoso: bool = False) -> None:
        self.web = web
        self.url = url
        self.names = names
        self.size = _MEGABYTE
        self.lines = _VIRTUOSO_LINES if virtuoso else 1 << 40
        self._virtuoso = virtuoso

    def __str__(self) -> str:
        return f"SPARQL updates at {self.url}"

    def put(self, graphs: Sequence[Sent]) -> None:
        """Make these the graphs of their names, in one request if the server takes it."""
        lines = sum(each.content.count for each in graphs)
        if lines <= self.lines:
            try:
                self._send(_replacement(graphs, self.names))
            except Refused as error:
                self._take_less(error, lines)
            else:
                return
        if len(graphs) > 1:
            middle = len(graphs) // 2
            self.put(graphs[:middle])
            self.put(graphs[middle:])
        else:
            self._put_in_parts(graphs[0])

    def remove(self, graphs: Sequence[str], before: Sequence[Remembered]) -> None:
        """Remove graphs, and what is remembered of them."""
        drops = [f"DROP SILENT GRAPH <{graph}>".encode() for graph in graphs]
        self._send(b" ;\n".join([*drops, *_forgotten(before, self.names)]))

    def change_memory(self, gone: Sequence[Remembered], new: Sequence[Remembered]) -> None:
        """Forget and remember graphs that are put in another way."""
        parts = _forgotten(gone, self.names)
        if new:
            parts.append(_inserted(((str(self.names.pushed), memory_lines(new, self.names)),)))
        self._send(b" ;\n".join(parts))

    def _put_in_parts(self, sent: Sent) -> None:
        """A graph that is too large for one request: it is remembered only when all of it is there."""
        graph = str(sent.content.graph)
        self._send(
            b" ;\n".join([*_forgotten(sent.before, self.names), f"DROP SILENT GRAPH {graph}".encode()])
        )
        lines = sent.content.lines.splitlines(keepends=True)
        start = 0
        while start < len(lines):
            part = lines[start : start + self.lines]
            try:
                self._send(_inserted(((graph, b"".join(part)),)))
            except Refused as error:
                self._take_less(error, len(part))
            else:
                start += len(part)
        self.change_memory((), [remembered(sent.content)])

    def _take_less(self, error: Refused, lines: int) -> None:
        # Virtuoso says 500 where a request is longer than its compiler takes
        if error.status not in (413, 500) or lines <= _LEAST_LINES:
            raise error
        self.lines = max(_LEAST_LINES, lines // 2)

    def _send(self, update: bytes) -> None:
        if self._virtuoso:
            update = _WHOLE.sub(rb'"\1.0"\2', update)
        if update:
            self.web.write("POST", self.url, update, _UPDATE)


class Graphs:
    """The Graph Store protocol: a request a graph.

    Args:
        updates: keeps what is remembered, where the server takes updates as well.
        memory: reads what the server remembers.
    """

    def __init__(
        self, web: Web, url: str, names: Names, updates: Updates | None, memory: Callable[[], Memory]
    ) -> None:
        self.web = web
        self.url = url
        self.names = names
        self.size = _MEGABYTE
        self._updates = updates
        self._memory = memory

    def __str__(self) -> str:
        return f"the Graph Store protocol at {self.url}"

    def put(self, graphs: Sequence[Sent]) -> None:
        """Make these the graphs of their names, one after the other."""
        if before := [entry for each in graphs for entry in each.before]:
            self._change_memory(before, ())
        done: list[Remembered] = []
        try:
            for each in graphs:
                self._put("PUT", each.content.graph.value, each.content.lines)
                done.append(remembered(each.content))
        finally:
            if done:
                self._change_memory((), done)

    def remove(self, graphs: Sequence[str], before: Sequence[Remembered]) -> None:
        """Remove graphs, and what is remembered of them."""
        for graph in graphs:
            try:
                self.web.write("DELETE", self.url, b"", _TURTLE, {"graph": graph})
            except Refused as error:
                if error.status != 404:
                    raise
        self._change_memory(before, ())

    def _put(self, method: str, graph: str, lines: bytes) -> None:
        try:
            self.web.write(method, self.url, lines, _TURTLE, {"graph": graph})
        except Refused as error:
            middle = lines.find(b"\n", len(lines) // 2) + 1
            if error.status != 413 or not 0 < middle < len(lines):
                raise
            self._put(method, graph, lines[:middle])
            self._put("POST", graph, lines[middle:])

    def _change_memory(self, gone: Sequence[Remembered], new: Sequence[Remembered]) -> None:
        if self._updates is not None:
            self._updates.change_memory(gone, new)
        elif gone:
            kept = {entry for entries in self._memory().values() for entry in entries}.difference(gone)
            entries = sorted((*kept, *new), key=str)
            self._put("PUT", self.names.pushed.value, memory_lines(entries, self.names))
        elif new:
            self._put("POST", self.names.pushed.value, memory_lines(new, self.names))


class Datasets:
    """Whole datasets in one request; what is there already is replaced in another way.

    Args:
        changes: replaces and removes graphs.
        counted: how many triples the server has in some graphs: the first dataset is believed only when they are there.
        bulk: the server loads much at once, without a transaction, where it is told to (Oxigraph).

    Attributes:
        works: None as long as no dataset was sent; where it is false, all goes the other way.
    """

    def __init__(
        self,
        web: Web,
        url: str,
        names: Names,
        changes: Updates | Graphs,
        counted: Callable[[Iterable[str]], dict[str, int]],
        *,
        bulk: bool = False,
    ) -> None:
        self.web = web
        self.url = url
        self.names = names
        self.changes = changes
        self.size = 32 * _MEGABYTE if bulk else 4 * _MEGABYTE
        self.works: bool | None = None
        self._counted = counted
        self._bulk = bulk

    def __str__(self) -> str:
        return str(self.changes) if self.works is False else f"datasets to {self.url}"

    def put(self, graphs: Sequence[Sent]) -> None:
        """Make these the graphs of their names: all that are new in one request, then the others."""
        if new := [each for each in graphs if each.adds]:
            if self.works is None:
                self._try(new[0])
                new = new[1:]
            if self.works:
                self._add(new)
            elif new:
                self.changes.put(new)
        if others := [each for each in graphs if not each.adds]:
            self.changes.put(others)

    def remove(self, graphs: Sequence[str], before: Sequence[Remembered]) -> None:
        """Remove graphs, and what is remembered of them."""
        self.changes.remove(graphs, before)

    def _try(self, sent: Sent) -> None:
        """Send one graph as a dataset, and see whether it arrives; some servers answer any request with 200."""
        graph = sent.content.graph.value
        try:
            self._add([sent])
            self.works = self._counted([graph]).get(graph) == sent.content.count
        except Refused as error:
            if error.status not in _UNSUPPORTED:
                raise
            self.works = False
        if not self.works:
            self.changes.put([Sent(sent.content, True, sent.before)])

    def _add(self, graphs: Sequence[Sent]) -> None:
        if not graphs:
            return
        blocks = [(str(each.content.graph), each.content.lines) for each in graphs]
        memory = memory_lines((remembered(each.content) for each in graphs), self.names)
        body = _blocks((*blocks, (str(self.names.pushed), memory)), b"")
        parameters = {"no_transaction": ""} if self._bulk and len(body) > self.size // 4 else None
        try:
            self.web.write("POST", self.url, body, _TRIG, parameters)
        except Refused as error:
            if error.status != 413:
                raise
            if len(graphs) == 1:
                self.changes.put(graphs)
                return
            middle = len(graphs) // 2
            self._add(graphs[:middle])
            self._add(graphs[middle:])


def _replacement(graphs: Sequence[Sent], names: Names) -> bytes:
    """One update that clears what is there of some graphs, and writes them and what is remembered of them."""
    drops = [f"DROP SILENT GRAPH {each.content.graph}".encode() for each in graphs if not each.adds]
    forgotten = _forgotten([entry for each in graphs for entry in each.before], names)
    blocks = [(str(each.content.graph), each.content.lines) for each in graphs]
    memory = memory_lines((remembered(each.content) for each in graphs), names)
    return b" ;\n".join([*drops, *forgotten, _inserted((*blocks, (str(names.pushed), memory)))])


def _forgotten(entries: Sequence[Remembered], names: Names) -> list[bytes]:
    if not entries:
        return []
    return [b"DELETE DATA {\n%b}" % _blocks(((str(names.pushed), memory_lines(entries, names)),), b"GRAPH ")]


def _inserted(blocks: Iterable[tuple[str, bytes]]) -> bytes:
    return b"INSERT DATA {\n%b}" % _blocks(blocks, b"GRAPH ")


def _blocks(blocks: Iterable[tuple[str, bytes]], keyword: bytes) -> bytes:
    parts: list[bytes] = []
    for graph, lines in blocks:
        parts += (keyword, graph.encode(), b" {\n", lines, b"}\n")
    return b"".join(parts)
