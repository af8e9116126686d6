"""Which country or place a noun phrase means."""

from collections import Counter
from collections.abc import Sequence

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.places import SETTLEMENTS
from kg.extract.local import LocalEntities
from kg.extract.nominals import Nominal
from kg.extract.roles_seen import RolesSeen
from kg.extract.salience import History
from kg.extract.words import Words
from kg.model import EntityType


class PlaceResolver:
    """Finds or makes the entities of noun phrases for countries and places."""

    def __init__(
        self,
        words: Words,
        history: History,
        roles: RolesSeen,
        local: LocalEntities,
        mentions: Sequence[TokenMention],
    ) -> None:
        self.w = words
        self.history = history
        self.roles = roles
        self.local = local
        counts = Counter(m.entity for m in mentions if m.type is EntityType.COUNTRY)
        self.main = max(counts, key=lambda key: (counts[key], key), default=None)

    def resolve(self, nominal: Nominal) -> str | None:
        """The entity of the phrase; None where a country is meant and none is named."""
        if nominal.type is EntityType.COUNTRY:
            return self.main if nominal.definite and not nominal.plural and not nominal.inside else None
        if nominal.definite and not nominal.inside:
            for entity in self.history.backwards(EntityType.PLACE):
                if nominal.lemma in self.roles.nouns.get(entity, set()):
                    return entity
            if nominal.lemma in SETTLEMENTS - {"capital", "port"}:
                for entity in self.history.backwards(EntityType.PLACE):
                    if entity not in self.local.tentative:
                        return entity
        entity = self.local.plain(EntityType.PLACE, self.w.span(nominal.start, nominal.end))
        self.roles.add(entity, nominal.lemma)
        return entity
