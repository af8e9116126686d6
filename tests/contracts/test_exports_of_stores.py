"""What is exported and found is the same whichever store holds it."""

import io
from collections.abc import Callable

import pytest
from exporting import extractions, filled
from telling import RUN

from kg.export import Format, NetworkFormat, write_description, write_ftm, write_network, write_store
from kg.find import search, wanted
from kg.graph import Names, extraction_quads, run_quads
from kg.settle.copies import copy_quads
from kg.store import Store, put_ontology, rebuild

WRITERS: dict[str, Callable[[Store, io.BytesIO], object]] = {
    "turtle": lambda store, out: write_store(store, out, Format.TURTLE),
    "annotations": lambda store, out: write_store(store, out, Format.TRIG, annotations=True),
    "facts": lambda store, out: write_network(store, out, NetworkFormat.GRAPHML),
    "claims": lambda store, out: write_network(store, out, NetworkFormat.GEXF, claims=True),
    "ftm": write_ftm,
    "void": write_description,
}


@pytest.fixture
def full(store: Store) -> Store:
    names = Names()
    put_ontology(store)
    store.replace_graph(RUN.iri(names), run_quads(RUN, names))
    for extraction in extractions():
        written = extraction_quads(extraction, RUN)
        store.replace_graph(written.graph, written.quads)
    rebuild(store, copies=copy_quads(store, names))
    return store


def test_every_export_is_the_same_to_the_byte(full: Store) -> None:
    reference = filled(extractions())
    for name, write in WRITERS.items():
        here, there = io.BytesIO(), io.BytesIO()
        write(reference, here)
        write(full, there)
        assert there.getvalue() == here.getvalue(), name
        assert len(here.getvalue()) > 1000


def test_the_same_is_found(full: Store) -> None:
    for question in ("wolk", "sued", '"quoted title"', "nor*"):
        assert search(None, full, Names(), wanted(question)) == search(
            None, filled(extractions()), Names(), wanted(question)
        )
