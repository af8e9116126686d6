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
from kg.graph.names import DCTERMS
from kg.graph.terms import value
from kg.settle.copied import links
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
    yield from links(
        decide(judged, compared), {i: each.fingerprint for i, each in known.items()}, store, names
    )
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
    read = read_fingerprint(fingerprint(article_text(store, identifier, names) or ""))
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
        return Text(article_text(store, identifier, names) or "")

    found = []
    for first, second in sorted(tuple(sorted(pair)) for pair in pairs):
        comparison = kept.get((first, second))
        if comparison is None:
            comparison = compare(text_of(first), text_of(second))
        found.append(Compared(first, second, comparison))
    return found


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
