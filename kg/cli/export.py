"""`kg export`: a store's graph as a file."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli import console, options
from kg.cli.opening import opened
from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from kg.export import Description
    from kg.store import Store


class ExportFormat(StrEnum):
    """What `kg export` writes."""

    TURTLE = "turtle"
    TRIG = "trig"
    NTRIPLES = "ntriples"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    FTM = "ftm"
    VOID = "void"


class ExportLayer(StrEnum):
    """A part of the graph."""

    TEXT = "text"
    ARTICLES = "articles"
    MENTIONS = "mentions"
    CLAIMS = "claims"
    ENTITIES = "entities"
    FACTS = "facts"
    ONTOLOGY = "ontology"


_SUFFIXES: Final = {
    ".ttl": ExportFormat.TURTLE,
    ".trig": ExportFormat.TRIG,
    ".nt": ExportFormat.NTRIPLES,
    ".nq": ExportFormat.NQUADS,
    ".jsonld": ExportFormat.JSONLD,
    ".rdf": ExportFormat.RDFXML,
    ".graphml": ExportFormat.GRAPHML,
    ".gexf": ExportFormat.GEXF,
    ".zip": ExportFormat.CSV,
    ".csv": ExportFormat.CSV,
    ".ftm": ExportFormat.FTM,
}
_NETWORKS: Final = frozenset({ExportFormat.GRAPHML, ExportFormat.GEXF, ExportFormat.CSV})
_NO_RDF: Final = _NETWORKS | {ExportFormat.FTM, ExportFormat.VOID}
_ANNOTATED: Final = frozenset({ExportFormat.TURTLE, ExportFormat.TRIG})


def export(
    store: options.StoreOption = None,
    output: options.OutputOption = None,
    form: Annotated[
        ExportFormat | None,
        typer.Option("--format", "-f", help="Default: what the name of the output file says, else turtle."),
    ] = None,
    layer: Annotated[
        list[ExportLayer] | None,
        typer.Option("--layer", "-l", help="Only this part of the RDF; may be repeated."),
    ] = None,
    claims: Annotated[
        bool,
        typer.Option(
            "--claims", help="The edges of a network are claims, each with who makes it, instead of facts."
        ),
    ] = False,
    without_text: Annotated[
        bool,
        typer.Option("--without-text", help="Leave out the articles' texts and sentences; offsets stay."),
    ] = False,
    annotations: Annotated[
        bool,
        typer.Option(
            "--annotations", help="Turtle or TriG of RDF 1.2: facts and claims reify what they say."
        ),
    ] = False,
    title: Annotated[str | None, typer.Option("--title", help="Of the dataset, in its description.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Of the dataset.")] = None,
    licence: Annotated[
        str | None, typer.Option("--licence", help="Of the dataset, best by its address.")
    ] = None,
) -> None:
    """Write the graph as a file.

    RDF has all of it, or chosen layers. GraphML, GEXF and CSV are networks for Gephi, yEd, networkx or a spreadsheet:
    entities, and the facts between them. CSV is two files, in a folder or a .zip. "ftm" is FollowTheMoney, for Aleph; "void"
    describes the dataset for catalogues. The same content gives the same bytes.
    """
    from kg.export import Description

    chosen = form or _format_of(output)
    about = Description(title, publisher, licence)
    _check(chosen, output, layer, claims, annotations, described=about != Description())
    with opened(store) as source:
        if chosen in _NETWORKS:
            _write_network(source, chosen, output, claims, without_text)
        elif chosen in _NO_RDF:
            _write_other(source, chosen, output, about, without_text)
        else:
            _write_rdf(source, chosen, output, layer, without_text, annotations)


def _check(
    form: ExportFormat,
    output: Path | None,
    layer: list[ExportLayer] | None,
    claims: bool,
    annotations: bool,
    described: bool,
) -> None:
    if form in _NO_RDF and layer:
        raise UsageError(f"--layer chooses parts of RDF; {form.value} has no layers")
    if form not in _NETWORKS and claims:
        raise UsageError(f"--claims is for networks (graphml, gexf, csv), not for {form.value}")
    if form not in _ANNOTATED and annotations:
        raise UsageError(f"--annotations are for turtle and trig, not for {form.value}")
    if form is not ExportFormat.VOID and described:
        raise UsageError(f"--title, --publisher and --licence are for the format void, not for {form.value}")
    if form is ExportFormat.CSV and output is not None and output.suffix.lower() == ".csv":
        raise UsageError(
            f"CSV is two files, of nodes and of edges; name a folder or a .zip instead of {output}"
        )


def _write_rdf(
    source: "Store",
    form: ExportFormat,
    output: Path | None,
    layer: list[ExportLayer] | None,
    without_text: bool,
    annotations: bool,
) -> None:
    from kg.export import Format, Layer, write_store

    layers = [Layer(name.value) for name in layer] if layer else list(Layer)
    with console.output(output) as stream:
        write_store(
            source,
            stream,
            Format(form.value),
            names=options.names(),
            layers=layers,
            without_text=without_text,
            annotations=annotations,
        )


def _write_other(
    source: "Store", form: ExportFormat, output: Path | None, about: "Description", without_text: bool
) -> None:
    from kg.export import write_description, write_ftm

    with console.output(output) as stream:
        if form is ExportFormat.FTM:
            write_ftm(source, stream, names=options.names(), without_text=without_text)
        else:
            write_description(source, stream, about, names=options.names())


def _write_network(
    source: "Store", form: ExportFormat, output: Path | None, claims: bool, without_text: bool
) -> None:
    from kg.export import NetworkFormat, write_csv_files, write_network

    chosen, names = NetworkFormat(form.value), options.names()
    if chosen is NetworkFormat.CSV and output is not None and not _is_archive(output):
        try:
            write_csv_files(source, output, names=names, claims=claims, without_text=without_text)
        except OSError as error:
            raise KgError(f"{output} cannot be written: {error.strerror or error}") from error
        return
    with console.output(output) as stream:
        write_network(source, stream, chosen, names=names, claims=claims, without_text=without_text)


def _is_archive(output: Path) -> bool:
    return str(output) == "-" or (output.suffix.lower() == ".zip" and not output.is_dir())


def _format_of(output: Path | None) -> ExportFormat:
    return _SUFFIXES.get(output.suffix.lower() if output else "", ExportFormat.TURTLE)
