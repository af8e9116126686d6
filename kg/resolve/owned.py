"""Bodies that are called after somebody: "the Biden administration" and "Joe Biden's administration" are one."""

from collections.abc import Iterator, Sequence

from kg.model import EntityType
from kg.resolve.disjoint import DisjointSets
from kg.resolve.namesakes import Cluster
from kg.resolve.readings import Corpus, Reading


def joined_owned(clusters: Sequence[Cluster], corpus: Corpus) -> list[Cluster]:
    """The clusters with those bodies joined that are called after one person and by one noun."""
    home = {reading.iri: place for place, cluster in enumerate(clusters) for reading in cluster.readings}
    same = DisjointSets(range(len(clusters)))
    seen: dict[tuple[int, str], int] = {}
    for place, cluster in enumerate(clusters):
        if cluster.profile.type is EntityType.ORGANIZATION:
            for owner, noun in _owners(cluster, corpus):
                same.join(seen.setdefault((home[owner.iri], noun), place), place)
    joined = []
    for first, *others in same.sets():
        for place in others:
            clusters[first].absorb(clusters[place])
        joined.append(clusters[first])
    return joined


def _owners(cluster: Cluster, corpus: Corpus) -> Iterator[tuple[Reading, str]]:
    """Whom the articles name that the body is called after, and the noun that is left."""
    for reading in cluster.readings:
        around = corpus.by_article[reading.article]
        owner, _, noun = reading.key.rpartition("-")
        for person in around.values():
            if person.type is EntityType.PERSON and person.named and owner and _is_name_of(owner, person.key):
                yield person, noun


def _is_name_of(owner: str, key: str) -> bool:
    """Whether a name is the whole name of somebody, or the last part of it."""
    return owner == key or key.endswith(f"-{owner}")
