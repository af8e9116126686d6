"""How two entities are linked: the shortest chains of entities from the one to the other, each step with its facts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
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
class Link:
    """A fact that links two entities, in either direction.

    Attributes:
        claims: how many say so.
        quote: one of them.
    """

    subject: Thing
    label: str
    object: Thing
    claims: int
    quote: Quote | None
    path: str


@dataclass(frozen=True, slots=True)
class Step:
    """From one entity of a chain to the next, with every fact that links the two, those with most claims first."""

    start: Thing
    end: Thing
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Steps from one entity to the other."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PathPage:
    """What links two entities.

    Attributes:
        start, end: as they were understood; None where nothing was asked.
        length: steps of each chain; 0 where none is found.
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


_Chain = tuple[str, ...]
"""Entities from the one to the other."""


@dataclass(slots=True)
class _Reached:
    """What is reached from one side: how far it is, and from which entities one step nearer, by which facts."""

    depth: dict[str, int]
    by: defaultdict[str, defaultdict[str, list[_Fact]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    steps: int = 0

    @property
    def frontier(self) -> list[str]:
        return sorted(node for node, depth in self.depth.items() if depth == self.steps)


def path(served: Served, start: str, end: str, offset: int = 0) -> PathPage:
    """The shortest chains of entities that facts link, of `LONGEST` steps at most.

    Args:
        start, end: names or keys.

    Raises:
        QueryError: no entity, or several, are called so.
    """
    if not (start.strip() and end.strip()):
        return PathPage()
    ends: tuple[Match, Match] = find_entity(served.store, start), find_entity(served.store, end)
    one, other = (each.iri.value for each in ends)
    sides = _Reached({one: 0}), _Reached({other: 0})
    chains, gave_up = _chains(served, *sides)
    shown = chains[offset : offset + PAGE]
    facts = {(a, b): _between(sides, a, b) for chain in shown for a, b in pairwise(chain)}
    behind = _behind(served, {fact.iri for linking in facts.values() for fact in linking})
    read = quotes(served, {claims[0] for claims in behind.values() if claims})
    relations = {fact.relation for linking in facts.values() for fact in linking}
    named = things(served, {one, other}.union(relations, *shown))
    return PathPage(
        start=named[one],
        end=named[other],
        length=len(chains[0]) - 1 if chains else 0,
        chains=tuple(
            Chain(
                tuple(
                    Step(named[a], named[b], _links(facts[a, b], named, behind, read))
                    for a, b in pairwise(chain)
                )
            )
            for chain in shown
        ),
        gave_up=gave_up,
        window=window(offset, PAGE, len(chains)),
    )


def _chains(served: Served, one: _Reached, other: _Reached) -> tuple[list[_Chain], bool]:
    """The chains, sorted, and whether it was given up."""
    if one.depth == other.depth:
        return [], False
    looked_at = 0
    while one.steps + other.steps < LONGEST:
        side, opposite = (one, other) if len(one.frontier) <= len(other.frontier) else (other, one)
        if not side.frontier:
            return [], False
        looked_at += _expand(served, side, _ROWS - looked_at)
        if looked_at >= _ROWS:
            return [], True
        if meeting := [node for node in side.frontier if node in opposite.depth]:
            there = (
                (*reversed(left), node, *right)
                for node in meeting
                for left in _back(one, node)
                for right in _back(other, node)
            )
            return sorted(islice(there, _CHAINS)), False
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
                side.by[there][here].append(found)
        if rows >= most:
            break
    return rows


def _back(side: _Reached, node: str) -> Iterator[_Chain]:
    """The chains from a node, itself left out, back to where the side began."""
    if not side.depth[node]:
        yield ()
        return
    for nearer in sorted(side.by[node]):
        for rest in _back(side, nearer):
            yield (nearer, *rest)


def _between(sides: tuple[_Reached, _Reached], one: str, other: str) -> list[_Fact]:
    """The facts that link two neighbours of a chain: the first side found them from one, or the second from the other."""
    return sides[0].by[other][one] or sides[1].by[one][other]


def _behind(served: Served, facts: set[str]) -> dict[str, list[str]]:
    """The claims that support each fact."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for block in batches(sorted(facts)):
        query = f"{PROLOGUE}SELECT ?fact ?claim {{ VALUES ?fact {{ {block} }} ?fact kg:supportedBy ?claim }}"
        for fact, claim in served.store.select(query):
            found[value(fact)].add(value(claim))
    return {fact: sorted(claims) for fact, claims in found.items()}


def _links(
    facts: Sequence[_Fact], named: dict[str, Thing], behind: dict[str, list[str]], read: dict[str, Quote]
) -> tuple[Link, ...]:
    links = []
    for fact in sorted(facts, key=lambda each: (-len(behind.get(each.iri, ())), each.iri)):
        claims = behind.get(fact.iri, [])
        subject, object_ = named[fact.subject], named[fact.object]
        links.append(
            Link(
                subject,
                named[fact.relation].name,
                object_,
                len(claims),
                read.get(claims[0]) if claims else None,
                statement_path(subject.key, relation_name(fact.relation), object_.key),
            )
        )
    return tuple(links)
