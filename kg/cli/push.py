"""`kg push`: a store's graphs to a server."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.home import Home
    from kg.push import Report, Web


def push(
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL", help="The server: its base, its query service or its Graph Store service."
        ),
    ],
    store: Annotated[
        str | None,
        typer.Option("--store", metavar="DIR|URL", help="What to push. Default: ./kg-store."),
    ] = None,
    update_endpoint: Annotated[
        str | None,
        typer.Option(
            "--update-endpoint", metavar="URL", help="Where the server takes updates, if it is not found."
        ),
    ] = None,
    graph_store: Annotated[
        str | None,
        typer.Option(
            "--graph-store", metavar="URL", help="Where the server takes graphs, if it is not found."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, and send nothing.")] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Also remove most articles from the server, or judgements that it alone has."
        ),
    ] = False,
    json: options.JsonOption = False,
) -> None:
    """Copy the graphs of a store to a SPARQL server.

    Only what changed is sent, and what the store no longer holds goes from the server; graphs that others put there stay.
    A push that was broken off goes on where it stopped.

    Afterwards the triples of each graph are counted on both sides. The exit code is 1 if they differ.
    """
    from kg.home import home_of
    from kg.push import Server, places
    from kg.push import push as run
    from kg.store import open_store

    source = home_of(store) if store else options.home(None)
    target = _target(url, update_endpoint, graph_store)
    with (
        open_store(source, read_only=True) as opened,
        _web(target) as web,
        console.progress("graphs") as done,
    ):
        server = Server(web, places(target), options.names())
        report = run(opened, server, options.names(), dry_run=dry_run, force=force, progress=done)
    if json:
        console.write_json(_record(report, dry_run=dry_run))
    else:
        _print(report, dry_run=dry_run)
    for each in report.differences:
        console.note(f"differs: {each.graph}: {each.store} triples here, {each.server} on the server")
    if report.differences:
        raise typer.Exit(1)


def _target(url: str, update_endpoint: str | None, graph_store: str | None) -> "Home":
    from kg.home import Home

    settings = options.settings()
    return Home(
        endpoint=url,
        update_endpoint=update_endpoint,
        graph_store=graph_store,
        credentials=settings.credentials,
        ca_file=settings.ca_file,
        timeout=settings.timeout,
    )


def _web(target: "Home") -> "Web":
    from kg.push import Web, access_to
    from kg.store.web import tls_context

    return Web(auth=access_to(target), verify=tls_context(target), timeout=target.timeout)


def _record(report: "Report", *, dry_run: bool) -> dict[str, object]:
    return {
        "dry_run": dry_run,
        "way": report.way,
        "graphs": dict(_by_kind(report)),
        "sent": report.sent,
        "strange": report.strange,
        "differences": [asdict(each) for each in report.differences],
    }


def _by_kind(report: "Report") -> "Iterator[tuple[str, dict[str, int]]]":
    from kg.push import Kind

    for kind in Kind:
        counts = {
            "new": report.new[kind],
            "changed": report.changed[kind],
            "gone": report.gone[kind],
            "unchanged": report.unchanged[kind],
            "triples": report.quads[kind],
        }
        if any(counts.values()):
            yield kind.value, counts


def _print(report: "Report", *, dry_run: bool) -> None:
    rows = [(kind, *counts.values()) for kind, counts in _by_kind(report)]
    console.table(("Graphs", "New", "Changed", "Gone", "Unchanged", "Triples to send"), rows)
    if dry_run:
        console.note("nothing was sent; without --dry-run it would be")
    elif report.way is None:
        console.write("the server has all of it already")
    else:
        console.write(f"sent {report.sent} graphs as {report.way}")
    if report.strange:
        console.note(
            f"{report.strange} articles on the server are not in this store, and no push put them there: they stay"
        )
