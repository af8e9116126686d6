"""Verbs that the parser coordinates with one of another form, and so gives the wrong subject."""

from collections.abc import Iterator
from typing import Final

from kg.extract.clauses import VERBAL, is_finite, is_infinitive
from kg.extract.lexicon.people import words
from kg.extract.lexicon.speech import ACCUSING, DEMANDING, DENYING, REPORTING
from kg.extract.repairs.arcs import Arc, own_subjects
from kg.extract.tree import Doc, Token

SPEAKING: Final = (
    REPORTING
    | ACCUSING
    | DEMANDING
    | DENYING
    | words(
        "threaten criticize criticise condemn denounce blast praise defend thank welcome vow pledge promise offer"
    )
)
_MOST_STEPS = 6


def coordinate_like_forms(doc: Doc) -> Iterator[Arc]:
    """Hang a verb without a subject on the verb before it that has its form.

    "Asked him to resign and offered him a post": the parser ties "offered" to "resign". "Filed a petition, seeking to
    overturn the vote in which he was beaten, and accusing …": it ties "accusing" to "beaten".
    """
    for verb in doc:
        if (
            verb.dep_ != "conj"
            or verb.pos_ not in VERBAL
            or verb.head.pos_ not in VERBAL
            or own_subjects(verb)
        ):
            continue
        target = _counterpart(verb)
        if target is not None and target != verb.head:
            yield Arc(verb, target, "conj")


def coordinate_after_first_verbs(doc: Doc) -> Iterator[Arc]:
    """ "Chad is looking at Lee and has told Ek to go; nobody was charged": the parser ties "told" to what comes later."""
    for verb in doc:
        later = verb.head
        if verb.dep_ != "conj" or verb.pos_ not in VERBAL or later.i < verb.i or own_subjects(verb):
            continue
        before = [c for c in later.children if c.i < verb.i and c.pos_ in VERBAL and own_subjects(c)]
        if before and before[-1].dep_ in ("ccomp", "parataxis", "advcl"):
            yield Arc(verb, before[-1], "conj")


def _counterpart(verb: Token) -> Token | None:
    head = verb.head
    if _is_gerund(verb):
        return None if _is_gerund(head) else next((v for v in _verbs_above(head) if _is_gerund(v)), None)
    if _is_plain(verb) and head.tag_ == "VBD":
        infinitives = [c for c in head.children if c.dep_ == "xcomp" and is_infinitive(c) and c.i < verb.i]
        return infinitives[-1] if infinitives else None
    tense = _tense(verb)
    if tense is None:
        return None
    if not is_finite(head):
        if not any(c.dep_ in ("dobj", "xcomp", "ccomp", "prep") for c in verb.children):
            return None
        return next((v for v in _verbs_above(head) if _tense(v) == tense), None)
    return head.head if _goes_on_speaking(verb, head) else None


def _goes_on_speaking(verb: Token, head: Token) -> bool:
    """Whether "said that he had resigned and accused …" goes on with what the speaker did."""
    if head.dep_ != "ccomp" or head.head.tag_ != verb.tag_ or head.tag_ == verb.tag_:
        return False
    return head.head.lemma_ in REPORTING and verb.lemma_ in SPEAKING


def _tense(verb: Token) -> str | None:
    """Past or present, of a finite verb without a modal."""
    finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO"), verb)
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(finite.tag_)


def _is_plain(verb: Token) -> bool:
    """A verb in its plain form, which goes on with an infinitive rather than with a past ("failed to arrest, try or …")."""
    return verb.tag_ in ("VB", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _verbs_above(token: Token) -> Iterator[Token]:
    current = token
    for _ in range(_MOST_STEPS):
        if current.head == current:
            return
        current = current.head
        if current.pos_ in VERBAL:
            yield current
