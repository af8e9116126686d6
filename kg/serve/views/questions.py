"""The stored questions as forms, and their answers as tables with their evidence."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.query.answers import Answer, Cell, Page, answer, ask_graph
from kg.query.formats import ResultFormat
from kg.query.parameters import bind
from kg.query.results import plain, render, render_graph, words
from kg.query.source import PROLOGUE, batches
from kg.query.stored import ALL, Parameter, ParameterType, StoredQuery
from kg.query.tokens import QueryForm
from kg.query.values import Given, Values, assign, resolve
from kg.serve.refusals import NotFound
from kg.serve.served import Served
from kg.serve.sparql.results import Body, truth, with_remark
from kg.serve.views.paging import Window, window
from kg.serve.views.quotes import Quote, quoted
from kg.serve.views.things import path_of

PAGE: Final = 50
_BEHIND: Final = 5
"""Sentences of a row that are shown."""
DOWNLOADS: Final = {
    "csv": ("text/csv", ResultFormat.CSV),
    "json": ("application/json", ResultFormat.JSON),
    "turtle": ("text/turtle", ResultFormat.TURTLE),
}
_NUMBERS: Final = (ParameterType.INTEGER, ParameterType.DECIMAL)


@dataclass(frozen=True, slots=True)
class Topic:
    """Some questions on one subject: names and summaries."""

    name: str
    questions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """All questions.

    Attributes:
        problems: what is wrong with files that hold no question that can be asked.
    """

    topics: tuple[Topic, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter as a field of a form.

    Attributes:
        input: "text", "number", "checkbox", "select" or "lines" (several values, one a line).
        value: what was given, else what holds where nothing is given.
    """

    name: str
    label: str
    input: str
    kind: str
    required: bool
    doc: str
    value: str
    choices: tuple[str, ...]
    least: str
    most: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: what it says, and the page that it leads to."""

    text: str
    path: str
    number: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row, the sentences behind it, and how many there are of them."""

    cells: tuple[Shown, ...]
    quotes: tuple[Quote, ...]
    total: int


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question, and its answer where it was asked.

    Attributes:
        asked: there is an answer, or `problem` says why there is none.
        records: of the rows, by variable: what programs want of them.
        readings: for each name that was given, what it was taken for where that is not plain.
        triples: of a question that gives a graph, as Turtle.
        hint: facts answer nothing, but claims would.
    """

    name: str
    topic: str
    summary: str
    description: str
    fields: tuple[Field, ...]
    asked: bool
    problem: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    records: tuple[dict[str, Any], ...]
    readings: dict[str, str]
    triples: str
    hint: bool
    window: Window


def questions(served: Served) -> QuestionsPage:
    """What can be asked."""
    topics: dict[str, list[tuple[str, str]]] = {}
    for query in served.library:
        topics.setdefault(query.topic or "more", []).append((query.name, query.summary))
    return QuestionsPage(
        tuple(Topic(name, tuple(listed)) for name, listed in topics.items()), served.library.problems
    )


def question(
    served: Served, name: str, given: Mapping[str, Sequence[str]], offset: int = 0, ask: bool = True
) -> QuestionPage:
    """One question with its form, and its answer.

    Args:
        given: the values of each parameter; empty ones count as not given.
        ask: it is to be answered; else only the form is wanted, unless the question needs nothing.

    Raises:
        NotFound: there is no question of this name.
    """
    query = _named(served, name)
    ask = ask or not query.params
    problem, found, triples, readings = "", None, "", {}
    more = False
    if ask:
        try:
            bound = resolve(query, assign(query, (), _given(query, given)), served.store)
            readings = dict(bound.readings)
            if query.form is QueryForm.SELECT:
                found = answer(query, bound.terms, served.store, Page(PAGE, offset), with_evidence=True)
                more = found.more
            else:
                triples, more = _triples(served, query, bound, Page(PAGE * 4, offset))
        except QueryError as error:
            problem = str(error).partition("; usage: kg ask")[0]
    shown = _columns(found) if found is not None else {}
    rows = _rows(served, found, shown) if found is not None else ()
    return QuestionPage(
        name=query.name,
        topic=query.topic,
        summary=query.summary,
        description=query.description,
        fields=tuple(_field(each, given.get(each.name, ())) for each in query.params),
        asked=ask,
        problem=problem,
        columns=tuple(shown.values()),
        rows=rows,
        records=_records(found) if found is not None else (),
        readings=readings,
        triples=triples,
        hint=found is not None and not rows and query.parameter(ALL) is not None and not given.get(ALL),
        window=window(offset, PAGE, -1, more=more),
    )


def download(
    served: Served, name: str, given: Mapping[str, Sequence[str]], form: str, page: Page | None = None
) -> Body:
    """The answer as a file; as Turtle, of a question that gives rows, the claims and facts behind them.

    Args:
        page: which rows or triples; None: all that an answer may have.

    Raises:
        NotFound: there is no such question.
        QueryError: a value does not fit.
    """
    query = _named(served, name)
    bound = resolve(query, assign(query, (), _given(query, given)), served.store)
    page = page or Page(served.limits.rows)
    media, written = DOWNLOADS[form]
    if query.form is QueryForm.ASK:
        return truth(served.store.ask(bind(query.text, bound.terms)), media)
    if query.form is not QueryForm.SELECT:
        text, more = _triples(served, query, bound, page)
        cut = page.limit if more else None
        if form == "turtle":
            return Body(media, with_remark(text, cut, "triples").encode(), cut)
        return Body(media, f"{json.dumps({'turtle': text}, ensure_ascii=False)}\n".encode(), cut)
    found = answer(query, bound.terms, served.store, page, with_evidence=form != "turtle")
    cut = len(found.rows) if found.more else None
    if form == "turtle":
        return Body(media, with_remark(_behind(served, found), cut, "rows").encode(), cut)
    return Body(media, render(found, written).encode(), cut)


def _named(served: Served, name: str) -> StoredQuery:
    try:
        return served.library.get(name)
    except QueryError as error:
        raise NotFound(str(error).replace("see: kg queries", "see /questions")) from error


def _given(query: StoredQuery, given: Mapping[str, Sequence[str]]) -> dict[str, Given]:
    """The values without the empty ones; those of a list also one a line."""
    found: dict[str, Given] = {}
    for name, texts in given.items():
        parameter = query.parameter(name)
        many = parameter is not None and parameter.many
        listed = [
            line.strip() for text in texts for line in (text.splitlines() if many else [text]) if line.strip()
        ]
        if listed:
            found[name] = tuple(listed) if many or len(listed) > 1 else listed[0]
    return found


def _field(parameter: Parameter, given: Sequence[str]) -> Field:
    kind = parameter.type
    if parameter.many:
        how = "lines"
    elif parameter.enum:
        how = "select"
    elif kind is ParameterType.BOOLEAN:
        how = "checkbox"
    else:
        how = "number" if kind in _NUMBERS else "text"
    return Field(
        name=parameter.name,
        label=parameter.name.replace("_", " "),
        input=how,
        kind=parameter.kind,
        required=parameter.required,
        doc=parameter.doc,
        value="\n".join(given or parameter.defaults),
        choices=parameter.enum,
        least=parameter.least or "",
        most=parameter.most or "",
    )


def _columns(found: Answer) -> dict[str, str]:
    """The headings of those columns that are not empty or zero throughout."""
    places = {name: found.variables.index(name) for name in found.columns}
    return {
        name: heading
        for name, heading in found.columns.items()
        if any(words(row[places[name]]) not in ("", "0") for row in found.rows)
    }


def _rows(served: Served, found: Answer, columns: Mapping[str, str]) -> tuple[Row, ...]:
    behind = [found.row_evidence(row) for row in found.rows]
    shown = {item.claim: item for items in behind for item in items[:_BEHIND]}
    read = quoted(served, shown)
    places = [found.variables.index(name) for name in columns]
    return tuple(
        Row(
            tuple(_cell(served, row[place], found) for place in places),
            tuple(read[item.claim] for item in items[:_BEHIND]),
            len(items),
        )
        for row, items in zip(found.rows, behind, strict=True)
    )


def _cell(served: Served, cell: Cell, found: Answer) -> Shown:
    path = path_of(served.names, cell.value) if isinstance(cell, NamedNode) else ""
    return Shown(words(cell, found.labels), path, isinstance(plain(cell, found.labels), int | float))


def _records(found: Answer) -> tuple[dict[str, Any], ...]:
    return tuple(
        {name: plain(cell, found.labels) for name, cell in zip(found.variables, row, strict=True)}
        for row in found.rows
    )


def _triples(served: Served, query: StoredQuery, bound: Values, page: Page) -> tuple[str, bool]:
    text = bind(query.text, bound.terms)
    if query.form is QueryForm.ASK:
        return ("yes" if served.store.ask(text) else "no"), False
    graph = ask_graph(text, served.store, page)
    return render_graph(graph.triples, served.names.prefixes), graph.more


def _behind(served: Served, found: Answer) -> str:
    """The claims and facts behind the rows, or where there are none what is said of the rows' IRIs, as Turtle."""
    cells = [
        (name, each)
        for row in found.rows
        for name, cell in zip(found.variables, row, strict=True)
        for each in (cell if isinstance(cell, tuple) else (cell,))
    ]
    listed = {
        str(each.value if isinstance(each, NamedNode) else each)
        for name, each in cells
        if name.startswith(("claim", "fact")) and isinstance(each, NamedNode | str)
    }
    nodes = listed or {each.value for _, each in cells if isinstance(each, NamedNode)}
    triples = [
        triple
        for block in batches(sorted(nodes))
        for triple in served.store.construct(
            f"{PROLOGUE}CONSTRUCT {{ ?node ?p ?o }} WHERE {{ VALUES ?node {{ {block} }} ?node ?p ?o }}"
        )
    ]
    return render_graph(triples, served.names.prefixes)
