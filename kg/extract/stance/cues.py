"""What stands directly on a word and negates or suspends it: negations, modal verbs, conditions."""

from enum import Enum, auto
from typing import NamedTuple

from kg.extract.clauses import SUBJECT_DEPS, VERBAL, is_finite, is_infinitive, is_reported, markers
from kg.extract.lexicon import belief
from kg.extract.lexicon import stance as lexicon
from kg.extract.stance.negations import is_negated, is_none
from kg.extract.tree import Token


class Cues(NamedTuple):
    """What one step of the walk says; `last` where nothing further up has a say."""

    negated: bool = False
    possible: bool = False
    last: bool = False
    attempted: bool = False
    """Only tried: it is possible, but a fact that it did not come about where the attempt itself is negated."""


NOTHING = Cues()
LAST = Cues(last=True)


class Shared(Enum):
    """What of a governor's own cues its dependent shares."""

    ALL = auto()
    NEGATION = auto()
    MODALITY = auto()
    NOTHING = auto()


_GOING = frozenset("go come travel fly attend stay return appear".split())
"""Who does not do this "to meet" somebody does not meet them."""


def own_cues(token: Token, below: Token | None) -> Cues:
    """Negation words, modal verbs and conditions that stand directly on a token."""
    shared = Shared.ALL if below is None else _shared(token, below)
    if shared is Shared.NOTHING:
        return NOTHING
    negated = is_negated(token) or (token.dep_ == "conj" and _follows_nor(token))
    for child in token.children:
        if child.dep_ in ("nsubj", "nsubjpass") or (
            child.dep_ in ("dobj", "attr", "dative") and below is None
        ):
            negated = negated or (child != below and is_none(child))
    possible = _is_open(token) and not (negated and _could(token))
    if below is None or below.dep_ in ("conj", "prep"):
        possible = possible or _is_headline_plan(token)
    if _opens_alternative(token):
        return Cues(negated=True, last=True)
    return Cues(negated and shared is not Shared.MODALITY, possible and shared is not Shared.NEGATION)


def _is_open(token: Token) -> bool:
    """Whether a modal verb, an adverb or a condition leaves it open."""
    return _in_case(token) or any(
        (child.dep_ == "aux" and child.lower_ in lexicon.MODALS and not _is_habit(child))
        or (child.dep_ == "advmod" and child.lower_ in lexicon.UNCERTAINLY)
        or _is_condition(child, token)
        for child in token.children
    )


def _is_habit(modal: Token) -> bool:
    """ "Would often meet him"."""
    return modal.lower_ == "would" and any(
        c.dep_ == "advmod" and c.lower_ in lexicon.HABITUALLY for c in modal.head.children
    )


def _could(token: Token) -> bool:
    """ "Could not free him": they did not; what "could not be done" is not possible."""
    if any(c.dep_ == "auxpass" for c in token.children):
        return False
    modals = [c.lower_ for c in token.children if c.dep_ == "aux" and c.lower_ in lexicon.MODALS]
    return modals == ["could"]


def _opens_alternative(clause: Token) -> bool:
    """ "Rather than sue him, …"."""
    than = next((c for c in clause.children if c.lower_ == "than" and c.dep_ in ("mark", "prep")), None)
    return than is not None and than.i > 0 and than.nbor(-1).lower_ == "rather"


def _shared(token: Token, below: Token) -> Shared:
    if token.pos_ not in VERBAL:
        return Shared.ALL
    if _cannot_help(token, below):
        return Shared.NOTHING
    if below.dep_ == "conj":
        return _shared_by_conjunct(token, below)
    if below.dep_ == "advcl":
        going = token.lemma_.lower() in _GOING and is_infinitive(below)
        return Shared.ALL if going or brings_itself(token, below) else Shared.MODALITY
    if below.dep_ == "dobj" and token.lemma_.lower() in lexicon.CAUSING:
        return Shared.MODALITY
    if below.dep_ == "ccomp":
        return _shared_by_content(token, below)
    if below.dep_ == "prep" and below.lower_ in ("by", "in", "with", "while", "before"):
        return Shared.MODALITY
    return Shared.ALL


def _shared_by_content(token: Token, clause: Token) -> Shared:
    """What is said of somebody's saying, knowing or asking is not said of what is said, known or asked."""
    lemma = token.lemma_.lower()
    if markers(clause) & {"whether", "if"} or (lemma in belief.FACTIVE and is_finite(clause)):
        return Shared.NOTHING
    if is_reported(clause, token):
        return Shared.NEGATION if lemma in belief.NEG_RAISING else Shared.NOTHING
    return Shared.ALL


def _cannot_help(token: Token, below: Token) -> bool:
    """ "Could not help praising it", "could not help but praise it": they did."""
    if token.lemma_ != "help" or not any(c.dep_ == "neg" for c in token.children):
        return False
    return below.tag_ == "VBG" or any(c.dep_ == "cc" and c.lower_ == "but" for c in token.children)


def brings_itself(verb: Token, clause: Token) -> bool:
    """ "Brought itself to free him"."""
    return (
        verb.lemma_ == "bring"
        and is_infinitive(clause)
        and any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) for c in verb.children)
    )


def _shared_by_conjunct(token: Token, below: Token) -> Shared:
    """A coordinated verb with a clause of its own shares nothing; after "but", it shares no negation."""
    if any(c.dep_ in SUBJECT_DEPS or c.dep_ in ("aux", "auxpass") for c in below.children):
        return Shared.NOTHING
    forms = {below.tag_, token.tag_}
    if len(forms) > 1 and forms not in ({"VBN", "VBD"}, {"VB", "VBP"}):
        return Shared.NOTHING
    if _follows_nor(below):
        return Shared.MODALITY
    contrast = any(c.dep_ == "cc" and c.lower_ in ("but", "yet") and c.i < below.i for c in token.children)
    return Shared.MODALITY if contrast else Shared.ALL


def _in_case(clause: Token) -> bool:
    """ "In case he flees", "as long as she stays"."""
    start = clause.left_edge.i
    if start > 1 and clause.doc[start - 2].lower_ == "in" and clause.doc[start - 1].lower_ == "case":
        return True
    lasting = clause.dep_ == "advcl" and clause.head.lower_ == "long" and "as" in markers(clause)
    return lasting and clause.tag_ in ("VBZ", "VBP")


def _is_condition(child: Token, clause: Token) -> bool:
    if child.dep_ not in ("mark", "advmod"):
        return False
    if child.lower_ in lexicon.CONDITIONS:
        return True
    return child.dep_ == "mark" and child.lower_ in lexicon.PENDING and clause.tag_ in ("VBZ", "VBP")


def _follows_nor(token: Token) -> bool:
    """ "… nor did it free him"."""
    return any(c.lower_ == "nor" and c.dep_ == "cc" and c.i < token.i for c in token.head.children)


def _is_headline_plan(token: Token) -> bool:
    """ "Bank to buy rival": an infinitive without a finite verb above it is what is planned."""
    if not is_infinitive(token) or not any(c.dep_ in SUBJECT_DEPS for c in token.children):
        return False
    return token.dep_ == "ROOT"
