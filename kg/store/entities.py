"""The graph of entities: what all articles together say of each, and what people and registers say of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph import KG, Names, Reading, Told, entity_quads
from kg.graph.terms import SAME_AS, value
from kg.model import EntityType
from kg.store.base import Store
from kg.store.summaries import entities_by_reading, summaries

_LINKS: Final = f"""SELECT DISTINCT ?entity ?item {{
    ?link a <{KG}Link> ; <{KG}links> ?entity ; <{KG}linkResult> <{KG}Linked> ; <{KG}linkedTo> ?item .
}}"""


def write_entities(
    store: Store,
    names: Names,
    labels: Mapping[str, str],
    types: Mapping[str, EntityType],
    told: Iterable[tuple[str, Told]] | None = None,
) -> None:
    """Bring the graph of entities up to date.

    Args:
        labels, types: as of `rebuild`.
        told: what each article says of an entity, beside the entity's IRI; None: it is read from the store.
    """
    readings: defaultdict[str, Reading] = defaultdict(Reading)
    for entity, each in _stored(store, names) if told is None else told:
        _count(readings[entity], each, local=names.is_local(entity))
    for entity, reading in readings.items():
        reading.chosen_name, reading.judged_kind = labels.get(entity), types.get(entity)
    quads = [quad for entity, r in readings.items() for quad in entity_quads(NamedNode(entity), r, names)]
    store.replace_graph(names.entities, [*quads, *_linked(store, readings, names)])


def _stored(store: Store, names: Names) -> Iterator[tuple[str, Told]]:
    """What each article of the store says of an entity, beside the IRI of that."""
    entities = entities_by_reading(store)
    for identifier, summary in summaries(store, names):
        for told in summary.told:
            yield entities[names.reading(identifier, told.key).value], told


def _count(reading: Reading, told: Told, *, local: bool) -> None:
    """Add what one article says of an entity."""
    kind = f"{KG}{told.kind}"
    reading.names[told.name] += 1
    reading.said_classes[kind] += 1
    if told.identity is not None:
        reading.identities[told.identity] += 1
    if told.mentions:
        reading.classes[kind] += told.mentions
    reading.forms.update(told.descriptions if local else told.forms)


def _linked(store: Store, readings: Mapping[str, Reading], names: Names) -> Iterator[Quad]:
    """What registers outside say an entity is, where no article's list of names knows it."""
    for entity, item in store.select(_LINKS):
        reading = readings.get(value(entity))
        if reading is not None and not reading.identities:
            yield Quad(NamedNode(value(entity)), SAME_AS, NamedNode(value(item)), names.entities)
