"""The graph of copies, from the articles of a store: which article copies which, and which sentence which.

What comparing two texts gave is kept in the graph beside the copies, so that a new article is compared with the few that it
resembles and no others are compared again. The graph is the same as if all were compared at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from pyoxigraph import Literal, Quad

from kg.copies import (
    Compared,
    Comparison,
    Copy,
    Fingerprint,
    Known,
    Text,
    Written,
    candidates,
    compare,
    decide,
    fingerprint,
    precedence,
    read_fingerprint,
)
from kg.graph import KG, Names, terms
from kg.graph.names import DCTERMS, NIF
from kg.graph.terms import value
from kg.model import Span
from kg.store import Store, article_text

_TEXTS: Final = 256
"""Texts that are held in memory while articles are compared."""

_ARTICLES: Final = f"""SELECT ?article ?sha256 ?issued ?fingerprint {{
    GRAPH ?article {{
        ?article a <{KG}Article> ; <{KG}sha256> ?sha256 .
        OPTIONAL {{ ?article <{DCTERMS}issued> ?issued }}
        OPTIONAL {{ ?article <{KG}fingerprint> ?fingerprint }}
    }}
}}"""


def copy_quads(store: Store, names: Names) -> Iterator[Quad]:
    """The graph of copies as it follows from the store's articles, and what it need not work out again next time."""
    known = _known(store, names)
    order = precedence(Written(each.identifier, each.day, each.fingerprint.length) for each in known.values())
    chosen = candidates([known[identifier].fingerprint for identifier in order])
    pairs = {(order[first], order[second]) for first, second in chosen.pairs} | _same_texts(known, order)
    judged = [
        Known(
            identifier, known[identifier].day, known[identifier].sha256, known[identifier].fingerprint, stock
        )
        for identifier, stock in zip(order, chosen.stock, strict=True)
    ]
    compared = _compared(store, names, known, pairs)
    for copy in decide(judged, compared):
        yield from _quads_of_copy(copy, known, names)
    for pair in compared:
        kept = Literal(_written(pair, known))
        yield Quad(names.article(pair.first), terms.COMPARISON, kept, names.copies)


def _known(store: Store, names: Names) -> dict[str, Known]:
    """The articles by identifier, sorted; which of their sentences are stock is not known yet."""
    found: dict[str, Known] = {}
    for row in sorted([value(term) for term in row] for row in store.select(_ARTICLES)):
        article, sha256, issued, kept = row
        identifier = names.identifier(article)
        if identifier is None or identifier in found:
            continue
        read = read_fingerprint(kept) if kept else None
        if read is None:
            read = _made(store, identifier, names)
        found[identifier] = Known(
            identifier, issued or None, sha256, read, np.zeros(len(read.words), np.bool_)
        )
    return found


def _made(store: Store, identifier: str, names: Names) -> Fingerprint:
    """The fingerprint of an article that was stored without one, or with another version's."""
    article = names.article(identifier)
    rows = store.select(
        f"""SELECT DISTINCT ?begin ?end {{ GRAPH {article} {{
            ?sentence a <{NIF}Sentence> ; <{NIF}beginIndex> ?begin ; <{NIF}endIndex> ?end .
        }} }}"""
    )
    text = article_text(store, identifier, names)
    spans = (
        sorted(Span(int(value(begin)), int(value(end))) for begin, end in rows) if text is not None else []
    )
    read = read_fingerprint(fingerprint(text or "", spans))
    assert read is not None, "a fingerprint is read by the version that makes it"
    return read


def _same_texts(known: Mapping[str, Known], order: Sequence[str]) -> set[tuple[str, str]]:
    """Each article with the first of the very same text, however short it is."""
    first: dict[str, str] = {}
    pairs = set()
    for identifier in order:
        original = first.setdefault(known[identifier].sha256, identifier)
        if original != identifier:
            pairs.add((original, identifier))
    return pairs


def _compared(
    store: Store, names: Names, known: Mapping[str, Known], pairs: set[tuple[str, str]]
) -> list[Compared]:
    """What comparing each pair gives, sorted: as kept from an earlier time, else from the texts."""
    kept = _kept(store, names, known)

    @lru_cache(_TEXTS)
    def text_of(identifier: str) -> Text:
        prints = known[identifier].fingerprint
        text = article_text(store, identifier, names)
        spans = [prints.span(number) for number in range(len(prints.words))]
        return Text(text or "", spans if text is not None else [])

    found = []
    for first, second in sorted(tuple(sorted(pair)) for pair in pairs):
        comparison = kept.get((first, second))
        if comparison is None:
            comparison = compare(text_of(first), text_of(second))
        found.append(Compared(first, second, comparison))
    return found


def _quads_of_copy(copy: Copy, known: Mapping[str, Known], names: Names) -> Iterator[Quad]:
    article = names.article(copy.identifier)
    for original in copy.originals:
        yield Quad(article, terms.COPY_OF, names.article(original), names.copies)
    if copy.whole:
        yield Quad(article, terms.DUPLICATE_OF, names.article(copy.originals[0]), names.copies)
    for number, (original, place) in copy.sentences.items():
        yield Quad(
            names.stretch(copy.identifier, known[copy.identifier].fingerprint.span(number)),
            terms.COPIED_FROM,
            names.stretch(original, known[original].fingerprint.span(place)),
            names.copies,
        )


def _written(pair: Compared, known: Mapping[str, Known]) -> str:
    """A comparison as it is kept: the other article, both texts' digests, and the numbers of the same sentences."""
    digests = (known[identifier].fingerprint.digest for identifier in (pair.first, pair.second))
    same = (
        ",".join(f"{one}={other}" for one, other in sorted(shared.items()))
        for shared in (pair.found.of_first, pair.found.of_second)
    )
    return " ".join((Names().article(pair.second).value.rpartition("/")[2], *digests, "/".join(same)))


def _kept(store: Store, names: Names, known: Mapping[str, Known]) -> dict[tuple[str, str], Comparison]:
    """The comparisons that still hold, because neither text has changed."""
    rows = store.select(
        f"SELECT ?article ?kept {{ GRAPH {names.copies} {{ ?article <{KG}comparison> ?kept }} }}"
    )
    found = {}
    for article, kept in rows:
        first = names.identifier(value(article))
        other, *digests, same = value(kept).split(" ")
        second = names.identifier(f"{names.base}article/{other}")
        if first not in known or second not in known or first is None or second is None:
            continue
        if digests == [known[first].fingerprint.digest, known[second].fingerprint.digest]:
            of_first, _, of_second = same.partition("/")
            found[first, second] = Comparison(_numbers(of_first), _numbers(of_second))
    return found


def _numbers(listed: str) -> dict[int, int]:
    pairs = (pair.partition("=") for pair in listed.split(",") if pair)
    return {int(one): int(other) for one, _, other in pairs}
