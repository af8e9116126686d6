"""The graph as a file: in six formats of RDF, or as a network for other programs; the same content gives the same bytes."""

from kg.export.description import Description, write_description
from kg.export.formats import Format, write_quads
from kg.export.investigation import write_ftm
from kg.export.layers import Layer, selected_quads
from kg.export.records import extraction_records, write_records
from kg.export.whole import NetworkFormat, write_csv_files, write_extractions, write_network, write_store

__all__ = [
    "Description",
    "Format",
    "Layer",
    "NetworkFormat",
    "extraction_records",
    "selected_quads",
    "write_csv_files",
    "write_description",
    "write_extractions",
    "write_ftm",
    "write_network",
    "write_quads",
    "write_records",
    "write_store",
]
