"""`kg demo`: the whole way once, on sample articles."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli import console, options
from kg.errors import SkippedInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Article
    from kg.store import Store

QUESTIONS: Final = (("indicted", ()), ("recognized", ()), ("disputed", ()))
"""Stored questions, with their values."""

ROWS: Final = 4
WIDTH: Final = 120


def demo(
    store: Annotated[
        str | None,
        typer.Option(
            "--store", metavar="DIR", help="Keep the graph in this folder. Default: a temporary one."
        ),
    ] = None,
    jobs: options.JobsOption = None,
) -> None:
    """Read sample articles and answer three questions.

    The articles come with the package; the graph goes to a temporary folder, unless you want to keep it.
    """
    with TemporaryDirectory(prefix="kg-demo-", ignore_cleanup_errors=True) as temporary:
        _run(store or str(Path(temporary) / "store"), jobs)
    _tell_next(store)


def _run(address: str, jobs: int | None) -> None:
    from kg.populate import populate
    from kg.store import open_store

    articles = list(demo_articles())
    console.write(f"Reading {len(articles)} sample articles ...")
    with open_store(address, create=True) as opened:
        with console.progress("articles read") as done:
            report = populate(articles, opened, options.work(None, None, jobs), done)
        for skipped in report.skipped:
            console.note(f"skipped: {skipped}")
        _tell_found(opened)
        for name, values in QUESTIONS:
            _ask(opened, name, values)


def demo_articles() -> "Iterator[Article | SkippedInput]":
    """The sample articles that the manifest marks for the demo, with what it says of them."""
    from kg.read import read_inputs
    from kg.seeds import load_seeds

    chosen = {seed.name: seed for seed in load_seeds() if seed.demo}
    for article in read_inputs([str(seed.path) for seed in chosen.values()]):
        if isinstance(article, SkippedInput):
            yield article
        else:
            seed = chosen[article.identifier]
            yield replace(article, title=seed.title, date=seed.date, publisher=seed.outlet)


def _tell_found(opened: "Store") -> None:
    from kg.statistics import statistics

    counted = statistics(opened)
    totals, kinds = counted.totals, counted.groups["entities"]
    people, bodies = kinds.get("Person", 0), kinds.get("Organization", 0)
    console.write(
        f"Found {totals['mentions']} mentions of {people} people, {bodies} organizations and "
        f"{kinds.get('Country', 0)} countries, and {totals['claims']} claims about them; "
        f"{totals['facts']} facts rest on those that are affirmed."
    )
    relations = list(counted.groups["relations"].items())
    console.write("Most frequent: " + ", ".join(f"{name} ({count})" for name, count in relations[:8]) + ".")


def _ask(opened: "Store", name: str, values: tuple[str, ...]) -> None:
    from kg.query.answers import Page, answer
    from kg.query.formats import ResultFormat
    from kg.query.library import load_library
    from kg.query.results import render
    from kg.query.values import assign, resolve

    query = load_library().get(name)
    terms = resolve(query, assign(query, values, {}), opened).terms
    found = answer(query, terms, opened, Page(ROWS), with_evidence=True)
    words = " ".join(["kg ask", name, *(f'"{value}"' for value in values), "--evidence"])
    console.write(f"\n{query.summary}?  ({words})\n")
    console.write(render(found, ResultFormat.TABLE, width=min(console.width(), WIDTH)) or "nothing was found")


def _tell_next(store: str | None) -> None:
    console.write("\nNow with articles of your own:")
    console.write("  kg populate ARTICLE.txt FOLDER/ https://...   read them into ./kg-store")
    console.write("  kg queries                                    see what can be asked")
    console.write('  kg show "NAME"                                all about somebody')
    if store is None:
        console.write("To go on with these: kg demo --store demo-store, then kg ask ... --store demo-store")
    else:
        console.write(f"To go on with these, add to any of them: --store {store}")
