"""What steps hand on to each other, as JSON."""

from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from kg.model import EntityType
from kg.resolve import Reading, Tie
from kg.resolve.namesakes import Cluster
from kg.resolve.profiles import Profile
from kg.resolve.shapes import Shape

_SETS = ("countries", "settings", "bodies", "people", "roles", "companions", "articles")


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


def cluster_record(cluster: Cluster) -> list[Any]:
    """What is taken for one entity: its readings by their IRIs, and what is known of it."""
    profile = cluster.profile
    return [
        [reading.iri for reading in cluster.readings],
        cluster.shape.value,
        [sorted(getattr(profile, name)) for name in _SETS],
        {kind.value: many for kind, many in sorted(profile.types.items())},
        profile.years,
    ]


def read_cluster(record: list[Any], readings: Mapping[str, Reading]) -> Cluster:
    """The cluster of a record, of some readings by their IRIs."""
    iris, shape, sets, types, years = record
    profile = Profile(
        **{name: set(each) for name, each in zip(_SETS, sets, strict=True)},
        types={EntityType(kind): many for kind, many in types.items()},
        years=None if years is None else (years[0], years[1]),
    )
    return Cluster([readings[iri] for iri in iris], profile, Shape(shape))
