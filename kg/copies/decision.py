"""Which articles are copies, and of what: from the sentences that they share, the links that are written."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.copies.comparison import Comparison
from kg.copies.fingerprint import Fingerprint
from kg.copies.order import Written, precedence

_FEW: Final = 25
"""Words, quotations apart, less than which make no copy: two or three sentences may come about by themselves."""

_MANY: Final = 75
_HALF: Final = 0.5
_PART: Final = 1 / 3
"""Share of an article that makes it part of another, where it is many words."""

_MOSTLY: Final = 0.6
"""Share where stock counts as well: a notice that thousands share is less than that of an article, a wire story more."""

_MOST_QUOTED: Final = 60
_NEARLY: Final = 0.8
"""Words and share of all words, where an article has hardly anything but quotations: a speech, a statement."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article as copies are decided by.

    Attributes:
        day: when it was published, ISO 8601, or None.
        sha256: of its text: of the very same text nothing is asked.
        stock: which of its sentences so many articles share that they make none of them a copy.
    """

    identifier: str
    day: str | None
    sha256: str
    fingerprint: Fingerprint
    stock: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing two articles has given."""

    first: str
    second: str
    found: Comparison


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is a copy, whole or in part.

    Attributes:
        originals: the articles that its copied sentences come from, the one that most come from first.
        whole: it adds nothing of its own.
        sentences: number of a copied sentence → article and number of the sentence that it comes from.
    """

    identifier: str
    originals: tuple[str, ...]
    whole: bool
    sentences: dict[int, tuple[str, int]]


def is_copy(one: Known, shared: Mapping[int, int]) -> bool:
    """Whether so much of an article stands in another that one of the two is a copy.

    Args:
        shared: the article's sentences that stand in the other, by number.
    """
    places = np.fromiter(shared, np.int64, len(shared))
    told, words = one.fingerprint.told, one.fingerprint.words
    all_told = int(told.sum())
    mine = int(told[places].sum())
    telling = int(told[places[~one.stock[places]]].sum())
    if (telling >= _FEW and telling >= _HALF * all_told) or (
        telling >= _MANY and telling >= _PART * all_told
    ):
        return True
    if mine >= _FEW and mine >= _MOSTLY * all_told:
        return True
    count = int(words[places].sum())
    spoken = all_told < _FEW or mine >= _HALF * all_told
    return count >= _MOST_QUOTED and count >= _NEARLY * one.fingerprint.length and spoken


def decide(articles: Sequence[Known], comparisons: Sequence[Compared]) -> list[Copy]:
    """The copies among the articles, in order of precedence; what copies a copy is led to the original."""
    by_identifier = {article.identifier: article for article in articles}
    shares: defaultdict[str, dict[str, dict[int, int]]] = defaultdict(dict)
    for pair in comparisons:
        one, other = by_identifier[pair.first], by_identifier[pair.second]
        if (
            one.sha256 == other.sha256
            or is_copy(one, pair.found.of_first)
            or is_copy(other, pair.found.of_second)
        ):
            shares[pair.first][pair.second] = pair.found.of_first
            shares[pair.second][pair.first] = pair.found.of_second
    copies: list[Copy] = []
    for family in _families(shares):
        members = [by_identifier[identifier] for identifier in family]
        copies += _of_family(members, shares)
    return copies


def _families(shares: Mapping[str, Mapping[str, object]]) -> list[list[str]]:
    """The articles that hang together, each family sorted."""
    families, seen = [], set[str]()
    for start in sorted(shares):
        if start in seen:
            continue
        family, waiting = [], [start]
        seen.add(start)
        while waiting:
            here = waiting.pop()
            family.append(here)
            new = [other for other in shares[here] if other not in seen]
            seen.update(new)
            waiting += new
        families.append(sorted(family))
    return families


def _of_family(members: Sequence[Known], shares: Mapping[str, Mapping[str, Mapping[int, int]]]) -> list[Copy]:
    order = precedence(Written(each.identifier, each.day, each.fingerprint.length) for each in members)
    rank = {identifier: number for number, identifier in enumerate(order)}
    known = {each.identifier: each for each in members}
    origins: dict[tuple[str, int], tuple[str, int]] = {}
    copies = []
    for identifier in order:
        sources = _sources(known[identifier], order[: rank[identifier]], shares[identifier])
        sentences: dict[int, tuple[str, int]] = {}
        for source in sources:
            for number, place in shares[identifier][source].items():
                sentences.setdefault(number, origins.get((source, place), (source, place)))
        origins.update(((identifier, number), origin) for number, origin in sentences.items())
        if sentences:
            copies.append(_copy(known[identifier], sentences, sources, rank))
    return copies


def _sources(article: Known, before: Sequence[str], shares: Mapping[str, Mapping[int, int]]) -> list[str]:
    """The articles that it shares sentences with of those before it, the one with most words of it first."""
    words = article.fingerprint.words
    having = [other for other in before if other in shares]
    return sorted(having, key=lambda other: -sum(int(words[number]) for number in shares[other]))


def _copy(
    article: Known, sentences: Mapping[int, tuple[str, int]], sources: Sequence[str], rank: Mapping[str, int]
) -> Copy:
    """The originals are those of a good part of the article, and the one of most of it in any case."""
    weight: Counter[str] = Counter()
    for number, (origin, _) in sentences.items():
        weight[origin] += int(article.fingerprint.words[number])
    ordered = sorted(weight, key=lambda origin: (-weight[origin], rank[origin]))
    least = _PART * article.fingerprint.length
    chosen = [
        origin
        for number, origin in enumerate(ordered)
        if not number or (weight[origin] >= _FEW and (origin in sources or weight[origin] >= least))
    ]
    own = [
        number
        for number in np.flatnonzero(article.fingerprint.words)
        if int(number) not in sentences and not article.stock[number]
    ]
    return Copy(article.identifier, tuple(chosen), not own, dict(sorted(sentences.items())))
