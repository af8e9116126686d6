"""Who a noun phrase for people means: somebody introduced with that role, a group spoken of before, or somebody new."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.coreference.binding import subjects_above
from kg.extract.coreference.body_words import ARMED_NAMES, IRREGULAR, MILITANT, STATES_OWN
from kg.extract.coreference.epithets import LEADING, EpithetResolver
from kg.extract.coreference.local import LocalEntities
from kg.extract.coreference.roles import OF_GENERALS, PAST, RolesSeen
from kg.extract.coreference.salience import History
from kg.extract.coreference.topics import topic
from kg.extract.lexicon.kin import KIN
from kg.extract.lexicon.people import FEMALE_NOUNS, MALE_NOUNS, PERSON_NOUNS
from kg.extract.lexicon.people import words as word_set
from kg.extract.mentions.name_types import lemma_of
from kg.extract.mentions.nominals import Nominal
from kg.extract.words import Words
from kg.model import EntityType
from kg.model.keys import fold

ALIKE: Final = (
    word_set("dictator strongman autocrat despot tyrant ruler"),
    word_set("president leader head-of-state incumbent"),
    word_set("premier prime-minister"),
    word_set("pope pontiff"),
    word_set("lawyer attorney barrister solicitor counsel"),
    word_set("judge magistrate justice"),
    word_set("protester demonstrator marcher protestor"),
    word_set(
        """lawmaker legislator parliamentarian mp deputy congressman congresswoman senator representative"""
    ),
    word_set("journalist reporter correspondent"),
    word_set("spokesman spokeswoman spokesperson"),
    word_set("soldier troops"),
    word_set("insurgent militant jihadist"),
    word_set("chief head boss director"),
    word_set("businessman businesswoman tycoon magnate entrepreneur"),
    word_set("candidate nominee contender"),
    word_set("policeman policewoman officer"),
    word_set("detainee prisoner inmate"),
    word_set("plotter conspirator"),
    word_set("trader dealer merchant broker"),
)
"""Roles that a text uses for one another."""
QUALIFIED: Final = word_set("minister secretary chief officer judge director chairman president general")
SECOND: Final = word_set("vice deputy")
"""Before a role, that it is not the role itself."""
LAWYERS: Final = word_set("lawyer attorney barrister solicitor counsel")
LEAD: Final = 3
"""Number of the last sentence that may announce somebody whose name comes later."""
FIGHTERS: Final = word_set(
    "rebel insurgent guerrilla militant fighter jihadist paramilitary separatist kidnapper militiaman"
)
"""Of a band that the text names, these are the band itself."""
BANDS: Final = IRREGULAR - {"movement"} | word_set("army front brigade rebels column")
"""What the text calls such a band, or the last word of its name."""
FOCUS: Final = 6
"""How many mentions of people back somebody stays in focus."""
RANK_AND_FILE: Final = word_set("officer policeman soldier fighter rebel guard driver employee worker")
"""What many are: of somebody who was one before, the first sentences need not speak."""
OF_A: Final = (["of", "a"], ["of", "an"])
GENERIC: Final = word_set("man woman person people individual member figure")


def role_of(nominal: Nominal) -> str:
    """The noun of a role, with the word that tells it from others of its kind ("prime-minister")."""
    if nominal.lemma == "premier" or (nominal.lemma == "minister" and "prime" in nominal.describes):
        return "prime-minister"
    if nominal.lemma == "general" and (office := nominal.describes & OF_GENERALS):
        return f"{min(office)}-general"
    return nominal.lemma.removeprefix("ex-")


def same_roles(lemma: str) -> frozenset[str]:
    """Nouns that may speak of the same person as `lemma`, itself included."""
    return frozenset({lemma}).union(*(group for group in ALIKE if lemma in group))


class PeopleResolver:
    """Finds or makes the entities of noun phrases for people."""

    def __init__(
        self,
        words: Words,
        history: History,
        roles: RolesSeen,
        local: LocalEntities,
        mentions: Sequence[TokenMention],
    ) -> None:
        self.named = {m.head: m.entity for m in mentions if m.type is EntityType.ORGANIZATION}
        self.fields: dict[str, set[str]] = defaultdict(set)
        """What the text says in common nouns that somebody heads."""
        self.served: dict[str, set[str]] = defaultdict(set)
        """The bodies named in the phrases that describe somebody."""
        self._serving(words, mentions)
        self.w = words
        self.history = history
        self.roles = roles
        self.local = local
        self.epithets = EpithetResolver(words, history, roles, local)
        self.origins: dict[str, frozenset[str]] = {}
        """The countries that stood in the phrase that brought in somebody unnamed."""

    def _serving(self, words: Words, mentions: Sequence[TokenMention]) -> None:
        """Note the bodies before the titles of names ("Labour leader Ann Lee")."""
        for mention in mentions:
            i = mention.start - 1
            while mention.type is EntityType.PERSON and i > 0 and lemma_of(words, i) in PERSON_NOUNS:
                i -= 1
            if mention.type is EntityType.PERSON and i < mention.start - 1 and i in self.named:
                self.served[mention.entity].add(self.named[i])

    def describe(self, entity: str, nominal: Nominal) -> None:
        """Note that the text calls the entity by this nominal."""
        self.roles.add(entity, role_of(nominal))
        if role_of(nominal) in LEADING and not nominal.describes & PAST:
            for country in self._countries(nominal):
                self.roles.country.setdefault(entity, country)
        self.served[entity] |= self._bodies(nominal)
        self.fields[entity] |= self._fields(nominal)
        for word in nominal.describes:
            self.roles.add(entity, f"{word} {nominal.lemma}")

    def remember_possessor(self, entity: str, nominal: Nominal) -> None:
        """Note whose lawyer, wife or deputy the entity is."""
        if nominal.inside and self._possessed(nominal):
            self.roles.roles.setdefault((nominal.inside[0], role_of(nominal)), entity)

    def resolve(self, nominal: Nominal) -> str | None:
        """The entity of the phrase; a new one where none before fits."""
        if nominal.inside and self._possessed(nominal):
            return self._of_possessor(nominal)
        if nominal.lemma == "old" and nominal.definite and not nominal.plural:
            return self._person_in_focus() or self._new(nominal)
        if nominal.lemma in ("people", "pair", "duo", "trio") and self._is_group(nominal):
            return self._last_group() or self._new(nominal)
        if nominal.plural:
            return self._band(nominal) or self._group(nominal)
        if self.w.lower[nominal.head + 1 : nominal.head + 3] in OF_A and not self._is_charged(nominal):
            return self._new(nominal)
        if not nominal.definite and (told := self._told_later(nominal)) is not None:
            return told
        found = self._known_leader(nominal) or (self.known(nominal) if nominal.definite else None)
        return found or self._taken_up(nominal) or self._new(nominal)

    def _known_leader(self, nominal: Nominal) -> str | None:
        return self.epithets.leader(nominal, lambda entity: self._may_be(nominal, entity))

    def _taken_up(self, nominal: Nominal) -> str | None:
        """Whom the phrase goes on about under a description not used before."""
        found = self.epithets.known(nominal, lambda entity: self._may_be(nominal, entity))
        if found is not None:
            self.describe(found, nominal)
        return found

    def _is_charged(self, nominal: Nominal) -> bool:
        """Whether "of a" tells what somebody is accused of rather than whose judge he is."""
        token = self.w.tokens[nominal.head]
        return token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in ("accuse", "convict", "acquit")

    @staticmethod
    def _possessed(nominal: Nominal) -> bool:
        return nominal.determiner in ("'s", "his", "her", "its", "their", "my", "our")

    def _of_possessor(self, nominal: Nominal) -> str:
        owner = nominal.inside[0]
        if nominal.lemma == "client":
            for (client, lemma), lawyer in self.roles.roles.items():
                if lawyer == owner and lemma in LAWYERS:
                    return client
        role = role_of(nominal)
        if not nominal.plural:
            for lemma in [role, *sorted(same_roles(role) - {role})]:
                if (known := self.roles.roles.get((owner, lemma))) is not None:
                    return known
            if (kin := self._kin_the_other_way(owner, nominal.lemma)) is not None:
                return kin
            if (told := self._told_later(nominal)) is not None:
                return told
        entity = self._new(nominal)
        self.roles.roles[(owner, role)] = entity
        return entity

    def _kin_the_other_way(self, owner: str, lemma: str) -> str | None:
        """Whose son somebody is said to be, where his father is spoken of."""
        if lemma not in KIN:
            return None
        gender, called = KIN[lemma]
        others = [of for (of, role), kin in self.roles.roles.items() if kin == owner and role in called]
        others += self._owners_beside_name(owner, called)
        return next((e for e in others if self.history.gender.get(e) in (None, gender)), None)

    def _owners_beside_name(self, person: str, called: frozenset[str]) -> list[str]:
        """Whose relative somebody is said to be right before the name ("his son Bo", "Ann Lee's son Bo")."""
        at = {s.mention.head: s.mention.entity for s in self.history.seen}
        names = (s.mention.start for s in self.history.seen if s.mention.entity == person)
        kin = (k - 1 for k in names if k > 1 and self.w.lower[k - 1] in called)
        return [at[k] for i in kin for k in (i - 1, i - 2) if k in at]

    def _person_in_focus(self) -> str | None:
        """Of whom the text speaks most: of the named people mentioned lately the one mentioned most often."""
        named = [
            s.mention.entity
            for s in reversed(self.history.seen)
            if s.mention.type is EntityType.PERSON and not s.plural and not s.mention.tentative
        ]
        return max(named[:FOCUS], key=lambda entity: self.history.count[entity], default=None)

    def _is_group(self, nominal: Nominal) -> bool:
        """Whether it counts or points at some who were spoken of, rather than naming a people ("the Igbo people")."""
        named = any(self.w.capital[k] for k in range(nominal.start, nominal.head))
        return nominal.definite and not (nominal.lemma == "people" and (named or bool(nominal.describes)))

    def _last_group(self) -> str | None:
        return next((e for e in self.history.backwards(EntityType.PERSON) if e in self.history.groups), None)

    def _told_later(self, nominal: Nominal) -> str | None:
        """Whom the headline or the first sentences announce without the name ("Rebel chief held in raid")."""
        if self.w.sentence[nominal.head] > LEAD or nominal.lemma in GENERIC:
            return None
        role = role_of(nominal)
        bearers = [
            e
            for e, nouns in self.roles.nouns.items()
            if role in nouns
            and self._fits(nominal, nouns)
            and self.local.entities[e].type is EntityType.PERSON
            and e not in self.history.groups
            and not self._is_foreign(nominal, e)
            and (role not in RANK_AND_FILE or self._is_past(nominal) or not self._is_former(e, {role}))
        ]
        if not bearers or (len(bearers) > 1 and self.w.sentence[nominal.head]):
            return None
        return min(bearers, key=lambda e: (self.roles.place.get(e, 0), e))

    def known(self, nominal: Nominal) -> str | None:
        """Whom a definite singular without a possessor means of those spoken of; None where nobody fits."""
        role = role_of(nominal)
        for wanted in ({role}, same_roles(role) - {role}):
            bearers = list(self._bearers(nominal, wanted))
            if bearers:
                past = self._is_past(nominal)
                return next((e for e in bearers if self._is_former(e, wanted) == past), bearers[0])
        if role in GENERIC:
            return None
        bearers = sorted(
            e
            for e, nouns in self.roles.nouns.items()
            if role in nouns
            and self._may_be(nominal, e)
            and self.local.entities[e].type is EntityType.PERSON
            and not self._comes_from_elsewhere(nominal, e)
            and (not self._is_past(nominal) or self._is_former(e, {role}))
        )
        return bearers[0] if len(bearers) == 1 else None

    def _comes_from_elsewhere(self, nominal: Nominal, entity: str) -> bool:
        """Whether somebody named only later leads a state, and not the body that a phrase names."""
        bodies, later = self._bodies(nominal), self.roles.place.get(entity, 0) > nominal.start
        leads_state = role_of(nominal) in LEADING and entity in self.roles.country
        return later and leads_state and bool(bodies) and bodies.isdisjoint(self.served.get(entity, ()))

    @staticmethod
    def _is_past(nominal: Nominal) -> bool:
        """Whether the phrase speaks of a role that is over."""
        return nominal.lemma.startswith("ex-") or bool(nominal.describes & PAST)

    def _is_former(self, entity: str, wanted: Iterable[str]) -> bool:
        """Whether the text says that the entity's role is over."""
        nouns = self.roles.nouns[entity]
        return any(f"{past} {role}" in nouns for past in PAST for role in wanted)

    def _bearers(self, nominal: Nominal, wanted: Iterable[str]) -> Iterable[str]:
        lemmas = set(wanted)
        for entity in self.history.backwards(EntityType.PERSON):
            nouns = self.roles.nouns.get(entity, set())
            if lemmas & nouns and entity not in self.history.groups and self._may_be(nominal, entity):
                yield entity

    def _may_be(self, nominal: Nominal, entity: str) -> bool:
        """Whether neither a qualified role nor the gender that the noun tells speaks against it."""
        gender = "f" if nominal.lemma in FEMALE_NOUNS else "m" if nominal.lemma in MALE_NOUNS else None
        return (
            self._fits(nominal, self.roles.nouns.get(entity, set()))
            and (gender is None or self.history.gender.get(entity) in (None, gender))
            and not self._is_foreign(nominal, entity)
            and not self._serves_another(nominal, entity)
            and not self._acts_on(entity, nominal)
        )

    def _acts_on(self, entity: str, nominal: Nominal) -> bool:
        """Whether the phrase is an object of what the entity does: "Holm, the leader, urged the president"."""
        subjects = subjects_above(self.w.tokens[nominal.head])
        return bool(subjects) and any(
            s.mention.head in subjects and s.mention.entity == entity for s in self.history.seen
        )

    def _bodies(self, nominal: Nominal) -> set[str]:
        """The bodies named inside a phrase, left of its noun or after "of" ("the director of Nordbank")."""
        of = [o for c in self.w.tokens[nominal.head].children if c.lower_ == "of" for o in c.children]
        before = [c for o in of if o.pos_ == "NOUN" for c in o.children if c.dep_ == "compound"]
        behind = (o.i for o in (*of, *before))  # "a leader of the Vakt group"
        return {self.named[i] for i in (*range(nominal.start, nominal.head), *behind) if i in self.named}

    def _serves_another(self, nominal: Nominal, entity: str) -> bool:
        """Whether the phrase names another body than what told who the entity is."""
        for told, known in (
            (self._bodies(nominal), self.served.get(entity)),
            (self._fields(nominal), self.fields.get(entity)),
        ):
            if told and known and told.isdisjoint(known):
                return True
        return False

    def _fields(self, nominal: Nominal) -> set[str]:
        """What a phrase says that somebody heads in common nouns ("the head of the ground forces")."""
        of = (o for c in self.w.tokens[nominal.head].children if c.lower_ == "of" for o in c.children)
        return {
            o.lemma_.lower() for o in of if o.dep_ == "pobj" and o.pos_ == "NOUN" and o.i not in self.named
        }

    def _is_foreign(self, nominal: Nominal, entity: str) -> bool:
        """Whether the phrase names another nationality than an unnamed entity has."""
        told, known = self._countries(nominal), self.origins.get(entity, frozenset())
        if (role := role_of(nominal)) in LEADING:
            served = self.served.get(entity, ()) if role == "president" else ()
            known = known | ({led} if (led := self.roles.country.get(entity)) is not None else {*served})
        return bool(told and known) and told.isdisjoint(known)

    def _countries(self, nominal: Nominal) -> frozenset[str]:
        return frozenset(e for e in nominal.inside if self.local.entities[e].type is EntityType.COUNTRY)

    def _fits(self, nominal: Nominal, nouns: set[str]) -> bool:
        """Whether qualified roles agree: "the minister" is not the prime minister, "the interior minister" no other."""
        if nominal.lemma not in QUALIFIED:
            return True
        qualified = {n for n in nouns if n.endswith(f" {nominal.lemma}")}
        if not SECOND & nominal.describes and any(n.split()[0] in SECOND for n in qualified):
            return False
        wanted = {f"{word} {nominal.lemma}" for word in nominal.describes} - {
            f"{w} {nominal.lemma}" for w in ("former", "then", "new", "late")
        }
        if wanted and qualified:
            return bool(wanted & qualified)
        return True

    def _group(self, nominal: Nominal) -> str:
        lemma = nominal.lemma
        if not nominal.numbered or nominal.definite:
            wanted = same_roles(lemma)
            for entity in self.history.backwards(EntityType.PERSON):
                if (
                    entity in self.history.groups
                    and wanted & self.roles.nouns.get(entity, set())
                    and (nominal.definite or self._same_kind(nominal, entity))
                    and not self._is_foreign(nominal, entity)
                ):
                    return entity
        return self._new(nominal)

    def _band(self, nominal: Nominal) -> str | None:
        """The named armed group that "the rebels" are, where no rebels were spoken of otherwise."""
        told = nominal.determiner == "the" and not nominal.inside and not nominal.numbered
        if nominal.lemma not in FIGHTERS or not told or nominal.describes - MILITANT:
            return None
        if any(nominal.lemma in self.roles.nouns[e] for e in self.history.groups):
            return None
        about = topic(self.w, self.history, self.local, nominal, EntityType.ORGANIZATION)
        last = self.history.backwards(EntityType.ORGANIZATION)
        for entity in [about, *last] if about is not None else last:
            words = fold(self.local.entities[entity].name).replace("-", " ").split()
            called = self.roles.nouns.get(entity, set()) - STATES_OWN | {words[-1]}
            if words[-1] in STATES_OWN and self.local.entities[entity].name.split()[-1].islower():
                continue  # "Pakistan's army"
            armed = BANDS & called or not ARMED_NAMES.isdisjoint(words)
            if armed and entity not in self.local.tentative:
                return entity
        return None

    def _same_kind(self, nominal: Nominal, entity: str) -> bool:
        """Whether a bare plural repeats an earlier group rather than bringing in another."""
        known = {n for n in self.roles.nouns[entity] if n.endswith(f" {nominal.lemma}")}
        mine = {f"{word} {nominal.lemma}" for word in nominal.describes}
        return known == mine

    def _new(self, nominal: Nominal) -> str:
        announced = self.history.announced(nominal, self.local.tentative)
        if announced is not None and not self._serves_another(nominal, announced):
            self.describe(announced, nominal)
            return announced
        name = self.w.span(nominal.start, nominal.end)
        entity = self.local.plain(EntityType.PERSON, name)
        self.origins.setdefault(entity, self._countries(nominal))
        self.describe(entity, nominal)
        if nominal.plural:
            self.history.groups.add(entity)
        return entity
