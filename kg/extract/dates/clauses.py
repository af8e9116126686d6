"""The clauses of verbs: when they are told of, and which take the date of another."""

from typing import Final

from kg.extract.tree import Token

_AT_ONCE: Final = frozenset(
    "hour hours minute minutes moment moments shortly soon immediately just right".split()
)
"""What stands before "after" and "before" where both happen on one day."""
_SAME_TIME: Final = frozenset("as when while".split())
_GERUND_AFTER: Final = frozenset("by in on upon after while through".split())
_EXPECTED: Final = frozenset("expect schedule plan set slate".split())


def clause_of(token: Token) -> Token:
    """The verb whose clause a token stands in."""
    current = token
    while current.head != current and current.pos_ not in ("VERB", "AUX"):
        current = current.head
    while current.dep_ in ("aux", "auxpass") and current.head != current:
        current = current.head
    return current


def shares(clause: Token, *, ahead: bool = False) -> bool:
    """Whether a clause takes the date of the one above it; what is only asked for or planned has no part in it."""
    if ahead and clause.tag_ == "VB" and clause.dep_ != "conj" and clause.head.lemma_ != "be":
        return False
    if clause.dep_ == "conj":
        if any(child.dep_ == "mark" for child in clause.children):  # "said that … and that …"
            return False
        return _same_tense(clause, clause_of(clause.head))
    if clause.dep_ == "pcomp":
        return clause.head.lower_ in _GERUND_AFTER
    if clause.dep_ == "advcl":
        return clause.tag_ in ("VBG", "VB") or _at_the_same_time(clause)
    return clause.dep_ == "xcomp"


def _at_the_same_time(clause: Token) -> bool:
    """ "Lifted them as", "said so hours after"."""
    opening = [child for child in clause.children if child.dep_ in ("mark", "advmod") and child.i < clause.i]
    if any(child.lower_ in _SAME_TIME for child in opening):
        return True
    marks = [child for child in opening if child.lower_ in ("after", "before")]
    return any(mark.i > 0 and mark.nbor(-1).lower_ in _AT_ONCE for mark in marks)


def has_subject(clause: Token) -> bool:
    """Whether a clause names its own subject."""
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in clause.children)


def is_passive(clause: Token) -> bool:
    """Whether something is done to the subject of a clause."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in clause.children)


def lasts(clause: Token) -> bool:
    """Whether a clause can hold since some time: not where its verb is a simple past ("condemned")."""
    finite = [clause, *(c for c in clause.children if c.dep_ in ("aux", "auxpass"))]
    return has_perfect(clause) or clause.lemma_ == "be" or not any(token.tag_ == "VBD" for token in finite)


def has_perfect(verb: Token) -> bool:
    """Whether a verb is told of up to a time ("has led", "had led")."""
    words = ("has", "have", "had", "'ve", "’ve", "'s", "’s")
    return any(child.dep_ == "aux" and child.lower_ in words for child in verb.children)


def looks_ahead(clause: Token) -> bool:
    """Whether a clause tells of what is still to come: "will meet", "is due in", "takes over on Monday"."""
    if any(
        child.dep_ == "aux" and child.lower_ in ("will", "shall", "'ll", "’ll") for child in clause.children
    ):
        return True
    if clause.lemma_ in _EXPECTED and is_passive(clause):
        return _tense(clause) == "present"
    ends = clause.sent[-1].text in '.”"?!'  # a headline tells of the past in the present
    return ends and clause.tag_ in ("VBZ", "VBP") and clause.lemma_ != "say" and _tense(clause) == "present"


def _same_tense(clause: Token, above: Token) -> bool:
    """Two joined clauses tell of one time unless one is told of the present or of what is to come."""
    own = _tense(clause)
    return own is None or own == _tense(above)


def _tense(verb: Token) -> str | None:
    """Of a finite clause; None where it has no finite verb of its own."""
    finite = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    words = {token.lower_ for token in finite}
    if any(token.tag_ == "MD" for token in finite):
        return "modal"
    if words & {"has", "have"} and verb.tag_ == "VBN":
        return "perfect"
    if any(token.tag_ == "VBD" for token in finite):
        return "past"
    return "present" if any(token.tag_ in ("VBZ", "VBP") for token in finite) else None


def is_negated(clause: Token) -> bool:
    """Whether a clause has a "not" or "never" of its own."""
    return any(child.dep_ == "neg" for child in clause.children)
