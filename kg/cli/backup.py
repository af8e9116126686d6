"""`kg backup` and `kg restore`: a copy of the graph, and the graph from the copy."""

from dataclasses import replace as changed
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import console, options

BackupArgument = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the backup.")]


def backup(
    folder: BackupArgument,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let it take the place of an older backup in that folder.")
    ] = False,
    store: options.StoreOption = None,
) -> None:
    """Copy the whole graph into a folder: articles, judgements, links, all of it.

    The copy is complete or not there at all, can be restored into any store, and says itself what it must hold.
    """
    from kg.keep import back_up
    from kg.store import open_store

    home = options.home(store)
    everything = changed(home, base=None)
    with open_store(everything, read_only=True) as source, console.progress("graphs copied") as done:
        made = back_up(source, folder, replace=replace, progress=done)
    console.write(f"{made.content.quads} quads in {len(made.content.graphs)} graphs are kept at {folder}")
    console.note(f"Restore it with: kg restore {folder} {home.options}")


def restore(
    folder: BackupArgument,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let it take the place of the graph that is there.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only see whether the backup is whole; write nothing.")
    ] = False,
    store: options.StoreOption = None,
) -> None:
    """Make the graph anew from what kg backup has copied, in a store, or on a server that has none.

    What comes of it is compared with what was copied, quad by quad. A store takes its place only once it is complete.
    """
    from kg.keep import check_backup, read_backup, restore_folder, restore_server
    from kg.store import open_store

    if check:
        whole = check_backup(folder).content
        console.write(f"the backup is whole: {whole.quads} quads in {len(whole.graphs)} graphs")
        return
    home, found = options.home(store), read_backup(folder)
    if home.folder is not None:
        restore_folder(found, home.folder, replace=replace)
    else:
        with (
            console.told_if_interrupted(
                lambda: "the server holds a part of it; add --replace to begin again"
            ),
            open_store(changed(home, base=None)) as server,
            console.progress("graphs sent") as done,
        ):
            if not restore_server(found, server, options.names(), replace=replace, progress=done):
                console.note("all quads are there, but the server writes some literals in another way")
    console.write(f"{found.content.quads} quads in {len(found.content.graphs)} graphs are at {home}")
