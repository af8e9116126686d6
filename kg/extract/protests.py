"""Protests that are told by what they demand: "marched to demand his resignation"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.annotations import Candidate
from kg.extract.lexicon.people import words
from kg.extract.tree import Doc, Token

PROTESTED: Final = "protestedAgainst"
CONSTRUCTION: Final = "SUBJ march to urge OBJ to VP"
_VOICED: Final = words("urged condemned")
_PROTESTING: Final = words("march rally demonstrate protest parade")
_GATHERING: Final = words("march rally demonstration protest sit-in vigil")


def protests(doc: Doc, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Against whom people march, where the sentence says it by what they march to demand."""
    for voiced in found:
        if voiced.relation in _VOICED and not voiced.static:
            protest = _protest_of(doc[voiced.trigger])
            if protest is not None:
                yield replace(voiced, relation=PROTESTED, trigger=protest.i, frame=CONSTRUCTION)


def _protest_of(trigger: Token) -> Token | None:
    """The verb of a clause that says what people march for ("marched to demand", "called for it at a rally")."""
    clause = trigger
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    if clause.head.lemma_ in _PROTESTING and clause.dep_ in ("advcl", "xcomp") and clause.i > clause.head.i:
        return clause.head
    gathered = (noun for c in clause.children if c.lower_ in ("at", "in") for noun in c.children)
    plural = any(c.dep_ == "nsubj" and c.tag_ == "NNS" for c in clause.children)
    rallied = plural and any(noun.dep_ == "pobj" and noun.lemma_ in _GATHERING for noun in gathered)
    return clause if rallied else None
