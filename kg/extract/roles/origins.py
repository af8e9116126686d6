"""From which country a name is likely to come, by its letters and those of the names of heads of states.

Of two countries that an article speaks of, it names the right one four times out of five; where the two differ much,
nineteen times out of twenty.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import log
from typing import Final

from kg.extract.lexicon.naming import NAMED_ALIKE
from kg.gazetteer import Gazetteer
from kg.leaders import Leader
from kg.model.keys import fold

_LONGEST: Final = 3
"""Letters of a piece of a name."""
_COUNTRY_WEIGHT: Final = 3000
"""As many pieces of its own make a country count as much as those whose people are named alike."""
_ALIKE_WEIGHT: Final = 1000
_UNSEEN: Final = 0.5
_PIECES: Final = 50_000
"""About as many pieces are thinkable."""


class NameOrigins:
    """Compares names with those of the leaders of each country."""

    def __init__(self, leaders: Iterable[Leader]) -> None:
        self._by_country: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for leader in leaders:
            self._by_country[leader.country].update(_pieces(leader.name))
        self._alike = {country: alike for alike in NAMED_ALIKE for country in alike}
        self._everywhere = sum(self._by_country.values(), Counter[str]())
        self._all = self._everywhere.total() + _UNSEEN * _PIECES
        self._by_kin = {
            country: sum((self._by_country.get(c, Counter()) for c in self._kin(country)), Counter[str]())
            for country in list(self._by_country)
        }

    def likeness(self, name: str, country: str) -> float:
        """How much likelier the letters of a name are in a country than anywhere, in log odds a piece; 0 if unknown."""
        if country not in self._by_kin:
            return 0.0
        return self._likeness(list(_pieces(name)), country)

    def _likeness(self, pieces: list[str], country: str) -> float:
        own, kin = self._by_country[country], self._by_kin[country]
        own_total, kin_total = own.total(), kin.total()
        score = 0.0
        for piece in pieces:
            anywhere = (self._everywhere[piece] + _UNSEEN) / self._all
            among_kin = (kin[piece] + _ALIKE_WEIGHT * anywhere) / (kin_total + _ALIKE_WEIGHT)
            here = (own[piece] + _COUNTRY_WEIGHT * among_kin) / (own_total + _COUNTRY_WEIGHT)
            score += log(here / anywhere)
        return score / max(len(pieces), 1)

    def _kin(self, country: str) -> frozenset[str]:
        return self._alike.get(country, frozenset((country,)))

    def compared(self, name: str, countries: Iterable[str]) -> Mapping[str, float]:
        """How far each country stays behind the likeliest of them, at most 1: 0 for that, less for the others."""
        scores = {country: self.likeness(name, country) for country in countries}
        best = max(scores.values(), default=0.0)
        return {country: max(score - best, -1.0) for country, score in scores.items()}


@lru_cache(maxsize=4)
def origins_of(gazetteer: Gazetteer) -> NameOrigins:
    """The names of the leaders that stand beside a gazetteer."""
    return NameOrigins(gazetteer.leaders)


def _pieces(name: str) -> Iterator[str]:
    """All runs of up to three letters, with marks at both ends of each word."""
    for word in fold(name).replace("-", " ").split():
        marked = f"^{word}$"
        for size in range(1, _LONGEST + 1):
            yield from (marked[i : i + size] for i in range(len(marked) - size + 1))
