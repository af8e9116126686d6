"""Arcs of a parse, and how several are changed at once."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.clauses import VERBAL, is_finite


class Arc(NamedTuple):
    """What a token is to hang on, and as what; a token that hangs on itself is a root."""

    token: Token
    head: Token
    dep: str


def change(arcs: Sequence[Arc]) -> None:
    """Hang tokens on other heads, roots first, so that none hangs below itself on the way."""
    for token, head, dep in sorted(arcs, key=lambda arc: arc.token != arc.head):
        if token != head and head in token.subtree:
            continue
        token.head = head
        token.dep_ = dep


def finite_verbs(doc: Doc, start: int, end: int) -> list[Token]:
    """The finite verbs, auxiliaries left out, from one place to another."""
    return [
        t for t in doc[start:end] if t.pos_ in VERBAL and t.dep_ not in ("aux", "auxpass") and is_finite(t)
    ]


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that stand under the verb itself."""
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
