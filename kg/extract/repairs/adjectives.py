"""Adjectives and participles by which the parser loses the noun that they speak of."""

from collections.abc import Iterator
from itertools import pairwise

from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_VISITING = frozenset("visiting ruling sitting outgoing incoming acting leading".split())

_CLAUSES = frozenset(("xcomp", "ccomp", "pcomp", "advcl"))


def free_found_guilty(doc: Doc) -> Iterator[Arc]:
    """ "Found Keller guilty", "found the 32-year-old guilty": the parser takes who that is for a part of the adjective."""
    for adjective in doc:
        verb = adjective.head
        if verb.lemma_ not in ("find", "declare", "hold", "rule", "pronounce"):
            continue
        if adjective.pos_ != "ADJ" and adjective.lower_ != "guilty":
            continue
        for found in adjective.children:
            name = found.dep_ in ("compound", "nmod") and found.pos_ == "PROPN"
            aged = found.dep_ == "amod" and found.lower_ == "old"
            if (name or aged) and verb.i < found.i < adjective.i:
                yield Arc(found, verb, "dobj")
                yield Arc(adjective, verb, "oprd")
                yield from (
                    Arc(c, found, "det") for c in adjective.children if c.dep_ == "det" and c.i < found.i
                )


def free_set_free(doc: Doc) -> Iterator[Arc]:
    """ "Let free three men", "set free Ann Lee": the adjective is what they are let be, not what they are."""
    for verb, free in pairwise(doc):
        if verb.lemma_ not in ("let", "set") or free.lower_ != "free":
            continue
        if free.head == verb:
            freed = [c for c in free.children if c.dep_ in ("dobj", "nsubj") and c.i > free.i]
        else:
            freed = [free.head] if free.dep_ == "amod" and free.head.head == verb else []
        for noun in freed:
            yield Arc(noun, verb, "dobj")
            yield Arc(free, verb, "oprd")


def part_neighbouring_from_verbs(doc: Doc) -> Iterator[Arc]:
    """ "Accused neighbouring Chad of it": the parser takes the participle for a clause whose object the country is."""
    for participle in doc:
        if participle.lower_ not in ("neighbouring", "neighboring") or participle.dep_ not in _CLAUSES:
            continue
        noun = next((c for c in participle.children if c.dep_ == "dobj" and c.i > participle.i), None)
        if noun is None or noun.left_edge.i != participle.i + 1 or participle.head == participle:
            continue
        yield Arc(noun, participle.head, "pobj" if participle.head.pos_ == "ADP" else "dobj")
        yield Arc(participle, noun, "amod")
        yield from (Arc(c, participle.head, c.dep_) for c in participle.children if c.i > noun.i)


def part_visiting_from_prepositions(doc: Doc) -> Iterator[Arc]:
    """ "Against visiting Prince Otto": the parser takes the participle for a gerund with an object."""
    for participle in doc:
        if participle.lower_ not in _VISITING or participle.dep_ != "pcomp":
            continue
        noun = next((c for c in participle.children if c.dep_ == "dobj" and _follows(participle, c)), None)
        if noun is not None and noun.ent_type_ == "PERSON":
            yield Arc(noun, participle.head, "pobj")
            yield Arc(participle, noun, "amod")


def _follows(participle: Token, noun: Token) -> bool:
    return noun.left_edge.i == participle.i + 1
