"""The query that a register is asked with: names are put into it as terms, never as text."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError

REQUIRED: Final = ("name", "item")
OPTIONAL: Final = ("label", "type", "description", "prominence", "relation", "value", "valueLabel")
"""The variables of an answer that are understood, beside the required."""

ANY_LANGUAGE: Final = "mul"
"""The language in which Wikidata keeps a name that is the same in all."""

_NAMES: Final = re.compile(r"VALUES\s*\?name\s*\{\s*\}", re.IGNORECASE)
_LANGUAGES: Final = re.compile(r"VALUES\s*\?language\s*\{\s*\}", re.IGNORECASE)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class QueryShape:
    """A SELECT with `VALUES ?name { }` where the names belong, and perhaps `VALUES ?language { }`.

    Attributes:
        text: as it stands in its file.
        source: where it was read, for messages.

    Raises:
        QueryError: it is no such query.
    """

    text: str
    source: str

    def __post_init__(self) -> None:
        if not _NAMES.search(self.text):
            raise QueryError(
                f"{self.source}: has no place for the names; write VALUES ?name {{ }} where they belong"
            )
        try:
            answer = ox.Store().query(self.text)
        except SyntaxError as error:
            raise QueryError(f"{self.source}: not SPARQL: {error}") from error
        variables = (
            {each.value for each in answer.variables} if isinstance(answer, ox.QuerySolutions) else set()
        )
        if missing := [name for name in REQUIRED if name not in variables]:
            raise QueryError(
                f"{self.source}: must be a SELECT of ?{' and ?'.join(REQUIRED)}, lacks ?{' and ?'.join(missing)}; "
                f"it may give ?{', ?'.join(OPTIONAL)} as well"
            )

    @cached_property
    def digest(self) -> str:
        """A hash of the text: with another, an answer means something else."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    def query(self, names: Iterable[str], language: str) -> str:
        """The query for these names, each in the language, in all languages and in none."""
        tags = (language, ANY_LANGUAGE)
        literals = [
            literal
            for name in map(_writable, names)
            for literal in (*(ox.Literal(name, language=tag) for tag in tags), ox.Literal(name))
        ]
        asked = f"VALUES ?name {{ {' '.join(map(str, literals))} }}"
        spoken = f"VALUES ?language {{ {' '.join(str(ox.Literal(tag)) for tag in tags)} }}"
        # one pass over the file: what stands in a name is never looked at again
        pattern = re.compile(f"(?P<names>{_NAMES.pattern})|{_LANGUAGES.pattern}", re.IGNORECASE)
        return pattern.sub(lambda found: asked if found["names"] else spoken, self.text)


def load_shape(path: Path) -> QueryShape:
    """A query of a user's own.

    Raises:
        QueryError: the file cannot be read, or is no such query.
    """
    try:
        return QueryShape(path.read_text(encoding="utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read: {error}") from error


def wikidata_shape() -> QueryShape:
    """The query for Wikidata, and for registers of its shape."""
    return load_shape(Path(__file__).with_name("wikidata.rq"))


def _writable(name: str) -> str:
    """The name; half a surrogate pair, which no query can hold, becomes U+FFFD."""
    return _SURROGATE.sub("�", name)
