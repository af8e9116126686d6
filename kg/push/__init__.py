"""Copies the graphs of a store to a SPARQL server: what changed, in the way that the server takes."""

from kg.push.access import Access, access_to
from kg.push.graphs import Kind
from kg.push.places import places
from kg.push.run import Difference, Report, push
from kg.push.server import Server
from kg.push.web import Patience, Web

__all__ = [
    "Access",
    "Difference",
    "Kind",
    "Patience",
    "Report",
    "Server",
    "Web",
    "access_to",
    "places",
    "push",
]
