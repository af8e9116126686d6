"""Whose the reason is for which somebody is judged or punished: "fined Acme over its sales" speaks of Acme's."""

from typing import Final

from kg.extract.lexicon.people import words
from kg.extract.tree import Token

JUDGING: Final = words(
    """sanction penalize penalise punish blacklist embargo condemn criticize criticise denounce blast slam lambaste
    lambast decry rebuke censure castigate chide scold berate reprimand fault blame accuse attack bomb strike shell
    praise thank commend laud applaud hail congratulate reward honor honour decorate arrest detain jail imprison
    sentence fine convict sue indict prosecute charge dismiss sack fire oust expel impose slap level prolong extend
    renew tighten admonish mock ridicule pillory lash assail upbraid rap warn question grill confront investigate probe
    impeach suspend ban bar discipline pardon forgive salute deride scorn kill murder assassinate target hit
    summon"""
)
"""What is done to somebody for what he has done."""

CATCHING: Final = words(
    "arrest detain jail seize capture catch intercept apprehend shoot kill wound injure stab ambush abduct kidnap beat"
)
"""What is done to somebody who is doing something, or for it."""
_ALLEGING: Final = words("allege complain charge")
_WHILE: Final = words("as when while because since after")

_AFTER: Final = words("after following since upon")
_MISFORTUNES: Final = words(
    "arrest conviction detention indictment resignation trial acquittal downfall disgrace"
)
"""What befalls whom others then judge ("fired his aide after his arrest")."""
_FOR: Final = words("for over")
_BECAUSE: Final = words("because due thanks")
"""First words of "because of" and "due to"; the parser hangs the reason on either word."""
_ANSWERS: Final = words("response retaliation reaction reply answer revenge reprisal retribution")
"""Nouns that with "in … to" or "in … for" give a reason."""
_AGAINST: Final = words("on against at with of to")
"""What introduces whom it is done to, behind the verb or its object ("imposed sanctions on")."""


def judged_for(possessive: Token) -> frozenset[int]:
    """The heads of whom the reason around a possessive is held against or to the credit of; empty where it is none.

    Of a subject: the heads of those whom somebody caught while they were doing it ("arrested her as she left"), or
    against whom somebody goes, alleging that they did it.
    """
    if possessive.dep_ in ("nsubj", "nsubjpass"):
        return _caught(possessive.head) or _charged(possessive.head)
    preposition = possessive.head.head
    if possessive.dep_ != "poss" or possessive.head.dep_ != "pobj":
        return frozenset()
    verb = _judgement(preposition)
    return _judged(verb, preposition) if verb is not None else frozenset()


def _caught(clause: Token) -> frozenset[int]:
    """Whom the verb above a clause of time or reason caught or harmed."""
    verb = clause.head
    if clause.dep_ != "advcl" or verb.lemma_.lower() not in CATCHING or clause.i < verb.i:
        return frozenset()
    if not any(c.lower_ in _WHILE and c.i < clause.i for c in clause.children):
        return frozenset()
    heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < clause.i]
    below = [o for head in heads for of in head.children if of.lower_ == "of" for o in of.children]
    joined = [c for head in heads for c in head.children if c.dep_ in ("conj", "appos")]
    of_joined = [o for c in joined for of in c.children if of.lower_ == "of" for o in of.children]
    return frozenset(token.i for token in (*heads, *below, *joined, *of_joined))


def _charged(deed: Token) -> frozenset[int]:
    """Whom the verb above is directed against that a participle explains by a charge ("sued Mali, alleging that it")."""
    charge = deed.head
    verb = charge.head
    alleging = deed.dep_ == "ccomp" and charge.tag_ == "VBG" and charge.lemma_.lower() in _ALLEGING
    if not alleging or charge.dep_ not in ("advcl", "prep") or charge.i < verb.i:
        return frozenset()
    return frozenset(c.i for c in verb.children if c.dep_ == "dobj" and c.i < charge.i)


def _judgement(preposition: Token) -> Token | None:
    above = preposition.head
    if above.lower_ in _BECAUSE:
        above = above.head
    elif above.lower_ in _ANSWERS and above.dep_ == "pobj":
        above = above.head.head
    elif preposition.lower_ in _AFTER and any(c.lemma_.lower() in _MISFORTUNES for c in preposition.children):
        pass
    elif preposition.lower_ not in _FOR | _BECAUSE:
        return None
    for _ in range(3):
        if above.pos_ == "VERB":
            return above if above.lemma_.lower() in JUDGING else None
        above = above.head
    return None


def _judged(verb: Token, reason: Token) -> frozenset[int]:
    things = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    reached = [
        noun
        for holder in (verb, *things)
        for phrase in holder.children
        if phrase.dep_ in ("prep", "dative") and phrase.lower_ in _AGAINST and phrase.i < reason.i
        for noun in phrase.children
        if noun.dep_ == "pobj"
    ]
    judged = (*things, *reached)
    named = [c for token in judged for c in token.children if c.dep_ == "appos"]
    return frozenset(token.i for token in (*judged, *named))
