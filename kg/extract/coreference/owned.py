"""The bodies of a country or a leader: its army, regime or opposition, however the text describes them."""

from kg.extract.coreference.body_words import ALLIED, COLOURLESS, PUBLIC, is_the_only_one
from kg.extract.coreference.local import LocalEntities
from kg.extract.coreference.roles import RolesSeen
from kg.extract.lexicon.bodies import REGIME_NOUNS
from kg.extract.mentions.nominals import Nominal
from kg.extract.words import Words
from kg.model import EntityType
from kg.model.keys import slug


class OwnedBodies:
    """Finds or makes the bodies whose owner a phrase names."""

    def __init__(self, words: Words, roles: RolesSeen, local: LocalEntities) -> None:
        self.w = words
        self.roles = roles
        self.local = local
        self._owned: dict[tuple[str, str], str] = {}

    def of(self, nominal: Nominal, owner: str) -> str:
        """The body of its kind that somebody has; a new one where the text has not spoken of it."""
        kind = self.kind(nominal)
        key = (owner, kind)
        if key not in self._owned and kind == "regime":
            key = self._same_state(owner, kind, nominal.lemma) or key
        if (
            key not in self._owned
            and kind == "opposition"
            and (known := self._named_opposition()) is not None
        ):
            self._owned[key] = known
        if key not in self._owned:
            self._owned[key] = self._make(nominal, owner)
        entity = self._owned[key]
        self.roles.add(entity, nominal.lemma)
        return entity

    def kind(self, nominal: Nominal) -> str:
        """What tells the bodies of one owner apart: the noun, with what distinguishes it."""
        if nominal.lemma in REGIME_NOUNS:
            return "regime"
        if self.is_against(nominal):
            return "opposition"
        if self.is_the_only_one_of_its_kind(nominal):
            return nominal.lemma
        return " ".join([*sorted(self.distinctive(nominal)), nominal.lemma])

    def is_the_only_one_of_its_kind(self, nominal: Nominal) -> bool:
        """Whether an owner has but one body of the kind, whatever adjectives say of it."""
        return is_the_only_one(nominal.lemma, self.w.lower[nominal.start : nominal.head])

    def is_against(self, nominal: Nominal) -> bool:
        """Whether a country's alliance is against its ruler: "Belarus's anti-Lukashenko coalition"."""
        inner = self.w.lower[nominal.start : nominal.head]
        return nominal.lemma in ALLIED and "anti" in inner

    def distinctive(self, nominal: Nominal) -> set[str]:
        """The modifiers that tell one body from another of the same owner; the owner's own words are none."""
        before = range(nominal.start, nominal.head)
        told = (self.w.lower[k] for k in before if not self.w.text[k][0].isupper())
        return {lower for lower in told if lower in nominal.describes and lower not in COLOURLESS}

    def _same_state(self, owner: str, kind: str, lemma: str) -> tuple[str, str] | None:
        """A leader's regime is his country's: the key under which the other is known."""
        country = self.roles.country.get(owner)
        if country is not None and (country, kind) in self._owned:
            return country, kind
        for person, state in self.roles.country.items():
            if state == owner and (person, kind) in self._owned:
                return person, kind
        return self._only_regime(owner, kind) if lemma == "regime" else None

    def _named_opposition(self) -> str | None:
        """The one named body that the text calls the opposition, party or alliance ("the opposition “Blue Front”")."""
        owned = {entity for (_, kind), entity in self._owned.items() if kind == "opposition"}
        known = [
            entity
            for entity, nouns in self.roles.nouns.items()
            if "opposition" in nouns and not self.local.entities[entity].local and entity not in owned
        ]
        return known[0] if len(known) == 1 and not owned else None

    def _only_regime(self, owner: str, kind: str) -> tuple[str, str] | None:
        """The one regime spoken of so far, where one tells its leader and the other its country."""
        known = [
            key
            for key, entity in self._owned.items()
            if key[1] == kind and "regime" in self.roles.nouns[entity]
        ]
        if len(known) != 1:
            return None
        types = {self.local.entities[owner].type, self.local.entities[known[0][0]].type}
        return known[0] if types == {EntityType.PERSON, EntityType.COUNTRY} else None

    def _make(self, nominal: Nominal, owner: str) -> str:
        entity = self.local.entities[owner]
        name = self.w.span(nominal.start, nominal.end)
        if self.is_against(nominal):
            return self.local.named(EntityType.ORGANIZATION, slug(f"{entity.name} opposition"), name)
        distinctive = (
            []
            if self.is_the_only_one_of_its_kind(nominal)
            else [
                self.w.lower[k]
                for k in range(nominal.start, nominal.head)
                if self.w.lower[k] in self.distinctive(nominal)
            ]
        )
        if entity.local or nominal.lemma not in PUBLIC:
            return self.local.plain(EntityType.ORGANIZATION, name)
        return self.local.named(
            EntityType.ORGANIZATION, slug(" ".join([entity.name, *distinctive, nominal.lemma])), name
        )
