"""Reads news articles and writes who did what to whom, says who, and where it says so, as RDF."""

__version__ = "0.1.0"
