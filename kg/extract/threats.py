"""Threats in the words of those who make them: "the Front would shell the town, its leader warned"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.lexicon.people import words
from kg.extract.predicates import Mentions, VerbArguments, is_passive, subjects
from kg.extract.tree import Doc, Token
from kg.ontology import Relation

THREATENED: Final = "threatened"
CONSTRUCTION: Final = "SUBJ warn that it will hurt OBJ"
_HOSTILE: Final = words("attacked sued sanctioned arrested indicted")
_WARNING: Final = words("warn vow threaten swear hint")
_RETALIATING: Final = "retaliate"
"""A verb of what hurts whether or not it depends on anything."""

_SAYING: Final = words("say tell add declare announce write reply insist")
_PROMISING: Final = words("vow swear threaten promise pledge")
"""Verbs whose infinitive says what their subject will do."""

_THREATS: Final = words("threat vow")
"""Nouns of the same sense."""

_WILLING: Final = words("will would shall 'll ’ll 'd ’d")
_ABLE: Final = words("could might may")
"""Modals of what only a warning makes a threat."""

_CONDITIONS: Final = words("unless if should")
_SPEAKERS: Final = words("leads worksFor memberOf")
"""Relations of those who speak for others."""

_HURTFUL: Final = words(
    """hit strike punish leave quit abandon expel target destroy retaliate respond act move cut suspend halt stop freeze
    withhold withdraw pull walk close shut block cancel sever deny boycott oust topple blacklist"""
)
"""Verbs that hurt whoever is warned that they will be done, as far as no relation of ours says how."""

_AGAINST: Final = ("against", "from", "to", "on", "of")
_PENALTIES: Final = words(
    "sue prosecute arrest jail imprison punish expel sanction fine dismiss sack fire blacklist evict deport"
)
"""What may be done to somebody without a word on who would do it, and still be the threat of who warns of it."""

_CONFIDENCE: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Deed:
    """What somebody may do to another; without `doer`, what whoever warns of it would have done."""

    verb: Token
    doer: str | None
    other: str
    other_head: int


class Threats:
    """Finds who threatens whom by saying what they will do to them, among what a document's grammar has found."""

    def __init__(self, doc: Doc, relations: Mapping[str, Relation]) -> None:
        self.doc = doc
        self.mentions = Mentions(doc)
        relation = relations.get(THREATENED)
        self.range = relation.range if relation else frozenset()

    def candidates(self, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """One for each hostile act that its agent, or who speaks for the agent, says will be done."""
        speakers = {(c.subject_entity, c.object_entity) for c in found if c.relation in _SPEAKERS}
        speakers |= {(c.object_entity, c.subject_entity) for c in found if c.relation == "representedBy"}
        told = {(c.trigger, c.subject_entity, c.object_entity) for c in found if c.relation == THREATENED}
        for deed in self._deeds(found):
            said = self._said_by(deed)
            if said is None:
                continue
            for speaker in self._speakers(said):
                own = deed.doer in (None, speaker.entity) or (speaker.entity, deed.doer) in speakers
                ends = said.i, speaker.entity, deed.other
                if own and speaker.entity != deed.other and ends not in told:
                    told.add(ends)
                    yield Candidate(
                        speaker.head,
                        deed.other_head,
                        speaker.entity,
                        deed.other,
                        THREATENED,
                        said.i,
                        CONSTRUCTION,
                        _CONFIDENCE * speaker.confidence,
                    )

    def _deeds(self, found: Sequence[Candidate]) -> Iterator[_Deed]:
        """What the frames have found, and what the verbs of no frame say; only where it can be a threat."""
        for act in found:
            if act.relation in _HOSTILE and not act.static and self._can_be_threatened(act.object_entity):
                yield _Deed(
                    _clause_of(self.doc[act.trigger]), act.subject_entity, act.object_entity, act.object
                )
        for verb in self.doc:
            if verb.pos_ == "VERB" and verb.lemma_ in _HURTFUL and _may_be_threatened(verb):
                yield from self._hurt(verb)
            elif (
                verb.pos_ == "VERB" and verb.lemma_ in _PENALTIES and is_passive(verb) and not subjects(verb)
            ):
                for patient in self._all(VerbArguments(verb).role("obj")):
                    yield _Deed(verb, None, patient.entity, patient.head)

    def _hurt(self, verb: Token) -> Iterator[_Deed]:
        arguments = VerbArguments(verb)
        others = self._all(arguments.role("obj"))
        if verb.dep_ == "xcomp" or not others:
            # "threatened to leave O" has a frame
            against = (self._all(arguments.role(f"pp:{word}")) for word in _AGAINST)
            others = [] if others else next(filter(None, against), [])
        for doer in self._all(subjects(verb)):
            for other in others:
                yield _Deed(verb, doer.entity, other.entity, other.head)

    def _all(self, heads: Sequence[Token]) -> list[TokenMention]:
        return [m for head in heads for m in self.mentions.of(head) if self._can_be_threatened(m.entity)]

    def _speakers(self, said: Token) -> list[TokenMention]:
        if said.pos_ == "NOUN":
            return [m for c in said.children if c.dep_ == "poss" for m in self.mentions.of(c)]
        return [m for head in subjects(said) for m in self.mentions.of(head)]

    def _can_be_threatened(self, entity: str) -> bool:
        return self.doc._.kg_entities[entity].type in self.range

    def _said_by(self, deed: _Deed) -> Token | None:
        """The verb or noun above a clause that tells what will be done; of plain saying only with a condition."""
        clause = deed.verb
        if any(c.dep_ == "neg" for c in clause.children):
            return None
        if clause.tag_ == "VB" and clause.dep_ in ("xcomp", "acl") and deed.doer is not None:
            return _promised_by(clause)
        modals = {c.lower_ for c in clause.children if c.dep_ == "aux"}
        if not modals & (_WILLING | _ABLE):
            return None
        verb = clause.head if clause.dep_ == "ccomp" else _put_in(clause)
        warned = verb is None or verb.lemma_ in _WARNING
        if not modals & _WILLING:
            return verb if warned and deed.doer is not None else None
        if warned and deed.doer is not None:
            return verb
        conditional = clause.lemma_ == _RETALIATING or any(
            t.lower_ in _CONDITIONS and t.dep_ in ("mark", "aux") for t in clause.subtree
        )
        if deed.doer is None:
            return verb if warned and conditional else None
        return verb if verb is not None and verb.lemma_ in _SAYING and conditional else None


def _clause_of(trigger: Token) -> Token:
    while trigger.pos_ not in ("VERB", "AUX") and trigger.head != trigger:
        trigger = trigger.head
    return trigger


def _may_be_threatened(verb: Token) -> bool:
    """Whether a verb tells what a threat is, and nobody but its object or complement can be whom it threatens."""
    above = verb.head
    if verb.dep_ == "acl":
        return above.lemma_.lower() in _THREATS
    told = above.lemma_ in _WARNING or (above.lemma_ in _SAYING and verb.lemma_ == _RETALIATING)
    return told and not any(c.dep_ in ("dobj", "dative") for c in above.children)


def _promised_by(infinitive: Token) -> Token | None:
    """The verb or noun of a threat whose infinitive it is ("vowed to take him to court", "its threat to bomb")."""
    promise = infinitive.head
    known = _PROMISING if infinitive.dep_ == "xcomp" else _THREATS
    return promise if promise.lemma_.lower() in known and not is_passive(promise) else None


def _put_in(clause: Token) -> Token | None:
    """The verb of saying that stands inside what is said ("the Front, he warned, would shell the town")."""
    verbs = (c for c in clause.children if c.dep_ in ("ccomp", "parataxis") and c.i < clause.i)
    return next((verb for verb in verbs if verb.lemma_ in _WARNING | _SAYING), None)
