"""What a store holds, counted."""

from dataclasses import dataclass
from typing import Final

from kg.graph import KG
from kg.graph.names import DCTERMS, RDF
from kg.graph.terms import value
from kg.store import Store

_COUNTS: Final = {
    "articles": f"?x a <{KG}Article>",
    "mentions": f"?x a <{KG}Mention>",
    "claims": f"?x a <{KG}Claim>",
    "facts": f"?x a <{KG}Fact>",
    "copies": f"?x <{KG}duplicateOf> ?original",
    "copies in part": f"?x <{KG}copyOf> ?original FILTER NOT EXISTS {{ ?x <{KG}duplicateOf> ?first }}",
}
_GROUPS: Final = {
    "entities": f"?x a ?group VALUES ?group {{ <{KG}Person> <{KG}Organization> <{KG}Country> <{KG}Place> }}",
    "polarity": f"?x a <{KG}Claim> ; <{KG}polarity> ?group",
    "modality": f"?x a <{KG}Claim> ; <{KG}modality> ?group",
    "relations": f"?x a <{KG}Claim> ; <{RDF}predicate> ?group",
    "outlets": f"?x a <{KG}Article> ; <{DCTERMS}publisher> ?group",
}


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of what a store holds.

    Attributes:
        totals: articles, mentions, claims, facts, copies, and articles that copy part of another.
        groups: entities by class, claims by polarity, modality and relation, articles by outlet; most frequent first.
        first, last: publication dates of the oldest and the newest article.
    """

    totals: dict[str, int]
    groups: dict[str, dict[str, int]]
    first: str | None
    last: str | None


def statistics(store: Store) -> Statistics:
    """Count what the store holds."""
    totals = {name: _count(store, pattern) for name, pattern in _COUNTS.items()}
    groups = {name: _groups(store, pattern) for name, pattern in _GROUPS.items()}
    rows = store.select(f"SELECT DISTINCT ?date {{ ?x a <{KG}Article> ; <{DCTERMS}issued> ?date }}")
    dates = sorted(value(date) for (date,) in rows)
    return Statistics(totals, groups, dates[0] if dates else None, dates[-1] if dates else None)


def _count(store: Store, pattern: str) -> int:
    ((count,),) = store.select(f"SELECT (COUNT(DISTINCT ?x) AS ?count) {{ {pattern} }}")
    return int(value(count))


def _groups(store: Store, pattern: str) -> dict[str, int]:
    rows = store.select(f"SELECT ?group (COUNT(DISTINCT ?x) AS ?count) {{ {pattern} }} GROUP BY ?group")
    counts = [(value(group).rpartition("#")[2], int(value(count))) for group, count in rows]
    return dict(sorted(counts, key=lambda pair: (-pair[1], pair[0])))
