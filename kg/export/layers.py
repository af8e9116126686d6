"""Which quads belong to which layer of the graph."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.graph import Names, terms

KEPT: Final = frozenset({terms.FINGERPRINT, terms.SUMMARY, terms.COMPARISON, terms.NAME_KEY})
"""What a store keeps so as not to work it out again; nobody else needs it."""

_Term = NamedNode | BlankNode | Literal | Triple


class Layer(StrEnum):
    """A part of the graph that makes sense on its own."""

    TEXT = "text"
    """The text of each article, and its sentences."""
    ARTICLES = "articles"
    """Title, date, outlet, hash, copies, and the runs that read them."""
    MENTIONS = "mentions"
    """Where entities are named, and what each article says of them."""
    CLAIMS = "claims"
    """Claims with their triggers and evidence sentences, and what a person decided about them."""
    ENTITIES = "entities"
    """Class and names of each entity, and what it is in registers outside."""
    FACTS = "facts"
    """The plain edges, and what supports and disputes each."""
    ONTOLOGY = "ontology"
    """Classes, relations and their frames and examples."""


_WORDS: Final = frozenset({terms.ANCHOR_OF, terms.SAID_SENTENCE})
"""What quotes an article outside of its own graph."""


def selected_quads(
    graph: NamedNode,
    quads: Iterable[Quad],
    names: Names,
    layers: Collection[Layer] = tuple(Layer),
    *,
    without_text: bool = False,
) -> Iterator[Quad]:
    """Of one graph's quads those of the layers, as they come; without what only spares the store work.

    Args:
        without_text: leave out the article's text and the words of its sentences; their offsets stay.
    """
    if names.is_article(graph.value):
        chosen = _of_article(graph, quads, frozenset(layers), without_text)
    else:
        chosen = iter(quads if _layer_of(graph, names) in layers else ())
        if without_text:
            chosen = (quad for quad in chosen if quad.predicate not in _WORDS)
    return (quad for quad in chosen if quad.predicate not in KEPT)


def _layer_of(graph: NamedNode, names: Names) -> Layer:
    """The layer that a graph other than an article's belongs to; a graph of the user's own counts as facts."""
    if names.is_run(graph.value):
        return Layer.ARTICLES
    return {
        names.copies: Layer.ARTICLES,
        names.judgements: Layer.CLAIMS,
        names.replayed: Layer.CLAIMS,
        names.entities: Layer.ENTITIES,
        names.links: Layer.ENTITIES,
        names.ontology: Layer.ONTOLOGY,
    }.get(graph, Layer.FACTS)


def _of_article(
    graph: NamedNode, quads: Iterable[Quad], layers: frozenset[Layer], without_text: bool
) -> Iterator[Quad]:
    by_subject: defaultdict[_Term, list[Quad]] = defaultdict(list)
    for quad in quads:
        by_subject[quad.subject].append(quad)
    cited = {
        quad.object
        for group in by_subject.values()
        for quad in group
        if quad.predicate in (terms.EVIDENCE, terms.TRIGGER)
    }
    for subject, group in by_subject.items():
        types = {quad.object for quad in group if quad.predicate == terms.TYPE}
        if subject == graph:
            yield from _of_article_node(group, layers, without_text)
        elif not layers.isdisjoint(_layers_of_node(types, subject in cited)):
            hide = without_text and terms.SENTENCE in types and terms.MENTION not in types
            yield from (quad for quad in group if not (hide and quad.predicate == terms.ANCHOR_OF))


def _of_article_node(group: list[Quad], layers: frozenset[Layer], without_text: bool) -> Iterator[Quad]:
    for quad in group:
        if quad.predicate == terms.IS_STRING:
            wanted = Layer.TEXT in layers and not without_text
        else:
            wanted = Layer.ARTICLES in layers or (Layer.TEXT in layers and quad.predicate == terms.TYPE)
        if wanted:
            yield quad


def _layers_of_node(types: set[_Term], cited: bool) -> set[Layer]:
    layers = set()
    if terms.SENTENCE in types:
        layers.add(Layer.TEXT)
    if terms.MENTION in types or terms.READING in types:
        layers.add(Layer.MENTIONS)
    if not types.isdisjoint((terms.CLAIM, terms.COLLAPSED_CLAIM)) or cited:
        layers.add(Layer.CLAIMS)
    return layers
