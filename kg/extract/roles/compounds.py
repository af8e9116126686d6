"""Names before a hyphen and a participle: "the Holm-led council", "Russian-backed rebels", "a state-owned carrier"."""

from collections.abc import Iterator, Mapping

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.phrase import DASHES, inside_phrase
from kg.extract.roles.reading import BESIDE
from kg.extract.roles.suits import ALLIED_WITH, LEADS, MEMBER_OF, PART_OF
from kg.model import EntityType, MentionKind
from kg.ontology import Relation

SUPPORTED, AIDED = "supported", "aided"
_LEADING = frozenset("led headed run ruled chaired dominated controlled".split())
_BACKING = frozenset("backed supported endorsed".split())
_AIDING = frozenset("funded financed armed trained equipped supplied".split())
_ALLIED = frozenset("allied aligned affiliated linked controlled loyal".split())
_OWNING = frozenset("owned run".split())
_MAX_PHRASE = 6
_PARTIES = {"R": "republican-party", "D": "democratic-party"}
"""The letters for parties after names of American politicians ("R-Texas")."""


class Compounds:
    """Finds them in one document."""

    def __init__(self, index: MentionIndex, relations: Mapping[str, Relation], main: str | None) -> None:
        self.index = index
        self.tokens = index.tokens
        self.relations = relations
        self.main = main

    def candidates(self) -> Iterator[Candidate]:
        """What each hyphen joins, in the order of the text."""
        for i, token in enumerate(self.tokens):
            if i == 0 or self.tokens[i - 1].text not in DASHES:
                continue
            word = token.lower_
            if word in _OWNING and i > 1 and self.tokens[i - 2].lower_ == "state":
                yield from self._of_the_state(i)
            elif word in _LEADING | _BACKING | _AIDING | _ALLIED | _OWNING:
                yield from self._joined(i, word)
            elif i > 1 and self.tokens[i - 2].text in _PARTIES:
                yield from self._affiliated(i)

    def _joined(self, i: int, word: str) -> Iterator[Candidate]:
        agent = next((m for m in self.index.ending(i - 1) if m.kind is MentionKind.NAME), None)
        if agent is None:
            return
        for patient in self._described(i):
            if agent.type is EntityType.PERSON and word in _LEADING:
                yield from self._emit(agent, LEADS, patient, i)
            elif word in _OWNING and agent.type is EntityType.ORGANIZATION:
                yield from self._emit(patient, PART_OF, agent, i)
            elif word in _ALLIED:
                yield from self._emit(patient, ALLIED_WITH, agent, i)
            elif word in _BACKING:
                yield from self._emit(agent, SUPPORTED, patient, i)
            elif word in _AIDING and (word != "trained" or agent.type is EntityType.COUNTRY):
                yield from self._emit(agent, AIDED, patient, i)

    def _of_the_state(self, i: int) -> Iterator[Candidate]:
        """State-owned firms are part of the state that is named with them, or of that of the article."""
        for firm in self._described(i):
            inside = [m for m in self._countries() if firm.start <= m.start and m.end <= firm.end]
            before = [m for m in self._countries() if m.end in (i - 2, i - 3)]
            of_article = [m for m in self._countries() if m.entity == self.main]
            nearest = sorted(of_article, key=lambda m: (abs(m.head - i), m.head))
            for state in (before or inside or nearest)[:1]:
                yield from self._emit(firm, PART_OF, state, i)

    def _countries(self) -> Iterator[TokenMention]:
        for mention in self.index.mentions:
            if mention.type is EntityType.COUNTRY and mention.kind is not MentionKind.PRONOUN:
                yield mention

    def _affiliated(self, i: int) -> Iterator[Candidate]:
        """Reads "Ole Holm (R-Texas)" and "Ole Holm, D-Ohio," where the article names the party."""
        letter = i - 2
        person = next((m for m in self.index.ending(letter - 1) if m.type is EntityType.PERSON), None)
        if person is None or self.tokens[letter - 1].text not in (",", "("):
            return
        key = _PARTIES[self.tokens[letter].text]
        parties = [m for m in self.index.mentions if m.entity == key and m.type is EntityType.ORGANIZATION]
        for party in sorted(parties, key=lambda m: (abs(m.head - i), m.head))[:1]:
            yield from self._emit(person, MEMBER_OF, party, letter)

    def _described(self, i: int) -> Iterator[TokenMention]:
        """Whoever the participle describes: the mention around it, or the first that begins after it in its phrase."""
        around = [m for m in self.index.covering(i) if m.head > i]
        if around:
            yield from around[:1]
            return
        _, right = self.index.bounds(i)
        for j in range(i + 1, min(i + _MAX_PHRASE, right)):
            found = [m for m in self.index.starting(j) if m.kind is not MentionKind.PRONOUN]
            bodies = [m for m in found if m.type in (EntityType.ORGANIZATION, EntityType.PERSON)]
            if bodies:
                yield bodies[0]
                return
            if not inside_phrase(self.tokens[j]):
                return

    def _emit(self, subject: TokenMention, relation: str, other: TokenMention, i: int) -> Iterator[Candidate]:
        declared = self.relations.get(relation)
        if declared is None or subject.type not in declared.domain or other.type not in declared.range:
            return
        if subject.entity != other.entity:
            confidence = BESIDE * min(subject.confidence, other.confidence)
            yield Candidate(
                subject.head,
                other.head,
                subject.entity,
                other.entity,
                relation,
                i,
                "NAME-PARTICIPLE NOUN",
                confidence,
                static=True,
            )
