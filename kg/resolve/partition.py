"""From what the articles say and what people decided to the entities: a pure function of both, whatever their order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.collector import uncollected
from kg.gazetteer import Gazetteer
from kg.model import EntityType, Judgement, Verdict
from kg.model.standing import Standing, standing
from kg.resolve.judged import as_decided
from kg.resolve.keys import base_key, free_key, keys_of, label_of
from kg.resolve.namesakes import Cluster, clusters_of_name
from kg.resolve.owned import joined_owned
from kg.resolve.profiles import profile_of
from kg.resolve.readings import Corpus, Reading
from kg.resolve.variants import Pair, joined_variants

_OF_ENTITIES: Final = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.WRONG_TYPE})


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which readings are one entity.

    Attributes:
        entities: IRI of the entity by that of the reading.
        labels: the name of each entity, by its IRI.
        types: the class that a person gave an entity, by its IRI.
    """

    entities: dict[str, str]
    labels: dict[str, str]
    types: dict[str, EntityType]


@dataclass(frozen=True, slots=True)
class Partition:
    """Clusters and what their entities are called.

    Attributes:
        iris: of the clusters' entities, in their order.
        local: readings without a name of their own that nobody has judged; each is its own entity.
        pairs: of different names that were weighed, by places in `firsts`.
        firsts: IRI of a reading of each cluster before any were joined.
    """

    clusters: list[Cluster]
    iris: list[str]
    corpus: Corpus
    local: list[Reading]
    pairs: list[Pair] = field(default_factory=list)
    firsts: list[str] = field(default_factory=list)

    def entities(self) -> dict[str, str]:
        """IRI of the entity by that of the reading."""
        found = {reading.iri: reading.entity for reading in self.local}
        for iri, cluster in zip(self.iris, self.clusters, strict=True):
            found |= dict.fromkeys((reading.iri for reading in cluster.readings), iri)
        return found

    def labels(self) -> dict[str, str]:
        """The name of each entity with a cluster, by its IRI."""
        return {
            iri: label_of(cluster, self.corpus) for iri, cluster in zip(self.iris, self.clusters, strict=True)
        }


@uncollected()
def resolve(
    readings: Iterable[Reading],
    judgements: Iterable[Judgement],
    gazetteer: Gazetteer,
    mint: Callable[[str], str],
    by_name: Callable[[Corpus], list[Cluster]] | None = None,
) -> Resolution:
    """The entities of all articles together.

    A judgement names an entity as it is resolved without judgements, or one reading: so that none depends on another.

    Args:
        mint: the IRI of an entity by its key.
        by_name: gives what `namesakes` gives, where that was worked out before.
    """
    decided = decided_entities(judgements)
    alone = automatic(readings, gazetteer, mint, by_name)
    operands = _operands(alone, decided.accepted)
    final = _decided(alone, operands, decided, mint)
    entities = final.entities()
    types = {
        entities[reading.iri]: EntityType(kind.rpartition("#")[2])
        for operand, kind in reversed(decided.classes().items())
        for reading in operands[operand]
    }
    return Resolution(entities, final.labels() | alone.labels(), types)


def with_judgements(
    alone: Partition, judgements: Iterable[Judgement], mint: Callable[[str], str]
) -> Partition:
    """The partition as the judgements will have it."""
    decided = decided_entities(judgements)
    return _decided(alone, _operands(alone, decided.accepted), decided, mint)


def decided_entities(judgements: Iterable[Judgement]) -> Standing:
    """The judgements about who is who that stand."""
    return standing(judgement for judgement in judgements if judgement.verdict in _OF_ENTITIES)


@uncollected()
def automatic(
    readings: Iterable[Reading],
    gazetteer: Gazetteer,
    mint: Callable[[str], str],
    by_name: Callable[[Corpus], list[Cluster]] | None = None,
) -> Partition:
    """What resolution finds by itself."""
    corpus = Corpus(readings, gazetteer)
    parts = (by_name or namesakes)(corpus)
    firsts = [part.readings[0].iri for part in parts]
    variants, pairs = joined_variants(parts, corpus)
    clusters = joined_owned(variants, corpus)
    local = [reading for reading in corpus.readings if not reading.named]
    return Partition(clusters, _iris(clusters, corpus, mint), corpus, local, pairs, firsts)


def namesakes(corpus: Corpus) -> list[Cluster]:
    """The entities of each name, by the name, the largest first."""
    by_key: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in corpus.readings:
        if reading.named:
            by_key[reading.key].append(reading)
    return [cluster for key in sorted(by_key) for cluster in clusters_of_name(by_key[key], corpus)]


def _decided(
    alone: Partition,
    operands: Mapping[str, Sequence[Reading]],
    decided: Standing,
    mint: Callable[[str], str],
) -> Partition:
    """The partition as the judgements will have it."""
    if not operands:
        return alone
    judged = {reading.iri for meant in operands.values() for reading in meant}
    described = [reading for reading in alone.local if reading.iri in judged]
    clusters = alone.clusters + [
        Cluster([reading], profile_of(reading, alone.corpus)) for reading in described
    ]
    final = as_decided(clusters, operands, decided, alone.corpus)
    local = [reading for reading in alone.local if reading.iri not in judged]
    return Partition(final, _kept_iris(final, alone, mint), alone.corpus, local)


def _operands(alone: Partition, judgements: Iterable[Judgement]) -> dict[str, list[Reading]]:
    """The readings that each IRI of a judgement means: a reading, an entity as resolved, or as its articles gave it."""
    wanted = {iri for judgement in judgements for iri in judgement.subject}
    if not wanted:
        return {}
    found: dict[str, list[Reading]] = {iri: [] for iri in wanted}
    as_read: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in alone.corpus.readings:
        if reading.iri in wanted:
            found[reading.iri].append(reading)
        if reading.entity in wanted:
            as_read[reading.entity].append(reading)
    for iri, cluster in zip(alone.iris, alone.clusters, strict=True):
        if iri in wanted:
            found[iri] = cluster.readings.copy()
    return {iri: meant or as_read[iri] for iri, meant in found.items()}


def _kept_iris(clusters: Sequence[Cluster], alone: Partition, mint: Callable[[str], str]) -> list[str]:
    """The IRIs of judged clusters: those that resolution alone gives, as far as they go, so that none other moves.

    Of what is joined the larger part gives its IRI; of what is parted the larger part keeps it.
    """
    before = alone.entities()
    counts = [Counter(before[reading.iri] for reading in cluster.readings) for cluster in clusters]
    owner: dict[str, int] = {}
    for place in sorted(range(len(clusters)), key=lambda place: clusters[place].order):
        for iri, count in counts[place].items():
            if iri not in owner or count > counts[owner[iri]][iri]:
                owner[iri] = place
    taken = set(before.values())
    described = {reading.entity for reading in alone.corpus.readings if not reading.named}
    iris = []
    for place, cluster in enumerate(clusters):
        own = [iri for iri in counts[place] if owner[iri] == place]
        if own:
            iri = min(own, key=lambda iri: (iri in described, -counts[place][iri], iri))
        else:
            base = base_key(cluster, alone.corpus)
            iri = mint(free_key(base, cluster, lambda key: mint(key) in taken))
        taken.add(iri)
        iris.append(iri)
    return iris


def _iris(clusters: Sequence[Cluster], corpus: Corpus, mint: Callable[[str], str]) -> list[str]:
    """The IRI of each cluster's entity."""
    return [mint(key) for key in keys_of(clusters, corpus)]
