"""Brings a server up to date with a store: only what changed is sent, and what the store no longer holds goes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.graph import Names
from kg.push.choice import chosen_way, removing_way
from kg.push.graphs import Content, Kind, content, graphs_in_order, kind_of
from kg.push.memory import Memory, is_unchanged
from kg.push.sender import Sender
from kg.push.server import Server
from kg.push.ways import Sent, Way
from kg.store import Store, is_unsettled, stored_judgements

_FEW: Final = 10
"""Articles that may go from a server even if they are most of it."""
_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """A graph of which the server has another count of triples than the store."""

    graph: str
    store: int
    server: int


@dataclass(slots=True)
class _State:
    """What is on the server."""

    counts: dict[str, int]
    memory: Memory


@dataclass(slots=True)
class Report:
    """What a push did, or would do; by kind of graph.

    Attributes:
        new, changed, gone, unchanged: graphs.
        quads: in those that are new or changed.
        sent: graphs that the server took.
        strange: articles on the server that no push put there and the store does not hold; they are left alone.
        way: how graphs were sent; None where none was.
        differences: found by counting afterwards.
    """

    new: Counter[Kind] = field(default_factory=Counter)
    changed: Counter[Kind] = field(default_factory=Counter)
    gone: Counter[Kind] = field(default_factory=Counter)
    unchanged: Counter[Kind] = field(default_factory=Counter)
    quads: Counter[Kind] = field(default_factory=Counter)
    sent: int = 0
    strange: int = 0
    requests: int = 0
    way: str | None = None
    differences: list[Difference] = field(default_factory=list)


def push(
    store: Store,
    server: Server,
    names: Names,
    *,
    dry_run: bool = False,
    force: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Make the graphs of the server those of the store; graphs that others put there stay.

    What the server took stays there, whatever ends the run; the next run goes on with the rest.

    Args:
        dry_run: only say what would go; nothing is sent.
        force: also where most articles would go from the server, or judgements that only the server has.
        progress: called with the name of each graph that was compared, sent or removed.

    Raises:
        StoreError: the store or the server cannot be used.
        KgError: the store is being changed, or the push would lose what should not be lost.
    """
    if is_unsettled(store, names):
        raise KgError(
            "this store is being changed, or a change of it was broken off: bring it up to date (kg populate), "
            "then push it"
        )
    graphs = graphs_in_order(store, names)
    state = _State(server.counts(), server.memory())
    report = Report()
    ours = {graph.value for graph in graphs}
    gone = sorted(graph for graph in state.memory if graph not in ours)
    report.gone.update(_kind(graph, names) for graph in gone)
    report.strange = sum(
        names.is_article(graph) and graph not in ours and graph not in state.memory for graph in state.counts
    )
    if not force:
        _check_articles(gone, state, names)
        _check_judgements(store, server, state, names)
    run = _Run(store, server, names, state, report, progress or _ignore)
    expected = run.compare(graphs) if dry_run else run.send(graphs)
    if dry_run:
        return report
    if gone:
        run.remove(gone)
    report.requests = server.web.requests
    if report.sent or gone:
        state.counts = server.counts()
    report.differences = [
        Difference(graph, count, state.counts.get(graph, 0))
        for graph, count in sorted({**expected, **dict.fromkeys(gone, 0)}.items())
        if state.counts.get(graph, 0) != count
    ]
    return report


@dataclass(slots=True)
class _Run:
    store: Store
    server: Server
    names: Names
    state: _State
    report: Report
    progress: Callable[[str], None]
    way: Way | None = None

    def compare(self, graphs: Iterable[NamedNode]) -> dict[str, int]:
        """Count what would be sent; gives how many triples each graph has."""
        expected = {}
        for graph in graphs:
            each = content(graph, self.store.ntriples(graph))
            expected[graph.value] = each.count
            if self._to_send(each) is None:
                self.progress(graph.value)
        return expected

    def send(self, graphs: Iterable[NamedNode]) -> dict[str, int]:
        """Send what is new or changed; gives how many triples each graph has."""
        expected: dict[str, int] = {}
        waiting = iter(graphs)
        first = self._next(waiting, expected)
        if first is None:
            return expected
        self.way = chosen_way(self.server, first)
        self.report.way = str(self.way)
        self._sent(first)
        with Sender(self.way, self._sent) as sender:
            while (sent := self._next(waiting, expected)) is not None:
                sender.add(sent)
        return expected

    def remove(self, graphs: Sequence[str]) -> None:
        """Remove graphs that were pushed and that the store no longer holds."""
        way = self.way or removing_way(self.server, graphs[0])
        self.report.way = self.report.way or str(way)
        for start in range(0, len(graphs), _AT_ONCE):
            some = graphs[start : start + _AT_ONCE]
            way.remove(some, [entry for graph in some for entry in self.state.memory[graph]])
            for graph in some:
                self.progress(graph)

    def _next(self, graphs: Iterator[NamedNode], expected: dict[str, int]) -> Sent | None:
        """The next graph that must be sent; None at the end."""
        for graph in graphs:
            each = content(graph, self.store.ntriples(graph))
            expected[graph.value] = each.count
            if (sent := self._to_send(each)) is not None:
                return sent
            self.progress(graph.value)
        return None

    def _to_send(self, each: Content) -> Sent | None:
        graph = each.graph.value
        kind = kind_of(each.graph, self.names)
        there = self.state.counts.get(graph, 0)
        if is_unchanged(each, self.state.memory, there):
            self.report.unchanged[kind] += 1
            return None
        (self.report.changed if there else self.report.new)[kind] += 1
        self.report.quads[kind] += each.count
        return Sent(each, bool(there), tuple(self.state.memory.get(graph, ())))

    def _sent(self, sent: Sent) -> None:
        self.report.sent += 1
        self.progress(sent.content.graph.value)


def _check_articles(gone: Sequence[str], state: _State, names: Names) -> None:
    there = sum(names.is_article(graph) for graph in state.memory)
    going = sum(names.is_article(graph) for graph in gone)
    if going > _FEW and going > there / 2:
        raise KgError(
            f"{going} of the {there} articles that were pushed to this server are not in this store: is it the right one? "
            "--force removes them there"
        )


def _check_judgements(store: Store, server: Server, state: _State, names: Names) -> None:
    """Refuse to lose what a person decided on the server itself."""
    graph = names.judgements.value
    there, known = state.counts.get(graph, 0), state.memory.get(graph, [])
    if not there or (len(known) == 1 and known[0].count == there):
        return
    missing = server.judgements().difference(node.value for node in stored_judgements(store, names))
    if missing:
        raise KgError(
            f"the server has {len(missing)} judgement{'s' if len(missing) > 1 else ''} that this store does not have, and "
            f"would lose by it: take over what was judged there (kg judgements --endpoint {server.url} --export FILE, "
            "then kg judgements --import FILE), or push with --force"
        )


def _kind(graph: str, names: Names) -> Kind:
    return kind_of(NamedNode(graph), names)


def _ignore(graph: str) -> None:
    """Nobody watches."""
    del graph
