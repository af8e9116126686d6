"""A source with a relative clause behind what it says: "…, a diplomat who asked not to be named said."."""

from collections.abc import Iterator

from kg.extract.attribution.regions import Region, beside
from kg.extract.attribution.sources import Sources
from kg.extract.lexicon.speech import SAYING
from kg.extract.tree import Token
from kg.model import UNNAMED

_ENDS = frozenset('.,;”"')


def trailing(verb: Token, sources: Sources) -> Iterator[Region]:
    """The region of a verb of saying that closes its sentence and that the parser has drawn into the clause before it."""
    if verb.lemma_.lower() not in SAYING or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    following = verb.nbor(1).text if verb.i + 1 < len(verb.doc) else "."
    clause = next((a for a in verb.ancestors if a.dep_ == "relcl" and a.i < verb.i), None)
    if (
        following not in _ENDS
        or clause is None
        or any(c.i < verb.i and c.dep_ == "nsubj" for c in verb.children)
    ):
        return
    noun = clause.head
    left = noun.left_edge.i
    if left <= verb.sent.start or verb.doc[left - 1].text not in (",", "”", '"'):
        return
    indefinite = any(c.lower_ in ("a", "an", "one", "some", "two", "three") for c in noun.children)
    holder = UNNAMED if indefinite or noun.tag_ == "NNS" else sources.holder([noun])
    if holder is not None:
        yield from beside(noun, holder, left, verb.i + 1)
