"""`kg undo`: a judgement taken back."""

from typing import Annotated

import typer

from kg.cli import console, judging, options
from kg.cli.opening import mended
from kg.errors import KgError


def undo(
    identifier: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="As kg judgements prints it. Default: the last.", show_default=False
        ),
    ] = None,
    store: options.StoreOption = None,
) -> None:
    """Take a judgement back, without an ID the last: what is read is then as if it had never been made."""
    from kg.judge import entities_of, readings_of, told
    from kg.judge import undo as run
    from kg.model import Verdict
    from kg.store import open_store

    names = options.names()
    with open_store(options.home(store)) as found:
        if mended(found) and identifier is None:
            # it may have been this very command, and the last judgement be gone already
            raise KgError(
                "kg judgements lists what is judged; undo one by its ID, or the last by calling this again"
            )
        judgement = run(found, identifier, names)
        console.write(f"undone: {told(judgement, names)}")
        if judgement.verdict is not Verdict.REJECTED:
            concerned = [iri for iri in (judgement.first, judgement.second) if iri]
            judging.tell_entities(entities_of(found, readings_of(found, concerned, names)))
