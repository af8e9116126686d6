"""Which readings of all articles are one entity, and what it is called. Values in, values out: no store, no text."""

from kg.resolve.partition import Resolution, resolve
from kg.resolve.readings import Reading, Tie

__all__ = ["Reading", "Resolution", "Tie", "resolve"]
