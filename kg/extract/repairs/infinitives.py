"""Infinitives and gerunds that the parser ties to a noun or a clause between them and their verb."""

from collections.abc import Iterator
from typing import Final

from kg.extract.clauses import is_infinitive, is_wished_of
from kg.extract.predicates.lexicon import DISCUSSING, OBJECT_CONTROL
from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_TELLING: Final = frozenset("tell inform assure remind warn convince notify persuade".split())


def free_infinitives(doc: Doc) -> Iterator[Arc]:
    """ "Asked Serbia, where he has lived since losing power, to extradite him": the verb is "asked", not "losing"."""
    for infinitive in doc:
        if (
            infinitive.tag_ != "VB"
            or infinitive.dep_ not in ("advcl", "xcomp")
            or not is_infinitive(infinitive)
        ):
            continue
        edge = infinitive.left_edge.i
        relative = next((t for t in infinitive.ancestors if t.dep_ == "relcl"), None)
        if edge == 0 or doc[edge - 1].text != "," or relative is None:
            continue
        verb = _controlling(relative.head)
        if verb is not None and relative.left_edge.i > 0 and doc[relative.left_edge.i - 1].text == ",":
            yield Arc(infinitive, verb, "xcomp")


def tie_infinitives_to_votes(doc: Doc) -> Iterator[Arc]:
    """ "Voted 61 to 54 to oust Lee": what is decided, which the parser takes for a purpose."""
    for infinitive in doc:
        verb = infinitive.head
        voted = infinitive.dep_ == "advcl" and verb.lemma_ == "vote" and is_infinitive(infinitive)
        if voted and any(t.like_num for t in doc[verb.i + 1 : infinitive.left_edge.i]):
            yield Arc(infinitive, verb, "xcomp")


def free_gerunds(doc: Doc) -> Iterator[Arc]:
    """ "Discussed with envoys lifting sanctions": the gerund is what is discussed, not what the envoys do."""
    for gerund in doc:
        noun = gerund.head
        if gerund.tag_ != "VBG" or gerund.dep_ != "acl" or noun.dep_ != "pobj" or noun.head.lower_ != "with":
            continue
        verb = noun.head.head
        if verb.lemma_ in DISCUSSING and not any(c.dep_ == "dobj" for c in verb.children):
            yield Arc(gerund, verb, "xcomp")


def give_gerunds_to_objects(doc: Doc) -> Iterator[Arc]:
    """ "Supports Ukraine joining the EU": the gerund is what Ukraine would do, not who supports it."""
    for gerund in doc[1:]:
        noun = gerund.nbor(-1)
        if gerund.tag_ != "VBG" or gerund.dep_ != "advcl" or noun.pos_ not in ("PROPN", "NOUN"):
            continue
        if is_wished_of(noun) and gerund.head in noun.ancestors:
            yield Arc(gerund, noun, "acl")


def open_told_clauses(doc: Doc) -> Iterator[Arc]:
    """ "Told the judges that Lee had asked Peru, above all, to go": the parser takes what is told for the judges' own.

    The infinitive then goes with what is told as well.
    """
    for clause in doc:
        told = clause.head
        verb = told.head
        if clause.dep_ != "relcl" or told.dep_ != "dobj" or verb.lemma_ not in _TELLING or told.i < verb.i:
            continue
        that = next((c for c in clause.children if c.lower_ == "that" and c.dep_ == "dobj"), None)
        others = [c for c in clause.children if c.dep_ in ("dobj", "ccomp") and c != that]
        if that is None or not others or that != clause.left_edge:
            continue
        yield Arc(clause, verb, "ccomp")
        yield Arc(that, clause, "mark")
        if clause.lemma_ in OBJECT_CONTROL:
            later = (c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.i > clause.i)
            yield from (Arc(c, clause, "xcomp") for c in later if is_infinitive(c))


def _controlling(noun: Token) -> Token | None:
    """The verb that has a noun or what it explains as its object, and can have an infinitive besides."""
    current = noun
    while current.dep_ == "appos":
        current = current.head
    verb = current.head
    return verb if current.dep_ == "dobj" and verb.lemma_ in OBJECT_CONTROL else None
