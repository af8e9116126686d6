"""What a user gives for a question's parameters, as typed terms."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query import names, terms
from kg.query.source import Source
from kg.query.stored import ALL, Parameter, ParameterType, StoredQuery

_TRUE: Final = frozenset({"true", "yes", "1", "on"})
_FALSE: Final = frozenset({"false", "no", "0", "off"})
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL: Final = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?")
_DATES: Final = (
    (re.compile(r"[0-9]{4}"), "-01-01", "gYear"),
    (re.compile(r"[0-9]{4}-[0-9]{2}"), "-01", "gYearMonth"),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "", "date"),
)
_FINDERS: Final = {
    ParameterType.ENTITY: names.find_entity,
    ParameterType.ARTICLE: names.find_article,
    ParameterType.RELATION: names.find_relation,
}


@dataclass(frozen=True, slots=True)
class Values:
    """The terms to bind, and for each name how it was understood where that is not plain."""

    terms: Mapping[str, NamedNode | Literal]
    readings: Mapping[str, str]


def assign(query: StoredQuery, positional: Sequence[str], named: Mapping[str, str]) -> dict[str, str]:
    """Which parameter each value is for: those without a name in the order of the header.

    Raises:
        QueryError: too many values, an unknown name, or one parameter twice.
    """
    order = query.positional
    if len(positional) > len(order):
        raise QueryError(
            f"{query.name} takes {len(order) or 'no'} value{'' if len(order) == 1 else 's'}, not {len(positional)}; "
            f"usage: kg ask {query.usage}; put a name of several words in quotes"
        )
    given = {parameter.name: text for parameter, text in zip(order, positional, strict=False)}
    for name, text in named.items():
        if query.parameter(name) is None:
            known = ", ".join(parameter.name for parameter in query.params) or "none"
            raise QueryError(f"{query.name} has no parameter {name!r}; it has {known}")
        if name in given:
            raise QueryError(f"{query.name}: {name} is given twice")
        given[name] = text
    return given


def resolve(query: StoredQuery, given: Mapping[str, str], source: Source) -> Values:
    """The terms of all parameters that are given or have a default.

    Raises:
        QueryError: a required one is missing, or a value does not fit its type.
    """
    bound: dict[str, NamedNode | Literal] = {}
    readings: dict[str, str] = {}
    for parameter in query.params:
        text = given.get(parameter.name, parameter.default)
        if text is None and parameter.name == ALL:
            text = "false"
        if text is None:
            if parameter.required:
                about = f" ({parameter.doc})" if parameter.doc else ""
                raise QueryError(f"{query.name} needs {parameter.name}{about}; usage: kg ask {query.usage}")
            continue
        finder = _FINDERS.get(parameter.type)
        if finder is None:
            bound[parameter.name] = plain_term(parameter, text)
            continue
        match = finder(source, text)
        bound[parameter.name] = match.iri
        if not match.exact:
            readings[text] = match.name
    return Values(bound, readings)


def plain_term(parameter: Parameter, text: str) -> NamedNode | Literal:
    """The term of a value that needs no look into the store.

    Raises:
        QueryError: it does not fit the parameter's type or is none of its values.
    """
    if parameter.enum and text not in parameter.enum:
        raise QueryError(f"{parameter.name} must be one of {', '.join(parameter.enum)}, not {text!r}")
    if parameter.type is ParameterType.IRI:
        return terms.iri(text)
    if parameter.type is ParameterType.STRING:
        return terms.literal(text)
    words = text.strip()
    if parameter.type is ParameterType.INTEGER and _INTEGER.fullmatch(words):
        return terms.literal(str(int(words)), "integer")
    if parameter.type is ParameterType.DECIMAL and _DECIMAL.fullmatch(words):
        return terms.literal(words, "decimal")
    if parameter.type is ParameterType.BOOLEAN and words.lower() in _TRUE | _FALSE:
        return terms.literal("true" if words.lower() in _TRUE else "false", "boolean")
    if parameter.type is ParameterType.DATE and (moment := _moment(words)) is not None:
        return moment
    raise QueryError(f"{parameter.name} must be {_EXPECTED[parameter.type]}, not {text!r}")


_EXPECTED: Final = {
    ParameterType.INTEGER: "a whole number",
    ParameterType.DECIMAL: "a number (0.5)",
    ParameterType.BOOLEAN: "true or false",
    ParameterType.DATE: "a date: 2020, 2020-03 or 2020-03-26",
}


def _moment(text: str) -> Literal | None:
    for shape, rest, datatype in _DATES:
        if shape.fullmatch(text):
            try:
                date.fromisoformat(text + rest)
            except ValueError:
                return None
            return terms.literal(text, datatype)
    return None
