"""Which articles to compare: those whose sentences share MinHash values, never all with all.

Of the articles that share a value, each is paired with the first few alone: so the work grows with the articles, also
where thousands share a sentence, and all copies of one text still hang together through the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from kg.copies.fingerprint import BANDS, Fingerprint

HEADS: Final = 3
"""Articles of those that share a value with which the others are compared."""

STOCK: Final = 20
"""Articles that share a sentence, more than which make it stock: a background paragraph, a standing notice."""

_TOLD: Final = 4
"""Words of a sentence outside quotations, less than which it speaks for no copy: two outlets quote one statement."""

_ENOUGH: Final = 2
"""Sentences of such words, not stock, that two articles must share to be compared."""

_SHARE: Final = 5
"""The sentences that they share must be one in so many of the shorter article."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What to compare.

    Attributes:
        pairs: numbers of two articles, the first to precede, sorted.
        stock: of each article, which sentences are stock.
    """

    pairs: list[tuple[int, int]]
    stock: list[NDArray[np.bool_]]


def candidates(articles: Sequence[Fingerprint]) -> Candidates:
    """The pairs to compare, of articles in order of precedence."""
    keys, owners, places = _values(articles)
    order = np.argsort(keys, kind="stable")  # of one value those of earlier articles stay first
    keys, owners, places = keys[order], owners[order], places[order]
    starts_key = _changes(keys)
    starts_owner = starts_key | _changes(owners)
    group = np.cumsum(starts_key) - 1
    sharing = np.bincount(group[starts_owner], minlength=group[-1] + 1 if len(group) else 0)
    common = _stock(articles, places, sharing[group])
    shared = sharing[group] > 1
    group, owners, places = group[shared], owners[shared], places[shared]
    votes = _votes(group, owners, places)
    flags = np.split(common, np.cumsum([len(each.words) for each in articles])[:-1]) if articles else []
    return Candidates(_elected(votes, common, articles), flags)


def _values(
    articles: Sequence[Fingerprint],
) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.int64]]:
    """Each value, whose it is, and the number of its sentence among all sentences."""
    if not articles:
        return np.zeros(0, np.uint32), np.zeros(0, np.int64), np.zeros(0, np.int64)
    bands = np.concatenate([each.bands for each in articles])
    owner = np.repeat(np.arange(len(articles)), [len(each.words) for each in articles])
    signed = np.flatnonzero(bands[:, 0])
    return bands[signed].ravel(), np.repeat(owner[signed], BANDS), np.repeat(signed, BANDS)


def _stock(
    articles: Sequence[Fingerprint], places: NDArray[np.int64], sharing: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Of all sentences, those of which more than half of the values are shared by many articles."""
    often = np.bincount(places[sharing > STOCK], minlength=sum(len(each.words) for each in articles))
    return often > BANDS // 2


def _votes(
    group: NDArray[np.int64], owners: NDArray[np.int64], places: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Numbers of an earlier article and of a sentence of a later one that they seem to share, sorted, each pair once."""
    if not len(group):
        return np.zeros((0, 2), np.int64)
    starts = _changes(group) | _changes(owners)
    members, of_group = owners[starts], group[starts]
    begin = np.flatnonzero(_changes(of_group))
    end = np.r_[begin[1:], len(of_group)]
    which = np.cumsum(_changes(group)) - 1
    most = int(places.max()) + 1
    codes = []
    for head in range(HEADS):
        at = begin[which] + head
        inside = at < end[which]
        earlier = members[np.where(inside, at, 0)]
        keep = inside & (earlier < owners)
        codes.append(earlier[keep] * most + places[keep])
    ordered = np.sort(np.concatenate(codes))
    return np.stack(np.divmod(ordered[_changes(ordered)], most), axis=1)


def _changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Where a value is another than the one before it; the first is."""
    changed = np.ones(len(values), np.bool_)
    changed[1:] = values[1:] != values[:-1]
    return changed


def _elected(
    votes: NDArray[np.int64], common: NDArray[np.bool_], articles: Sequence[Fingerprint]
) -> list[tuple[int, int]]:
    """The pairs that share enough: so much of the shorter article that is neither stock nor quoted, or half of it."""
    if not len(votes):
        return []
    signed = np.array([np.count_nonzero(each.words) for each in articles])
    owner = np.repeat(np.arange(len(articles)), [len(each.words) for each in articles])
    codes = votes[:, 0] * len(articles) + owner[votes[:, 1]]
    starts = _changes(codes)
    which = np.cumsum(starts) - 1
    first, second = np.divmod(codes[starts], len(articles))
    counts = np.bincount(which)
    own_words = np.concatenate([each.told for each in articles]) >= _TOLD
    tells = own_words[votes[:, 1]] & ~common[votes[:, 1]]
    telling = np.bincount(which, weights=tells)
    shorter = np.minimum(signed[first], signed[second])
    good = (telling >= np.minimum(_ENOUGH, shorter)) & (telling * _SHARE >= shorter) | (counts * 2 >= shorter)
    return list(zip(first[good].tolist(), second[good].tolist(), strict=True))
