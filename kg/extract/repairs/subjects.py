"""Verbs to which the parser gives two subjects, or none because a phrase of time or place has swallowed it."""

from collections.abc import Iterator
from typing import Final

from kg.extract.clauses import VERBAL, is_finite, is_infinitive
from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.lexicon.words import SPEECH_VERBS
from kg.extract.predicates.lexicon import CALENDAR
from kg.extract.repairs.arcs import Arc, own_subjects
from kg.extract.tree import Doc, Token

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


def free_subjects_after_clauses(doc: Doc) -> Iterator[Arc]:
    """ "If Chad frees Lee, Mali will …": the parser takes the subject for an apposition of what stands before the comma."""
    for verb in doc:
        if verb.dep_ not in ("ROOT", "ccomp", "conj") or verb.pos_ not in VERBAL or not is_finite(verb):
            continue
        for clause in _opening_clauses(verb):
            noun = next((t for t in _apposed_before(verb) if t.i > clause.i), None)
            if noun is None:
                continue
            taken = noun.head
            own = own_subjects(verb)
            if not own and taken in clause.subtree:
                yield Arc(noun, verb, "nsubj")
            elif own == [taken] and taken.left_edge.i > clause.i and not _has_object(clause):
                yield Arc(taken, clause, "dobj")
                yield Arc(noun, verb, taken.dep_)
            break


def free_speakers_after_places(doc: Doc) -> Iterator[Arc]:
    """ "Ek fled to Chad, a spokesman, Lee, said": the parser takes who says it for an apposition of the place."""
    for verb in doc:
        if verb.lemma_ not in ("say", "announce", "add") or own_subjects(verb) or verb.i == verb.sent.start:
            continue
        said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
        last = verb.i - 2 if verb.nbor(-1).text == "," else verb.i - 1
        if said is None:
            continue
        for noun in doc[said.i : verb.i]:
            apposed = noun.dep_ == "appos" and noun.right_edge.i == last and noun.head.ent_type_ != "PERSON"
            after_comma = noun.left_edge.i > said.i and noun.left_edge.nbor(-1).text == ","
            if (
                apposed
                and after_comma
                and (noun.ent_type_ == "PERSON" or noun.lemma_.lower() in PERSON_NOUNS)
            ):
                yield Arc(noun, verb, "nsubj")
                break


def free_speakers_after_objects(doc: Doc) -> Iterator[Arc]:
    """ "Ek freed Holm, a spokesman for the court said": the parser takes who says it for an apposition of the object.

    An apposition would end in a comma before the verb.
    """
    for verb in doc:
        if verb.lemma_ not in SPEECH_VERBS or verb.tag_ not in ("VBD", "VBZ", "VBP") or own_subjects(verb):
            continue
        told = _told_before(verb)
        noun = next(_apposed_before(verb), None)
        if told is None or noun is None or noun.i < told.i or noun.head.head == verb:
            continue
        if noun.ent_type_ == "PERSON" or noun.lemma_.lower() in PERSON_NOUNS | BODY_NOUNS:
            if told.head != verb:
                yield Arc(verb, verb if told.head == told else told.head, told.dep_)
                yield Arc(told, verb, "ccomp")
            yield Arc(noun, verb, "nsubj")


def _told_before(verb: Token) -> Token | None:
    """The verb of what is said before a verb of speech, be it above the other or, as parsers have it, beside it."""
    if verb.dep_ == "conj" and verb.head.i < verb.i and verb.head.dep_ == "ROOT":
        joined = any(t.dep_ == "cc" and t.i > verb.head.i for t in verb.head.children)
        return None if joined else verb.head
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)


def free_subjects_after_conjunctions(doc: Doc) -> Iterator[Arc]:
    """ "No sooner had he fled than Chad sued him": the parser takes the subject for what the conjunction governs."""
    for noun in doc:
        verb = noun.head.head
        governed = noun.dep_ == "pobj" and noun.head.dep_ == "mark" and noun.right_edge.i + 1 == verb.i
        if governed and is_finite(verb) and not own_subjects(verb):
            yield Arc(noun, verb, "nsubj")


def free_subjects_after_and(doc: Doc) -> Iterator[Arc]:
    """ "Chad suspended Peru, and its chairman, Lee, led a mission": the parser takes the subject for a second object."""
    for noun in doc[2:]:
        first = noun.head
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        if noun.dep_ != "conj" or first.dep_ not in ("dobj", "pobj") or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        edge = noun.left_edge.i
        if edge < 2 or doc[edge - 1].lower_ != "and" or doc[edge - 2].text != ",":
            continue
        end = noun.right_edge.i + 1
        while end < len(doc) and (
            doc[end].text == "," or doc[end].dep_ in ("aux", "auxpass", "neg", "advmod")
        ):
            end += 1
        verb = doc[end] if end < len(doc) else noun
        if verb.dep_ == "conj" and verb.head in noun.ancestors and is_finite(verb) and not own_subjects(verb):
            yield Arc(noun, verb, "nsubj")


def read_inverted_conditions(doc: Doc) -> Iterator[Arc]:
    """ "Were Chad to free Lee, …": the parser takes the subject for a predicate."""
    for verb in doc:
        if verb.lower_ != "were" or verb.dep_ not in ("advcl", "ccomp") or own_subjects(verb):
            continue
        noun = next((c for c in verb.children if c.dep_ == "attr" and c.left_edge.i == verb.i + 1), None)
        if noun is not None and any(is_infinitive(c) and c.i > noun.i for c in verb.children):
            yield Arc(noun, verb, "nsubj")


def _opening_clauses(verb: Token) -> Iterator[Token]:
    """The verbs of the subordinate clauses that open a sentence."""
    for child in verb.children:
        if child.i < verb.i and child.dep_ == "advcl" and is_finite(child):
            yield child
        elif child.i < verb.i and child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ == "pcomp" and is_finite(c))


def _apposed_before(verb: Token) -> Iterator[Token]:
    """The noun that stands right before a verb, after a comma, as an apposition of what stands before that."""
    start = verb.i
    while start > verb.sent.start and _is_auxiliary(verb.doc[start - 1], verb):
        start -= 1
    for token in verb.doc[verb.sent.start : start]:
        apposed = token.dep_ == "appos" and token.right_edge.i + 1 == start
        if apposed and token.left_edge.i > token.sent.start and token.left_edge.nbor(-1).text == ",":
            yield token


def _is_auxiliary(token: Token, verb: Token) -> bool:
    return token.head == verb and token.dep_ in ("aux", "auxpass", "neg", "advmod")


def _has_object(clause: Token) -> bool:
    return any(c.dep_ in ("dobj", "ccomp", "xcomp", "attr") for c in clause.children)


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
