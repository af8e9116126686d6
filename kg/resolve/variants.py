"""Entities of different names that are one: "Joe Biden" and "Joseph R. Biden", "Biden" where the article says no more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.resolve.blocking import blocked_pairs
from kg.resolve.disjoint import DisjointSets
from kg.resolve.evidence import Reason, compare, score
from kg.resolve.named import Named
from kg.resolve.names import Fit, body_fit, person_fit
from kg.resolve.namesakes import MARGIN, Cluster
from kg.resolve.readings import Corpus
from kg.resolve.shapes import Shape

FITS: Final = {
    Fit.LONGER: 1.5,
    Fit.NICKNAME: 0.5,
    Fit.SPELLING: 0.0,
    Fit.INITIAL: -0.5,
    Fit.SURNAME: -1.0,
    Fit.LEGAL_FORM: 2.0,
    Fit.ACRONYM: 0.0,
    Fit.BEGINNING: -0.5,
}
"""What each way to fit weighs for one entity, in the unit of `evidence`."""
ONE_SIDED: Final = frozenset({Fit.LONGER, Fit.SURNAME, Fit.INITIAL, Fit.ACRONYM, Fit.BEGINNING})
"""Fits of a name that may be short for several others."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clusters, by their places in the list, the one of the shorter name first, and what speaks for and against."""

    short: int
    long: int
    fit: Fit
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """Above zero, they are taken for one where no other suits as well."""
        return round(FITS[self.fit] + score(self.reasons), 6)


def pairs_of(clusters: Sequence[Cluster], corpus: Corpus) -> Iterator[Pair]:
    """The pairs of different names that fit, with what else is known; each once, in the order of the clusters."""
    named = [Named.of(cluster) for cluster in clusters]
    for first, second in blocked_pairs(named, corpus.frequency):
        fit = _fit(named[first], named[second])
        if fit is not None:
            reasons = compare(clusters[first].profile, clusters[second].profile, corpus.frequency)
            turned = len(named[second].name) < len(named[first].name)
            short, long = (second, first) if turned else (first, second)
            yield Pair(short, long, fit, tuple(reasons))


def _fit(some: Named, other: Named) -> Fit | None:
    if some.key == other.key:
        return None  # namesakes, which were weighed before
    if some.cluster.shape is other.cluster.shape is Shape.KNOWN:
        return None
    if some.is_person or other.is_person:
        return person_fit(some.words, other.words)
    return body_fit(some.name, other.name)


def joined_variants(clusters: Sequence[Cluster], corpus: Corpus) -> tuple[list[Cluster], list[Pair]]:
    """The clusters with those joined that are one under different names, and all pairs that were weighed.

    The surest pairs are joined first; a pair is weighed again where one side has grown since. Where a name may be short
    for two others about as well, it is left alone.
    """
    pairs = list(pairs_of(clusters, corpus))
    by_short = _by_short_name(pairs)
    same = DisjointSets(range(len(clusters)))
    current = dict(enumerate(clusters))
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.short, pair.long)):
        if pair.score <= 0:
            break
        first, second = sorted((same.root(pair.short), same.root(pair.long)))
        if first == second or _is_rivalled(pair, by_short, same):
            continue
        some, others = current[first], current[second]
        if FITS[pair.fit] + score(compare(some.profile, others.profile, corpus.frequency)) > 0:
            some.absorb(others)
            del current[second]
            same.join(first, second)
    return [current[place] for place in sorted(current)], pairs


def _by_short_name(pairs: Iterable[Pair]) -> dict[int, list[Pair]]:
    """The pairs by the side whose name may be short for several others."""
    found: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.fit in ONE_SIDED:
            found[pair.short].append(pair)
    return found


def _is_rivalled(pair: Pair, by_short: dict[int, list[Pair]], same: DisjointSets[int]) -> bool:
    """Whether the short name suits another entity about as well."""
    if pair.fit not in ONE_SIDED:
        return False
    home = same.root(pair.long)
    return any(
        rival.score > 0 and pair.score - rival.score < MARGIN and same.root(rival.long) != home
        for rival in by_short[pair.short]
    )
