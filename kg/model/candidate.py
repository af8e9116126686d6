"""A pair that might be one entity, for a person to look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities, and what speaks for and against their being one.

    Attributes:
        first, second: IRIs of entities.
        score: how much the pair is worth a look, 0 to 1; the more likely one entity and the less sure, the higher.
        reasons_for, reasons_against: short phrases for people, the weightiest first.
    """

    first: str
    second: str
    score: float
    reasons_for: tuple[str, ...] = ()
    reasons_against: tuple[str, ...] = ()
