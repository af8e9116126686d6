"""Clauses that say of others what the clause before them says: "Chad followed", "so did Togo", "Peru did not"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.clauses import VERBAL, is_infinitive
from kg.extract.events.owners import Owners
from kg.extract.lexicon.people import words
from kg.extract.predicates import governed_by, grammatical_subjects, is_passive
from kg.extract.predicates.lexicon import OBJECT_CONTROL
from kg.extract.stance import stance_of
from kg.extract.tree import Doc, Token
from kg.model import Modality, Polarity
from kg.ontology import Relation

_TURNED: Final = words("so neither nor as")
"""Before an auxiliary and its subject."""
_AUXILIARIES: Final = words("do have be will would can could may might")
_EXAMPLES: Final = words("suit example lead")
"""What is followed by those who do the same."""
_ALIKE: Final = words("same likewise so similarly")
_THOUGH: Final = words("though although while whereas")
_COMPLEMENTS: Final = ("attr", "acomp", "xcomp", "ccomp")
_LESS_SURE: Final = 0.6
_MOST_STEPS: Final = 4


class Echoes:
    """Finds who else did what a document tells."""

    def __init__(self, owners: Owners, relations: Mapping[str, Relation]) -> None:
        self.owners = owners
        self.relations = relations

    def of(self, doc: Doc, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """What the clauses without a predicate of their own say."""
        for echo in doc:
            if is_echo(echo) and (others := self.owners.all(_subjects(echo))):
                yield from self._echoed(echo, others, [c for c in found if not c.static])
            elif echo.lower_ in ("like", "unlike") and echo.dep_ == "prep":
                yield from self._compared(echo, found)

    def _echoed(
        self, echo: Token, others: Sequence[TokenMention], told: Iterable[Candidate]
    ) -> Iterator[Candidate]:
        verb = next((v for v in _verbs_before(echo) if grammatical_subjects(v)), None)
        if verb is None or self.owners.all(governed_by(echo, "with")):
            return
        doers = {mention.entity for mention in self.owners.all(grammatical_subjects(verb))}
        for candidate in told:
            end = candidate.object_entity if is_passive(verb) else candidate.subject_entity
            if end in doers and _verb_of(echo.doc[candidate.trigger]) == verb:
                yield from self._swapped(echo, verb, candidate, others)

    def _compared(self, preposition: Token, found: Iterable[Candidate]) -> Iterator[Candidate]:
        """ "Like Chad, Togo sued Mali", "unlike Chad, Togo sued Mali"."""
        verb = preposition.head
        if verb.pos_ not in VERBAL or preposition.i > verb.i or is_passive(verb):
            return
        doers = {mention.entity for mention in self.owners.all(grammatical_subjects(verb))}
        others = self.owners.all(c for c in preposition.children if c.dep_ == "pobj")
        for candidate in found:
            own = _verb_of(preposition.doc[candidate.trigger]) == verb and candidate.subject_entity in doers
            if not own or candidate.static:
                continue
            negated = candidate.negated ^ (preposition.lower_ == "unlike")
            told = replace(candidate, negated=negated, confidence=min(candidate.confidence, _LESS_SURE))
            for other in others:
                fits = other.type in self.relations[candidate.relation].domain
                if fits and other.entity not in (told.subject_entity, told.object_entity):
                    yield replace(told, subject=other.head, subject_entity=other.entity)

    def _swapped(
        self, echo: Token, verb: Token, candidate: Candidate, others: Iterable[TokenMention]
    ) -> Iterator[Candidate]:
        """The candidate with others in the place of the verb's grammatical subject."""
        relation = self.relations[candidate.relation]
        kinds = relation.range if is_passive(verb) else relation.domain
        before, own = stance_of(verb), stance_of(echo)
        goes_on = not _contrasts(echo) and own.polarity is not Polarity.NEGATED
        told = replace(
            candidate,
            trigger=echo.i,
            frame="others did the same",
            confidence=min(candidate.confidence, _LESS_SURE),
            negated=candidate.negated ^ (goes_on and before.polarity is Polarity.NEGATED),
            possible=candidate.possible or before.modality is Modality.POSSIBLE or echo.tag_ == "MD",
        )
        for other in others:
            if other.type in kinds and other.entity not in (told.subject_entity, told.object_entity):
                if is_passive(verb):
                    yield replace(told, object=other.head, object_entity=other.entity)
                else:
                    yield replace(told, subject=other.head, subject_entity=other.entity)


def is_echo(verb: Token) -> bool:
    """Whether a verb only says that its subject did, or did not do, what the clause before it tells."""
    if verb.pos_ not in VERBAL or verb.dep_ in ("aux", "auxpass") or verb.tag_ == "VBG":
        return False
    return _follows(verb) or _does_alike(verb) or _is_turned(verb) or _contrasts(verb)


def _follows(verb: Token) -> bool:
    """ "Chad followed on Monday", "Chad refused to follow suit"; not "followed him", nor "told Chad to follow"."""
    if verb.lemma_ != "follow" or is_passive(verb):
        return False
    if is_infinitive(verb) and (verb.dep_ != "xcomp" or verb.head.lemma_ in OBJECT_CONTROL):
        return False
    after = [c for c in verb.children if c.i > verb.i]
    if any(c.dep_ in ("prt", "agent", "ccomp", "xcomp") for c in after):
        return False
    if any(c.dep_ == "mark" or c.tag_ in ("WDT", "WP", "WRB") for c in verb.children):
        return False
    return all(c.lemma_.lower() in _EXAMPLES for c in after if c.dep_ in ("dobj", "dative"))


def _does_alike(verb: Token) -> bool:
    """ "Chad did the same", "Chad has not done so"."""
    return verb.lemma_ == "do" and any(
        c.i > verb.i and c.lower_ in _ALIKE and c.dep_ in ("dobj", "advmod") for c in verb.children
    )


def _is_turned(verb: Token) -> bool:
    """ "So did Chad", "and neither has Chad", "so, it is said, will Chad"."""
    if verb.lemma_ not in _AUXILIARIES or verb.tag_ == "VB" or verb.i == verb.sent.start:
        return False
    before = verb.i - 1
    if verb.doc[before].text == ",":
        commas = [t.i for t in verb.doc[verb.sent.start : before] if t.text == ","]
        before = commas[-1] - 1 if commas else before
    if before < verb.sent.start or verb.doc[before].lower_ not in _TURNED:
        return False
    return bool(_after(verb)) and not any(c.dep_ in _COMPLEMENTS and c.i > verb.i for c in verb.children)


def _contrasts(verb: Token) -> bool:
    """ "Though Chad did not", "Chad might not", with nothing that the auxiliary would help."""
    if verb.lemma_ not in _AUXILIARIES:
        return False
    last = max((c.i for c in verb.children if c.dep_ == "neg" and c.i > verb.i), default=None)
    if last is None or last + 1 >= verb.sent.end or not verb.doc[last + 1].is_punct:
        return False
    own = any(c.dep_ == "nsubj" and c.i < verb.i and c.tag_ != "PRP" for c in verb.children)
    others = (*_COMPLEMENTS, "dobj", "mark")
    return own and not any(c.dep_ in others and c.lower_ not in _THOUGH for c in verb.children)


def _subjects(echo: Token) -> list[Token]:
    return _after(echo) if _is_turned(echo) else grammatical_subjects(echo)


def _after(verb: Token) -> list[Token]:
    """The subject after its auxiliary, which the parser may take for an object."""
    return [c for c in verb.children if c.dep_ in ("nsubj", "dobj") and c.i > verb.i]


def _verbs_before(echo: Token) -> Iterator[Token]:
    """The verbs that an echo may repeat, the nearest first: before it in its sentence, else in the one before."""
    above = {echo.head.i} if echo.dep_ in ("xcomp", "ccomp") else set()
    here = [t for t in echo.sent if t.i < echo.i and t.i not in above]
    found = [t for t in here if _is_main(t) and not (t.dep_ == "advcl" and t.head == echo)]
    if not found and echo.sent.start > 0:
        found = [t for t in echo.doc[echo.sent.start - 1].sent if _is_main(t)]
    yield from reversed(found)


def _is_main(verb: Token) -> bool:
    """Whether a verb tells what happened, in no clause that only adds to a noun or to another verb."""
    if verb.pos_ not in VERBAL or is_echo(verb):
        return False
    current = verb
    for _ in range(_MOST_STEPS):
        if current.dep_ not in ("conj", "ccomp", "parataxis", "dep"):
            return current.dep_ == "ROOT"
        if is_infinitive(current):
            return False
        current = current.head
    return False


def _verb_of(trigger: Token) -> Token:
    """The verb that tells what a trigger does: itself, or the one above a noun ("imposed sanctions on")."""
    current = trigger
    while current.pos_ not in VERBAL and current.head != current:
        current = current.head
    return current
