"""A stored question: its text, and what the `#+` header at the top of its file says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from kg.query.tokens import QueryForm


class ParameterType(StrEnum):
    """What a parameter's value must be."""

    ENTITY = "entity"
    """A name of somebody or something in the store."""
    ARTICLE = "article"
    """An identifier or title of an article in the store."""
    RELATION = "relation"
    """A relation's name or label."""
    IRI = "iri"
    STRING = "string"
    LANG = "lang"
    """Text in the one language that the parameter names; a header writes `lang:en`."""
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    """A year, a month or a day: 2020, 2020-03, 2020-03-26."""
    DATETIME = "dateTime"
    """A moment: 2020-03-26T18:30, with seconds and zone where wanted; without a zone it is UTC."""
    BOOLEAN = "boolean"

    @property
    def by_name(self) -> bool:
        """Whether the store is asked what a value names."""
        return self in (ParameterType.ENTITY, ParameterType.ARTICLE, ParameterType.RELATION)

    @property
    def ordered(self) -> bool:
        """Whether `min` and `max` bound the value itself; they bound the length of all others."""
        return self in _ORDERED


_ORDERED: Final = frozenset(
    {ParameterType.INTEGER, ParameterType.DECIMAL, ParameterType.DATE, ParameterType.DATETIME}
)

LONGEST: Final = 10_000
"""Characters that a value may have where the header sets no other bound."""

MOST: Final = 1_000
"""Values that a list may have."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One variable of the query that a user may set.

    Attributes:
        default: what holds where nothing is given; several for a list.
        enum: the values it may have; empty: any of its type.
        many: it is a list, and takes one value or several.
        least, most: bounds, both allowed themselves: of a number or date, or else of the number of characters.
        language: tag of the text, for the type `lang`.
    """

    name: str
    type: ParameterType = ParameterType.STRING
    required: bool = False
    default: str | tuple[str, ...] | None = None
    enum: tuple[str, ...] = ()
    doc: str = ""
    many: bool = False
    least: str | None = None
    most: str | None = None
    language: str = ""

    @property
    def kind(self) -> str:
        """Its type as a header writes it."""
        return f"{self.type}:{self.language}" if self.language else str(self.type)

    @property
    def defaults(self) -> tuple[str, ...]:
        """What holds where nothing is given, one or several."""
        if self.default is None:
            return ()
        return (self.default,) if isinstance(self.default, str) else self.default


ALL: Final = "all"
"""The parameter that makes an answer show denied, possible and otherwise unestablished claims as well."""


@dataclass(frozen=True)
class StoredQuery:
    """One question.

    Attributes:
        name: the file's name without its extension.
        topic: the folder that it stands in, or "".
        columns: headings by variable, in the order of the answer; empty: every variable under its own name.
        page: how many rows to show at once, where the header says so.
        source: where it was read, for messages.
    """

    name: str
    topic: str
    text: str
    form: QueryForm
    summary: str
    description: str = ""
    tags: tuple[str, ...] = ()
    params: tuple[Parameter, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    page: int | None = None
    source: Path | None = None

    @property
    def positional(self) -> tuple[Parameter, ...]:
        """The parameters in the order in which values without a name are taken: all but `all`."""
        return tuple(parameter for parameter in self.params if parameter.name != ALL)

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name."""
        return next((parameter for parameter in self.params if parameter.name == name), None)

    @property
    def usage(self) -> str:
        """How to ask it: `accused-of WHO [SINCE]`; "..." where the last parameter takes several values."""
        words = [f"{p.name.upper()}" if p.required else f"[{p.name.upper()}]" for p in self.positional]
        if words and self.positional[-1].many:
            words[-1] += "..."
        return " ".join((self.name, *words))
