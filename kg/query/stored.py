"""A stored question: its text, and what the `#+` header at the top of its file says of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import yaml

from kg.errors import QueryError
from kg.query.tokens import QueryForm, TokenKind, query_form, significant, variables


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
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    """A year, a month or a day: 2020, 2020-03, 2020-03-26."""
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One variable of the query that a user may set."""

    name: str
    type: ParameterType = ParameterType.STRING
    required: bool = False
    default: str | None = None
    enum: tuple[str, ...] = ()
    doc: str = ""


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
        """How to ask it: `accused-of WHO [SINCE]`."""
        words = (p.name.upper() if p.required else f"[{p.name.upper()}]" for p in self.positional)
        return " ".join((self.name, *words))


_OWN_KEYS: Final = frozenset({"summary", "description", "tags", "params", "columns", "pagination"})
_GRLC_KEYS: Final = frozenset({"endpoint", "method", "defaults", "enumerate", "endpoint_in_url", "transform"})
_PARAMETER_KEYS: Final = frozenset({"type", "required", "default", "enum", "doc"})
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*")


def parse_query(text: str, name: str, topic: str = "", source: Path | None = None) -> StoredQuery:
    """A question from the text of its file.

    Raises:
        QueryError: the header or the query cannot be understood; the message names file and line.
    """
    return _Header(text, source or Path(f"{name}.rq")).query(name, topic)


class _Header:
    """The header of one file, and where its lines stand."""

    def __init__(self, text: str, source: Path) -> None:
        self.text = text
        self.source = source
        self.first, self.lines = _header_lines(text)
        self.values: Mapping[str, Any] = self._load()

    def error(self, message: str, key: str | None = None) -> QueryError:
        """What to raise: with the line of the key, or of the header's start."""
        line = self.first
        if key is not None:
            pattern = re.compile(rf"(?<!\w){re.escape(key)}\s*:")
            line = next((self.first + n for n, words in enumerate(self.lines) if pattern.search(words)), line)
        return QueryError(f"{self.source}:{line}: {message}")

    def _load(self) -> Mapping[str, Any]:
        if not self.lines:
            raise QueryError(
                f'{self.source}:1: no header; begin the file with a line like "#+ summary: Who met whom"'
            )
        try:
            values = yaml.safe_load("\n".join(self.lines))
        except yaml.MarkedYAMLError as error:
            line = self.first + (error.problem_mark.line if error.problem_mark else 0)
            raise QueryError(f"{self.source}:{line}: the header is not YAML: {error.problem}") from error
        except yaml.YAMLError as error:
            raise self.error(f"the header is not YAML: {error}") from error
        if not isinstance(values, dict):
            raise self.error("the header must be lines of `key: value`, the first of them `summary`")
        return values

    def query(self, name: str, topic: str) -> StoredQuery:
        if unknown := sorted(str(key) for key in self.values if key not in _OWN_KEYS | _GRLC_KEYS):
            known = ", ".join(sorted(_OWN_KEYS))
            raise self.error(f"unknown key {unknown[0]!r} in the header; it may have {known}", unknown[0])
        try:
            form = query_form(self.text)
        except QueryError as error:
            raise QueryError(f"{self.source}: {error}") from error
        page = self.values.get("pagination")
        if page is not None and (isinstance(page, bool) or not isinstance(page, int) or page < 1):
            raise self.error("pagination must be a whole number of rows", "pagination")
        summary = self._words("summary")
        if not summary:
            raise self.error("the header lacks `summary`, one line that says what the question answers")
        return StoredQuery(
            name=name,
            topic=topic,
            text=self.text,
            form=form,
            summary=summary,
            description=self._words("description"),
            tags=self._tags(),
            params=self._parameters(),
            columns=self._columns(),
            page=page,
            source=self.source,
        )

    def _words(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.error(f"{key} must be text; put it in quotes", key)
        return " ".join(value.split())

    def _tags(self) -> tuple[str, ...]:
        tags = self.values.get("tags") or []
        if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
            raise self.error("tags must be a list of words: [law, people]", "tags")
        return tuple(tags)

    def _columns(self) -> dict[str, str]:
        columns = self.values.get("columns") or {}
        if not isinstance(columns, dict):
            raise self.error("columns must give each variable a heading: {who: Accuser}", "columns")
        projected = projection(self.text)
        for variable in columns:
            if projected and variable not in projected:
                raise self.error(
                    f"columns names {variable!r}, which the query does not select", str(variable)
                )
        return {str(variable): str(heading) for variable, heading in columns.items()}

    def _parameters(self) -> tuple[Parameter, ...]:
        params = self.values.get("params") or {}
        if not isinstance(params, dict):
            raise self.error("params must give each parameter its type: {who: {type: entity}}", "params")
        used = variables(self.text)
        found = tuple(self._parameter(str(name), given) for name, given in params.items())
        for parameter in found:
            if parameter.name not in used:
                raise self.error(f"the query has no variable ?{parameter.name}", parameter.name)
        return found

    def _parameter(self, name: str, given: object) -> Parameter:
        fields = {"type": given} if isinstance(given, str) else given
        if not isinstance(fields, dict) or not _NAME.fullmatch(name):
            raise self.error(
                f"parameter {name!r} must be a name followed by its type, or by {{type: …}}", name
            )
        if unknown := sorted(str(key) for key in fields if key not in _PARAMETER_KEYS):
            raise self.error(
                f"parameter {name}: unknown key {unknown[0]!r}; it may have {', '.join(sorted(_PARAMETER_KEYS))}",
                name,
            )
        kind = str(fields.get("type", "string"))
        if kind not in set(ParameterType):
            raise self.error(
                f"parameter {name}: unknown type {kind!r}; types are {', '.join(ParameterType)}", name
            )
        if name == ALL and kind != ParameterType.BOOLEAN:
            raise self.error("the parameter `all` must be boolean", name)
        enum = fields.get("enum") or []
        required = fields.get("required", False)
        if not isinstance(enum, list) or not isinstance(required, bool):
            raise self.error(f"parameter {name}: enum must be a list, and required true or false", name)
        default = _default(fields.get("default"))
        values = tuple(_default(value) or "" for value in enum)
        if required and default is not None:
            raise self.error(f"parameter {name} is required, so it needs no default", name)
        if values and default is not None and default not in values:
            raise self.error(f"parameter {name}: the default {default!r} is none of its values", name)
        doc = " ".join(str(fields.get("doc", "")).split())
        return Parameter(name, ParameterType(kind), required, default, values, doc)


def _default(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def _header_lines(text: str) -> tuple[int, list[str]]:
    """The number of the header's first line, and its lines without their mark."""
    lines = text.removeprefix("\ufeff").splitlines()
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    header: list[str] = []
    for line in lines[first:]:
        if not line.startswith("#+"):
            break
        header.append(line[2:].removeprefix(" "))
    return first + 1, header


def projection(sparql: str) -> tuple[str, ...]:
    """The variables that a SELECT gives back, in order; empty for `SELECT *` and for other forms."""
    tokens = significant(sparql)
    start = next((n for n, token in enumerate(tokens) if token.is_word("SELECT", "ASK", "CONSTRUCT")), None)
    if start is None or not tokens[start].is_word("SELECT"):
        return ()
    names, depth = [], 0
    for before, token in zip(tokens[start:], tokens[start + 1 :], strict=False):
        if token.is_mark("{") or (depth == 0 and token.is_word("WHERE", "FROM")):
            break
        depth += token.is_mark("(") - token.is_mark(")")
        if token.kind is TokenKind.VARIABLE and (depth == 0 or before.is_word("AS")):
            names.append(token.variable)
    return tuple(names)
