"""How a sentence presents what the grammar finds in it: as true or not, by whom, with which words, as of when."""

from typing import Final

from kg.extract.annotations import Candidate
from kg.extract.attribution import Attribution, Said
from kg.extract.dates import Dates
from kg.extract.spans import text_span
from kg.extract.stance.reading import Stance, stance_of
from kg.extract.tree import Doc, Token
from kg.extract.wording import Wording
from kg.model import Claim, HolderStance, Modality, Polarity

_OFFICES: Final = frozenset(("leads", "memberOf", "representedBy", "worksFor"))
"""What a noun says of somebody, whatever its sentence tells that they did."""


class Presentation:
    """Turns the candidates of one document into claims, whose confidence is still that of the grammar alone."""

    def __init__(self, doc: Doc, attribution: Attribution, dates: Dates) -> None:
        self.doc = doc
        self.attribution = attribution
        self.dates = dates
        self._wording = Wording()
        self._stances: dict[int, Stance] = {}

    def of(self, candidate: Candidate) -> Claim:
        """The claim that a candidate makes."""
        trigger = self.doc[candidate.trigger]
        polarity, modality = Polarity.AFFIRMED, Modality.ACTUAL
        said, when = Said(), None
        if not candidate.static:
            polarity, modality = self._stance(trigger)
            said = self.attribution.said(trigger, candidate.subject_entity)
            negated = said.untrue or polarity is Polarity.NEGATED
            negated ^= said.negates ^ candidate.negated
            polarity = Polarity.NEGATED if negated else Polarity.AFFIRMED
            if self.attribution.is_withheld(trigger):
                modality = Modality.POSSIBLE
        if candidate.possible:
            modality = Modality.POSSIBLE
        if candidate.relation in _OFFICES and trigger.pos_ in ("NOUN", "PROPN"):
            when = self.dates.of_state(trigger)
        elif not candidate.static:
            when = self.dates.of(trigger, ahead=modality is Modality.POSSIBLE)
        return Claim(
            subject=candidate.subject_entity,
            relation=candidate.relation,
            object=candidate.object_entity,
            evidence=text_span(trigger.sent),
            trigger=text_span(self.doc[trigger.i : trigger.i + 1]),
            frame=self._wording.of(candidate.frame, trigger),
            polarity=polarity,
            modality=modality,
            holder=said.holder,
            reported_by=said.reported_by,
            stance=_holder_stance(said, polarity),
            date=when.date if when else None,
            date_origin=when.origin if when else None,
            starts=when.starts if when else None,
            ends=when.ends if when else None,
        )

    def _stance(self, trigger: Token) -> Stance:
        """What stands at a trigger, worked out once for all that it tells."""
        if trigger.i not in self._stances:
            self._stances[trigger.i] = stance_of(trigger)
        return self._stances[trigger.i]


def _holder_stance(said: Said, polarity: Polarity) -> HolderStance | None:
    """How the holder stands to the claim as it comes out: who denies that it is not so asserts it."""
    if said.stance is HolderStance.DENIES and polarity is Polarity.AFFIRMED:
        return HolderStance.ASSERTS
    return said.stance
