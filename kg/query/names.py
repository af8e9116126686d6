"""From what a user types to what the store knows: entities, articles and relations by their names."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii
from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from kg.errors import QueryError
from kg.query import terms
from kg.query.source import PROLOGUE, Source, batches, local_name, value

_SHOWN: Final = 8
_NEAR: Final = 72


@dataclass(frozen=True, slots=True)
class Match:
    """What a name was taken for.

    Attributes:
        exact: the user gave a whole name of it, or its IRI; else only beginnings of words.
    """

    iri: NamedNode
    name: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of one thing; rank 0 for its preferred name, 1 for the others."""

    iri: str
    text: str
    rank: int


def folded(name: str) -> str:
    """A name as it is compared: without case, accents, punctuation and leading "the".

    >>> folded("The O.A.S."), folded("Nicolás Maduro"), folded("Łukasz-Żak")
    ('oas', 'nicolas maduro', 'lukasz zak')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"[.'’ʼ`´]", "", anyascii(plain).casefold())
    words = re.sub(r"[\W_]+", " ", plain).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def find_entity(source: Source, text: str) -> Match:
    """The entity called so: by IRI, key, Wikidata id, whole name, or beginnings of words.

    Raises:
        QueryError: none or several are; the message lists what was near.
    """
    return _find(source, text, "entity", _entity_names, _entity_description)


def find_article(source: Source, text: str) -> Match:
    """The article with this identifier, title or address, or one that begins so.

    Raises:
        QueryError: none or several have.
    """
    return _find(source, text, "article", _article_names, _article_description)


def find_relation(source: Source, text: str) -> Match:
    """The relation of this name or label, among those of the store's ontology and claims.

    Raises:
        QueryError: none or several are called so.
    """
    return _find(
        source, text, "relation", _relation_names, lambda _, iris: {iri: local_name(iri) for iri in iris}
    )


def _find(
    source: Source,
    text: str,
    what: str,
    load: Callable[[Source], Iterable[_Name]],
    describe: Callable[[Source, list[str]], dict[str, str]],
) -> Match:
    wanted = text.strip()
    if not wanted:
        raise QueryError(f"the name of the {what} is empty")
    names = list(load(source))
    if not names:
        raise QueryError(f"there is no {what} in this store; fill it with: kg populate INPUT")
    if (match := _by_iri(wanted, names)) is not None:
        return match
    key = folded(wanted)
    keyed = [(name, folded(name.text)) for name in names]
    exact = [name for name, form in keyed if form == key] if key else []
    for found in (
        {name.iri for name in exact if name.rank == 0},
        {name.iri for name in exact},
        {name.iri for name, form in keyed if key and _begins(key.split(), form.split())},
    ):
        if len(found) == 1:
            iri = next(iter(found))
            return Match(NamedNode(iri), _preferred(iri, names), exact=bool(exact))
        if found:
            raise _ambiguous(source, wanted, what, sorted(found), names, describe)
    if re.match(r"<|[a-z]+://", wanted):
        raise QueryError(f"the store knows nothing of {terms.iri(wanted)}")
    raise _unknown(source, wanted, what, keyed, describe)


def _by_iri(text: str, names: list[_Name]) -> Match | None:
    bare = text[1:-1] if text[0] + text[-1] in ("<>", "[]") else text
    for name in names:
        if name.iri == bare or name.iri.endswith((f"/entity/{bare}", f"/article/{bare}")):
            return Match(NamedNode(name.iri), _preferred(name.iri, names))
    return None


def _begins(wanted: list[str], words: list[str]) -> bool:
    """Whether each wanted word begins a word of the name, in the same order."""
    rest = iter(words)
    return all(any(word.startswith(want) for word in rest) for want in wanted)


def _preferred(iri: str, names: list[_Name]) -> str:
    own = [name for name in names if name.iri == iri]
    return min(own, key=lambda name: (name.rank, name.text)).text if own else local_name(iri)


def _ambiguous(
    source: Source,
    text: str,
    what: str,
    iris: list[str],
    names: list[_Name],
    describe: Callable[[Source, list[str]], dict[str, str]],
) -> QueryError:
    lines = _listed(source, iris, names, describe)
    many = "an" if what[0] in "aeiou" else "a"
    return QueryError(
        f"{text!r} may be {len(iris)} things; give a fuller name, or {many} {what}'s key, "
        f"which stands in brackets here:\n{lines}"
    )


def _unknown(
    source: Source,
    text: str,
    what: str,
    keyed: list[tuple[_Name, str]],
    describe: Callable[[Source, list[str]], dict[str, str]],
) -> QueryError:
    forms = [form for _, form in keyed]
    near = process.extract(folded(text), forms, scorer=fuzz.WRatio, limit=40, score_cutoff=_NEAR)
    iris = list(dict.fromkeys(keyed[place][0].iri for _, _, place in near))[:5]
    if not iris:
        return QueryError(f"no {what} of this store is called {text!r}, nor anything like it")
    lines = _listed(source, iris, [name for name, _ in keyed], describe)
    return QueryError(f"no {what} of this store is called {text!r}; did you mean\n{lines}")


def _listed(
    source: Source,
    iris: list[str],
    names: list[_Name],
    describe: Callable[[Source, list[str]], dict[str, str]],
) -> str:
    """A line each, as `describe` orders them, and how many were left out."""
    described = describe(source, iris)
    lines = [f"  {_preferred(iri, names)}  ({words})" for iri, words in list(described.items())[:_SHOWN]]
    if len(described) > _SHOWN:
        lines.append(f"  … and {len(described) - _SHOWN} more")
    return "\n".join(lines)


def _entity_names(source: Source) -> Iterator[_Name]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?entity ?name ?rank WHERE {{
      {{ ?entity skos:prefLabel ?name BIND(0 AS ?rank) }} UNION
      {{ ?entity skos:altLabel ?name BIND(1 AS ?rank) }} UNION
      {{ ?entity skos:prefLabel ?label ; owl:sameAs ?same BIND(STR(?same) AS ?name) BIND(2 AS ?rank) }}
      FILTER NOT EXISTS {{ ?entity a skos:Concept }}
    }}"""
    for entity, name, rank in source.select(query):
        same = value(rank) == "2"
        yield _Name(
            value(entity), local_name(value(name)) if same else value(name), 1 if same else int(value(rank))
        )


def _entity_description(source: Source, iris: list[str]) -> dict[str, str]:
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
        iri: f"{kind.lower() or 'no class'}, {count} mention{'' if count == 1 else 's'}, [{_key(iri)}]"
        for iri, (count, kind) in ordered
    }


def _key(iri: str) -> str:
    for folder in ("/entity/", "/article/"):
        if folder in iri:
            return iri.partition(folder)[2]
    return iri


def _article_names(source: Source) -> Iterator[_Name]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?article ?identifier ?title ?address WHERE {{
      ?article a kg:Article ; dcterms:identifier ?identifier .
      OPTIONAL {{ ?article dcterms:title ?title }} OPTIONAL {{ ?article dcterms:source ?address }}
    }}"""
    for article, identifier, title, address in source.select(query):
        yield _Name(value(article), value(identifier), 0)
        for other in (title, address):
            if other is not None:
                yield _Name(value(article), value(other), 1)


def _article_description(source: Source, iris: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in batches(iris):
        query = f"""{PROLOGUE}SELECT ?article ?title ?issued WHERE {{
          VALUES ?article {{ {block} }}
          OPTIONAL {{ ?article dcterms:title ?title }} OPTIONAL {{ ?article dcterms:issued ?issued }}
        }} ORDER BY ?article"""
        for article, title, issued in source.select(query):
            words = [value(term) for term in (title, issued) if term is not None]
            found.setdefault(value(article), ", ".join([*words, f"[{_key(value(article))}]"]))
    return found


def _relation_names(source: Source) -> Iterator[_Name]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?relation ?label WHERE {{
      {{ SELECT DISTINCT ?relation WHERE {{
        {{ ?claim a kg:Claim ; rdf:predicate ?relation }} UNION {{ ?relation a owl:ObjectProperty ; kg:frame ?frame }}
      }} }}
      OPTIONAL {{ ?relation rdfs:label ?label }}
    }}"""
    for relation, label in source.select(query):
        name = local_name(value(relation))
        yield _Name(value(relation), name, 0)
        yield _Name(value(relation), re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name), 1)
        if label is not None:
            yield _Name(value(relation), value(label), 1)


def find_entity_or_article(source: Source, text: str) -> tuple[Match, bool]:
    """What is called so, and whether it is an article; an article's whole identifier or title comes first.

    Raises:
        QueryError: nothing is called so, or several things are.
    """
    article: Match | None
    try:
        article = find_article(source, text)
    except QueryError:
        article = None
    if article is not None and article.exact:
        return article, True
    try:
        return find_entity(source, text), False
    except QueryError:
        if article is not None:
            return article, True
        raise
