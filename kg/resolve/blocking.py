"""Which clusters are compared: those whose names share a block, so that the cost grows almost with their number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from kg.model import EntityType
from kg.model.keys import slug
from kg.resolve.names import body_blocks, person_blocks, tokens
from kg.resolve.namesakes import Cluster
from kg.resolve.shapes import Shape

LARGEST_BLOCK: Final = 120
"""Of larger blocks only those are compared that stand next to each other by name."""
_NEIGHBOURS: Final = 10
_ALONE: Final = "surname"


def blocked_pairs(clusters: Sequence[Cluster], names: Sequence[str]) -> set[tuple[int, int]]:
    """Places of clusters that may be one under different names, the lower place first.

    Args:
        names: that of each cluster.
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
    return found | _with_surname(clusters, names, alone)


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
    clusters: Sequence[Cluster], names: Sequence[str], surnames: Mapping[str, Sequence[int]]
) -> set[tuple[int, int]]:
    """Each surname alone with those who bear it ; of very many, those alone who share a body or a companion."""
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for place, cluster in enumerate(clusters):
        if cluster.profile.type is EntityType.PERSON and cluster.shape in (Shape.FULL, Shape.COMMON):
            for word in dict.fromkeys(tokens(names[place])[1:]):
                if word in surnames:
                    bearers[word].append(place)
    found: set[tuple[int, int]] = set()
    for word, alone in surnames.items():
        for place in alone:
            for bearer in _plausible(clusters, place, bearers[word]):
                found.add((min(place, bearer), max(place, bearer)))
    return found


def _plausible(clusters: Sequence[Cluster], place: int, bearers: Sequence[int]) -> Sequence[int]:
    if len(bearers) <= LARGEST_BLOCK:
        return bearers
    own = clusters[place].profile
    return [
        bearer
        for bearer in bearers
        if not own.companions.isdisjoint(clusters[bearer].profile.companions)
        or not own.bodies.isdisjoint(clusters[bearer].profile.bodies)
    ]
