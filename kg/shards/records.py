"""What steps hand on to each other, as JSON."""

from dataclasses import astuple
from typing import Any

from kg.model import EntityType
from kg.resolve import Reading, Tie


def reading_record(reading: Reading) -> list[Any]:
    """What an article says of an entity."""
    return [
        reading.iri,
        reading.entity,
        reading.article,
        reading.key,
        reading.type.value,
        reading.name,
        reading.named,
        reading.identity,
        reading.mentions,
        sorted(reading.roles),
        sorted(astuple(tie) for tie in reading.ties),
        reading.date,
    ]


def read_reading(record: list[Any]) -> Reading:
    """The reading of a record."""
    iri, entity, article, key, kind, name, named, identity, mentions, roles, ties, date = record
    return Reading(
        iri,
        entity,
        article,
        key,
        EntityType(kind),
        name,
        named,
        identity,
        mentions,
        frozenset(roles),
        frozenset(Tie(*tie) for tie in ties),
        date,
    )
