"""Which clusters are compared: those whose names share a block, so that the cost grows almost with their number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from kg.model import EntityType
from kg.model.keys import slug
from kg.resolve.named import Named
from kg.resolve.names import body_blocks, person_blocks
from kg.resolve.namesakes import Cluster
from kg.resolve.shapes import Shape
from kg.resolve.sharing import Sharing

LARGEST_BLOCK: Final = 120
"""Of larger blocks only those are compared that stand next to each other by name, or share most with a surname."""
_NEIGHBOURS: Final = 10
_ALONE: Final = "surname"


def blocked_pairs(named: Sequence[Named], frequency: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Places of clusters that may be one under different names, the lower first; each pair once, in order.

    Args:
        frequency: in how many articles each key stands.
    """
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, each in enumerate(named):
        if _is_own_name(each.cluster):
            for key in _blocks(each):
                blocks[key].append(place)
    alone = {key[1]: blocks.pop(key) for key in list(blocks) if key[0] == _ALONE}
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for places in blocks.values():
        if len(places) > 1:
            _pair_within(sorted(places, key=lambda place: (named[place].name, place)), beside)
    _pair_surnames(named, alone, frequency, beside)
    for first in sorted(beside):
        for second in sorted(beside[first]):
            yield first, second


def _blocks(named: Named) -> Iterator[tuple[str, ...]]:
    """The blocks of a name: of people, of bodies, or of surnames alone."""
    kind, shape = named.type, named.cluster.shape
    if kind is EntityType.PERSON and shape is Shape.SURNAME:
        for word in named.words[:1]:
            yield _ALONE, word
    elif kind is EntityType.PERSON and shape is not Shape.PEOPLE:
        for key in person_blocks(named.words):
            yield "person", key
    elif kind is EntityType.ORGANIZATION and shape in (Shape.FULL, Shape.KNOWN):
        for key in body_blocks(named.name):
            yield "body", key


def _is_own_name(cluster: Cluster) -> bool:
    """Whether the key comes from the name, rather than from whose it is ("her government")."""
    return any(reading.key == slug(reading.name) for reading in cluster.readings)


def _pair_within(places: Sequence[int], beside: Mapping[int, set[int]]) -> None:
    """Put each place of a block beside the higher ones that it is compared with."""
    reach = len(places) if len(places) <= LARGEST_BLOCK else _NEIGHBOURS
    for i, place in enumerate(places):
        for other in places[i + 1 : i + reach]:
            if place < other:
                beside[place].add(other)
            else:
                beside[other].add(place)


def _pair_surnames(
    named: Sequence[Named],
    surnames: Mapping[str, Sequence[int]],
    frequency: Mapping[str, int],
    beside: Mapping[int, set[int]],
) -> None:
    """Each surname alone with those who bear it; of very many, with some of those who share a body or a companion."""
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(named):
        if each.type is EntityType.PERSON and each.cluster.shape in (Shape.FULL, Shape.COMMON):
            for word in dict.fromkeys(each.words[1:]):
                if word in surnames:
                    bearers[word].append(place)
    for word, alone in surnames.items():
        for place, bearer in _plausible(named, alone, bearers[word], frequency):
            beside[min(place, bearer)].add(max(place, bearer))


def _plausible(
    named: Sequence[Named], alone: Iterable[int], bearers: Sequence[int], frequency: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """The places of those called by a surname alone, each with those of its bearers whom it may mean."""
    if len(bearers) <= LARGEST_BLOCK:
        yield from product(alone, bearers)
        return
    sharing = Sharing(frequency)
    for bearer in bearers:
        sharing.add(bearer, _shared(named[bearer].cluster))
    for place in alone:
        for bearer in sharing.nearest(_shared(named[place].cluster), LARGEST_BLOCK):
            yield place, bearer


def _shared(cluster: Cluster) -> set[str]:
    return cluster.profile.companions | cluster.profile.bodies
