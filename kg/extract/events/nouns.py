"""The two ends of an event noun: whose it is, and to whom it is done."""

from kg.extract.annotations import TokenMention
from kg.extract.events.owners import Owners
from kg.extract.frames import NounFrame, Slot
from kg.extract.predicates import LIFTED, LIFTING, SEVERING, Mentions, NounArguments, governed_by, subjects
from kg.extract.stance.reading import Stance, stance_of
from kg.model import EntityType

BY_DEEDS = frozenset("supported condemned protestedAgainst investigated".split())
"""Attitudes to somebody's deeds that are attitudes to the doer ("criticism of O's policy")."""

UTTERED = frozenset("urged condemned accused threatened supported".split())
"""What is done in a speech or letter of which the sentence goes on to tell ("In an appeal to O, S asked …")."""

ATTENDED = frozenset("metWith negotiatedWith agreedWith visited".split())
"""In what somebody takes part who does something at, during or after it ("At talks with O, S said …")."""

REACHING = frozenset(("sanctioned", "easedSanctionsOn", "aided"))
"""What is done to what is somebody's is done to them ("tariffs on Danish goods", "aid to Ghana's farmers")."""

TIES = frozenset(("alliedWith", "supported", "recognized", "aided"))
"""Relations that are over when they are cut; talks that are broken off have been held."""

_OBJECT_MODIFIERS = frozenset((EntityType.COUNTRY, EntityType.PLACE))


class NounEnds:
    """Finds the mentions that stand at the ends of event nouns in one document."""

    def __init__(self, mentions: Mentions, owners: Owners) -> None:
        self.mentions = mentions
        self.owners = owners

    def undergoers(self, arguments: NounArguments, frame: NounFrame) -> list[TokenMention]:
        """Who is arrested in "his arrest" and "the arrest of Kanu"."""
        if frame.possessor is Slot.OBJ:
            found = self.owners.all(arguments.possessives())
        else:
            found = (
                self.owners.all(arguments.introduced_by(frame.preposition))
                if frame.preposition == "of"
                else []
            )
        return [mention for mention in found if mention.type is EntityType.PERSON]

    def others(
        self, arguments: NounArguments, frame: NounFrame, holders: list[TokenMention]
    ) -> list[TokenMention]:
        """What the preposition introduces; else who receives it, who is under it, or what stands before the noun."""
        found = self.owners.all(arguments.introduced_by(frame.preposition)) if frame.preposition else []
        if not found and frame.preposition == "by":
            return self.owners.all(arguments.doers()) or self._modifier_mentions(arguments)
        if not found and frame.under and frame.possessor is Slot.OBJ:
            found = self.owners.all(arguments.possessives())
        if not found and frame.relation in BY_DEEDS:
            found = self.owners.doing(arguments.introduced_by(frame.preposition))
        if not found and frame.relation in REACHING and frame.preposition:
            found = self.owners.reached(arguments.introduced_by(frame.preposition))
        if not found and frame.preposition in ("to", "for"):
            found = self.owners.all(arguments.recipients())
        if not found and frame.possessor is Slot.SUBJ:
            found = self.owners.all(arguments.undergoers())
        if not found and holders and frame.preposition in ("of", "on", "with", "in"):
            modifiers = self._modifier_mentions(arguments, places=True)
            found = [m for m in modifiers if m not in holders and m.type in _OBJECT_MODIFIERS]
        return found

    def holders(self, arguments: NounArguments, frame: NounFrame) -> list[TokenMention]:
        """Who does it (possessive, by-phrase, subject of the support verb, modifier) or, as an object, whose it is."""
        own = self._under(arguments, frame.under) if frame.under else self.owners.all(arguments.possessives())
        if own:
            return own
        if frame.relation in ATTENDED and (visitors := arguments.visitors()):
            return self.owners.all(visitors)
        if frame.preposition == "by":
            return self.owners.all(arguments.introduced_by("of"))
        own = self.owners.all(arguments.agents())
        if not own and not (frame.preposition == "of" and arguments.is_asked_for()):
            own = self._supporters(arguments)
        if own:
            return own
        if frame.relation in UTTERED and (own := self.owners.all(arguments.circumstanced("in"))):
            return own
        if frame.preposition != "of":
            governed = [n for head in arguments.heads for n in governed_by(head, "of")]
            own = self.owners.all(governed) or self.owners.of(governed)
        return own or ([] if frame.under else self._modifier_mentions(arguments))

    def absent(self, arguments: NounArguments, frame: NounFrame) -> list[TokenMention]:
        """Who takes part in an event without a word on it: whose act stands beside it, or who may yet lift the penalty."""
        if frame.relation in ATTENDED and frame.preposition and not frame.under:
            return self.owners.all(arguments.attendants())
        if frame.relation == "sanctioned":
            lifting = [h.head for h in arguments.heads if h.dep_ == "dobj" and h.head.lemma_ in LIFTING]
            return self.owners.all(subject for verb in lifting for subject in subjects(verb))
        return []

    def _under(self, arguments: NounArguments, preposition: str) -> list[TokenMention]:
        own = self.owners.all(arguments.undergoers()) or self._supporters(arguments)
        return own or self.owners.all(arguments.circumstanced(preposition))

    def _supporters(self, arguments: NounArguments) -> list[TokenMention]:
        heads = arguments.supporters()
        return self.owners.all(heads) or self.owners.acting_by(heads)

    def _modifier_mentions(self, arguments: NounArguments, *, places: bool = False) -> list[TokenMention]:
        modifiers = [m for token in arguments.modifiers() if (m := self.mentions.by_head.get(token.i))]
        return [m for m in modifiers if places or m.type is not EntityType.PLACE]


def is_over(frame: NounFrame, arguments: NounArguments) -> bool:
    """Whether a tie is cut or a penalty lifted; one that is only to be lifted is still in force."""
    ending = [head.head for head in arguments.heads if head.dep_ in ("dobj", "nsubjpass")]
    if frame.relation in TIES:
        return any(verb.lemma_ in SEVERING for verb in ending)
    if frame.relation != "sanctioned":
        return False
    wholes = (h.head.head for h in arguments.heads if h.dep_ == "pobj" and h.head.lower_ == "of")
    lifted = [verb for verb in ending if verb.lemma_ in LIFTING]
    lifted += [noun for noun in wholes if noun.lemma_.lower() in LIFTED]
    return any(stance_of(word) == Stance() for word in lifted)
