"""Protests that are told by what they demand: "marched to demand his resignation"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.annotations import Candidate
from kg.extract.lexicon.people import words
from kg.extract.predicates import subjects
from kg.extract.tree import Doc, Token

PROTESTED: Final = "protestedAgainst"
WORKS_FOR: Final = "worksFor"
STRIKE: Final = "SUBJ go on strike at its employer"
CONSTRUCTION: Final = "SUBJ march to urge OBJ to VP"
_VOICED: Final = words("urged condemned")
_PROTESTING: Final = words("march rally demonstrate protest parade")
_PROTESTERS: Final = words("protester demonstrator marcher rioter picketer")
_STRIKING: Final = words("go be begin start launch hold resume continue extend")
_STRIKES: Final = words("strike walkout stoppage")
_GATHERING: Final = words("march rally demonstration protest sit-in vigil")


def protests(doc: Doc, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Against whom people march, where the sentence says it by what they march to demand."""
    for voiced in found:
        if voiced.relation == WORKS_FOR and doc[voiced.subject].tag_ == "NNS":
            strike = _strike_of(doc[voiced.subject])
            if strike is not None:
                yield replace(voiced, relation=PROTESTED, trigger=strike.i, frame=STRIKE, static=False)
        if voiced.relation in _VOICED and not voiced.static:
            protest = _protest_of(doc[voiced.trigger], demanding=_demands(voiced))
            if protest is not None:
                yield replace(voiced, relation=PROTESTED, trigger=protest.i, frame=CONSTRUCTION)


def _demands(voiced: Candidate) -> bool:
    return (
        voiced.relation == "condemned"
        or "OBJ's" in voiced.frame
        or "that OBJ" in voiced.frame
        or "for OBJ" in voiced.frame
    )


def _protest_of(trigger: Token, *, demanding: bool) -> Token | None:
    """The verb of a clause that says what people march for ("marched to demand", "called for it at a rally").

    Protesters are on the march whenever they demand something of whoever is to go or to act, not where they only ask.
    """
    clause = trigger
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    if demanding and any(subject.lemma_.lower() in _PROTESTERS for subject in subjects(clause)):
        return clause
    if clause.head.lemma_ in _PROTESTING and clause.dep_ in ("advcl", "xcomp") and clause.i > clause.head.i:
        return clause.head
    gathered = (noun for c in clause.children if c.lower_ in ("at", "in") for noun in c.children)
    plural = any(c.dep_ == "nsubj" and c.tag_ == "NNS" for c in clause.children)
    rallied = plural and any(noun.dep_ == "pobj" and noun.lemma_ in _GATHERING for noun in gathered)
    return clause if rallied else None


def _strike_of(workers: Token) -> Token | None:
    """What says that those who are its subject have struck ("walked out", "went on strike", "staged a walkout")."""
    verb = workers.head
    if workers.dep_ != "nsubj" or verb.pos_ != "VERB":
        return None
    after = [c for c in verb.children if c.i > verb.i]
    if any(c.lower_ == "against" for c in after):
        return None
    if verb.lemma_ == "walk" and any(c.lower_ == "out" for c in after):
        return None if any(c.lower_ == "of" for c in after) else verb
    if verb.lemma_ == "strike":
        return None if any(c.dep_ in ("dobj", "prt") for c in after) else verb
    under = [noun for c in after if c.dep_ == "prep" for noun in c.children if noun.dep_ == "pobj"]
    if verb.lemma_ == "walk" and any(noun.lower_ in ("job", "jobs") for noun in under):
        return verb
    struck = [c for c in after if c.dep_ == "dobj"] + (under if verb.lemma_ in ("go", "come", "be") else [])
    begun = verb.lower_.startswith("stag") or verb.lemma_ in _STRIKING
    return verb if begun and any(noun.lemma_ in _STRIKES for noun in struck) else None
