"""Lists whose members the parser takes for appositions of each other."""

from collections.abc import Iterator
from typing import Final

from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_ACTING: Final = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_UPON: Final = frozenset(("on", "against", "upon"))
_LISTED: Final = frozenset(("PERSON", "ORG", "NORP"))


def coordinate_listed_names(doc: Doc) -> Iterator[Arc]:
    """ "Germany's Lee, France's Roy and Russia's Ek": a name in apposition to a name, with a third joined to it."""
    for name in doc:
        if name.dep_ == "appos" and _is_name(name) and _is_name(name.head) and _is_joined(name):
            yield Arc(name, name.head, "conj")


def coordinate_across_appositions(doc: Doc) -> Iterator[Arc]:
    """ "Karabey, an Istanbul shipowner, and Crest": what follows the second comma is joined to the name, not to the noun."""
    for other in doc:
        if other.dep_ != "conj" or other.pos_ not in ("PROPN", "NOUN", "NUM"):
            continue
        joint = next((c for c in other.head.children if c.dep_ == "cc" and c.i < other.i), None)
        explained = _explained(other.head)
        if joint is None or explained is None or explained.head.pos_ != "PROPN":
            continue
        if doc[joint.i - 1].text == "," == doc[explained.left_edge.i - 1].text:
            yield Arc(other, explained.head, "conj")
            yield Arc(joint, explained.head, "cc")


def coordinate_explained_nouns(doc: Doc) -> Iterator[Arc]:
    """ "The envoy, Ann Lee, and the general, Bo Ek": the parser joins the general to the name, and his name as a third."""
    for name in doc:
        if not (name.dep_ == "appos" and name.pos_ == "PROPN" and _is_one(name.head)):
            continue
        joined = [c for c in name.children if c.dep_ == "conj"]
        joint = next((c for c in name.children if c.dep_ == "cc"), None)
        if not joined or joint is None or not (_follows_comma(joint) and _follows_comma(name.left_edge)):
            continue
        first = joined[0]
        yield Arc(first, name.head, "conj")
        yield Arc(joint, name.head, "cc")
        for other in joined[1:]:
            if _is_one(first) and other.ent_type_ == "PERSON" and other.left_edge.i == first.right_edge.i + 2:
                yield Arc(other, first, "appos")


def coordinate_relatives(doc: Doc) -> Iterator[Arc]:
    """ "Lee, his sister Ann and Bo Ek", "Lee, his relatives and his friends": nobody is the relative of himself."""
    for his in doc:
        kin = his.head
        i = his.i - 2
        if his.tag_ != "PRP$" or kin.i < his.i or i < 0 or his.nbor(-1).text != ",":
            continue
        name = doc[i]
        joined = _joined_without_comma(kin)
        if name.ent_type_ != "PERSON" or name.pos_ != "PROPN" or joined is None:
            continue
        if kin.dep_ == "appos" and kin.head == name:
            yield Arc(kin, name, "conj")
        elif (
            kin.dep_ in ("nsubj", "nsubjpass") and name.dep_ in ("dep", "npadvmod") and kin.head == name.head
        ):
            yield Arc(name, kin.head, kin.dep_)
            yield Arc(kin, name, "conj")


def _joined_without_comma(kin: Token) -> Token | None:
    """What "and" joins to a noun for relatives or to the name right behind it."""
    name = next((c for c in kin.children if c.dep_ == "appos" and c.left_edge.i == kin.i + 1), None)
    if name is None and kin.tag_ != "NNS":
        return None
    last = name or kin
    after = [c for c in (*kin.children, *last.children) if c.dep_ == "conj" and c.i > last.i]
    closed = last.i + 1 < len(last.doc) and last.nbor(1).text == ","
    return after[0] if after and not closed else None


def coordinate_as_well_as(doc: Doc) -> Iterator[Arc]:
    """ "Sued Lee, as well as Bo Ek": the parser joins the name to the verb rather than to its object."""
    for joint in doc:
        verb = joint.head
        if joint.lower_ != "as" or joint.i < 2 or verb.pos_ != "VERB" or joint.nbor(-1).lower_ != "well":
            continue
        objects = [c for c in verb.children if c.dep_ == "dobj" and c.i < joint.i]
        joined = [c for c in joint.children if c.dep_ == "pobj"]
        joined += [c for c in verb.children if c.dep_ == "conj" and c.i > joint.i]
        if objects and joined and joined[0].pos_ in ("PROPN", "NOUN"):
            yield Arc(joined[0], objects[-1], "conj")
            yield Arc(joint, objects[-1], "cc")


def coordinate_short_names(doc: Doc) -> Iterator[Arc]:
    """ "Freed Lee and Bo Ek": the parser takes "Lee and Bo" for two first names of one surname."""
    for name in doc:
        whole = name.head
        other = next((c for c in name.children if c.dep_ == "conj" and c.pos_ == "PROPN"), None)
        if name.pos_ != "PROPN" or name.dep_ not in ("nmod", "compound") or other is None:
            continue
        if (
            other.i + 1 == whole.i
            and other.ent_type_ == whole.ent_type_ == "PERSON"
            and whole.pos_ == "PROPN"
        ):
            yield Arc(name, whole.head, whole.dep_)
            yield Arc(whole, name, "conj")
            yield Arc(other, whole, "compound")


def coordinate_targets(doc: Doc) -> Iterator[Arc]:
    """ "Sanctions on Lee, and seven firms": the parser joins to what is done those to whom it is done."""
    for other in doc:
        deed = other.head
        if other.dep_ != "conj" or deed.pos_ != "NOUN" or other.i < deed.i or not _acts(other) or _acts(deed):
            continue
        targets = [
            c
            for p in deed.children
            if p.lower_ in _UPON and p.i < other.i
            for c in p.children
            if c.dep_ == "pobj"
        ]
        if targets and (_acts(targets[-1]) or targets[-1].ent_type_ in _ACTING):
            yield Arc(other, targets[-1], "conj")


def _acts(noun: Token) -> bool:
    """Whether a noun or name is that of somebody who can act."""
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in _ACTING
    return noun.pos_ == "NOUN" and (lemma in PERSON_NOUNS or lemma in BODY_NOUNS)


def explain_plurals_by_names(doc: Doc) -> Iterator[Arc]:
    """ "The brothers Ann and Bo Ek": the parser takes a name after the noun for its adjective."""
    for name in doc:
        noun = name.head
        after = name.pos_ == "PROPN" and name.dep_ in ("amod", "nmod", "compound") and noun.i < name.i
        if after and noun.tag_ == "NNS" and any(c.dep_ == "conj" for c in name.children):
            yield Arc(name, noun, "appos")


def explain_wholes_by_names(doc: Doc) -> Iterator[Arc]:
    """ "Two aides of the mayor, Ann Lee and Bo Ek,": the parser takes two names for one mayor."""
    for name in doc:
        one = name.head
        if (
            name.dep_ != "appos"
            or name.pos_ != "PROPN"
            or not (_is_one(one) and _follows_comma(name.left_edge))
        ):
            continue
        whole = one
        while whole.dep_ in ("pobj", "prep"):
            whole = whole.head
        two = any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in name.children)
        if two and whole != one and whole.tag_ == "NNS" and whole.lemma_.lower() in PERSON_NOUNS:
            yield Arc(name, whole, "appos")


def _is_one(noun: Token) -> bool:
    return noun.tag_ == "NN" and noun.pos_ == "NOUN" and noun.lemma_.lower() not in BODY_NOUNS


def _follows_comma(token: Token) -> bool:
    return token.i > token.sent.start and token.nbor(-1).text == ","


def _explained(token: Token) -> Token | None:
    """The apposition that a token stands in, as long as only prepositions lie between."""
    current = token
    while current.dep_ in ("pobj", "prep"):
        current = current.head
    return current if current.dep_ == "appos" and current.pos_ == "NOUN" else None


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in _LISTED


def _is_joined(name: Token) -> bool:
    joined = [c for c in name.children if c.dep_ == "conj"]
    return any(c.dep_ == "cc" for c in name.children) and any(
        _is_name(c) and c.ent_type_ == name.ent_type_ == name.head.ent_type_ for c in joined
    )


def list_patients_of_deeds(doc: Doc) -> Iterator[Arc]:
    """ "Accused the police of beating him, his wife, and their son": the parser gives the list to who is accused."""
    for verb in doc:
        accused = next((c for c in verb.children if c.dep_ == "dobj"), None)
        deeds = [
            c for of in verb.children if of.lower_ in ("of", "for") for c in of.children if c.dep_ == "pcomp"
        ]
        if accused is None or not deeds:
            continue
        patient = next((c for c in deeds[0].children if c.dep_ == "dobj"), None)
        if patient is None or patient.right_edge.i + 1 >= len(doc) or patient.right_edge.nbor(1).text != ",":
            continue
        yield from (Arc(c, patient, "conj") for c in accused.children if c.dep_ == "conj" and c.i > patient.i)
        yield from (Arc(c, patient, "conj") for c in verb.children if c.dep_ == "dobj" and c.i > patient.i)
