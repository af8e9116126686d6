"""Who an entity is in a register outside: asks a SPARQL service by name, and decides by class and context."""

from kg.resolve.link.asked import Asked, Bond, Tie
from kg.resolve.link.cache import AnswerCache
from kg.resolve.link.decision import decide
from kg.resolve.link.items import Item, Value
from kg.resolve.link.pace import Pace
from kg.resolve.link.register import Access, Register
from kg.resolve.link.search import Search
from kg.resolve.link.shape import QueryShape, load_shape, wikidata_shape

__all__ = [
    "Access",
    "AnswerCache",
    "Asked",
    "Bond",
    "Item",
    "Pace",
    "QueryShape",
    "Register",
    "Search",
    "Tie",
    "Value",
    "decide",
    "load_shape",
    "wikidata_shape",
]
