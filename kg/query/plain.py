"""Values that need no look into the store, as typed terms within their bounds."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query import terms
from kg.query.near import nearest
from kg.query.stored import LONGEST, Parameter, ParameterType
from kg.query.terms import shortened

_TRUE: Final = frozenset({"true", "yes", "1", "on"})
_FALSE: Final = frozenset({"false", "no", "0", "off"})
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL: Final = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?")
_DATES: Final = (
    (re.compile(r"[0-9]{4}"), "-01-01", "gYear"),
    (re.compile(r"[0-9]{4}-[0-9]{2}"), "-01", "gYearMonth"),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "", "date"),
)
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_EXPECTED: Final = {
    ParameterType.INTEGER: "a whole number",
    ParameterType.DECIMAL: "a number (0.5)",
    ParameterType.BOOLEAN: "true or false",
    ParameterType.DATE: "a date: 2020, 2020-03 or 2020-03-26",
    ParameterType.DATETIME: "a moment: 2020-03-26T18:30, or with seconds and zone 2020-03-26T18:30:00Z",
}


def plain_term(parameter: Parameter, text: str) -> NamedNode | Literal:
    """The term of a value that needs no look into the store.

    Raises:
        QueryError: it does not fit the parameter's type, is none of its values, or is out of bounds.
    """
    if len(text) > LONGEST:
        raise too_long(parameter, text)
    if parameter.enum:
        return _one_of(parameter, text)
    term = typed_term(parameter, text)
    _check_bounds(parameter, text, term)
    return term


def typed_term(parameter: Parameter, text: str) -> NamedNode | Literal:
    """The term that the text is for the parameter's type, whatever its bounds.

    Raises:
        QueryError: it is none.
    """
    match parameter.type:
        case ParameterType.IRI:
            return terms.iri(text)
        case ParameterType.LANG:
            return terms.literal(text, language=parameter.language)
        case ParameterType.INTEGER | ParameterType.DECIMAL | ParameterType.BOOLEAN:
            term = _number_or_truth(parameter.type, text.strip())
        case ParameterType.DATE:
            term = _date(text.strip())
        case ParameterType.DATETIME:
            term = _moment(text.strip())
        case _:
            return terms.literal(text)
    if term is None:
        raise QueryError(f"{parameter.name} must be {_EXPECTED[parameter.type]}, not {shortened(text)}")
    return term


def one_of(parameter: Parameter, text: str) -> QueryError:
    """What to say of a value that is none of those allowed: which are, and the nearest of them."""
    near = (parameter.enum[place] for place in nearest(text[:LONGEST], parameter.enum))
    hint = "".join(f"; did you mean {word}?" for word in near if word != text)
    return QueryError(
        f"{parameter.name} must be one of {', '.join(parameter.enum)}, not {shortened(text)}{hint}"
    )


def too_long(parameter: Parameter, text: str) -> QueryError:
    """What to say of a value that is longer than any may be."""
    return QueryError(
        f"{parameter.name} may have {parameter.most or LONGEST} characters, not {len(text)}: {shortened(text)}"
    )


def _one_of(parameter: Parameter, text: str) -> NamedNode | Literal:
    """The allowed value that means the same: `02` is 2, and words are compared without regard to case."""
    for allowed in parameter.enum:
        if text.strip().casefold() == allowed.casefold():
            return typed_term(parameter, allowed)
    try:
        term = typed_term(parameter, text)
    except QueryError:
        raise one_of(parameter, text) from None
    for allowed in parameter.enum:
        if typed_term(parameter, allowed) == term:
            return term
    raise one_of(parameter, text)


def _number_or_truth(kind: ParameterType, words: str) -> Literal | None:
    if kind is ParameterType.INTEGER and _INTEGER.fullmatch(words):
        return terms.literal(str(int(words)), "integer")
    if kind is ParameterType.DECIMAL and _DECIMAL.fullmatch(words):
        return terms.literal(words, "decimal")
    if kind is ParameterType.BOOLEAN and words.lower() in _TRUE | _FALSE:
        return terms.literal("true" if words.lower() in _TRUE else "false", "boolean")
    return None


def _date(text: str) -> Literal | None:
    for shape, rest, datatype in _DATES:
        if shape.fullmatch(text):
            try:
                date.fromisoformat(text + rest)
            except ValueError:
                return None
            return terms.literal(text, datatype)
    return None


def _moment(text: str) -> Literal | None:
    if not _MOMENT.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
        zoned = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return terms.literal(zoned.replace(tzinfo=None).isoformat() + "Z", "dateTime")


def _check_bounds(parameter: Parameter, text: str, term: NamedNode | Literal) -> None:
    if not parameter.type.ordered:
        longest = int(parameter.most or LONGEST)
        if len(text) > longest:
            raise too_long(parameter, text)
        if len(text) < int(parameter.least or 0):
            raise QueryError(
                f"{parameter.name} must have {parameter.least} characters at least, not {len(text)}: {shortened(text)}"
            )
        return
    least, most = (
        None if bound is None else typed_term(parameter, bound) for bound in (parameter.least, parameter.most)
    )
    if least is not None and _below(parameter, term.value, least.value):
        raise QueryError(f"{parameter.name} must be at least {parameter.least}, not {text.strip()}")
    if most is not None and _below(parameter, most.value, term.value):
        raise QueryError(f"{parameter.name} must be at most {parameter.most}, not {text.strip()}")


def _below(parameter: Parameter, one: str, other: str) -> bool:
    """Whether the first is less; of dates, as far as both say something: 2020 is not before 2020-03, nor after it."""
    if parameter.type in (ParameterType.INTEGER, ParameterType.DECIMAL):
        return Decimal(one) < Decimal(other)
    if parameter.type is ParameterType.DATETIME:
        return one.removesuffix("Z") < other.removesuffix("Z")
    length = min(len(one), len(other))
    return one[:length] < other[:length]
