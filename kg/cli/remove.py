"""`kg remove`: articles out of a store."""

from typing import Annotated

import typer

from kg.cli import console, options


def remove(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE...", help="Identifiers, as kg show and kg ask print them.")
    ],
    store: options.StoreOption = None,
) -> None:
    """Remove articles, and what rests on them alone.

    Facts and entities that no other article speaks of go with them; what was decided about claims stays.
    """
    from kg.populate import remove as run
    from kg.store import open_store

    with (
        console.told_if_interrupted(lambda: "each article is wholly there or gone; the same command goes on"),
        open_store(options.home(store)) as opened,
    ):
        missing = run(opened, articles, options.names())
    console.write(f"removed {len(articles) - len(missing)} of {len(articles)}")
    for identifier in missing:
        console.note(f"not in the store: {identifier}")
    if missing:
        raise typer.Exit(1)
