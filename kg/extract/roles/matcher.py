"""Matches role frames: each role noun with whom it denotes and what it belongs to, the types of the ends deciding."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.frames import DemonymFrame, Frame, RoleFrame, Slot
from kg.extract.predicates import Mentions, antecedent_of, grammatical_subjects
from kg.extract.roles.nouns import NounIndex, RoleNoun, denoted, is_plural
from kg.extract.roles.offices import (
    HEADS_OF_STATE,
    LAWMAKERS,
    STAFF,
    STATE_OFFICES,
    Countries,
    is_coming,
    is_deputy,
    ministries_of,
    serves_state,
    speaks_for_state,
)
from kg.extract.roles.phrase import Anchor, How, MentionIndex, PhraseReader, inside_phrase, sentence_bounds
from kg.model import EntityType, MentionKind
from kg.ontology import Relation

LEADS, WORKS_FOR, PART_OF, LOCATED_IN, CITIZEN_OF = "leads", "worksFor", "partOf", "locatedIn", "citizenOf"
BESIDE, IN_CLAUSE, BY_REFERENCE, BY_DEFAULT = 0.85, 0.7, 0.65, 0.5
MINISTER = "minister of a ministry"
_COPULAS = frozenset("be become remain".split())
_ROLE_VERBS = frozenset("serve act work rule govern reign double retire resign".split())
_LINKED = frozenset((LEADS, WORKS_FOR, CITIZEN_OF))
_PERSONAL = frozenset("relativeOf alliedWith opposes representedBy succeeded founded invested".split())
_ALL = frozenset(EntityType)
_PLACES = frozenset((EntityType.PLACE, EntityType.COUNTRY))
_FORMER = frozenset("former ex onetime ousted deposed retired late".split())
_MANY = frozenset("director commander chief boss secretary coach commissioner manager administrator".split())
_NAMED_BY_OF = frozenset(
    "city town village port province region state island district municipality county hamlet township governorate"
    " department enclave territory settlement suburb".split()
) - {"suburb"}
"""Nouns whose "of" introduces their own name ("the city of Lyon")."""


@dataclass(frozen=True, slots=True)
class Referent:
    """A mention that a role noun denotes, and how sure that is.

    Attributes:
        stated: it is said in a clause of its own ("X is president of Y"), so that negation and attribution count.
    """

    mention: TokenMention
    confidence: float
    stated: bool = False


@dataclass(frozen=True)
class RoleFrames:
    """The frames of static relations, indexed."""

    nouns: NounIndex
    demonyms: tuple[DemonymFrame, ...]

    @classmethod
    def index(cls, frames: Sequence[Frame]) -> "RoleFrames":
        """Sort role and demonym frames; others are passed over."""
        return _indexed(tuple(f for f in frames if isinstance(f, RoleFrame | DemonymFrame)))


@lru_cache(maxsize=8)
def _indexed(frames: tuple[RoleFrame | DemonymFrame, ...]) -> RoleFrames:
    roles = [frame for frame in frames if isinstance(frame, RoleFrame)]
    return RoleFrames(NounIndex(roles), tuple(frame for frame in frames if isinstance(frame, DemonymFrame)))


def role_candidates(doc: Doc, frames: Sequence[Frame], relations: Mapping[str, Relation]) -> list[Candidate]:
    """The static relations of a document, each pair of entities once a sentence, in the order of the text."""
    matcher = RoleMatcher(doc, RoleFrames.index(frames), relations)
    best: dict[tuple[str, str, str, int], Candidate] = {}
    for candidate in matcher.candidates():
        key = (candidate.subject_entity, candidate.relation, candidate.object_entity, doc[candidate.trigger].sent.start)
        known = best.get(key)
        if known is None or candidate.confidence > known.confidence:
            best[key] = candidate
    return sorted(best.values(), key=lambda c: (c.trigger, c.subject, c.object, c.relation))


class RoleMatcher:
    """Finds the static relations of one document."""

    def __init__(self, doc: Doc, frames: RoleFrames, relations: Mapping[str, Relation]) -> None:
        self.doc = doc
        self.frames = frames
        self.relations = relations
        self.index = MentionIndex(doc)
        self.reader = PhraseReader(self.index)
        self.arguments = Mentions(doc)
        self.countries = Countries(self.index)

    def candidates(self) -> Iterator[Candidate]:
        """Anchored roles first, then offices whose country is to be supplied."""
        found = []
        waiting: list[_Reading] = []
        offices: dict[int, str] = {}
        for noun in self.frames.nouns.find(self.doc):
            reading = self._read(noun)
            if reading is None:
                continue
            offices[noun.head] = noun.word
            anchored = list(self._anchored(reading))
            found += anchored
            if not any(c.relation in (LEADS, WORKS_FOR) for c in anchored):
                waiting.append(reading)
        found += self._named()
        for candidate in found:
            if candidate.relation in _LINKED and self._type(candidate.object) is EntityType.COUNTRY:
                self.countries.link(candidate.subject_entity, candidate.object_entity)
                if candidate.relation == LEADS:
                    self.countries.hold(offices[candidate.trigger], candidate.object_entity, candidate.subject_entity)
        yield from found
        for reading in waiting:
            yield from self._defaulted(reading)

    def _type(self, head: int) -> EntityType | None:
        mention = self.index.by_head.get(head)
        return mention.type if mention else None

    # reading

    def _read(self, noun: RoleNoun) -> "_Reading | None":
        own = self.index.by_head.get(noun.head)
        holder = next((m for m in self.index.covering(noun.head) if m.kind is MentionKind.NAME), None)
        if holder and holder.head != noun.head and not (
            holder.type is EntityType.PERSON and holder.head >= noun.end
        ):
            return None
        if self._modifies_next(noun):
            return None
        before, begin = self.reader.before(noun.start, noun.head)
        plural = is_plural(self.doc[noun.head])
        after, end = self.reader.after(self._past_elect(noun.end), plural=plural)
        anchors = self._ordered(before, after) + self._whose(begin)
        return _Reading(noun, begin, end, own, holder, anchors, plural)

    def _modifies_next(self, noun: RoleNoun) -> bool:
        """Whether a person noun is only part of a longer title or of a compound ("deputy minister", "member states")."""
        if noun.end >= len(self.doc) or EntityType.ORGANIZATION in denoted(noun.word):
            return False
        following = self.doc[noun.end]
        if following.pos_ != "NOUN" or following.tag_ == "CD":
            return False
        return not self.index.starting(noun.end) or noun.word in ("deputy", "assistant", "vice")

    def _past_elect(self, i: int) -> int:
        if i + 1 < len(self.doc) and self.doc[i].text == "-" and self.doc[i + 1].lower_ in ("elect", "designate"):
            return i + 2
        return i

    @staticmethod
    def _ordered(before: list[Anchor], after: list[Anchor]) -> list[Anchor]:
        return [a for a in after if a.how is How.COMPLEMENT] + before + [a for a in after if a.how is How.NESTED]

    def _whose(self, begin: int) -> list[Anchor]:
        """What "whose" before the phrase stands for, the likeliest first."""
        token = self.doc[begin] if begin < len(self.doc) else None
        if token is None or token.lower_ != "whose":
            return []
        found = []
        antecedent = antecedent_of(token)
        if antecedent is not None and antecedent.i < begin:
            found += self.arguments.single(antecedent)
        left, _ = sentence_bounds(self.doc, begin)
        found += [m for m in reversed(self.index.mentions) if left <= m.start and m.end <= begin]
        return [Anchor(mention, How.WHOSE) for mention in dict.fromkeys(found)]

    def _referents(self, reading: "_Reading", types: frozenset[EntityType]) -> list[Referent]:
        """Whom the noun denotes: a name beside it, the subject of its clause, or what it refers back to."""
        noun = reading.noun
        if noun.word:
            types = types & denoted(noun.word)
        if reading.holder and reading.holder.type in types and reading.holder.kind is MentionKind.NAME:
            return [Referent(reading.holder, BESIDE)]
        before = self.reader.name_before(self._series_start(reading.begin), types)
        if before and self._indefinite(reading):
            return [Referent(before, BESIDE)]
        names = self.reader.name_after(noun.end, types, several=reading.plural)
        if not names and reading.end != noun.end:
            names = self.reader.name_after(reading.end, types, several=reading.plural)
        if names:
            return [Referent(name, BESIDE) for name in names]
        if before and not (before.start <= noun.head < before.end):
            return [Referent(before, BESIDE)]
        if noun.word in _NAMED_BY_OF:
            explained = [a.mention for a in reading.anchors if a.how is How.COMPLEMENT and a.word == "of"]
            names = [m for m in explained if m.type in types]
            if names:
                return [Referent(name, BESIDE) for name in names]
        token = self.doc[noun.head]
        stated = [m for m in self._subjects(token) if m.type in types]
        if stated:
            return [Referent(mention, IN_CLAUSE, stated=True) for mention in stated]
        apposed = [m for m in self._apposed(token) if m.type in types]
        if apposed:
            return [Referent(mention, IN_CLAUSE) for mention in apposed]
        if reading.own and reading.own.type in types:
            return [Referent(reading.own, BESIDE if reading.own.kind is MentionKind.NAME else BY_REFERENCE)]
        return []

    def _series_start(self, begin: int) -> int:
        """Where a series of roles begins of which this is a later one ("a surgeon and member of …")."""
        left, _ = sentence_bounds(self.doc, begin)
        if begin - 1 <= left or self.doc[begin - 1].lower_ not in ("and", "&"):
            return begin
        i = begin - 1
        while i > left and (inside_phrase(self.doc[i - 1]) or self.doc[i - 1].pos_ == "DET") and begin - i < 10:
            if self.index.ending(i) and self.doc[i - 1].pos_ == "PROPN":
                return begin
            i -= 1
        return i

    def _subjects(self, token: Token) -> list[TokenMention]:
        """The subject of a clause that says someone is or serves as this."""
        verb: Token | None = None
        if token.dep_ == "attr" and token.head.lemma_ in _COPULAS:
            verb = token.head
        elif token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.lemma_ in _ROLE_VERBS:
            verb = token.head.head
        if verb is None:
            return []
        subjects = [m for head in grammatical_subjects(verb) for m in self.arguments.of(head)]
        return [m for m in subjects if m.head != token.i]

    def _apposed(self, token: Token) -> list[TokenMention]:
        """What the parser takes for the noun's apposition, either way round."""
        found = []
        if token.dep_ == "appos" and token.head.i in self.index.by_head:
            found.append(self.index.by_head[token.head.i])
        for child in token.children:
            mention = self.index.by_head.get(child.i)
            if child.dep_ == "appos" and mention and mention.kind is MentionKind.NAME and child.i > token.i:
                found.append(mention)
        return found

    # matching

    def _anchored(self, reading: "_Reading") -> Iterator[Candidate]:
        cache: dict[frozenset[EntityType], list[Referent]] = {}
        for frame in reading.noun.frames:
            relation = self.relations.get(frame.relation)
            if relation is None:
                continue
            types = relation.domain if frame.referent is Slot.SUBJ else relation.range
            others = relation.range if frame.referent is Slot.SUBJ else relation.domain
            referents = cache.setdefault(types, self._referents(reading, types))
            for anchor in self._anchors(reading, frame, others):
                for referent in referents:
                    yield from self._emit(reading, frame, referent, anchor)
        for demonym in self.frames.demonyms:
            yield from self._by_demonym(reading, demonym)

    def _anchors(self, reading: "_Reading", frame: RoleFrame, types: frozenset[EntityType]) -> list[Anchor]:
        """The anchors of the nearest kind that the frame takes."""
        chosen: list[Anchor] = []
        for anchor in reading.anchors:
            if anchor.mention.type not in types or not self._takes(reading, frame, anchor):
                continue
            if not self._suits(reading, frame, anchor):
                continue
            if chosen and (anchor.how is not chosen[0].how or anchor.how is not How.COMPLEMENT):
                break
            chosen.append(anchor)
        return chosen

    def _takes(self, reading: "_Reading", frame: RoleFrame, anchor: Anchor) -> bool:
        match anchor.how:
            case How.COMPLEMENT:
                named = reading.noun.word in _NAMED_BY_OF and anchor.word == "of"
                inside = frame.relation == PART_OF and anchor.word == "in"
                return anchor.word in frame.prepositions and not named and not inside
            case How.NESTED:
                return False
            case How.BASED:
                return frame.relation == LOCATED_IN
            case How.MODIFIER | How.POSSESSIVE | How.WHOSE:
                return not self._blocked(reading, frame, anchor)
        return True

    @staticmethod
    def _suits(reading: "_Reading", frame: RoleFrame, anchor: Anchor) -> bool:
        """Whether the noun can have this relation to an entity of this type."""
        word, country = reading.noun.word, anchor.mention.type is EntityType.COUNTRY
        body = anchor.mention.type is EntityType.ORGANIZATION
        match frame.relation:
            case "leads":
                return not country or (frame.referent is Slot.SUBJ and word in HEADS_OF_STATE)
            case "worksFor":
                return serves_state(reading.noun) if country else word not in LAWMAKERS
            case "representedBy":
                return not country or speaks_for_state(reading.noun)
            case "alliedWith":
                return not (body and word in STAFF) and not (country and (anchor.how is How.MODIFIER or word in STAFF))
            case "memberOf":
                return frame.referent is Slot.SUBJ or anchor.mention.type is EntityType.PERSON
            case "opposes" | "founded" | "invested" | "succeeded":
                return not country or anchor.how is not How.MODIFIER
        return True

    def _blocked(self, reading: "_Reading", frame: RoleFrame, anchor: Anchor) -> bool:
        """Whether another noun between the two takes the anchor for itself ("Peruvian gang leader")."""
        beside = [a for a in reading.anchors if a.how in (How.MODIFIER, How.POSSESSIVE)]
        nearer = [a for a in beside if a.distance < anchor.distance]
        if any(a.mention.type in (EntityType.ORGANIZATION, EntityType.COUNTRY) for a in nearer):
            return True
        if frame.relation == LOCATED_IN and anchor.mention.type is EntityType.COUNTRY and any(
            other.relation == PART_OF for other in reading.noun.frames
        ):
            return True
        if frame.relation != LEADS or anchor.mention.type is not EntityType.COUNTRY or anchor.distance == 0:
            return False
        previous = self.doc[reading.noun.start - 1]
        return previous.pos_ == "NOUN" and previous.lower_ not in ("interim", "caretaker", "deputy", "vice", "state")

    def _emit(self, reading: "_Reading", frame: RoleFrame, referent: Referent, anchor: Anchor) -> Iterator[Candidate]:
        first, second = referent.mention, anchor.mention
        if frame.referent is Slot.OBJ:
            first, second = second, first
        relation = frame.relation
        if relation == LEADS and referent.mention.type is EntityType.PERSON and self._is_one_of_several(reading):
            relation = WORKS_FOR
            if relation not in self.relations:
                return
        yield from self._candidate(reading, first, second, relation, frame.text, referent)
        if relation == WORKS_FOR and referent.mention.type is EntityType.PERSON:
            yield from self._ministry(reading, referent)

    def _is_one_of_several(self, reading: "_Reading") -> bool:
        """Whether the office is not at the top ("deputy chairman", "a director of the bank")."""
        if is_deputy(self.doc, reading.noun, reading.begin):
            return True
        before = {token.lower_ for token in self.doc[reading.begin : reading.noun.start]}
        return self._indefinite(reading) and not before & _FORMER and reading.noun.word in _MANY

    def _indefinite(self, reading: "_Reading") -> bool:
        return reading.begin < reading.noun.start and self.doc[reading.begin].lower_ in ("a", "an")

    def _candidate(
        self,
        reading: "_Reading",
        subject: TokenMention,
        other: TokenMention,
        relation: str,
        frame: str,
        referent: Referent,
        factor: float = 1.0,
    ) -> Iterator[Candidate]:
        if subject.entity == other.entity:
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
            possible=not referent.stated and is_coming(self.doc, reading.noun, reading.begin),
        )

    def _ministry(self, reading: "_Reading", referent: Referent) -> Iterator[Candidate]:
        if LEADS not in self.relations or is_deputy(self.doc, reading.noun, reading.begin):
            return
        for ministry in ministries_of(self.index, reading.noun, reading.begin):
            yield from self._candidate(reading, referent.mention, ministry, LEADS, MINISTER, referent, 0.9)

    def _by_demonym(self, reading: "_Reading", frame: DemonymFrame) -> Iterator[Candidate]:
        """Nationality and seat, from a demonym or a country's or town's possessive on the noun."""
        relation = self.relations.get(frame.relation)
        if relation is None:
            return
        anchors = [a for a in reading.anchors if a.how in (How.MODIFIER, How.POSSESSIVE, How.BASED, How.WHOSE)]
        anchors = [a for a in anchors if a.mention.type in relation.range]
        if not anchors or not self._open(reading, frame.relation, anchors[0]):
            return
        anchor = anchors[0]
        for referent in self._referents(reading, relation.domain):
            mention = referent.mention
            nested = mention.start <= anchor.mention.start < mention.end
            if nested and (mention not in (reading.own, reading.holder) or mention.type is EntityType.PLACE):
                continue
            yield from self._candidate(reading, mention, anchor.mention, frame.relation, frame.text, referent)

    def _open(self, reading: "_Reading", relation: str, anchor: Anchor) -> bool:
        known = {frame.relation for frame in reading.noun.frames}
        if relation == CITIZEN_OF:
            possessed = anchor.how in (How.POSSESSIVE, How.WHOSE)
            return not (possessed and known & _PERSONAL and not known & {LEADS, WORKS_FOR})
        if relation == LOCATED_IN and anchor.how is not How.BASED:
            organ = PART_OF in known and anchor.mention.type is EntityType.COUNTRY
            return not organ and LOCATED_IN not in known and not known & _PERSONAL
        return True

    def _named(self) -> Iterator[Candidate]:
        """Demonyms and possessives right before a name that no role noun introduces ("Finland's Helvaara Group")."""
        for mention in self.index.mentions:
            if mention.kind is not MentionKind.NAME:
                continue
            noun = RoleNoun(mention.start, mention.start, mention.head, (), "")
            before, begin = self.reader.before(mention.start, mention.head)
            if not before:
                continue
            reading = _Reading(noun, begin, mention.end, mention, mention, before, plural=False)
            for demonym in self.frames.demonyms:
                yield from self._by_demonym(reading, demonym)

    # defaults

    def _defaulted(self, reading: "_Reading") -> Iterator[Candidate]:
        if reading.noun.word not in STATE_OFFICES or any(a.how is not How.NESTED for a in reading.anchors):
            return
        for frame in reading.noun.frames:
            relation = self.relations.get(frame.relation)
            if frame.relation not in (LEADS, WORKS_FOR) or relation is None or frame.referent is not Slot.SUBJ:
                continue
            if frame.relation == LEADS and reading.noun.word not in HEADS_OF_STATE:
                continue
            for referent in self._referents(reading, relation.domain):
                if referent.mention.kind is not MentionKind.NAME:
                    continue
                country = self.countries.default(reading.noun, referent.mention.entity, reading.noun.head)
                if country:
                    supplied = Anchor(country, How.NESTED)
                    sure = Referent(referent.mention, min(referent.confidence, BY_DEFAULT), referent.stated)
                    yield from self._emit(reading, frame, sure, supplied)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A role noun with its phrase.

    Attributes:
        begin, end: half-open token indices of the whole noun phrase with its complements.
        own: the mention whose head the noun is.
        holder: the name that the noun is part of.
    """

    noun: RoleNoun
    begin: int
    end: int
    own: TokenMention | None
    holder: TokenMention | None
    anchors: list[Anchor]
    plural: bool
