"""What `kg ask` and `kg sparql` share: their options, and how an answer is printed."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli import console, options
from kg.errors import UsageError
from kg.query.formats import ResultFormat

if TYPE_CHECKING:
    from kg.query.answers import Answer, Page
    from kg.query.library import Library
    from kg.query.source import Source

FormatOption = Annotated[ResultFormat | None, typer.Option("--format", "-f", help="Default: table.")]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=0,
        help="How many rows at most; 0 for all. Default: 50 in tables, else all.",
        show_default=False,
    ),
]
OffsetOption = Annotated[int, typer.Option("--offset", min=0, help="How many rows to leave out first.")]
EvidenceOption = Annotated[
    bool,
    typer.Option("--evidence", "-e", help="Under each row the sentences that say so, and where they stand."),
]
QueriesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--queries",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="A folder with more questions; may be repeated.",
    ),
]

_PAGE: Final = 50


def library(extra: list[Path] | None) -> "Library":
    """The shipped questions, those of the settings' folders, and those of the option."""
    from kg.query.library import load_library

    return load_library((*options.settings().queries, *(extra or ())))


def chosen(form: ResultFormat | None, json: bool, default: ResultFormat = ResultFormat.TABLE) -> ResultFormat:
    """The format that the two options name together."""
    if json and form not in (None, ResultFormat.JSON):
        raise UsageError(f"--json and --format {form} contradict each other; leave one out")
    return ResultFormat.JSON if json else (form or default)


def page(limit: int | None, offset: int, form: ResultFormat, usual: int | None = None) -> "Page":
    """The rows that are wanted."""
    from kg.query.answers import Page

    if limit is None:
        limit = (usual or _PAGE) if form.for_people else 0
    return Page(limit or None, offset)


def print_answer(answer: "Answer", form: ResultFormat, wanted: "Page") -> None:
    """The answer on standard output; where it was cut, how to see the rest, on standard error."""
    from kg.query.results import render

    color = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if color else 160
    if text := render(answer, form, width, color):
        console.write(text)
    if answer.more:
        _say_more(len(answer.rows), "rows", wanted)


def print_graph(sparql: str, source: "Source", form: ResultFormat, wanted: "Page") -> None:
    """The triples of a CONSTRUCT or DESCRIBE: as Turtle, or as a table of three columns."""
    from kg.query.answers import Answer, ask_graph
    from kg.query.results import render_graph, triple_rows

    found = ask_graph(sparql, source, wanted)
    if form is not ResultFormat.TURTLE:
        names = ("subject", "predicate", "object")
        rows = triple_rows(found.triples)
        print_answer(Answer(names, rows, {name: name for name in names}, found.more), form, wanted)
        return
    if text := render_graph(found.triples):
        console.write(text)
    if found.more:
        _say_more(len(found.triples), "triples", wanted)


def _say_more(shown: int, what: str, wanted: "Page") -> None:
    console.note(
        f"{shown} {what} from {wanted.offset} on; the rest with --offset {wanted.offset + shown}, all with --limit 0"
    )


def print_truth(truth: bool, form: ResultFormat) -> None:
    """The answer to an ASK."""
    if form in (ResultFormat.JSON, ResultFormat.JSONL):
        console.write_json(truth)
    else:
        console.write("yes" if truth else "no")
