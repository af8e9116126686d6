"""Whole exports: of a store, or of what was just read without one."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Final

from pyoxigraph import NamedNode, Quad

from kg.export.drawing import write_gexf, write_graphml
from kg.export.formats import Format, write_quads
from kg.export.layers import Layer, selected_quads
from kg.export.network import CLAIM_COLUMNS, FACT_COLUMNS, Edge, Network, Value
from kg.export.tables import EDGES, NODES, write_archive, write_tables
from kg.graph import Dropped, Names, Run, extraction_quads, run_quads
from kg.model import Extraction
from kg.settle import settle
from kg.store import LocalStore, Store, put_ontology


class NetworkFormat(StrEnum):
    """A format of graph programs."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


_WITHOUT_ONTOLOGY: Final = tuple(layer for layer in Layer if layer is not Layer.ONTOLOGY)


def write_store(
    store: Store,
    out: BinaryIO,
    form: Format,
    *,
    names: Names | None = None,
    layers: Collection[Layer] = tuple(Layer),
    without_text: bool = False,
    annotations: bool = False,
) -> None:
    """Write what a store holds: the same content gives the same bytes.

    Args:
        without_text: leave out the articles' texts and the words of their sentences; offsets stay.
        annotations: as `write_quads` has them.

    Raises:
        UsageError: RDF/XML cannot hold a character of the text.
    """
    names = names or Names()
    graphs = _selected(store, names, layers, without_text)
    write_quads(graphs, out, form, names, annotations=annotations)


def write_network(
    store: Store,
    out: BinaryIO,
    form: NetworkFormat,
    *,
    names: Names | None = None,
    claims: bool = False,
    without_text: bool = False,
) -> None:
    """Write a store as a network of entities; CSV as a .zip of two files.

    Args:
        claims: the edges are the claims, each with who makes it; else the facts.
        without_text: leave out the words of the articles' sentences.
    """
    network = Network(store, names or Names(), without_text=without_text)
    write = {
        NetworkFormat.GRAPHML: write_graphml,
        NetworkFormat.GEXF: write_gexf,
        NetworkFormat.CSV: write_archive,
    }[form]
    write(network.nodes(), *_edges(network, claims), out)


def write_csv_files(
    store: Store,
    folder: Path,
    *,
    names: Names | None = None,
    claims: bool = False,
    without_text: bool = False,
) -> None:
    """Write nodes.csv and edges.csv into a folder, each whole or not at all; other options as `write_network` has them.

    Raises:
        OSError: the folder cannot be written to; a file that was there before is as it was.
    """
    network = Network(store, names or Names(), without_text=without_text)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = {name: folder / f".{name}.part" for name in (NODES, EDGES)}
    try:
        write_tables(network.nodes(), *_edges(network, claims), lambda name: unfinished[name].open("wb"))
        for name, path in unfinished.items():
            path.replace(folder / name)
    finally:
        for path in unfinished.values():
            path.unlink(missing_ok=True)


def _edges(network: Network, claims: bool) -> tuple[Iterator[Edge], dict[str, type[Value]]]:
    return (network.claims(), CLAIM_COLUMNS) if claims else (network.facts(), FACT_COLUMNS)


def write_extractions(
    extractions: Iterable[Extraction],
    run: Run,
    out: BinaryIO,
    form: Format,
    *,
    names: Names | None = None,
    relations: Mapping[str, str] | None = None,
    layers: Collection[Layer] = _WITHOUT_ONTOLOGY,
    without_text: bool = False,
) -> Dropped:
    """Write what was read as a store of these articles alone would hold it; gives what was not written.

    Args:
        relations: the IRI of each relation by its name, where it is not one of `kg:`.

    Raises:
        SkippedInput: a text cannot be written as UTF-8.
        UsageError: RDF/XML cannot hold a character of the text.
    """
    names = names or Names()
    dropped = Dropped()
    with LocalStore() as store:
        put_ontology(store, names)
        store.replace_graph(run.iri(names), run_quads(run, names))
        for extraction in extractions:
            article = extraction_quads(extraction, run, names, relations)
            store.replace_graph(article.graph, article.quads)
            dropped += article.dropped
        settle(store, names)
        write_store(store, out, form, names=names, layers=layers, without_text=without_text)
    return dropped


def _selected(
    store: Store, names: Names, layers: Collection[Layer], without_text: bool
) -> Iterator[tuple[NamedNode, Iterator[Quad]]]:
    """The graphs: what is known of entities, facts, articles, and all else, by their names; the ontology last."""

    def read(graph: NamedNode) -> Iterator[Quad]:
        yield from selected_quads(graph, store.quads(graph), names, layers, without_text=without_text)

    first = {names.entities: 0, names.facts: 1, names.links: 2, names.ontology: 4}
    for graph in sorted(store.graphs(), key=lambda graph: (first.get(graph, 3), graph.value)):
        if graph not in (names.unsettled, names.pushed):
            yield graph, read(graph)
