"""Whose office an office is: the country that goes with a person, with an office, or with the whole article."""

from collections import Counter
from collections.abc import Mapping

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.government import MONARCHS, is_of_province, may_have
from kg.extract.lexicon.people import words
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.nouns import RoleNoun
from kg.extract.roles.offices import HEADS_OF_GOVERNMENT, HEADS_OF_STATE
from kg.extract.roles.origins import origins_of
from kg.extract.roles.prominence import Prominence
from kg.gazetteer import Gazetteer
from kg.model import Entity, EntityType, MentionKind

OF_ONE_COUNTRY = {
    "secretary of state": "united-states",
    "defense secretary": "united-states",
    "treasury secretary": "united-states",
    "homeland security secretary": "united-states",
    "transportation secretary": "united-states",
    "commerce secretary": "united-states",
    "war secretary": "united-states",
    "home secretary": "united-kingdom",
    "business secretary": "united-kingdom",
    "congressman": "united-states",
    "congresswoman": "united-states",
}
"""Offices that news in English calls so in one country alone, where it says no other."""

_PRESIDENTS = words("president")
_FEWEST = 2
"""A country that is named once does not make an article its own."""
_SHARE = 0.4
"""Of the mentions of all countries; in texts of several countries the largest share goes wrong more and more often below."""


class Countries:
    """The countries of one article, and which goes with whom.

    Attributes:
        main: the country that the article is about, to which a large share of the mentions of countries and of their
            known cities goes; None where no country stands out so.
    """

    def __init__(self, index: MentionIndex, gazetteer: Gazetteer) -> None:
        self._index = index
        self._gazetteer = gazetteer
        self._entities: Mapping[str, Entity] = index.doc._.kg_entities
        self._mentions = [
            m for m in index.mentions if m.type is EntityType.COUNTRY and m.kind is not MentionKind.PRONOUN
        ]
        self._named = {m.entity for m in self._mentions}
        self.main = self._dominant()
        self._prominence = Prominence(index, gazetteer)
        self._of_person: dict[str, str] = {}
        self._holders: dict[tuple[str, str], set[str]] = {}

    def _dominant(self) -> str | None:
        counts = Counter(m.entity for m in self._mentions)
        counts.update(
            city.part_of
            for m in self._index.mentions
            if m.type is EntityType.PLACE
            and m.kind is MentionKind.NAME
            and (city := self._gazetteer.by_key(m.entity)) is not None
            and city.part_of is not None
        )
        if not counts:
            return None
        ((key, count),) = counts.most_common(1)
        clear = count >= _FEWEST and count >= _SHARE * counts.total()
        return key if clear and key in self._named else None

    def link(self, person: str, country: str) -> None:
        """Remember the country with which a person was named."""
        self._of_person.setdefault(person, country)

    def hold(self, office: str, country: str, person: str) -> None:
        """Remember who holds an office of which a country has only one."""
        self._holders.setdefault((_rank(office), country), set()).add(person)

    def governing(self, at: int) -> TokenMention | None:
        """Who heads the government of the country that the article is about, else the state; the nearest mention."""
        governed = {country for rank, country in self._holders if rank in ("government", "state")}
        country = self.main or (governed.pop() if len(governed) == 1 else "")
        for rank in ("government", "state"):
            holders = self._holders.get((rank, country), set())
            found = [m for m in self._index.mentions if m.entity in holders and m.kind is MentionKind.NAME]
            if found:
                return min(found, key=lambda m: (abs(m.head - at), m.head))
        return None

    def of_person(self, person: str, at: int) -> TokenMention | None:
        """The country with which a person was named, or that the person is known to lead; its nearest mention."""
        return self._nearest(self._of_person.get(person) or self._led(person, None), at)

    def is_of_another(self, person: TokenMention, country: TokenMention) -> bool:
        """Whether somebody is known to lead other countries than the one that a description names.

        Then the description means somebody else ("the North Korean leader" is not the last president spoken of).
        """
        if country.type is not EntityType.COUNTRY:
            return False
        known = self._leads(person.entity, None)
        return bool(known) and country.entity not in known

    def default(self, noun: RoleNoun, person: str, at: int, *, former: bool) -> TokenMention | None:
        """The country whose office it is where the phrase does not say: its nearest mention, or none rather than a guess.

        The person decides by what else the article says, then by what is known of leaders; then the office; then the
        country that the article is about, unless somebody else holds the office there.
        """
        key = self._of_person.get(person)
        if key is None:
            known = self._leads(person, _kind(noun.word) if noun.word in HEADS_OF_STATE else None)
            if known:
                key = self._only(known)
                return self._nearest(key, at)
        if key is None:
            key = OF_ONE_COUNTRY.get(noun.word) or self._vacant(noun.word, person, at, former=former)
        return self._nearest(key, at)

    def _leads(self, person: str, office: str | None) -> tuple[str, ...]:
        """Keys of the countries that the person is known to lead or to have led."""
        entity = self._entities.get(person)
        return self._gazetteer.leader(entity.name, office) if entity is not None else ()

    def _led(self, person: str, office: str | None) -> str | None:
        return self._only(self._leads(person, office))

    def _only(self, keys: tuple[str, ...]) -> str | None:
        """The one of several countries that the article speaks of."""
        named = [key for key in keys if key in self._named]
        return named[0] if len(named) == 1 else None

    def _vacant(self, office: str, person: str, at: int, *, former: bool) -> str | None:
        """The country of the article, unless the sentence speaks of others, or somebody else holds the office there."""
        rank = _rank(office)
        others = {
            country
            for (held, country), holders in self._holders.items()
            if held == rank and holders - {person} and not former
        }
        possible = [country for country in self._prominence.shares if may_have(country, office)]
        entity = self._entities.get(person)
        named = entity is not None and entity.name[:1].isupper()
        origins = origins_of(self._gazetteer).compared(entity.name, possible) if entity and named else {}
        found = self._prominence.likeliest(at, possible, others, origins)
        return None if found is not None and is_of_province(found, office) else found

    def _nearest(self, key: str | None, at: int) -> TokenMention | None:
        found = (m for m in self._mentions if m.entity == key)
        return min(found, key=lambda m: (abs(m.head - at), m.head), default=None)


def _rank(office: str) -> str:
    """Offices of which a country has one at a time: its head, or the head of its government."""
    return "government" if office in HEADS_OF_GOVERNMENT else "state" if office in HEADS_OF_STATE else office


def _kind(office: str) -> str:
    """The kind of office as the gazetteer calls it."""
    if office in HEADS_OF_GOVERNMENT:
        return "prime minister"
    last = office.split()[-1]
    return "president" if last in _PRESIDENTS else "monarch" if office in MONARCHS else "leader"
