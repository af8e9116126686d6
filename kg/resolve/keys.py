"""Which key each entity gets: readable, and the same whatever the order of reading."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.resolve.names import tokens
from kg.resolve.namesakes import Cluster
from kg.resolve.readings import Corpus, Reading


def keys_of(clusters: Sequence[Cluster], corpus: Corpus) -> list[str]:
    """The key of each cluster, in their order.

    It is the key that a gazetteer gives, or that of the name most used, a full name before a part of one. Of namesakes
    the one most spoken of has it; the others get their country or that of their articles added, else their field, else
    a number.
    """
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    for place, cluster in enumerate(clusters):
        wanted[_base_key(cluster, corpus)].append(place)
    taken = set(wanted)
    keys = [""] * len(clusters)
    for base in sorted(wanted):
        first, *others = sorted(wanted[base], key=lambda place: clusters[place].order)
        keys[first] = base
        for place in others:
            keys[place] = _free_key(base, clusters[place], taken)
            taken.add(keys[place])
    return keys


def label_of(cluster: Cluster, corpus: Corpus) -> str:
    """The name most used among those that the key comes from; of equals the one with accents."""
    named = [reading for reading in cluster.readings if reading.named]
    base = _base_key(cluster, corpus) if named else None
    counts = Counter(reading.name for reading in named or cluster.readings if base in (None, reading.key))
    return min(counts, key=lambda name: (-counts[name], -len(name.encode()), name))


def _base_key(cluster: Cluster, corpus: Corpus) -> str:
    named = [reading for reading in cluster.readings if reading.named]
    counts = Counter(reading.key for reading in named)
    one_of = {reading.key: reading for reading in named}
    return min(counts, key=lambda key: (*_rank(one_of[key], corpus), -counts[key], key))


def _rank(reading: Reading, corpus: Corpus) -> tuple[bool, bool]:
    return (not corpus.is_known(reading), len(tokens(reading.name)) < 2)


def _free_key(base: str, cluster: Cluster, taken: set[str]) -> str:
    profile = cluster.profile
    for word in (*_only(profile.countries or profile.settings), *_only(profile.fields)):
        if (key := f"{base}-{word}") not in taken:
            return key
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def _only(words: set[str]) -> list[str]:
    """The only one, or nothing: of several none says which is meant."""
    return list(words) if len(words) == 1 else []
