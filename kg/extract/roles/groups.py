"""Relations that a role noun has without a frame of its own: siblings or allies named together, a party's farmer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.annotations import TokenMention
from kg.extract.roles.offices import HEADS_OF_STATE
from kg.extract.roles.phrase import How
from kg.extract.roles.reading import BESIDE, Reading, Referent, RoleReader
from kg.extract.roles.suits import ALLIED_WITH, LEADS, MEMBER_OF, OPPOSES, PART_OF, RELATIVE_OF, Parties
from kg.model import EntityType
from kg.ontology import Relation

SIBLINGS = "siblings named together"
ALLIES = "allies of each other"
RIVALS = "rivals of each other"
HEADS = "heads of several states"
ORGAN = "organ of the state"
FROM_PARTY = "NOUN from PARTY"
IN_COALITION = "partner in a coalition"
_SIBLINGS = frozenset("brother sister sibling twin cousin spouse couple in-law".split())
_ALLIES = frozenset("ally partner friend associate confidant collaborator".split())
_RIVALS = frozenset("rival enemy foe opponent adversary archrival archenemy arch-rival".split())
_AGENTS = frozenset((EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY))
_COALITIONS = frozenset("coalition government cabinet alliance".split())
_ORGANS = frozenset("army police military navy intelligence parliament government judiciary".split())


@dataclass(frozen=True, slots=True)
class Frameless:
    """A relation found so, and the referent whose certainty it shares."""

    subject: TokenMention
    relation: str
    other: TokenMention
    construction: str
    referent: Referent


class Groups:
    """Finds them in one document."""

    def __init__(self, reader: RoleReader, parties: Parties, relations: Mapping[str, Relation]) -> None:
        self.reader = reader
        self.parties = parties
        self.relations = relations

    def of(self, reading: Reading) -> Iterator[Frameless]:
        """What one role noun says, of the relations that the ontology has."""
        for found in (
            *self._siblings(reading),
            *self._allies(reading),
            *self._heads_of_states(reading),
            *self._organ(reading),
            *self._from_party(reading),
            *self._in_coalition(reading),
        ):
            if found.relation in self.relations:
                yield found

    def _siblings(self, reading: Reading) -> Iterator[Frameless]:
        """Relatives named together ("the brothers A and B")."""
        if not reading.plural or _SIBLINGS.isdisjoint(reading.noun.word.replace("-", " ").split()):
            return
        group = self.reader.referents(reading, frozenset((EntityType.PERSON,)))
        yield from self._pairs(group, RELATIVE_OF, SIBLINGS)

    def _allies(self, reading: Reading) -> Iterator[Frameless]:
        """Reads "Turkey and Azerbaijan are close allies", "are rivals"; those of somebody are not each other's."""
        if not reading.plural or reading.anchors:
            return
        for nouns, relation, construction in ((_ALLIES, ALLIED_WITH, ALLIES), (_RIVALS, OPPOSES, RIVALS)):
            if reading.noun.word in nouns:
                group = [r for r in self.reader.referents(reading, _AGENTS) if r.stated]
                yield from self._pairs(group, relation, construction)

    def _heads_of_states(self, reading: Reading) -> Iterator[Frameless]:
        """Reads "Presidents Ole Holm of Denmark and Ana Diaz of Peru"."""
        if not reading.plural or reading.noun.word not in HEADS_OF_STATE:
            return
        index = self.reader.index
        _, right = index.bounds(reading.noun.head)
        i = reading.noun.end
        while i + 2 < right:
            person = next((m for m in index.starting(i) if m.type is EntityType.PERSON), None)
            if person is None or person.end + 1 >= right or index.tokens[person.end].lower_ != "of":
                return
            begin = person.end + 2 if index.tokens[person.end + 1].lower_ == "the" else person.end + 1
            state = next((m for m in index.starting(begin) if m.type is EntityType.COUNTRY), None)
            if state is None:
                return
            yield Frameless(person, LEADS, state, HEADS, Referent(person, BESIDE))
            i = state.end
            while i < right and (index.tokens[i].text == "," or index.tokens[i].lower_ == "and"):
                i += 1

    @staticmethod
    def _pairs(group: list[Referent], relation: str, construction: str) -> Iterator[Frameless]:
        for i, first in enumerate(group):
            for second in group[i + 1 :]:
                yield Frameless(first.mention, relation, second.mention, construction, first)

    def _organ(self, reading: Reading) -> Iterator[Frameless]:
        """A country's army where only the army's chief is named ("the country's army chief")."""
        index = self.reader.index
        organs = [a.mention for a in reading.anchors if a.mention.start == reading.noun.start]
        states = [a.mention for a in reading.anchors if a.how is not How.NESTED]
        states = [state for state in states if state.type is EntityType.COUNTRY]
        for organ, state in zip(organs, states, strict=False):
            if organ.entity not in index.named and index.tokens[organ.head].lower_ in _ORGANS:
                yield Frameless(organ, PART_OF, state, ORGAN, Referent(organ, BESIDE))

    def _from_party(self, reading: Reading) -> Iterator[Frameless]:
        """Reads "Ole Holm, a farmer from the Green Party,"."""
        parties = [a.mention for a in reading.anchors if a.word == "from" and a.how is How.COMPLEMENT]
        for party in parties:
            if party in self.parties:
                for referent in self.reader.referents(reading, frozenset((EntityType.PERSON,))):
                    yield Frameless(referent.mention, MEMBER_OF, party, FROM_PARTY, referent)

    def _in_coalition(self, reading: Reading) -> Iterator[Frameless]:
        """Reads "the Greens, the junior partner in the coalition", "the largest party in the government"."""
        if reading.noun.word not in ("partner", "party"):
            return
        tokens = self.reader.tokens
        for anchor in reading.anchors:
            if anchor.word != "in" or tokens[anchor.mention.head].lemma_.lower() not in _COALITIONS:
                continue
            for referent in self.reader.referents(reading, frozenset((EntityType.ORGANIZATION,))):
                yield Frameless(referent.mention, MEMBER_OF, anchor.mention, IN_COALITION, referent)
