"""What a person is asked to decide: pairs that may be one entity, and claims that may have been read wrongly."""

from dataclasses import dataclass
from typing import Final

from kg.model import Candidate
from kg.query.profiles import profiles
from kg.query.source import PROLOGUE, value
from kg.serve.decisions import Work
from kg.serve.served import Served
from kg.serve.views.about import about, rejected
from kg.serve.views.decided import Decided
from kg.serve.views.lines import FACTS, Line, groups
from kg.serve.views.quotes import Quote, quotes
from kg.serve.views.things import ENTITY, Thing, iri_at, things
from kg.settle import candidates

_CLAIMS: Final = 300
"""Claims in the queue, the least sure."""
_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Card:
    """One entity in short: what tells it from another.

    Attributes:
        roles: what facts say that it is.
        lines: some of what it did, each with a sentence.
    """

    thing: Thing
    other_names: tuple[str, ...]
    articles: int
    roles: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities, and what speaks for and against their being one."""

    first: Card
    second: Card
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One thing to decide.

    Attributes:
        kind: "pairs" or "claims".
        waiting: how many of each kind wait; None while these are being looked for.
        place: how many were skipped before this one.
        work: how far the store has followed what was decided.
        recent: what was decided last, the newest first.
        failed: decisions that could not be written into the store.
    """

    kind: str
    waiting: dict[str, int | None]
    place: int
    pair: Pair | None
    claim: Quote | None
    work: Work
    recent: tuple[Decided, ...]
    failed: tuple[Decided, ...]


def waiting_pairs(served: Served) -> tuple[Candidate, ...]:
    """The pairs that wait for somebody, the likeliest first; this looks at all entities and takes long in a large store."""
    return tuple(candidates(served.store, served.names))


def waiting_claims(served: Served) -> tuple[str, ...]:
    """IRIs of the claims that wait for somebody, the least sure first."""
    query = f"""{PROLOGUE}SELECT DISTINCT ?claim ?sure {{ ?fact kg:supportedBy ?claim . ?claim kg:confidence ?sure }}
      ORDER BY ?sure ?claim LIMIT {_CLAIMS}"""
    gone = rejected(served)
    unsure = (value(claim) for claim, _ in served.store.select(query))
    return tuple(claim for claim in unsure if claim not in gone)


def first_pair(served: Served, pairs: tuple[Candidate, ...]) -> tuple[Pair | None, int]:
    """The first of the pairs of which both entities are still there and still two, and how many stand before it."""
    for place, each in enumerate(pairs):
        if each.first != each.second and len(known := _known(served, (each.first, each.second))) == 2:
            one, other = (_card(served, known[iri]) for iri in (each.first, each.second))
            return Pair(one, other, each.reasons_for, each.reasons_against), place
    return None, len(pairs)


def pair_of(served: Served, first: str, second: str) -> Pair | None:
    """Two entities that somebody wants to compare, by their keys."""
    iris = [iri_at(served.names, ENTITY, key).value for key in (first, second)]
    found, _ = first_pair(served, (Candidate(iris[0], iris[1], 1.0),))
    return found


def first_claim(served: Served, claims: tuple[str, ...]) -> tuple[Quote | None, int]:
    """The first of the claims that are still there and not rejected, and how many stand before it."""
    gone = rejected(served)
    for place, claim in enumerate(claims):
        if claim not in gone and (found := quotes(served, [claim])):
            return found[claim], place
    return None, len(claims)


def _known(served: Served, iris: tuple[str, ...]) -> dict[str, Thing]:
    return {iri: each for iri, each in things(served, iris).items() if each.kind}


def _card(served: Served, thing: Thing) -> Card:
    node = iri_at(served.names, ENTITY, thing.key)
    short = profiles(served.store, [thing.iri])[thing.iri]
    known = about(served, node)
    lines = [
        line for group in groups(served, thing.iri, known, FACTS, page=slice(0, 2)) for line in group.lines
    ]
    names = served.store.select(f"{PROLOGUE}SELECT DISTINCT ?name {{ {node} skos:altLabel ?name }}")
    return Card(
        thing,
        tuple(sorted({value(name) for (name,) in names} - {thing.name})),
        short.articles,
        short.roles,
        tuple(sorted(lines, key=lambda line: -line.sources)[:_LINES]),
    )
