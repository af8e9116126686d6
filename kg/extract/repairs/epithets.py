"""What somebody is called in quotation marks, which the parser joins to the name before it."""

from collections.abc import Iterator
from typing import Final

from kg.extract.predicates.epithets import OPENING
from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

CALLING: Final = frozenset(("call", "brand", "label", "dub"))
REACH: Final = 7
"""How many tokens after the verb the quotation may open."""
_WITHIN: Final = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"))


def part_epithets_from_names(doc: Doc) -> Iterator[Arc]:
    """ "Called Ann Lee “a ghost”": the parser takes the words quoted for an apposition, or Lee for a part of them."""
    for verb in doc[:-3]:
        if verb.pos_ != "VERB" or verb.lemma_ not in CALLING:
            continue
        mark = next((t for t in doc[verb.i + 2 : verb.i + REACH] if t.text in OPENING), None)
        if mark is None or mark.i + 1 >= verb.sent.end:
            continue
        between = doc[verb.i + 1 : mark.i]
        if not all(t.pos_ in _WITHIN or t.text == "-" for t in between):
            continue
        named, epithet = _top(mark.nbor(-1), verb.i, mark.i), _top(mark.nbor(1), mark.i, verb.sent.end)
        if named.pos_ not in ("NOUN", "PROPN", "PRON") or epithet.pos_ not in ("NOUN", "ADJ"):
            continue
        if named.dep_ != "dobj" or epithet.dep_ != "oprd":
            yield Arc(named, verb, "dobj")
            yield Arc(epithet, verb, "oprd")


def _top(token: Token, after: int, before: int) -> Token:
    """The head of the phrase that a token belongs to, between two places."""
    while token.head != token and after < token.head.i < before:
        token = token.head
    return token
