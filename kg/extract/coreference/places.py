"""Which country or place a noun phrase means."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.coreference.local import LocalEntities
from kg.extract.coreference.roles import RolesSeen
from kg.extract.coreference.salience import History
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.lexicon.places import NAME_ENDS, SETTLEMENTS
from kg.extract.mentions.name_types import lemma_of
from kg.extract.mentions.nominals import Nominal
from kg.extract.words import Words
from kg.gazetteer import Gazetteer
from kg.model import EntityType

FEDERAL: Final = frozenset(
    {
        "united-states",
        "india",
        "nigeria",
        "brazil",
        "mexico",
        "australia",
        "germany",
        "malaysia",
        "myanmar",
        "sudan",
        "south-sudan",
        "ethiopia",
        "somalia",
        "venezuela",
        "austria",
        "micronesia",
    }
)
"""Countries in which "the state" may be one of theirs."""
SOIL: Final = frozenset({"territory", "soil"})
LATELY: Final = 2
"""How many sentences back the main country must stand for "the country" to mean it rather than another."""


class PlaceResolver:
    """Finds or makes the entities of noun phrases for countries and places."""

    def __init__(
        self,
        words: Words,
        history: History,
        roles: RolesSeen,
        local: LocalEntities,
        mentions: Sequence[TokenMention],
        gazetteer: Gazetteer,
    ) -> None:
        self.w = words
        self.history = history
        self.roles = roles
        self.local = local
        self.gazetteer = gazetteer
        self.capitals = self._capitals(mentions)
        counts = Counter(
            m.entity for m in mentions if m.type is EntityType.COUNTRY
        )  # in the order of the text
        counts.update(key for key in self._at_opening(mentions) if key in counts)
        ranked = [*sorted(counts.values(), reverse=True), 0, 0]
        self.alone = ranked[0] >= 2 * ranked[1]
        self.main = max(counts, key=lambda key: counts[key], default=None)

    def resolve(self, nominal: Nominal) -> str | None:
        """The entity of the phrase; None where a country is meant and none is named."""
        if nominal.type is EntityType.COUNTRY:
            return (
                self._country(nominal)
                if nominal.definite and not nominal.plural and not nominal.inside
                else None
            )
        if (named := self._itself(nominal) or self._of_country(nominal)) is not None:
            return named
        if nominal.definite and not nominal.inside:
            for entity in self.history.backwards(EntityType.PLACE):
                if nominal.lemma in self.roles.nouns.get(entity, set()):
                    return entity
            if nominal.lemma in SETTLEMENTS - {"capital", "port"}:
                for entity in self.history.backwards(EntityType.PLACE):
                    if entity not in self.local.tentative:
                        return entity
        entity = self.local.plain(EntityType.PLACE, self.w.span(nominal.start, nominal.end))
        self.roles.add(entity, nominal.lemma)
        return entity

    def _at_opening(self, mentions: Sequence[TokenMention]) -> Iterator[str]:
        """The countries that the datelines name, each twice, and those of their towns."""
        for mention in (m for m in mentions if self.w.in_dateline(m.start)):
            town = self.gazetteer.by_key(mention.entity)
            if mention.type is EntityType.COUNTRY:
                yield from (mention.entity, mention.entity)
            elif town is not None and town.part_of is not None:
                yield town.part_of

    def _capitals(self, mentions: Sequence[TokenMention]) -> dict[str, str]:
        """The capitals that the text names, by their countries."""
        known = (self.gazetteer.by_key(m.entity) for m in mentions if m.type is EntityType.PLACE)
        return {c.part_of: c.key for c in known if c is not None and c.is_capital and c.part_of is not None}

    def _of_country(self, nominal: Nominal) -> str | None:
        """The capital of a country, where the text names it; the country itself for its soil and for itself as a state."""
        countries = [e for e in nominal.inside if self.local.entities[e].type is EntityType.COUNTRY]
        if (
            nominal.lemma == "state"
            and not nominal.reach
            and len(countries) == 1
            and countries[0] not in FEDERAL
        ):
            return countries[0]
        if nominal.lemma in SOIL and nominal.determiner in ("", "'s") and len(countries) == 1:
            return countries[0]
        if nominal.lemma != "capital" or not nominal.definite:
            return None
        return self.capitals.get(countries[0] if countries else self.main or "")

    def _country(self, nominal: Nominal) -> str | None:
        """The main country where it was spoken of lately, else the last one that was; "the state" is the main one."""
        if nominal.lemma == "state":
            return self.main if self.alone and self.main not in FEDERAL else None
        here = self.w.sentence[nominal.head]
        last: str | None = None
        for item in reversed(self.history.seen):
            if here - item.sentence > LATELY and last is not None:
                break
            if item.mention.type is EntityType.COUNTRY:
                if item.mention.entity == self.main:
                    return self.main
                last = last or (None if self._is_of_somebody(item.mention) else item.mention.entity)
                if here - item.sentence > LATELY:
                    return self.main
        return last or self.main

    def _is_of_somebody(self, mention: TokenMention) -> bool:
        """Whether it only tells where somebody is from ("the French president"), so that nothing is said of the country."""
        token = self.w.tokens[mention.head]
        person = token.head.ent_type_ == "PERSON" or lemma_of(self.w, token.head.i) in PERSON_NOUNS
        adjective = self.gazetteer.by_demonym(self.w.span(mention.start, mention.end)) is not None
        return adjective and person and token.dep_ in ("amod", "compound")

    def _itself(self, nominal: Nominal) -> str | None:
        """The place that the phrase names itself: "the town of Sund", "the Sund river"."""
        places = [e for e in nominal.inside if self.local.entities[e].type is EntityType.PLACE]
        if not places:
            return None
        after = self.w.lower[nominal.head + 1] if nominal.head + 1 < len(self.w) else ""
        if nominal.reach and after == "of":
            self.roles.add(places[-1], nominal.lemma)
            return places[-1]
        return (
            places[-1] if nominal.lemma in NAME_ENDS and self.w.text[nominal.head - 1][0].isupper() else None
        )
