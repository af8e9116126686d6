"""How right the copies are that are found, and what finding them costs.

python benchmarks/copies.py              # 1,000 made-up articles, 200 edited copies and excerpts
python benchmarks/copies.py --scale      # time an article at 1,000, 10,000 and 50,000 articles, as ratios
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from random import Random
from typing import Final, NamedTuple

from copies_world import World, world

from kg.copies import (
    Compared,
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
from kg.model import Article

SIZES: Final = (1_000, 10_000, 50_000)


class Measured(NamedTuple):
    """Precision and recall over pairs of a copy and what it was made from, and the same by kind of edit.

    Attributes:
        same: whether three orders of reading gave the same.
        by_kind: kind → pairs found, pairs made.
    """

    precision: float
    recall: float
    directed: float
    same: bool
    by_kind: dict[str, tuple[int, int]]


def found_copies(articles: Sequence[Article]) -> list[Copy]:
    """What is found among the articles, without a store."""
    by_identifier = {each.identifier: each for each in articles}
    prints = {each.identifier: _fingerprint(each) for each in articles}
    order = precedence(
        Written(each.identifier, each.date, prints[each.identifier].length) for each in articles
    )
    chosen = candidates([prints[identifier] for identifier in order])
    known = [
        Known(
            identifier,
            by_identifier[identifier].date,
            by_identifier[identifier].sha256,
            prints[identifier],
            stock,
        )
        for identifier, stock in zip(order, chosen.stock, strict=True)
    ]
    texts = {number: _text(by_identifier[order[number]]) for pair in chosen.pairs for number in pair}
    compared = [
        Compared(order[first], order[second], compare(texts[first], texts[second]))
        for first, second in chosen.pairs
    ]
    return decide(known, compared)


def measure(made_up: World | None = None) -> Measured:
    """Find the copies of a made-up world in three orders, and count."""
    made_up = made_up or world()
    first = found_copies(made_up.articles)
    same = True
    for order in range(2):
        shuffled = made_up.articles.copy()
        Random(order).shuffle(shuffled)
        same = same and found_copies(shuffled) == first
    pairs = {frozenset((copy.identifier, original)) for copy in first for original in copy.originals}
    made = {frozenset((each.copy, each.original)): each for each in made_up.planted}
    directed = {(copy.identifier, original) for copy in first for original in copy.originals}
    dated = {each.identifier for each in made_up.articles if each.date}
    with_dates = [
        each
        for each in made_up.planted
        if each.copy in dated and frozenset((each.copy, each.original)) in pairs
    ]
    kinds = Counter(each.kind for each in made_up.planted)
    right = Counter(each.kind for pair, each in made.items() if pair in pairs)
    return Measured(
        sum(pair in made for pair in pairs) / len(pairs),
        sum(right.values()) / len(made),
        sum((each.copy, each.original) in directed for each in with_dates) / len(with_dates),
        same,
        {kind: (right[kind], number) for kind, number in kinds.items()},
    )


def _fingerprint(article: Article) -> Fingerprint:
    read = read_fingerprint(fingerprint(article.text))
    assert read is not None
    return read


def _text(article: Article) -> Text:
    return Text(article.text)


def scale(sizes: Iterable[int] = SIZES) -> None:
    """Print processor time an article for each step, and its ratio to that at the first size."""
    base: dict[str, float] = {}
    for size in sizes:
        made_up = world(size, size // 5)
        began = time.process_time()
        kept = [(each, fingerprint(each.text)) for each in made_up.articles]
        marked = time.process_time()
        prints = {each.identifier: read_fingerprint(text) for each, text in kept}
        order = precedence(
            Written(a.identifier, a.date, prints[a.identifier].length) for a in made_up.articles
        )  # type: ignore[union-attr]
        chosen = candidates([prints[identifier] for identifier in order])  # type: ignore[misc]
        hit = time.process_time()
        texts = {each.identifier: each.text for each in made_up.articles}
        text_of = lru_cache(256)(lambda identifier, texts=texts: Text(texts[identifier]))
        for first, second in chosen.pairs:
            compare(text_of(order[first]), text_of(order[second]))
        done = time.process_time()
        steps = {"fingerprints": marked - began, "candidates": hit - marked, "comparisons": done - hit}
        size_of_print = sum(len(text) for _, text in kept) // len(kept)
        print(
            f"{len(kept)} articles, {len(chosen.pairs)} pairs compared, {size_of_print} characters a fingerprint"
        )
        for step, seconds in steps.items():
            each = seconds / len(kept)
            base.setdefault(step, each)
            print(f"  {step:14} {each * 1e6:8.0f} µs an article, ratio {each / base[step]:.2f}")


def main() -> None:
    """Print what is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", action="store_true")
    if parser.parse_args().scale:
        scale()
        return
    measured = measure()
    print(f"pairs: precision {measured.precision:.3f}, recall {measured.recall:.3f}")
    print(f"direction of those with dates: {measured.directed:.3f}")
    print("same in every order:", measured.same)
    for kind, (found, made) in measured.by_kind.items():
        print(f"  {kind:26} {found} of {made}")


if __name__ == "__main__":
    main()
