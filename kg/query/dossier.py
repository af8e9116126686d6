"""All that a store holds of one entity, arranged for a reader."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from kg.query.evidence import Evidence, evidence
from kg.query.labels import labels
from kg.query.source import KG, PROLOGUE, Source, local_name, value

ROLES: Final = frozenset(
    {
        "leads",
        "worksFor",
        "memberOf",
        "citizenOf",
        "partOf",
        "locatedIn",
        "founded",
        "representedBy",
        "relativeOf",
    }
)
"""Relations that say what somebody is, rather than what they did."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation between the entity and another, as a fact or as claims of one stance.

    Attributes:
        relation: local name.
        outgoing: the entity is the subject.
        fact: at least one claim makes it a fact; its other claims of the same words stand here too.
        sources: articles that make the claim; a copy does not count beside its original.
        disputed: claims that deny it, where it is a fact.
    """

    subject: str
    relation: str
    label: str
    object: str
    outgoing: bool
    fact: bool
    sources: int
    evidence: tuple[Evidence, ...]
    disputed: tuple[Evidence, ...] = ()

    @property
    def is_role(self) -> bool:
        """Whether it says what somebody is."""
        return self.relation in ROLES

    @property
    def words(self) -> str:
        """Subject, relation and object."""
        return f"{self.subject} {self.label} {self.object}"


@dataclass(frozen=True, slots=True)
class Appearance:
    """An article that mentions the entity."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    mentions: int
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One entity.

    Attributes:
        statements: facts first, by relation, those with most sources first.
        said: claims that are attributed to the entity, by article and place.
        appearances: those with most mentions first.
    """

    iri: str
    name: str
    classes: tuple[str, ...]
    other_names: tuple[str, ...]
    same_as: tuple[str, ...]
    statements: tuple[Statement, ...]
    said: tuple[Evidence, ...]
    appearances: tuple[Appearance, ...]

    @property
    def mentions(self) -> int:
        """How often articles mention it, copies left out."""
        return sum(each.mentions for each in self.appearances if each.copy_of is None)


def dossier(source: Source, entity: NamedNode) -> Dossier:
    """What the store holds of the entity."""
    described: dict[str, set[str]] = {}
    query = f"""{PROLOGUE}SELECT ?property ?value WHERE {{
      VALUES ?property {{ rdf:type skos:prefLabel skos:altLabel owl:sameAs }} {entity} ?property ?value
    }}"""
    for kind, term in source.select(query):
        described.setdefault(local_name(value(kind)), set()).add(value(term))
    names = sorted(described.get("prefLabel", ())) or [local_name(entity.value)]
    return Dossier(
        iri=entity.value,
        name=names[0],
        classes=tuple(sorted(local_name(iri) for iri in described.get("type", ()) if iri.startswith(KG))),
        other_names=tuple(sorted(described.get("altLabel", set()) - {names[0]})),
        same_as=tuple(sorted(described.get("sameAs", ()))),
        statements=_statements(source, entity),
        said=_said(source, entity),
        appearances=_appearances(source, entity),
    )


def _statements(source: Source, entity: NamedNode) -> tuple[Statement, ...]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?claim ?subject ?relation ?object ?fact ?against WHERE {{
      {{ ?claim rdf:subject {entity} }} UNION {{ ?claim rdf:object {entity} }}
      ?claim a kg:Claim ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
      FILTER NOT EXISTS {{ ?judgement kg:judges ?claim ; kg:verdict kg:Rejected }}
      OPTIONAL {{ ?fact kg:supportedBy ?claim }}
      OPTIONAL {{ ?against kg:disputedBy ?claim }}
    }}"""
    rows = [[value(term) for term in row] for row in source.select(query)]
    words = labels(source, {relation for _, _, relation, *_ in rows})
    read = _read(source, {claim for claim, *_ in rows})
    denials: dict[str, list[Evidence]] = {}
    groups: dict[tuple[str, ...], tuple[str, bool, list[Evidence]]] = {}
    for claim, subject, relation, _, fact, against in rows:
        if claim not in read:
            continue
        item = read[claim]
        if against:
            denials.setdefault(against, []).append(item)
        key = (fact,) if fact else (relation, item.subject, item.object, item.polarity, item.modality)
        groups.setdefault(key, (relation, subject == entity.value, []))[2].append(item)
    found = [
        _statement(relation, words[relation], outgoing, key[0] if len(key) == 1 else "", items, denials)
        for key, (relation, outgoing, items) in groups.items()
    ]
    return tuple(sorted(found, key=_importance))


def _statement(
    relation: str,
    label: str,
    outgoing: bool,
    fact: str,
    items: list[Evidence],
    denials: dict[str, list[Evidence]],
) -> Statement:
    items.sort(key=lambda item: (item.published or "9999", item.article, item.begin, item.claim))
    return Statement(
        subject=items[0].subject,
        relation=local_name(relation),
        label=label,
        object=items[0].object,
        outgoing=outgoing,
        fact=bool(fact),
        sources=len({item.copy_of or item.article for item in items}),
        evidence=tuple(items),
        disputed=tuple(denials.get(fact, ())) if fact else (),
    )


def _importance(statement: Statement) -> tuple[object, ...]:
    first = statement.evidence[0]
    return (
        not statement.fact,
        statement.relation,
        not statement.outgoing,
        -statement.sources,
        statement.words,
        first.stance,
        first.claim,
    )


def _said(source: Source, entity: NamedNode) -> tuple[Evidence, ...]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?claim WHERE {{
      {{ ?claim kg:attributedTo {entity} }} UNION {{ ?claim kg:reportedBy {entity} }}
      FILTER NOT EXISTS {{ ?judgement kg:judges ?claim ; kg:verdict kg:Rejected }}
    }}"""
    read = _read(source, (value(claim) for (claim,) in source.select(query)))
    return tuple(sorted(read.values(), key=lambda e: (e.published or "9999", e.article, e.begin, e.claim)))


def _read(source: Source, claims: Iterable[str]) -> dict[str, Evidence]:
    return {claim: items[0] for claim, items in evidence(source, claims).items()}


def _appearances(source: Source, entity: NamedNode) -> tuple[Appearance, ...]:
    query = f"""{PROLOGUE}SELECT ?mention ?identifier ?title ?outlet ?published ?original WHERE {{
      ?mention a kg:Mention ; itsrdf:taIdentRef {entity} ; prov:wasDerivedFrom ?article .
      ?article dcterms:identifier ?identifier .
      OPTIONAL {{ ?article dcterms:title ?title }} OPTIONAL {{ ?article dcterms:publisher ?outlet }}
      OPTIONAL {{ ?article dcterms:issued ?published }}
      OPTIONAL {{ ?article kg:duplicateOf ?first . ?first dcterms:identifier ?original }}
    }}"""
    mentions: Counter[tuple[str, ...]] = Counter()
    seen: set[str] = set()
    for mention, *article in source.select(query):
        if value(mention) not in seen:
            seen.add(value(mention))
            mentions[tuple(value(term) for term in article)] += 1
    ordered = sorted(mentions.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        Appearance(identifier, title or None, outlet or None, published or None, count, original or None)
        for (identifier, title, outlet, published, original), count in ordered
    )
