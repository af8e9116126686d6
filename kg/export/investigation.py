"""Entities of FollowTheMoney, one a line of JSON, as Aleph and OpenSanctions' tools read them.

A relation becomes the schema that means the same, where both ends are of the kinds that it is for; else `UnknownLink`, which
says the relation as its role.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, Final

from pyoxigraph import NamedNode

from kg.export.network import Network, Support, Told
from kg.graph import KG, Names, short_id, terms
from kg.graph.names import short_hash
from kg.graph.terms import value
from kg.query.labels import labels
from kg.query.source import PROLOGUE, batches, local_name
from kg.store import Store, stored_articles

_FACTS_AT_ONCE: Final = 200
_PEOPLE: Final = frozenset({"Person"})
_BODIES: Final = frozenset({"Organization", "PublicBody"})
_PARTIES: Final = _PEOPLE | _BODIES

_SCHEMATA: Final = {
    "Person": "Person",
    "Organization": "Organization",
    "Country": "PublicBody",
    "Place": "Address",
}
"""A country acts as a state does; what is only a place is an address."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A schema of edges: the properties for subject and object, what each may be, and where the relation is told."""

    schema: str
    subject: str
    object: str
    subjects: frozenset[str]
    objects: frozenset[str]
    told: str = "role"


_UNKNOWN: Final = _Kind("UnknownLink", "subject", "object", frozenset(), frozenset())
_KINDS: Final = {
    "worksFor": _Kind("Employment", "employee", "employer", _PEOPLE, _BODIES),
    "memberOf": _Kind("Membership", "member", "organization", _PARTIES, _BODIES),
    "leads": _Kind("Directorship", "director", "organization", _PARTIES, _BODIES),
    "representedBy": _Kind("Representation", "client", "agent", _PARTIES, _PARTIES),
    "succeeded": _Kind("Succession", "successor", "predecessor", _PARTIES, _PARTIES),
    "relativeOf": _Kind("Family", "person", "relative", _PEOPLE, _PEOPLE, "relationship"),
    "alliedWith": _Kind("Associate", "person", "associate", _PEOPLE, _PEOPLE, "relationship"),
}

Entity = dict[str, object]


def write_ftm(store: Store, out: BinaryIO, *, names: Names | None = None, without_text: bool = False) -> None:
    """Write entities, articles, and facts with the articles as their proof; what is only claimed is no fact.

    Args:
        without_text: leave out the articles' texts and sentences.
    """
    writer = _Writer(store, names or Names(), without_text)
    for entity in writer.entities():
        out.write(json.dumps(entity, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n")


class _Writer:
    def __init__(self, store: Store, names: Names, without_text: bool) -> None:
        self.store = store
        self.names = names
        self.without_text = without_text
        self.words: dict[str, str] = {}

    def entities(self) -> Iterator[Entity]:
        network = Network(self.store, self.names, without_text=self.without_text)
        for node in network.nodes():
            told = node.values
            properties: dict[str, Iterable[object]] = {
                "name": [told["label"]],
                "alias": node.others,
                "wikidataId": [told.get("wikidata", "")],
            }
            schema = _SCHEMATA.get(str(told.get("class")), "LegalEntity")
            yield _entity(_id(str(told["iri"])), schema, properties)
        for article in stored_articles(self.store, self.names).values():
            yield self._article(article.graph)
        yield from self._facts(network)

    def _article(self, graph: NamedNode) -> Entity:
        rows = self.store.select(
            f"SELECT ?predicate ?told {{ GRAPH {graph} {{ {graph} ?predicate ?told }} }}"
        )
        told = {value(predicate): value(word) for predicate, word in rows}

        def one(predicate: NamedNode) -> list[object]:
            return [told.get(predicate.value, "")]

        source = told.get(terms.SOURCE.value, "")
        properties: dict[str, Iterable[object]] = {
            "title": one(terms.TITLE) if told.get(terms.TITLE.value) else one(terms.IDENTIFIER),
            "fileName": one(terms.IDENTIFIER),
            "author": one(terms.CREATOR),
            "publisher": one(terms.PUBLISHER),
            "publishedAt": one(terms.ISSUED),
            "sourceUrl": [source if source.startswith(("http://", "https://")) else ""],
            "language": ["eng"],
            "bodyText": [] if self.without_text else one(terms.IS_STRING),
        }
        return _entity(_id(graph.value), "Article", properties)

    def _facts(self, network: Network) -> Iterator[Entity]:
        facts = network.supported()
        while some := list(islice(facts, _FACTS_AT_ONCE)):
            ends = {told.one(end) for told, _ in some for end in (terms.SUBJECT, terms.OBJECT)}
            classes = self._classes(ends)
            yield from (self._fact(told, supporting, classes) for told, supporting in some)

    def _fact(self, told: Told, supporting: list[Support], classes: dict[str, str]) -> Entity:
        subject, relation, object_ = (
            told.one(each) for each in (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)
        )
        kind = _KINDS.get(local_name(relation), _UNKNOWN) if relation.startswith(KG) else _UNKNOWN
        if classes[subject] not in kind.subjects or classes[object_] not in kind.objects:
            kind = _UNKNOWN
        if relation not in self.words:
            self.words |= labels(self.store, [relation])
        denials = len(told.all(terms.DISPUTED_BY))
        properties: dict[str, Iterable[object]] = {
            kind.subject: [_id(subject)],
            kind.object: [_id(object_)],
            kind.told: [self.words[relation]],
            "recordId": [short_id(told.iri)],
            "date": sorted({day for claim in supporting for day in claim.dates}),
            "proof": sorted({_id(self.names.article(claim.article).value) for claim in supporting}),
            "summary": [claim.sentence for claim in supporting[:1] if not self.without_text],
            "description": [f"disputed: {denials} claims deny it"] if denials else [],
        }
        return _entity(_id(told.iri), kind.schema, properties)

    def _classes(self, iris: Iterable[str]) -> dict[str, str]:
        """The schema of each entity."""
        found = dict.fromkeys(iris, "LegalEntity")
        for block in batches(sorted(found)):
            for entity, kind in self.store.select(
                f"{PROLOGUE}SELECT ?e ?kind {{ VALUES ?e {{ {block} }} GRAPH {self.names.entities} {{ ?e a ?kind }} }}"
            ):
                found[value(entity)] = _SCHEMATA.get(local_name(value(kind)), "LegalEntity")
        return found


def _id(iri: str) -> str:
    """An ID without signs that file names and addresses give a meaning to, the same in every export."""
    return f"kg-{short_hash([iri])}"


def _entity(identifier: str, schema: str, properties: dict[str, Iterable[object]]) -> Entity:
    """Without the properties that have no value."""
    given = {name: [str(each) for each in values if each] for name, values in properties.items()}
    return {
        "id": identifier,
        "schema": schema,
        "properties": {name: values for name, values in given.items() if values},
    }
