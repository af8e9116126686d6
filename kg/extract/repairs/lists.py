"""Lists whose members the parser takes for appositions of each other."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from kg.extract.repairs.arcs import Arc

_LISTED: Final = frozenset(("PERSON", "ORG", "NORP"))


def coordinate_listed_names(doc: Doc) -> Iterator[Arc]:
    """ "Germany's Lee, France's Roy and Russia's Ek": a name in apposition to a name, with a third joined to it."""
    for name in doc:
        if name.dep_ == "appos" and _is_name(name) and _is_name(name.head) and _is_joined(name):
            yield Arc(name, name.head, "conj")


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in _LISTED


def _is_joined(name: Token) -> bool:
    joined = [c for c in name.children if c.dep_ == "conj"]
    return any(c.dep_ == "cc" for c in name.children) and any(
        _is_name(c) and c.ent_type_ == name.ent_type_ == name.head.ent_type_ for c in joined
    )
