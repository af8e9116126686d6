"""Who claims what: the holders of claims, as entities."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.query.evidence import Evidence
from kg.query.source import KG, PROLOGUE, Source, batches, local_name, value


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who claims something.

    Attributes:
        iri: None for sources without a name.
        kind: class, as a word; "" where there is none.
        claims: in the order of the articles.
    """

    iri: str | None
    name: str
    kind: str
    claims: tuple[Evidence, ...]


def holders(source: Source, items: Iterable[Evidence]) -> tuple[Holder, ...]:
    """The holders of these claims, those with most claims first; the articles' own voices are left out."""
    attributed = {item.claim: item for item in items if item.holder}
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for block in batches(sorted(attributed)):
        query = f"""{PROLOGUE}SELECT DISTINCT ?claim ?holder ?kind WHERE {{
          VALUES ?claim {{ {block} }} ?claim kg:attributedTo ?holder OPTIONAL {{ ?holder a ?kind }}
        }} ORDER BY ?claim ?holder ?kind"""
        for claim, holder, kind in source.select(query):
            item = attributed[value(claim)]
            if item not in found[value(holder)]:
                found[value(holder)].append(item)
            if value(kind).startswith(KG) and value(holder) != f"{KG}UnnamedSource":
                kinds.setdefault(value(holder), local_name(value(kind)).lower())
    listed = [
        Holder(
            iri=None if iri == f"{KG}UnnamedSource" else iri,
            name=claims[0].holder or "",
            kind=kinds.get(iri, ""),
            claims=tuple(sorted(claims, key=lambda e: (e.published or "9999", e.article, e.begin, e.claim))),
        )
        for iri, claims in found.items()
    ]
    return tuple(sorted(listed, key=lambda each: (-len(each.claims), each.name, each.iri or "")))
