"""What people decided, laid over what was resolved: clusters are joined and parted as they say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model.standing import Standing
from kg.resolve.disjoint import DisjointSets
from kg.resolve.evidence import compare, score
from kg.resolve.namesakes import Cluster
from kg.resolve.profiles import profile_of_all
from kg.resolve.readings import Corpus, Reading


def as_decided(
    clusters: Sequence[Cluster],
    operands: Mapping[str, Sequence[Reading]],
    decided: Standing,
    corpus: Corpus,
) -> list[Cluster]:
    """The clusters as the judgements will have them.

    Args:
        operands: the readings that each operand of a judgement means.
    """
    same = _joined(decided.groups())
    parted = {frozenset(map(same.root, pair)) for pair in decided.apart()}
    seeds = _seeds(operands, same)
    at = {reading.iri: place for place, cluster in enumerate(clusters) for reading in cluster.readings}
    joined = DisjointSets(range(len(clusters)))
    for group in decided.groups():
        first, *others = [at[reading.iri] for operand in group for reading in operands[operand]] or [0]
        for place in others:
            joined.join(first, place)
    found = []
    for places in joined.sets():
        found += _parted(_whole([clusters[place] for place in places], corpus), seeds, parted, corpus)
    return found


def _whole(parts: Sequence[Cluster], corpus: Corpus) -> Cluster:
    """One cluster of several; the parts stay as they are."""
    if len(parts) == 1:
        return parts[0]
    readings = [reading for part in parts for reading in part.readings]
    return Cluster(readings, profile_of_all(readings, corpus), parts[0].shape)


def _joined(groups: Iterable[Sequence[str]]) -> DisjointSets[str]:
    same: DisjointSets[str] = DisjointSets()
    for group in groups:
        for operand in group:
            same.join(group[0], operand)
    return same


def _seeds(operands: Mapping[str, Sequence[Reading]], same: DisjointSets[str]) -> dict[str, str]:
    """The set of operands that each reading belongs to: by the operand that means the fewest readings."""
    found: dict[str, str] = {}
    for operand in sorted(operands, key=lambda operand: (len(operands[operand]), operand)):
        for reading in operands[operand]:
            found.setdefault(reading.iri, same.root(operand))
    return found


def _parted(
    cluster: Cluster, seeds: Mapping[str, str], parted: set[frozenset[str]], corpus: Corpus
) -> list[Cluster]:
    """The cluster, or its parts where it holds what was judged to be two."""
    members: defaultdict[str, list[Reading]] = defaultdict(list)
    rest = []
    for reading in cluster.readings:
        if (seed := seeds.get(reading.iri)) is None:
            rest.append(reading)
        else:
            members[seed].append(reading)
    if not any(pair <= set(members) for pair in parted):
        return [cluster]
    groups: list[list[str]] = []
    for seed in sorted(members, key=lambda seed: (-len(members[seed]), seed)):
        suits = (group for group in groups if not any(frozenset((seed, other)) in parted for other in group))
        group = next(suits, None)
        if group is None:
            groups.append([seed])
        else:
            group.append(seed)
    parts = [[reading for seed in group for reading in members[seed]] for group in groups]
    profiles = [profile_of_all(part, corpus) for part in parts]
    for reading in rest:
        own = profile_of_all([reading], corpus)
        weights = [score(compare(own, profile, corpus.frequency)) for profile in profiles]
        parts[weights.index(max(weights))].append(reading)
    return [Cluster(part, profile_of_all(part, corpus), cluster.shape) for part in parts]
