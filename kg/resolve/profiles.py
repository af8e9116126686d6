"""What is known of an entity from all articles that are taken to speak of it."""

from collections import Counter
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
    types: Counter[EntityType] = field(default_factory=Counter)
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
        for name in ("countries", "settings", "bodies", "people", "roles", "companions", "articles"):
            getattr(self, name).update(getattr(other, name))
        self.types.update(other.types)
        years = [year for pair in (self.years, other.years) if pair is not None for year in pair]
        self.years = (min(years), max(years)) if years else None


def profile_of(reading: Reading, corpus: Corpus) -> Profile:
    """What one article says."""
    around = corpus.by_article[reading.article]
    ties = {relation: set[str]() for relation in ("body", "person")}
    for tie in reading.ties:
        other = around.get(tie.other)
        if other is None or not other.named or other.type is EntityType.COUNTRY:
            continue
        if tie.relation in PERSONAL_RELATIONS:
            ties["person"].add(tie.other)
        elif tie.relation in ROLE_RELATIONS and not _is_called_after(tie.other, reading.key):
            ties["body"].add(_body(other, corpus))
    year = int(reading.date[:4]) if reading.date and reading.date[:4].isdigit() else None
    return Profile(
        countries=set(corpus.countries(reading)),
        settings=set(corpus.setting(reading.article)),
        bodies=ties["body"],
        people=ties["person"],
        roles=set(reading.roles),
        companions=set(corpus.companions[reading.article] - {reading.key}),
        articles={reading.article},
        types=Counter({reading.type: 1}),
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
