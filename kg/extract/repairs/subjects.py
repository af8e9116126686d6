"""Verbs to which the parser gives two subjects, or none because a phrase of time or place has swallowed it."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from kg.extract.clauses import VERBAL, is_finite, is_infinitive
from kg.extract.predicates.lexicon import CALENDAR
from kg.extract.repairs.arcs import Arc, own_subjects

_SUBJECTS: Final = ("nsubj", "nsubjpass")


def keep_one_subject(doc: Doc) -> Iterator[Arc]:
    """Of two subjects before a verb the one beside it stays; an apposition between commas yields to what it explains.

    "Lee, people say, has resigned": the parser gives "Lee" to "say".
    """
    for verb in doc:
        if verb.pos_ not in VERBAL:
            continue
        before = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i]
        if len(before) != 2:
            continue
        first, second = before
        if _between_commas(second):
            if verb.dep_ in ("parataxis", "ccomp") and verb.head.i > verb.i and not own_subjects(verb.head):
                continue
            yield Arc(second, first, "appos")
        elif verb.dep_ == "parataxis" and verb.head.i > verb.i and not own_subjects(verb.head):
            yield Arc(first, verb.head, "nsubj")
        else:
            yield Arc(first, verb, "dep")


def free_subjects_after_dates(doc: Doc) -> Iterator[Arc]:
    """ "In May Tullow Oil proposed …": the parser takes the month for a part of the name."""
    for verb in _without_subject(doc):
        preposition = next((c for c in verb.children if c.dep_ == "prep" and c.i < verb.i), None)
        date = preposition.nbor(1) if preposition is not None else verb
        noun = date.head
        if preposition is None or date.lower_ not in CALENDAR:
            continue
        if date.dep_ in ("compound", "nmod") and noun.dep_ == "pobj" and noun.head == preposition:
            yield Arc(date, preposition, "pobj")
            yield Arc(noun, verb, "nsubj")
        elif date.dep_ == "pobj" and (counted := _counted(date)):
            number, *rest = counted
            yield Arc(number, verb, "nsubj")
            yield from (Arc(token, number, token.dep_) for token in rest)


def free_subjects_after_places(doc: Doc) -> Iterator[Arc]:
    """ "In Washington, Lee, who chairs …, demanded": the parser takes a person for an apposition of the place."""
    for verb in _without_subject(doc):
        for preposition in verb.children:
            if preposition.dep_ != "prep" or preposition.i > verb.i:
                continue
            for place in (c for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ != "PERSON"):
                person = next((c for c in place.children if _is_person_beside(c)), None)
                if person is not None:
                    yield Arc(person, verb, "nsubj")
                    yield from (Arc(c, person, c.dep_) for c in place.children if c.i > person.i)


def _is_person_beside(token: Token) -> bool:
    return token.dep_ == "appos" and token.pos_ == "PROPN" and token.ent_type_ == "PERSON"


def _without_subject(doc: Doc) -> Iterator[Token]:
    for verb in doc:
        if (
            verb.dep_ in ("ROOT", "ccomp")
            and verb.pos_ in VERBAL
            and verb.tag_ in ("VBD", "VBZ")
            and is_finite(verb)
            and not own_subjects(verb)
        ):
            yield verb


def _counted(date: Token) -> list[Token]:
    """The number that the parser counts the day with, and what it counts ("On Monday 2,000 of them marched")."""
    numbers = [c for c in date.children if c.dep_ == "nummod" and c.i == date.i + 1]
    rest = [c for c in date.children if c.dep_ == "prep" and c.lower_ == "of"]
    return [*numbers, *rest] if numbers and rest and rest[0].i == numbers[0].i + 1 else []


def _between_commas(noun: Token) -> bool:
    left, right = noun.left_edge.i - 1, noun.right_edge.i + 1
    return left >= 0 and right < len(noun.doc) and noun.doc[left].text == "," == noun.doc[right].text
