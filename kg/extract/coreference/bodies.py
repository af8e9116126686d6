"""Which body a noun phrase means: that of a country or leader, one described so before, or a new one."""

from dataclasses import replace

from kg.extract.coreference.body_words import (
    ABROAD,
    ANONYMOUS,
    ARMED_NAMES,
    BANDS,
    BUSINESS,
    GENERAL,
    IRREGULAR,
    ITSELF,
    KNOWN_AS,
    MILITANT,
    NEAR,
    NO_BUSINESS,
    NOT_CALLED,
    OFFICIAL,
    ONE_PER_STATE,
    PLAIN_FIRMS,
    PUBLIC,
    STATES_OWN,
    SYNONYMS,
    TOPICAL,
    TRADES,
    is_outranked,
)
from kg.extract.coreference.local import LocalEntities
from kg.extract.coreference.owned import OwnedBodies
from kg.extract.coreference.roles import RolesSeen
from kg.extract.coreference.salience import History
from kg.extract.coreference.topics import beside, described, is_told_apart
from kg.extract.lexicon.bodies import DESCRIBED_BY, SAME_BODY
from kg.extract.mentions.nominals import Nominal
from kg.extract.words import Words
from kg.gazetteer import Gazetteer
from kg.model import EntityType
from kg.model.keys import fold


def classes(lemma: str) -> list[str]:
    """The noun and the wider ones that it may stand for, the nearest first."""
    found = [SYNONYMS.get(lemma, lemma)]
    while (wider := SAME_BODY.get(found[-1])) is not None and wider not in found:
        found.append(wider)
    return found


class BodyResolver:
    """Finds or makes the entities of noun phrases for bodies."""

    def __init__(
        self, words: Words, history: History, roles: RolesSeen, local: LocalEntities, gazetteer: Gazetteer
    ) -> None:
        self.gazetteer = gazetteer
        self.w = words
        self.history = history
        self.roles = roles
        self.local = local
        self.owned = OwnedBodies(words, roles, local)
        self.ahead: list[Nominal] = []
        """Phrases of the document that tell whose body they speak of."""

    def resolve(self, nominal: Nominal) -> str | None:
        """The entity of the phrase."""
        nominal = replace(nominal, lemma=SYNONYMS.get(nominal.lemma, nominal.lemma))
        if nominal.plural:
            return self._several(nominal)
        if (
            self.w.headline
            and not self.w.sentence[nominal.head]
            and (told := self._told_later(nominal)) is not None
        ):
            return told
        if is_told_apart(self.w, nominal):
            about = self._topic(nominal) or beside(self.w, self.history, self.local, nominal)
            if about is not None and not self._of_another_kind(about, nominal):
                return about
        owners = [
            e
            for e in nominal.inside
            if e not in self.local.tentative or self.local.entities[e].type is not EntityType.PERSON
        ]
        if owners and nominal.determiner != "a":
            bodies = [e for e in owners if self.local.entities[e].type is EntityType.ORGANIZATION]
            return (
                self._itself(nominal, (bodies or owners)[-1])
                or self._seated(nominal, owners[0])
                or self.owned.of(nominal, owners[0])
            )
        unread = any(self.w.capital[k] for k in range(nominal.start, nominal.head)) and not nominal.inside
        if nominal.determiner != "a" and not unread and (known := self._known(nominal)) is not None:
            return known
        return self._new(nominal)

    def _told_later(self, nominal: Nominal) -> str | None:
        """The body that the headline announces without its name: the first of that kind that the text names."""
        of_people = any(self.local.entities[e].type is EntityType.PERSON for e in nominal.inside)
        if nominal.lemma in ONE_PER_STATE or of_people:
            return None
        fitting = [
            (place, entity)
            for entity, place in self.roles.place.items()
            if self.local.entities[entity].type is EntityType.ORGANIZATION
            and self._is_a(entity, nominal.lemma, replace(nominal, determiner="the"), 0)
        ]
        return min(fitting)[1] if fitting else None

    def _itself(self, nominal: Nominal, owner: str) -> str | None:
        """The body whose name stands before its own noun ("the Iron Path movement")."""
        named = (
            self.local.entities[owner].type is EntityType.ORGANIZATION
            and not self.local.entities[owner].local
        )
        if named and self._called(nominal) and not self.owned.is_against(nominal):
            self.roles.add(owner, nominal.lemma)
            return owner
        return None

    def _seated(self, nominal: Nominal, owner: str) -> str | None:
        """The body last spoken of that was brought in with the place of the phrase ("the Japanese steelmaker")."""
        place = self.local.entities[owner].type in (EntityType.COUNTRY, EntityType.PLACE)
        if not place or nominal.determiner != "the" or nominal.lemma in PUBLIC | STATES_OWN:
            return None
        known = (
            e for e in self.history.backwards(EntityType.ORGANIZATION) if self.roles.seat.get(e) == owner
        )
        found = next((e for e in known if not self._of_another_kind(e, nominal)), None)
        found = found or self._topic(nominal)
        if (
            found is None
            and nominal.lemma in ANONYMOUS
            and "based" in self.w.lower[nominal.start : nominal.head]
        ):
            found = self._nearest_unknown(nominal)
        if found is not None and self.roles.seat.setdefault(found, owner) == owner:
            self.roles.add(found, nominal.lemma)
            return found
        return None

    def _topic(self, nominal: Nominal) -> str | None:
        """The body that the text goes on about under a description of its own."""
        found = described(self.w, self.history, self.local, self.roles, nominal)
        return None if found is None or self._of_another_kind(found, nominal) else found

    def _called(self, nominal: Nominal) -> bool:
        """Whether a name stands right before its own noun: "the Holm company", "the Vakt intelligence service"."""
        before = nominal.head - 1
        if nominal.lemma in ("service", "agency") and self.w.lower[before] in ("intelligence", "news", "spy"):
            return self.w.text[before - 1][0].isupper()
        return nominal.lemma in ITSELF and self.w.text[before][0].isupper()

    def _known(self, nominal: Nominal) -> str | None:
        if nominal.lemma in STATES_OWN and (own := self._called_before(nominal)) is not None:
            return own
        for rank, noun in enumerate(classes(nominal.lemma)):
            fitting = (
                entity
                for entity in self.history.backwards(EntityType.ORGANIZATION)
                if entity not in self.history.groups and self._is_a(entity, noun, nominal, rank)
            )
            if (found := self.history.foremost(fitting, self.w.sentence[nominal.head])) is not None:
                return found
        if nominal.definite and (ahead := self._ahead(nominal)) is not None:
            return ahead
        if nominal.definite and (armed := self._armed(nominal)) is not None:
            return armed
        if nominal.lemma == "company" and (found := self._topic(nominal)) is not None:
            return found
        plain = nominal.lemma in ANONYMOUS and nominal.definite and not self.owned.distinctive(nominal)
        if plain and (unknown := self._nearest_unknown(nominal)) is not None:
            return unknown
        if nominal.lemma in TOPICAL - TRADES and (found := self._topic(nominal)) is not None:
            return found
        return self._firm_in_focus(nominal) if nominal.lemma in TRADES and nominal.definite else None

    def _called_before(self, nominal: Nominal) -> str | None:
        """The state's body last called so in lower case, rather than a band whose name holds the word."""
        for entity in self.history.backwards(EntityType.ORGANIZATION):
            nouns = self.roles.nouns.get(entity, set())
            if (
                nominal.lemma in nouns
                and not nouns & IRREGULAR
                and self._is_a(entity, nominal.lemma, nominal, 0)
            ):
                return entity
        return None

    def _firm_in_focus(self, nominal: Nominal) -> str | None:
        """The firm mentioned most of those lately, of which the text says no other trade; rather a subject."""
        here = self.w.sentence[nominal.head]
        fitting = [
            s
            for s in reversed(self.history.seen)
            if here - s.sentence <= NEAR
            and s.mention.type is EntityType.ORGANIZATION
            and s.mention.entity not in self.local.tentative
            and s.mention.entity not in self.history.sets
            and self.roles.nouns.get(s.mention.entity, set()) <= PLAIN_FIRMS
            and not self._of_another_kind(s.mention.entity, nominal)
        ]
        best = max(fitting, key=lambda s: (self.history.count[s.mention.entity], s.subject), default=None)
        return best.mention.entity if best is not None else None

    def _armed(self, nominal: Nominal) -> str | None:
        """The armed group last named, where the phrase says that it is one ("the militant group")."""
        if nominal.lemma not in BANDS or nominal.inside or not nominal.describes & MILITANT:
            return None
        for entity in self.history.backwards(EntityType.ORGANIZATION):
            known = self.local.entities[entity]
            words = fold(known.name).replace("-", " ").split()
            if not known.local and not ARMED_NAMES.isdisjoint(words):
                self.roles.add(entity, nominal.lemma)
                return entity
        return None

    def _ahead(self, nominal: Nominal) -> str | None:
        """The body whose owner only a later phrase tells ("the ministry" … "the Danish ministry"), if only one does."""
        later = {
            (self.owned.kind(n), n.inside[0]): n
            for n in self.ahead
            if n.lemma == nominal.lemma and n.head > nominal.head
        }
        if len(later) != 1:
            return None
        found = next(iter(later.values()))
        return self.owned.of(found, found.inside[0])

    def _is_a(self, entity: str, noun: str, nominal: Nominal, rank: int) -> bool:
        nouns = self.roles.nouns.get(entity, set())
        name = fold(self.local.entities[entity].name).replace("-", " ").split()
        named = [*name, *(ABROAD[word] for word in name if word in ABROAD)]
        if noun not in nouns and noun in NOT_CALLED.get(entity, frozenset()):
            return False
        outranked = is_outranked(noun, name, self.w.lower[nominal.head - 1])
        if noun in nouns or (noun in named and entity not in self.local.tentative and not outranked):
            return self._compatible(nominal, entity) and not (noun in STATES_OWN and nouns & IRREGULAR)
        if rank == 0 and any(noun in classes(n) for n in nouns):
            return True
        if rank == 0 and noun == "party" and self._is_party(entity):
            return self._compatible(nominal, entity)
        if rank == 0 and noun in KNOWN_AS.get(entity, frozenset()):
            return True
        known = self.local.entities[entity]
        return not known.local and known.name.split()[-1] in DESCRIBED_BY.get(noun, ())

    def _is_party(self, entity: str) -> bool:
        known = self.gazetteer.by_key(entity)
        return known is not None and known.kind == "party"

    def _compatible(self, nominal: Nominal, entity: str) -> bool:
        """Whether the modifiers of the phrase do not speak of another body ("the military police", "the army")."""
        if self.owned.is_the_only_one_of_its_kind(nominal):
            return True
        mine = self.owned.distinctive(nominal)
        if not mine:
            return (
                nominal.definite
                or entity in self.local.tentative
                or nominal.lemma in ("police", "prosecutors", "parliament")
            )
        described = {n.rsplit(" ", 1)[0] for n in self.roles.nouns.get(entity, set()) if " " in n}
        return bool(mine & (described | set(fold(self.local.entities[entity].name).split())))

    def _nearest_unknown(self, nominal: Nominal) -> str | None:
        here = self.w.sentence[nominal.head]
        for item in reversed(self.history.seen):
            if here - item.sentence > NEAR:
                return None
            mention = item.mention
            if (
                mention.type is EntityType.ORGANIZATION
                and mention.entity not in self.history.sets
                and not self.roles.nouns.get(mention.entity)
                and (mention.entity not in self.local.tentative)
                and not self._of_another_kind(mention.entity, nominal)
            ):
                return mention.entity
        return None

    def _of_another_kind(self, entity: str, nominal: Nominal) -> bool:
        """Whether the name itself tells that the phrase means another body: "the bank" is no court."""
        if self._is_party(entity):
            return nominal.lemma not in GENERAL | {"group"}
        if entity in KNOWN_AS:
            return nominal.lemma not in KNOWN_AS[entity]
        name = fold(self.local.entities[entity].name).replace("-", " ").split()
        official = any(noun in OFFICIAL for noun in name) and nominal.lemma not in GENERAL
        official = official or is_outranked(nominal.lemma, name, self.w.lower[nominal.head - 1])
        return official or (nominal.lemma in BUSINESS and any(noun in NO_BUSINESS for noun in name))

    def _several(self, nominal: Nominal) -> str:
        if nominal.definite:
            for entity in self.history.backwards(EntityType.ORGANIZATION):
                if entity in self.history.groups and nominal.lemma in self.roles.nouns.get(entity, set()):
                    return entity
        entity = self._new(nominal)
        self.history.groups.add(entity)
        return entity

    def _new(self, nominal: Nominal) -> str:
        if (announced := self.history.announced(nominal, self.local.tentative)) is not None:
            self.roles.add(announced, nominal.lemma)
            return announced
        entity = self.local.plain(EntityType.ORGANIZATION, self.w.span(nominal.start, nominal.end))
        self.roles.add(entity, nominal.lemma)
        for word in nominal.describes:
            self.roles.add(entity, f"{word} {nominal.lemma}")
        return entity
