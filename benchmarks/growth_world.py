"""Made-up news for measures of growth: as many articles as wanted, each made by itself, the same for the same numbers.

Six sentences an article, five of which make a claim; titles, sources, denials and dates as the news has them. An article is
about a country and speaks most of those at home there; who somebody works for or is related to is the same in all. Some
articles print an earlier one again, or most of it, and some call people by their family names alone. No language model reads
them: what is read in each is known, since it is made together with the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Final

from big_world import Cast, cast

from kg.gazetteer import load_gazetteer
from kg.model import (
    UNNAMED,
    Article,
    Claim,
    Entity,
    EntityType,
    Extraction,
    HolderStance,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Sentence,
    Span,
)
from kg.model.keys import slug
from kg.ontology import Relation, load_ontology

SEED: Final = 11
CLAIMS: Final = 5
COPIES: Final = 0.06
"""Share of the articles that are a copy of an earlier one."""
AT_HOME: Final = 0.8
"""Share of those spoken of who are at home in the country that the article is about."""
BY_FAMILY_NAME: Final = 0.05
"""Share of the articles that call people by their family names alone."""
ATTRIBUTED, UNNAMED_SHARE, NEGATED, POSSIBLE, DATED = 0.25, 0.05, 0.06, 0.12, 0.3
FIRST_DAY: Final = date(2015, 1, 1)
DAYS: Final = 3_600
OUTLETS: Final = ("The Kelmar Courier", "Northern Wire", "Gazeta Iskra", "Harbour Post", "The Lustria Times")

PHRASES: Final = {
    "accused": "accused {} of negligence",
    "agreedWith": "reached an agreement with {}",
    "aided": "gave aid to {}",
    "alliedWith": "formed an alliance with {}",
    "appointed": "appointed {} to a vacant post",
    "arrested": "arrested {}",
    "attacked": "attacked {} before dawn",
    "citizenOf": "holds a passport of {}",
    "condemned": "condemned {} in strong terms",
    "convicted": "convicted {} after a long trial",
    "defeated": "defeated {} by a narrow margin",
    "dismissed": "dismissed {} without notice",
    "easedSanctionsOn": "eased sanctions on {}",
    "extradited": "extradited {}",
    "founded": "founded {} with borrowed money",
    "indicted": "indicted {} on nine counts",
    "invested": "invested a large sum in {}",
    "investigated": "investigated {} for months",
    "leads": "leads {} since the spring",
    "locatedIn": "has its seat in {}",
    "memberOf": "joined {} as a full member",
    "metWith": "met with {} behind closed doors",
    "negotiatedWith": "negotiated with {} for two days",
    "offered": "offered {} a new contract",
    "opposes": "opposes {} in this matter",
    "pardoned": "pardoned {} on the eve of the holiday",
    "partOf": "became a part of {}",
    "protestedAgainst": "protested against {} in the rain",
    "recognized": "recognized {} as lawful",
    "relativeOf": "is a cousin of {}",
    "released": "released {} on bail",
    "representedBy": "was represented in court by {}",
    "sanctioned": "imposed sanctions on {}",
    "succeeded": "succeeded {} at short notice",
    "sued": "sued {} for damages",
    "supported": "supported {} in public",
    "threatened": "threatened {} with a boycott",
    "urged": "urged {} to think again",
    "visited": "visited {} for the first time",
    "worksFor": "works for {} as an adviser",
}
"""How each relation of the ontology is said; {} is the object."""
_MATTERS: Final = """harbour budget pipeline census railway election treaty refinery border mine tender pension dam fishery
    bridge archive loan strike audit airport vaccine reactor subsidy ferry harvest tariff stadium museum quarry
    school""".split()
_QUALITIES: Final = """disputed delayed northern planned unfinished costly secret joint regional abandoned private federal
    unpopular historic emergency coastal provisional foreign rural electronic""".split()
_CIRCUMSTANCES: Final = (
    "over the {} {} near {}",
    "after a row about the {} {} of {}",
    "while the {} {} in {} was being discussed",
    "because of the {} {} outside {}",
    "shortly before work began on the {} {} at {}",
)
_BACKGROUND: Final = (
    "The {} {} of {} has cost {} million so far and employs {} people from the villages around it.",
    "Work on the {} {} of {} stopped {} weeks ago, when {} households there were left without power.",
    "In {} a {} {} had been promised for {} years, and {} signatures were handed in against it.",
)


@dataclass(frozen=True, slots=True)
class World:
    """Who is spoken of, and in how many articles.

    Attributes:
        articles: how many there are; the cast grows with them.
        circles: those who are at home in a country, by its key.
        ties: what somebody is tied to by the relations that stay the same, by key and relation.
        editions: numbers of the articles that have appeared in a second edition, with another last claim.
    """

    articles: int
    who: Cast
    circles: Mapping[str, Cast]
    relations: Sequence[Relation]
    ties: Mapping[str, Mapping[str, Entity]]
    editions: frozenset[int] = frozenset()

    def extraction(self, place: int) -> Extraction:
        """What is read in the article of a number."""
        chance = _chance("copy", place)
        if place and chance.random() < COPIES:
            return self._copy(place, chance.randrange(place), chance)
        return self._own(place)

    def _own(self, place: int) -> Extraction:
        chance = _chance("article", place)
        writer = _Writer(self, chance)
        for number in range(CLAIMS):
            if number == CLAIMS - 1 and place in self.editions:
                writer.chance = _chance("edition", place)
            writer.claim()
        writer.background()
        return writer.extraction(f"made-up-{place:07}", FIRST_DAY + timedelta(days=chance.randrange(DAYS)))

    def _copy(self, place: int, of: int, chance: Random) -> Extraction:
        """An article that prints another's text, or the most of it, days later in another paper."""
        original = self._own(of)
        kept = len(original.sentences) - chance.randint(0, 2)
        end = original.sentences[kept - 1].span.end
        claims = tuple(claim for claim in original.claims if claim.evidence.end <= end)
        mentions = tuple(mention for mention in original.mentions if mention.span.end <= end)
        used = {mention.entity for mention in mentions}
        day = date.fromisoformat(original.article.date or "") + timedelta(days=chance.randint(0, 5))
        article = replace(
            original.article,
            identifier=f"made-up-{place:07}",
            text=original.article.text[:end] + "\n",
            date=day.isoformat(),
            publisher=chance.choice(OUTLETS),
        )
        entities = tuple(entity for entity in original.entities if entity.key in used)
        return Extraction(article, original.sentences[:kept], mentions, entities, claims)

    def extractions(self) -> Iterator[Extraction]:
        """All articles, in their order."""
        return map(self.extraction, range(self.articles))


def world(articles: int, editions: frozenset[int] = frozenset()) -> World:
    """A world of so many articles."""
    ontology = load_ontology()
    relations = [ontology.relations[name] for name in sorted(PHRASES)]
    known = {entry.key: entry.wikidata for entry in load_gazetteer() if entry.type is EntityType.COUNTRY}
    who = cast(articles, Random(SEED))
    countries = [
        replace(each, key=slug(each.name), wikidata=known.get(slug(each.name)))
        for each in who.members[EntityType.COUNTRY]
    ]
    members = {
        kind: countries if kind is EntityType.COUNTRY else [replace(e, key=slug(e.name)) for e in entities]
        for kind, entities in who.members.items()
    }
    everybody = Cast(members, who.weights)
    homes = _homes(everybody)
    circles = _circles(homes)
    return World(articles, everybody, circles, relations, _ties(homes, circles), editions)


def _homes(who: Cast) -> dict[Entity, Entity]:
    """The country of everybody who has one: many are at home in few countries."""
    chance = Random(SEED)
    country = frozenset({EntityType.COUNTRY})
    return {
        each: who.pick(country, chance)
        for kind in (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE)
        for each in who.members[kind]
    }


def _circles(homes: Mapping[Entity, Entity]) -> dict[str, Cast]:
    found: dict[str, dict[EntityType, list[Entity]]] = {}
    for each, home in homes.items():
        circle = found.setdefault(home.key, {kind: [] for kind in EntityType} | {EntityType.COUNTRY: [home]})
        circle[each.type].append(each)
    return {
        key: Cast(
            {kind: listed for kind, listed in circle.items() if listed},
            {kind: weights(len(listed)) for kind, listed in circle.items()},
        )
        for key, circle in found.items()
    }


def weights(number: int) -> list[float]:
    """Of so many, how often each is spoken of, added up: the first the most."""
    return list(accumulate(1 / (rank + 3) for rank in range(number)))


def _ties(homes: Mapping[Entity, Entity], circles: Mapping[str, Cast]) -> dict[str, dict[str, Entity]]:
    """Whose citizen, member and cousin everybody is, and where it lies."""
    chance = Random(SEED)
    found: dict[str, dict[str, Entity]] = {}
    for each, home in homes.items():
        circle = circles[home.key]
        ties = found[each.key] = dict.fromkeys(("citizenOf", "locatedIn", "partOf"), home)
        for kind, relations in (
            (EntityType.ORGANIZATION, ("leads", "worksFor", "memberOf")),
            (EntityType.PERSON, ("relativeOf", "representedBy")),
        ):
            if kind in circle.members:
                ties |= dict.fromkeys(relations, circle.pick(frozenset({kind}), chance))
    return found


class _Writer:
    """One article, sentence by sentence."""

    def __init__(self, world: World, chance: Random) -> None:
        self.world = world
        self.chance = chance
        self.text = ""
        self.sentences: list[Sentence] = []
        self.mentions: set[Mention] = set()
        self.claims: list[Claim] = []
        self.used: dict[str, Entity] = {}
        self.by_family_name = chance.random() < BY_FAMILY_NAME
        self.outlet = chance.choice(OUTLETS)
        about = world.who.pick(frozenset({EntityType.COUNTRY}), chance)
        self.circle = world.circles.get(about.key, world.who)

    def pick(self, kinds: frozenset[EntityType]) -> Entity:
        """One of the classes, rather of the country that the article is about."""
        near = self.chance.random() < AT_HOME and not kinds.isdisjoint(self.circle.members)
        return (self.circle if near else self.world.who).pick(kinds, self.chance)

    def ends(self, relation: Relation) -> tuple[Entity, Entity]:
        """Two whom a relation may hold between, and does where it is one that lasts."""
        while True:
            subject = self.pick(relation.domain)
            object_ = self.world.ties.get(subject.key, {}).get(relation.name) or self.pick(relation.range)
            if object_.key != subject.key and object_.type in relation.range:
                return subject, object_

    def called(self, entity: Entity) -> Entity:
        """The same as this article calls it."""
        if not self.by_family_name or entity.type is not EntityType.PERSON:
            return entity
        name = entity.name.rpartition(" ")[2]
        return Entity(slug(name), EntityType.PERSON, name)

    def claim(self) -> None:
        """A sentence that makes a claim, with what it mentions."""
        chance = self.chance
        relation = chance.choice(self.world.relations)
        subject, object_ = map(self.called, self.ends(relation))
        holder = self.called(self.pick(frozenset({EntityType.PERSON, EntityType.ORGANIZATION})))
        said, unnamed = chance.random() < ATTRIBUTED, chance.random() < UNNAMED_SHARE
        negated, possible = chance.random() < NEGATED, chance.random() < POSSIBLE
        before, _, after = PHRASES[relation.name].partition("{}")
        adverb = " may have" if possible else " never" if negated else ""
        words = f"{adverb} {before}{object_.name}{after} {self._circumstance()}"
        line = f"{subject.name}{words}"
        line += f", {holder.name} said." if said else ", officials said." if unnamed else "."
        start = self._sentence(line)
        self._mention(subject, start)
        trigger = Span(
            start + len(subject.name) + 1, start + len(f"{subject.name}{adverb} {before}".rstrip())
        )
        self._mention(object_, start + len(f"{subject.name}{adverb} {before}"))
        if said:
            self._mention(holder, start + len(subject.name + words) + 2)
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        self.claims.append(
            Claim(
                subject.key,
                relation.name,
                object_.key,
                Span(start, start + len(line)),
                trigger,
                f"SUBJ {relation.label} OBJ",
                polarity=Polarity.NEGATED if negated and not possible else Polarity.AFFIRMED,
                modality=Modality.POSSIBLE if possible else Modality.ACTUAL,
                holder=holder.key if said else UNNAMED if unnamed else None,
                stance=HolderStance.ASSERTS if said else None,
                date=day.isoformat() if chance.random() < DATED else None,
                confidence=round(chance.uniform(0.3, 1), 2),
            )
        )

    def background(self) -> None:
        """A sentence that claims nothing."""
        chance = self.chance
        place = self.world.who.pick(frozenset({EntityType.PLACE}), chance).name
        words = [chance.choice(_QUALITIES), chance.choice(_MATTERS)]
        numbers = [str(chance.randint(3, 99)), str(chance.randint(120, 9_900))]
        pattern = chance.choice(_BACKGROUND)
        told = [place, *words, *numbers] if pattern.startswith("In ") else [*words, place, *numbers]
        self._sentence(pattern.format(*told))

    def extraction(self, identifier: str, day: date) -> Extraction:
        """The article as far as it is written."""
        article = Article(
            identifier,
            self.text,
            title=self.sentences[0].text.partition(",")[0].rstrip("."),
            date=day.isoformat(),
            publisher=self.outlet,
        )
        entities = tuple(sorted(self.used.values()))
        return Extraction(
            article, tuple(self.sentences), tuple(sorted(self.mentions)), entities, tuple(self.claims)
        )

    def _circumstance(self) -> str:
        chance = self.chance
        place = self.world.who.pick(frozenset({EntityType.PLACE}), chance).name
        pattern = chance.choice(_CIRCUMSTANCES)
        return pattern.format(chance.choice(_QUALITIES), chance.choice(_MATTERS), place)

    def _sentence(self, line: str) -> int:
        """Write a sentence; gives where it begins."""
        start = len(self.text)
        self.sentences.append(Sentence(Span(start, start + len(line)), line))
        self.text += line + "\n"
        return start

    def _mention(self, entity: Entity, start: int) -> None:
        span = Span(start, start + len(entity.name))
        self.mentions.add(Mention(span, entity.name, MentionKind.NAME, entity.key))
        self.used[entity.key] = entity


def _chance(what: str, place: int) -> Random:
    return Random(f"{SEED} {what} {place}")
