"""Why copies are found the way they are: two libraries for MinHash, and three ways to pick the pairs to compare.

    pip install datasketch && python benchmarks/minhash.py

The pairs picked are measured on the made-up world of benchmarks/copies.py: how many of the pairs made are among them.
"""

import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from copies_world import KINDS, World, world
from datasketch import MinHash
from rensa import RMinHash

from kg.copies import Written, candidates, fingerprint, precedence, read_fingerprint
from kg.copies.fingerprint import BANDS, ROWS
from kg.copies.sentences import sentences
from kg.copies.words import word_triples, words

WHOLE: Final = (32, 4)
"""Bands and values a band for whole articles: the threshold is about 0.4."""

SAMPLED: Final = 8
"""One of so many shingles is kept."""

_LEAST: Final = 3
_SEED: Final = 2


def shingles(text: str) -> list[str]:
    """Word triples."""
    return word_triples(words(text))


def libraries(made_up: World) -> None:
    """Print the processor time for signing all sentences."""
    sets = [shingles(span.of(each.text)) for each in made_up.articles for span in sentences(each.text)]
    began = time.process_time()
    RMinHash.digests_from_token_sets(sets, BANDS * ROWS, _SEED)
    middle = time.process_time()
    as_bytes = [[shingle.encode() for shingle in each] for each in sets]
    MinHash.bulk(as_bytes, num_perm=BANDS * ROWS, seed=_SEED)
    end = time.process_time()
    print(
        f"{len(sets)} sentences, {BANDS * ROWS} values each: rensa {middle - began:.2f} s, datasketch {end - middle:.2f} s"
    )


def by_sentence(made_up: World) -> set[frozenset[str]]:
    """Pairs with sentences that share a band of MinHash values: what kg.copies does."""
    prints = {each.identifier: read_fingerprint(fingerprint(each.text)) for each in made_up.articles}
    order = precedence(
        Written(each.identifier, each.date, prints[each.identifier].length) for each in made_up.articles
    )  # type: ignore[union-attr]
    found = candidates([prints[identifier] for identifier in order])  # type: ignore[misc]
    return {frozenset((order[first], order[second])) for first, second in found.pairs}


def by_article(made_up: World) -> set[frozenset[str]]:
    """Pairs of articles that share a band of the MinHash values of the whole text."""
    bands, rows = WHOLE
    digests = RMinHash.digests_from_token_sets(
        [shingles(each.text) for each in made_up.articles], bands * rows, _SEED
    )
    keys = [[(band, *digest[band * rows : (band + 1) * rows]) for band in range(bands)] for digest in digests]
    return _sharing([each.identifier for each in made_up.articles], keys, 1)


def by_sample(made_up: World) -> set[frozenset[str]]:
    """Pairs that share a few of the shingles whose hash is divisible by a number."""
    keys = [
        {key for shingle in shingles(each.text) if (key := zlib.crc32(shingle.encode())) % SAMPLED == 0}
        for each in made_up.articles
    ]
    return _sharing([each.identifier for each in made_up.articles], keys, _LEAST)


def _sharing(identifiers: Sequence[str], keys: Sequence[Iterable[object]], least: int) -> set[frozenset[str]]:
    having: defaultdict[object, list[str]] = defaultdict(list)
    for identifier, each in zip(identifiers, keys, strict=True):
        for key in each:
            having[key].append(identifier)
    counts = Counter(frozenset(pair) for sharing in having.values() for pair in combinations(sharing, 2))
    return {pair for pair, count in counts.items() if count >= least}


def main() -> None:
    """Print what is measured."""
    made_up = world()
    libraries(made_up)
    ways = {"by sentence": by_sentence, "by article": by_article, "by sampled shingles": by_sample}
    made = Counter(each.kind for each in made_up.planted)
    for name, way in ways.items():
        picked = way(made_up)
        right = Counter(
            each.kind for each in made_up.planted if frozenset((each.copy, each.original)) in picked
        )
        print(
            f"{name}: {len(picked)} pairs picked, {sum(right.values())} of {sum(made.values())} of those made"
        )
        print("  " + ", ".join(f"{kind} {right[kind] / made[kind]:.2f}" for kind in KINDS))


if __name__ == "__main__":
    main()
