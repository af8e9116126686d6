"""The component that resolves nominals and pronouns, reading the text from its beginning to its end."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from spacy import tokens
from spacy.language import Language

from kg.extract.annotations import TokenMention
from kg.extract.coreference.bodies import BodyResolver
from kg.extract.coreference.body_words import PUBLIC
from kg.extract.coreference.firm import firm
from kg.extract.coreference.genders import genders
from kg.extract.coreference.identified import is_identified, under_later_name
from kg.extract.coreference.joined import couple, joined
from kg.extract.coreference.local import LocalEntities
from kg.extract.coreference.people import PeopleResolver
from kg.extract.coreference.places import PlaceResolver
from kg.extract.coreference.pronouns import FEMALE, FIRST, MALE, PRONOUNS, PronounResolver, quoted_tokens
from kg.extract.coreference.roles import RolesSeen, apposed, titles
from kg.extract.coreference.salience import History
from kg.extract.coreference.sets import SetResolver, set_mention
from kg.extract.coreference.topics import topic
from kg.extract.lexicon.bodies import TRADERS
from kg.extract.lexicon.people import FEMALE_NOUNS, GROUPS, MALE_NOUNS
from kg.extract.lexicon.people import words as word_set
from kg.extract.mentions import closed_tokens, one_per_head
from kg.extract.mentions.nominals import ARGUMENTS, Nominal, NominalFinder
from kg.extract.tree import Doc, read
from kg.extract.words import words_of
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.model import EntityType, MentionKind

APPOSED, RESOLVED = 0.95, 0.75
MOST_JOINED = 3
"""Of how many at most the one sentence tells what "they" do in the next."""
ANYBODY = word_set(
    """partner ally rival competitor opponent foe enemy adversary neighbour neighbor member backer supporter sponsor
    donor shareholder creditor bidder investor critic mediator guarantor signatory contender newcomer"""
)
"""What bodies and countries are called as well as people."""


class Reading:
    """One pass over a document.

    Args:
        doc: with `kg_mentions` and `kg_entities` as the names gave them.
        gazetteer: names known beforehand.
    """

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.w = words_of(doc)
        self.closed = closed_tokens(doc)
        self.mentions: list[TokenMention] = list(doc._.kg_mentions)
        self.roles = RolesSeen()
        titles(self.w, self.mentions, self.roles)
        self.history = History(self.w, self.roles)
        self.history.gender = genders(self.w, self.mentions, self.roles)
        self.local = LocalEntities(doc._.kg_entities)
        self.nominals: dict[int, Nominal] = {}
        self.named_later: dict[str, str] = {}
        self.at: dict[int, TokenMention] = {m.head: m for m in self.mentions}
        self.pronouns = PronounResolver(self.w, self.history, quoted_tokens(self.w))
        self.people = PeopleResolver(self.w, self.history, self.roles, self.local, self.mentions)
        self.bodies = BodyResolver(self.w, self.history, self.roles, self.local, gazetteer)
        self.sets = SetResolver(self.w, self.history, self.roles)
        self.places = PlaceResolver(self.w, self.history, self.roles, self.local, self.mentions, gazetteer)

    def read(self) -> None:
        """Resolve everything and put the result on the document."""
        nominals = self.nominals = {
            n.head: n for n in NominalFinder(self.w, self.mentions, self.closed).find()
        }
        self._appositions(nominals)
        self.bodies.ahead = [
            n
            for n in nominals.values()
            if n.type is EntityType.ORGANIZATION
            and n.inside
            and n.lemma in PUBLIC
            and n.determiner != "a"
            and not n.plural
        ]
        named = dict(self.at)
        deferred: list[int] = []
        tokens = self.w.tokens
        for i in range(len(tokens)):
            if i in named:
                named[i] = self._of_a_nation(named[i])
                self.history.add(named[i], plural=self._plural_name(named[i]))
            elif i in self.closed or (tokens[i].dep_ in ARGUMENTS and self._set(i)):
                continue
            elif self.w.lower[i] in PRONOUNS and self.w.pos[i] in ("PRON", "DET"):
                if self.w.lower[i] in FIRST:
                    deferred.append(i)
                else:
                    self._pronoun(i)
            elif i in nominals:
                if nominals[i].determiner in ("my", "our"):
                    deferred.append(i)
                else:
                    self._nominal(nominals[i])
            self._join(i)
        for i in deferred:
            if i in nominals:
                self._nominal(nominals[i])
            else:
                self._first_person(i)
        mentions = [under_later_name(mention, self.named_later) for mention in self.at.values()]
        self.doc._.kg_mentions = one_per_head(firm(self.w, mentions, self.local, self.history.groups))
        used = {m.entity for m in self.doc._.kg_mentions}
        self.doc._.kg_entities = {k: e for k, e in self.local.entities.items() if k in used}
        self.doc._.kg_roles = {k: frozenset(v) for k, v in sorted(self.roles.nouns.items()) if k in used}

    def _of_a_nation(self, mention: TokenMention) -> TokenMention:
        """The mention, of whom the text goes on about where it is somebody told by his nation alone ("The Dane")."""
        told = mention.kind is MentionKind.NOMINAL and mention.type is EntityType.PERSON and mention.tentative
        if not told or self.w.lower[mention.start - 1] != "the" or self.w.text[mention.head].endswith("s"):
            return mention
        nominal = Nominal(mention.start, mention.end, mention.head, "", EntityType.PERSON, "the")
        known = topic(self.w, self.history, self.local, nominal, EntityType.PERSON)
        if known is not None:
            self.at[mention.head] = replace(mention, entity=known, tentative=False)
        return mention if known is None else self.at[mention.head]

    def _plural_name(self, mention: TokenMention) -> bool:
        """Whether a name is that of several: "the Holms", or "the Danes", who are their country and yet many."""
        head = mention.head
        many = self.doc[head].tag_ in ("NNS", "NNPS") and self.w.lower[head].endswith("s")
        if not many or mention.end - mention.start > 1:
            return False
        if mention.type is EntityType.PERSON:
            alone = (
                " " not in self.local.entities[mention.entity].name
            )  # else a surname: "Ole Hughes", "Hughes"
            return alone or (mention.start > 0 and self.w.lower[mention.start - 1] == "the")
        people = self.gazetteer.by_demonym(self.w.text[head])
        return mention.type is EntityType.COUNTRY and people is not None and people.key == mention.entity

    def _appositions(self, nominals: dict[int, Nominal]) -> None:
        """Join "NAME, a ROLE" and "the ROLE, NAME" first: what comes later in the text may rest on them."""
        by_length = sorted(self.mentions, key=lambda m: m.end - m.start)
        by_start = {m.start: m for m in by_length}
        by_end = {m.end: m for m in by_length}
        by_head = {m.head: m for m in self.mentions}
        self.apposed: dict[int, str] = {}
        for nominal in nominals.values():
            if nominal.predicate:
                self._predicate(nominal)
                continue
            found = apposed(self.w, nominal, by_start, by_end, by_head)
            if found is None and nominal.lemma in TRADERS and nominal.determiner == "a":
                person = replace(nominal, type=EntityType.PERSON)
                found = apposed(self.w, person, by_start, by_end, by_head)
                nominal = person if found is not None else nominal
            if found is None and nominal.lemma in ANYBODY:
                found = self._body_beside(nominal, by_start, by_end, by_head)
            if found is None and nominal.type is EntityType.COUNTRY:
                continue
            if found is not None:
                self.apposed[nominal.head] = found.entity
                self._describe(found.entity, nominal)
                self.people.remember_possessor(found.entity, nominal)

        self._coordinated(nominals)

    def _body_beside(
        self,
        nominal: Nominal,
        by_start: Mapping[int, TokenMention],
        by_end: Mapping[int, TokenMention],
        by_head: Mapping[int, TokenMention],
    ) -> TokenMention | None:
        """The body or country that a noun for people explains: "Nordbank, a partner", "Oman, the mediator"."""
        for kind in (EntityType.ORGANIZATION, EntityType.COUNTRY):
            found = apposed(self.w, replace(nominal, type=kind), by_start, by_end, by_head)
            before = found is not None and found.end <= nominal.start
            if (
                found is not None
                and found.kind is MentionKind.NAME
                and (before or kind is not EntityType.COUNTRY)
            ):
                return found
        return None

    def _coordinated(self, nominals: dict[int, Nominal]) -> None:
        """Join the second role of "NAME, a banker and the leader of the party"."""
        for nominal in nominals.values():
            token = self.doc[nominal.head]
            entity = self.apposed.get(token.head.i) if token.dep_ == "conj" else None
            if (
                entity is None
                or nominal.head in self.apposed
                or nominal.plural
                or token.head.i > nominal.head
            ):
                continue
            first = nominals[token.head.i]
            if first.type is nominal.type and first.start > self._place_of(entity, before=first.start):
                self.apposed[nominal.head] = entity
                self._describe(entity, nominal)

    def _place_of(self, entity: str, before: int) -> int:
        """Where the entity's name ends last before a token; the end of the text where it does not."""
        return max(
            (m.end for m in self.mentions if m.entity == entity and m.end <= before), default=len(self.w)
        )

    def _describe(self, entity: str, nominal: Nominal) -> None:
        self.people.describe(entity, nominal)
        if nominal.type is EntityType.PERSON and entity not in self.history.gender:
            if nominal.lemma in FEMALE_NOUNS:
                self.history.gender[entity] = "f"
            elif nominal.lemma in MALE_NOUNS:
                self.history.gender[entity] = "m"

    def _predicate(self, nominal: Nominal) -> None:
        """Note what is said of the subject ("Holm is a lawyer") or of the object ("elected Holm as leader")."""
        above = self.doc[nominal.head].head
        if above.lower_ == "as":
            verb = above.head
            roles = (
                ("dobj", "nsubjpass")
                if any(c.dep_ == "dobj" for c in verb.children)
                else ("nsubj", "nsubjpass")
            )
        else:
            verb, roles = above, ("nsubj", "nsubjpass")
        for child in verb.children:
            if child.dep_ in roles and (subject := self.at.get(child.i)) and subject.type is nominal.type:
                self._describe(subject.entity, nominal)

    def _inside(self, nominal: Nominal) -> tuple[str, ...]:
        """The entities inside a phrase, those that a pronoun or a nominal there stands for included."""
        found = list(nominal.inside)
        for k in range(nominal.start, nominal.head):
            if (mention := self.at.get(k)) and mention.entity not in found:
                found.append(mention.entity)
        return tuple(found)

    def _nominal(self, nominal: Nominal) -> None:
        if nominal.predicate:
            return
        if (inside := self._inside(nominal)) != nominal.inside:
            nominal = replace(nominal, inside=inside)
        if (entity := self.apposed.get(nominal.head)) is not None:
            self.people.remember_possessor(entity, nominal)
            self._name(nominal, entity)
            self._put(nominal, entity, APPOSED)
            return
        entity = self._resolve(nominal)
        if entity is not None:
            self._put(nominal, entity, RESOLVED)

    def _name(self, nominal: Nominal, entity: str) -> None:
        """Note that "the man, identified as Ole Holm" is somebody whom the text has only described before."""
        if nominal.determiner != "the" or not is_identified(self.w, nominal.end):
            return
        people = self.history.backwards(EntityType.PERSON)
        described = next((e for e in people if e not in self.history.groups), entity)
        if described in self.local.tentative:
            self.named_later[described] = entity

    def _set(self, i: int) -> bool:
        """Take token `i` for the head of a set whose members are known, if it is."""
        members = self.sets.members(i)
        if members:
            mention = set_mention(self.w, i, members, self.local.entities[members[0]].type)
            self.at[i] = mention
            self.history.add_set(mention)
        return bool(members)

    def _join(self, i: int) -> None:
        """Note those whom "and" or "met" joins as a set that "they" may mean, when the last of them is read."""
        members = joined(self.doc[i], self.at, self.history.groups)
        if members:
            keys = tuple(m.entity for m in members)
            self.history.add_set(replace(members[0], kind=MentionKind.NOMINAL, members=keys))

    def _resolve(self, nominal: Nominal) -> str | None:
        if nominal.type is EntityType.PERSON:
            return self.places.neighbour(nominal) or self.people.resolve(nominal)
        if nominal.type is EntityType.ORGANIZATION:
            return self.bodies.resolve(nominal)
        return self.places.resolve(nominal)

    def _put(self, nominal: Nominal, key: str, confidence: float) -> None:
        entity = self.local.entities[key]
        tentative = key in self.local.tentative
        mention = TokenMention(
            nominal.start,
            nominal.end,
            nominal.head,
            MentionKind.NOMINAL,
            entity.type,
            key,
            confidence,
            tentative,
            nominal.reach,
        )
        self.at[nominal.head] = mention
        self.history.add(mention, nominal.plural or nominal.lemma in GROUPS)

    def _pronoun(self, i: int) -> None:
        found = self._of_both(i) or self._fronted(i) or self.pronouns.antecedent(i, self._objects_ahead(i))
        if found is not None:
            self._put_pronoun(i, *found)

    def _objects_ahead(self, i: int) -> frozenset[str]:
        """Whom the verb of a subject pronoun is done to, who thus is somebody else: "He accused Holm"."""
        token = self.doc[i]
        if token.dep_ != "nsubj":
            return frozenset()
        objects = [c.i for c in token.head.children if c.dep_ == "dobj" and c.i > i]
        found = {self.at[k].entity for k in objects if k in self.at}
        for k in objects:
            nominal = self.nominals.get(k)
            if (
                nominal is not None
                and nominal.type is EntityType.PERSON
                and nominal.definite
                and not nominal.inside
            ):
                found |= {known} if (known := self.people.known(nominal)) is not None else set()
        return frozenset(found)

    def _fronted(self, i: int) -> tuple[str, float] | None:
        """Whom a possessive before the subject stands for: "At its seat in Oslo, the bank", "In his speech Holm"."""
        ahead = self.pronouns.subject_ahead(i)
        mention = self.at.get(ahead) if ahead is not None else None
        if mention is None or not self.pronouns.may_mean(i, mention):
            return None
        return mention.entity, 0.7

    def _of_both(self, i: int) -> tuple[str, float] | None:
        """Somebody and a relative whose child or home a possessive tells of."""
        members = couple(self.doc[i], self.at)
        key = " ".join(members)
        if members:
            self.history.sets[key] = members
        return (key, 0.8) if members else None

    def _put_pronoun(self, i: int, key: str, confidence: float) -> None:
        members = self.history.sets.get(key, ())
        entity = self.local.entities[members[0] if members else key]
        if self.w.lower[i] in MALE | FEMALE and confidence >= 0.7:
            self.history.gender.setdefault(key, "m" if self.w.lower[i] in MALE else "f")
        mention = TokenMention(
            i,
            i + 1,
            i,
            MentionKind.PRONOUN,
            entity.type,
            entity.key,
            confidence,
            key in self.local.tentative,
            members=members,
        )
        self.at[i] = mention
        if members:
            self.history.add_set(mention)
        else:
            self.history.add(mention)

    def _first_person(self, i: int) -> None:
        if self.pronouns.quoted[i] and (key := self.pronouns.speaker(i)) is not None:
            self._put_pronoun(i, key, 0.6)


@Language.factory(
    "kg_coreference",
    default_config={"gazetteers": []},
    requires=["doc._.kg_mentions"],
    assigns=["doc._.kg_mentions", "doc._.kg_entities"],
)
class Coreference:
    """Adds nominal mentions and pronouns to `doc._.kg_mentions`, each with its entity.

    Also leaves `doc._.kg_roles`: entity key → the nouns that the text uses for it, in lower case and singular.

    Args:
        nlp, name: as spaCy gives them.
        gazetteers: files of names besides the shipped ones.
    """

    def __init__(self, nlp: Language, name: str, gazetteers: Sequence[str] = ()) -> None:  # noqa: ARG002 - spaCy passes both
        self.name = name
        self.gazetteer = load_gazetteer([Path(path) for path in gazetteers])
        if not tokens.Doc.has_extension("kg_roles"):
            tokens.Doc.set_extension("kg_roles", default={})

    def __call__(self, doc: tokens.Doc) -> tokens.Doc:
        """Resolve what is not a name."""
        if len(doc):
            Reading(read(doc), self.gazetteer).read()
        return doc
