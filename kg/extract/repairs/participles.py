"""Verbs that the parser takes for participles of the noun before them."""

from collections.abc import Iterator
from typing import Final

from kg.extract.clauses import VERBAL, is_finite
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.predicates.lexicon import CALENDAR
from kg.extract.repairs.arcs import Arc, own_subjects
from kg.extract.tree import Doc, Token

_HANGING: Final = frozenset(("prep", "advcl", "punct"))
NAMING: Final = frozenset({"name", "call", "dub", "nickname", "title"})


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
        last = participle.right_edge
        closed = last.text == "," or (last.i + 1 < verb.i and last.nbor(1).text == ",")
        if after.text == "," and after.i < participle.i and closed:
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


def free_verbs_after_days(doc: Doc) -> Iterator[Arc]:
    """ "A court on Friday convicted banker Ann Lee of fraud": the parser takes the verb for a modifier of the name."""
    for verb in doc[2:-1]:
        day = verb.nbor(-1)
        if verb.dep_ != "amod" or verb.tag_ not in ("VBN", "VBD") or day.lower_ not in CALENDAR:
            continue
        preposition = day.head
        subject = preposition.head
        name = verb.head
        while name.dep_ == "compound" and name.head.i > name.i:
            name = name.head
        if (
            preposition.dep_ != "prep"
            or subject.i > preposition.i
            or name.dep_ != "appos"
            or name.head != subject
        ):
            continue
        yield from _led_by(verb, subject, name)
        yield Arc(preposition, verb, "prep")


def free_verbs_before_titles(doc: Doc) -> Iterator[Arc]:
    """ "A Bern court jailed banker Ann Lee for fraud": the parser takes the verb for a modifier of the name."""
    for verb in doc[1:-1]:
        subject, name = verb.nbor(-1), verb.head
        while name.dep_ == "compound" and name.head.i > name.i:
            name = name.head
        if verb.dep_ != "amod" or verb.tag_ not in ("VBN", "VBD") or name.pos_ != "PROPN":
            continue
        if (
            subject.dep_ != "nsubj"
            or subject.head not in (verb, name)
            or own_subjects(name) not in ([], [subject])
        ):
            continue
        yield Arc(verb, verb if name.head == name else name.head, name.dep_)
        yield Arc(subject, verb, "nsubj")
        yield Arc(name, verb, "dobj")
        yield from (
            Arc(c, verb, c.dep_) for c in name.children if c.i > name.i and c.dep_ in ("prep", "punct")
        )


def _led_by(verb: Token, subject: Token, name: Token) -> Iterator[Arc]:
    """The arcs by which a verb gets its subject and its object, and the verb of the sentence is joined to it."""
    above = subject.head
    yield Arc(name, verb, "dobj")
    if subject.dep_ == "nsubj" and above.i > name.i:
        yield Arc(verb, verb if above.head == above else above.head, above.dep_)
        yield Arc(above, verb, "conj")
    else:
        yield Arc(verb, verb if above == subject else above, subject.dep_)
    yield Arc(subject, verb, "nsubj")
    yield from (Arc(c, verb, c.dep_) for c in subject.children if c.dep_ == "cc" and c.i > name.i)
    yield from (Arc(c, verb, "prep") for c in name.children if c.dep_ == "prep" and c.i > name.i)
    yield from (Arc(c, name, c.dep_) for c in verb.children if verb.i < c.i < name.i)


def free_verbs_after_bodies(doc: Doc) -> Iterator[Arc]:
    """ "The board named Ann Lee as its chief": the parser takes the verb for a participle of the noun."""
    for sentence in doc.sents:
        root = sentence.root
        above = next((c for c in root.children if c.dep_ == "nsubj" and root.pos_ == "PROPN"), root)
        subject = above if above.i < root.i else root
        if subject.pos_ not in ("NOUN", "PROPN") or subject.lemma_.lower() in PERSON_NOUNS:
            continue
        verb = next((c for c in subject.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")), None)
        if (
            verb is None
            or verb.lemma_ == "call"
            or verb.i != subject.i + 1
            or any(c.dep_ == "agent" for c in verb.children)
        ):
            continue
        if verb.lemma_ in NAMING and any(c.lower_ in ("a", "an") for c in subject.children):
            continue  # "a ship named Maria"
        named = next((c for c in verb.children if c.dep_ in ("oprd", "dobj") and c.i > verb.i), None)
        if named is None or named.pos_ != "PROPN" or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
            continue
        yield Arc(verb, verb, "ROOT")
        yield Arc(subject, verb, "nsubj")
        yield Arc(named, verb, "dobj")
        if root != subject:
            yield Arc(root, named, "appos")
            yield from (Arc(c, verb, c.dep_) for c in root.children if c.i > verb.i and c.dep_ in _HANGING)
        yield from (Arc(c, verb, c.dep_) for c in subject.children if c.i > verb.i)
