"""What is known of an entity from all articles that are taken to speak of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model import EntityType
from kg.resolve.fields import field_of
from kg.resolve.readings import PERSONAL_RELATIONS, ROLE_RELATIONS, Corpus, Reading
from kg.resolve.shapes import Shape

_ORDER = {kind: place for place, kind in enumerate(EntityType)}


@dataclass(slots=True)
class Profile:
    """What speaks for and against that two are one; profiles of parts add up to that of the whole.

    Attributes:
        countries: those that it is tied to.
        settings: those that its articles are about.
        bodies, people: keys of what it is tied to, countries left out.
        roles: nouns that the articles use for it.
        companions: keys of people and bodies named in the same articles.
        articles: their identifiers.
        types: by articles.
        years: first and last of its articles, where they are dated.
    """

    countries: set[str] = field(default_factory=set)
    settings: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    companions: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    types: dict[EntityType, int] = field(default_factory=dict)
    years: tuple[int, int] | None = None

    @property
    def type(self) -> EntityType:
        """The class that most articles give; of two as frequent, the first in `EntityType`."""
        if len(self.types) == 1:
            return next(iter(self.types))
        return min(self.types, key=lambda kind: (-self.types[kind], _ORDER[kind]))

    @property
    def fields(self) -> set[str]:
        """The fields of its roles."""
        return {found for role in self.roles if (found := field_of(role)) is not None}

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a name and those named beside it are known."""
        return not (self.countries or self.bodies or self.people or self.fields)

    def absorb(self, other: "Profile") -> None:
        """Add what is known of another."""
        self.countries |= other.countries
        self.settings |= other.settings
        self.bodies |= other.bodies
        self.people |= other.people
        self.roles |= other.roles
        self.companions |= other.companions
        self.articles |= other.articles
        for kind, many in other.types.items():
            self.types[kind] = self.types.get(kind, 0) + many
        if self.years is None or other.years is None:
            self.years = self.years or other.years
        else:
            self.years = (min(self.years[0], other.years[0]), max(self.years[1], other.years[1]))


def profile_of(reading: Reading, corpus: Corpus) -> Profile:
    """What one article says."""
    around = corpus.by_article[reading.article]
    bodies, people = set[str](), set[str]()
    for tie in reading.ties:
        other = around.get(tie.other)
        if other is None or not other.named or other.type is EntityType.COUNTRY:
            continue
        if tie.relation in PERSONAL_RELATIONS:
            people.add(tie.other)
        elif tie.relation in ROLE_RELATIONS and not _is_called_after(tie.other, reading.key):
            bodies.add(_body(other, corpus))
    year = int(reading.date[:4]) if reading.date and reading.date[:4].isdigit() else None
    return Profile(
        countries=set(corpus.countries(reading)),
        settings=set(corpus.setting(reading.article)),
        bodies=bodies,
        people=people,
        roles=set(reading.roles),
        companions=set(corpus.companions[reading.article] - {reading.key}),
        articles={reading.article},
        types={reading.type: 1},
        years=None if year is None else (year, year),
    )


def _body(other: Reading, corpus: Corpus) -> str:
    """The key of a body, with its country where every state has one."""
    if corpus.shape(other) is not Shape.GENERIC:
        return other.key
    countries = corpus.countries(other) or corpus.setting(other.article)
    return "-".join([other.key, *sorted(countries)])


def _is_called_after(body: str, key: str) -> bool:
    """Whether a body bears the entity's own name ("biden-administration"): that tells nothing about who it is."""
    return key.rpartition("-")[2] in body.split("-")


def profile_of_all(readings: Iterable[Reading], corpus: Corpus) -> Profile:
    """What several articles say together."""
    whole = Profile()
    for reading in readings:
        whole.absorb(profile_of(reading, corpus))
    return whole
