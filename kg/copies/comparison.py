"""Which sentences of two texts are the same, word for word or lightly edited."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz.distance import LCSseq

from kg.copies.fingerprint import SHINGLE, SHORTEST
from kg.copies.sentences import is_whole, sentences
from kg.copies.words import details, negators, without_dateline, words

ALIKE: Final = 0.7
"""Share of a sentence's words that must stand in the other, in their order."""

_WORTH_A_LOOK: Final = 0.12
"""Share of the shorter text's word triples; a third of an article, each tenth word of it changed, has more."""

_TRIPLES: Final = 0.1
"""Word triples that a sentence must share with another to be compared with it, for each of its words."""

_TRIED: Final = 3
"""Sentences of the other text that a sentence is compared with, those with most word triples in common."""


@dataclass(frozen=True)
class Text:
    """A text, prepared for comparing."""

    text: str

    @cached_property
    def plain(self) -> list[str]:
        """Each sentence without a dateline."""
        return [without_dateline(span.of(self.text)) for span in sentences(self.text)]

    @cached_property
    def tokens(self) -> list[list[str]]:
        """The words of each sentence."""
        return [words(sentence) for sentence in self.plain]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words."""
        return frozenset(word for sentence in self.tokens for word in sentence)

    @cached_property
    def by_shingle(self) -> dict[tuple[str, ...], list[int]]:
        """The sentences that have each triple of words."""
        found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.tokens):
            for shingle in set(_shingles(sentence)):
                found[shingle].append(number)
        return dict(found)

    @cached_property
    def by_words(self) -> dict[tuple[str, ...], int]:
        """The first sentence of just these words."""
        return {tuple(sentence): number for number, sentence in reversed(list(enumerate(self.tokens)))}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Which sentences of two texts are the same.

    Attributes:
        of_first: number of a sentence of the first text → number of the one in the second that it stands in.
        of_second: the same the other way round.
    """

    of_first: dict[int, int]
    of_second: dict[int, int]


def compare(first: Text, second: Text) -> Comparison:
    """Find each sentence of the one text in the other; nothing where they hardly share three words in a row."""
    one, other = first.by_shingle.keys(), second.by_shingle.keys()
    if len(one & other) < _WORTH_A_LOOK * min(len(one), len(other)):
        return Comparison({}, {})
    return Comparison(dict(_found(first, second)), dict(_found(second, first)))


def _found(one: Text, other: Text) -> Iterator[tuple[int, int]]:
    for number, tokens in enumerate(one.tokens):
        if (same := other.by_words.get(tuple(tokens))) is not None:
            yield number, same
        elif len(tokens) >= SHORTEST and is_whole(one.plain[number]):
            place = _like(tokens, other)
            if place is not None and _says_the_same(one, number, other, place):
                yield number, place


def _like(tokens: list[str], other: Text) -> int | None:
    """The sentence that has most of the words in their order, alone or with the one beside it."""
    shared: defaultdict[int, int] = defaultdict(int)
    for shingle in set(_shingles(tokens)):
        for number in other.by_shingle.get(shingle, ()):
            shared[number] += 1
    least = _TRIPLES * len(tokens)
    likely = sorted((-count, number) for number, count in shared.items() if count >= least)
    found = [
        (-LCSseq.similarity(tokens, _with_neighbour(other.tokens, number, tokens)), number)
        for _, number in likely[:_TRIED]
    ]
    alike, place = min(found, default=(0, 0))
    return place if -alike >= ALIKE * len(tokens) and found else None


def _with_neighbour(sentences: list[list[str]], number: int, tokens: list[str]) -> list[str]:
    """The sentence, and where it is shorter than the words looked for, the next or the one before as well."""
    here = sentences[number]
    if len(here) >= len(tokens):
        return here
    wanted = set(tokens) - set(here)
    after = sentences[number + 1] if number + 1 < len(sentences) else []
    before = sentences[number - 1] if number else []
    return [*here, *after] if len(wanted & set(after)) >= len(wanted & set(before)) else [*before, *here]


def _says_the_same(one: Text, number: int, other: Text, place: int) -> bool:
    """Whether what was edited leaves names, numbers and yes or no as they were."""
    if details(one.plain[number]) - other.vocabulary:
        return False
    tokens = one.tokens[number]
    return negators(tokens) == negators(_with_neighbour(other.tokens, place, tokens))


def _shingles(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(tokens[start:] for start in range(SHINGLE)), strict=False)
