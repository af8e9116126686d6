"""`kg ask`: a stored question, put to a store."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import answers, console, options
from kg.cli.opening import opened
from kg.errors import UsageError
from kg.query.formats import ResultFormat

if TYPE_CHECKING:
    from kg.query.source import Source
    from kg.query.stored import StoredQuery
    from kg.query.values import Given, Values


def ask(
    query: Annotated[
        str, typer.Argument(metavar="QUESTION", help="Name of a stored question; see: kg queries.")
    ],
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[VALUE]...", help='Its parameters in order; "-" leaves one out.', show_default=False
        ),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            "-p",
            metavar="NAME=VALUE",
            help="A parameter by name; may be repeated, and again for each value of a list.",
        ),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--claims",
            help="Also claims that are denied, possible or only alleged, marked so, with who claims it.",
        ),
    ] = False,
    evidence: answers.EvidenceOption = False,
    limit: answers.LimitOption = None,
    offset: answers.OffsetOption = 0,
    form: answers.FormatOption = None,
    json: options.JsonOption = False,
    store: options.StoreOption = None,
    queries: answers.QueriesOption = None,
) -> None:
    """Ask a stored question: kg ask accused-of "Jane Doe" --evidence

    Names are matched without regard to case and accents, also by other names; facts answer unless --claims is given.
    """
    from kg.query.stored import ALL
    from kg.query.values import assign, resolve

    stored = answers.library(queries).get(query)
    given = assign(stored, *_given(stored, values or [], param or []))
    if everything and stored.parameter(ALL) is not None:
        given[ALL] = "true"
    elif everything:
        console.note(f"{stored.name} shows all claims of its kind anyway; --claims changes nothing")
    with opened(store) as source:
        bound = resolve(stored, given, source)
        for text, name in bound.readings.items():
            console.note(f"{text!r} is read as {name}")
        _answer(stored, bound, source, form, json, limit, offset, evidence)


def _given(
    stored: "StoredQuery", values: list[str], params: list[str]
) -> tuple[list[str], "dict[str, Given]"]:
    """Values by place and by name; a place that is left out with "-" and all that stand behind it become named."""
    named: dict[str, list[str]] = {}
    for text in params:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"--param {text!r} must be NAME=VALUE")
        named.setdefault(name.strip(), []).append(value)
    if "-" in values:
        order = stored.positional
        places = [*order, *([order[-1]] * (len(values) - len(order)) if order and order[-1].many else ())]
        for parameter, text in zip(places, values, strict=False):
            if text != "-":
                named.setdefault(parameter.name, []).append(text)
        values = values[len(places) :]
    return values, {name: texts[0] if len(texts) == 1 else tuple(texts) for name, texts in named.items()}


def _answer(
    stored: "StoredQuery",
    bound: "Values",
    source: "Source",
    form: ResultFormat | None,
    json: bool,
    limit: int | None,
    offset: int,
    evidence: bool,
) -> None:
    from kg.query.answers import answer
    from kg.query.parameters import bind
    from kg.query.tokens import QueryForm

    graph = stored.form.gives_graph
    written = answers.chosen(form, json, ResultFormat.TURTLE if graph else ResultFormat.TABLE)
    wanted = answers.page(limit, offset, written, stored.page)
    if stored.form is QueryForm.ASK:
        answers.print_truth(source.ask(bind(stored.text, bound.terms)), written)
    elif graph:
        answers.print_graph(bind(stored.text, bound.terms), source, written, wanted)
    else:
        shown_only = written not in (ResultFormat.JSON, ResultFormat.JSONL)
        found = answer(stored, bound.terms, source, wanted, evidence, shown_only=shown_only)
        answers.print_answer(found, written, wanted)
        if not found.rows:
            _say_empty(stored, bound, source, offset)


def _say_empty(stored: "StoredQuery", bound: "Values", source: "Source", offset: int) -> None:
    """Why there is nothing to see, and what might help."""
    from pyoxigraph import Literal

    from kg.query.answers import Page, answer
    from kg.query.parameters import Value
    from kg.query.stored import ALL

    if offset:
        console.note(f"no rows from {offset} on")
        return
    asked: dict[str, Value] = dict(bound.terms)
    if asked.get(ALL) == Literal(False):
        asked[ALL] = Literal(True)
        if answer(stored, asked, source, Page(1)).rows:
            console.note(
                "no fact answers this, but claims do that are denied, possible or only alleged: add --claims"
            )
            return
    hint = "; try fewer parameters, or a wider date" if len(bound.terms) > (ALL in bound.terms) else ""
    console.note(f"nothing in this store answers this{hint}; kg stats says what it holds")
