"""What the parser gets wrong in headlines: verbs that it takes for a part of the object, names that a comma joins."""

from collections.abc import Iterator

from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_ASTRAY = ("dep", "npadvmod", "advmod", "nsubj")
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


def join_subjects_of_headlines(doc: Doc) -> Iterator[Arc]:
    """ "Premier, president agree on truce": a name in front of the subject of a verb in the plural is a subject too."""
    for other in doc:
        verb = other.head
        if other.dep_ != "nsubj" or verb.tag_ != "VBP" or other.pos_ != "PROPN" or not other.left_edge.i:
            continue
        comma = other.left_edge.nbor(-1)
        name = comma.nbor(-1) if comma.text == "," and comma.i > comma.sent.start else comma
        if name.head == verb and name.dep_ in _ASTRAY and _opens_sentence(name):
            yield Arc(name, verb, "nsubj")
            yield Arc(other, name, "conj")


def _opens_sentence(name: Token) -> bool:
    return name.pos_ == "PROPN" and name.ent_type_ in _NAMED and name.left_edge.i == name.sent.start
