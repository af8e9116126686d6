"""What the articles say of each entity, counted shard by shard and put together entity by entity."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph import KG, Names, Reading, entity_quads, terms
from kg.graph.terms import value

_PROPERTIES: Final = frozenset(
    {
        terms.TYPE,
        terms.READING_OF,
        terms.TA_CLASS_REF,
        terms.READ_AS,
        terms.READ_IDENTITY,
        terms.TA_IDENT_REF,
        terms.MENTION_KIND,
        terms.ANCHOR_OF,
    }
)
_NAME, _NOMINAL = f"{KG}Name", f"{KG}Nominal"

Counts = Counter[tuple[str, ...]]
"""How often an entity was read ("read", class, name, identity), and mentioned ("said", class, kind, form)."""


def count(quads: Iterable[Quad], names: Names, counts: Counts) -> None:
    """Count what an article says of its entities, as resolved."""
    nodes: defaultdict[str, dict[NamedNode, str]] = defaultdict(dict)
    readings, mentions = [], []
    for quad in quads:
        if quad.predicate not in _PROPERTIES:
            continue
        node = value(quad.subject)
        if quad.predicate != terms.TYPE:
            nodes[node][quad.predicate] = value(quad.object)
        elif quad.object == terms.READING:
            readings.append(node)
        elif quad.object == terms.MENTION:
            mentions.append(node)
    for node in readings:
        told = nodes[node]
        identity = told.get(terms.READ_IDENTITY, "")
        counts[told[terms.READING_OF], "read", told[terms.TA_CLASS_REF], told[terms.READ_AS], identity] += 1
    for node in mentions:
        told = nodes[node]
        entity, kind = told[terms.TA_IDENT_REF], told[terms.MENTION_KIND]
        shown = kind == (_NOMINAL if names.is_local(entity) else _NAME)
        form = " ".join(told[terms.ANCHOR_OF].split()) if shown else ""
        counts[entity, "said", told[terms.TA_CLASS_REF], kind if shown else "", form] += 1


def entities(
    counted: Iterable[tuple[tuple[str, ...], int]], labels: Mapping[str, str], names: Names
) -> list[Quad]:
    """What the entities graph says of some entities, sorted.

    Args:
        counted: all that any article says of them, in any order.
        labels: the name of an entity, where resolution has chosen it.
    """
    found: defaultdict[str, Reading] = defaultdict(Reading)
    for (entity, how, kind, sort, form), times in counted:
        reading = found[entity]
        if how == "read":
            reading.names[sort] += times
            reading.said_classes[kind] += times
            if form:
                reading.identities[form] += times
        else:
            reading.classes[kind] += times
            if sort:
                reading.forms[form] += times
    for entity, reading in found.items():
        reading.chosen_name = labels.get(entity)
    return sorted(
        (
            quad
            for entity, reading in found.items()
            for quad in entity_quads(NamedNode(entity), reading, names)
        ),
        key=str,
    )
