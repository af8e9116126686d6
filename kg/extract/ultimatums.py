"""Ultimatums: what somebody is told to do, or else ("ordered the bank to pay or face a suit")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.annotations import Candidate
from kg.extract.lexicon.people import words
from kg.extract.predicates import is_passive
from kg.extract.threats import THREATENED
from kg.extract.tree import Doc, Token

CONSTRUCTION: Final = "SUBJ tell OBJ to VP or face X"
_URGED: Final = "urged"
_SUFFERING: Final = words("face risk suffer lose forfeit expect")
"""Verbs of what befalls those who do not do as they are told."""

_HARM: Final = words(
    """kill shoot bomb attack arrest jail imprison prosecute sue punish expel fire sack dismiss remove destroy hang
    fine sanction ban exclude carry evict deport crush charge indict try strike hit"""
)


def ultimatums(doc: Doc, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Who threatens those whom they urge to do something, where the sentence says what will befall them otherwise."""
    for demand in found:
        if demand.relation == _URGED and not demand.static and _has_else(doc[demand.trigger]):
            yield replace(demand, relation=THREATENED, frame=CONSTRUCTION)


def _has_else(trigger: Token) -> bool:
    return any(
        _is_harm(clause)
        for asked in trigger.subtree
        if asked.i > trigger.i and asked.tag_ == "VB" and any(c.lower_ == "or" for c in asked.children)
        for clause in asked.children
        if clause.dep_ == "conj" and clause.i > asked.i
    )


def _is_harm(clause: Token) -> bool:
    return clause.lemma_ in _SUFFERING or (clause.lemma_ in _HARM and is_passive(clause))
