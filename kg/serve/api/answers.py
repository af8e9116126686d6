"""Answers of the stored questions for programs; runs in a process that answers."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from kg.errors import QueryError
from kg.query.answers import Page, answer
from kg.query.formats import ResultFormat
from kg.query.results import render
from kg.query.stored import StoredQuery
from kg.query.tokens import QueryForm
from kg.query.values import Given, assign, resolve
from kg.serve.accept import chosen
from kg.serve.refusals import NotAcceptable, NotFound
from kg.serve.served import Served
from kg.serve.sparql.results import Body
from kg.serve.views.questions import download

FORMATS: Final = {"json": "application/json", "csv": "text/csv", "turtle": "text/turtle"}
OWN: Final = frozenset({"format", "limit", "offset", "evidence"})
"""What an address may say beside the parameters of a question."""


def questions(served: Served) -> Body:
    """All questions with their parameters, as JSON."""
    listed = [
        {
            "name": query.name,
            "topic": query.topic,
            "summary": query.summary,
            "description": query.description,
            "address": f"/api/questions/{query.name}",
            "params": [
                {
                    "name": each.name,
                    "type": each.kind,
                    "required": each.required,
                    "many": each.many,
                    "default": list(each.defaults),
                    "enum": list(each.enum),
                    "doc": each.doc,
                }
                for each in query.params
            ],
            "columns": dict(query.columns),
        }
        for query in served.library
    ]
    return _json({"questions": listed})


def answered(
    served: Served,
    name: str,
    given: Mapping[str, Sequence[str]],
    accept: str | None,
    wanted: str,
    page: Page,
    evidence: bool,
) -> Body:
    """The answer to a question.

    Args:
        given: the values of each parameter.
        accept: value of the header.
        wanted: the format that the address names, if it does.
        page: which rows; those above the limit of answers are cut.

    Raises:
        NotFound: there is no such question.
        QueryError: a value is missing or does not fit.
        NotAcceptable: there is no such format.
    """
    query = _named(served, name)
    form = _format(accept, wanted, offered(query.form))
    most = served.limits.rows
    page = Page(min(most, page.limit if page.limit is not None else most), page.offset)
    try:
        values = assign(query, (), _texts(query, given))
        if form == "turtle" or query.form is not QueryForm.SELECT:
            return download(served, query.name, given, form, page)
        bound = resolve(query, values, served.store)
    except QueryError as error:
        raise QueryError(str(error).partition("; usage: kg ask")[0]) from error
    found = answer(query, bound.terms, served.store, page, evidence, shown_only=form == "csv")
    cut = len(found.rows) if found.more else None
    if form == "csv":
        return Body(FORMATS["csv"], render(found, ResultFormat.CSV).encode(), cut)
    about = {
        "question": query.name,
        "columns": dict(found.columns),
        "readings": dict(bound.readings),
        "rows": json.loads(render(found, ResultFormat.JSON)),
        "truncated": found.more,
    }
    return _json(about, cut)


def offered(form: QueryForm) -> tuple[str, ...]:
    """In which of `FORMATS` a question is answered."""
    match form:
        case QueryForm.SELECT:
            return ("json", "csv", "turtle")
        case QueryForm.ASK:
            return ("json", "csv")
        case _:
            return ("turtle",)


def _format(accept: str | None, wanted: str, offers: Sequence[str]) -> str:
    """The format of an answer: what the address says, else what the header does."""
    if wanted and wanted not in FORMATS:
        raise QueryError(f"format must be one of {', '.join(FORMATS)}")
    types = {FORMATS[name]: name for name in offers}
    media = FORMATS[wanted] if wanted else chosen(accept, tuple(types))
    if media not in types:
        raise NotAcceptable(f"the answer is to be had as {', '.join(types)}")
    return types[media]


def _named(served: Served, name: str) -> StoredQuery:
    try:
        return served.library.get(name)
    except QueryError as error:
        raise NotFound(str(error).replace("see: kg queries", "see /api/questions")) from error


def _texts(query: StoredQuery, given: Mapping[str, Sequence[str]]) -> dict[str, Given]:
    """The values as those of lists and others."""
    found: dict[str, Given] = {}
    for name, texts in given.items():
        parameter = query.parameter(name)
        found[name] = (
            tuple(texts) if len(texts) > 1 or (parameter is not None and parameter.many) else texts[0]
        )
    return found


def _json(value: Any, cut: int | None = None) -> Body:
    return Body(FORMATS["json"], json.dumps(value, ensure_ascii=False).encode(), cut)
