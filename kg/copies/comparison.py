"""Which sentences of two texts are the same, word for word or lightly edited."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from kg.copies.fingerprint import SHORTEST
from kg.copies.sentences import is_whole
from kg.copies.text import Text
from kg.copies.words import negators

ALIKE: Final = 0.7
"""Share of a sentence's words that must stand in the other, in their order."""

_WORTH_A_LOOK: Final = 0.12
"""Share of the shorter text's word triples; a third of an article, each tenth word of it changed, has more."""

_TRIPLES: Final = 0.1
"""Word triples that a sentence must share with another to be compared with it, for each of its words."""

_TRIED: Final = 3
"""Sentences of the other text that a sentence is compared with, those with most word triples in common."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Which sentences of two texts are the same.

    Attributes:
        of_first: number of a sentence of the first text → number of the one in the second that it stands in.
        of_second: the same the other way round.
    """

    of_first: dict[int, int]
    of_second: dict[int, int]


class _Likely(NamedTuple):
    """Of each sentence those of the other text that have enough triples in common with it: minus how many, and number."""

    of_first: defaultdict[int, list[tuple[int, int]]]
    of_second: defaultdict[int, list[tuple[int, int]]]


def compare(first: Text, second: Text) -> Comparison:
    """Find each sentence of the one text in the other; nothing where they hardly share three words in a row."""
    one, other = first.by_triple.keys(), second.by_triple.keys()
    common = one & other
    if len(common) < _WORTH_A_LOOK * min(len(one), len(other)):
        return Comparison({}, {})
    likely = _likely(first, second, common)
    return Comparison(
        dict(_found(first, second, likely.of_first)), dict(_found(second, first, likely.of_second))
    )


def _likely(first: Text, second: Text, common: set[str]) -> _Likely:
    """The sentences worth comparing, from the triples that the texts have in common."""
    likely = _Likely(defaultdict(list), defaultdict(list))
    enough = [_TRIPLES * len(words) for words in second.tokens]
    for number, triples in enumerate(first.triples):
        least = _TRIPLES * len(first.tokens[number])
        having = map(second.by_triple.__getitem__, triples & common)
        for place, count in Counter(chain.from_iterable(having)).items():
            if count >= least:
                likely.of_first[number].append((-count, place))
            if count >= enough[place]:
                likely.of_second[place].append((-count, number))
    return likely


def _found(one: Text, other: Text, likely: Mapping[int, list[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    for number, tokens in enumerate(one.tokens):
        if (same := other.by_line.get(one.lines[number])) is not None:
            yield number, same
        elif number in likely and len(tokens) >= SHORTEST and is_whole(one.plain[number]):
            place = _like(one, number, other, [place for _, place in sorted(likely[number])[:_TRIED]])
            if place is not None and _says_the_same(one, number, other, place):
                yield number, place


def _like(one: Text, number: int, other: Text, likely: Sequence[int]) -> int | None:
    """The sentence that has most of the words in their order, alone or with the one beside it."""
    tokens, vocabulary = one.tokens[number], one.vocabularies[number]
    least = ceil(ALIKE * len(tokens))
    found = []
    for place in likely:
        beside, missing = _with_neighbour(other, place, tokens, vocabulary)
        if missing <= len(tokens) - least:
            found.append((-LCSseq.similarity(tokens, beside, score_cutoff=least), place))
    alike, place = min(found, default=(0, 0))
    return place if -alike >= least else None


def _says_the_same(one: Text, number: int, other: Text, place: int) -> bool:
    """Whether what was edited leaves names, numbers and yes or no as they were."""
    if one.details(number) - other.vocabulary:
        return False
    tokens = one.tokens[number]
    beside, _ = _with_neighbour(other, place, tokens, one.vocabularies[number])
    return negators(tokens) == negators(beside)


def _with_neighbour(
    other: Text, place: int, tokens: list[str], vocabulary: set[str]
) -> tuple[list[str], int]:
    """The sentence, and where it is shorter than the words looked for, the next or the one before as well.

    With it how many of the different words looked for are missing.
    """
    here = other.tokens[place]
    wanted = vocabulary - other.vocabularies[place]
    if len(here) >= len(tokens):
        return here, len(wanted)
    last = place + 1 == len(other.tokens)
    after = 0 if last else len(wanted & other.vocabularies[place + 1])
    before = len(wanted & other.vocabularies[place - 1]) if place else 0
    if after < before:
        return other.tokens[place - 1] + here, len(wanted) - before
    return here if last else here + other.tokens[place + 1], len(wanted) - after
