"""`kg evaluate`: how right the extraction is, measured against annotated articles."""

from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options
from kg.errors import SkippedInput, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.evaluate import Figures, Found, Report
    from kg.home import Home
    from kg.populate import Work


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", exists=True, file_okay=False, help="A folder with one JSON annotation an article."
        ),
    ],
    articles: Annotated[
        Path | None,
        typer.Option(
            "--articles", metavar="DIR", exists=True, help="Read the annotated articles anew, from there."
        ),
    ] = None,
    graph: Annotated[
        list[Path] | None,
        typer.Option(
            "--graph", metavar="FILE", exists=True, dir_okay=False, help="Score an RDF file; may be repeated."
        ),
    ] = None,
    store: options.StoreOption = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", metavar="PATTERN", help='Only articles that fit, such as "*-5"; may be repeated.'
        ),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what is wrong and what is missed.")] = False,
    jobs: options.JobsOption = None,
    model: options.ModelOption = None,
    relations: options.RelationsOption = None,
    min_confidence: options.MinConfidenceOption = None,
    reader: options.ReaderOption = None,
    json: options.JsonOption = False,
) -> None:
    """Score what is read against annotated articles.

    Without --graph, --articles or --store, the articles are read anew from the folder "articles" beside GOLD.
    """
    from kg.evaluate import evaluate as run
    from kg.evaluate import from_graph, load_gold, sure

    annotated = [each for each in load_gold(gold) if _fits(each.identifier, only)]
    if not annotated:
        raise UsageError(
            f"{gold}: there is no annotation{f' that fits {only}' if only else ''}; it takes one JSON file each"
        )
    texts: dict[str, str] = {}
    found: Mapping[str, Found]
    if graph:
        found = from_graph(graph)
    elif store:
        found = _from_store(store)
    else:
        work = options.work(model, relations, jobs, reader=reader)
        found = _from_articles(
            articles or gold.parent / "articles", {each.identifier for each in annotated}, work, texts
        )
    report = run(annotated, sure(found, options.min_confidence(min_confidence)))
    if json:
        console.write_json(report.as_dict())
    else:
        _print(report)
    if errors:
        _print_errors(report, texts)


def _fits(identifier: str, patterns: list[str] | None) -> bool:
    return not patterns or any(fnmatchcase(identifier, pattern) for pattern in patterns)


def _from_store(home: "Home") -> "Mapping[str, Found]":
    import pyoxigraph

    from kg.evaluate import from_store
    from kg.store import open_store

    copy = pyoxigraph.Store()
    with open_store(home, read_only=True) as opened:
        copy.extend(opened.quads())
    return from_store(copy)


def _from_articles(
    folder: Path, wanted: set[str], work: "Work", texts: dict[str, str]
) -> "Mapping[str, Found]":
    from kg.evaluate import from_extractions
    from kg.populate import extract
    from kg.read import read_inputs

    if not folder.is_dir():
        raise UsageError(
            f"{folder}: there is no such folder; say where the articles are: --articles, --graph or --store"
        )
    inputs = (
        item
        for item in read_inputs([str(folder)])
        if isinstance(item, SkippedInput) or item.identifier in wanted
    )
    extractions = []
    with console.progress("articles read") as done:
        for item in extract(inputs, work):
            if isinstance(item, SkippedInput):
                console.note(f"skipped: {item}")
            else:
                extractions.append(item)
                texts[item.article.identifier] = item.article.text
                done(item.article.identifier)
    return from_extractions(extractions)


def _print(report: "Report") -> None:
    console.write(
        f"{report.articles} annotated articles, {report.articles_in_graph} of them among what was read"
    )
    totals = {"entities": report.entities, "triples": report.triples, "claims": report.claims}
    totals["dates of matched triples"] = report.dates
    _print_figures("", totals)
    shares = ("type_accuracy", "polarity", "modality", "attribution", "evidence")
    names = ("type", "polarity", "modality", "attribution", "evidence")
    console.table(
        ("of what was matched", "right"),
        [(n, getattr(report, s)) for n, s in zip(names, shares, strict=True)],
    )
    _print_figures("relation", report.relations)


def _print_figures(title: str, rows: "Mapping[str, Figures]") -> None:
    columns = (title, "precision", "recall", "F1", "right", "found", "annotated")
    console.table(
        columns, [(n, f.precision, f.recall, f.f1, f.hit, f.found, f.gold) for n, f in rows.items()]
    )


def _print_errors(report: "Report", texts: dict[str, str]) -> None:
    from kg.evaluate import list_errors

    for comparison in report.comparisons:
        for error in list_errors(comparison, texts.get(comparison.gold.identifier, "")):
            values = f" ({error.got} for {error.expected})" if error.expected else ""
            console.write(f"{error.article}  {error.kind}: {error.what}{values}  {error.why}".rstrip())
            if error.sentence:
                console.write(f"    {' '.join(error.sentence.split())}")
