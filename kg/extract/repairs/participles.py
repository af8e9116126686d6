"""Verbs that the parser takes for participles of the noun before them."""

from collections.abc import Iterator

from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc


def free_verbs_after_sources(doc: Doc) -> Iterator[Arc]:
    """ "Chad, according to Lee, arrested Ek": the parser takes the verb for a participle of the source."""
    for phrase in doc:
        subject = phrase.head
        if phrase.lower_ != "according" or phrase.dep_ != "prep" or subject.pos_ not in ("NOUN", "PROPN"):
            continue
        verb = next((t for t in phrase.subtree if t.dep_ == "acl" and t.tag_ == "VBN"), None)
        if verb is None or verb.nbor(-1).text != ",":
            continue
        if subject.dep_ == "ROOT" and any(c.dep_ == "dobj" for c in verb.children):
            yield Arc(verb, verb, "ROOT")
            yield Arc(subject, verb, "nsubj")
            yield Arc(phrase, verb, "prep")
            yield from (Arc(c, verb, c.dep_) for c in phrase.children if c.i > verb.i)
