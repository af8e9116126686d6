"""The names that a store knows of entities, articles and relations: few of them where an index has them, or all."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from kg.errors import QueryError
from kg.graph import PREFIXES, name_key
from kg.query import terms
from kg.query.source import PROLOGUE, Source, batches, local_name, value

_NO_SPACES: Final = re.compile(r"[^\s<>\"{}|^`\\]+")
_ITEM: Final = re.compile(r"Q[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing; rank 0 for its preferred name, 1 for the others."""

    iri: str
    text: str
    rank: int


Load = Callable[[Source, str], Iterable[Name]]
"""Names from the store, among which the one that was typed may be."""


def entity_names(source: Source, _: str = "") -> Iterator[Name]:
    """The names of all entities."""
    return _names_of(source, "")


def entities_called(source: Source, text: str) -> Iterator[Name]:
    """The names of the entities of which one name is compared alike, or whose IRI, key or item elsewhere this is."""
    key = terms.encoded(terms.literal(name_key(text)))
    rows = source.select(f"{PROLOGUE}SELECT DISTINCT ?entity {{ ?entity kg:nameKey {key} }}")
    iris = [value(entity) for (entity,) in rows] + _iris_meant(source, text)
    for block in batches(sorted(set(iris))):
        yield from _names_of(source, f"VALUES ?entity {{ {block} }}")


def entities_that_begin(source: Source, text: str) -> Iterator[Name]:
    """The names of the entities of which one name has words that begin like these."""
    words = [re.escape(word) for word in name_key(text).split()]
    if not words:
        return
    pattern = terms.encoded(terms.literal("(^| )" + "[^ ]* (.* )?".join(words)))
    rows = source.select(
        f"{PROLOGUE}SELECT DISTINCT ?entity {{ ?entity kg:nameKey ?key FILTER(REGEX(?key, {pattern})) }}"
    )
    for block in batches(sorted(value(entity) for (entity,) in rows)):
        yield from _names_of(source, f"VALUES ?entity {{ {block} }}")


def _iris_meant(source: Source, text: str) -> list[str]:
    """The IRIs that a text without spaces may stand for: itself, or a key under the base of the store's entities."""
    bare = text[1:-1] if text[0] + text[-1] in ("<>", "[]") else text
    if not _NO_SPACES.fullmatch(bare):
        return []
    if "://" in bare:
        with suppress(QueryError):
            return [terms.iri(bare).value]
        return []
    same = (
        f"{PROLOGUE}SELECT ?entity {{ VALUES ?item {{ <{PREFIXES['wd']}{bare}> }} ?entity owl:sameAs ?item }}"
    )
    found = [value(entity) for (entity,) in source.select(same)] if _ITEM.fullmatch(bare) else []
    for (entity,) in source.select(f"{PROLOGUE}SELECT ?entity {{ ?entity kg:nameKey ?key }} LIMIT 1"):
        with suppress(QueryError):
            found.append(terms.iri(f"{value(entity).partition('/entity/')[0]}/entity/{bare}").value)
    return found


def _names_of(source: Source, block: str) -> Iterator[Name]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?entity ?name ?rank WHERE {{
      {{ {block} ?entity skos:prefLabel ?name BIND(0 AS ?rank) }} UNION
      {{ {block} ?entity skos:altLabel ?name BIND(1 AS ?rank) }} UNION
      {{ {block} ?entity skos:prefLabel ?label ; owl:sameAs ?same BIND(STR(?same) AS ?name) BIND(2 AS ?rank) }}
      FILTER NOT EXISTS {{ ?entity a skos:Concept }}
    }}"""
    for entity, name, rank in source.select(query):
        same = value(rank) == "2"
        yield Name(
            value(entity), local_name(value(name)) if same else value(name), 1 if same else int(value(rank))
        )


def entity_description(source: Source, iris: list[str]) -> dict[str, str]:
    """Class, mentions and key of each, those with most mentions first."""
    found: dict[str, tuple[int, str]] = {}
    for block in batches(iris):
        query = f"""{PROLOGUE}SELECT ?entity (SAMPLE(?class) AS ?kind) (COUNT(DISTINCT ?mention) AS ?mentions) WHERE {{
          VALUES ?entity {{ {block} }} OPTIONAL {{ ?entity a ?class }} OPTIONAL {{ ?mention itsrdf:taIdentRef ?entity }}
        }} GROUP BY ?entity"""
        for entity, kind, mentions in source.select(query):
            found[value(entity)] = (int(value(mentions)), local_name(value(kind)))
    ordered = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    return {
        iri: f"{kind.lower() or 'no class'}, {count} mention{'' if count == 1 else 's'}, [{key(iri)}]"
        for iri, (count, kind) in ordered
    }


def key(iri: str) -> str:
    for folder in ("/entity/", "/article/"):
        if folder in iri:
            return iri.partition(folder)[2]
    return iri


def article_names(source: Source, _: str = "") -> Iterator[Name]:
    """The identifiers, titles and addresses of all articles."""
    return _articles(source, "")


def articles_called(source: Source, text: str) -> Iterator[Name]:
    """Those of the articles with just this identifier, or just this title."""
    words = terms.encoded(terms.literal(text))
    for pattern in (f"?article dcterms:identifier {words} .", f"?article dcterms:title {words} ."):
        if found := list(_articles(source, pattern)):
            return iter(found)
    return iter(())


def _articles(source: Source, pattern: str) -> Iterator[Name]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?article ?identifier ?title ?address WHERE {{
      {pattern} ?article a kg:Article ; dcterms:identifier ?identifier .
      OPTIONAL {{ ?article dcterms:title ?title }} OPTIONAL {{ ?article dcterms:source ?address }}
    }}"""
    for article, identifier, title, address in source.select(query):
        yield Name(value(article), value(identifier), 0)
        for other in (title, address):
            if other is not None:
                yield Name(value(article), value(other), 1)


def article_description(source: Source, iris: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in batches(iris):
        query = f"""{PROLOGUE}SELECT ?article ?title ?issued WHERE {{
          VALUES ?article {{ {block} }}
          OPTIONAL {{ ?article dcterms:title ?title }} OPTIONAL {{ ?article dcterms:issued ?issued }}
        }} ORDER BY ?article"""
        for article, title, issued in source.select(query):
            words = [value(term) for term in (title, issued) if term is not None]
            found.setdefault(value(article), ", ".join([*words, f"[{key(value(article))}]"]))
    return found


def known_relations(source: Source, _: str = "") -> Iterator[Name]:
    """The names of the relations of the store's ontology."""
    return _relations(source, "?relation a owl:ObjectProperty FILTER EXISTS { ?relation kg:frame ?frame }")


def relation_names(source: Source, _: str = "") -> Iterator[Name]:
    """The names of those relations, and of others that claims have."""
    return _relations(
        source,
        """{ SELECT DISTINCT ?relation WHERE {
        { ?claim a kg:Claim ; rdf:predicate ?relation } UNION { ?relation a owl:ObjectProperty ; kg:frame ?frame }
      } }""",
    )


def _relations(source: Source, pattern: str) -> Iterator[Name]:
    query = f"{PROLOGUE}SELECT DISTINCT ?relation ?label WHERE {{ {pattern} OPTIONAL {{ ?relation rdfs:label ?label }} }}"
    for relation, label in source.select(query):
        name = local_name(value(relation))
        yield Name(value(relation), name, 0)
        yield Name(value(relation), re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name), 1)
        if label is not None:
            yield Name(value(relation), value(label), 1)
