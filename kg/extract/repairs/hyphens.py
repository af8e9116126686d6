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


def free_verbs_of_re(doc: Doc) -> Iterator[Arc]:
    """ "Was re-elected, defeating Ek": the parser takes "re" for the verb, and often its auxiliary for one as well."""
    for prefix in doc[:-2]:
        hyphen, verb = prefix.nbor(1), prefix.nbor(2)
        if prefix.lower_ != "re" or hyphen.text not in ("-", "–", "‐") or verb.pos_ != "VERB":
            continue
        if prefix.whitespace_ or hyphen.whitespace_ or verb.head != prefix:
            continue
        yield Arc(verb, verb if prefix.head == prefix else prefix.head, prefix.dep_)
        yield Arc(prefix, verb, "advmod")
        yield Arc(hyphen, verb, "punct")
        passive = any(c.dep_ == "auxpass" for c in prefix.children)
        for child in prefix.children:
            if child in (hyphen, verb):
                continue
            yield Arc(child, verb, child.dep_)
            if child.dep_ in ("aux", "auxpass"):
                subject = "nsubjpass" if passive else "nsubj"
                yield from (Arc(c, verb, subject) for c in child.children if c.dep_ in ("nsubj", "nsubjpass"))
