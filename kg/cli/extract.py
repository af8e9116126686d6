"""`kg extract`: articles to RDF or records, without a store."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options
from kg.errors import SkippedInput

if TYPE_CHECKING:
    from kg.model import Article, Extraction
    from kg.populate import Work


class ExtractFormat(StrEnum):
    """What `kg extract` writes."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    JSONL = "jsonl"


def extract(
    inputs: options.InputArguments,
    form: Annotated[
        ExtractFormat,
        typer.Option("--format", "-f", help='RDF, or "jsonl": mentions and claims, one a line.'),
    ] = ExtractFormat.TURTLE,
    output: options.OutputOption = None,
    jobs: options.JobsOption = None,
    model: options.ModelOption = None,
    relations: options.RelationsOption = None,
    gazetteer: options.GazetteerOption = None,
    min_confidence: options.MinConfidenceOption = None,
    reader: options.ReaderOption = None,
) -> None:
    """Read articles and write what they say.

    There is no store behind it. RDF is written once all is read, records as they come. Formats without named
    graphs merge all articles into one graph.
    """
    from kg.cli.reports import tell_skipped
    from kg.read import read_inputs

    work = options.work(model, relations, jobs, min_confidence, gazetteer, reader)
    with console.progress("articles read") as done:
        if form is ExtractFormat.JSONL:
            skipped = _write_records(read_inputs(inputs), work, output, done)
        else:
            skipped = _write_rdf(read_inputs(inputs), work, form, output, done)
    tell_skipped(skipped)


def _write_records(
    inputs: "Iterable[Article | SkippedInput]", work: "Work", output: Path | None, done: Callable[[str], None]
) -> list[SkippedInput]:
    from kg.export import write_records
    from kg.populate import extract as run

    skipped: list[SkippedInput] = []

    def extractions() -> "Iterator[Extraction]":
        for item in run(inputs, work):
            if isinstance(item, SkippedInput):
                skipped.append(item)
            else:
                yield item
                done(item.article.identifier)

    with console.output(output) as stream:
        write_records(extractions(), stream)
    return skipped


def _write_rdf(
    inputs: "Iterable[Article | SkippedInput]",
    work: "Work",
    form: ExtractFormat,
    output: Path | None,
    done: Callable[[str], None],
) -> list[SkippedInput]:
    from kg.export import Format, Layer, write_store
    from kg.populate import populate
    from kg.store import LocalStore

    layers = [layer for layer in Layer if layer is not Layer.ONTOLOGY]
    with LocalStore() as store:
        report = populate(inputs, store, work, done)
        with console.output(output) as stream:
            write_store(store, stream, Format(form.value), names=work.names, layers=layers)
    return report.skipped
