"""What the matchers of events find: a frame with both its ends, or with whom it was done to alone."""

from dataclasses import dataclass

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.frames import Frame, Presenting, VerbFrame
from kg.extract.stance.reading import INTENDING
from kg.extract.tree import Token

_SETTING_UP = frozenset(("set", "swear"))
"""Verbs that intend nothing with the particle of their frame ("set up the ring with", "swear in")."""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that found both its ends, one of them perhaps without a word on it."""

    frame: Frame
    subject: TokenMention
    object: TokenMention
    specificity: int
    confidence: float
    presupposed: bool = False

    @property
    def ends(self) -> tuple[str, int, str, int]:
        """Which two mentions it is about; those of a set stand on one token."""
        return self.subject.entity, self.subject.head, self.object.entity, self.object.head


@dataclass(frozen=True, slots=True)
class Untold:
    """A frame that found whom it was done to and nobody who did it."""

    trigger: Token
    frame: Frame
    patients: tuple[TokenMention, ...]
    specificity: int


def statement(candidate: Candidate) -> tuple[str, str, str]:
    return candidate.relation, candidate.subject_entity, candidate.object_entity


def presents(frame: Frame, facet: str) -> bool:
    return isinstance(frame, Presenting) and bool(getattr(frame, facet))


def is_brought_about(frame: Frame) -> bool:
    """Whether a third party only presses the two ends to it ("X force SUBJ into talk with OBJ")."""
    return (
        isinstance(frame, VerbFrame)
        and "subj" not in (frame.subject, frame.object)
        and frame.verb in INTENDING - _SETTING_UP
    )
