"""What a person decided about entities and claims."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kg.model.claim import Modality, Polarity


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


PAIRS: Final = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})
"""What is decided of two entities, in whichever order they are named."""


@dataclass(frozen=True, slots=True)
class ClaimAsRead:
    """What a claim said when it was judged, so that it is known again where its IRI has changed.

    Attributes:
        article: `Article.identifier`.
        subject, object: the names that the article gives its ends.
        relation: IRI.
        sentence: the words of its evidence.
    """

    article: str
    subject: str
    relation: str
    object: str
    polarity: Polarity
    modality: Modality
    sentence: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision.

    Attributes:
        when: ISO 8601, in UTC to the second.
        who: a name or an address, as they gave it.
        first: IRI of an entity, of an entity as one article reads it, or of a claim.
        second: IRI of the other entity, or of the class that is right; None for a claim.
        why: a remark.
        first_name, second_name: what people called the entities when they judged, for other people.
        said: what a rejected claim said.
    """

    when: str
    who: str
    verdict: Verdict
    first: str
    second: str | None = None
    why: str | None = None
    first_name: str | None = None
    second_name: str | None = None
    said: ClaimAsRead | None = None

    @property
    def subject(self) -> tuple[str, ...]:
        """What it is about: judgements on the same are decided by the newest."""
        if self.verdict in PAIRS and self.second is not None:
            return tuple(sorted((self.first, self.second)))
        return (self.first,)

    @property
    def age(self) -> tuple[str, ...]:
        """Sorts by time; of one moment, in an order that does not depend on how they came in."""
        return (self.when, self.verdict.value, *self.subject, self.second or "", self.who, self.why or "")
