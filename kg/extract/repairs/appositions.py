"""Names that explain the noun before them, and that the parser takes for an adverb."""

from collections.abc import Iterator

from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token


def hang_names_on_nouns(doc: Doc) -> Iterator[Arc]:
    """ "Fired her superior, Minister Bo Ek": the parser takes the name for a time."""
    for name in doc:
        if name.dep_ != "npadvmod" or name.pos_ != "PROPN" or name.ent_type_ != "PERSON":
            continue
        comma = name.left_edge.i - 1
        noun = _noun_ending_at(doc[comma - 1]) if comma > 0 and doc[comma].text == "," else None
        if noun is not None and noun != name:
            yield Arc(name, noun, "appos")


def _noun_ending_at(token: Token) -> Token | None:
    """The largest noun phrase without a name that ends with a token."""
    found, current = None, token
    while current.right_edge == token:
        if current.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "attr") and current.pos_ in ("NOUN", "ADJ"):
            found = current
        if current.head == current:
            break
        current = current.head
    return found
