"""Matches role frames: each role noun with whom it denotes and what it belongs to, the types of the ends deciding."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.frames import DemonymFrame, RoleFrame, Slot
from kg.extract.roles.beside import BesideNames
from kg.extract.roles.command import commanded
from kg.extract.roles.compounds import Compounds
from kg.extract.roles.countries import Countries
from kg.extract.roles.demonyms import (
    both_halves,
    is_adjective,
    is_left,
    is_organ,
    only_possessed,
    places,
    says_more_than_office,
)
from kg.extract.roles.groups import Groups
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.nationals import Nationals
from kg.extract.roles.nouns import NounIndex, RoleNoun
from kg.extract.roles.offices import (
    DEPUTIES,
    HEADS_OF_STATE,
    is_coming,
    is_of_a_field,
    is_of_state,
    ministries_of,
)
from kg.extract.roles.opposition import Opposition
from kg.extract.roles.partisans import Partisans
from kg.extract.roles.parts import known_parts
from kg.extract.roles.phrase import Anchor, How
from kg.extract.roles.reading import Reading, Referent, RoleReader
from kg.extract.roles.served import firms_led, without_governments_served
from kg.extract.roles.succession import predecessors
from kg.extract.roles.suits import (
    ALLIED_WITH,
    CITIZEN_OF,
    FORMER,
    LEADS,
    LOCATED_IN,
    MEMBER_OF,
    PART_OF,
    RELATIVE_OF,
    WORKS_FOR,
    Parties,
    anchors_of,
    is_one_of_several,
    open_to_demonym,
)
from kg.extract.roles.supplied import Supply
from kg.extract.sentences import dateline_end
from kg.extract.tree import Doc
from kg.gazetteer import Gazetteer
from kg.model import EntityType, MentionKind
from kg.ontology import Relation

MINISTER = "minister of a ministry"
_OWNER_REACH = 4
"""Tokens from a counterpart back to the one whose counterpart it is ("Holm's South African counterpart")."""
_OF_PARTIES = frozenset("minister colleague officer".split())
"""Of a party, these are members rather than employees."""
_OF_MEMBERS = frozenset("leader minister head".split()) | {
    "foreign minister",
    "finance minister",
    "interior minister",
    "defense minister",
}
"""With an alliance these are mostly those of its member states ("EU leaders")."""
_LINKED = frozenset((LEADS, WORKS_FOR, CITIZEN_OF))
LAWMAKER = "lawmaker of the parliament"


@dataclass(frozen=True)
class RoleFrames:
    """What the matcher works with, the same for all documents."""

    nouns: NounIndex
    demonyms: tuple[DemonymFrame, ...]
    relations: Mapping[str, Relation]
    gazetteer: Gazetteer


class RoleMatcher:
    """Finds the static relations of one document."""

    def __init__(self, doc: Doc, frames: RoleFrames) -> None:
        self.frames = frames
        self.relations = relations = frames.relations
        self.index = MentionIndex(doc)
        self.tokens = self.index.tokens
        self._datelines = set(_in_datelines(doc))  # "MEXICO CITY (Reuters) -"
        self.reader = RoleReader(self.index)
        self.countries = Countries(self.index, frames.gazetteer)
        self.parties = Parties(self.index, frames.gazetteer)
        self.groups = Groups(self.reader, self.parties, relations)
        self.supply = Supply(self.reader, self.countries, relations)
        self._nouns: set[int] = set()
        self._leaders: set[str] = set()
        self._posts: list[tuple[Reading, Referent, TokenMention]] = []

    def candidates(self) -> Iterator[Candidate]:
        """Anchored roles first, then offices whose country is to be supplied."""
        found: list[Candidate] = []
        waiting: list[Reading] = []
        readings: list[Reading] = []
        for noun in self.frames.nouns.find(self.tokens):
            reading = None if noun.head in self._datelines else self.reader.read(noun)
            if reading is None:
                continue
            readings.append(reading)
            if noun.frames:
                self._nouns.add(noun.head)
            anchored = list(self._anchored(reading))
            found += anchored
            self._remember(reading, anchored)
            if not any(c.relation in (LEADS, WORKS_FOR) for c in anchored):
                waiting.append(reading)
        for mention in self.index.mentions:
            if mention.kind is MentionKind.NAME:
                found += self._named(mention)
        found += BesideNames(self.reader, self.parties, self.relations, self.frames.gazetteer).candidates()
        found += commanded(self.reader, self.relations)
        found += Nationals(self.reader, self.frames.gazetteer, self.relations).candidates()
        found += Partisans(self.reader, self.parties, self.frames.gazetteer, self.relations).candidates()
        found += Compounds(self.index, self.relations, self.countries.main).candidates()
        self._link(found)
        self.supply.firms = firms_led(self.index, self.frames.gazetteer, found)
        for reading in waiting:
            supplied = list(self._supplied(reading))
            self._remember(reading, supplied)
            self._link(supplied)
            found += supplied
        yield from map(self._of_like_rank, without_governments_served(self.index, found))
        yield from self._ministries(found)
        yield from predecessors(self.index, found, self.relations)
        yield from known_parts(self.index, self.frames.gazetteer, self.relations)
        yield from Opposition(self.reader, self.countries, self.relations).candidates(readings)

    def _of_like_rank(self, candidate: Candidate) -> Candidate:
        """The same, as leading where it is told of a leader's counterpart ("the president met his Danish counterpart")."""
        noun = self.tokens[candidate.trigger]
        if candidate.relation != WORKS_FOR or noun.lemma_.lower() != "counterpart":
            return candidate
        before = range(max(noun.i - _OWNER_REACH, noun.sent.start), noun.i)
        owners = (self.index.by_head.get(i) for i in before)
        leading = any(owner is not None and owner.entity in self._leaders for owner in owners)
        return replace(candidate, relation=LEADS) if leading else candidate

    def _is_too_vague(self, subject: TokenMention, other: TokenMention, relation: str) -> bool:
        """Whether neither end is anybody in particular ("relatives of patients", "its staff")."""
        told_apart = relation in (ALLIED_WITH, RELATIVE_OF) or (
            relation == MEMBER_OF and subject.reach > subject.end
        )
        ends = [
            m
            for m in (subject, other)
            if m.tentative
            or (m.kind is MentionKind.PRONOUN and not (told_apart and m.entity in self.index.named))
        ]
        return len(ends) == 2 and any(m.tentative for m in ends)

    def _remember(self, reading: Reading, found: list[Candidate]) -> None:
        """Keep who holds the highest office of a country now."""
        if reading.noun.word not in HEADS_OF_STATE:
            return
        led = [c for c in found if c.relation == LEADS and not self._leads_party(c)]
        self._leaders |= {candidate.subject_entity for candidate in led}
        if not FORMER & set(reading.words_before(self.tokens)):
            for candidate in led:
                self.countries.hold(reading.noun.word, candidate.object_entity, candidate.subject_entity)

    def _leads_party(self, candidate: Candidate) -> bool:
        body = self.index.by_head.get(candidate.object)
        return body is not None and body in self.parties

    def _link(self, found: list[Candidate]) -> None:
        for candidate in found:
            mention = self.index.by_head.get(candidate.object)
            before = self.tokens[max(candidate.trigger - 3, 0) : candidate.trigger]
            if not FORMER.isdisjoint(token.lower_ for token in before):
                continue  # "a former French diplomat" may lead another country
            if candidate.relation in _LINKED and mention and mention.type is EntityType.COUNTRY:
                self.countries.link(candidate.subject_entity, candidate.object_entity)

    # roles with an anchor

    def _anchored(self, reading: Reading) -> Iterator[Candidate]:
        if not reading.anchors and not reading.plural:
            return
        for frame in reading.noun.frames:
            relation = self.relations.get(frame.relation)
            if relation is None:
                continue
            types = relation.domain if frame.referent is Slot.SUBJ else relation.range
            others = relation.range if frame.referent is Slot.SUBJ else relation.domain
            anchors = anchors_of(self.tokens, reading, frame, others) or self.supply.body_meant(
                reading, frame
            )
            if not anchors:
                continue
            for referent in self.reader.referents(reading, types):
                for anchor in anchors:
                    yield from self._emit(reading, frame, referent, anchor)
        for demonym in self.frames.demonyms:
            yield from self._by_demonym(reading, demonym)
        for found in self.groups.of(reading):
            yield from self._candidate(
                reading, found.subject, found.other, found.relation, found.construction, found.referent
            )

    def _emit(
        self, reading: Reading, frame: RoleFrame, referent: Referent, anchor: Anchor
    ) -> Iterator[Candidate]:
        first, second = referent.mention, anchor.mention
        if frame.referent is Slot.OBJ:
            first, second = second, first
        relation = self._of_one_of_several(reading, frame, referent, anchor)
        if relation not in self.relations or self._only_describes(relation, frame, referent, anchor):
            return
        yield from self._candidate(reading, first, second, relation, frame.text, referent)
        if relation == WORKS_FOR and referent.mention.type is EntityType.PERSON:
            self._posts.append((reading, referent, anchor.mention))

    def _of_one_of_several(
        self, reading: Reading, frame: RoleFrame, referent: Referent, anchor: Anchor
    ) -> str:
        """The relation of the frame, the lesser one of somebody who is not at the top, or nothing."""
        relation = frame.relation
        if referent.mention.type is not EntityType.PERSON:
            return relation
        if anchor.word == "from" and any(a.how is How.POSSESSIVE for a in reading.anchors):
            return ""  # "recalled its ambassador from Chad"
        party = anchor.mention in self.parties
        if reading.plural and reading.noun.word in _OF_MEMBERS and self.parties.is_alliance(anchor.mention):
            return ""
        if relation == LEADS and is_of_a_field(self.tokens, reading.noun):
            return WORKS_FOR
        if anchor.mention.type is EntityType.COUNTRY and "shadow" in reading.words_before(self.tokens):
            return ""
        if relation == LEADS and self._heads_a_field(reading, anchor):
            return WORKS_FOR
        if relation == LEADS and is_one_of_several(self.tokens, reading):
            return MEMBER_OF if party else WORKS_FOR
        if relation == LEADS and reading.plural and party:
            return MEMBER_OF
        if relation == WORKS_FOR and party and reading.noun.word == "partner":
            return ALLIED_WITH
        if relation == WORKS_FOR and party and reading.noun.word.split()[0] in DEPUTIES | _OF_PARTIES:
            return MEMBER_OF
        return relation

    def _heads_a_field(self, reading: Reading, anchor: Anchor) -> bool:
        """Whether somebody only heads a part of the body before the noun ("Nordbank's head of research")."""
        beside = anchor.how in (How.POSSESSIVE, How.MODIFIER)
        after = self.tokens[reading.noun.end : reading.noun.end + 2]
        field = [t.lower_ for t in after[:1]] == ["of"] and any(
            t.tag_ in ("NN", "NNS", "JJ") for t in after[1:]
        )
        return beside and field and reading.noun.word.rpartition(" ")[2] in ("head", "chief", "director")

    def _only_describes(self, relation: str, frame: RoleFrame, referent: Referent, anchor: Anchor) -> bool:
        """Whether the claim would say no more than its own words ("the Danish president leads Denmark")."""
        own = referent.mention
        if relation == LEADS and frame.referent is Slot.SUBJ:
            return own.entity not in self.index.named and anchor.mention.entity in self.index.named
        if relation == MEMBER_OF and frame.referent is Slot.OBJ:
            return anchor.mention.kind is MentionKind.PRONOUN and own.kind is not MentionKind.NAME
        return False

    def _candidate(
        self,
        reading: Reading,
        subject: TokenMention,
        other: TokenMention,
        relation: str,
        frame: str,
        referent: Referent,
        factor: float = 1.0,
    ) -> Iterator[Candidate]:
        if subject.entity == other.entity or self._is_too_vague(subject, other, relation):
            return
        if relation == LOCATED_IN and subject.type is EntityType.COUNTRY:
            return
        if (
            relation in _LINKED
            and subject.kind is MentionKind.NOMINAL
            and self.countries.is_of_another(subject, other)
        ):
            return
        confidence = referent.confidence * factor * min(subject.confidence, other.confidence)
        yield Candidate(
            subject.head,
            other.head,
            subject.entity,
            other.entity,
            relation,
            reading.noun.head,
            frame,
            confidence,
            static=not referent.stated,
            possible=not referent.stated and is_coming(self.tokens, reading.noun, reading.begin),
        )

    def _ministries(self, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Ministers lead their ministry, where the article speaks of it and it is not another country's."""
        if LEADS not in self.relations:
            return
        states: dict[str, set[str]] = {}
        for candidate in found:
            if candidate.relation == PART_OF:
                states.setdefault(candidate.subject_entity, set()).add(candidate.object_entity)
        for reading, referent, employer in self._posts:
            for ministry in ministries_of(self.index, reading.noun, reading.begin):
                if states.get(ministry.entity, {employer.entity}) & {employer.entity}:
                    yield from self._candidate(
                        reading, referent.mention, ministry, LEADS, MINISTER, referent, 0.9
                    )

    def _by_demonym(self, reading: Reading, frame: DemonymFrame) -> Iterator[Candidate]:
        """Nationality and seat, from a demonym or a possessive on the noun, or from where it is said to be."""
        relation = self.relations.get(frame.relation)
        if relation is None:
            return
        anchors = [
            a
            for a in reading.anchors
            if a.mention.type in relation.range
            and places(frame.relation, a)
            and not is_left(self.tokens, reading.noun, a)
        ]
        if not anchors:
            return
        adjective = is_adjective(self.index, self.frames.gazetteer, anchors[0])
        if not open_to_demonym(reading, frame.relation, anchors[0], demonym=adjective):
            return
        if frame.relation == LOCATED_IN and reading.is_state_owned(self.tokens):
            return
        for anchor in both_halves(self.tokens, anchors):
            yield from self._placed(reading, frame, relation, anchor)

    def _placed(
        self, reading: Reading, frame: DemonymFrame, relation: Relation, anchor: Anchor
    ) -> Iterator[Candidate]:
        """What one country beside a noun says of whomever it denotes."""
        if anchor.mention.kind is MentionKind.PRONOUN and not is_of_state(reading.noun):
            return
        for referent in self.reader.referents(reading, relation.domain):
            mention = referent.mention
            if not reading.noun.word and mention is not reading.own:
                continue
            nested = mention.start <= anchor.mention.start < mention.end
            own_title = mention in (reading.own, reading.holder) and mention.type is EntityType.PERSON
            if mention.kind is MentionKind.NOMINAL and only_possessed(frame.relation, anchor):
                continue
            if mention.tentative and not says_more_than_office(frame.relation, reading.noun):
                continue
            if nested and mention.kind is MentionKind.NAME and not own_title:
                continue
            organ = frame.relation == LOCATED_IN and is_organ(self.frames.gazetteer, mention, anchor.mention)
            yield from self._candidate(
                reading, mention, anchor.mention, PART_OF if organ else frame.relation, frame.text, referent
            )

    def _named(self, mention: TokenMention) -> Iterator[Candidate]:
        """A demonym or possessive right before a name that no role noun introduces ("Finland's Helvaara Group")."""
        if mention.type not in (EntityType.PERSON, EntityType.ORGANIZATION) or mention.head in self._nouns:
            return
        before, begin = self.reader.phrases.before(mention.start, mention.head)
        if not before or not self._nouns.isdisjoint(range(begin, mention.start)):
            return
        noun = RoleNoun(mention.start, mention.start, mention.head, (), "")
        reading = Reading(noun, begin, mention.end, mention, mention, before, plural=False)
        for demonym in self.frames.demonyms:
            yield from self._by_demonym(reading, demonym)

    def _supplied(self, reading: Reading) -> Iterator[Candidate]:
        """Offices whose country, court or parliament is not written beside them."""
        for found in self.supply.of(reading):
            if found.frame:
                yield from self._emit(reading, found.frame, found.referent, found.anchor)
            else:
                person, parliament = found.referent.mention, found.anchor.mention
                yield from self._candidate(reading, person, parliament, MEMBER_OF, LAWMAKER, found.referent)


def _in_datelines(doc: Doc) -> Iterator[int]:
    for sentence in doc.sents:
        if len(sentence) and (end := dateline_end(doc, sentence.start)) is not None:
            yield from (i for i in range(sentence.start, end) if doc[i].text.isupper())
