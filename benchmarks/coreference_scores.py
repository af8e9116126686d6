"""Scores of coreference between two partitions of mentions: MUC, B-cubed and CEAF-e, and their mean.

As defined by Vilain et al. 1995, Bagga and Baldwin 1998, and Luo 2005, for mentions that need not be the same on both sides
(Pradhan et al. 2014). A mention is whatever can be compared; clusters of one mention count, except in MUC.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple

from scipy.optimize import linear_sum_assignment

Cluster = AbstractSet[Hashable]


class Score(NamedTuple):
    """Sums over articles; the shares are taken of the sums, so that articles weigh by their mentions."""

    hit_precision: float = 0.0
    found: float = 0.0
    hit_recall: float = 0.0
    gold: float = 0.0

    def plus(self, other: "Score") -> "Score":
        """Both together."""
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """0 where nothing was found."""
        return self.hit_precision / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """0 where nothing is annotated."""
        return self.hit_recall / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Score:
    """Links: how many of those that hold a cluster together are in the other side as well."""
    return Score(
        _links_kept(found, gold),
        sum(len(cluster) - 1 for cluster in found),
        _links_kept(gold, found),
        sum(len(cluster) - 1 for cluster in gold),
    )


def b_cubed(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Score:
    """Mentions: how much of each one's cluster is in its cluster of the other side."""
    return Score(
        float(sum(_shared(cluster, gold) for cluster in found)),
        sum(map(len, found)),
        float(sum(_shared(cluster, found) for cluster in gold)),
        sum(map(len, gold)),
    )


def ceaf_e(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Score:
    """Entities: how like the clusters are to each other where each has one partner at most, at best."""
    likeness = [[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold]
    total = 0.0
    if gold and found:
        rows, columns = linear_sum_assignment(likeness, maximize=True)
        total = sum(likeness[row][column] for row, column in zip(rows, columns, strict=True))
    return Score(total, len(found), total, len(gold))


def conll(scores: Collection[Score]) -> float:
    """The mean F1, of MUC, B-cubed and CEAF-e for the figure of this name."""
    return sum(score.f1 for score in scores) / len(scores)


def _links_kept(clusters: Iterable[Cluster], others: Sequence[Cluster]) -> int:
    of = _clusters_of(others)
    return sum(len(cluster) - len({of.get(mention, mention) for mention in cluster}) for cluster in clusters)


def _shared(cluster: Cluster, others: Iterable[Cluster]) -> Fraction:
    return sum((Fraction(len(cluster & other) ** 2, len(cluster)) for other in others), Fraction())


def _clusters_of(clusters: Sequence[Cluster]) -> Mapping[Hashable, Hashable]:
    """The number of each mention's cluster, as a value that is no mention."""
    return {mention: ("cluster", number) for number, cluster in enumerate(clusters) for mention in cluster}
