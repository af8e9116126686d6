"""Attacks of which a text speaks again: "claimed responsibility for the blast", "the strike killed", "condemned it"."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.events.owners import Owners
from kg.extract.lexicon.people import words
from kg.extract.predicates import VerbArguments, governed_by, grammatical_subjects, is_passive
from kg.extract.stance import Stance, stance_of
from kg.extract.tree import Doc, Span, Token
from kg.model import EntityType, MentionKind

ATTACKED: Final = "attacked"
CONDEMNED: Final = "condemned"
_ATTACKS: Final = words(
    """attack assault bombing strike airstrike raid ambush shooting blast explosion massacre offensive incursion
    invasion shelling bombardment abduction kidnapping assassination killing murder operation"""
)
_BY_CHANCE: Final = words("blast explosion")
"""What may be nobody's deed."""
_HARMING: Final = words(
    "kill wound injure murder assassinate maim kidnap abduct attack bomb storm ambush behead massacre slaughter target"
)
_HIT: Final = _HARMING | words("hit strike destroy damage")
"""What an attack does."""
_ASSAILANTS: Final = _ATTACKS | words(
    """gunman bomber attacker assailant militant insurgent jihadist extremist terrorist bomb rocket car truck device
    missile drone grenade man who which that"""
)
_CONDEMNING: Final = words("condemn denounce deplore criticize criticise decry slam")
_MOVES: Final = words("move decision step action act")
_KNOWN: Final = words("the this these that those")
_OF_ATTACK: Final = words("on against")
"""What tells whom an attack is on: it is another that is told of here."""
_WINDOW: Final = 2
"""How many sentences back the attack may be told."""
_LESS_SURE: Final = 0.6
_VICTIMS: Final = frozenset(
    {EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.COUNTRY}
)


class AttacksAgain:
    """Finds who did, suffered or condemned an attack of which only a noun speaks."""

    def __init__(self, owners: Owners) -> None:
        self.owners = owners

    def of(self, doc: Doc, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """What the verbs and the moves of a document say of attacks told before."""
        told = [c for c in found if c.relation == ATTACKED and not (c.static or c.possible or c.negated)]
        for token in doc:
            if token.pos_ == "VERB":
                yield from self._claimed(token)
                yield from self._suffered(token, told)
                yield from self._condemned(token, told)
            elif token.lemma_ in _MOVES and token.dep_ in ("appos", "npadvmod", "dobj", "dep", "attr"):
                yield from self._judged(token)

    def _claimed(self, verb: Token) -> Iterator[Candidate]:
        """ "A bomb killed ten people … The group claimed responsibility for the attack", "for a raid that killed two"."""
        attack = _claimed_attack(verb)
        if attack is None or stance_of(verb) != Stance():
            return
        own = [t for t in attack.subtree if t.i > attack.i]
        victims = self._patients(t for t in own if t.dep_ in ("relcl", "acl"))
        if not victims and _is_known(attack):
            earlier = (verb.doc[verb.sent.start : _clause_start(verb)], *_before(verb))
            victims = next(filter(None, map(self._victims, earlier)), [])
        for claimant in self.owners.all(VerbArguments(verb).role("subj")):
            for victim in victims:
                yield from _candidate(ATTACKED, claimant, victim, verb, "SUBJ claim responsibility")

    def _victims(self, sentence: Iterable[Token]) -> list[TokenMention]:
        """Those harmed in a sentence by nobody who is named in it."""
        verbs = (t for t in sentence if t.pos_ == "VERB")
        return self._patients(v for v in verbs if all(map(_is_unknown, VerbArguments(v).role("subj"))))

    def _patients(self, verbs: Iterable[Token]) -> list[TokenMention]:
        """To whom verbs say that harm was done."""
        harming = [v for v in verbs if v.lemma_ in _HARMING and stance_of(v) == Stance()]
        patients = self.owners.all(o for verb in harming for o in VerbArguments(verb).role("obj"))
        return [m for m in patients if m.type in _VICTIMS]

    def _suffered(self, verb: Token, told: Iterable[Candidate]) -> Iterator[Candidate]:
        """ "The strike killed ten people", "ten people were killed in the strike", after it was told whose it was."""
        if verb.lemma_ not in _HIT:
            return
        nouns = governed_by(verb, "in") if is_passive(verb) else grammatical_subjects(verb)
        attack = next((n for n in nouns if n.lemma_ in _ATTACKS - _BY_CHANCE and _is_known(n)), None)
        if attack is None or any(_is_owned(c) for c in attack.children):
            return
        if (doer := self._doer(attack, told)) is not None:
            for victim in self.owners.all(VerbArguments(verb).role("obj")):
                if victim.type in _VICTIMS:
                    yield from _candidate(ATTACKED, doer, victim, verb, "SUBJ's attack kill OBJ")

    def _condemned(self, verb: Token, told: Iterable[Candidate]) -> Iterator[Candidate]:
        """ "Egypt condemned the raids", after it was told whose they were."""
        if verb.lemma_ not in _CONDEMNING:
            return
        objects = VerbArguments(verb).role("obj")
        attack = next((o for o in objects if o.lemma_ in _ATTACKS and _is_known(o)), None)
        if attack is None or any(_is_owned(c) for c in attack.children):
            return
        doer = self._doer(attack, told)
        if doer is not None and doer.kind is MentionKind.NAME:
            for judge in self.owners.all(VerbArguments(verb).role("subj")):
                yield from _candidate(CONDEMNED, judge, doer, verb, "SUBJ condemn OBJ's attack")

    def _doer(self, attack: Token, told: Iterable[Candidate]) -> TokenMention | None:
        """Who made the attack last told of, in the same sentence or shortly before."""
        starts = [attack.sent.start, *(s.start for s in _before(attack))]
        near = [c for c in told if starts[-1] <= c.trigger < attack.i and _goes_before(c, attack)]
        last = max(near, key=lambda c: c.trigger, default=None)
        if last is None or stance_of(attack.doc[last.trigger]) != Stance():
            return None
        return next(iter(self.owners.all([attack.doc[last.subject]])), None)

    def _judged(self, move: Token) -> Iterator[Candidate]:
        """ "Israel recognized Somaliland, a move condemned by Somalia", "a move that Somalia condemned"."""
        verb = move.head
        if move.i == 0 or not any(c.lower_ == "a" for c in move.children) or _comma_before(move) is None:
            return
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        doers = self.owners.all(grammatical_subjects(verb)) if verb.pos_ == "VERB" else []
        for clause in move.children:
            if clause.dep_ in ("acl", "relcl") and clause.lemma_ in _CONDEMNING:
                for judge in self.owners.all(VerbArguments(clause).role("subj")):
                    for doer in doers:
                        yield from _candidate(CONDEMNED, judge, doer, clause, "SUBJ condemn OBJ's move")


def _candidate(
    relation: str, subject: TokenMention, other: TokenMention, trigger: Token, frame: str
) -> Iterator[Candidate]:
    if subject.type is EntityType.PLACE or subject.entity == other.entity:
        return
    if relation == CONDEMNED and other.type is EntityType.PLACE:
        return
    yield Candidate(
        subject.head, other.head, subject.entity, other.entity, relation, trigger.i, frame, _LESS_SURE
    )


def _claimed_attack(verb: Token) -> Token | None:
    """The noun for the attack that a verb says somebody made: "claimed responsibility for O", "claimed O"."""
    if verb.lemma_ == "claim" and verb.tag_ == "VBN" and verb.dep_ == "acl":
        noun = verb.head
        return noun if noun.lemma_ in _ATTACKS and noun.dep_ == "pobj" and noun.head.lower_ == "in" else None
    if verb.lemma_ not in ("claim", "take", "accept") or is_passive(verb):
        return None
    for noun in (c for c in verb.children if c.dep_ == "dobj"):
        if noun.lemma_ in ("responsibility", "credit"):
            attacks = [*governed_by(noun, "for"), *governed_by(verb, "for")]
            return next((a for a in attacks if a.lemma_ in _ATTACKS), None)
        if noun.lemma_ in _ATTACKS and verb.lemma_ == "claim":
            return noun
    return None


def _is_unknown(subject: Token) -> bool:
    """Whether who does it is no more than somebody or something that kills: "gunmen", "a suicide bomber", "a blast"."""
    return subject.lemma_.lower() in _ASSAILANTS


def _is_known(noun: Token) -> bool:
    """Whether a noun speaks of an attack told before: "the strikes", not "the strike on Bonn", "strikes"."""
    if any(c.dep_ == "prep" and c.lower_ in _OF_ATTACK for c in noun.children):
        return False
    return any(c.lower_ in _KNOWN for c in noun.children if c.i < noun.i)


def _is_owned(word: Token) -> bool:
    """Whether a word before or behind a noun tells another attack or whose it was ("Monday's", "the Bonn raid")."""
    return word.dep_ in ("poss", "compound", "nmod") or (word.dep_ == "amod" and word.text[0].isupper())


def _goes_before(candidate: Candidate, attack: Token) -> bool:
    """Whether the candidate is told in an earlier clause than the one that speaks of the attack."""
    return candidate.trigger not in (attack.i, attack.head.i)


def _clause_start(verb: Token) -> int:
    """Where the words of a verb begin: what its sentence tells before may be what it speaks of."""
    first = verb.head.left_edge if verb.dep_ == "acl" else verb
    return min([first.i, *(s.left_edge.i for s in grammatical_subjects(verb) if s.i < verb.i)])


def _before(token: Token) -> Iterator[Span]:
    """The sentences before a token's own, the nearest first."""
    start = token.sent.start
    for _ in range(_WINDOW):
        if start == 0:
            return
        sentence = token.doc[start - 1].sent
        yield sentence
        start = sentence.start


def _comma_before(noun: Token) -> Token | None:
    """The comma that opens a noun phrase."""
    first = noun.left_edge.i
    return noun.doc[first - 1] if first and noun.doc[first - 1].text == "," else None
