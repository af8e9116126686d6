"""Readings as articles would give them, for tests of resolution."""

from collections.abc import Iterable

from kg.gazetteer import load_gazetteer
from kg.graph import Names
from kg.model import EntityType, Judgement
from kg.model.keys import slug
from kg.resolve import Reading, Resolution, Tie, resolve

NAMES = Names()
COUNTRY, PERSON, ORGANIZATION = EntityType.COUNTRY, EntityType.PERSON, EntityType.ORGANIZATION


def said(
    article: str,
    name: str,
    kind: EntityType = PERSON,
    *,
    of: Iterable[str] = (),
    roles: Iterable[str] = (),
    date: str | None = None,
    named: bool = True,
) -> Reading:
    """A reading; `of` names what the article ties it to, which must be read there as well."""
    key = slug(name)
    return Reading(
        iri=NAMES.reading(article, key).value,
        entity=NAMES.entity_as_read(article, key, local=not named).value,
        article=article,
        key=key,
        type=kind,
        name=name,
        named=named,
        roles=frozenset(roles),
        ties=frozenset(Tie("partOf" if kind is ORGANIZATION else "worksFor", slug(other)) for other in of),
        date=date,
    )


def country(article: str, name: str) -> Reading:
    """A country that an article names."""
    return said(article, name, COUNTRY)


def resolved(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> Resolution:
    """The entities, with the shipped gazetteer."""
    return resolve(readings, judgements, load_gazetteer(), lambda key: NAMES.entity_by_key(key).value)


def entity(resolution: Resolution, article: str, name: str) -> str:
    """The key of the entity that an article's reading stands for."""
    return resolution.entities[NAMES.reading(article, slug(name)).value].partition("/entity/")[2]
