"""What a user gives for a question's parameters, as typed terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query import names
from kg.query.near import nearest
from kg.query.parameters import Value
from kg.query.plain import one_of, plain_term, too_long
from kg.query.source import Source, local_name
from kg.query.stored import ALL, LONGEST, MOST, Parameter, ParameterType, StoredQuery

_FINDERS: Final = {
    ParameterType.ENTITY: names.find_entity,
    ParameterType.ARTICLE: names.find_article,
    ParameterType.RELATION: names.find_relation,
}

Given = str | Sequence[str]
"""One value, or those of a list."""


@dataclass(frozen=True, slots=True)
class Values:
    """The terms to bind, and for each name how it was understood where that is not plain."""

    terms: Mapping[str, Value]
    readings: Mapping[str, str]


def assign(query: StoredQuery, positional: Sequence[str], named: Mapping[str, Given]) -> dict[str, Given]:
    """Which parameter each value is for: those without a name in the order of the header, a list at its end taking all.

    Raises:
        QueryError: too many values, an unknown name, or one parameter twice that is no list.
    """
    given = _by_place(query, positional)
    for name, value in named.items():
        parameter = query.parameter(name)
        if parameter is None:
            raise _unknown(query, name)
        if name in given or (not parameter.many and not isinstance(value, str)):
            raise QueryError(f"{query.name}: {name} is given twice")
        given[name] = value
    return given


def _by_place(query: StoredQuery, positional: Sequence[str]) -> dict[str, Given]:
    order = query.positional
    given: dict[str, Given] = {p.name: text for p, text in zip(order, positional, strict=False)}
    if len(positional) <= len(order):
        return given
    if order and order[-1].many:
        return given | {order[-1].name: tuple(positional[len(order) - 1 :])}
    raise QueryError(
        f"{query.name} takes {len(order) or 'no'} value{'' if len(order) == 1 else 's'}, not {len(positional)}; "
        f"usage: kg ask {query.usage}; put a name of several words in quotes"
    )


def _unknown(query: StoredQuery, name: str) -> QueryError:
    known = [parameter.name for parameter in query.params]
    hint = "".join(f"; did you mean {known[place]}?" for place in nearest(name[:LONGEST], known))
    return QueryError(f"{query.name} has no parameter {name!r}; it has {', '.join(known) or 'none'}{hint}")


def resolve(query: StoredQuery, given: Mapping[str, Given], source: Source) -> Values:
    """The terms of all parameters that are given or have a default.

    Raises:
        QueryError: a required one is missing, or a value does not fit its type.
    """
    bound: dict[str, Value] = {}
    readings: dict[str, str] = {}
    for parameter in query.params:
        texts = _texts(parameter, given.get(parameter.name))
        if not texts:
            if parameter.required:
                about = f" ({parameter.doc})" if parameter.doc else ""
                raise QueryError(f"{query.name} needs {parameter.name}{about}; usage: kg ask {query.usage}")
            continue
        found = tuple(_term(parameter, text, source, readings) for text in texts)
        bound[parameter.name] = tuple(dict.fromkeys(found)) if parameter.many else found[0]
    return Values(bound, readings)


def _texts(parameter: Parameter, given: Given | None) -> Sequence[str]:
    """The values of a parameter; none where nothing is given and no default holds."""
    if given is None:
        return parameter.defaults or (("false",) if parameter.name == ALL else ())
    texts = (given,) if isinstance(given, str) else given
    if len(texts) > MOST:
        raise QueryError(f"{parameter.name} may have {MOST} values, not {len(texts)}")
    return texts


def _term(parameter: Parameter, text: str, source: Source, readings: dict[str, str]) -> NamedNode | Literal:
    finder = _FINDERS.get(parameter.type)
    if finder is None:
        return plain_term(parameter, text)
    if len(text) > LONGEST:
        raise too_long(parameter, text)
    match = finder(source, text)
    if parameter.enum and not {match.name, local_name(match.iri.value)} & set(parameter.enum):
        raise one_of(parameter, text)
    if not match.exact:
        readings[text] = match.name
    return match.iri
