"""What the articles say of their entities: the values that resolution works on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.gazetteer import Gazetteer
from kg.model import EntityType
from kg.resolve.shapes import Shape, shape_of

ROLE_RELATIONS = frozenset({"leads", "worksFor", "memberOf", "citizenOf", "partOf", "locatedIn", "founded"})
"""Relations that tie an entity to the body or country that it belongs to."""
PERSONAL_RELATIONS = frozenset({"relativeOf", "representedBy"})
"""Relations that tie a person to another."""
RARE, SHARE, MOST_RARE = 3, 50, 50
"""Somebody is rare who is named in that many articles at most, or in one of `SHARE` articles of a larger corpus, up to
`MOST_RARE`."""


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """What an article ties the entity to, by a relation that says what it is.

    Attributes:
        other: the key of the other entity in the same article.
        outgoing: the entity is the subject.
    """

    relation: str
    other: str
    outgoing: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says of one entity.

    Attributes:
        iri: of the reading itself; unique.
        entity: IRI of the entity as the article alone gives it, made from its key.
        named: it has a name of its own.
        identity: IRI of the same thing elsewhere, where a gazetteer knows it.
        mentions: by name.
        date: of the article, ISO 8601.
    """

    iri: str
    entity: str
    article: str
    key: str
    type: EntityType
    name: str
    named: bool = True
    identity: str | None = None
    mentions: int = 1
    roles: frozenset[str] = frozenset()
    ties: frozenset[Tie] = frozenset()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """What is counted over all articles, where a corpus has only some of them.

    Attributes:
        articles: how many there are.
        frequency: in how many of them each key stands; those may be missing that stand in one.
    """

    articles: int
    frequency: Mapping[str, int]


class Corpus:
    """All readings together, and what can be looked up in them.

    Args:
        readings: in any order; of an article all or none.
        gazetteer: says which country a known body or city belongs to.
        whole: what the readings are a part of.
    """

    def __init__(self, readings: Iterable[Reading], gazetteer: Gazetteer, whole: Whole | None = None) -> None:
        self._whole = whole
        self.readings = sorted(readings, key=lambda r: (r.key, r.article, r.iri))
        self.gazetteer = gazetteer
        self.by_article: defaultdict[str, dict[str, Reading]] = defaultdict(dict)
        for reading in self.readings:
            self.by_article[reading.article][reading.key] = reading
        self._shapes: dict[tuple[str, str, EntityType], Shape] = {}
        self._homes: dict[str, str | None] = {}

    @property
    def size(self) -> int:
        """How many articles there are."""
        return len(self.by_article) if self._whole is None else self._whole.articles

    @cached_property
    def frequency(self) -> Counter[str]:
        """In how many articles each key stands."""
        if self._whole is not None:
            return Counter(self._whole.frequency)
        return Counter(reading.key for reading in self.readings)

    @cached_property
    def rare(self) -> frozenset[str]:
        """Keys of those whom no gazetteer knows and few articles name."""
        most = min(MOST_RARE, max(RARE, self.size // SHARE))
        return frozenset(
            key
            for key in {reading.key for reading in self.readings}
            if self.frequency[key] <= most and self.gazetteer.by_key(key) is None
        )

    def is_known(self, reading: Reading) -> bool:
        """Whether a gazetteer has given the name."""
        return reading.identity is not None or self.gazetteer.by_key(reading.key) is not None

    def shape(self, reading: Reading) -> Shape:
        """What the name that an article gives tells alone."""
        if self.is_known(reading) or reading.type is EntityType.COUNTRY:
            return Shape.KNOWN
        named = (reading.key, reading.name, reading.type)
        if (shape := self._shapes.get(named)) is None:
            shape = self._shapes[named] = shape_of(reading.name, reading.type, self.gazetteer)
        return shape

    @cached_property
    def companions(self) -> dict[str, frozenset[str]]:
        """Keys of those whom an article names and who tell something about the others there.

        Places are left out, peoples, bodies that every state has, and media, which are named for what they report.
        """
        return {
            article: frozenset(key for key, reading in around.items() if self._tells(reading))
            for article, around in self.by_article.items()
        }

    def _tells(self, reading: Reading) -> bool:
        if not reading.named or reading.type in (EntityType.COUNTRY, EntityType.PLACE):
            return False
        known = self.gazetteer.by_key(reading.key)
        if known is not None:
            return known.kind != "medium"
        return self.shape(reading) not in (Shape.GENERIC, Shape.PEOPLE)

    def setting(self, article: str) -> frozenset[str]:
        """The country that the article names most; several where they tie."""
        return self._settings.get(article, frozenset())

    @cached_property
    def _settings(self) -> dict[str, frozenset[str]]:
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for reading in self.readings:
            for country in self.countries(reading):
                counts[reading.article][country] += reading.mentions
        return {
            article: frozenset(c for c, n in counted.items() if n == max(counted.values()))
            for article, counted in counts.items()
        }

    def countries(self, reading: Reading) -> frozenset[str]:
        """The countries that the article ties the entity to, itself where it is one."""
        return self._countries(reading, depth=2)

    def _countries(self, reading: Reading, depth: int) -> frozenset[str]:
        if reading.type is EntityType.COUNTRY:
            return frozenset({reading.key})
        found: set[str] = set()
        if (known := self._known_country(reading.key)) is not None:
            found.add(known)
        for tie in reading.ties:
            if not tie.outgoing or tie.relation not in ROLE_RELATIONS:
                continue
            other = self.by_article[reading.article].get(tie.other)
            if other is not None and depth:
                found |= self._countries(other, depth - 1)
        return frozenset(found)

    def _known_country(self, key: str) -> str | None:
        """The country that a known city or body is part of, directly or by way of others."""
        if key not in self._homes:
            self._homes[key] = self._found_country(key)
        return self._homes[key]

    def _found_country(self, key: str) -> str | None:
        seen: set[str] = set()
        while (entry := self.gazetteer.by_key(key)) is not None and key not in seen:
            if entry.type is EntityType.COUNTRY:
                return key
            seen.add(key)
            if entry.part_of is None:
                return None
            key = entry.part_of
        return None
