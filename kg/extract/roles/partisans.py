"""Adjectives and nouns of parties: "Republican Senator Ann Lee", "Ann Lee, a Democrat", "the Socialist lawmaker Ann Lee"."""

from collections.abc import Iterator, Mapping

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.lexicon.people import PERSON_NOUNS, TITLE_NOUNS
from kg.extract.mentions.single_words import OF_CREEDS
from kg.extract.predicates.phrases import coordinated
from kg.extract.roles.phrase import is_title
from kg.extract.roles.reading import BESIDE, RoleReader
from kg.extract.roles.suits import LEADS, MEMBER_OF, Parties
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
_OF_WORK = frozenset(
    "minister ministry ministers secretary department court commissioner day inspector".split()
)
_OF_CHAMBERS = frozenset(("Republican", "Democrat", "Democratic"))
"""Parties whose leaders are those of their members in a chamber."""
_RACES = frozenset(
    "presidential gubernatorial congressional senatorial mayoral senate house primary vice front runner -".split()
)
"""For what a party's people run, before what they are ("Democratic vice-presidential candidate Ann Lee")."""
_LONGEST = 6
_UNTITLED = PERSON_NOUNS - TITLE_NOUNS
_LESSER = frozenset("deputy senate house parliamentary regional local scottish welsh".split())
_PEOPLE = frozenset((EntityType.PERSON,))
_NO_PARTIES = frozenset(
    "National Central Federal United New General Popular People State Public Social First Royal".split()
)
"""Words of names of parties that by themselves do not tell of which party somebody is."""


class Partisans:
    """Finds them in one document; a party that only such a word names becomes one of its entities."""

    def __init__(
        self, reader: RoleReader, parties: Parties, gazetteer: Gazetteer, relations: Mapping[str, Relation]
    ) -> None:
        self.parties = parties
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
            if (
                entry is None
                or self._is_in_name(token)
                or self._is_of_work(token)
                or self._is_of_creed(token)
            ):
                continue
            for person in self._described(token):
                party = self._mention_of(entry.key, Entity(entry.key, entry.type, entry.name), token)
                yield self._member(person, party, token)
        yield from self._of_article()
        yield from self._of_creeds()

    def _of_creeds(self) -> Iterator[Candidate]:
        """Members of parties that are named by what their members are called ("Ann Lee, a Social Democrat")."""
        for party in self.index.mentions:
            token = self.tokens[party.end - 1]
            called = party.kind is MentionKind.NAME and party.type is EntityType.ORGANIZATION
            if called and self.tokens[party.start].text in OF_CREEDS and token.text == "Democrat":
                for person in self._called(party.start, token):
                    yield self._member(person, party, token)

    def _of_article(self) -> Iterator[Candidate]:
        """Members of the parties that the article names ("the Socialist Ole Holm", where it has "the Socialists")."""
        for form, party in self._forms().items():
            words = form.split()
            for i in range(len(self.tokens) - len(words)):
                token = self.tokens[i + len(words) - 1]
                if [t.text for t in self.tokens[i : token.i + 1]] != words or self._is_longer(i, token.i + 1):
                    continue
                for person in self._called(i, token):
                    yield self._member(person, party, token)

    def _forms(self) -> dict[str, TokenMention]:
        """What members of each party of the article are called: its name in the singular, or without "Party"."""
        forms: dict[str, TokenMention] = {}
        for mention in self.index.mentions:
            if mention.kind is not MentionKind.NAME or mention not in self.parties:
                continue
            *first, last = [t.text for t in self.tokens[mention.start : mention.end]]
            own = first if last == "Party" else [*first, last[:-1]] if _is_plural(last) else []
            if 0 < len(own) < 3 and all(word.isalpha() and word[0].isupper() for word in own):
                forms.setdefault(" ".join(own), mention)
        return {form: m for form, m in forms.items() if form not in _NO_PARTIES and form not in _PARTIES}

    def _is_longer(self, start: int, end: int) -> bool:
        """Whether the words are only part of another name ("Green Bay")."""
        names = [m for m in self.index.covering(start) if m.kind is MentionKind.NAME]
        return any(m.end > end or m.start < start for m in names if m.type is not EntityType.PERSON)

    def _called(self, start: int, token: Token) -> list[TokenMention]:
        """Whom a party's word names: the name behind it and its titles, or the one before "a" or "the"."""
        behind = self.reader.names.after_titles(token.i + 1, _PEOPLE)
        if behind:
            return behind
        if start and self.tokens[start - 1].lower_ in ("a", "the", "fellow"):
            before = self.reader.names.before(start - 1, _PEOPLE)
            if before is not None and before.kind is MentionKind.NAME:
                return [before]
        return []

    def _member(self, person: TokenMention, party: TokenMention, token: Token) -> Candidate:
        leads = LEADS in self.relations and self._is_led(token)
        return Candidate(
            person.head,
            party.head,
            person.entity,
            party.entity,
            LEADS if leads else MEMBER_OF,
            token.i,
            PARTISAN,
            BESIDE * person.confidence,
            static=True,
        )

    def _is_led(self, token: Token) -> bool:
        """Whether the party's own leader is meant ("Labour leader Ole Holm"), rather than that of its group."""
        following = self.tokens[token.i + 1 : token.i + 2]
        before = self.tokens[token.i - 1].lower_ if token.i else ""
        led = token.text not in _OF_CHAMBERS and any(t.lower_ == "leader" for t in following)
        return led and before not in _LESSER

    def _is_in_name(self, token: Token) -> bool:
        around = [m for m in self.index.covering(token.i) if m.kind is MentionKind.NAME]
        return any(m.end - m.start > 1 and m.type is not EntityType.PERSON for m in around)

    def _is_of_work(self, token: Token) -> bool:
        """Whether the word tells of work rather than of the party ("Labour Minister Ole Holm")."""
        following = self.tokens[token.i + 1 : token.i + 2]
        return token.text == "Labour" and any(t.lower_ in _OF_WORK for t in following)

    def _described(self, token: Token) -> list[TokenMention]:
        """Whom the word describes: the name behind it, the name before it, or the subject of its clause."""
        behind = self._named_behind(token) or self._several(token)
        if behind and (behind[0].start > token.i + 1 or token.text in _NOUNS):
            return behind
        if token.text not in _NOUNS:
            return self._apposed(token)
        begin = token.i
        while begin and self._is_of_partisan(self.tokens[begin - 1]) and token.i - begin < 3:
            begin -= 1
        if begin and self.tokens[begin - 1].lower_ in ("a", "the"):
            before = self.reader.names.before(begin - 1, _PEOPLE)
            if before is not None and before.kind is MentionKind.NAME:
                return [before]
        if begin < token.i and (beside := self.reader.names.after(token.i + 1, _PEOPLE, several=False)):
            return beside  # "the panel's top Democrat, Ann Lee"
        said = [m for m in self.reader.holders.of(token) if m.type is EntityType.PERSON]
        return said or self._apposed(token)

    def _named_behind(self, token: Token) -> list[TokenMention]:
        """Whose name what a party's member is or runs for leads up to ("Democratic presidential candidate Ann Lee")."""
        i, end = token.i + 1, min(token.i + _LONGEST, len(self.tokens))
        while i < end and (self.tokens[i].lower_ in _RACES or self.tokens[i].lower_ in _UNTITLED):
            i += 1
        return self.reader.names.after_titles(i, _PEOPLE)

    def _is_of_creed(self, token: Token) -> bool:
        """Whether the word stands in what another party's people are called ("a Liberal Democrat")."""
        return token.i > 0 and self.tokens[token.i - 1].text in OF_CREEDS

    def _is_of_partisan(self, token: Token) -> bool:
        """Whether a word goes with the noun for a partisan behind it ("the top Democrat", "a Kansas Republican")."""
        return token.pos_ in ("ADJ", "ADV", "NOUN") or any(
            m.type is EntityType.PLACE for m in self.index.covering(token.i)
        )

    def _several(self, token: Token) -> list[TokenMention]:
        """The people of a list to which a plural title leads up ("Republican senators Ole Holm of Ohio and …")."""
        office = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else token
        if office.tag_ != "NNS" or office.lemma_.lower() not in PERSON_NOUNS:
            return []
        first = next((m for m in self.index.starting(office.i + 1) if m.type is EntityType.PERSON), None)
        if first is None or first.kind is not MentionKind.NAME:
            return []
        listed = [self.index.by_head.get(noun.i) for noun in coordinated(self.tokens[first.head])]
        return [m for m in listed if m and m.type is EntityType.PERSON and m.kind is MentionKind.NAME]

    def _apposed(self, token: Token) -> list[TokenMention]:
        """Who holds the office that the word stands on ("the Labour member, Ole Holm,", "Holm is the Labour nominee")."""
        office = token.head
        if office.i <= token.i or token.dep_ not in ("amod", "compound") or not is_title(office):
            return []
        beside = [c for c in office.children if c.dep_ == "appos" and c.i > office.i]
        if office.dep_ == "appos":
            beside.append(office.head)
        found = [*(self.index.by_head.get(t.i) for t in beside), *self.reader.holders.of(office)]
        return [m for m in found if m and m.type is EntityType.PERSON and m.kind is MentionKind.NAME]

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


def _is_plural(word: str) -> bool:
    """Whether a name of a party is one for its members ("Greens", "Socialists")."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 4
