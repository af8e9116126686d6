"""Prefixes that the tokenizer parts from their nouns: "non-recognition"."""

from collections.abc import Iterator

from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc


def free_prefixes(doc: Doc) -> Iterator[Arc]:
    """ "Serbia's non-recognition of Kosovo": the parser takes "non" for a noun, and what belongs to the noun for its own."""
    for prefix in doc[:-2]:
        if prefix.lower_ != "non":
            continue
        hyphen, noun = prefix.nbor(1), prefix.nbor(2)
        if hyphen.text not in ("-", "–", "‐") or noun.pos_ != "NOUN":
            continue
        if prefix.whitespace_ or hyphen.whitespace_ or prefix.dep_ == "ROOT":
            continue
        yield Arc(prefix, noun, "amod")
        yield Arc(hyphen, noun, "punct")
        for part in (prefix, hyphen):
            yield from (
                Arc(child, noun, child.dep_) for child in part.children if child not in (noun, hyphen)
            )
