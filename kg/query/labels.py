"""Words for IRIs, as a person reads them: names, titles, relation labels, and for a fact or claim its three words."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kg.graph import PREFIXES
from kg.query.source import KG, PROLOGUE, Source, batches, local_name, value

_NAMES: Final = ("skos:prefLabel", "dcterms:title", "rdfs:label", "dcterms:identifier")
"""The properties that name things, the one to be preferred first."""

WORDS: Final[Mapping[str, str]] = {
    f"{KG}Affirmed": "affirmed",
    f"{KG}Negated": "denied",
    f"{KG}Actual": "actual",
    f"{KG}Possible": "possible",
    f"{KG}Asserts": "asserts",
    f"{KG}Denies": "denies",
    f"{KG}Alleges": "alleges",
    f"{KG}UnnamedSource": "unnamed source",
    f"{KG}Stated": "stated",
    f"{KG}Resolved": "resolved",
}
"""Words for the values of claims: short enough for a column."""

_KNOWN: Final = tuple(PREFIXES.values())
"""The vocabularies that we use, and Wikidata: there the last part of an IRI is a word or number of its own."""

_CAVEATS: Final = frozenset({f"{KG}Negated", f"{KG}Possible"})


def labels(source: Source, iris: Iterable[str]) -> dict[str, str]:
    """A label for every IRI given; the last part of the IRI, as words, where the store has none."""
    wanted = sorted(set(iris))
    found = _words(source, wanted)
    statements = _statements(source, [iri for iri in wanted if iri not in found])
    parts = sorted({part for parts, _ in statements.values() for part in parts} - set(found))
    found |= _words(source, parts)
    named = {iri: found.get(iri) or _humanised(iri) for iri in (*wanted, *parts)}
    for iri, (words, stance) in statements.items():
        named[iri] = " ".join((*stance, *(named.get(word) or found[word] for word in words)))
    return named


def _words(source: Source, iris: list[str]) -> dict[str, str]:
    """The names that the store gives, and our own words for values."""
    return _names(source, iris) | {iri: WORDS[iri] for iri in iris if iri in WORDS}


def _names(source: Source, iris: list[str]) -> dict[str, str]:
    best: dict[str, tuple[int, str]] = {}
    for block in batches(iris):
        # a pattern for each property: one with a variable there would have engines go through the whole store
        patterns = " UNION ".join(
            f"{{ VALUES ?node {{ {block} }} ?node {name} ?name BIND({rank} AS ?rank) }}"
            for rank, name in enumerate(_NAMES)
        )
        query = f'{PROLOGUE}SELECT DISTINCT ?node ?name ?rank WHERE {{ {patterns} FILTER(LANG(?name) IN ("", "en")) }}'
        for node, name, rank in source.select(query):
            ranked = (int(value(rank)), value(name))
            best[value(node)] = min(ranked, best.get(value(node), ranked))
    return {iri: name for iri, (_, name) in best.items()}


def _statements(source: Source, iris: list[str]) -> dict[str, tuple[list[str], list[str]]]:
    """Of those IRIs that are facts or claims: subject, relation and object, and what keeps a claim from being so."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for block in batches(iris):
        query = f"""{PROLOGUE}SELECT ?node ?subject ?relation ?object ?polarity ?modality WHERE {{
          VALUES ?node {{ {block} }}
          ?node rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
          OPTIONAL {{ ?node kg:polarity ?polarity }} OPTIONAL {{ ?node kg:modality ?modality }}
        }}"""
        for node, *terms in source.select(query):
            stance = [f"({WORDS[iri]})" for iri in map(value, terms[3:]) if iri in _CAVEATS]
            found[value(node)] = ([value(term) for term in terms[:3]], stance)
    return found


def _humanised(iri: str) -> str:
    """`…#worksFor` → "works for", `nif:Sentence` → "Sentence"; others, such as the address of a page, stay whole."""
    name = local_name(iri)
    if iri.startswith(KG):
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return name if name and iri.startswith(_KNOWN) else iri
