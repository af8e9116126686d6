"""The graph around an entity, for a page that draws it."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from kg.query.labels import labels
from kg.query.source import PROLOGUE, batches, value
from kg.serve.refusals import NotFound
from kg.serve.served import Served
from kg.serve.views.about import FACT, About, Said, about, symmetric
from kg.serve.views.lines import ALL, FACTS, relation_name, statement_path
from kg.serve.views.things import ENTITY, Thing, iri_at, things

MOST: Final = 60
"""Neighbours at once where nothing else is asked for, those with most facts first."""
MOST_EVER: Final = 500


@dataclass(frozen=True, slots=True)
class Node:
    """An entity.

    Attributes:
        key: how its IRI ends; with it, escaped, the address of its own neighbours is made.
        facts: statements that link it with the entity in the middle.
    """

    key: str
    iri: str
    label: str
    kind: str
    href: str
    facts: int


@dataclass(frozen=True, slots=True)
class Edge:
    """What is said between two: a fact, or claims of one standing that make none.

    Attributes:
        iri: of the fact, or of the first claim.
        source, target: keys of nodes; the direction says nothing where the relation has none.
        standing: "fact", "disputed" (a fact that somebody denies), "alleged", "possible" or "denied".
        sources: outlets, or articles without one, sorted.
        first, last: date of what is claimed, the earliest and the latest; "" where none is known.
        href: of the page with all that is said of it.
    """

    iri: str
    source: str
    target: str
    relation: str
    label: str
    symmetric: bool
    standing: str
    claims: int
    sources: tuple[str, ...]
    first: str
    last: str
    href: str


@dataclass(frozen=True, slots=True)
class Around:
    """A part of the graph.

    Attributes:
        centre: key of the node in the middle.
        more: neighbours that were left out.
        relations: name and label of each relation in it.
    """

    centre: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    more: int
    relations: dict[str, str]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the graph is wanted.

    Attributes:
        scope: facts, or all claims.
        relations, standings, sources: only these; empty: any.
        since, until: only what is dated then; "" for any date, and for what has none.
    """

    scope: str = FACTS
    relations: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    limit: int = MOST


def neighbours(served: Served, key: str, wanted: Wanted | None = None) -> Around:
    """The entity with what is linked to it, and how.

    Raises:
        NotFound: the store knows nothing of it.
    """
    wanted = wanted or Wanted()
    node = iri_at(served.names, ENTITY, key)
    known = about(served, node)
    me = node.value
    if not known.claims and not served.store.ask(f"{PROLOGUE}ASK {{ {node} skos:prefLabel ?name }}"):
        raise NotFound(f"this store has no entity {key!r}")
    edges = _edges(served, known, wanted)
    mine = key_of(served, me)
    near = Counter(each.target if each.source == mine else each.source for each in edges)
    near.pop(mine, None)
    kept = sorted(near, key=lambda other: (-near[other], other))[: min(wanted.limit, MOST_EVER)]
    shown = {mine, *kept}
    edges = [each for each in edges if each.source in shown and each.target in shown]
    named = {
        key_of(served, each.iri): each
        for each in things(served, (iri_of(served, other) for other in shown)).values()
    }
    return Around(
        mine,
        tuple(_node(other, named[other], near[other]) for other in (mine, *kept)),
        tuple(edges),
        len(near) - len(kept),
        {each.relation: each.label for each in sorted(edges, key=lambda each: each.label)},
        tuple(sorted({source for each in edges for source in each.sources})),
    )


def key_of(served: Served, iri: str) -> str:
    """How the IRI of an entity ends; all of it where it is none of ours."""
    return iri.removeprefix(f"{served.names.base}entity/")


def iri_of(served: Served, key: str) -> str:
    """The IRI with such a key."""
    return key if "://" in key else f"{served.names.base}entity/{key}"


def _node(key: str, thing: Thing, facts: int) -> Node:
    return Node(key, thing.iri, thing.name, thing.kind, thing.path, facts)


def _edges(served: Served, known: About, wanted: Wanted) -> list[Edge]:
    groups: dict[tuple[str, ...], tuple[Said, list[str], str]] = {}
    used: set[str] = set()
    for fact in known.facts.values():
        standing = "disputed" if known.against[fact.iri] else FACT
        groups[fact.iri,] = (fact, known.behind[fact.iri], standing)
        used.update(known.behind[fact.iri])
    if wanted.scope == ALL:
        for claim in known.claims.values():
            if claim.iri not in used:
                alike = (claim.subject, claim.relation, claim.object, claim.standing)
                groups.setdefault(alike, (claim, [], claim.standing))[1].append(claim.iri)
    listed = [each for each in groups.values() if _fits(each, wanted)]
    outlets = _outlets(served, {claim for _, claims, _ in listed for claim in claims})
    words, mutual = labels(served.store, {said.relation for said, _, _ in listed}), symmetric(served)
    edges = [_edge(served, known, words, mutual, outlets, *each) for each in listed]
    return [each for each in edges if _in_time(each, wanted) and _from(each, wanted)]


def _fits(group: tuple[Said, list[str], str], wanted: Wanted) -> bool:
    said, _, standing = group
    return (not wanted.relations or relation_name(said.relation) in wanted.relations) and (
        not wanted.standings or standing in wanted.standings
    )


def _in_time(edge: Edge, wanted: Wanted) -> bool:
    """Whether it is dated within the wanted time, as far as both say something: 2020 is not before 2020-03, nor after it."""
    if not (wanted.since or wanted.until):
        return True
    late = bool(edge.last) and edge.last >= wanted.since[: len(edge.last)]
    early = bool(edge.first) and (not wanted.until or edge.first[: len(wanted.until)] <= wanted.until)
    return late and early


def _from(edge: Edge, wanted: Wanted) -> bool:
    return not wanted.sources or bool(set(edge.sources) & set(wanted.sources))


def _outlets(served: Served, claims: set[str]) -> dict[str, str]:
    """Who published each claim: the outlet, or the article's identifier where none is known."""
    found: dict[str, str] = {}
    for block in batches(sorted(claims)):
        query = f"""{PROLOGUE}SELECT ?claim ?identifier ?outlet {{ VALUES ?claim {{ {block} }}
          ?claim prov:wasDerivedFrom ?article . ?article dcterms:identifier ?identifier
          OPTIONAL {{ ?article dcterms:publisher ?outlet }} }} ORDER BY ?claim ?outlet"""
        for claim, identifier, outlet in served.store.select(query):
            found.setdefault(value(claim), value(outlet) or value(identifier))
    return found


def _edge(
    served: Served, known: About, words: dict[str, str], mutual: frozenset[str], outlets: dict[str, str],
    said: Said, claims: list[str], standing: str,
) -> Edge:  # fmt: skip
    dates = sorted(known.dates[claim] for claim in claims if claim in known.dates)
    keys = [key_of(served, iri) for iri in (said.subject, said.object)]
    relation = relation_name(said.relation)
    return Edge(
        iri=said.iri,
        source=keys[0],
        target=keys[1],
        relation=relation,
        label=words[said.relation],
        symmetric=said.relation in mutual,
        standing=standing,
        claims=len(claims),
        sources=tuple(sorted({outlets[claim] for claim in claims if claim in outlets})),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        href=statement_path(keys[0], relation, keys[1]),
    )
