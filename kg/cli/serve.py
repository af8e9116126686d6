"""`kg serve`: pages, SPARQL and an API over a store."""

import os
import secrets
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli import console, options

TOKEN_VARIABLE: Final = "KG_EDIT_TOKEN"
_MIB: Final = 1 << 20


def serve(
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="Where to listen; 0.0.0.0 for the whole network.")
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option("--port", metavar="N", min=0, max=65535, help="Port to listen on; 0 for any free one."),
    ] = 8000,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name", metavar="NAME", help="How else people call this server (a name behind a proxy)."
        ),
    ] = None,
    allow_edit: Annotated[
        bool,
        typer.Option("--allow-edit", help="Let those judge who know a token; it is made, or $KG_EDIT_TOKEN."),
    ] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="Who judges on pages. Default: the login name.")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", metavar="N", min=1, help="Processes that answer. Default: one more than cores."
        ),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", metavar="S", min=0.1, help="How long an answer may take.")
    ] = 20.0,
    rows: Annotated[
        int, typer.Option("--rows", metavar="N", min=1, help="How many rows it may have.")
    ] = 50_000,
    mib: Annotated[int, typer.Option("--mib", metavar="N", min=1, help="How large it may be, in MiB.")] = 16,
    memory: Annotated[
        int,
        typer.Option("--memory", metavar="MIB", min=64, help="Memory that each process may take, in MiB."),
    ] = 2048,
    queries: Annotated[
        list[Path] | None,
        typer.Option(
            "--queries", metavar="DIR", exists=True, file_okay=False, help="A folder with more questions."
        ),
    ] = None,
    store: options.StoreOption = None,
) -> None:
    """Serve the store to people, as pages to read and follow, and to programs, by SPARQL and an API.

    It only reads, and only this machine can come, unless you say otherwise. Stop it with Ctrl+C.
    """
    import logging

    from kg.serve.running import listening, server
    from kg.serve.served import Limits, Opening, indexed
    from kg.serve.serving import Serving, checked, default_workers

    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    home = options.home(store)
    opening = Opening(
        home,
        options.settings().base,
        (*options.settings().queries, *(queries or ())),
        options.settings().cache,
        memory * _MIB,
    )
    chosen = os.environ.get(TOKEN_VARIABLE, "").strip()
    serving = Serving(
        opening,
        host,
        port,
        tuple(name or ()),
        (chosen or secrets.token_urlsafe(24)) if allow_edit else None,
        _editor(by) if allow_edit else "",
        workers or default_workers(),
        Limits(seconds, rows, mib * _MIB),
    )
    checked(serving, named=bool(chosen))
    with console.progress("articles indexed") as done:
        indexed(opening, done)
    listens = listening(serving)
    serving = replace(serving, port=listens.getsockname()[1])
    console.note(f"{home} is served at {serving.address} until you press Ctrl+C")
    if allow_edit and not chosen:
        console.note(f"who edits is asked for this token: {serving.token}")
    try:
        with listens:
            server(serving).run(sockets=[listens])
    except KeyboardInterrupt:
        console.note("stopped")


def _editor(by: str | None) -> str:
    from kg.cli.judging import judge

    return judge(by)
