"""One statement, as one article makes it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kg.model.article import Span

UNNAMED: Final = "UnnamedSource"
"""The claim holder where the text says only that somebody says so ("officials said", "reportedly")."""


class Polarity(StrEnum):
    """Whether it is said to be so."""

    AFFIRMED = "Affirmed"
    NEGATED = "Negated"
    """It did not happen, does not hold, or its holder denies it."""


class Modality(StrEnum):
    """Whether it is presented as having happened or as holding."""

    ACTUAL = "Actual"
    POSSIBLE = "Possible"
    """Future, planned, offered, sought, demanded, conditional, hypothetical."""


class HolderStance(StrEnum):
    """How the holder of a claim stands to it."""

    ASSERTS = "Asserts"
    DENIES = "Denies"
    """The holder says that it is not so; the claim is negated."""
    ALLEGES = "Alleges"
    """The holder accuses, suspects or passes on a rumour, and does not vouch for it as a fact."""


class DateOrigin(StrEnum):
    """Where the date of a claim comes from."""

    STATED = "Stated"
    RESOLVED = "Resolved"
    """From a relative expression ("last month") and the article's own date, or another that the text names."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, relation, object, and how the article presents it.

    Attributes:
        subject: `Entity.key`.
        relation: the local name of a relation of the ontology ("indicted").
        object: `Entity.key`.
        evidence: the sentence that says so.
        trigger: the words that carry the relation, inside `evidence`.
        frame: the frame that matched, as the ontology writes it, or the name of the construction.
        holder: `Entity.key` of who claims it, `UNNAMED`, or None for the author's own voice.
        reported_by: `Entity.key` of the outer holder, where one source quotes another.
        stance: how the holder stands to it; None without one.
        date: when it happened, or since when it holds: ISO 8601 with the precision that the text gives.
        starts, ends: since when and until when it holds, where the text says that; as precise as the text.
        confidence: an estimate that the extraction is right, 0 to 1.
    """

    subject: str
    relation: str
    object: str
    evidence: Span
    trigger: Span
    frame: str
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    holder: str | None = None
    reported_by: str | None = None
    stance: HolderStance | None = None
    date: str | None = None
    date_origin: DateOrigin | None = None
    starts: str | None = None
    ends: str | None = None
    confidence: float = 1.0
