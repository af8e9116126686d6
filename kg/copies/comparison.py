"""Which sentences of two texts are the same, word for word or lightly edited."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
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
    enough = [_TRIPLES * len(words) for words in first.tokens]
    enough_there = [_TRIPLES * len(words) for words in second.tokens]
    for (number, place), count in _sharing(first, second, common).items():
        if count >= enough[number]:
            likely.of_first[number].append((-count, place))
        if count >= enough_there[place]:
            likely.of_second[place].append((-count, number))
    return likely


def _sharing(first: Text, second: Text, common: set[str]) -> Counter[tuple[int, int]]:
    """How many of the common triples two sentences have both, by their numbers."""
    pairs = list(
        zip(map(first.by_triple.__getitem__, common), map(second.by_triple.__getitem__, common), strict=True)
    )
    for triple in common.intersection(chain(first.repeated, second.repeated)):
        here, there = first.repeated.get(triple, ()), second.repeated.get(triple, ())
        number, place = first.by_triple[triple], second.by_triple[triple]
        pairs += [(each, place) for each in here]
        pairs += product((number, *here), there)
    return Counter(pairs)


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
    repeated = len(tokens) - len(vocabulary)
    found = []
    for place in likely:
        beside = _with_neighbour(other, place, tokens, vocabulary)
        if len(vocabulary.intersection(beside)) + repeated >= least:
            found.append((-LCSseq.similarity(tokens, beside, score_cutoff=least), place))
    alike, place = min(found, default=(0, 0))
    return place if -alike >= least else None


def _says_the_same(one: Text, number: int, other: Text, place: int) -> bool:
    """Whether what was edited leaves names, numbers and yes or no as they were."""
    if one.details(number) - other.vocabulary:
        return False
    tokens = one.tokens[number]
    beside = _with_neighbour(other, place, tokens, one.vocabularies[number])
    return negators(tokens) == negators(beside)


def _with_neighbour(other: Text, place: int, tokens: list[str], vocabulary: set[str]) -> list[str]:
    """The sentence, and where it is shorter than the words looked for, the next or the one before as well."""
    here = other.tokens[place]
    if len(here) >= len(tokens):
        return here
    wanted = vocabulary - other.vocabularies[place]
    last = place + 1 == len(other.tokens)
    after = set[str]() if last else wanted & other.vocabularies[place + 1]
    before = wanted & other.vocabularies[place - 1] if place else set[str]()
    if len(after) >= len(before):
        return here if last else here + other.tokens[place + 1]
    return other.tokens[place - 1] + here
