"""Who follows whom where a clause tells that somebody takes a post, and another that somebody left it."""

from collections.abc import Iterator
from typing import Final

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.lexicon.people import LEADERS, words
from kg.extract.predicates import Mentions, grammatical_subjects, is_passive
from kg.extract.tree import Doc, Token
from kg.model import EntityType, MentionKind

_GIVEN: Final = words(
    "name appoint elect choose pick install select promote tap designate swear inaugurate nominate elevate"
)
_OFFICES: Final = words(
    "office power charge helm rein reins oath presidency premiership leadership post job throne command control"
)
_OVER: Final = frozenset((("take", "over"), ("step", "in"), ("step", "up"), ("move", "up")))
_LEFT: Final = words("resign quit die retire abdicate step stand")
_DOWN: Final = words("down aside")
_REMOVED: Final = words(
    """oust remove dismiss fire sack impeach overthrow topple kill assassinate depose suspend force unseat jail murder
    axe eject"""
)
_EXITS: Final = words(
    """resignation death departure ouster ousting removal dismissal impeachment retirement assassination exit abdication
    overthrow sacking firing"""
)
_ONCE: Final = words("after when once since")
_FOLLOWING: Final = words("after following upon on since")
_SURE: Final = 0.6


class Vacancies:
    """Finds the successions of one document that are told by two clauses."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.doc = doc
        self.mentions = mentions
        self.named = {m.entity for m in doc._.kg_mentions if m.kind is MentionKind.NAME}

    def successions(self) -> Iterator[Candidate]:
        """ "Lee took office after Ek resigned", "was sworn in upon Ek's death", "Ek quit, and Lee took over"."""
        for verb in self.doc:
            if verb.pos_ not in ("VERB", "AUX"):
                continue
            takers = self._people(_takers(verb))
            leavers = self._people(_leavers_around(verb)) if len(takers) == 1 else []
            if len(leavers) == 1 and takers[0].entity != leavers[0].entity:
                taker, leaver = takers[0], leavers[0]
                yield Candidate(
                    taker.head,
                    leaver.head,
                    taker.entity,
                    leaver.entity,
                    "succeeded",
                    verb.i,
                    "taking of a vacant post",
                    _SURE * min(taker.confidence, leaver.confidence),
                )

    def _people(self, heads: list[Token]) -> list[TokenMention]:
        found = [m for head in heads for m in self.mentions.of(head)]
        return [m for m in found if m.type is EntityType.PERSON and m.entity in self.named]


def _takers(verb: Token) -> list[Token]:
    """Who takes up a post, as the verb says."""
    lemma = verb.lemma_.lower()
    if lemma in _GIVEN:
        if not _names_post(verb):
            return []
        if is_passive(verb):
            return grammatical_subjects(verb)
        return [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.ent_type_ == "PERSON"]
    if _takes_up(verb, lemma):
        return grammatical_subjects(verb)
    return []


def _takes_up(verb: Token, lemma: str) -> bool:
    particles = {(lemma, c.lower_) for c in verb.children if c.dep_ in ("prt", "advmod")}
    if _OVER & particles:
        return not any(c.dep_ == "dobj" for c in verb.children)
    if lemma == "become":
        return _is_leader(verb)
    if lemma in ("take", "assume", "win", "ascend", "inherit"):
        return any(c.dep_ == "dobj" and c.lemma_.lower() in _OFFICES for c in verb.children)
    if lemma in ("come", "rise"):
        to = [c for c in verb.children if c.lower_ == "to"]
        return any(c.lower_ in ("power", "office") for preposition in to for c in preposition.children)
    return False


def _names_post(verb: Token) -> bool:
    """Whether it is to the head of something that a verb brings somebody ("named Lee chairman", "swore Lee in")."""
    if verb.lemma_ in ("swear", "inaugurate"):
        return True
    if any(c.lemma_ in ("place", "stead") for i in verb.children if i.lower_ == "in" for c in i.children):
        return True
    return _is_leader(verb) or any(_is_leader(c) for c in verb.children if c.lower_ in ("as", "to"))


def _is_leader(governor: Token) -> bool:
    posts = (c for c in governor.children if c.dep_ in ("attr", "oprd", "pobj", "dobj") and c.i > governor.i)
    return any(post.lemma_.lower() in LEADERS or post.lemma_.lower() == "executive" for post in posts)


def _leavers_around(verb: Token) -> list[Token]:
    """Who leaves a post in a clause or a noun that tells when somebody takes it, or in the clause before."""
    for child in verb.children:
        told = child.dep_ == "advcl" and any(c.lower_ in _ONCE for c in child.children if c.i < child.i)
        if told and (found := _leavers(child)):
            return found
        if (child.dep_ == "prep" and child.lower_ in _FOLLOWING) or child.lower_ == "following":
            for noun in child.children:
                if found := _leavers_of_noun(noun):
                    return found
    first = verb.head
    if verb.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return _leavers(first)
    return []


def _leavers(verb: Token) -> list[Token]:
    """Who leaves a post, as the verb says: by going, or by being removed."""
    lemma = verb.lemma_.lower()
    if lemma in _REMOVED:
        return (
            grammatical_subjects(verb) if is_passive(verb) else [c for c in verb.children if c.dep_ == "dobj"]
        )
    if lemma in ("announce", "submit", "tender", "offer"):
        announced = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ == "resignation"]
        return grammatical_subjects(verb) if announced else []
    if lemma not in _LEFT:
        return []
    if lemma in ("step", "stand") and not any(c.lower_ in _DOWN for c in verb.children):
        return []
    return grammatical_subjects(verb)


def _leavers_of_noun(noun: Token) -> list[Token]:
    if noun.lemma_.lower() not in _EXITS:
        return []
    owners = [c for c in noun.children if c.dep_ == "poss"]
    of = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"]
    return owners + [c for preposition in of for c in preposition.children if c.dep_ == "pobj"]
