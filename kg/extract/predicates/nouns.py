"""The roles of event nouns and adjectives."""

from collections.abc import Iterator

from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.lexicon.stance import READY
from kg.extract.predicates.lexicon import (
    ASKING,
    CHARGES,
    ENTANGLING,
    JOURNEYS,
    MOTIVES,
    NAMING,
    OCCASIONS,
    PROMPTS,
    QUANTITIES,
    STATE_VERBS,
    SUMS,
    SUPPORT_PREPOSITIONS,
    SUPPORT_VERBS,
    WISHING,
)
from kg.extract.predicates.phrases import MAX_CLIMB, antecedent_or_self, governed_by, is_time
from kg.extract.predicates.subjects import agents, charged, grammatical_subjects, is_passive, subjects
from kg.extract.tree import Token

_OCCASIONED = frozenset(
    "wake aftermath light face context absence course case view favor favour response reaction connection".split()
)
"""With "in" and "of" or "to" these make a preposition: what follows is not the noun's ("inquiry in the wake of")."""


_ATTENDING = frozenset("attend leave join exit quit skip".split())

_AGENTS = PERSON_NOUNS | BODY_NOUNS
"""What follows these is theirs: "sanctions on the leader of the group" are not on the group."""


class NounArguments:
    """The roles of one event noun."""

    def __init__(self, noun: Token) -> None:
        self.noun = noun
        self.heads = list(_noun_heads(noun))

    def possessives(self) -> list[Token]:
        """Possessives on the noun or on what counts it ("Maduro's round of talks")."""
        return [antecedent_or_self(c) for head in self.heads for c in head.children if c.dep_ == "poss"]

    def modifiers(self) -> list[Token]:
        """Adjectives and nouns before it ("Danish support", "U.S. sanctions"), nearest last."""
        return [
            c
            for head in self.heads
            for c in head.children
            if c.dep_ in ("amod", "compound", "nmod") and c.i < head.i
        ]

    def agents(self) -> list[Token]:
        """What "by" introduces, on the noun or on a participle after it ("sanctions imposed by X")."""
        found = [noun for head in self.heads for noun in governed_by(head, "by")]
        for head in self.heads:
            for child in head.children:
                if child.dep_ in ("acl", "relcl") and is_passive(child) and child.lemma_ in SUPPORT_VERBS:
                    found += governed_by(child, "by")
        return found or self._agents_astray()

    def _agents_astray(self) -> list[Token]:
        """What "by" introduces right after the noun, where the parser has tied it to the active verb above."""
        return [
            noun
            for head in self.heads
            if head.dep_ == "dobj" and not is_passive(head.head)
            for by in head.head.children
            if by.lower_ == "by" and by.i == head.i + 1
            for noun in by.children
            if noun.dep_ == "pobj" and not is_time(noun)
        ]

    def doers(self) -> list[Token]:
        """By whom, or the subject of the support verb; where that asks for it ("asked Chad for his release"), the asked."""
        return self.agents() or (self.asked() if self.is_asked_for() else self.supporters())

    def asked(self) -> list[Token]:
        """Of whom the verb above asks it: "pressed Chad for his release", "demanded of Chad that …'s release"."""
        for head in self.heads:
            if head.dep_ == "pobj" and head.head.lower_ == "for":
                verb = head.head.head
                return [c for c in verb.children if c.dep_ == "dobj"] or governed_by(
                    verb, "on", "upon", "to", "with"
                )
            if head.dep_ == "dobj":
                return governed_by(head.head, "of", "from")
        return []

    def is_asked_for(self) -> bool:
        """Whether the subject of its verb only asks somebody else for it."""
        governors = (head.head.head if head.dep_ == "pobj" else head.head for head in self.heads)
        return any(governor.lemma_ in ASKING for governor in governors)

    def supporters(self) -> list[Token]:
        """The subject of the support verb that has the noun as its object."""
        for head in self.heads:
            verb = head.head
            if head.dep_ == "dobj" and verb.lemma_ in SUPPORT_VERBS:
                return [] if _is_judged(head) else subjects(verb)
            if head.dep_ == "nsubjpass":
                return _bringing_about(verb)
            if head.dep_ == "pobj" and verb.dep_ == "prep" and (accused := charged(verb)):
                return accused
            if head.dep_ == "pobj" and verb.dep_ == "prep" and verb.lower_ in SUPPORT_PREPOSITIONS:
                governor = _letting(verb.head)
                wished = verb.lower_ in ("for", "to") and governor.lemma_ in WISHING
                if governor.pos_ in ("VERB", "AUX") and (wished or governor.lemma_ in STATE_VERBS):
                    return subjects(governor)
                if governor.pos_ == "PROPN":
                    return [governor]
                if governor.dep_ == "acomp" and governor.lower_ in READY and verb.lower_ in ("for", "to"):
                    return grammatical_subjects(governor.head)
        return []

    def introduced_by(self, preposition: str) -> list[Token]:
        """What a preposition introduces, on the noun or on the verb whose object it is; the subject of a that-clause."""
        if preposition == "that":
            return [subject for head in self.heads for subject in _clause_subjects(head)]
        found = [noun for head in self.heads for noun in governed_by(head, preposition)]
        if preposition == "to" and found:
            found = [noun for noun in found if not self._belongs_to_infinitive(noun)]
        if found:
            return [antecedent_or_self(token) for token in found]
        for head in self.heads:
            if head.dep_ in ("dobj", "nsubjpass", "pobj", "nsubj"):
                verb = head.head.head if head.dep_ == "pobj" else head.head
                told_of = preposition == "by" and head.dep_ == "nsubjpass"
                if preposition == "by" and head.dep_ == "pobj" and is_passive(verb):
                    continue
                told = _bringing_about(verb) if told_of else governed_by(verb, preposition)
                found = [n for n in told if n.i > head.i and not is_time(n)]
                if found:
                    return found
            for child in head.children:
                if child.dep_ in ("acl", "relcl"):
                    # "an order to extradite him to Chad" is none to Chad
                    found += (
                        governed_by(child, preposition) if (child.tag_, preposition) != ("VB", "to") else []
                    )
                elif child.dep_ == "prep" and not _is_for_a_deed(child):
                    found += [
                        n
                        for inner in child.children
                        if inner.dep_ == "pobj" and inner.lower_ not in _OCCASIONED
                        if preposition != "of" or not _is_somebodys_own(inner)
                        for n in governed_by(inner, preposition)
                    ]
        return found

    def _belongs_to_infinitive(self, noun: Token) -> bool:
        """Whether an infinitive stands between the event and what "to" introduces ("an order to hand him over to Chad")."""
        deeds = (c for head in self.heads for c in head.children if c.dep_ in ("acl", "relcl"))
        return any(c.tag_ == "VB" and c.i < noun.i for c in deeds)

    def recipients(self) -> list[Token]:
        """The indirect object of the support verb ("gave the rebels support")."""
        return [
            c
            for head in self.heads
            if head.dep_ == "dobj"
            for c in head.head.children
            if c.dep_ == "dative" and c.pos_ != "ADP"
        ]

    def undergoers(self) -> list[Token]:
        """Who "is under" it ("is under U.S. sanctions", "came under pressure", "the firm, under inquiry by")."""
        for head in self.heads:
            if head.dep_ != "pobj" or head.head.lower_ != "under":
                continue
            governor = _letting(head.head.head)
            if governor.pos_ in ("VERB", "AUX"):
                return grammatical_subjects(governor)
            if governor.pos_ in ("NOUN", "PROPN") and governor.i < head.head.i:
                return [governor]
        return []

    def circumstanced(self, preposition: str) -> list[Token]:
        """Who is in the state that it names: "a militia at war with", "at odds with Peru, Chile left", "locked in"."""
        for head in self.heads:
            if head.dep_ != "pobj" or head.head.lower_ != preposition:
                continue
            governor = _letting(head.head.head)
            if governor.pos_ not in ("VERB", "AUX"):
                return [governor]
            if governor.lemma_ in ENTANGLING and is_passive(governor):
                return grammatical_subjects(governor)
            if head.lemma_.lower() in PROMPTS:
                return subjects(governor) if _is_done(governor) else []
            if head.i < governor.i or head.lemma_.lower() in MOTIVES:
                return subjects(governor)
        return []

    def attendants(self) -> list[Token]:
        """Who does something at, during or after the event ("at a meeting with Ek, Lee said …")."""
        for head in self.heads:
            preposition = head.head
            if preposition.lower_ == "at" and head.lemma_ in ("stop", "call"):
                continue
            if preposition.lower_ == "on" and head.lemma_ not in JOURNEYS:
                continue
            if preposition.lower_ == "of" and preposition.head.lower_ == "ahead":
                preposition = preposition.head
            elif preposition.lower_ not in OCCASIONS:
                continue
            if head.dep_ == "pobj" and preposition.head.pos_ == "VERB":
                return grammatical_subjects(preposition.head)
        return []

    def visitors(self) -> list[Token]:
        """Who attends or leaves it: a name before it tells its place ("left a Kremlin meeting with")."""
        return [
            subject
            for head in self.heads
            if head.dep_ == "dobj" and head.head.lemma_ in _ATTENDING
            for subject in subjects(head.head)
        ]

    def stands_under(self, preposition: str) -> bool:
        """Whether a preposition governs the noun ("at war")."""
        return any(head.dep_ == "pobj" and head.head.lower_ == preposition for head in self.heads)


def _is_somebodys_own(noun: Token) -> bool:
    """Whether "of" behind a noun tells whose it is: "sanctions on the leader of the group", not "by his brother Ek of"."""
    return noun.lemma_.lower() in _AGENTS and not any(
        c.dep_ == "appos" and c.i == noun.i + 1 for c in noun.children
    )


def _is_judged(noun: Token) -> bool:
    """Whether the verb says what the noun's event is taken for ("called the talks a farce")."""
    verb = noun.head
    if verb.lemma_ not in NAMING:
        return False
    closed = (c for c in noun.children if c.dep_ == "appos" and c.left_edge.nbor(-1).text != ",")
    titles = (c for c in verb.children if c.dep_ == "oprd" and c.pos_ in ("NOUN", "PROPN"))
    return any(title.i > noun.i for title in (*closed, *titles))


def _bringing_about(verb: Token) -> list[Token]:
    """The agents of a passive verb whose subject is a deed; not those who do something else to it ("was overturned by")."""
    return [agent for agent in agents(verb) if verb.lemma_ in SUPPORT_VERBS or agent.i < verb.i]


def _letting(verb: Token) -> Token:
    """The verb that tells what is done, where the parser ties a phrase to "go" in "let him go"."""
    lets = verb.lower_ == "go" and verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ == "let"
    return verb.head if lets else verb


def _is_done(verb: Token) -> bool:
    """Whether what stands as a verb's subject does it, or "by" says who: not in "freed on its orders", "was let go"."""
    if is_passive(verb):
        return bool(agents(verb))
    return verb.dep_ == "conj" or any(c.dep_ == "nsubj" for c in verb.children)


def _noun_heads(noun: Token) -> Iterator[Token]:
    """The noun, what it is coordinated with before it, and the transparent noun that counts it."""
    yield noun
    current = noun
    for _ in range(MAX_CLIMB):
        if current.dep_ == "conj" and current.head.pos_ in ("NOUN", "PROPN"):
            current = current.head
        elif current.dep_ == "pobj" and _counts(current.head):
            current = current.head.head
        else:
            return
        yield current


def _counts(preposition: Token) -> bool:
    """Whether a preposition ties what is counted to its quantity ("a round of talks", "$2 million in aid")."""
    lemma = preposition.head.lemma_.lower()
    return (preposition.lower_ == "of" and lemma in QUANTITIES) or (
        preposition.lower_ in ("in", "of") and lemma in SUMS
    )


def _is_for_a_deed(preposition: Token) -> bool:
    """Whether a preposition says for what somebody is tried, not whom ("his trial for the murder of")."""
    return preposition.lower_ in ("for", "over") and preposition.head.lemma_.lower() in CHARGES


def _clause_subjects(noun: Token) -> list[Token]:
    """Who is to do it ("its demand that Chad withdraw", "a call for Chad to withdraw"); a passive asks nothing of it."""
    return [
        antecedent_or_self(subject)
        for clause in noun.children
        if clause.dep_ in ("acl", "ccomp", "relcl", "advcl")
        and any(c.dep_ == "mark" for c in clause.children)
        for subject in clause.children
        if subject.dep_ == "nsubj"
    ]


def adjective_subjects(adjective: Token) -> list[Token]:
    """The noun phrases that an adjective speaks of."""
    if adjective.dep_ in ("acomp", "attr", "oprd"):
        return grammatical_subjects(adjective.head)
    if adjective.dep_ in ("amod", "acl", "relcl", "appos"):
        return [adjective.head]
    if adjective.dep_ == "conj":
        return adjective_subjects(adjective.head)
    if adjective.pos_ == "VERB":
        return grammatical_subjects(adjective)
    if adjective.dep_ == "advcl":
        return grammatical_subjects(adjective.head)
    return []
