"""Verbs that the parser takes for participles of the noun before them."""

from collections.abc import Iterator

from kg.extract.clauses import VERBAL, is_finite
from kg.extract.repairs.arcs import Arc, own_subjects
from kg.extract.tree import Doc


def free_subjects_of_participles(doc: Doc) -> Iterator[Arc]:
    """ "Lee, once tipped as leader, was sacked": the parser gives Lee to "tipped"."""
    for participle in doc:
        verb = participle.head
        if participle.dep_ not in ("parataxis", "ccomp", "dep", "advcl") or participle.tag_ not in (
            "VBN",
            "VBD",
        ):
            continue
        if verb.i < participle.i or verb.pos_ not in VERBAL or not is_finite(verb) or own_subjects(verb):
            continue
        subject = next((c for c in participle.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or any(c.dep_ in ("aux", "auxpass", "mark") for c in participle.children):
            continue
        after = subject.right_edge.nbor(1) if subject.right_edge.text != "," else subject.right_edge
        if after.text == "," and after.i < participle.i and doc[participle.right_edge.i].text == ",":
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            yield Arc(subject, verb, "nsubjpass" if passive else "nsubj")
            yield Arc(participle, subject, "acl")


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
