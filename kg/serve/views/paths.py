"""How two entities are linked: the shortest chains of facts from the one to the other, each step with its evidence."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from kg.query.names import Match, find_entity
from kg.query.source import PROLOGUE, batches, value
from kg.serve.served import Served
from kg.serve.views.lines import relation_name, statement_path
from kg.serve.views.paging import Window, window
from kg.serve.views.quotes import Quote, quotes
from kg.serve.views.things import Thing, things

LONGEST: Final = 4
"""Facts of a chain."""
PAGE: Final = 5
_CHAINS: Final = 100
_ROWS: Final = 30_000
"""Facts that are looked at before it is given up."""


@dataclass(frozen=True, slots=True)
class Step:
    """One fact of a chain.

    Attributes:
        start, end: in the order of the chain; the fact may be said the other way round.
        claims: how many say so.
        quote: one of them.
    """

    start: Thing
    end: Thing
    subject: Thing
    label: str
    object: Thing
    claims: int
    quote: Quote | None
    path: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Steps from one entity to the other."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PathPage:
    """What links two entities.

    Attributes:
        start, end: as they were understood; None where nothing was asked.
        length: facts of each chain; 0 where none is found.
        gave_up: so many facts were looked at that it was left off.
    """

    start: Thing | None = None
    end: Thing | None = None
    length: int = 0
    chains: tuple[Chain, ...] = ()
    gave_up: bool = False
    window: Window = field(default_factory=lambda: window(0, PAGE, 0))


@dataclass(frozen=True, slots=True)
class _Fact:
    iri: str
    subject: str
    relation: str
    object: str

    def other(self, end: str) -> str:
        return self.object if self.subject == end else self.subject


@dataclass(slots=True)
class _Reached:
    """What is reached from one side: how far it is, and by which facts from one step nearer."""

    depth: dict[str, int]
    by: defaultdict[str, list[_Fact]] = field(default_factory=lambda: defaultdict(list))
    steps: int = 0

    @property
    def frontier(self) -> list[str]:
        return sorted(node for node, depth in self.depth.items() if depth == self.steps)


def path(served: Served, start: str, end: str, offset: int = 0) -> PathPage:
    """The shortest chains of facts between two entities, of `LONGEST` at most.

    Args:
        start, end: names or keys.

    Raises:
        QueryError: no entity, or several, are called so.
    """
    if not (start.strip() and end.strip()):
        return PathPage()
    ends: tuple[Match, Match] = find_entity(served.store, start), find_entity(served.store, end)
    one, other = (each.iri.value for each in ends)
    chains, gave_up = _chains(served, one, other)
    shown = chains[offset : offset + PAGE]
    behind = _behind(served, {fact.iri for chain in shown for fact in chain})
    read = quotes(served, {claims[0] for claims in behind.values() if claims})
    facts = [fact for chain in shown for fact in chain]
    iris = {iri for fact in facts for iri in (fact.subject, fact.relation, fact.object)}
    named = things(served, iris | {one, other})
    return PathPage(
        start=named[one],
        end=named[other],
        length=len(chains[0]) if chains else 0,
        chains=tuple(Chain(tuple(_steps(one, chain, named, behind, read))) for chain in shown),
        gave_up=gave_up,
        window=window(offset, PAGE, len(chains)),
    )


def _chains(served: Served, one: str, other: str) -> tuple[list[tuple[_Fact, ...]], bool]:
    """The chains, in the order of their IRIs, and whether it was given up."""
    if one == other:
        return [], False
    sides = _Reached({one: 0}), _Reached({other: 0})
    looked_at = 0
    while sides[0].steps + sides[1].steps < LONGEST:
        side = min(sides, key=lambda each: len(each.frontier))
        if not side.frontier:
            return [], False
        looked_at += _expand(served, side, _ROWS - looked_at)
        if looked_at >= _ROWS:
            return [], True
        if meeting := sorted(node for node in side.frontier if node in sides[1 - sides.index(side)].depth):
            there = (
                (*reversed(left), *right)
                for node in meeting
                for left in _back(sides[0], node)
                for right in _back(sides[1], node)
            )
            return sorted(islice(there, _CHAINS), key=lambda chain: [fact.iri for fact in chain]), False
    return [], False


def _expand(served: Served, side: _Reached, most: int) -> int:
    """Go one step further; how many facts were looked at."""
    rows = 0
    near = side.frontier
    side.steps += 1
    for block in batches(near):
        query = f"""{PROLOGUE}SELECT ?here ?fact ?subject ?relation ?object {{ GRAPH {served.names.facts} {{
          VALUES ?here {{ {block} }}
          {{ ?fact rdf:subject ?here ; rdf:object ?object }} UNION {{ ?fact rdf:object ?here ; rdf:subject ?subject }}
          ?fact rdf:predicate ?relation ; kg:independentSources ?sources .
        }} }} LIMIT {max(1, most - rows)}"""
        for row in served.store.select(query):
            rows += 1
            here, fact, subject, relation, object_ = map(value, row)
            found = _Fact(fact, subject or here, relation, object_ or here)
            there = found.other(here)
            if side.depth.setdefault(there, side.steps) == side.steps:
                side.by[there].append(found)
        if rows >= most:
            break
    return rows


def _back(side: _Reached, node: str) -> Iterator[tuple[_Fact, ...]]:
    """The chains from a node back to where the side began."""
    if not side.depth[node]:
        yield ()
        return
    for fact in sorted(side.by[node], key=lambda each: each.iri):
        for rest in _back(side, fact.other(node)):
            yield (fact, *rest)


def _behind(served: Served, facts: set[str]) -> dict[str, list[str]]:
    """The claims that support each fact."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for block in batches(sorted(facts)):
        query = f"{PROLOGUE}SELECT ?fact ?claim {{ VALUES ?fact {{ {block} }} ?fact kg:supportedBy ?claim }}"
        for fact, claim in served.store.select(query):
            found[value(fact)].add(value(claim))
    return {fact: sorted(claims) for fact, claims in found.items()}


def _steps(
    start: str,
    chain: Sequence[_Fact],
    named: dict[str, Thing],
    behind: dict[str, list[str]],
    read: dict[str, Quote],
) -> Iterator[Step]:
    here = start
    for fact in chain:
        there = fact.other(here)
        claims = behind.get(fact.iri, [])
        subject, object_ = named[fact.subject], named[fact.object]
        yield Step(
            named[here],
            named[there],
            subject,
            named[fact.relation].name,
            object_,
            len(claims),
            read.get(claims[0]) if claims else None,
            statement_path(subject.key, relation_name(fact.relation), object_.key),
        )
        here = there
