"""Objects that the parser gives to another verb, or takes for something else."""

from collections.abc import Iterator
from itertools import pairwise

from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_GIVING = frozenset("give lend send grant offer pay hand sell award promise".split())
_TERMS = frozenset("year month week day term".split())
_SUMMING_UP = frozenset("move step decision act gesture sign blow setback change".split())
_OF_PEOPLE = frozenset("tell ask show teach write cost take bring".split())
"""Verbs that may have whom they are done to without what."""

_HELPED_TO = frozenset(
    "win escape return rise hide vote recover fight plot run flee steal draft launch".split()
)


def free_objects_of_let_go(doc: Doc) -> Iterator[Arc]:
    """ "Let go three men": whoever the parser gives to "go", or to a participle after it, is let go."""
    for let, go in pairwise(doc):
        if let.lemma_ != "let" or go.lower_ != "go" or let not in (go.head, *go.children):
            continue
        if let.head == go:
            yield Arc(let, let if go.head == go else go.head, go.dep_)
            yield from (Arc(c, let, c.dep_) for c in go.children if c != let)
            yield Arc(go, let, "xcomp")
            continue
        if any(c.dep_ == "dobj" for c in let.children):
            continue
        yield from (Arc(c, let, "dobj") for c in go.children if c.dep_ == "dobj")
        of = next((c for c in go.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        if of is not None:
            yield from (Arc(c, let, "dobj") for c in of.children if c.dep_ == "pobj")
        for clause in (*let.children, *go.children):
            if clause.dep_ == "ccomp" and clause.tag_ in ("VBN", "VBD") and clause.i > go.i:
                for subject in clause.children:
                    if subject.dep_ in ("nsubj", "nsubjpass") and subject.left_edge.i == go.i + 1:
                        yield Arc(subject, let, "dobj")
                        yield Arc(clause, subject, "acl")


def part_two_objects(doc: Doc) -> Iterator[Arc]:
    """ "Offered Spain and Chad the use of a house": of two direct objects the first is who gets the second.

    Behind a comma the second explains the first, unless it sums up what is done ("removed Lexa, a shipper, from the list").
    """
    for verb in doc:
        if verb.pos_ != "VERB":
            continue
        objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
        if (
            len(objects) == 2
            and objects[0].tag_ in ("NNP", "NNPS", "PRP")
            and objects[1].tag_ not in ("NNP", "NNPS")
        ):
            apart = doc[objects[1].left_edge.i - 1].text == ","
            if apart and verb.lemma_ not in _GIVING and objects[1].lemma_ not in _SUMMING_UP:
                yield Arc(objects[1], objects[0], "appos")
            else:
                yield Arc(objects[0], verb, "dative")


def give_terms_to_recipients(doc: Doc) -> Iterator[Arc]:
    """ "Handed Ek 10 years in jail": the parser takes what is given for a time."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in _GIVING:
            continue
        behind = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "dative", "npadvmod")]
        if [c.dep_ for c in behind] not in (["dobj", "npadvmod"], ["dative", "npadvmod"]):
            continue
        whom, term = behind
        named = "PROPN" in (whom.pos_, *(c.pos_ for c in whom.children if c.dep_ == "appos"))
        if named and term.lemma_ in _TERMS and term.left_edge.i == whom.right_edge.i + 1:
            yield Arc(whom, verb, "dative")
            yield Arc(term, verb, "dobj")


def part_recipients_from_numbers(doc: Doc) -> Iterator[Arc]:
    """ "Gave the Ukraine two ships": the parser takes the name for a part of what is given."""
    for name in doc[:-1]:
        thing = name.head.head if name.head.tag_ == "CD" else name.head
        if name.dep_ not in ("compound", "nmod") or name.tag_ not in ("NNP", "NNPS"):
            continue
        if thing.dep_ != "dobj" or thing.head.lemma_ not in _GIVING or thing.tag_ not in ("NNS", "NN"):
            continue
        number = name.nbor(1)
        if (number.tag_ == "CD" or number.lower_ in ("a", "an")) and number.head == thing:
            yield Arc(name, thing.head, "dative")
            yield from (
                Arc(part, name, part.dep_)
                for part in (*thing.children, *number.children)
                if part.i < name.i and part.dep_ in ("det", "compound")
            )


def explain_second_objects(doc: Doc) -> Iterator[Arc]:
    """ "Fired Ek and put his brother, Bo Lee, in his place": the parser gives the name to "fired"."""
    for name in doc:
        first = name.head
        if name.dep_ != "dobj" or name.ent_type_ != "PERSON" or name.left_edge.i == 0:
            continue
        if not any(c.dep_ == "dobj" and c.i < name.i for c in first.children):
            continue
        second = [c for c in first.children if c.dep_ == "conj" and c.i < name.i and c.pos_ == "VERB"]
        objects = [c for verb in second[-1:] for c in verb.children if c.dep_ == "dobj" and c.tag_ == "NN"]
        if objects and any(t.text == "," for t in doc[objects[-1].i : name.left_edge.i]):
            yield Arc(name, objects[-1], "appos")
            yield from (
                Arc(c, second[-1], "prep") for c in first.children if c.dep_ == "prep" and c.i > name.i
            )


def part_names_from_help(doc: Doc) -> Iterator[Arc]:
    """ "Helped Ann Lee win": the parser takes for a noun what she is helped to do."""
    for deed in doc:
        name = deed.nbor(-1) if deed.i else deed
        named = name.head == deed and name.dep_ == "compound" and name.ent_type_ == "PERSON"
        if named and deed.lower_ in _HELPED_TO and deed.head.lemma_ == "help" and deed.i > deed.head.i:
            yield Arc(name, deed.head, "dobj")
            yield Arc(deed, deed.head, "xcomp")
            yield from (Arc(c, name, c.dep_) for c in deed.children if c.i < name.i)


def free_lone_recipients(doc: Doc) -> Iterator[Arc]:
    """ "Released politicians Lee and Ek", "jailed Lee pending trial": the parser has it that they get something."""
    for verb in doc:
        recipient = next((c for c in verb.children if c.dep_ == "dative" and c.i > verb.i), None)
        if recipient is None or recipient.pos_ == "ADP" or recipient.left_edge.i != verb.i + 1:
            continue
        objects = [c for c in verb.children if c.dep_ == "dobj"]
        pending = next((c for o in objects for c in o.children if c.lower_ == "pending" and c.i < o.i), None)
        if not objects and verb.lemma_ not in _GIVING | _OF_PEOPLE:
            yield Arc(recipient, verb, "dobj")
        elif pending is not None and pending.i == recipient.right_edge.i + 1:
            yield Arc(recipient, verb, "dobj")
            yield Arc(pending, verb, "prep")
            yield Arc(objects[0], pending, "pobj")


def tie_in_absentia(doc: Doc) -> Iterator[Arc]:
    """ "Sentenced him in absentia to two years": the parser takes "in" for a particle."""
    for word in doc:
        if word.lower_ != "absentia" or word.i == 0 or word.nbor(-1).lower_ != "in":
            continue
        preposition, verb = word.nbor(-1), _verb_above(word)
        yield Arc(preposition, verb, "prep")
        yield Arc(word, preposition, "pobj")
        yield from (Arc(c, verb, "prep") for c in word.children if c.dep_ == "prep")


def _verb_above(word: Token) -> Token:
    return word.nbor(-1).head if word.head.pos_ == "ADP" else word.head
