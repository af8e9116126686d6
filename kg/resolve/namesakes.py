"""Of the articles that use the same name: which of them mean the same entity."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.resolve.disjoint import DisjointSets
from kg.resolve.evidence import compare, score
from kg.resolve.profiles import Profile, profile_of
from kg.resolve.readings import Corpus, Reading
from kg.resolve.shapes import PRIOR, Shape
from kg.resolve.sharing import Sharing

MARGIN: Final = 0.75
"""By how much one of several namesakes must suit better than the next."""
MOST_COMPARED: Final = 40
"""With how many of the largest namesakes each further part is compared, and with how many more of those that it shares
something with."""
MUCH_LARGER: Final = 5
"""How many times as often one of two namesakes must be spoken of, to be meant where nothing tells them apart."""


@dataclass(slots=True)
class Cluster:
    """Readings that are taken for one entity."""

    readings: list[Reading]
    profile: Profile
    shape: Shape = field(default=Shape.FULL)

    @property
    def order(self) -> tuple[int, str, str]:
        """The largest first, then by its first article."""
        first = min((reading.article, reading.iri) for reading in self.readings)
        return (-len(self.readings), *first)

    def absorb(self, other: "Cluster") -> None:
        """Take the other's readings as well."""
        self.readings += other.readings
        self.profile.absorb(other.profile)


def clusters_of_name(readings: Sequence[Reading], corpus: Corpus) -> list[Cluster]:
    """The entities among readings that share a key, the largest first.

    The order of the readings does not show: what is surely one is joined first, then the largest parts take in the
    others, those of which something is known before those of which nothing is.
    """
    shape = corpus.shape(_commonest(readings))
    parts = [Cluster([reading], _profile(reading, corpus, shape), shape) for reading in readings]
    if shape in (Shape.KNOWN, Shape.PEOPLE):
        return [_joined(parts)]
    if len(parts) > 1:
        parts = _joined_surely(parts, corpus, shape)
    found = _Namesakes(corpus)
    for part in sorted(parts, key=lambda part: (part.profile.is_bare, *part.order)):
        found.place(part)
    return sorted(found.clusters, key=lambda cluster: cluster.order)


def _profile(reading: Reading, corpus: Corpus, shape: Shape) -> Profile:
    """What one article says; what every state has is taken for that of the country that the article is about."""
    profile = profile_of(reading, corpus)
    if shape is Shape.GENERIC and not profile.countries:
        profile.countries = profile.settings.copy()
    return profile


def _commonest(readings: Sequence[Reading]) -> Reading:
    """One that gives the class that most give."""
    counts: defaultdict[object, int] = defaultdict(int)
    for reading in readings:
        counts[reading.type] += 1
    return min(readings, key=lambda r: (r.identity is None, -counts[r.type], r.article))


def _joined(parts: Sequence[Cluster]) -> Cluster:
    first, *rest = parts
    for part in rest:
        first.absorb(part)
    return first


def _joined_surely(parts: Sequence[Cluster], corpus: Corpus, shape: Shape) -> list[Cluster]:
    """Parts joined that share what hardly two entities of one name share."""
    same = DisjointSets(range(len(parts)))
    seen: dict[tuple[object, ...], int] = {}
    for place, part in enumerate(parts):
        for sign in _signs(part.profile, corpus, shape):
            same.join(seen.setdefault(sign, place), place)
    return [_joined([parts[place] for place in group]) for group in same.sets()]


def _signs(profile: Profile, corpus: Corpus, shape: Shape) -> list[tuple[object, ...]]:
    """What makes two bearers of the name one: a body, a relative, the same country and field, a rare companion."""
    kind = profile.type
    signs: list[tuple[object, ...]] = [("body", kind, key) for key in profile.bodies]
    signs += [("person", kind, key) for key in profile.people]
    if profile.countries:
        signs.append(("country", kind, frozenset(profile.countries), frozenset(profile.fields)))
    if shape is Shape.FULL:
        # a rare companion makes two bearers of a full name one
        signs += [("companion", kind, key) for key in profile.companions & corpus.rare]
    return signs


class _Namesakes:
    """The entities of a name as far as they are found."""

    def __init__(self, corpus: Corpus) -> None:
        self.clusters: list[Cluster] = []
        self._corpus = corpus
        self._sharing = Sharing(corpus.frequency)

    def place(self, part: Cluster) -> None:
        """Join a part to the namesake that it suits, or make it one of its own."""
        near = self._near(part.profile)
        weights = [weigh_namesakes(part, self.clusters[place], self._corpus) for place in near]
        fitting = sorted((-weight, place) for weight, place in zip(weights, near, strict=True) if weight > 0)
        if fitting and (len(fitting) == 1 or _is_clear(fitting, self.clusters)):
            place = fitting[0][1]
            self.clusters[place].absorb(part)
        else:
            place = len(self.clusters)
            self.clusters.append(part)
        if place >= MOST_COMPARED:
            self._sharing.add(place, _shared(part.profile))

    def _near(self, own: Profile) -> list[int]:
        """The places of the namesakes to compare a part with."""
        if len(self.clusters) <= MOST_COMPARED:
            return list(range(len(self.clusters)))
        return [*range(MOST_COMPARED), *sorted(self._sharing.nearest(_shared(own), MOST_COMPARED))]


def _shared(profile: Profile) -> set[str]:
    """What tells which of many namesakes may be meant."""
    return profile.countries | profile.companions


def _is_clear(fitting: Sequence[tuple[float, int]], clusters: Sequence[Cluster]) -> bool:
    """Whether the first suits better than the second, or as well while it is spoken of far more often."""
    (first, best), (second, next_best) = fitting[:2]
    often = len(clusters[best].readings) >= MUCH_LARGER * len(clusters[next_best].readings)
    return second - first >= MARGIN or (often and second == first)


def weigh_namesakes(some: Cluster, others: Cluster, corpus: Corpus) -> float:
    """How likely two of one name are one entity: above zero, they are taken for one."""
    return round(PRIOR[some.shape] + score(compare(some.profile, others.profile, corpus.frequency)), 6)
