"""`kg export`: a store's graph as a file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import console, options
from kg.cli.opening import opened


class ExportFormat(StrEnum):
    """What `kg export` writes."""

    TURTLE = "turtle"
    TRIG = "trig"
    NTRIPLES = "ntriples"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


class ExportLayer(StrEnum):
    """A part of the graph."""

    TEXT = "text"
    ARTICLES = "articles"
    MENTIONS = "mentions"
    CLAIMS = "claims"
    ENTITIES = "entities"
    FACTS = "facts"
    ONTOLOGY = "ontology"


_SUFFIXES = {
    ".ttl": ExportFormat.TURTLE,
    ".trig": ExportFormat.TRIG,
    ".nt": ExportFormat.NTRIPLES,
    ".nq": ExportFormat.NQUADS,
    ".jsonld": ExportFormat.JSONLD,
    ".rdf": ExportFormat.RDFXML,
}


def export(
    store: options.StoreOption = None,
    output: options.OutputOption = None,
    form: Annotated[
        ExportFormat | None,
        typer.Option("--format", "-f", help="Default: what the name of the output file says, else turtle."),
    ] = None,
    layer: Annotated[
        list[ExportLayer] | None, typer.Option("--layer", "-l", help="Only this part; may be repeated.")
    ] = None,
    without_text: Annotated[
        bool,
        typer.Option("--without-text", help="Leave out the articles' texts and sentences; offsets stay."),
    ] = False,
) -> None:
    """Write the graph as RDF.

    All of it, or chosen layers. The same content gives the same bytes.
    """
    from kg.export import Format, Layer, write_store

    chosen = form or _format_of(output)
    layers = [Layer(name.value) for name in layer] if layer else list(Layer)
    with opened(store) as source, console.output(output) as stream:
        write_store(
            source,
            stream,
            Format(chosen.value),
            names=options.names(),
            layers=layers,
            without_text=without_text,
        )


def _format_of(output: Path | None) -> ExportFormat:
    return _SUFFIXES.get(output.suffix.lower() if output else "", ExportFormat.TURTLE)
