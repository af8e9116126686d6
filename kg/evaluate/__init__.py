"""Scores what was extracted against annotated articles.

>>> from kg.evaluate import evaluate, from_extractions, load_gold
>>> evaluate(load_gold(resource("seeds") / "gold"), from_extractions(extractions))  # doctest: +SKIP

Where two extracted entities compete for one annotated entity, or two extracted triples for one annotated claim, the one
that stands earlier in the text gets it, so that the same input always gives the same figures.
"""

from kg.evaluate.compare import SYMMETRIC, Comparison, compare
from kg.evaluate.found import Found, FoundClaim, from_extractions, from_graph, from_store, sure
from kg.evaluate.gold import GoldArticle, GoldClaim, GoldEntity, find_faults, load_gold
from kg.evaluate.listing import Error, ErrorKind, list_errors
from kg.evaluate.report import Figures, Report, evaluate

__all__ = [
    "SYMMETRIC",
    "Comparison",
    "Error",
    "ErrorKind",
    "Figures",
    "Found",
    "FoundClaim",
    "GoldArticle",
    "GoldClaim",
    "GoldEntity",
    "Report",
    "compare",
    "evaluate",
    "find_faults",
    "from_extractions",
    "from_graph",
    "from_store",
    "list_errors",
    "load_gold",
    "sure",
]
