"""Which country or place a noun phrase means."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.coreference.local import LocalEntities
from kg.extract.coreference.roles import RolesSeen
from kg.extract.coreference.salience import History
from kg.extract.coreference.topics import topic
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.lexicon.people import words as word_set
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
NEIGHBOURS: Final = frozenset({"neighbour", "neighbor"})
COMPASS: Final = frozenset("southern northern eastern western south north east west".split())
_GULF: Final = word_set("saudi-arabia qatar united-arab-emirates kuwait bahrain oman")
REALMS: Final = {
    "kingdom": word_set(
        """saudi-arabia jordan morocco bahrain thailand cambodia bhutan eswatini lesotho tonga united-kingdom spain
        netherlands belgium denmark norway sweden"""
    ),
    "emirate": word_set("qatar kuwait united-arab-emirates"),
    "sultanate": word_set("oman brunei"),
    "archipelago": word_set("indonesia philippines maldives comoros seychelles bahamas cape-verde japan"),
}
"""Countries by what they are called as states."""
REGIONS: Final = {
    "gulf": _GULF,
    "baltic": word_set("estonia latvia lithuania"),
    "andean": word_set("bolivia peru ecuador colombia chile venezuela"),
    "himalayan": word_set("nepal bhutan"),
    "balkan": word_set(
        """serbia kosovo albania montenegro bulgaria croatia slovenia romania greece bosnia-and-herzegovina
        north-macedonia"""
    ),
    "jewish": frozenset({"israel"}),
    "nordic": word_set("denmark norway sweden finland iceland"),
    "caribbean": word_set(
        "haiti cuba jamaica dominican-republic trinidad-and-tobago barbados bahamas grenada dominica"
    ),
}
"""Countries by where they lie."""
SOIL: Final = frozenset({"territory", "soil"})
OPENING: Final = 3
"""How many mentions a country in the dateline, or one of whose towns stands there, is worth."""
HUBS: Final = frozenset("washington new-york london brussels geneva the-hague vienna davos paris".split())
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
                if nominal.definite and not nominal.plural and not self._tells_country(nominal)
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
                    if entity not in self.local.tentative and not self._is_region(entity):
                        return entity
        entity = self.local.plain(EntityType.PLACE, self.w.span(nominal.start, nominal.end))
        self.roles.add(entity, nominal.lemma)
        return entity

    def _is_region(self, entity: str) -> bool:
        """Whether a place is known for something wider than a town."""
        known = self.gazetteer.by_key(entity)
        return known is not None and known.kind == "region"

    def _tells_country(self, nominal: Nominal) -> bool:
        """Whether the phrase names something else than a region before its noun ("the South American country")."""
        before = self.w.lower[nominal.head - 1]
        region = nominal.determiner == "the" and before not in ("of", "'s", "’s")
        return any(not region or self.local.entities[e].type is not EntityType.PLACE for e in nominal.inside)

    def neighbour(self, nominal: Nominal) -> str | None:
        """The other country spoken of with the one whose neighbour is meant ("accused its neighbour")."""
        if (
            nominal.lemma not in NEIGHBOURS
            or nominal.plural
            or not nominal.inside
            or nominal.describes & COMPASS
        ):
            return None
        owner, here = nominal.inside[0], self.w.sentence[nominal.head]
        if self.local.entities[owner].type is not EntityType.COUNTRY:
            return None
        for item in reversed(self.history.seen):
            if here - item.sentence > LATELY:
                return None
            if item.sentence == here and nominal.determiner == "their":
                continue  # "Chile and Peru backed their neighbour"
            named = item.mention.type is EntityType.COUNTRY and item.mention.entity not in self.history.sets
            if named and item.mention.entity != owner:
                return item.mention.entity
        return None

    def _at_opening(self, mentions: Sequence[TokenMention]) -> Iterator[str]:
        """The countries of the datelines, each as often as it counts; where the world's news is written they count less."""
        for mention in (m for m in mentions if self.w.in_dateline(m.start)):
            town = self.gazetteer.by_key(mention.entity)
            if mention.type is EntityType.COUNTRY:
                yield from [mention.entity] * OPENING
            elif town is not None and town.part_of is not None:
                yield from [town.part_of] * (1 if town.key in HUBS else OPENING)

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
        if nominal.lemma == "state" and nominal.head == nominal.start:
            return self.main if self.alone and self.main not in FEDERAL else None
        if (region := self._region(nominal)) is not None:
            about = topic(self.w, self.history, self.local, nominal, EntityType.COUNTRY)
            known = self.history.backwards(EntityType.COUNTRY)
            return next((e for e in (about, *known) if e in region), None)
        here = self.w.sentence[nominal.head]
        last: str | None = None
        for item in reversed(self.history.seen):
            if here - item.sentence > LATELY and last is not None:
                break
            if item.mention.type is EntityType.COUNTRY and item.mention.entity not in self.history.sets:
                if item.mention.entity == self.main:
                    return self.main
                near = here - item.sentence <= (1 if self.alone else LATELY)
                other = near and not self._is_of_somebody(item.mention)
                last = last or (item.mention.entity if other else None)
                if here - item.sentence > LATELY:
                    return self.main
        return last or self.main

    def _region(self, nominal: Nominal) -> frozenset[str] | None:
        """The countries that the phrase may mean by where they lie or how they are ruled; None where it does not tell."""
        if nominal.lemma in REALMS:
            return REALMS[nominal.lemma]
        words = (self.w.lower[k] for k in range(nominal.start, nominal.head))
        return next((REGIONS[word] for word in words if word in REGIONS), None)

    def _is_of_somebody(self, mention: TokenMention) -> bool:
        """Whether it only tells where somebody is from ("the French president"), so that nothing is said of the country."""
        token = self.w.tokens[mention.head]
        person = token.head.ent_type_ == "PERSON" or lemma_of(self.w, token.head.i) in PERSON_NOUNS
        name = self.w.span(mention.start, mention.end)
        adjective = self.gazetteer.by_demonym(name) is not None or "." in name
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
