"""Tries a question on the small invented world that ships with ours, in two engines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, QueryBoolean, RdfFormat, Store, parse, serialize

from kg.errors import QueryError
from kg.graph import KG
from kg.query.parameters import Value, bind
from kg.query.plain import typed_term
from kg.query.stored import Parameter, ParameterType, StoredQuery
from kg.query.tokens import QueryForm
from kg.resources import resource

if TYPE_CHECKING:
    import rdflib

_DATA: Final = "https://w3id.org/kg-populator/data/"
_ENTITIES: Final = ("mara-voss", "tomas-rehn", "lorvia", "arvenia")
_SAMPLES: Final[Mapping[ParameterType, str]] = {
    ParameterType.IRI: f"{_DATA}entity/lorvia",
    ParameterType.STRING: "the",
    ParameterType.LANG: "the",
    ParameterType.INTEGER: "1",
    ParameterType.DECIMAL: "0.5",
    ParameterType.DATE: "2024",
    ParameterType.DATETIME: "2024-01-01T00:00",
    ParameterType.BOOLEAN: "true",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """How many rows, triples or answers each of two engines gave for one choice of parameters."""

    given: str
    oxigraph: int
    rdflib: int

    @property
    def agree(self) -> bool:
        """Whether both gave as many; rdflib makes one row of no groups at all."""
        return self.oxigraph == self.rdflib or (self.oxigraph, self.rdflib) == (0, 1)


def trials(query: StoredQuery) -> Iterator[Trial]:
    """The question with what it needs, and with a value for every parameter.

    Raises:
        QueryError: an engine cannot answer it.
    """
    needed = tuple(p for p in query.params if p.required or p.defaults)
    for params, words in ((needed, "what it needs"), (query.params, "a value for every parameter")):
        if words == "what it needs" or params != needed:
            sparql = bind(query.text, dict(_sample(params)))
            yield Trial(words, _in_oxigraph(sparql), _in_rdflib(sparql, query.form))


def _sample(params: tuple[Parameter, ...]) -> Iterator[tuple[str, Value]]:
    """A value for each: its default, the first that it may have, or one that the invented world knows."""
    entities = iter(_ENTITIES * len(params))
    for parameter in params:
        value: NamedNode | Literal
        if parameter.type is ParameterType.ENTITY:
            value = NamedNode(f"{_DATA}entity/{next(entities)}")
        elif parameter.type is ParameterType.ARTICLE:
            value = NamedNode(f"{_DATA}article/a1")
        elif parameter.type is ParameterType.RELATION:
            value = NamedNode(f"{KG}{(*parameter.defaults, *parameter.enum, 'metWith')[0]}")
        else:
            bound = parameter.least if parameter.type.ordered else None
            choices = (*parameter.defaults, *parameter.enum, bound, _SAMPLES[parameter.type])
            value = typed_term(parameter, next(text for text in choices if text is not None))
        yield parameter.name, (value,) if parameter.many else value


@cache
def _oxigraph() -> Store:
    store = Store()
    store.load(path=resource("queries") / "fixture.trig", format=RdfFormat.TRIG)
    return store


@cache
def _rdflib() -> "rdflib.Graph":
    import rdflib

    quads = parse(path=resource("queries") / "fixture.trig", format=RdfFormat.TRIG)
    lines = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines, format="nt")


def _in_oxigraph(sparql: str) -> int:
    try:
        found = _oxigraph().query(sparql, use_default_graph_as_union=True)
        return int(bool(found)) if isinstance(found, QueryBoolean) else len(set(map(str, found)))
    except (SyntaxError, RuntimeError) as error:
        raise QueryError(f"Oxigraph cannot answer it: {error}") from error


def _in_rdflib(sparql: str, form: QueryForm) -> int:
    try:
        found = _rdflib().query(sparql)
        return int(bool(found.askAnswer)) if form is QueryForm.ASK else len(set(found))
    except Exception as error:  # its evaluation raises whatever comes up in it
        raise QueryError(
            f"rdflib, a second engine, cannot answer it: {type(error).__name__}: {error}"
        ) from error
