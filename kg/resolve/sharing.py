"""Which of many clusters share something with one, the likeliest first, found without going through all of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping


class Sharing:
    """Places of clusters by the keys of what is known of them.

    Args:
        frequency: in how many articles each key stands; those may be missing that stand in one.
    """

    def __init__(self, frequency: Mapping[str, int]) -> None:
        self._frequency = frequency
        self._places: defaultdict[str, dict[int, None]] = defaultdict(dict)

    def add(self, place: int, keys: Iterable[str]) -> None:
        """Put down what is known of a cluster, or what more is known of it."""
        for key in keys:
            self._places[key][place] = None

    def nearest(self, keys: Collection[str], most: int) -> set[int]:
        """The places that share a key, at most so many, those first that share a rarer one: it tells more."""
        found: set[int] = set()
        known = [key for key in keys if key in self._places]
        for key in sorted(known, key=lambda key: (self._frequency.get(key, 1), key)):
            for place in self._places[key]:
                if len(found) == most:
                    return found
                found.add(place)
        return found
