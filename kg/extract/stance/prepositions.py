"""What a preposition and the word that governs it say of a noun or gerund: "call for talks", "barred from leaving"."""

from kg.extract.clauses import VERBAL, governor_of, is_infinitive
from kg.extract.lexicon import stance as lexicon
from kg.extract.lexicon.belief import EVIDENCE
from kg.extract.lexicon.stance import INTENDING
from kg.extract.predicates import QUANTITIES, STATE_VERBS, SUPPORT_PREPOSITIONS
from kg.extract.stance.cues import LAST, NOTHING, Cues
from kg.extract.stance.negations import is_none
from kg.extract.tree import Token


def through_preposition(token: Token) -> Cues:
    """A gerund or noun under a preposition ("call for talks", "barred from leaving", "plans for a visit")."""
    preposition = token.head
    governor = governor_of(preposition)
    word, lemma = preposition.lower_, governor.lemma_.lower()
    if word == "without":
        return Cues(negated=True)
    around = {governor.lower_, *(c.lower_ for c in preposition.children if c.i < preposition.i)}
    if (word == "of" and around & {"instead", "short", "lieu"}) or (word == "from" and "far" in around):
        return Cues(negated=True, last=True)
    if word == "to" and lemma in ("close", "near") and governor.head.lemma_ == "come":
        return Cues(negated=True, last=True)
    if word == "of" and governor.lower_ in ("ahead", "verge", "brink"):
        return Cues(possible=True)
    if word in lexicon.CONDITIONS or (word == "to" and lemma == "view"):
        return Cues(possible=True)
    if word == "in" and lemma == "fail":
        return Cues(negated=True)
    if word == "against" and token.dep_ == "pcomp" and lemma in ("decide", "advise", "vote", "rule", "warn"):
        return Cues(negated=True, possible=lemma in ("advise", "warn"))
    if word == "than" and governor.lower_ == "rather":
        return Cues(negated=True, last=True)
    if word == "from" and (
        lemma in (lexicon.PREVENTING | lexicon.NEGATING) or lemma in ("keep", "far", "dissuade", "deter")
    ):
        return Cues(negated=True)
    if word in ("for", "to", "on", "of", "at", "toward", "towards", "about", "into", "against"):
        called = under_call(token, governor, word, lemma)
        if called is not None:
            return called
    if word == "as" or (lemma, word) in lexicon.BRINGING_ABOUT:
        return NOTHING
    if word == "by" and governor.dep_ == "xcomp" and is_infinitive(governor):
        return LAST
    if token.dep_ == "pcomp":
        if word in ("toward", "towards"):
            return Cues(possible=True)
        if word in lexicon.FACTUAL_PREPOSITIONS and lemma not in ("exchange", "return"):
            return LAST
        return NOTHING if word in ("by", "in", "with", "before") or governor.pos_ not in VERBAL else LAST
    if word == "of":
        return NOTHING if lemma in QUANTITIES or lemma in EVIDENCE else LAST
    if word in SUPPORT_PREPOSITIONS and lemma in STATE_VERBS:
        return NOTHING
    return LAST


def under_call(token: Token, governor: Token, word: str, lemma: str) -> Cues | None:
    """What a call, a plan or a readiness "for" it says; None where the governor is nothing of the kind."""
    verbal = governor.pos_ in VERBAL
    if verbal and word == "for" and _brings_plan(governor, token.head):
        return Cues(possible=True)
    if verbal and lemma in lexicon.CALLS and word in ("for", "to", "against", "on", "at"):
        return Cues(possible=True) if word != "against" else None
    if not verbal and lemma in lexicon.NEGATIVE_NOUNS:
        return Cues(negated=lemma != "question" or is_none(governor), last=lemma == "question")
    if not verbal and lemma in lexicon.ARRANGED and word == "for":
        return Cues(possible=True)
    if not verbal and lemma in lexicon.REWARDS and word in ("for", "on"):
        return Cues(possible=True)
    if not verbal and lemma in lexicon.PLAN_NOUNS and word != "against":
        return Cues(possible=True)
    if lemma == "be" and word == "for" and any(c.lower_ in lexicon.READY for c in governor.children):
        return Cues(possible=True)
    if governor.lower_ in lexicon.READY and not (governor.lower_ == "due" and word == "to"):
        return Cues(possible=True)
    if verbal and word == "into" and lemma in INTENDING:
        return Cues(possible=True)
    if verbal and word == "to" and lemma in ("agree", "commit", "object") and token.dep_ in ("pobj", "pcomp"):
        return Cues(lemma == "object", True)
    return None


def _brings_plan(verb: Token, preposition: Token) -> bool:
    """Whether the object right before a preposition only means something to come ("issued a warrant for the arrest")."""
    return any(
        c.dep_ == "dobj" and c.lemma_.lower() in lexicon.PLAN_NOUNS and c.i == preposition.i - 1
        for c in verb.children
    )
