"""Verbs of headlines that the tagger sees and the parser takes for a part of the object."""

from collections.abc import Iterator

from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_MODIFYING = ("compound", "nmod", "amod")


def read_verbs_in_headlines(doc: Doc) -> Iterator[Arc]:
    """ "Premier sacks home minister": the parser makes one noun phrase of it."""
    for verb in doc:
        if verb.tag_ != "VBZ" or verb.dep_ not in _MODIFYING or verb.i == verb.sent.start:
            continue
        noun = _whole(verb)
        if noun.i < verb.i:
            continue
        subject = verb.nbor(-1)
        if (
            subject.pos_ not in ("NOUN", "PROPN")
            or noun.pos_ not in ("NOUN", "PROPN")
            or _has_verb_before(verb)
        ):
            continue
        yield Arc(verb, verb if noun.head == noun else noun.head, noun.dep_)
        yield Arc(noun, verb, "dobj")
        yield Arc(subject, verb, "nsubj")
        before = (c for c in (*noun.children, *verb.head.children) if c.i < subject.i)
        yield from (Arc(c, subject, c.dep_) for c in before)


def _whole(verb: Token) -> Token:
    """The head of the noun phrase that the verb is taken for a part of."""
    noun = verb.head
    while noun.dep_ in _MODIFYING and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _has_verb_before(verb: Token) -> bool:
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in verb.doc[verb.sent.start : verb.i])
