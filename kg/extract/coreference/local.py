"""Entities that a document makes of descriptions, each under a key of its own."""

from kg.model import Entity, EntityType
from kg.model.keys import slug


class LocalEntities:
    """The entities of a document, to which descriptions add theirs.

    Attributes:
        entities: all of them by key.
        tentative: keys of those that stand on plain nominals alone.
    """

    def __init__(self, named: dict[str, Entity]) -> None:
        self.entities = dict(named)
        self.tentative: set[str] = {key for key, entity in named.items() if entity.local}

    def plain(self, kind: EntityType, name: str) -> str:
        """A new entity without a name of its own ("protesters"); a second one of the same words gets a number."""
        base = slug(name)
        key, number = base, 2
        while key in self.entities:
            key, number = f"{base}-{number}", number + 1
        self.entities[key] = Entity(key, kind, name, local=True)
        self.tentative.add(key)
        return key

    def named(self, kind: EntityType, key: str, name: str) -> str:
        """An entity that stands on somebody's name ("Maduro regime"): the same key for the same name everywhere."""
        if key in self.entities and self.entities[key].type is not kind:
            key = f"{key}-{kind.value.lower()}"
        self.entities.setdefault(key, Entity(key, kind, name))
        self.tentative.discard(key)
        return key
