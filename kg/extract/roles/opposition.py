"""Who is called "the opposition" opposes whoever governs the country that the article speaks of."""

from collections.abc import Iterable, Iterator, Mapping

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.roles.countries import Countries
from kg.extract.roles.reading import BY_DEFAULT, BY_REFERENCE, Reading, RoleReader
from kg.extract.roles.suits import LEADS, OPPOSES
from kg.model import EntityType, MentionKind
from kg.ontology import Relation

CONSTRUCTION = "opposition PARTY"
_OPPOSITION = "opposition"
_HEADS = frozenset(
    "leader chief head candidate figure politician party bloc alliance coalition group movement".split()
)
"""Whom being called "opposition" says to oppose the government, and not only to sit with those who do."""

_BODIES = frozenset((EntityType.ORGANIZATION,))
_AGENTS = frozenset((EntityType.PERSON, EntityType.ORGANIZATION))


class Opposition:
    """Finds opposition parties and leaders, and sets them against the head of government."""

    def __init__(self, reader: RoleReader, countries: Countries, relations: Mapping[str, Relation]) -> None:
        self.reader = reader
        self.index = reader.index
        self.tokens = reader.tokens
        self.countries = countries
        self.relations = relations

    def candidates(self, readings: Iterable[Reading]) -> Iterator[Candidate]:
        """One for each party or person that the article calls opposition."""
        if OPPOSES not in self.relations:
            return
        called = list(self._named()) + list(self._described(readings))
        yield from self._leaders(called)
        leaders = {mention.entity for mention, _ in called}
        called += self._itself()
        for mention, trigger in called:
            other = self._addressed(mention, trigger) or self.countries.governing(trigger)
            if other is None and mention.kind is MentionKind.NAME:
                other = self._government(trigger)
            if other and mention.kind is MentionKind.NOMINAL and not self._is_beside(other, trigger):
                continue
            if other and self.tokens[mention.head].lower_ == _OPPOSITION and other.entity in leaders:
                continue  # an opposition leader who has come to govern
            if other and other.entity != mention.entity:
                confidence = BY_DEFAULT * min(mention.confidence, other.confidence)
                yield Candidate(
                    mention.head,
                    other.head,
                    mention.entity,
                    other.entity,
                    OPPOSES,
                    trigger,
                    CONSTRUCTION,
                    confidence,
                    static=True,
                )

    def _is_beside(self, other: TokenMention, at: int) -> bool:
        """Whether the sentence of a token speaks of somebody as well."""
        first, last = self.index.bounds(at)
        return any(m.entity == other.entity and first <= m.head < last for m in self.index.mentions)

    def _itself(self) -> list[tuple[TokenMention, int]]:
        """The opposition as a body, wherever it is called so, as every title says an office again."""
        spoken = [
            (m, m.head)
            for m in self.index.mentions
            if m.type in _BODIES
            and m.kind is MentionKind.NOMINAL
            and self.tokens[m.head].lower_ == _OPPOSITION
            and not self._begins_name(m)
        ]
        return spoken if len({m.entity for m, _ in spoken}) == 1 else []

    def _begins_name(self, mention: TokenMention) -> bool:
        """Whether it only says what a named party is ("the opposition Green Party")."""
        return any(
            m.kind is MentionKind.NAME and m.type in _BODIES for m in self.index.starting(mention.head + 1)
        )

    def _addressed(self, mention: TokenMention, at: int) -> TokenMention | None:
        """The government in the sentence that names an opposition party ("the opposition X urged the government")."""
        if mention.kind is not MentionKind.NAME or mention.type not in _BODIES:
            return None
        first, last = self.index.bounds(at)
        return next((m for m in self._governments() if first <= m.head < last), None)

    def _government(self, at: int) -> TokenMention | None:
        """The nearest mention of the one government that the article speaks of."""
        found = self._governments()
        if len({m.entity for m in found}) != 1:
            return None
        return min(found, key=lambda m: (abs(m.head - at), m.head))

    def _governments(self) -> list[TokenMention]:
        return [
            m
            for m in self.index.mentions
            if m.type in _BODIES
            and self.tokens[m.head].lower_ == "government"
            and m.kind is not MentionKind.PRONOUN
            and not self._is_foreign(m)
        ]

    def _is_foreign(self, government: TokenMention) -> bool:
        """Whether the government is that of another country than the one that the article is about."""
        told = {
            m.entity
            for m in self.index.mentions
            if m.type is EntityType.COUNTRY and government.start <= m.start < government.end
        }
        return bool(told) and self.countries.main is not None and self.countries.main not in told

    def _leaders(self, called: Iterable[tuple[TokenMention, int]]) -> Iterator[Candidate]:
        """Opposition leaders lead the opposition, where the article speaks of it."""
        body = next(
            (
                m
                for m in self.index.mentions
                if self.tokens[m.head].lower_ == _OPPOSITION and m.type in _BODIES
            ),
            None,
        )
        for mention, trigger in called:
            if body and LEADS in self.relations and self.tokens[trigger].lower_ in ("leader", "chief"):
                yield Candidate(
                    mention.head,
                    body.head,
                    mention.entity,
                    body.entity,
                    LEADS,
                    trigger,
                    "opposition leader",
                    BY_REFERENCE * mention.confidence * body.confidence,
                    static=True,
                )

    def _named(self) -> Iterator[tuple[TokenMention, int]]:
        """Names right after the word ("the opposition Green Party")."""
        for mention in self.index.mentions:
            start = mention.start
            if mention.kind is MentionKind.NAME and mention.type in _AGENTS and start:
                before = self.tokens[start - 1]
                if before.lower_ == _OPPOSITION and before.sent.start == self.tokens[start].sent.start:
                    yield mention, before.i

    def _described(self, readings: Iterable[Reading]) -> Iterator[tuple[TokenMention, int]]:
        """Names beside a description ("Ole Holm, the opposition leader", "the Greens, an opposition party")."""
        for reading in readings:
            called = _OPPOSITION in reading.words_before(self.tokens)
            if reading.noun.word.split()[-1] not in _HEADS:
                continue
            if called or reading.noun.word.startswith(_OPPOSITION + " "):
                for referent in self.reader.referents(reading, _AGENTS):
                    if referent.mention.kind is MentionKind.NAME and not referent.stated:
                        yield referent.mention, reading.noun.head
