"""The order in which people read a graph: entities with their facts, then article by article, then all else.

What belongs to one article is sorted in memory; graphs that grow with the store are sorted as `order` does it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Final

import pyoxigraph as ox

from kg.export.order import Record, in_order
from kg.graph import KG, Names, terms

Block = list[ox.Triple]
"""All triples of one subject, in the order in which they are read."""

Graphs = Iterable[tuple[ox.NamedNode, Iterable[ox.Quad]]]
"""Named graphs; their quads are asked for when they are needed."""

_ENTITIES, _UNNAMED, _ARTICLES, _JUDGEMENTS, _RUNS, _ONTOLOGY, _OTHERS = "0123456"
_HEADINGS: Final = {
    _ENTITIES: "Entities, each followed by its facts",
    _UNNAMED: "Entities of one article, which does not name them, each followed by its facts",
    _ARTICLES: "Copied articles",
    _JUDGEMENTS: "Judgements",
    _RUNS: "What read the articles",
    _ONTOLOGY: "The ontology",
    _OTHERS: "Other graphs",
}
_OURS: Final = f"<{KG}"
_ANCHORS: Final = (terms.SUBJECT, terms.LINKS)
"""What leads from a fact, or from what a register knows, to the entity that it is told after."""

_FIRST: Final = {
    predicate: place
    for place, predicate in enumerate(
        (
            terms.TYPE,
            terms.PREF_LABEL,
            terms.TITLE,
            terms.IDENTIFIER,
            terms.ALT_LABEL,
            terms.SAME_AS,
            terms.REIFIES,
            terms.SUBJECT,
            terms.PREDICATE,
            terms.OBJECT,
            terms.POLARITY,
            terms.MODALITY,
            terms.ATTRIBUTED_TO,
            terms.HOLDER_STANCE,
            terms.REPORTED_BY,
        )
    )
}


def graph_blocks(graph: ox.NamedNode, quads: Iterable[ox.Quad], names: Names) -> Iterator[Block]:
    """One graph, subject by subject."""
    if names.is_article(graph.value):
        return _article_blocks(graph, (quad.triple for quad in quads))
    return (block for _, _, block in _derived_blocks([(graph, quads)], names))


def merged_blocks(graphs: Graphs, names: Names) -> Iterator[tuple[str, Block]]:
    """All graphs as one, subject by subject, each with the heading that it stands under.

    What other graphs say of an article stands with the article. Two graphs share no triple; those of a user's own
    that do have it twice.
    """
    listed = list(graphs)
    articles = sorted((pair for pair in listed if names.is_article(pair[0].value)), key=lambda p: p[0].value)
    others = [pair for pair in listed if not names.is_article(pair[0].value)]
    derived = _Ahead(_derived_blocks(others, names))
    yield from derived.headed_until(_UNNAMED, None)
    for graph, quads in articles:
        yield from derived.headed_until(_ARTICLES, graph.value)
        of_article = chain.from_iterable(derived.at(_ARTICLES, graph.value))
        heading = f"Article {graph.value.removeprefix(names.base).partition('/')[2]}"
        triples = chain((quad.triple for quad in quads), of_article)
        yield from ((heading, block) for block in _article_blocks(graph, triples))
    yield from derived.headed_until(_OTHERS, None)


class _Ahead:
    """The blocks of what is no article, taken as far as they belong before it or to it."""

    def __init__(self, blocks: Iterator[tuple[str, str, Block]]) -> None:
        self.blocks = blocks
        self.next = next(blocks, None)

    def headed_until(self, section: str, anchor: str | None) -> Iterator[tuple[str, Block]]:
        """Those up to a section's end, or up to an anchor within it."""
        while self.next is not None:
            here, at, block = self.next
            if here > section or (here == section and anchor is not None and at >= anchor):
                return
            self.next = next(self.blocks, None)
            yield _HEADINGS[here], block

    def at(self, section: str, anchor: str) -> Iterator[Block]:
        """Those of one anchor."""
        while self.next is not None and self.next[:2] == (section, anchor):
            block = self.next[2]
            self.next = next(self.blocks, None)
            yield block


def ordered(triples: Iterable[ox.Triple]) -> Block:
    """The triples of one subject, each once: what it is and is called before what is told of it."""
    return sorted(set(triples), key=_rank)


def annotated(block: Block) -> Block:
    """A block of what states a triple, as a reifier of RDF 1.2; others as they are."""
    ends = [
        next((t.object for t in block if t.predicate == predicate), None)
        for predicate in (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)
    ]
    subject, predicate, object_ = ends
    if not (
        isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode) and object_ is not None
    ):
        return block
    stated = ox.Triple(subject, predicate, object_)
    return ordered([*block, ox.Triple(block[0].subject, terms.REIFIES, stated)])


def _rank(triple: ox.Triple) -> tuple[int, bool, str, str]:
    predicate = triple.predicate
    value = str(triple.object)
    return (
        _FIRST.get(predicate, len(_FIRST)),
        predicate == terms.IS_STRING,
        predicate.value,
        f"{not value.startswith(_OURS)}{value}",
    )


def _derived_blocks(graphs: Graphs, names: Names) -> Iterator[tuple[str, str, Block]]:
    """Subjects of graphs that are no article's, with their section and what they are told after."""
    lines = (
        ((str(quad.subject), str(quad.triple)), (_section(graph, names), _anchor(quad)))
        for graph, quads in graphs
        for quad in quads
    )
    for key, told in in_order(_gathered(in_order(lines), names)):
        section, anchor = key[0], key[1]
        yield section, anchor, ordered(_parsed(told))


def _gathered(records: Iterable[Record], names: Names) -> Iterator[Record]:
    """The lines of each subject, under its section and what it is told after."""
    for subject, same in groupby(records, key=lambda record: record[0][0]):
        rows = list(same)
        iri = subject[1:-1] if subject.startswith("<") else subject
        section = min(row[1][0] for row in rows)
        anchors = [row[1][1] for row in rows if row[1][1]]
        if section == _ENTITIES:
            anchor = min(anchors, default=iri)
            section = _UNNAMED if names.is_local(anchor) else _ENTITIES
        else:
            anchor = iri.partition("#")[0] if section == _ARTICLES else iri
        yield (section, anchor, "" if anchor == iri else iri), tuple(row[0][1] for row in rows)


def _section(graph: ox.NamedNode, names: Names) -> str:
    if names.is_run(graph.value):
        return _RUNS
    return {
        names.entities: _ENTITIES,
        names.facts: _ENTITIES,
        names.links: _ENTITIES,
        names.copies: _ARTICLES,
        names.judgements: _JUDGEMENTS,
        names.replayed: _JUDGEMENTS,
        names.ontology: _ONTOLOGY,
    }.get(graph, _OTHERS)


def _anchor(quad: ox.Quad) -> str:
    return terms.value(quad.object) if quad.predicate in _ANCHORS else ""


def _parsed(lines: Iterable[str]) -> Iterator[ox.Triple]:
    text = "".join(f"{line} .\n" for line in lines)
    return (quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES))


def _article_blocks(graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> Iterator[Block]:
    """The article, what it takes entities for, then the text from beginning to end: sentence, claims, mentions."""
    by_subject: defaultdict[object, list[ox.Triple]] = defaultdict(list)
    for triple in triples:
        by_subject[triple.subject].append(triple)
    stretches = {subject: found for subject, told in by_subject.items() if (found := _offsets(told))}

    def place(subject: object) -> tuple[int, int, int, int, str]:
        if subject == graph:
            return 0, 0, 0, 0, ""
        if subject in stretches:
            begin, end = stretches[subject]
            kind = 0 if any(t.object == terms.SENTENCE for t in by_subject[subject]) else 2
            return 2, begin, -end, kind, str(subject)
        evidence = (t.object for t in by_subject[subject] if t.predicate == terms.EVIDENCE)
        if (sentence := next(evidence, None)) in stretches:
            begin, end = stretches[sentence]
            return 2, begin, -end, 1, str(subject)
        return 1, 0, 0, 0, str(subject)

    for subject in sorted(by_subject, key=place):
        yield ordered(by_subject[subject])


def _offsets(triples: Iterable[ox.Triple]) -> tuple[int, int] | None:
    found = {triple.predicate: terms.value(triple.object) for triple in triples}
    begin, end = found.get(terms.BEGIN_INDEX, ""), found.get(terms.END_INDEX, "")
    return (int(begin), int(end)) if begin.isdecimal() and end.isdecimal() else None
