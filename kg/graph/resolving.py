"""The graph of one article under another resolution: the same readings, mentions and claims, of other entities."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from kg.graph import terms

_BY_READING: Final = {
    terms.TA_IDENT_REF: terms.OF_READING,
    terms.SUBJECT: terms.SUBJECT_READING,
    terms.OBJECT: terms.OBJECT_READING,
    terms.ATTRIBUTED_TO: terms.HOLDER_READING,
    terms.REPORTED_BY: terms.REPORTER_READING,
}
"""What names an entity, and what beside it names the reading that it comes from."""
_READINGS: Final = frozenset(_BY_READING.values())
MOVING: Final = (*_BY_READING, *_BY_READING.values(), terms.READING_OF)
"""The properties of the quads that another resolution changes, or by which it does, beside the class of claims."""


def resolved_quads(quads: Iterable[Quad], entities: Mapping[str, str]) -> list[Quad]:
    """An article's quads with the entity that each of its readings now stands for, sorted.

    Args:
        entities: the IRI of the entity by the IRI of the reading.
    """
    kept = set(quads)
    gone, new = moved_quads(kept, entities)
    return sorted(kept.difference(gone).union(new), key=str)


def moved_quads(quads: Collection[Quad], entities: Mapping[str, str]) -> tuple[list[Quad], list[Quad]]:
    """The quads of an article that go, and those that come, with the entity that each of its readings now stands for.

    A claim whose two ends are one entity now becomes a `kg:CollapsedClaim`, and a claim again where they part.

    Args:
        quads: the article's, each once; those of `MOVING`, and the classes of its claims, are enough.
        entities: the IRI of the entity by the IRI of the reading.
    """
    readings = {
        (quad.subject, quad.predicate): quad.object
        for quad in quads
        if quad.predicate in _READINGS and isinstance(quad.object, NamedNode)
    }

    def entity(subject: NamedNode | BlankNode | Triple, by_reading: NamedNode) -> NamedNode | None:
        reading = readings.get((subject, by_reading))
        return NamedNode(entities[reading.value]) if reading is not None else None

    def resolved(quad: Quad) -> Quad:
        subject, predicate, graph = quad.subject, quad.predicate, quad.graph_name
        if predicate == terms.READING_OF and isinstance(subject, NamedNode):
            return Quad(subject, predicate, NamedNode(entities[subject.value]), graph)
        if predicate in _BY_READING and (found := entity(subject, _BY_READING[predicate])) is not None:
            return Quad(subject, predicate, found, graph)
        if predicate == terms.TYPE and quad.object in (terms.CLAIM, terms.COLLAPSED_CLAIM):
            ends = {entity(subject, by) for by in (terms.SUBJECT_READING, terms.OBJECT_READING)}
            kind = terms.COLLAPSED_CLAIM if len(ends) == 1 else terms.CLAIM
            return Quad(subject, predicate, kind, graph)
        return quad

    pairs = [(quad, new) for quad in quads if (new := resolved(quad)) is not quad and new != quad]
    return [quad for quad, _ in pairs], [new for _, new in pairs]
