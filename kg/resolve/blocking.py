"""Which clusters are compared: those whose names share a block, so that the cost grows almost with their number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Final

from kg.model import EntityType
from kg.model.keys import slug
from kg.resolve.names import body_blocks, person_blocks, tokens
from kg.resolve.namesakes import Cluster
from kg.resolve.shapes import Shape
from kg.resolve.sharing import Sharing

LARGEST_BLOCK: Final = 120
"""Of larger blocks only those are compared that stand next to each other by name, or share most with a surname."""
_NEIGHBOURS: Final = 10
_ALONE: Final = "surname"


def blocked_pairs(
    clusters: Sequence[Cluster], names: Sequence[str], frequency: Mapping[str, int]
) -> set[tuple[int, int]]:
    """Places of clusters that may be one under different names, the lower place first.

    Args:
        names: that of each cluster.
        frequency: in how many articles each key stands.
    """
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (cluster, name) in enumerate(zip(clusters, names, strict=True)):
        if _is_own_name(cluster):
            for key in _blocks(cluster, name):
                blocks[key].append(place)
    alone = {key[1]: blocks.pop(key) for key in list(blocks) if key[0] == _ALONE}
    found: set[tuple[int, int]] = set()
    for places in blocks.values():
        found.update(_within(sorted(places, key=lambda place: (names[place], place))))
    return found | _with_surname(clusters, names, alone, frequency)


def _blocks(cluster: Cluster, name: str) -> Iterator[tuple[str, ...]]:
    """The blocks of a name: of people, of bodies, or of surnames alone."""
    kind, shape = cluster.profile.type, cluster.shape
    if kind is EntityType.PERSON and shape is Shape.SURNAME:
        for word in tokens(name)[:1]:
            yield _ALONE, word
    elif kind is EntityType.PERSON and shape is not Shape.PEOPLE:
        for key in person_blocks(tokens(name)):
            yield "person", key
    elif kind is EntityType.ORGANIZATION and shape in (Shape.FULL, Shape.KNOWN):
        for key in body_blocks(name):
            yield "body", key


def _is_own_name(cluster: Cluster) -> bool:
    """Whether the key comes from the name, rather than from whose it is ("her government")."""
    return any(reading.key == slug(reading.name) for reading in cluster.readings)


def _within(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    pairs: Iterable[tuple[int, int]]
    if len(places) <= LARGEST_BLOCK:
        pairs = combinations(places, 2)
    else:
        pairs = (
            (place, places[k])
            for i, place in enumerate(places)
            for k in range(i + 1, min(i + _NEIGHBOURS, len(places)))
        )
    for first, second in pairs:
        yield min(first, second), max(first, second)


def _with_surname(
    clusters: Sequence[Cluster],
    names: Sequence[str],
    surnames: Mapping[str, Sequence[int]],
    frequency: Mapping[str, int],
) -> set[tuple[int, int]]:
    """Each surname alone with those who bear it; of very many, with some of those who share a body or a companion."""
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for place, cluster in enumerate(clusters):
        if cluster.profile.type is EntityType.PERSON and cluster.shape in (Shape.FULL, Shape.COMMON):
            for word in dict.fromkeys(tokens(names[place])[1:]):
                if word in surnames:
                    bearers[word].append(place)
    found: set[tuple[int, int]] = set()
    for word, alone in surnames.items():
        for place, bearer in _plausible(clusters, alone, bearers[word], frequency):
            found.add((min(place, bearer), max(place, bearer)))
    return found


def _plausible(
    clusters: Sequence[Cluster], alone: Iterable[int], bearers: Sequence[int], frequency: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """The places of those called by a surname alone, each with those of its bearers whom it may mean."""
    if len(bearers) <= LARGEST_BLOCK:
        yield from product(alone, bearers)
        return
    sharing = Sharing(frequency)
    for bearer in bearers:
        sharing.add(bearer, _shared(clusters[bearer]))
    for place in alone:
        for bearer in sharing.nearest(_shared(clusters[place]), LARGEST_BLOCK):
            yield place, bearer


def _shared(cluster: Cluster) -> set[str]:
    return cluster.profile.companions | cluster.profile.bodies
