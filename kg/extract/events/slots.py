"""Fills the slots of verb frames with mentions."""

from collections import defaultdict
from collections.abc import Sequence

from kg.extract.annotations import TokenMention
from kg.extract.events.implicit import CUSTODY
from kg.extract.events.nouns import REACHING
from kg.extract.events.owners import Owners
from kg.extract.frames import Slot, VerbFrame
from kg.extract.lexicon.places import PLACE_NOUNS
from kg.extract.predicates import Mentions, VerbArguments, governed_by, is_passive, senders
from kg.extract.tree import Doc, Token

HURTING = frozenset(("attacked", "threatened"))
"""Relations to the owner of what is hurt, rather than to the thing itself."""

HELPING = frozenset(("aided", "supported"))
"""What those do who send others to do it."""

MOVING = "visited"
"""Not what those do who have somebody flown or driven to a place, nor whose ship or plane arrives there."""


class Slots:
    """The slots of one document's verbs.

    Attributes:
        nouns: by entity, the nouns by which the article calls it.
    """

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.owners = Owners(mentions)
        self.nouns: dict[str, set[str]] = defaultdict(set)
        for entity, titles in doc._.kg_roles.items():
            self.nouns[entity] |= titles
        for mention in doc._.kg_mentions:
            self.nouns[mention.entity] |= _names(doc[mention.head])

    def fill(self, arguments: VerbArguments, frame: VerbFrame, slot: Slot) -> list[TokenMention]:
        """The mentions in the slot's role, or those whose the things in it are."""
        role = frame.subject if slot is Slot.SUBJ else frame.object
        base, _, inside = role.partition(".")
        heads = arguments.role(base if inside == "poss" else role)
        if inside == "poss":
            if slot is Slot.SUBJ and frame.relation not in CUSTODY:
                return self.owners.before(heads)
            named = any(lexical == base for lexical, _ in frame.lexical)
            return self.owners.of(heads) if named else self.owners.doing(heads)
        if role == "pp:of" and "obj" in frame.filled:
            # "demanded the release of O": the phrase must be the verb's own
            heads = governed_by(arguments.verb, "of")
        elif role.startswith("pp:"):
            return self._called(frame, slot, *self._introduced(arguments, frame, role.removeprefix("pp:")))
        if (
            role == "subj"
            and frame.relation == MOVING
            and frame.object != "obj"
            and is_passive(arguments.verb)
        ):
            return []
        if role == "vp.obj" and (averting := self._averting(arguments)):
            return averting
        found = self.owners.all(heads)
        if (
            role == "subj"
            and frame.relation in HELPING
            and (sent := self.owners.all(senders(arguments.verb)))
        ):
            found = sent
        if role in ("obj", "vp.obj") and slot is Slot.OBJ:
            found = self._owned(found, heads) if frame.relation in HURTING else found
        if not found and role == "subj" and frame.relation != MOVING:
            found = self.owners.acting_by(heads) or self.owners.all(senders(arguments.verb))
        if not found and role == "vp.obj":
            found = self.owners.before(heads) or self.owners.all(arguments.role("vp.pp"))
        return self._called(frame, slot, heads, found)

    def _called(
        self, frame: VerbFrame, slot: Slot, heads: list[Token], found: list[TokenMention]
    ) -> list[TokenMention]:
        """Those that are what the frame asks its end to be, if it does."""
        nouns = dict(frame.nouns).get(slot, frozenset())
        if nouns and all(nouns.isdisjoint(_names(head)) for head in heads):
            found = [mention for mention in found if nouns & self.nouns[mention.entity]]
        return found

    def _introduced(
        self, arguments: VerbArguments, frame: VerbFrame, preposition: str
    ) -> tuple[list[Token], list[TokenMention]]:
        """What a preposition introduces, in the first place where that is a mention or, of some relations, has an owner."""
        nouns = frame.named
        for heads in arguments.phrases(preposition, nouns):
            if found := self.owners.all(heads):
                return heads, found
        if frame.relation in REACHING:
            for heads in arguments.phrases(preposition, nouns):
                if found := self.owners.reached(heads):
                    return heads, found
        return [], []

    def _owned(self, found: list[TokenMention], heads: Sequence[Token]) -> list[TokenMention]:
        """Whose an unnamed place is, where the phrase says so: "bombed the rebels' camp" hurts the rebels."""
        places = found and all(m.tentative for m in found) and all(h.lemma_ in PLACE_NOUNS for h in heads)
        return (self.owners.before(heads) if places else []) or found

    def _averting(self, arguments: VerbArguments) -> list[TokenMention]:
        """Who other than its subject can avert what a verb threatens."""
        own = {mention.entity for mention in self.owners.all(arguments.role("subj"))}
        return [m for m in self.owners.all(arguments.role("unless.subj")) if m.entity not in own]


def _names(noun: Token) -> set[str]:
    """What a noun calls somebody, in its own number as well ("men" are not any man)."""
    return {noun.lemma_.lower(), noun.lower_}
