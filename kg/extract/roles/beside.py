"""Static relations of names that stand side by side without a role noun: "Lyon, France", "Ole Holm of the Greens"."""

from collections.abc import Iterator, Mapping

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.coreference.body_words import PLAIN_FIRMS
from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.places import SETTINGS
from kg.extract.predicates import grammatical_subjects
from kg.extract.roles.phrase import BASED, QUOTES, How, is_possessive_mark
from kg.extract.roles.reading import BESIDE, RoleReader
from kg.extract.roles.suits import CITIZEN_OF, LEADS, LOCATED_IN, MEMBER_OF, PARTY_WORDS, WORKS_FOR, Parties
from kg.gazetteer import Gazetteer
from kg.model import EntityType, MentionKind
from kg.ontology import Relation

_PLACES = frozenset((EntityType.PLACE, EntityType.COUNTRY))
_SEATED = frozenset("in at of".split())
_CLOSING = frozenset(',.;:)—–-”"')
_ALSO = frozenset("also originally himself herself".split())
_GOING_ON = frozenset((",", "and", "or"))
_BOTH = frozenset("both all".split())
_PEOPLE = frozenset((EntityType.PERSON,))
_RULING = frozenset("government regime administration".split())
_HOMES = (["native"], ["home", "country", "of"], ["native", "country", "of"], ["homeland", "of"])
_SEATS = frozenset("headquarters office offices seat base".split())
_SITUATED = BASED | frozenset("located situated registered incorporated published printed".split())


class BesideNames:
    """Finds them in one document."""

    def __init__(
        self,
        reader: RoleReader,
        parties: Parties,
        relations: Mapping[str, Relation],
        gazetteer: Gazetteer,
    ) -> None:
        self.gazetteer = gazetteer
        self.index = reader.index
        self.tokens = reader.tokens
        self.phrases, self.names = reader.phrases, reader.names
        self.arguments = reader.arguments
        self.parties = parties
        self.relations = relations

    def candidates(self) -> Iterator[Candidate]:
        """What each mention has beside it, in the order of the text."""
        for mention in self.index.mentions:
            if mention.kind is MentionKind.PRONOUN:
                continue
            if mention.type is EntityType.PERSON and mention.kind is MentionKind.NAME:
                yield from self._person(mention)
            elif mention.type is EntityType.ORGANIZATION:
                yield from self._seat(mention)
            elif mention.type is EntityType.PLACE:
                yield from self._seat(mention)
                yield from self._wider_place(mention)
            elif mention.type is EntityType.COUNTRY:
                yield from self._national(mention)
                yield from self._native(mention)

    def _emit(
        self,
        subject: TokenMention,
        relation: str,
        other: TokenMention,
        trigger: int,
        construction: str,
        sure: float,
    ) -> Iterator[Candidate]:
        declared = self.relations.get(relation)
        if declared is None or subject.type not in declared.domain or other.type not in declared.range:
            return
        if subject.entity == other.entity or (relation == LOCATED_IN and subject.type is EntityType.COUNTRY):
            return
        confidence = sure * min(subject.confidence, other.confidence)
        yield Candidate(
            subject.head,
            other.head,
            subject.entity,
            other.entity,
            relation,
            trigger,
            construction,
            confidence,
            static=True,
        )

    def _next(self, i: int, right: int) -> TokenMention | None:
        """The mention that begins here, past an article and compass words."""
        for j in range(i, min(i + 4, right)):
            found = next((m for m in self.index.starting(j) if m.end <= right), None)
            if found:
                return found
            if self.tokens[j].pos_ not in ("DET", "ADJ", "ADV"):
                return None
        return None

    def _body_called(self, i: int, right: int) -> TokenMention | None:
        """The mention that begins here, or the name right behind a noun for a body ("of the campaign group Nordwind")."""
        found = self._next(i, right)
        while i < right and (self.tokens[i].pos_ in ("DET", "ADJ") or self.tokens[i].tag_ == "NN"):
            i += 1
            if self.tokens[i - 1].lemma_.lower() in BODY_NOUNS:
                names = [m for m in self.index.starting(i) if m.end <= right and m.kind is MentionKind.NAME]
                if names and names[0].type is EntityType.ORGANIZATION:
                    return names[0]
        return found

    def _person(self, person: TokenMention) -> Iterator[Candidate]:
        """Reads "Ole Holm of Denmark", "Ole Holm of the Greens", "the Greens' Ole Holm"."""
        _, right = self.index.bounds(person.start)
        i = person.end
        aside = i + 1 < right and self.tokens[i].text in (",", "(")
        if aside and self.tokens[i].text == "(":
            yield from self._party_in_brackets(person, i, right)
        if aside and self.tokens[i + 1].lower_ == "of":
            i += 1
        elif aside:
            yield from self._origin(person, i + 1, right)
        if i < right and self.tokens[i].lower_ in ("of", "from"):
            other = self._body_called(i + 1, right)
            named = other is not None and (other.kind is MentionKind.NAME or self.tokens[i].lower_ == "of")
            if other and named and not self._is_possessed(other, right):
                yield from self._belongs(person, other, i)
        before, _ = self.phrases.before(person.start, person.head)
        owner = next((a.mention for a in before if a.how is How.POSSESSIVE and a.distance == 0), None)
        if owner and owner.type is EntityType.ORGANIZATION:
            yield from self._belongs(person, owner, person.head)

    def _origin(self, person: TokenMention, i: int, right: int) -> Iterator[Candidate]:
        """Reads ", originally from Denmark,"."""
        if self.tokens[i].lower_ in _ALSO:
            i += 1
        if i + 1 >= right or self.tokens[i].lower_ != "from":
            return
        country = self._next(i + 1, right)
        if country is None or country.type is not EntityType.COUNTRY or country.kind is not MentionKind.NAME:
            return
        if country.end < right and self.tokens[country.end].text in _CLOSING:
            yield from self._belongs(person, country, i)

    def _party_in_brackets(self, person: TokenMention, i: int, right: int) -> Iterator[Candidate]:
        """Reads "Ole Holm (Green League)"."""
        party = next((m for m in self.index.starting(i + 1) if m.end < right and m in self.parties), None)
        if party and self.tokens[party.end].text in (")", ",", "/"):
            yield from self._emit(person, MEMBER_OF, party, party.head, "NAME (PARTY)", BESIDE)

    def _is_possessed(self, mention: TokenMention, right: int) -> bool:
        """Whether something else stands in for what "of" leads to ("of his office", "of the court's rules")."""
        after = mention.end < right and is_possessive_mark(self.tokens[mention.end])
        return after or self.tokens[mention.start].tag_ == "PRP$"

    def _belongs(self, person: TokenMention, other: TokenMention, trigger: int) -> Iterator[Candidate]:
        if other.type is EntityType.COUNTRY:
            yield from self._emit(person, CITIZEN_OF, other, trigger, "NAME of COUNTRY", BESIDE)
        elif other.type is EntityType.ORGANIZATION:
            relation = MEMBER_OF if other in self.parties else WORKS_FOR
            yield from self._emit(person, relation, other, trigger, "NAME of ORGANIZATION", BESIDE)

    def _seat(self, body: TokenMention) -> Iterator[Candidate]:
        """Reads "Nordwind of Oslo", "the court in Oslo", "Nordwind, based in Oslo", "Holm's Greens"."""
        _, right = self.index.bounds(body.start)
        i = body.end
        if i + 1 < right and self.tokens[i].text == "," and self.tokens[i + 1].lower_ in _SITUATED | {"of"}:
            i += 1
        situated = i < right and self.tokens[i].lower_ in _SITUATED
        if situated:
            i += 1
        elif (seat := self._past_seat(i, right)) != i:
            situated, i = True, seat
        if body.kind is MentionKind.NAME and i < right and self.tokens[i].lower_ == "of":
            yield from self._leader(body, i)
        if (
            i < right
            and self.tokens[i].lower_ in _SEATED
            and (self.tokens[i].lower_ != "of" or body.kind is MentionKind.NAME)
        ):
            other = self._next(i + 1, right)
            visiting = self.tokens[i].lower_ == "in" and self.gazetteer.by_key(body.entity) is not None
            visiting |= self.tokens[body.head].lemma_.lower() in _RULING
            here = situated or (self._attached(body, i) and not visiting)
            if other and other.type in _PLACES and here:
                yield from self._emit(body, LOCATED_IN, other, i, "NAME in PLACE", BESIDE)
        elif i + 2 < right and self.tokens[i].text == "," and self.tokens[i + 1].lower_ in _BOTH:
            yield from self._seat_of_several(body, i + 2, right)
        if body.kind is MentionKind.NAME and (body in self.parties or not self._is_company(body)):
            before, _ = self.phrases.before(body.start, body.head)
            owner = next((a.mention for a in before if a.how is How.POSSESSIVE), None)
            firm = not PLAIN_FIRMS.isdisjoint(
                t.lower_ for t in self.tokens[max(body.start - 2, 0) : body.start]
            )
            sure = body in self.parties or (owner is not None and owner.kind is MentionKind.NAME and not firm)
            if owner and owner.type is EntityType.PERSON and sure:
                yield from self._emit(owner, MEMBER_OF, body, body.head, "NAME's PARTY", BESIDE)

    def _past_seat(self, i: int, right: int) -> int:
        """Past "with its headquarters" where a place follows ("an alliance with its seat in Oslo")."""
        j = i + 1 if i < right and self.tokens[i].text == "," else i
        if j + 2 >= right or self.tokens[j].lower_ != "with":
            return i
        j += 1
        while j + 1 < right and self.tokens[j].tag_ in ("PRP$", "DT", "JJ", "NN") and j - i < 4:
            if self.tokens[j].lower_ in _SEATS:
                break
            j += 1
        return j + 1 if self.tokens[j].lower_ in _SEATS and self.tokens[j + 1].lower_ == "in" else i

    def _leader(self, body: TokenMention, of: int) -> Iterator[Candidate]:
        """Reads "the Farmers' Rally of Ole Holm", "the Greens of Prime Minister Ole Holm"."""
        for person in self.names.after_titles(of + 1, _PEOPLE):
            possessed = person.end < len(self.tokens) and is_possessive_mark(self.tokens[person.end])
            if not possessed and person.end <= self.index.bounds(of)[1]:
                yield from self._emit(person, LEADS, body, of, "BODY of NAME", BESIDE)

    def _seat_of_several(self, last: TokenMention, i: int, right: int) -> Iterator[Candidate]:
        """Reads "Nordwind and Helvaara, both based in Oslo"."""
        if (
            i + 1 >= right
            or self.tokens[i].lower_ not in _SITUATED
            or self.tokens[i + 1].lower_ not in _SEATED
        ):
            return
        place = self._next(i + 2, right)
        if place is None or place.type not in _PLACES:
            return
        for body in self.names.listed_before(last):
            yield from self._emit(body, LOCATED_IN, place, i + 1, "NAME in PLACE", BESIDE)

    def _is_company(self, body: TokenMention) -> bool:
        """Whether the article calls a body a business or an organ, which has no members."""
        heads = (self.tokens[m.head].lemma_.lower() for m in self.index.mentions if m.entity == body.entity)
        return any(head in BODY_NOUNS and head not in PARTY_WORDS for head in heads)

    def _attached(self, body: TokenMention, preposition: int) -> bool:
        """Whether the phrase says where the body is rather than where something happens."""
        head = self.tokens[body.head]
        if body.kind is MentionKind.NOMINAL and head.lemma_.lower() in SETTINGS:
            return False
        if head.dep_ == "pobj" and head.head.dep_ == "agent" and self._is_national(body):
            return False
        return self.tokens[preposition].head.i == body.head or (
            body.kind is MentionKind.NOMINAL
            and self.tokens[body.head].dep_ not in ("dobj", "dative")
            and self.tokens[body.head].head.dep_ != "agent"
        )

    def _is_national(self, body: TokenMention) -> bool:
        """Whether a country stands on a noun for a body: what follows tells where it acts ("by Danish police in Rome")."""
        inside = [m for m in self.index.mentions if body.start <= m.start < m.end <= body.head]
        return body.kind is MentionKind.NOMINAL and any(m.type is EntityType.COUNTRY for m in inside)

    def _wider_place(self, place: TokenMention) -> Iterator[Candidate]:
        """Reads "Lyon, France" and "Lyon, in the Rhône valley,"; not in a dateline, nor in a list."""
        left, right = self.index.bounds(place.start)
        i = place.end
        if place.kind is not MentionKind.NAME or i >= right or self.tokens[i].text != ",":
            return
        if self.tokens[place.head].is_upper and place.start - left < 2:
            return
        prepositional = i + 1 < right and self.tokens[i + 1].lower_ == "in"
        other = self._next(i + 2 if prepositional else i + 1, right)
        if other is None or other.type not in _PLACES or other.kind is not MentionKind.NAME:
            return
        if not prepositional and other.start != i + 1:
            return
        if self._listed(place, other, left, right):
            return
        yield from self._emit(place, LOCATED_IN, other, other.head, "PLACE, COUNTRY", BESIDE)

    def _listed(self, place: TokenMention, other: TokenMention, left: int, right: int) -> bool:
        """Whether the two are members of a list of places."""
        known = self.gazetteer.by_key(place.entity)
        if (
            other.type is EntityType.COUNTRY
            and known is not None
            and known.part_of not in (None, other.entity)
        ):
            return True
        before = self.tokens[place.start - 1] if place.start > left else None
        if (
            before is not None
            and before.text == ","
            and any(m.type is other.type for m in self.index.ending(before.i))
        ):
            return True
        i = other.end
        if i >= right:
            return False
        if self.tokens[i].pos_ in ("VERB", "AUX") and self.tokens[i].tag_ not in ("VBN", "VBG"):
            return True
        if is_possessive_mark(self.tokens[i]) or self.tokens[i].lower_ in ("and", "or"):
            return other.type is not EntityType.COUNTRY or is_possessive_mark(self.tokens[i])
        if other.type is EntityType.PLACE and self.tokens[i].text not in _CLOSING:
            return True
        following = self.index.starting(i + 1) if self.tokens[i].text == "," else []
        return any(
            m.type is other.type and m.end < right and self.tokens[m.end].lower_ in _GOING_ON
            for m in following
        )

    def _national(self, country: TokenMention) -> Iterator[Candidate]:
        """Reads "Ole Holm, a Dane," and "a Dane named Ole Holm"."""
        left, right = self.index.bounds(country.start)
        token = self.tokens[country.head]
        if token.dep_ == "acomp" and token.head.lemma_ == "be":
            yield from self._said_to_be(country)
            return
        if (
            country.end - country.start != 1
            or country.start == left
            or token.tag_ not in ("NN", "NNP", "NNS", "NNPS", "JJ")
        ):
            return
        after = country.end
        while after < right and self.tokens[after].text in QUOTES:
            after += 1
        following = self.tokens[after] if after < right else None
        if following is not None and (
            following.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or is_possessive_mark(following)
        ):
            return
        begin = country.start
        while begin > left and (
            self.tokens[begin - 1].pos_ in ("ADJ", "NUM")
            or self.tokens[begin - 1].text == "-"
            or self.tokens[begin - 1].lower_ in ("year", "years", "old")
        ):
            begin -= 1
        if begin == left or self.tokens[begin - 1].lower_ not in ("a", "an", "the"):
            return
        person = frozenset((EntityType.PERSON,))
        found = self.names.before(begin - 1, person)
        names = [found] if found else self._called(country.end, right)
        if not names and token.dep_ == "attr" and token.head.lemma_ == "be":
            subjects = [c for c in token.head.children if c.dep_ == "nsubj"]
            names = [
                m for c in subjects if (m := self.index.by_head.get(c.i)) and m.type is EntityType.PERSON
            ]
        for name in names:
            yield from self._emit(name, CITIZEN_OF, country, country.head, "NAME, a DEM", BESIDE)

    def _said_to_be(self, country: TokenMention) -> Iterator[Candidate]:
        """Reads "Ole Holm, who is Danish," and "Holm is Danish"."""
        token = self.tokens[country.head]
        for subject in grammatical_subjects(token.head):
            for person in self.arguments.of(subject):
                if person.type is EntityType.PERSON and person.kind is not MentionKind.NOMINAL:
                    yield from self._emit(person, CITIZEN_OF, country, country.head, "NAME, a DEM", BESIDE)

    def _native(self, country: TokenMention) -> Iterator[Candidate]:
        """Reads "her native Denmark" and "his home country of Denmark"."""
        left, _ = self.index.bounds(country.start)
        words = [token.lower_ for token in self.tokens[left : country.start]]
        length = next((len(home) for home in _HOMES if words[-len(home) :] == home), 0)
        owner = country.start - length - 1
        if length and owner >= left:
            for person in (m for m in self.index.ending(owner + 1) if m.type is EntityType.PERSON):
                yield from self._emit(person, CITIZEN_OF, country, country.head, "native COUNTRY", BESIDE)

    def _called(self, i: int, right: int) -> list[TokenMention]:
        if i < right and self.tokens[i].lower_ in ("named", "called"):
            return [m for m in self.index.starting(i + 1) if m.type is EntityType.PERSON][:1]
        return []
