"""What claims and facts say of one entity, without their sentences: few columns, so that it is quick for anybody."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode

from kg.query.labels import WORDS
from kg.query.source import PROLOGUE, Source, value
from kg.serve.served import Served
from kg.serve.views.quotes import AFFIRMED, standing_of

FACT: Final = "fact"
MOST: Final = 5_000
"""Claims, and facts, of one entity that are looked at."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim says, or a fact; all by IRI.

    Attributes:
        standing: of a claim; "fact" for a fact.
        sources: articles that a fact comes from, a copy not counted beside its original.
    """

    iri: str
    subject: str
    relation: str
    object: str
    standing: str
    sources: int = 0


@dataclass(slots=True)
class About:
    """All of one entity.

    Attributes:
        facts, claims: by IRI, in the order of the IRIs; rejected claims are left out.
        behind: the claims that support or allege a fact, by fact.
        against: the claims that deny a fact, by fact.
        dates: of what is claimed, by claim.
        cut: there are more than are looked at.
    """

    facts: dict[str, Said]
    claims: dict[str, Said]
    behind: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    against: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    dates: dict[str, str] = field(default_factory=dict)
    cut: bool = False


def about(served: Served, entity: NamedNode) -> About:
    """What the store has of the entity, claims of all kinds."""
    store = served.store
    facts = _facts(served, entity)
    claims = _claims(served, entity)
    found = About(facts, claims, cut=len(facts) == MOST or len(claims) == MOST)
    for relation, into in (
        ("kg:supportedBy", found.behind),
        ("kg:allegedBy", found.behind),
        ("kg:disputedBy", found.against),
    ):
        for fact, claim in _pairs(store, entity, relation):
            if fact in facts and claim in claims:
                into[fact].append(claim)
    found.dates = dict(_pairs(store, entity, "kg:date"))
    return found


def _facts(served: Served, entity: NamedNode) -> dict[str, Said]:
    query = f"""{PROLOGUE}SELECT ?fact ?subject ?relation ?object ?sources {{ GRAPH {served.names.facts} {{
      {_ends("?fact", entity)}
      ?fact rdf:predicate ?relation ; kg:independentSources ?sources .
    }} }} LIMIT {MOST}"""
    rows = sorted(tuple(map(value, row)) for row in served.store.select(query))
    me = entity.value
    return {
        fact: Said(fact, subject or me, relation, object_ or me, FACT, int(sources))
        for fact, subject, relation, object_, sources in rows
    }


def _claims(served: Served, entity: NamedNode) -> dict[str, Said]:
    # that it has a polarity tells a claim, at a tenth of what asking for its class costs
    query = f"""{PROLOGUE}SELECT ?claim ?subject ?relation ?object ?polarity ?modality ?stance {{
      {_ends("?claim", entity)}
      ?claim rdf:predicate ?relation ; kg:polarity ?polarity ; kg:modality ?modality .
      OPTIONAL {{ ?claim kg:holderStance ?stance }}
    }} LIMIT {MOST}"""
    gone = rejected(served)
    me = entity.value
    found = {}
    for claim, subject, relation, object_, *stance in sorted(
        tuple(map(value, row)) for row in served.store.select(query)
    ):
        if claim not in gone:
            standing = standing_of(*(WORDS.get(word, "") for word in stance))
            found[claim] = Said(claim, subject or me, relation, object_ or me, standing)
    return found


def _ends(node: str, entity: NamedNode) -> str:
    """A pattern: the node has the entity as one of its ends; the other end is bound."""
    return (
        f"{{ {node} rdf:subject {entity} ; rdf:object ?object }} UNION "
        f"{{ {node} rdf:object {entity} ; rdf:subject ?subject FILTER(?subject != {entity}) }}"
    )


def _pairs(source: Source, entity: NamedNode, relation: str) -> list[tuple[str, str]]:
    """Claims or facts of the entity, each with what a property leads to."""
    query = f"""{PROLOGUE}SELECT ?node ?other {{
      {{ ?node rdf:subject {entity} }} UNION {{ ?node rdf:object {entity} }} ?node {relation} ?other
    }} LIMIT {2 * MOST}"""
    return sorted({(value(node), value(other)) for node, other in source.select(query)})


def rejected(served: Served) -> frozenset[str]:
    """The claims that a person judged to be read wrongly."""
    query = f"{PROLOGUE}SELECT ?claim {{ ?judgement kg:verdict kg:Rejected ; kg:judges ?claim }}"
    return frozenset(value(claim) for (claim,) in served.store.select(query))


def symmetric(served: Served) -> frozenset[str]:
    """The relations that say the same in both directions."""
    query = f"{PROLOGUE}SELECT ?relation {{ ?relation a owl:SymmetricProperty }}"
    return frozenset(value(relation) for (relation,) in served.store.select(query))


__all__ = ["AFFIRMED", "FACT", "MOST", "About", "Said", "about", "rejected", "symmetric"]
