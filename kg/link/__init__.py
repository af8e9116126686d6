"""Links the entities of a store to a register outside: gathers what is known of them, searches, decides, writes."""

from kg.link.run import Linked, LinkReport, link
from kg.link.selection import Wanted, select

__all__ = ["LinkReport", "Linked", "Wanted", "link", "select"]
