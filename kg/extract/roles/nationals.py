"""People called by a noun of nationality: "Ole Holm, a Dane who …", "both Danes", "two Danes", "a Dane named Ole Holm"."""

from collections.abc import Iterator, Mapping

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.roles.holders import Holders
from kg.extract.roles.reading import BESIDE, RoleReader
from kg.extract.roles.suits import CITIZEN_OF
from kg.gazetteer import Gazetteer, GazetteerEntry
from kg.model import Entity, EntityType, MentionKind
from kg.ontology import Relation

NATIONAL = "NAME, a DEM"
_PEOPLE = frozenset((EntityType.PERSON,))
_BEFORE = frozenset("a an the both all two three four one".split())
_AGES = frozenset("year years old -".split())


class Nationals:
    """Finds them in one document; a country that only such a noun names becomes one of its entities."""

    def __init__(self, reader: RoleReader, gazetteer: Gazetteer, relations: Mapping[str, Relation]) -> None:
        self.index = reader.index
        self.tokens = reader.tokens
        self.names = reader.names
        self.holders: Holders = reader.holders
        self.gazetteer = gazetteer
        self.relations = relations

    def candidates(self) -> Iterator[Candidate]:
        """One for each person whom such a noun describes, in the order of the text."""
        if CITIZEN_OF not in self.relations:
            return
        for mention in list(self.index.mentions):
            if mention.type is not EntityType.PERSON or mention.kind is MentionKind.PRONOUN:
                continue
            words = " ".join(token.text for token in self.tokens[mention.start : mention.end])
            counted = self._is_counted(mention)
            country = self.gazetteer.by_demonym(self.tokens[mention.head].text if counted else words)
            if country is None or country.type is not EntityType.COUNTRY:
                continue
            for person in [mention] if counted else self._described(mention):
                yield self._citizen(person, mention, country)

    def _is_counted(self, mention: TokenMention) -> bool:
        """Whether it counts people of a nationality ("two Danes", "some 300 Danes")."""
        number = self.tokens[mention.start].pos_ == "NUM" or self.tokens[mention.head - 1].pos_ == "NUM"
        return number and self.tokens[mention.head].text[0].isupper()

    def _described(self, noun: TokenMention) -> list[TokenMention]:
        """The people whom the noun describes."""
        left, right = self.index.bounds(noun.start)
        begin = self._begin(noun.start, left)
        before = self.names.before(begin, _PEOPLE) if begin < noun.start else None
        if before is not None and before.kind is MentionKind.NAME:
            both = self.tokens[begin].lower_ in ("both", "all")
            return self.names.listed_before(before) if both else [before]
        if noun.end < right and self.tokens[noun.end].lower_ in ("named", "called"):
            return [m for m in self.index.starting(noun.end + 1) if m.type is EntityType.PERSON][:1]
        return [m for m in self.holders.of(self.tokens[noun.head]) if m.type is EntityType.PERSON]

    def _begin(self, i: int, left: int) -> int:
        """Where the phrase of a noun begins, past adjectives and age."""
        begin = i
        while begin > left and (
            self.tokens[begin - 1].pos_ in ("ADJ", "NUM") or self.tokens[begin - 1].lower_ in _AGES
        ):
            begin -= 1
        return begin - 1 if begin > left and self.tokens[begin - 1].lower_ in _BEFORE else i

    def _citizen(self, person: TokenMention, noun: TokenMention, entry: GazetteerEntry) -> Candidate:
        country = self._mention_of(entry, noun)
        return Candidate(
            person.head,
            country.head,
            person.entity,
            country.entity,
            CITIZEN_OF,
            noun.head,
            NATIONAL,
            BESIDE * person.confidence,
            static=True,
        )

    def _mention_of(self, entry: GazetteerEntry, noun: TokenMention) -> TokenMention:
        """The nearest mention of the country, or the noun itself as its only one."""
        found = [m for m in self.index.mentions if m.entity == entry.key]
        if found:
            return min(found, key=lambda m: (abs(m.head - noun.head), m.head))
        return self.index.add(
            Entity(entry.key, entry.type, entry.name, wikidata=entry.wikidata),
            TokenMention(
                noun.start, noun.end, noun.head, MentionKind.NAME, entry.type, entry.key, tentative=True
            ),
        )
