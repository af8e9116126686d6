"""Copies as the graph has them: links between articles, and between the sentences that make claims."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pyoxigraph import Literal, Quad

from kg.copies import Copy, Fingerprint
from kg.graph import Names, terms
from kg.graph.names import NIF
from kg.graph.terms import value
from kg.model import Span
from kg.store import Store, article_text

_BATCH: Final = 300
"""Articles in one VALUES: some servers limit the length of a query."""

_PART: Final = 0.3
"""Share of a sentence, more than which it must have in common with a copied one to be copied, or another not to be."""


def links(
    copies: Sequence[Copy], prints: Mapping[str, Fingerprint], store: Store, names: Names
) -> Iterator[Quad]:
    """The links of all copies; a sentence that is copied and makes no claim in the original is written with them."""
    touched = {copy.identifier for copy in copies}
    touched |= {origin for copy in copies for origin, _ in copy.sentences.values()}
    evidence = _sentences_of(store, names, touched)
    for copy in copies:
        article = names.article(copy.identifier)
        for original in copy.originals:
            yield Quad(article, terms.COPY_OF, names.article(original), names.copies)
        if copy.whole:
            yield Quad(article, terms.DUPLICATE_OF, names.article(copy.originals[0]), names.copies)
        for span in evidence.get(copy.identifier, ()):
            if (found := _origin(span, copy, prints[copy.identifier])) is not None:
                original, place = found
                there = prints[original].span(place)
                source = _alike(there, evidence.get(original, ()))
                if source is None:
                    source = there
                    yield from _sentence(store, names, original, there)
                yield Quad(
                    names.stretch(copy.identifier, span),
                    terms.COPIED_FROM,
                    names.stretch(original, source),
                    names.copies,
                )


def _origin(span: Span, copy: Copy, prints: Fingerprint) -> tuple[str, int] | None:
    """The sentence of the original that a sentence is copied from; None where a good part of it is not copied."""
    least = _PART * (span.end - span.begin)
    parts = []
    for number in prints.overlapping(span):
        common = _shared(span, prints.span(number))
        if common > least:
            if number not in copy.sentences:
                return None
            parts.append((-common, number))
    return copy.sentences[min(parts)[1]] if parts else None


def _alike(span: Span, others: Iterable[Span]) -> Span | None:
    """The stretch that has most of another in common, None where that is no good part of it."""
    most, found = max(((_shared(each, span), each) for each in others), default=(0, None))
    return found if most > _PART * (span.end - span.begin) else None


def _shared(one: Span, other: Span) -> int:
    """Characters that two stretches have in common."""
    return max(0, min(one.end, other.end) - max(one.begin, other.begin))


def _sentence(store: Store, names: Names, identifier: str, span: Span) -> Iterator[Quad]:
    """A sentence of an article that its own graph has not, because it makes no claim there."""
    node, graph = names.stretch(identifier, span), names.copies
    yield Quad(node, terms.TYPE, terms.SENTENCE, graph)
    yield Quad(node, terms.TYPE, terms.RFC5147, graph)
    yield Quad(node, terms.BEGIN_INDEX, terms.integer(span.begin), graph)
    yield Quad(node, terms.END_INDEX, terms.integer(span.end), graph)
    yield Quad(node, terms.ANCHOR_OF, Literal(span.of(article_text(store, identifier, names) or "")), graph)
    yield Quad(node, terms.REFERENCE_CONTEXT, names.article(identifier), graph)


def _sentences_of(store: Store, names: Names, identifiers: Iterable[str]) -> dict[str, list[Span]]:
    """The sentences that the graphs of some articles have, by identifier."""
    listed = sorted(identifiers)
    found: dict[str, list[Span]] = {}
    for start in range(0, len(listed), _BATCH):
        block = " ".join(str(names.article(each)) for each in listed[start : start + _BATCH])
        rows = store.select(
            f"""SELECT DISTINCT ?article ?begin ?end {{
                VALUES ?article {{ {block} }}
                GRAPH ?article {{ ?sentence a <{NIF}Sentence> ; <{NIF}beginIndex> ?begin ; <{NIF}endIndex> ?end }}
            }}"""
        )
        for article, begin, end in rows:
            if (identifier := names.identifier(value(article))) is not None:
                found.setdefault(identifier, []).append(Span(int(value(begin)), int(value(end))))
    return {identifier: sorted(spans) for identifier, spans in found.items()}
