"""The description of the API (OpenAPI 3.1), made from the headers of the stored questions."""

import json
from typing import Any, Final

import kg
from kg.query.stored import Parameter, ParameterType, StoredQuery
from kg.query.tokens import QueryForm
from kg.serve.api.answers import FORMATS, offered
from kg.serve.served import Served
from kg.serve.sparql.results import GRAPHS, ROWS, Body

_PROBLEM: Final = {
    "type": "object",
    "required": ["status", "error"],
    "properties": {"status": {"type": "integer"}, "error": {"type": "string"}},
}
_REFUSALS: Final = {
    "400": "what is asked cannot be understood, or a value is missing or does not fit",
    "403": "this is not done here",
    "404": "there is no such thing",
    "406": "not to be had in any of the formats that are wanted",
    "408": "the answer took longer than answers may",
    "413": "the answer or the question is larger than it may be",
    "414": "the address is too long",
    "415": "the question was sent in a format that is not understood",
    "429": "you have too many questions waiting",
    "503": "everybody is at work, or the store cannot be opened just now",
}
_BY_FORM: Final = {
    QueryForm.SELECT: {
        "type": "object",
        "required": ["question", "columns", "readings", "rows", "truncated"],
        "properties": {
            "question": {"type": "string"},
            "columns": {"type": "object", "additionalProperties": {"type": "string"}},
            "readings": {"type": "object", "additionalProperties": {"type": "string"}},
            "rows": {"type": "array", "items": {"type": "object"}},
            "truncated": {"type": "boolean"},
        },
    },
    QueryForm.ASK: {
        "type": "object",
        "required": ["boolean"],
        "properties": {"boolean": {"type": "boolean"}},
    },
}
_DATE: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_TYPES: Final[dict[ParameterType, dict[str, Any]]] = {
    ParameterType.INTEGER: {"type": "integer"},
    ParameterType.DECIMAL: {"type": "number"},
    ParameterType.BOOLEAN: {"type": "boolean"},
    ParameterType.DATE: {"type": "string", "pattern": _DATE},
    ParameterType.DATETIME: {"type": "string"},
}


def openapi(served: Served, address: str) -> Body:
    """The description of what is at an address ("http://127.0.0.1:8000")."""
    paths: dict[str, Any] = {
        "/api/questions": {
            "get": _get(
                "questions", "All stored questions", [], {"application/json": {"schema": {"type": "object"}}}
            )
        },
        "/sparql": {"get": _get("sparql", "A SPARQL 1.1 query", _SPARQL, _media((*ROWS, *GRAPHS)))},
        "/store": {"get": _get("graph", "One graph, or with default all of them", _GRAPH, _media(GRAPHS))},
    }
    paths |= {f"/api/questions/{query.name}": {"get": _question(query)} for query in served.library}
    about = {
        "openapi": "3.1.0",
        "info": {"title": "kg-populator", "version": kg.__version__, "description": _ABOUT},
        "servers": [{"url": address}],
        "paths": paths,
        "components": {"schemas": {"Problem": _PROBLEM}},
    }
    return Body("application/json", json.dumps(about, ensure_ascii=False).encode())


_ABOUT: Final = (
    "Who did what to whom, who says so, and where: what was read in news articles. "
    "Answers that were cut say so in the header X-KG-Truncated, with the number of rows that they have."
)


def _question(query: StoredQuery) -> dict[str, Any]:
    schemas = {"turtle": {"type": "string"}, "csv": {"type": "string"}, "json": _BY_FORM.get(query.form, {})}
    content = {FORMATS[name]: {"schema": schemas[name]} for name in offered(query.form)}
    parameters = [_parameter(each) for each in query.params]
    taken = {each.name for each in query.params}
    parameters += [each for each in _PAGING if each["name"] not in taken]
    described = _get(query.name, query.summary, parameters, content)
    if query.description:
        described["description"] = query.description
    described["tags"] = [query.topic or "questions"]
    return described


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema = dict(_TYPES.get(parameter.type, {"type": "string", "minLength": 1}))
    if parameter.enum:
        schema["enum"] = list(parameter.enum)
    for bound, number, text in (
        (parameter.least, "minimum", "minLength"),
        (parameter.most, "maximum", "maxLength"),
    ):
        if bound is None:
            continue
        if schema["type"] in ("integer", "number"):
            schema[number] = float(bound) if "." in bound else int(bound)
        elif not parameter.type.ordered and bound.isdigit():
            schema[text] = int(bound)
    if parameter.many:
        schema = {"type": "array", "items": schema, "minItems": 1, "maxItems": 1_000}
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": f"{parameter.doc} ({parameter.kind})".strip(),
        "schema": schema,
    }


def _query_parameter(
    name: str, schema: dict[str, Any], words: str, *, required: bool = False
) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "description": words, "schema": schema}


_PAGING: Final = [
    _query_parameter("format", {"type": "string", "enum": list(FORMATS)}, "instead of the header Accept"),
    _query_parameter("limit", {"type": "integer", "minimum": 1, "maximum": 100_000}, "how many rows at most"),
    _query_parameter(
        "offset", {"type": "integer", "minimum": 0, "maximum": 1_000_000}, "how many rows to pass over"
    ),
    _query_parameter("evidence", {"type": "boolean"}, "whether each row has the sentences behind it"),
]
_IRIS: Final = {"type": "array", "items": {"type": "string", "format": "iri"}}
_SPARQL: Final = [
    _query_parameter("query", {"type": "string"}, "SELECT, ASK, CONSTRUCT or DESCRIBE"),
    _query_parameter("default-graph-uri", _IRIS, "the graphs of the store that it sees as one"),
    _query_parameter("named-graph-uri", _IRIS, "the graphs of the store that it sees by name"),
]
_GRAPH: Final = [
    _query_parameter("graph", {"type": "string", "format": "iri"}, "the name of a graph"),
    _query_parameter("default", {"type": "string"}, "all graphs together"),
]


def _media(types: Any) -> dict[str, Any]:
    return {media: {"schema": {} if "json" in media else {"type": "string"}} for media in types}


def _get(
    name: str, summary: str, parameters: list[dict[str, Any]], content: dict[str, Any]
) -> dict[str, Any]:
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "the answer", "content": content},
            **{status: {"description": words, "content": problem} for status, words in _REFUSALS.items()},
        },
    }
