"""What speaks for and against that two profiles are of one entity, weighed as odds are: the sum above zero says yes.

The weights are judged, not fitted: natural logarithms of how much likelier each finding is for one entity than for two.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log2
from typing import Final

from kg.model import EntityType
from kg.resolve.fields import far_apart
from kg.resolve.profiles import Profile

BODY, OTHER_BODY, PERSON, COUNTRY, FOREIGN, SETTING = 2.5, -0.5, 2.5, 1.5, -2.5, 0.5
ROLE, FIELD, OTHER_FIELD, FAR_FIELD, OTHER_TYPE, OTHER_AGE, TOGETHER = (
    0.75,
    0.5,
    -0.75,
    -2.0,
    -2.5,
    -1.5,
    -8.0,
)
COMPANION, MOST_COMPANIONS = 2.0, 3.0
ELSEWHERE, MOST_ELSEWHERE = -0.5, -1.5
"""For each article on either side, whichever has fewer, and at most."""
STRANGERS, MOST_STRANGERS, ENOUGH = -0.25, -2.5, 3
"""The same where nobody is named with both; from how many companions that tells something."""
SHOWN: Final = 3
LIFETIME: Final = 40
"""Years between articles from which they rarely speak of the same person."""
_VAGUE: Final = frozenset(
    """adviser aide ally associate brother chief child citizen colleague critic daughter father friend head
    husband leader man member mother native nephew niece official opponent partner people person relative
    resident rival sister son spokesman spokesperson spokeswoman supporter uncle victim widow wife witness woman""".split()
)
"""Nouns that fit too many to tell who is meant."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding.

    Attributes:
        weight: above zero where it speaks for one entity.
        pattern: words with {} for the keys that were found.
    """

    weight: float
    pattern: str
    first: Collection[str] = ()
    second: Collection[str] = ()

    @property
    def words(self) -> str:
        """What was found, for people."""
        return self.pattern.format(_listed(self.first), _listed(self.second))


def score(reasons: Iterable[Reason]) -> float:
    """The sum of the weights, rounded so that no order of adding shows."""
    return round(sum(reason.weight for reason in reasons), 6)


def compare(some: Profile, others: Profile, frequency: Mapping[str, int]) -> list[Reason]:
    """What speaks for and against that the two are one.

    Args:
        frequency: in how many articles each key stands; who is named everywhere tells little.
    """
    reasons = [*_types(some, others), *_places(some, others), *_roles(some, others)]
    if shared := some.bodies & others.bodies:
        reasons.append(Reason(BODY, "both belong to {}", shared))
    elif some.bodies and others.bodies:
        reasons.append(Reason(OTHER_BODY, "one belongs to {}, one to {}", some.bodies, others.bodies))
    if shared := some.people & others.people:
        reasons.append(Reason(PERSON, "both are tied to {}", shared))
    reasons += _companions(some, others, frequency)
    if some.type is EntityType.PERSON and some.years and others.years:
        apart = max(some.years[0] - others.years[1], others.years[0] - some.years[1])
        if apart >= LIFETIME:
            reasons.append(Reason(OTHER_AGE, "their articles are {} years apart", (str(apart),)))
    if shared := _smaller(some.articles, others.articles):
        reasons.append(Reason(TOGETHER, "an article names both: {}", shared))
    return reasons


def _types(some: Profile, others: Profile) -> Iterable[Reason]:
    first, second = some.type, others.type
    if (first is EntityType.PERSON) != (second is EntityType.PERSON):
        yield Reason(OTHER_TYPE, "one is a {}, one a {}", (first.value.lower(),), (second.value.lower(),))


def _places(some: Profile, others: Profile) -> Iterable[Reason]:
    if some.countries and others.countries:
        if shared := some.countries & others.countries:
            yield Reason(COUNTRY, "both belong to {}", shared)
        else:
            yield Reason(FOREIGN, "one belongs to {}, one to {}", some.countries, others.countries)
        return
    first, second = some.countries or some.settings, others.countries or others.settings
    if first and second:
        if shared := first & second:
            yield Reason(SETTING, "both are in articles about {}", shared)
        else:
            weight = max(MOST_ELSEWHERE, ELSEWHERE * (1 + _fewer(some, others)))
            yield Reason(weight, "one is in articles about {}, one in articles about {}", first, second)


def _roles(some: Profile, others: Profile) -> Iterable[Reason]:
    if shared := (some.roles & others.roles) - _VAGUE:
        yield Reason(ROLE, "both are called {}", shared)
    elif some.fields & others.fields:
        yield Reason(FIELD, "both work in {}", some.fields & others.fields)
    elif some.fields and others.fields:
        weight = FAR_FIELD if far_apart(some.fields, others.fields) else OTHER_FIELD
        yield Reason(weight, "one works in {}, one in {}", some.fields, others.fields)


def _companions(some: Profile, others: Profile, frequency: Mapping[str, int]) -> Iterable[Reason]:
    shared = _smaller(some.companions, others.companions)
    if not shared:
        if min(len(some.companions), len(others.companions)) >= ENOUGH:
            weight = max(MOST_STRANGERS, STRANGERS * _fewer(some, others))
            yield Reason(weight, "nobody is named with both")
        return
    weights = {key: 1 / log2(1 + max(2, frequency[key])) for key in shared}
    weight = min(MOST_COMPANIONS, COMPANION * sum(sorted(weights.values())))
    known = tuple(sorted(shared, key=lambda key: (-weights[key], key)))
    yield Reason(round(weight, 6), "both are named with {}", known)


def _fewer(some: Profile, others: Profile) -> int:
    return min(len(some.articles), len(others.articles))


def _smaller(some: set[str], others: set[str]) -> set[str]:
    """What both have, found from the smaller side."""
    return some & others if len(some) < len(others) else others & some


def _listed(keys: Collection[str]) -> str:
    ordered = list(keys) if isinstance(keys, tuple) else sorted(keys)
    shown = ", ".join(key.replace("-", " ") for key in ordered[:SHOWN])
    return shown if len(ordered) <= SHOWN else f"{shown} and {len(ordered) - SHOWN} more"
