"""Lists whose members the parser takes for appositions of each other."""

from collections.abc import Iterator
from typing import Final

from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_LISTED: Final = frozenset(("PERSON", "ORG", "NORP"))


def coordinate_listed_names(doc: Doc) -> Iterator[Arc]:
    """ "Germany's Lee, France's Roy and Russia's Ek": a name in apposition to a name, with a third joined to it."""
    for name in doc:
        if name.dep_ == "appos" and _is_name(name) and _is_name(name.head) and _is_joined(name):
            yield Arc(name, name.head, "conj")


def coordinate_across_appositions(doc: Doc) -> Iterator[Arc]:
    """ "Karabey, an Istanbul shipowner, and Crest": what follows the second comma is joined to the name, not to the noun."""
    for other in doc:
        if other.dep_ != "conj" or other.pos_ not in ("PROPN", "NOUN", "NUM"):
            continue
        joint = next((c for c in other.head.children if c.dep_ == "cc" and c.i < other.i), None)
        explained = _explained(other.head)
        if joint is None or explained is None or explained.head.pos_ != "PROPN":
            continue
        if doc[joint.i - 1].text == "," == doc[explained.left_edge.i - 1].text:
            yield Arc(other, explained.head, "conj")
            yield Arc(joint, explained.head, "cc")


def _explained(token: Token) -> Token | None:
    """The apposition that a token stands in, as long as only prepositions lie between."""
    current = token
    while current.dep_ in ("pobj", "prep"):
        current = current.head
    return current if current.dep_ == "appos" and current.pos_ == "NOUN" else None


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in _LISTED


def _is_joined(name: Token) -> bool:
    joined = [c for c in name.children if c.dep_ == "conj"]
    return any(c.dep_ == "cc" for c in name.children) and any(
        _is_name(c) and c.ent_type_ == name.ent_type_ == name.head.ent_type_ for c in joined
    )
