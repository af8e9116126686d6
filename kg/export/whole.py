"""Whole exports: of a store, or of what was just read without one."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import BinaryIO, Final

from pyoxigraph import NamedNode, Quad

from kg.export.formats import Format, write_quads
from kg.export.layers import Layer, selected_quads
from kg.graph import Dropped, Names, Run, extraction_quads, run_quads
from kg.model import Extraction
from kg.settle import settle
from kg.store import LocalStore, Store, put_ontology

_WITHOUT_ONTOLOGY: Final = tuple(layer for layer in Layer if layer is not Layer.ONTOLOGY)


def write_store(
    store: Store,
    out: BinaryIO,
    form: Format,
    *,
    names: Names | None = None,
    layers: Collection[Layer] = tuple(Layer),
    without_text: bool = False,
) -> None:
    """Write what a store holds: the same content gives the same bytes.

    Args:
        without_text: leave out the articles' texts and the words of their sentences; offsets stay.

    Raises:
        UsageError: RDF/XML cannot hold a character of the text.
    """
    names = names or Names()
    write_quads(_selected(store, names, layers, without_text), out, form, names)


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
) -> Iterator[tuple[NamedNode, list[Quad]]]:
    for graph in (graph for graph in store.graphs() if graph != names.unsettled):
        yield graph, selected_quads(graph, store.quads(graph), names, layers, without_text=without_text)
