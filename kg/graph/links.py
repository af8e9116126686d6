"""What entities are in registers outside. Reading articles again does not change it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import terms
from kg.graph.names import Names, short_hash
from kg.model import Link, LinkResult


def link_quads(link: Link, names: Names) -> Iterator[Quad]:
    """What the links graph says of one decision; there is one for an entity and a register."""
    graph = names.links
    node = NamedNode(f"{names.base}link/{short_hash((link.entity, link.register))}")
    yield Quad(node, terms.TYPE, terms.LINK, graph)
    yield Quad(node, terms.LINKS, NamedNode(link.entity), graph)
    yield Quad(node, terms.LINK_RESULT, terms.kg(link.result.value), graph)
    yield Quad(node, terms.WAS_DERIVED_FROM, NamedNode(link.register), graph)
    if link.item is not None:
        yield Quad(node, terms.LINKED_TO, NamedNode(link.item), graph)
    if link.confidence is not None:
        yield Quad(node, terms.CONFIDENCE, terms.decimal(link.confidence), graph)
    for candidate in link.candidates:
        yield Quad(node, terms.LINK_CANDIDATE, NamedNode(candidate), graph)
    if link.reason:
        yield Quad(node, terms.LINK_REASON, Literal(link.reason), graph)


def read_links(quads: Iterable[Quad]) -> dict[tuple[str, str], Link]:
    """The decisions of a links graph, by entity and register; a node that lacks one of the two is left out."""
    nodes: defaultdict[object, defaultdict[NamedNode, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        nodes[quad.subject][quad.predicate].append(terms.value(quad.object))
    links = (_link(values) for values in nodes.values())
    return {(link.entity, link.register): link for link in links if link is not None}


def _link(values: Mapping[NamedNode, list[str]]) -> Link | None:
    def one(predicate: NamedNode) -> str | None:
        return min(values.get(predicate, ()), default=None)

    entity, register = one(terms.LINKS), one(terms.WAS_DERIVED_FROM)
    result = (one(terms.LINK_RESULT) or "").rpartition("#")[2]
    if entity is None or register is None or result not in set(LinkResult):
        return None
    confidence = one(terms.CONFIDENCE)
    return Link(
        entity,
        register,
        LinkResult(result),
        one(terms.LINKED_TO),
        None if confidence is None else float(confidence),
        tuple(sorted(values.get(terms.LINK_CANDIDATE, ()))),
        one(terms.LINK_REASON) or "",
    )
