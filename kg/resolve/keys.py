"""Which key each entity gets: readable, and the same whatever the order of reading."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import count

from kg.resolve.names import tokens
from kg.resolve.namesakes import Cluster
from kg.resolve.readings import Corpus, Reading


def keys_of(clusters: Sequence[Cluster], corpus: Corpus) -> list[str]:
    """The key of each cluster, in their order.

    Of namesakes the one most spoken of has the key of the name alone.
    """
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    for place, cluster in enumerate(clusters):
        wanted[base_key(cluster, corpus)].append(place)
    taken = set(wanted)
    keys = [""] * len(clusters)
    for base in sorted(wanted):
        first, *others = sorted(wanted[base], key=lambda place: clusters[place].order)
        keys[first] = base
        numbered = with_numbers(base)
        for place in others:
            keys[place] = free_key(base, clusters[place], taken.__contains__, numbered)
            taken.add(keys[place])
    return keys


def label_of(cluster: Cluster, corpus: Corpus) -> str:
    """The name most used among those that the key comes from; of equals the one with accents."""
    named = [reading for reading in cluster.readings if reading.named]
    base = base_key(cluster, corpus) if named else None
    counts = Counter(reading.name for reading in named or cluster.readings if base in (None, reading.key))
    return min(counts, key=lambda name: (-counts[name], -len(name.encode()), name))


def base_key(cluster: Cluster, corpus: Corpus) -> str:
    """The key of the name most used, one that a gazetteer gives before others, and a full name before a part of one."""
    named = [reading for reading in cluster.readings if reading.named]
    counts = Counter(reading.key for reading in named)
    one_of = {reading.key: reading for reading in named}
    return min(counts, key=lambda key: (*_rank(one_of[key], corpus), -counts[key], key))


def _rank(reading: Reading, corpus: Corpus) -> tuple[bool, bool]:
    return (not corpus.is_known(reading), len(tokens(reading.name)) < 2)


def free_key(
    base: str, cluster: Cluster, is_taken: Callable[[str], bool], numbered: Iterator[str] | None = None
) -> str:
    """A key for one more namesake: with its country or that of its articles added, else its field, else a number.

    Args:
        numbered: what is left of `with_numbers`, where all before that is taken.
    """
    profile = cluster.profile
    for word in (*_only(profile.countries or profile.settings), *_only(profile.fields)):
        if not is_taken(key := f"{base}-{word}"):
            return key
    return next(key for key in numbered or with_numbers(base) if not is_taken(key))


def with_numbers(base: str) -> Iterator[str]:
    """The key with each number added, from two."""
    return (f"{base}-{number}" for number in count(2))


def _only(words: set[str]) -> list[str]:
    """The only one, or nothing: of several none says which is meant."""
    return list(words) if len(words) == 1 else []
