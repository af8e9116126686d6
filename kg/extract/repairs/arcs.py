"""Arcs of a parse, and how several are changed at once."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy import tokens

from kg.extract.clauses import VERBAL, is_finite
from kg.extract.tree import Doc, Token


class Arc(NamedTuple):
    """What a token is to hang on, and as what; a token that hangs on itself is a root."""

    token: Token
    head: Token
    dep: str


def change(doc: tokens.Doc, arcs: Sequence[Arc]) -> None:
    """Hang tokens of a document on other heads, roots first, so that none hangs below itself on the way."""
    for token, head, dep in sorted(arcs, key=lambda arc: arc.token != arc.head):
        changed, above = doc[token.i], doc[head.i]
        if changed != above and above in changed.subtree:
            continue
        changed.head = above
        changed.dep_ = dep


def finite_verbs(doc: Doc, start: int, end: int) -> list[Token]:
    """The finite verbs, auxiliaries left out, from one place to another."""
    return [
        t for t in doc[start:end] if t.pos_ in VERBAL and t.dep_ not in ("aux", "auxpass") and is_finite(t)
    ]


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that stand under the verb itself."""
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
