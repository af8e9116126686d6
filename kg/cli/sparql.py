"""`kg sparql`: any query of the user's own."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import answers, console, options
from kg.cli.opening import opened
from kg.errors import QueryError, UsageError
from kg.query.formats import ResultFormat


def sparql(
    query: Annotated[
        str,
        typer.Argument(
            metavar="QUERY|FILE|-", help='SPARQL text, a file that holds it, or "-" for standard input.'
        ),
    ],
    evidence: answers.EvidenceOption = False,
    limit: answers.LimitOption = None,
    offset: answers.OffsetOption = 0,
    form: answers.FormatOption = None,
    json: options.JsonOption = False,
    store: options.StoreOption = None,
) -> None:
    """Put a SPARQL query to the store: SELECT, ASK, CONSTRUCT or DESCRIBE over the union of all graphs.

    The prefixes kg, rdf, rdfs, owl, xsd, skos, dcterms, prov, nif, itsrdf, schema and wd need not be declared;
    ent, claim and data stand for the data's own IRIs. With --evidence, columns whose names begin with "claim" or
    "fact" give their sentences.
    """
    from kg.query.answers import ask_rows
    from kg.query.tokens import QueryForm, query_form

    text = _with_prefixes(_text(query))
    kind = query_form(text)
    written = answers.chosen(form, json, ResultFormat.TURTLE if kind.gives_graph else ResultFormat.TABLE)
    wanted = answers.page(limit, offset, written)
    with opened(store) as source:
        if kind is QueryForm.ASK:
            answers.print_truth(source.ask(text), written)
        elif kind.gives_graph:
            answers.print_graph(text, source, written, wanted)
        else:
            found = ask_rows(text, source, wanted, evidence)
            answers.print_answer(found, written, wanted)
            if not found.rows:
                console.note("no rows")


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if "\n" in query or "{" in query:
        return query
    path = Path(query)
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not UTF-8 text: {error}") from error
    except OSError as error:
        if len(query.split()) > 1:  # DESCRIBE needs no braces, and what is no question is told as such
            return query
        raise UsageError(
            f"{query!r} is neither SPARQL nor a file that can be read: {error.strerror}"
        ) from error


def _with_prefixes(text: str) -> str:
    """The text with the usual prefixes before it, but those that it declares itself."""
    from kg.graph import Names
    from kg.query.prologue import with_prefixes

    return with_prefixes(text, Names(options.settings().base).prefixes)
