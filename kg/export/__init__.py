"""The graph as a file: all or some of its layers, in six RDF formats; the same quads give the same bytes."""

from kg.export.formats import Format, write_quads
from kg.export.layers import Layer, selected_quads
from kg.export.records import extraction_records, write_records
from kg.export.whole import write_extractions, write_store

__all__ = [
    "Format",
    "Layer",
    "extraction_records",
    "selected_quads",
    "write_extractions",
    "write_quads",
    "write_records",
    "write_store",
]
