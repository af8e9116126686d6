"""A reader that has learned from annotated articles, beside the grammar: it judges what that finds, and finds more."""

from kg.extract.reader.network import Network, load_network
from kg.extract.reader.reader import FRAME, Reader, Reading, shipped_network

__all__ = ["FRAME", "Network", "Reader", "Reading", "load_network", "shipped_network"]
