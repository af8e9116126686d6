"""The pairs of entities that a person should look at: near enough to be one, not sure enough to be joined."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import exp
from typing import Final

from kg.model import Candidate, Judgement, Verdict
from kg.resolve.evidence import Reason, compare, score
from kg.resolve.namesakes import MOST_COMPARED, Cluster
from kg.resolve.partition import Partition
from kg.resolve.shapes import PRIOR
from kg.resolve.variants import FITS

ONE_ITEM: Final = 3.0
"""What it weighs that both are linked to one item of a register."""
LEAST: Final = -1.5
"""The weight below which a pair is not worth a look."""


def candidates_of(
    alone: Partition,
    final: Partition,
    judgements: Iterable[Judgement],
    items: Mapping[str, str] | None = None,
) -> list[Candidate]:
    """The pairs that are not one entity, the likeliest first; those that a person has judged are left out.

    Args:
        alone: what resolution finds by itself.
        final: the same with the judgements.
        items: what entities are the same as elsewhere, by their IRI.
    """
    entities = final.entities()
    judged = _judged(alone, entities, judgements)
    best: dict[tuple[str, str], Candidate] = {}
    for first, second, reasons in (
        *_namesakes(final),
        *_variants(alone, entities),
        *_alike(final, items or {}),
    ):
        pair = (min(first, second), max(first, second))
        weight = score(reasons)
        if first == second or weight < LEAST or pair in judged:
            continue
        found = _candidate(pair, weight, reasons)
        if pair not in best or found.score > best[pair].score:
            best[pair] = found
    return sorted(best.values(), key=lambda each: (-each.score, each.first, each.second))


def _candidate(pair: tuple[str, str], weight: float, reasons: Iterable[Reason]) -> Candidate:
    ordered = sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.words))
    return Candidate(
        *pair,
        score=round(1 / (1 + exp(-weight)), 3),
        reasons_for=tuple(reason.words for reason in ordered if reason.weight > 0),
        reasons_against=tuple(reason.words for reason in ordered if reason.weight < 0),
    )


def _namesakes(final: Partition) -> Iterator[tuple[str, str, list[Reason]]]:
    """Entities that share a name."""
    by_key: defaultdict[str, list[tuple[str, Cluster]]] = defaultdict(list)
    for iri, cluster in zip(final.iris, final.clusters, strict=True):
        for key in {reading.key for reading in cluster.readings if reading.named}:
            by_key[key].append((iri, cluster))
    for key in sorted(by_key):
        near = sorted(by_key[key], key=lambda item: item[1].order)[:MOST_COMPARED]
        for (first, some), (second, others) in combinations(near, 2):
            reasons = compare(some.profile, others.profile, final.corpus.frequency)
            prior = PRIOR.get(some.shape, 0.0)
            words = "both are called {}" if prior > 0 else "many a state has its {}"
            yield first, second, [Reason(prior, words, (key,)), *reasons]


def _variants(alone: Partition, entities: Mapping[str, str]) -> Iterator[tuple[str, str, Sequence[Reason]]]:
    """Entities whose names fit."""
    for pair in alone.pairs:
        short, long = alone.firsts[pair.short], alone.firsts[pair.long]
        fit = Reason(FITS[pair.fit], f"of the names {pair.fit.value}")
        yield entities[short], entities[long], [fit, *pair.reasons]


def _alike(final: Partition, items: Mapping[str, str]) -> Iterator[tuple[str, str, list[Reason]]]:
    """Entities that a register has one item for."""
    by_item: defaultdict[str, list[tuple[str, Cluster]]] = defaultdict(list)
    for iri, cluster in zip(final.iris, final.clusters, strict=True):
        if iri in items:
            by_item[items[iri]].append((iri, cluster))
    for item in sorted(by_item):
        for (first, some), (second, others) in combinations(by_item[item], 2):
            reasons = compare(some.profile, others.profile, final.corpus.frequency)
            yield (
                first,
                second,
                [Reason(ONE_ITEM, "both are linked to {}", (item.rpartition("/")[2],)), *reasons],
            )


def _judged(
    alone: Partition, entities: Mapping[str, str], judgements: Iterable[Judgement]
) -> set[tuple[str, str]]:
    """The pairs of today's entities that a person has judged."""
    readings = dict(zip(alone.iris, (cluster.readings[0].iri for cluster in alone.clusters), strict=True))
    found = set()
    for judgement in judgements:
        if judgement.verdict in (Verdict.DIFFERENT, Verdict.UNSURE) and judgement.second is not None:
            first, second = (
                entities.get(readings.get(iri, iri), iri) for iri in (judgement.first, judgement.second)
            )
            found.add((min(first, second), max(first, second)))
    return found
