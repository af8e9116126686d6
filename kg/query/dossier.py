"""All that a store holds of one entity, arranged for a reader."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.model import Judgement
from kg.query.evidence import Evidence, evidence
from kg.query.holders import Holder, holders
from kg.query.judged import judgements_about
from kg.query.labels import labels
from kg.query.namesakes import Namesake, namesakes
from kg.query.roles import ROLES, interval, period
from kg.query.source import KG, PROLOGUE, Source, local_name, value
from kg.query.topics import topic


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation between the entity and another, as a fact or as claims of one stance.

    Attributes:
        relation: local name.
        topic: what the relation is about.
        outgoing: the entity is the subject.
        fact: at least one claim makes it a fact; its other claims of the same words stand here too.
        sources: articles that make the claim, of a fact those that assert it; a copy does not count beside its original.
        since, until: the earliest and the latest date that claims give.
        interval: since when and until when it holds, in words, where claims say that.
        disputed: claims that deny it, where it is a fact.
    """

    subject: str
    relation: str
    topic: str
    label: str
    object: str
    outgoing: bool
    fact: bool
    sources: int
    since: str | None
    until: str | None
    evidence: tuple[Evidence, ...]
    disputed: tuple[Evidence, ...] = ()
    interval: str = ""

    @property
    def is_role(self) -> bool:
        """Whether it says what somebody is."""
        return self.relation in ROLES

    @property
    def words(self) -> str:
        """Subject, relation and object."""
        return f"{self.subject} {self.label} {self.object}"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A statement that somebody denies, with both sides.

    Attributes:
        pro: claims that it is or may be so; none where it is only denied.
        contra: claims that it is not so.
    """

    words: str
    pro: tuple[Evidence, ...]
    contra: tuple[Evidence, ...]


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
        disputes: what is denied, those with most claims on both sides first.
        said: claims that are attributed to the entity, by article and place.
        holders: who else claims something about the entity.
        appearances: those with most mentions first.
        judgements: what people decided about it, the oldest first.
        namesakes: other entities that share a name with it, and that nobody has compared with it yet.
    """

    iri: str
    name: str
    classes: tuple[str, ...]
    other_names: tuple[str, ...]
    same_as: tuple[str, ...]
    statements: tuple[Statement, ...]
    disputes: tuple[Dispute, ...]
    said: tuple[Evidence, ...]
    holders: tuple[Holder, ...]
    appearances: tuple[Appearance, ...]
    judgements: tuple[Judgement, ...]
    namesakes: tuple[Namesake, ...]

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
    others = sorted(described.get("altLabel", set()) - {names[0]})
    statements = _statements(source, entity)
    about = [item for each in statements for item in each.evidence if item.holder != names[0]]
    judged = judgements_about(source, entity)
    compared = {iri for each in judged for iri in (each.first, each.second)}
    return Dossier(
        iri=entity.value,
        name=names[0],
        classes=tuple(sorted(local_name(iri) for iri in described.get("type", ()) if iri.startswith(KG))),
        other_names=tuple(others),
        same_as=tuple(sorted(described.get("sameAs", ()))),
        statements=statements,
        disputes=_disputes(statements),
        said=_said(source, entity),
        holders=holders(source, about),
        appearances=_appearances(source, entity),
        judgements=judged,
        namesakes=tuple(
            each for each in namesakes(source, entity, (names[0], *others)) if each.iri not in compared
        ),
    )


def _statements(source: Source, entity: NamedNode) -> tuple[Statement, ...]:
    # the whole pattern on either side: engines would join the two with all claims of the store
    claim = "a kg:Claim ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object"
    query = f"""{PROLOGUE}SELECT DISTINCT ?claim ?subject ?relation ?object ?fact ?against WHERE {{
      {{ ?claim rdf:subject {entity} ; {claim} }} UNION {{ ?claim rdf:object {entity} ; {claim} }}
      FILTER NOT EXISTS {{ ?judgement kg:judges ?claim ; kg:verdict kg:Rejected }}
      OPTIONAL {{ ?fact kg:supportedBy|kg:allegedBy ?claim FILTER EXISTS {{ ?fact a kg:Fact }} }}
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
    since, until = period(items)
    return Statement(
        subject=items[0].subject,
        relation=local_name(relation),
        topic=topic(local_name(relation)),
        label=label,
        object=items[0].object,
        outgoing=outgoing,
        fact=bool(fact),
        sources=len({item.copy_of or item.article for item in items if not (fact and item.kind)}),
        since=since,
        until=until,
        evidence=tuple(items),
        disputed=tuple(denials.get(fact, ())) if fact else (),
        interval=interval(items),
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


def _disputes(statements: Iterable[Statement]) -> tuple[Dispute, ...]:
    """What is denied: facts with the claims against them, and what is no fact with what holds it possible."""
    listed = list(statements)
    denied: dict[str, list[Evidence]] = {}
    for each in listed:
        against = each.disputed if each.fact else [e for e in each.evidence if e.polarity == "denied"]
        if against:
            denied.setdefault(each.words, []).extend(against)
    found = [
        Dispute(
            words,
            tuple(e for s in listed if s.words == words for e in s.evidence if e.polarity != "denied"),
            tuple({item.claim: item for item in contra}.values()),
        )
        for words, contra in denied.items()
    ]
    return tuple(
        sorted(found, key=lambda each: (not each.pro, -len(each.pro) - len(each.contra), each.words))
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
