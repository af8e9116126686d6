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
from kg.cli import console, options, queries, relations
from kg.cli.ask import ask
from kg.cli.backup import backup, restore
from kg.cli.candidates import candidates
from kg.cli.check import check
from kg.cli.demo import demo
from kg.cli.evaluate import evaluate
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.find import find
from kg.cli.homes import Commands
from kg.cli.judgements import judgements
from kg.cli.link import link
from kg.cli.populate import populate
from kg.cli.push import push
from kg.cli.reject import reject
from kg.cli.remove import remove
from kg.cli.retype import retype
from kg.cli.same import different, same, unsure
from kg.cli.show import show
from kg.cli.sparql import sparql
from kg.cli.stats import stats
from kg.cli.undo import undo
from kg.cli.verify import verify
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

app = Commands(
    name="kg",
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


app.command(rich_help_panel=_READ)(demo)
app.command(rich_help_panel=_READ)(populate)
app.command(rich_help_panel=_READ)(extract)
app.command(rich_help_panel=_READ)(link)
app.command(rich_help_panel=_READ)(remove)
app.command(rich_help_panel=_ASK)(ask)
app.command(rich_help_panel=_ASK)(show)
app.command(rich_help_panel=_ASK)(find)
app.add_typer(queries.app, name="queries", rich_help_panel=_ASK)
app.command(rich_help_panel=_ASK)(sparql)
app.command(rich_help_panel=_ASK)(stats)
app.command(rich_help_panel=_ASK)(export)
app.command(rich_help_panel=_ASK)(push)
app.command(rich_help_panel=_JUDGE)(candidates)
app.command(rich_help_panel=_JUDGE)(same)
app.command(rich_help_panel=_JUDGE)(different)
app.command(rich_help_panel=_JUDGE)(unsure)
app.command(rich_help_panel=_JUDGE)(retype)
app.command(rich_help_panel=_JUDGE)(reject)
app.command(rich_help_panel=_JUDGE)(undo)
app.command(rich_help_panel=_JUDGE)(judgements)
app.command(rich_help_panel=_KEEP)(backup)
app.command(rich_help_panel=_KEEP)(restore)
app.command(rich_help_panel=_CHECK)(check)
app.command(rich_help_panel=_CHECK)(verify)
app.command(rich_help_panel=_CHECK)(evaluate)
app.add_typer(relations.app, name="relations", rich_help_panel=_CHECK)


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
