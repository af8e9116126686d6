"""Adjectives and nouns of known parties: "Republican Senator Ann Lee", "Ann Lee, a Democrat", "Tory lawmaker Ann Lee"."""

from collections.abc import Iterator, Mapping

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.roles.reading import BESIDE, RoleReader
from kg.extract.roles.suits import MEMBER_OF
from kg.extract.tree import Token
from kg.gazetteer import Gazetteer
from kg.model import Entity, EntityType, MentionKind
from kg.ontology import Relation

PARTISAN = "PARTY TITLE NAME"
_PARTIES = {
    "Republican": "Republican Party",
    "Democrat": "Democratic Party",
    "Democratic": "Democratic Party",
    "Tory": "Conservative Party",
    "Conservative": "Conservative Party",
    "Labour": "Labour Party",
}
_NOUNS = frozenset(("Republican", "Democrat", "Tory"))
_PEOPLE = frozenset((EntityType.PERSON,))


class Partisans:
    """Finds them in one document; a party that only such a word names becomes one of its entities."""

    def __init__(self, reader: RoleReader, gazetteer: Gazetteer, relations: Mapping[str, Relation]) -> None:
        self.reader = reader
        self.index = reader.index
        self.tokens = reader.tokens
        self.gazetteer = gazetteer
        self.relations = relations

    def candidates(self) -> Iterator[Candidate]:
        """One for each person beside such a word, in the order of the text."""
        if MEMBER_OF not in self.relations:
            return
        for token in [token for token in self.tokens if token.text in _PARTIES]:
            entry = self.gazetteer.by_name(_PARTIES[token.text])
            if entry is None or self._is_in_name(token):
                continue
            for person in self._described(token):
                party = self._mention_of(entry.key, Entity(entry.key, entry.type, entry.name), token)
                yield Candidate(
                    person.head,
                    party.head,
                    person.entity,
                    party.entity,
                    MEMBER_OF,
                    token.i,
                    PARTISAN,
                    BESIDE * person.confidence,
                    static=True,
                )

    def _is_in_name(self, token: Token) -> bool:
        around = [m for m in self.index.covering(token.i) if m.kind is MentionKind.NAME]
        return any(m.end - m.start > 1 and m.type is not EntityType.PERSON for m in around)

    def _described(self, token: Token) -> list[TokenMention]:
        """Whom the word describes: the name behind it, the name before it, or the subject of its clause."""
        behind = self.reader.names.after_titles(token.i + 1, _PEOPLE)
        if behind and (behind[0].start > token.i + 1 or token.text in _NOUNS):
            return behind
        if token.text not in _NOUNS:
            return []
        begin = token.i
        while begin and self.tokens[begin - 1].pos_ in ("ADJ", "ADV", "NOUN") and token.i - begin < 3:
            begin -= 1
        if begin and self.tokens[begin - 1].lower_ in ("a", "the"):
            before = self.reader.names.before(begin - 1, _PEOPLE)
            if before is not None and before.kind is MentionKind.NAME:
                return [before]
        return [m for m in self.reader.holders.of(token) if m.type is EntityType.PERSON]

    def _mention_of(self, key: str, entity: Entity, token: Token) -> TokenMention:
        """The nearest mention of the party, or the word itself as its only one."""
        found = [m for m in self.index.mentions if m.entity == key]
        if found:
            return min(found, key=lambda m: (abs(m.head - token.i), m.head))
        return self.index.add(
            entity,
            TokenMention(
                token.i, token.i + 1, token.i, MentionKind.NAME, entity.type, entity.key, tentative=True
            ),
        )
