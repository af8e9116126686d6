"""The other end of an office that stands without it: the country of a bare president, the court of a judge."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.annotations import TokenMention
from kg.extract.frames import RoleFrame, Slot
from kg.extract.predicates import grammatical_subjects
from kg.extract.predicates.subjects import agents
from kg.extract.roles.countries import OF_ONE_COUNTRY, Countries
from kg.extract.roles.offices import HEADS_OF_STATE, STATE_OFFICES, is_of_state
from kg.extract.roles.phrase import QUOTES, Anchor, How
from kg.extract.roles.reading import BY_DEFAULT, Reading, Referent, RoleReader
from kg.extract.roles.suits import FORMER, LEADS, MEMBER_OF, WORKS_FOR
from kg.model import EntityType, MentionKind
from kg.ontology import Relation

COURTS = frozenset("court tribunal jury prison jail".split())
_JUDGES = frozenset("judge justice magistrate juror".split())
_BENCHES = frozenset("court tribunal".split())
_OF_JUSTICES = frozenset("supreme constitutional".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN = FORMER | frozenset("mr mrs ms dr vice interim acting deputy caretaker then-president fellow".split())
_NO_BODIES = frozenset(("DATE", "TIME", "GPE", "NORP", "PERSON"))
_LAWMAKERS = frozenset("lawmaker legislator parliamentarian mp deputy backbencher".split())
_PARLIAMENTS = frozenset(
    "parliament assembly congress senate bundestag knesset duma diet legislature".split()
)
_OF_UNIONS = frozenset("union unions trade trades labour labor african trinamool nationalist party".split())
"""Words of the names of congresses that are no parliaments ("Trades Union Congress", "African National Congress")."""

_EXECUTIVES = frozenset("editor chairman chairwoman coach rector treasurer bursar".split()) | frozenset(
    (
        "chief executive",
        "managing director",
        "managing editor",
        "finance chief",
        "finance director",
        "head coach",
        "ceo",
        "chief executive officer",
        "chief financial officer",
        "chief operating officer",
        "director general",
        "director-general",
        "secretary general",
        "secretary-general",
    )
)
"""Posts of which a body has one, so that "the" is enough to say whose."""
_STAFFING = frozenset(
    "appoint name sack fire dismiss oust nominate pick choose replace remove reinstate promote".split()
)
_SPEAKERS = frozenset("spokesman spokeswoman spokesperson".split())
_BODIES_WITHOUT = (
    _PARLIAMENTS
    | COURTS
    | frozenset("police government regime army ministry court newspaper agency daily weekly".split())
)
"""Bodies without such posts, and those that are mostly named as sources."""

_OF_OTHERS = frozenset("union federation association board commission regulator central".split())
"""Bodies that mostly speak of the officers of others."""

_APPOINTING_OTHERS = (
    _PARLIAMENTS
    | COURTS
    | frozenset("government regime council board junta ministry administration house commission".split())
)
"""Bodies that fill offices outside themselves."""


@dataclass(frozen=True, slots=True)
class Supplied:
    """An office with the end that was found for it: the frame to use, or None for a member of the parliament."""

    frame: RoleFrame | None
    referent: Referent
    anchor: Anchor


class Supply:
    """Finds the missing ends of one document's offices.

    Attributes:
        firms: of which firm somebody is chief, as far as the text says so beside the post.
    """

    def __init__(self, reader: RoleReader, countries: Countries, relations: Mapping[str, Relation]) -> None:
        self.reader = reader
        self.index = reader.index
        self.tokens = reader.tokens
        self.countries = countries
        self.relations = relations
        self.parliament = self._only_parliament()
        self.firms: Mapping[str, TokenMention] = {}

    def _only_parliament(self) -> TokenMention | None:
        """The parliament of the article, where it speaks of one only."""
        found = {
            m.entity: m
            for m in reversed(self.index.mentions)
            if m.type is EntityType.ORGANIZATION and self.tokens[m.head].lower_ in _PARLIAMENTS
            if _OF_UNIONS.isdisjoint(t.lower_ for t in self.tokens[m.start : m.end])
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def of(self, reading: Reading) -> Iterator[Supplied]:
        """What can be supplied to a role that nothing in its phrase ties to a body or country."""
        own = [a.mention for a in reading.anchors if a.how is not How.NESTED]
        if any(mention.type is not EntityType.PERSON for mention in own):
            return
        possessor = own[0] if own else None
        if (
            reading.noun.word in _LAWMAKERS
            and self.parliament
            and MEMBER_OF in self.relations
            and not possessor
        ):
            for referent in self._named(reading, self.relations[MEMBER_OF]):
                yield Supplied(None, referent, Anchor(self.parliament, How.NESTED))
            return
        appointed = list(self._by_appointer(reading))
        if appointed:
            yield from appointed
            return
        meant = list(self._by_article(reading)) or list(self._by_statement(reading))
        if meant:
            yield from meant
            return
        office = reading.noun.word in STATE_OFFICES and not self._is_of_something_else(reading)
        if not office and (reading.noun.word not in _JUDGES or possessor or self._is_former(reading)):
            return
        for frame in reading.noun.frames:
            relation = self.relations.get(frame.relation)
            if relation is None or not self._can_lack(frame, reading, possessor):
                continue
            for referent in self._named(reading, relation):
                other = self._employer(reading, referent, possessor) if office else self._court(reading)
                if other:
                    yield Supplied(frame, referent, Anchor(other, How.NESTED))

    def _by_appointer(self, reading: Reading) -> Iterator[Supplied]:
        """The body that names somebody its own chairman ("the union chose Ole Holm as president")."""
        appointers = [
            m
            for m in self.reader.holders.appointers(self.tokens[reading.noun.head])
            if m.type is EntityType.ORGANIZATION and self.tokens[m.head].lower_ not in _APPOINTING_OTHERS
        ]
        if not appointers or any(a.how is not How.NESTED for a in reading.anchors):
            return
        for frame in reading.noun.frames:
            relation = self.relations.get(frame.relation)
            if relation is not None and frame.relation in (LEADS, WORKS_FOR) and frame.referent is Slot.SUBJ:
                for referent in self._named(reading, relation):
                    yield Supplied(frame, referent, Anchor(appointers[0], How.NESTED))

    def _by_article(self, reading: Reading) -> Iterator[Supplied]:
        """The body last spoken of, whose only one somebody is ("The editor, Ole Holm, resigned", "CEO Ole Holm said")."""
        if reading.noun.word not in _EXECUTIVES or reading.anchors or reading.plural:
            return
        opening = [token.lower_ for token in self.tokens[reading.begin : reading.noun.start]]
        bare = opening == [] and (self._leads_up_to_name(reading) or self._is_held(reading))
        if opening != ["the"] and not bare:
            return
        first, _ = self.index.bounds(reading.begin)
        earliest, _ = self.index.bounds(max(first - 1, 0))
        bodies = {
            m.entity: m
            for m in self.index.mentions
            if earliest <= m.start < reading.begin
            and m.type is EntityType.ORGANIZATION
            and m.kind is not MentionKind.PRONOUN
            and self.tokens[m.head].lemma_.lower() not in _BODIES_WITHOUT
        }
        if opening == []:
            several = len(bodies) > 1
            bodies = {
                entity: m
                for entity, m in bodies.items()
                if not self._speaks_of_others(m, reading.begin) and (not several or self._is_told_of(m))
            }
        if len(bodies) != 1:
            return
        (body,) = bodies.values()
        for frame in reading.noun.frames:
            relation = self.relations.get(frame.relation)
            if relation is not None and frame.relation in (LEADS, WORKS_FOR) and frame.referent is Slot.SUBJ:
                for referent in self._named(reading, relation):
                    yield Supplied(frame, referent, Anchor(body, How.NESTED))

    def _leads_up_to_name(self, reading: Reading) -> bool:
        """Whether a title stands right before somebody's name."""
        following = self.index.starting(reading.noun.end)
        return any(m.type is EntityType.PERSON and m.kind is MentionKind.NAME for m in following)

    def _is_held(self, reading: Reading) -> bool:
        """Whether a clause says that somebody holds or leaves the post ("would step down as chief executive")."""
        post = self.tokens[reading.noun.head]
        return post.dep_ == "pobj" and post.head.lower_ == "as"

    def _is_told_of(self, body: TokenMention) -> bool:
        """Whether a clause is about a body alone."""
        head = self.tokens[body.head]
        return head.dep_ in ("nsubj", "nsubjpass") and not any(c.dep_ == "conj" for c in head.children)

    def _speaks_of_others(self, body: TokenMention, at: int) -> bool:
        """Whether the officers who come next are hardly a body's own: it is spoken of in a quotation, or oversees others."""
        said = self.tokens[max(body.end, self.index.bounds(at)[0]) : at]
        called = {t.lemma_.lower() for t in self.tokens[body.start : body.end]}
        return not called.isdisjoint(_OF_OTHERS) or any(t.text in QUOTES for t in said)

    def _by_statement(self, reading: Reading) -> Iterator[Supplied]:
        """The body that the sentence before is about, for which somebody speaks ("… spokesman Ole Holm said")."""
        bare = reading.noun.word in _SPEAKERS and not reading.anchors and not reading.plural
        opening = [t.lower_ for t in self.tokens[reading.begin : reading.noun.start]]
        if not bare or opening not in ([], ["a"]):
            return
        first, _ = self.index.bounds(reading.begin)
        earliest, _ = self.index.bounds(max(first - 1, 0))
        bodies = [
            m
            for m in self.index.mentions
            if earliest <= m.start < reading.begin
            and m.type is EntityType.ORGANIZATION
            and m.kind is not MentionKind.PRONOUN
            and self.tokens[m.head].dep_ in ("nsubj", "nsubjpass")
        ]
        if len({m.entity for m in bodies}) != 1:
            return
        for frame in reading.noun.frames:
            relation = self.relations.get(frame.relation)
            if relation is not None:
                types = relation.domain if frame.referent is Slot.SUBJ else relation.range
                for referent in self.reader.referents(reading, types):
                    if referent.mention.kind is MentionKind.NAME:
                        known = Referent(
                            referent.mention, min(referent.confidence, BY_DEFAULT), referent.stated
                        )
                        yield Supplied(frame, known, Anchor(bodies[0], How.NESTED))

    def _is_of_something_else(self, reading: Reading) -> bool:
        """Whether a noun before a head of state's title makes it another's ("club president", "state premier")."""
        if reading.noun.word not in HEADS_OF_STATE or reading.noun.start == reading.begin:
            return False
        before = self.tokens[reading.noun.start - 1]
        own = before.pos_ in ("NOUN", "PROPN") and before.ent_type_ not in _NO_BODIES
        return own and before.lower_.strip(".") not in _PLAIN

    @staticmethod
    def _can_lack(frame: RoleFrame, reading: Reading, possessor: TokenMention | None) -> bool:
        if frame.relation not in (LEADS, WORKS_FOR) or frame.referent is not Slot.SUBJ:
            return False
        return frame.relation == WORKS_FOR or (reading.noun.word in HEADS_OF_STATE and possessor is None)

    def _named(self, reading: Reading, relation: Relation) -> Iterator[Referent]:
        for referent in self.reader.referents(reading, relation.domain):
            if referent.mention.kind is MentionKind.NAME:
                yield Referent(referent.mention, min(referent.confidence, BY_DEFAULT), referent.stated)

    def _is_former(self, reading: Reading) -> bool:
        return bool(FORMER & set(reading.words_before(self.tokens)))

    def _employer(
        self, reading: Reading, referent: Referent, possessor: TokenMention | None
    ) -> TokenMention | None:
        at = reading.noun.head
        if reading.noun.word == "president" and (firm := self.firms.get(referent.mention.entity)):
            return firm
        if possessor and (known := self.countries.of_person(possessor.entity, at)):
            return known
        if possessor and reading.noun.word in OF_ONE_COUNTRY:
            return None  # "the pope's secretary of state"
        former = self._is_former(reading)
        if known := self._of_superior(referent.mention, at) or self._of_joined(referent.mention, at):
            return known
        return self.countries.default(reading.noun, referent.mention.entity, at, former=former)

    def _of_joined(self, person: TokenMention, at: int) -> TokenMention | None:
        """The country of the head of state whose deputy is named after him ("President Lee and Vice President Holm")."""
        name = self.tokens[person.head]
        first = self.index.by_head.get(name.head.i) if name.dep_ == "conj" else None
        deputy = self.tokens[at].i and self.tokens[at - 1].lower_ in ("vice", "deputy")
        return self.countries.of_person(first.entity, at) if first is not None and deputy else None

    def _of_superior(self, person: TokenMention, at: int) -> TokenMention | None:
        """The country of whoever appoints or dismisses somebody in the same clause ("was sacked by President Ole Holm")."""
        noun = self.tokens[person.head]
        while noun.dep_ == "appos":
            noun = noun.head
        verb = noun.head
        if verb.lemma_ not in _STAFFING or noun.dep_ not in ("dobj", "nsubjpass"):
            return None
        superiors = agents(verb) if noun.dep_ == "nsubjpass" else grammatical_subjects(verb)
        found = (
            m for head in superiors for m in self.reader.arguments.of(head) if m.type is EntityType.PERSON
        )
        countries = (self.countries.of_person(m.entity, at) for m in found if m.entity != person.entity)
        return next((country for country in countries if country), None)

    def body_meant(self, reading: Reading, frame: RoleFrame) -> list[Anchor]:
        """The body whose "its" was taken for a country's, though no country has such an office ("its chairman")."""
        owner = next((a.mention for a in reading.anchors if a.how is How.POSSESSIVE), None)
        if owner is None or owner.kind is not MentionKind.PRONOUN or owner.type is not EntityType.COUNTRY:
            return []
        if frame.relation not in (LEADS, WORKS_FOR, MEMBER_OF) or is_of_state(reading.noun):
            return []
        first, _ = self.index.bounds(owner.start)
        earliest, _ = self.index.bounds(max(first - 1, 0))
        bodies = [
            m
            for m in self.index.mentions
            if earliest <= m.start < owner.start
            and m.type is EntityType.ORGANIZATION
            and m.kind is not MentionKind.PRONOUN
        ]
        return [Anchor(m, How.NESTED) for m in bodies[-1:]]

    def _court(self, reading: Reading) -> TokenMention | None:
        """The court last spoken of before a judge; none where a jury or a prison was spoken of after it."""
        earlier = (m for m in reversed(self.index.mentions) if m.start < reading.begin)
        nearest = next(
            (
                m
                for m in earlier
                if m.type is EntityType.ORGANIZATION and self.tokens[m.head].lower_ in COURTS
            ),
            None,
        )
        if nearest is None or self.tokens[nearest.head].lower_ not in _BENCHES:
            return None
        return None if self._sits_elsewhere(reading, nearest) else nearest

    def _sits_elsewhere(self, reading: Reading, court: TokenMention) -> bool:
        """Whether the court has justices rather than judges, or the judge is told of in another year or place."""
        called = {t.lower_ for t in self.tokens[court.start : court.end]}
        if reading.noun.word != "justice" and called & _OF_JUSTICES:
            return True
        if "presiding" in reading.words_before(self.tokens):
            return False
        here, there = self.tokens[reading.noun.head].sent, self.tokens[court.head].sent
        if here.start == there.start:
            return False
        years = {t.text for t in here if _YEAR.fullmatch(t.text)}
        return bool(years) and years.isdisjoint(t.text for t in there)
