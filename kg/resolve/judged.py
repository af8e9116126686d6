"""What people decided, laid over what was resolved: clusters are joined and parted as they say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.model import Judgement, Verdict
from kg.resolve.disjoint import DisjointSets
from kg.resolve.evidence import compare, score
from kg.resolve.namesakes import Cluster
from kg.resolve.profiles import profile_of_all
from kg.resolve.readings import Corpus, Reading


@dataclass(slots=True)
class Decisions:
    """Judgements about identity that stand together: of those that contradict each other the newest holds.

    Attributes:
        same: operands that are one entity.
        different: pairs of operands that are two.
        set_aside: judgements that a newer one contradicts.
    """

    same: DisjointSets[str] = field(default_factory=DisjointSets)
    different: list[tuple[str, str]] = field(default_factory=list)
    set_aside: list[Judgement] = field(default_factory=list)

    def parted(self) -> set[frozenset[str]]:
        """The pairs of sets of operands that are two entities."""
        return {frozenset(map(self.same.root, pair)) for pair in self.different}


def decisions_of(judgements: Iterable[Judgement]) -> Decisions:
    """The judgements that hold, the newest first; those of one moment in the order of what they say."""
    found = Decisions()
    for judgement in sorted(judgements, reverse=True):
        first, second = judgement.first, judgement.second
        if judgement.verdict not in (Verdict.SAME, Verdict.DIFFERENT) or second is None:
            continue
        roots = frozenset((found.same.root(first), found.same.root(second)))
        if judgement.verdict is Verdict.SAME:
            if roots in found.parted():
                found.set_aside.append(judgement)
            else:
                found.same.join(first, second)
        elif len(roots) == 1:
            found.set_aside.append(judgement)
        else:
            found.different.append((first, second))
    return found


def as_decided(
    clusters: Sequence[Cluster],
    operands: Mapping[str, Sequence[Reading]],
    decisions: Decisions,
    corpus: Corpus,
) -> list[Cluster]:
    """The clusters as the judgements will have them.

    Args:
        operands: the readings that each operand of a judgement means.
    """
    seeds = _seeds(operands, decisions)
    at = {reading.iri: place for place, cluster in enumerate(clusters) for reading in cluster.readings}
    joined = DisjointSets(range(len(clusters)))
    for group in decisions.same.sets():
        places = [at[reading.iri] for operand in group for reading in operands.get(operand, ())]
        if len(group) > 1:
            for place in places[1:]:
                joined.join(places[0], place)
    found = []
    for group_of_places in joined.sets():
        whole = clusters[group_of_places[0]]
        for place in group_of_places[1:]:
            whole.absorb(clusters[place])
        found += _parted(whole, seeds, decisions.parted(), corpus)
    return found


def _seeds(operands: Mapping[str, Sequence[Reading]], decisions: Decisions) -> dict[str, str]:
    """The set of operands that each reading belongs to: by the operand that means the fewest readings."""
    found: dict[str, str] = {}
    for operand in sorted(operands, key=lambda operand: (len(operands[operand]), operand)):
        for reading in operands[operand]:
            found.setdefault(reading.iri, decisions.same.root(operand))
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
