"""Which readings of all articles are one entity, and what it is called. Values in, values out: no store, no text."""

from kg.resolve.candidates import candidates_of
from kg.resolve.partition import Partition, Resolution, automatic, resolve, with_judgements
from kg.resolve.readings import Reading, Tie

__all__ = [
    "Partition",
    "Reading",
    "Resolution",
    "Tie",
    "automatic",
    "candidates_of",
    "resolve",
    "with_judgements",
]
