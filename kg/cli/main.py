"""The command `kg`: its commands, and the one place where errors become exit codes.

0 done, 1 failed or a check failed, 2 usage, 3 store or server unreachable, 130 interrupted.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from enum import IntEnum
from typing import Annotated, Final

import typer

import kg
from kg.cli import console, options
from kg.cli.homes import Commands
from kg.cli.late import Late, LateGroup
from kg.errors import KgError, QueryError, StoreError, UsageError


class ExitCode(IntEnum):
    """What the exit code of `kg` says."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    UNREACHABLE = 3
    INTERRUPTED = 130


DEBUG_VARIABLE: Final = "KG_DEBUG"

_READ: Final = "Read articles"
_ASK: Final = "Ask and look"
_JUDGE: Final = "Judge"
_CHECK: Final = "Check and measure"
_KEEP: Final = "Keep"


class _Kg(LateGroup):
    listed = (
        Late("demo", _READ, "Read sample articles and answer three questions."),
        Late("populate", _READ, "Read articles and keep what they say in a store."),
        Late("extract", _READ, "Read articles and write what they say."),
        Late(
            "link",
            _READ,
            "Find out who and what the entities of a store are in Wikidata, or in another register.",
        ),
        Late("remove", _READ, "Remove articles, and what rests on them alone."),
        Late("ask", _ASK, 'Ask a stored question: kg ask accused-of "Jane Doe" --evidence'),
        Late("show", _ASK, "Show what is known of somebody, or an article with the claims that it makes."),
        Late("find", _ASK, "Find words in the names of entities, in titles, and in sentences."),
        Late(
            "sparql",
            _ASK,
            "Put a SPARQL query to the store: SELECT, ASK, CONSTRUCT or DESCRIBE over the union of all graphs.",
        ),
        Late("stats", _ASK, "Count what the store holds."),
        Late(
            "serve",
            _ASK,
            "Serve the store to people, as pages to read and follow, and to programs, by SPARQL and an API.",
        ),
        Late("export", _ASK, "Write the graph as a file."),
        Late("push", _ASK, "Copy the graphs of a store to a SPARQL server."),
        Late(
            "candidates",
            _JUDGE,
            "List pairs that might be one entity, best first, with what speaks for and against it, and what to type.",
        ),
        Late("same", _JUDGE, 'Judge that two or more entities are one: kg same "Joe Biden" Biden@article-7'),
        Late(
            "different",
            _JUDGE,
            'Judge that two entities are not one: kg different "John Lee@article-7" "John Lee@article-9"',
            "same",
        ),
        Late(
            "unsure",
            _JUDGE,
            "Note that it cannot be told whether two entities are one: kg candidates does not offer them again.",
            "same",
        ),
        Late(
            "retype",
            _JUDGE,
            'Judge that an entity belongs to another class: kg retype "Washington Post" Organization',
        ),
        Late(
            "reject",
            _JUDGE,
            "Judge that claims were read wrongly: no fact rests on them, and no answer shows them any more.",
        ),
        Late(
            "undo",
            _JUDGE,
            "Take a judgement back, without an ID the last: what is read is then as if it had never been made.",
        ),
        Late(
            "judgements",
            _JUDGE,
            "List what was judged, the oldest first; carry it to a file and from there to another store.",
        ),
        Late("backup", _KEEP, "Copy the whole graph into a folder: articles, judgements, links, all of it."),
        Late(
            "restore",
            _KEEP,
            "Make the graph anew from what kg backup has copied, in a store, or on a server that has none.",
            "backup",
        ),
        Late("check", _CHECK, "Check the graph against shapes and rules."),
        Late("verify", _CHECK, "Check every offset against the stored text."),
        Late("evaluate", _CHECK, "Score what is read against annotated articles."),
        Late(
            "queries",
            _ASK,
            "List the stored questions, describe one, write one, and see what is wrong with one.",
        ),
        Late("relations", _CHECK, "List and show relations, and run their examples."),
    )


app = Commands(
    name="kg",
    cls=_Kg,
    help=f"{kg.__doc__}\n\nStart with: kg demo",
    no_args_is_help=True,
    rich_markup_mode="markdown",  # it reflows paragraphs
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        console.write(f"kg-populator {kg.__version__}")
        raise typer.Exit


@app.callback()
def _kg(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None: ...


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; every error ends here, as one line for the user."""
    options.forget_settings()
    try:
        with console.stopped_as_interrupted():
            app(args=None if arguments is None else list(arguments), prog_name="kg")
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else ExitCode.FAILED
        if code == ExitCode.INTERRUPTED:
            console.note("interrupted")
        return code
    except KgError as error:
        console.error(str(error))
        return _exit_code(error)
    except Exception as error:  # noqa: BLE001 - the last resort: a user gets a sentence, a developer the traceback
        return _unexpected(error)
    return ExitCode.DONE


def run() -> None:
    """The entry point of the command."""
    sys.exit(main())


def _exit_code(error: KgError) -> ExitCode:
    if isinstance(error, StoreError):
        return ExitCode.UNREACHABLE
    if isinstance(error, UsageError | QueryError):
        return ExitCode.USAGE
    return ExitCode.FAILED


def _unexpected(error: Exception) -> ExitCode:
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error)
    else:
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        console.error(f"unexpected: {what}; to see where, run it again with {DEBUG_VARIABLE}=1 set")
    return ExitCode.FAILED
