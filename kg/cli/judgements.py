"""`kg judgements`: what was decided, as a table, for another program, and as a file to share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import console, options
from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from kg.graph import Names
    from kg.home import Home
    from kg.model import Judgement


def judgements(
    export: Annotated[
        Path | None,
        typer.Option(
            "--export", metavar="FILE", help='Write them to a file (CSV) that can be shared; "-" prints it.'
        ),
    ] = None,
    import_: Annotated[
        Path | None,
        typer.Option("--import", metavar="FILE", help='Add those of such a file; "-" is standard input.'),
    ] = None,
    json: options.JsonOption = False,
    store: options.StoreOption = None,
) -> None:
    """List what was judged, the oldest first; carry it to a file and from there to another store.

    Importing a file again changes nothing; of the same decision taken twice the newer stays.
    """
    if (export is not None) + (import_ is not None) + json > 1:
        raise UsageError("--export, --import and --json exclude each other; give one of them")
    if import_ is not None:
        _import(import_, store)
        return
    from kg.judge import write_sheet
    from kg.store import judgements as stored
    from kg.store import open_store

    names = options.names()
    with open_store(options.home(store), read_only=True) as opened:
        found = stored(opened, names)
    if export is not None:
        with console.output(export) as stream:
            stream.write(write_sheet(found, names).encode("utf-8"))
    elif json:
        console.write_json([_record(each, names) for each in found])
    elif found:
        _table(found, names)
    else:
        console.note("nothing was judged in this store yet")


def _record(judgement: "Judgement", names: "Names") -> dict[str, Any]:
    from dataclasses import asdict

    from kg.graph import judgement_iri

    return {"iri": judgement_iri(judgement, names).value, **asdict(judgement)}


def _table(found: list["Judgement"], names: "Names") -> None:
    from kg.graph import judgement_iri, short_id
    from kg.judge import told_short
    from kg.model import standing

    aside = {judgement for judgement, _ in standing(found).set_aside}
    rows = [
        (
            short_id(judgement_iri(each, names).value),
            each.when,
            each.who,
            told_short(each, names) + (" (set aside: a newer one says otherwise)" if each in aside else ""),
            each.why or "",
        )
        for each in found
    ]
    console.table(("ID", "When", "Who", "Judgement", "Why"), rows)


def _import(path: Path, store: "Home | None") -> None:
    from kg.cli.judging import opened, warn
    from kg.judge import read_sheet, record

    names = options.names()
    found, bad = read_sheet(_text(path), str(path), names)
    with opened(store) as target:
        done = record(target, found, names)
    console.write(f"{len(done.changed)} of {len(found)} judgements are new")
    warn(done.conflicts, names)
    for line in bad:
        console.note(f"skipped: {line}")
    if bad:
        raise typer.Exit(1)


def _text(path: Path) -> str:
    import sys

    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise KgError(f"{path}: is not UTF-8 (byte {error.start}); save it as CSV in UTF-8") from error
    except OSError as error:
        raise KgError(f"{path} cannot be read: {error.strerror}") from error
