"""The one place that knows the order of the stages: read, skip what is known, extract, make a graph, store, derive."""

from kg.populate.report import Report
from kg.populate.run import Work, extract, foresee, populate, remove

__all__ = ["Report", "Work", "extract", "foresee", "populate", "remove"]
