"""What an entity is in a register outside, or that it is not there."""

from dataclasses import dataclass
from enum import StrEnum


class LinkResult(StrEnum):
    """How the search ended; the values are the local names of the ontology's individuals."""

    LINKED = "Linked"
    """One item of the register is the entity."""
    NIL = "Nil"
    """The register has no item of that name, or none that fits."""
    AMBIGUOUS = "Ambiguous"
    """Several items fit about equally well."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One decision, for one entity and one register.

    Attributes:
        entity: its IRI.
        register: where it was looked for: the URL of a SPARQL service.
        item: the IRI of what it is there; for `LINKED` alone.
        confidence: that the item is right, 0 to 1; for `LINKED` alone.
        candidates: IRIs of the items that bear the name and are of its class, the best first.
        reason: in words, what decided.
    """

    entity: str
    register: str
    result: LinkResult
    item: str | None = None
    confidence: float | None = None
    candidates: tuple[str, ...] = ()
    reason: str = ""
