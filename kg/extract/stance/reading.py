"""Polarity and modality: a walk from the trigger up to the root, reading what negates or suspends it."""

from typing import NamedTuple

from kg.extract.clauses import (
    crosses_semicolon,
    gerund_under,
    governor_of,
    has_that,
    is_infinitive,
    is_wished_of,
    markers,
)
from kg.extract.lexicon import stance as lexicon
from kg.extract.lexicon.belief import EVIDENCE
from kg.extract.lexicon.stance import INTENDING
from kg.extract.predicates import is_passive
from kg.extract.stance.cues import own_cues
from kg.extract.stance.governors import governor_cues
from kg.extract.stance.negations import is_none
from kg.extract.stance.nouns import is_cleft, is_drafted, is_rewarded, modifier_cues
from kg.extract.stance.questions import is_asked
from kg.extract.stance.truth import is_content
from kg.extract.stance.unreal import is_unreal
from kg.extract.tree import Token
from kg.model import Modality, Polarity

__all__ = ["INTENDING", "Stance", "stance_of"]

_MAX_STEPS = 12


class Stance(NamedTuple):
    """How the sentence presents what the trigger tells."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL


def stance_of(trigger: Token) -> Stance:
    """Polarity and modality from the trigger's own clause and from every clause that governs it."""
    negated, possible, unreal, attempted = False, _is_pending(trigger), False, False
    closed = None
    token, below = trigger, None
    for _ in range(_MAX_STEPS):
        own, on_noun = own_cues(token, below), modifier_cues(token, below)
        negated ^= own.negated ^ on_noun.negated
        attempted &= not (own.negated or on_noun.negated)
        possible |= own.possible or on_noun.possible
        unreal |= is_unreal(token)
        governor = governor_of(token)
        if _lacks_evidence(token):
            negated = not negated
            break
        if own.last:
            break
        if governor == token or _closes(token, governor):
            closed = token if governor != token else None
            possible |= token.dep_ in ("relcl", "acl") and is_rewarded(governor)
            possible |= token.dep_ == "acl" and token.tag_ == "VBG" and is_wished_of(governor)
            break
        cues = governor_cues(token, governor, below)
        negated ^= cues.negated
        attempted = cues.attempted or (attempted and not cues.negated)
        possible |= cues.possible
        if cues.last:
            break
        below, token = token, governor
    possible |= attempted
    if unreal:
        negated, possible = not negated, False
    elif is_asked(trigger, closed):
        possible = True
    return Stance(
        Polarity.NEGATED if negated else Polarity.AFFIRMED,
        Modality.POSSIBLE if possible else Modality.ACTUAL,
    )


def _is_pending(trigger: Token) -> bool:
    """Triggers that speak of what is still to come: "due in Bonn", "wanted by Oslo"."""
    if trigger.lower_ == "due":
        return True
    return trigger.lower_ == "wanted" and is_passive(trigger)


def _closes(token: Token, governor: Token) -> bool:
    """Whether what governs a clause says nothing about whether it holds (relative clauses, causes, semicolons)."""
    dep = token.dep_
    if dep in ("relcl", "acl") and (
        is_infinitive(token) or is_content(token, governor) or is_cleft(token, governor)
    ):
        return False
    if dep in ("relcl", "parataxis", "appos"):
        return True
    if crosses_semicolon(token, governor):
        return not (dep == "conj" and has_that(token))
    if dep == "acl":
        return not has_that(token) and gerund_under(token) is None and not is_drafted(token, governor)
    if dep == "advcl":
        marks = markers(token)
        return bool(marks - {"only"}) and not marks & lexicon.CONDITIONS and not is_infinitive(token)
    return False


def _lacks_evidence(clause: Token) -> bool:
    """ "There is no evidence, he said, that …": the clause that the words about the source cut off from its noun."""
    that = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if that is None or that.i == 0 or that.nbor(-1).text != ",":
        return False
    return any(t.lemma_.lower() in EVIDENCE and is_none(t) for t in clause.doc[clause.sent.start : that.i])
