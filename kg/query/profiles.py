"""Entities in a line each: class, articles and what they are, for whoever must tell them apart."""

import shlex
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.query.labels import labels
from kg.query.roles import ROLES
from kg.query.source import KG, PROLOGUE, Source, batches, local_name, value

_ROLES_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity in short.

    Attributes:
        kind: its class, as a word; "" where it has none.
        articles: how many speak of it.
        roles: what facts say that it is, those with most sources first.
    """

    iri: str
    name: str
    kind: str
    articles: int
    roles: tuple[str, ...]

    @property
    def key(self) -> str:
        """What one types to name it, quoted for a shell where it must be."""
        return shlex.quote(self.iri.partition("/entity/")[2] or self.iri)

    @property
    def words(self) -> str:
        """All of it in one line."""
        count = f"{self.articles} article{'' if self.articles == 1 else 's'}"
        return f"{self.name}: {'; '.join((self.kind or 'no class', count, *self.roles))}  [{self.key}]"


def profiles(source: Source, entities: Iterable[str]) -> dict[str, Profile]:
    """Each entity in short, by its IRI."""
    wanted = sorted(set(entities))
    names = labels(source, wanted)
    kinds, articles = _kinds_and_articles(source, wanted)
    roles = _roles(source, wanted)
    return {
        iri: Profile(iri, names[iri], kinds.get(iri, ""), len(articles[iri]), roles.get(iri, ()))
        for iri in wanted
    }


def _kinds_and_articles(source: Source, iris: list[str]) -> tuple[dict[str, str], defaultdict[str, set[str]]]:
    kinds: dict[str, str] = {}
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for block in batches(iris):
        for entity, kind in source.select(
            f"{PROLOGUE}SELECT ?e ?kind {{ VALUES ?e {{ {block} }} ?e a ?kind }}"
        ):
            if value(kind).startswith(KG):
                word = local_name(value(kind)).lower()
                kinds[value(entity)] = min(word, kinds.get(value(entity), word))
        query = f"{PROLOGUE}SELECT ?e ?reading {{ VALUES ?e {{ {block} }} ?reading kg:readingOf ?e }}"
        for entity, reading in source.select(query):
            articles[value(entity)].add(value(reading).partition("#")[0])
    return kinds, articles


def _roles(source: Source, iris: list[str]) -> dict[str, tuple[str, ...]]:
    listed = " ".join(f"kg:{relation}" for relation in sorted(ROLES))
    found: defaultdict[str, set[tuple[int, str, str]]] = defaultdict(set)
    for block in batches(iris):
        query = f"""{PROLOGUE}SELECT ?entity ?relation ?object ?sources WHERE {{
          VALUES ?entity {{ {block} }} VALUES ?relation {{ {listed} }}
          ?fact a kg:Fact ; rdf:subject ?entity ; rdf:predicate ?relation ; rdf:object ?object ;
            kg:independentSources ?sources .
        }}"""
        for entity, relation, other, sources in source.select(query):
            found[value(entity)].add((-int(value(sources)), value(relation), value(other)))
    words = labels(source, {iri for roles in found.values() for _, *pair in roles for iri in pair})
    return {
        entity: tuple(
            f"{words[relation]} {words[other]}" for _, relation, other in sorted(roles)[:_ROLES_SHOWN]
        )
        for entity, roles in found.items()
    }
