"""The sample articles that ship with the project: what each is, and where its text and annotation lie."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.resources import resource


@dataclass(frozen=True, slots=True)
class Seed:
    """One sample article.

    Attributes:
        name: of its files, and its identifier when read.
        date: ISO 8601.
        shows: in a line, what its text has for an extractor.
        demo: `kg demo` reads it.
        held_out: kept for checking; its figures may be looked at, its errors not.
    """

    name: str
    title: str
    date: str
    outlet: str
    shows: str
    demo: bool = False
    held_out: bool = False

    @property
    def path(self) -> Path:
        """Its text."""
        return resource("seeds") / "articles" / f"{self.name}.txt"

    @property
    def gold(self) -> Path:
        """Its annotation."""
        return resource("seeds") / "gold" / f"{self.name}.json"


def load_seeds() -> tuple[Seed, ...]:
    """All sample articles, in the order of the manifest, which is that of their names.

    Raises:
        KgError: the manifest cannot be read or lacks something.
    """
    path = resource("seeds") / "manifest.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return tuple(Seed(name=name, **table) for name, table in tables.items())
    except (OSError, ValueError, TypeError) as error:
        raise KgError(
            f"{path}: not a manifest of sample articles ({error}); install kg-populator again"
        ) from error
