"""Names that are known beforehand: countries with demonyms and capitals, international bodies, parliaments, agencies, media."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One known entity.

    Attributes:
        key: the `Entity.key` it gives ("united-states").
        aliases: other names that mean it wherever they stand ("U.S.", "USA", "OAS"), case-sensitive.
        demonyms: adjective and noun forms, singular and plural ("American", "Americans"); countries only.
        part_of: key of the country or body that it is an organ or a city of.
        is_capital: it is the capital of `part_of`.
        kind: "country", "city", "region", "body", "parliament", "agency", "ministry", "party", "medium", "company".
    """

    key: str
    type: EntityType
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    wikidata: str | None = None
    part_of: str | None = None
    is_capital: bool = False


class Gazetteer:
    """Entries by name, by demonym and by key."""

    def __init__(self, entries: Iterable[GazetteerEntry]) -> None:
        raise NotImplementedError

    def by_key(self, key: str) -> GazetteerEntry | None:
        """The entry of an `Entity.key`."""
        raise NotImplementedError

    def by_name(self, name: str) -> GazetteerEntry | None:
        """The entry that a name or alias means; accents and case count, a leading "the" does not."""
        raise NotImplementedError

    def by_demonym(self, word: str) -> GazetteerEntry | None:
        """The country of an adjective or people's noun ("Venezuelan", "Danes")."""
        raise NotImplementedError


def load_gazetteer(extra: Iterable[Path] = ()) -> Gazetteer:
    """The shipped gazetteer and the files that a user adds, read once."""
    raise NotImplementedError
