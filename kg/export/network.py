"""The store as a network for graph programs: entities as nodes, facts or claims as edges, with plain attributes.

Values are texts, numbers, yes or no, never lists; nodes and edges come one after the other, in an order of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from pyoxigraph import NamedNode, Triple

from kg.export.arrange import graph_blocks
from kg.graph import KG, Names, short_id, terms
from kg.graph.names import WD
from kg.graph.terms import value
from kg.query.labels import labels
from kg.query.source import PROLOGUE, batches, local_name
from kg.store import Store

Value = str | int | float | bool
_FACTS_AT_ONCE: Final = 200

NODE_COLUMNS: Final[dict[str, type[Value]]] = {
    "label": str,
    "class": str,
    "names": str,
    "wikidata": str,
    "named": bool,
    "mentions": int,
    "articles": int,
    "iri": str,
}
FACT_COLUMNS: Final[dict[str, type[Value]]] = {
    "label": str,
    "relation": str,
    "weight": int,
    "sources": int,
    "claims": int,
    "disputed": bool,
    "denials": int,
    "first_date": str,
    "last_date": str,
    "first_reported": str,
    "last_reported": str,
    "confidence": float,
    "symmetric": bool,
    "article": str,
    "claim": str,
    "evidence": str,
}
CLAIM_COLUMNS: Final[dict[str, type[Value]]] = {
    "label": str,
    "relation": str,
    "polarity": str,
    "modality": str,
    "holder": str,
    "holder_id": str,
    "stance": str,
    "reported_by": str,
    "date": str,
    "start_date": str,
    "end_date": str,
    "date_origin": str,
    "confidence": float,
    "rejected": bool,
    "symmetric": bool,
    "article": str,
    "title": str,
    "published": str,
    "outlet": str,
    "begin": int,
    "end": int,
    "evidence": str,
}


@dataclass(frozen=True, slots=True)
class Node:
    """An entity: what names it within the network, those attributes of `NODE_COLUMNS` that it has, and its other names."""

    key: str
    values: dict[str, Value]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A fact or a claim between two nodes, with attributes by `FACT_COLUMNS` or `CLAIM_COLUMNS`."""

    key: str
    source: str
    target: str
    values: dict[str, Value]


def entity_key(iri: str, names: Names) -> str:
    """What names an entity within an export: as `kg show` takes it, the whole IRI where it is another's.

    >>> entity_key("https://w3id.org/kg-populator/data/entity/rosa-marin", Names())
    'rosa-marin'
    """
    return iri.removeprefix(f"{names.base}entity/")


class Network:
    """The nodes and edges of a store.

    Args:
        without_text: leave out the words of the articles' sentences.
    """

    def __init__(self, store: Store, names: Names, *, without_text: bool = False) -> None:
        self.store = store
        self.names = names
        self.without_text = without_text
        self.relations = _Relations(store)

    def nodes(self) -> Iterator[Node]:
        """All entities: the named, then those of one article; two numbers are held in memory for each."""
        counts = self._counts()
        for block in graph_blocks(self.names.entities, self.store.quads(self.names.entities), self.names):
            iri = value(block[0].subject)
            yield self._node(iri, block, *counts.pop(iri, (0, 0)))
        for iri in sorted(counts):  # of articles that were written since the entities were derived
            yield self._node(iri, [], *counts[iri])

    def _counts(self) -> dict[str, tuple[int, int]]:
        """Mentions and articles of each entity."""
        mentions = {
            value(entity): int(value(count))
            for entity, count in self.store.select(
                f"{PROLOGUE}SELECT ?e (COUNT(*) AS ?n) {{ ?mention a kg:Mention ; itsrdf:taIdentRef ?e }} GROUP BY ?e"
            )
        }
        rows = self.store.select(
            f"{PROLOGUE}SELECT ?e (COUNT(*) AS ?n) {{ ?reading kg:readingOf ?e }} GROUP BY ?e"
        )
        return {value(e): (mentions.get(value(e), 0), int(value(count))) for e, count in rows}

    def _node(self, iri: str, block: list[Triple], mentions: int, articles: int) -> Node:
        told = Told(block)
        key = entity_key(iri, self.names)
        same = told.one(terms.SAME_AS)
        values: dict[str, Value] = {
            "label": told.one(terms.PREF_LABEL) or key,
            "class": local_name(told.one(terms.TYPE)),
            "names": "; ".join(told.all(terms.ALT_LABEL)),
            "wikidata": same.removeprefix(WD) if same.startswith(WD) else "",
            "named": not self.names.is_local(iri),
            "mentions": mentions,
            "articles": articles,
            "iri": iri,
        }
        return Node(key, _present(values), tuple(told.all(terms.ALT_LABEL)))

    def facts(self) -> Iterator[Edge]:
        """All facts, each once, in the order of their subjects; disputes that no claim affirms are none."""
        return (self._fact(told, supporting) for told, supporting in self.supported())

    def supported(self) -> Iterator[tuple["Told", list["Support"]]]:
        """The facts, each with the claims that support it, the surest first."""
        graph = self.names.facts
        blocks = (Told(block) for block in graph_blocks(graph, self.store.quads(graph), self.names))
        facts = (told for told in blocks if terms.FACT.value in told.all(terms.TYPE))
        while some := list(islice(facts, _FACTS_AT_ONCE)):
            claims = self._supporting(claim for told in some for claim in told.all(terms.SUPPORTED_BY))
            for told in some:
                supporting = [claims[iri] for iri in told.all(terms.SUPPORTED_BY) if iri in claims]
                yield told, sorted(supporting, key=lambda claim: (-claim.confidence, claim.iri))

    def _fact(self, told: "Told", supporting: list["Support"]) -> Edge:
        best = next(iter(supporting), None)
        dates = sorted(day for claim in supporting for day in claim.dates)
        reported = sorted(claim.published for claim in supporting if claim.published)
        relation = told.one(terms.PREDICATE)
        denials = len(told.all(terms.DISPUTED_BY))
        sources = int(told.one(terms.INDEPENDENT_SOURCES) or 0)
        values: dict[str, Value] = {
            **self.relations.columns(relation),
            "weight": sources,
            "sources": sources,
            "claims": len(told.all(terms.SUPPORTED_BY)),
            "disputed": bool(denials),
            "denials": denials,
            "first_date": dates[0] if dates else "",
            "last_date": dates[-1] if dates else "",
            "first_reported": reported[0] if reported else "",
            "last_reported": reported[-1] if reported else "",
        }
        if best is not None:
            values |= {"confidence": best.confidence, "article": best.article, "claim": short_id(best.iri)}
            values["evidence"] = "" if self.without_text else best.sentence
        return self._edge(told, values)

    def _supporting(self, claims: Iterable[str]) -> dict[str, "Support"]:
        found: dict[str, Support] = {}
        for block in batches(sorted(set(claims))):
            rows = self.store.select(f"""{PROLOGUE}
                SELECT ?claim ?confidence ?sentence ?identifier ?published ?date ?start ?end {{
                  VALUES ?claim {{ {block} }}
                  ?claim kg:confidence ?confidence ; kg:evidence/nif:anchorOf ?sentence ; prov:wasDerivedFrom ?article .
                  ?article dcterms:identifier ?identifier .
                  OPTIONAL {{ ?article dcterms:issued ?published }} OPTIONAL {{ ?claim kg:date ?date }}
                  OPTIONAL {{ ?claim kg:startDate ?start }} OPTIONAL {{ ?claim kg:endDate ?end }}
                }}""")
            for row in rows:
                iri, confidence, sentence, article, published, *dates = map(value, row)
                days = tuple(day for day in dates if day)
                found[iri] = Support(iri, float(confidence), _line(sentence), article, published, days)
        return found

    def claims(self) -> Iterator[Edge]:
        """All claims, article by article, in the order of the text."""
        rejected = {
            value(claim)
            for (claim,) in self.store.select(
                f"{PROLOGUE}SELECT ?claim {{ ?judgement kg:judges ?claim ; kg:verdict kg:Rejected }}"
            )
        }
        for graph in self.store.graphs():
            if self.names.is_article(graph.value):
                yield from self._of_article(graph, rejected)

    def _of_article(self, graph: NamedNode, rejected: set[str]) -> Iterator[Edge]:
        told = [Told(block) for block in graph_blocks(graph, self.store.quads(graph), self.names)]
        nodes = {one.iri: one for one in told}
        claims = [one for one in told if terms.CLAIM.value in one.all(terms.TYPE)]
        voices = {claim.one(by) for claim in claims for by in (terms.ATTRIBUTED_TO, terms.REPORTED_BY)}
        said_by = labels(self.store, voices - {""})
        for claim in claims:
            yield self._claim(claim, nodes, said_by, claim.iri in rejected)

    def _claim(
        self, claim: "Told", nodes: dict[str, "Told"], said_by: dict[str, str], rejected: bool
    ) -> Edge:
        article = nodes[claim.one(terms.WAS_DERIVED_FROM)]
        sentence = nodes[claim.one(terms.EVIDENCE)]
        holder = claim.one(terms.ATTRIBUTED_TO)
        values: dict[str, Value] = {
            **self.relations.columns(claim.one(terms.PREDICATE)),
            "polarity": local_name(claim.one(terms.POLARITY)),
            "modality": local_name(claim.one(terms.MODALITY)),
            "holder": said_by.get(holder, ""),
            "holder_id": "" if holder.startswith(KG) else entity_key(holder, self.names),
            "stance": local_name(claim.one(terms.HOLDER_STANCE)),
            "reported_by": said_by.get(claim.one(terms.REPORTED_BY), ""),
            "date": claim.one(terms.DATE),
            "start_date": claim.one(terms.START_DATE),
            "end_date": claim.one(terms.END_DATE),
            "date_origin": local_name(claim.one(terms.DATE_ORIGIN)),
            "confidence": float(claim.one(terms.CONFIDENCE) or 0),
            "rejected": rejected,
            "article": article.one(terms.IDENTIFIER),
            "title": article.one(terms.TITLE),
            "published": article.one(terms.ISSUED),
            "outlet": article.one(terms.PUBLISHER),
            "begin": int(sentence.one(terms.BEGIN_INDEX) or 0),
            "end": int(sentence.one(terms.END_INDEX) or 0),
            "evidence": "" if self.without_text else _line(sentence.one(terms.ANCHOR_OF)),
        }
        return self._edge(claim, values)

    def _edge(self, told: "Told", values: dict[str, Value]) -> Edge:
        source, target = (entity_key(told.one(end), self.names) for end in (terms.SUBJECT, terms.OBJECT))
        return Edge(local_name(told.iri), source, target, _present(values))


@dataclass(frozen=True, slots=True)
class Support:
    """What a claim lends to the fact that it supports; `dates` are all that it gives."""

    iri: str
    confidence: float
    sentence: str
    article: str
    published: str
    dates: tuple[str, ...]


class _Relations:
    """Words for relations, looked up once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.words: dict[str, str] = {}
        rows = store.select(f"{PROLOGUE}SELECT ?relation {{ ?relation a owl:SymmetricProperty }}")
        self.symmetric = {value(relation) for (relation,) in rows}

    def columns(self, iri: str) -> dict[str, Value]:
        if iri not in self.words:
            self.words |= labels(self.store, [iri])
        return {
            "label": self.words[iri],
            "relation": local_name(iri),
            "symmetric": iri in self.symmetric,
        }


class Told:
    """What the triples of one subject say."""

    def __init__(self, block: list[Triple]) -> None:
        self.iri = value(block[0].subject) if block else ""
        self.values: defaultdict[NamedNode, list[str]] = defaultdict(list)
        for triple in block:
            self.values[triple.predicate].append(value(triple.object))

    def all(self, predicate: NamedNode) -> list[str]:
        return self.values.get(predicate, [])

    def one(self, predicate: NamedNode) -> str:
        return next(iter(self.all(predicate)), "")


def _present(values: dict[str, Value]) -> dict[str, Value]:
    return {name: given for name, given in values.items() if given != ""}


def _line(text: str) -> str:
    return " ".join(text.split())
