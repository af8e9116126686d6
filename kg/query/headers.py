"""Reads the file of a stored question: the YAML behind `#+` at its top, and the query below."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query.parameters import Value, bind
from kg.query.plain import typed_term
from kg.query.scopes import projection
from kg.query.stored import ALL, MOST, Parameter, ParameterType, StoredQuery
from kg.query.tokens import query_form, variables
from kg.query.yaml_lines import HeaderError, Node, parse

_OWN_KEYS: Final = frozenset({"summary", "description", "tags", "params", "columns", "pagination"})
_GRLC_KEYS: Final = frozenset({"endpoint", "method", "defaults", "enumerate", "endpoint_in_url", "transform"})
"""Keys of another tool that reads such headers; they say nothing here."""
_PARAMETER_KEYS: Final = frozenset({"type", "required", "default", "enum", "doc", "list", "min", "max"})
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*")
_LANGUAGE: Final = re.compile(r"lang:([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)")
_LONGEST_HEADER: Final = 100_000

COMMANDS: Final = frozenset({"list", "new", "lint"})
"""Words that follow `kg queries`, so that no question can be called so."""


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
        self.first, lines = header_lines(text)
        self.start = Node(0, None)
        self.values = self._load(lines)

    def error(self, message: str, at: Node | None = None) -> QueryError:
        """What to raise, with the line of the value, or of the header's start."""
        return QueryError(f"{self.source}:{self.first + (at or self.start).line}: {message}")

    def _load(self, lines: list[str]) -> Mapping[str, Node]:
        if not lines:
            raise QueryError(
                f'{self.source}:1: no header; begin the file with a line like "#+ summary: Who met whom"'
            )
        words = "\n".join(lines)
        if len(words) > _LONGEST_HEADER:
            raise self.error(f"the header has {len(words)} characters; {_LONGEST_HEADER} are the most")
        try:
            node = parse(words)
        except HeaderError as error:
            raise self.error(f"the header is not YAML: {error}", Node(error.line, None)) from error
        if not isinstance(node.value, Mapping):
            raise self.error("the header must be lines of `key: value`, the first of them `summary`")
        return node.value

    def query(self, name: str, topic: str) -> StoredQuery:
        if name in COMMANDS:
            raise self.error(
                f"a question cannot be called {name!r}: `kg queries {name}` is a command; rename the file"
            )
        for key, node in self.values.items():
            if key not in _OWN_KEYS | _GRLC_KEYS:
                known = ", ".join(sorted(_OWN_KEYS))
                raise self.error(f"unknown key {key!r} in the header; it may have {known}", node)
        try:
            form = query_form(self.text)
        except QueryError as error:
            raise QueryError(f"{self.source}: {error}") from error
        summary = self._words("summary")
        if not summary:
            raise self.error("the header lacks `summary`, one line that says what the question answers")
        params = self._parameters()
        self._try_binding(params)
        return StoredQuery(
            name=name,
            topic=topic,
            text=self.text,
            form=form,
            summary=summary,
            description=self._words("description"),
            tags=self._tags(),
            params=params,
            columns=self._columns(),
            page=self._page(),
            source=self.source,
        )

    def _words(self, key: str) -> str:
        node = self.values.get(key, self.start)
        if node.value is not None and not isinstance(node.value, str):
            raise self.error(f"{key} must be text; put it in quotes", node)
        return " ".join((node.value or "").split())

    def _page(self) -> int | None:
        node = self.values.get("pagination", self.start)
        if node.value is None:
            return None
        if not isinstance(node.value, str) or not re.fullmatch("0*[1-9][0-9]{0,8}", node.value):
            raise self.error("pagination must be a whole number of rows", node)
        return int(node.value)

    def _tags(self) -> tuple[str, ...]:
        node = self.values.get("tags", self.start)
        tags = _texts(node)
        if tags is None or isinstance(node.value, str):
            raise self.error("tags must be a list of words: [law, people]", node)
        return tags

    def _columns(self) -> dict[str, str]:
        given = self.values.get("columns", self.start)
        columns = {} if given.value is None else given.value
        if not isinstance(columns, Mapping):
            raise self.error("columns must give each variable a heading: {who: Accuser}", given)
        projected = projection(self.text)
        found = {}
        for variable, node in columns.items():
            if projected and variable not in projected:
                raise self.error(f"columns names {variable!r}, which the query does not select", node)
            if not isinstance(node.value, str):
                raise self.error(f"the heading of {variable} must be text; put it in quotes", node)
            found[variable] = node.value
        return found

    def _parameters(self) -> tuple[Parameter, ...]:
        given = self.values.get("params", self.start)
        params = {} if given.value is None else given.value
        if not isinstance(params, Mapping):
            raise self.error("params must give each parameter its type: {who: {type: entity}}", given)
        used = variables(self.text)
        found = tuple(self._parameter(name, node) for name, node in params.items())
        for parameter in found:
            if parameter.name not in used:
                raise self.error(f"the query has no variable ?{parameter.name}", params[parameter.name])
        return found

    def _parameter(self, name: str, given: Node) -> Parameter:
        fields = {"type": given} if isinstance(given.value, str) else given.value
        if not isinstance(fields, Mapping) or not _NAME.fullmatch(name):
            raise self.error(
                f"parameter {name!r} must be a name followed by its type, or by {{type: …}}", given
            )
        for key, node in fields.items():
            if key not in _PARAMETER_KEYS:
                known = ", ".join(sorted(_PARAMETER_KEYS))
                raise self.error(f"parameter {name}: unknown key {key!r}; it may have {known}", node)
        kind, language = self._type(name, fields.get("type", Node(given.line, "string")))
        parameter = Parameter(
            name=name,
            type=kind,
            required=self._flag(name, fields, "required"),
            default=self._default(name, fields),
            enum=self._several(name, fields, "enum"),
            doc=" ".join((self._text(name, fields, "doc") or "").split()),
            many=self._flag(name, fields, "list"),
            least=self._text(name, fields, "min"),
            most=self._text(name, fields, "max"),
            language=language,
        )
        if name == ALL and (kind is not ParameterType.BOOLEAN or parameter.many):
            raise self.error("the parameter `all` must be boolean", given)
        self._check(parameter, given)
        return parameter

    def _type(self, name: str, node: Node) -> tuple[ParameterType, str]:
        words = node.value if isinstance(node.value, str) else ""
        if (tagged := _LANGUAGE.fullmatch(words)) is not None:
            return ParameterType.LANG, tagged[1].lower()
        if words in set(ParameterType) - {ParameterType.LANG}:
            return ParameterType(words), ""
        known = ", ".join("lang:en" if kind is ParameterType.LANG else kind for kind in ParameterType)
        raise self.error(f"parameter {name}: unknown type {words!r}; types are {known}", node)

    def _flag(self, name: str, fields: Mapping[str, Node], key: str) -> bool:
        node = fields.get(key, self.start)
        if node.value is not None and node.value not in ("true", "false"):
            raise self.error(f"parameter {name}: {key} must be true or false", node)
        return node.value == "true"

    def _text(self, name: str, fields: Mapping[str, Node], key: str) -> str | None:
        node = fields.get(key, self.start)
        if node.value is not None and not isinstance(node.value, str):
            raise self.error(f"parameter {name}: {key} must be one value", node)
        return node.value

    def _several(self, name: str, fields: Mapping[str, Node], key: str) -> tuple[str, ...]:
        node = fields.get(key, self.start)
        values = _texts(node)
        if values is None or isinstance(node.value, str):
            raise self.error(f"parameter {name}: {key} must be a list", node)
        return values

    def _default(self, name: str, fields: Mapping[str, Node]) -> str | tuple[str, ...] | None:
        if self._flag(name, fields, "list"):
            values = _texts(fields.get("default", self.start))
            if values is None:
                raise self.error(
                    f"parameter {name}: default must be a value or a list of them", fields["default"]
                )
            return values or None
        return self._text(name, fields, "default")

    def _check(self, parameter: Parameter, given: Node) -> None:
        """That what the header says of the parameter fits together."""
        name = parameter.name
        if parameter.required and parameter.defaults:
            raise self.error(f"parameter {name} is required, so it needs no default", given)
        if len(parameter.defaults) > MOST:
            raise self.error(f"parameter {name}: a list may have {MOST} values", given)
        for value in parameter.defaults if parameter.enum else ():
            if value not in parameter.enum:
                raise self.error(f"parameter {name}: the default {value!r} is none of its values", given)
        for bound in (parameter.least, parameter.most):
            if bound is not None and not parameter.type.ordered and not re.fullmatch("[0-9]{1,6}", bound):
                raise self.error(
                    f"parameter {name}: min and max bound the number of characters here, so {bound!r} cannot be one",
                    given,
                )
        bounds = [b for b in (parameter.least, parameter.most) if b is not None and parameter.type.ordered]
        plain = () if parameter.type.by_name else (*parameter.defaults, *parameter.enum, *bounds)
        for value in plain:
            try:
                typed_term(parameter, value)
            except QueryError as error:
                raise self.error(f"parameter {name}: {error}", given) from error

    def _try_binding(self, params: tuple[Parameter, ...]) -> None:
        """That each parameter stands where a value can take its place."""
        term: NamedNode | Literal = NamedNode("urn:x")
        values: dict[str, Value] = {p.name: (term,) if p.many else term for p in params}
        try:
            bind(self.text, values)
        except QueryError:
            for name, value in values.items():
                try:
                    bind(self.text, {name: value})
                except QueryError as error:
                    raise self.error(f"parameter {name}: {error}", self._node_of(name)) from error
            raise

    def _node_of(self, name: str) -> Node:
        params = self.values["params"].value
        return params[name] if isinstance(params, Mapping) else self.start


def _texts(node: Node) -> tuple[str, ...] | None:
    """The texts of a list, or the one text; None where it is anything else."""
    if node.value is None:
        return ()
    if isinstance(node.value, str):
        return (node.value,)
    if isinstance(node.value, Mapping):
        return None
    texts = tuple(item.value for item in node.value if isinstance(item.value, str))
    return texts if len(texts) == len(node.value) else None


def header_lines(text: str) -> tuple[int, list[str]]:
    """The number of the header's first line, and its lines without their mark."""
    lines = text.removeprefix("\ufeff").splitlines()
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    header: list[str] = []
    for line in lines[first:]:
        if not line.startswith("#+"):
            break
        header.append(line[2:].removeprefix(" "))
    return first + 1, header
