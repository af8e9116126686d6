"""`kg undo`: a judgement taken back."""

from typing import Annotated

import typer

from kg.cli import console, judging, options


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

    names = options.names()
    with judging.opened(store) as found:
        judgement = run(found, identifier, names)
        console.write(f"undone: {told(judgement, names)}")
        if judgement.verdict is not Verdict.REJECTED:
            concerned = [iri for iri in (judgement.first, judgement.second) if iri]
            judging.tell_entities(entities_of(found, readings_of(found, concerned, names)))
