"""What a person decided about entities and claims."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What was decided; the values are the local names of the ontology's individuals."""

    SAME = "Same"
    """Both are one entity."""
    DIFFERENT = "Different"
    """They are two entities."""
    UNSURE = "Unsure"
    """It was looked at and could not be decided: the pair is not offered again."""
    WRONG_TYPE = "WrongType"
    """The entity belongs to another class."""
    REJECTED = "Rejected"
    """The claim was read wrongly."""


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One decision.

    Attributes:
        when: ISO 8601, in UTC to the second.
        who: a name or an address, as they gave it.
        first: IRI of an entity, of an entity as one article reads it, or of a claim.
        second: IRI of the other entity, or of the class that is right; None for a claim.
        why: a remark.
    """

    when: str
    who: str
    verdict: Verdict
    first: str
    second: str | None = None
    why: str | None = None
