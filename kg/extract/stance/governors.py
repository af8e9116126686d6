"""What the word that governs another says of it: that it was refused, planned, expected, called off or took place."""

from kg.extract.clauses import (
    VERBAL,
    has_particle,
    has_that,
    is_bare_participle,
    is_finite,
    is_infinitive,
    is_reported,
    is_subjunctive,
    markers,
    told_by_having,
)
from kg.extract.lexicon import belief
from kg.extract.lexicon import stance as lexicon
from kg.extract.lexicon.speech import DOCUMENTS, WANTING
from kg.extract.lexicon.stance import INTENDING
from kg.extract.stance.cues import LAST, NOTHING, Cues, brings_itself
from kg.extract.stance.negations import is_negated, is_none
from kg.extract.stance.nouns import as_object, as_subject, is_attempt, is_gift, on_noun
from kg.extract.stance.prepositions import through_preposition
from kg.extract.stance.truth import is_called_untrue
from kg.extract.tree import Token

_OBLIGING = frozenset(("oblige", "compel"))
_DEMANDING = frozenset("demand require request propose recommend".split())
_CLAUSES = frozenset(("xcomp", "ccomp", "csubj", "oprd"))


def governor_cues(token: Token, governor: Token, below: Token | None) -> Cues:
    """What the word that governs a token says of it; `below` is what the token itself governs on the way."""
    dep = token.dep_
    if dep in ("conj", "prep", "agent", "dep", "compound", "nmod", "intj"):
        return NOTHING
    if dep in ("pobj", "pcomp"):
        return through_preposition(token)
    if dep in ("nsubj", "nsubjpass"):
        return as_subject(token, governor, below)
    if dep in ("dobj", "dative"):
        return as_object(token, governor, below)
    if dep == "attr":
        return NOTHING
    if dep in ("acl", "relcl"):
        return on_noun(token, governor)
    if dep == "advcl":
        return _as_adverbial(token, governor)
    if dep in _CLAUSES:
        return _as_complement(token, governor, below)
    return LAST


def _as_adverbial(clause: Token, verb: Token) -> Cues:
    if not is_infinitive(clause) or brings_itself(verb, clause):
        return NOTHING
    if verb.pos_ not in VERBAL and (adjective := _under_adjective(verb)) is not None:
        return adjective
    if "only" in markers(clause):
        return LAST
    lemma = verb.lemma_.lower()
    if lemma in lexicon.NEGATING and lemma != "stop":
        return Cues(negated=True)
    if clause.lemma_.lower() in lexicon.EXPRESSING and lemma not in INTENDING:
        return NOTHING
    if clause.lemma_.lower() in lexicon.PERSUADING or (lemma == "go" and has_particle(verb, "on")):
        return NOTHING
    if is_gift(clause, verb):
        return NOTHING
    return Cues(possible=lemma not in lexicon.APPOINTING or not _is_plain_past(verb))


def _as_complement(clause: Token, governor: Token, below: Token | None) -> Cues:
    lemma = governor.lemma_.lower()
    infinitive = is_infinitive(clause)
    if governor.lower_ in lexicon.CONDITIONS:
        return Cues(possible=True)
    if governor.pos_ == "NOUN" and is_called_untrue(governor):
        return Cues(negated=True, last=True)
    if lemma in belief.FACTIVE and is_finite(clause):
        return LAST
    if governor.pos_ not in VERBAL or governor.lower_ in (
        "set",
        "scheduled",
        "supposed",
        "determined",
        "prepared",
    ):
        adjective = _under_adjective(governor)
        if adjective is not None:
            return adjective
    if lemma == "have" and clause in told_by_having(governor):
        return Cues(possible=clause.tag_ == "VBG", last=True)
    if lemma in ("have", "be") and infinitive:
        said = {c.lower_ for c in governor.children if c.dep_ == "advmod"}
        yet = "yet" in said
        if lemma == "be" and governor.tag_ == "VBD" and said & lexicon.LATER:
            return NOTHING
        return Cues(negated=yet, possible=not yet and lemma == "be")
    if lemma == "be":
        adjectives = [c for c in governor.children if c.dep_ in ("acomp", "attr")]
        found = [cues for c in adjectives if (cues := _under_adjective(c)) is not None]
        return found[0] if found else NOTHING
    if lemma == "go" and governor.tag_ == "VBG" and infinitive and not has_particle(governor, "on"):
        return Cues(possible=True)
    if lemma in lexicon.NEGATING or (lemma == "give" and has_particle(governor, "up")):
        return NOTHING if lemma == "stop" and infinitive else Cues(negated=True)
    if lemma in lexicon.PREVENTING or (lemma == "rule" and has_particle(governor, "out")):
        return Cues(True, True)
    if not infinitive and clause.dep_ == "ccomp" and lemma in _DEMANDING:
        return Cues(possible=True)
    if not infinitive and is_reported(clause, governor):
        return _as_reported(clause, governor, below)
    if has_that(clause) and is_subjunctive(clause):
        return Cues(possible=True)
    if lemma in _OBLIGING and governor.tag_ in ("VBZ", "VBP"):
        return Cues(possible=True)
    if lemma in lexicon.ACTUAL_WITH_INFINITIVE or is_attempt(clause, lemma):
        return NOTHING
    if lemma in lexicon.TRYING:
        return Cues(attempted=infinitive)
    if lemma == "mean" and not infinitive:
        return NOTHING
    if lemma in lexicon.APPOINTING and infinitive:
        return Cues(possible=not _is_plain_past(governor))
    if lemma in WANTING and is_bare_participle(clause):
        return Cues(possible=True)
    return Cues(possible=lemma in INTENDING and (infinitive or clause.tag_ == "VBG" or has_that(clause)))


def _as_reported(clause: Token, verb: Token, below: Token | None) -> Cues:
    """What a verb of saying or believing says of its clause: nothing, unless it is not said at all or not believed."""
    lemma = verb.lemma_.lower()
    if lemma in belief.NEG_RAISING:
        return Cues(negated=lemma == "doubt")
    shown = below is None and lemma in belief.SHOWING and has_that(clause) and clause.i > verb.i
    if shown and any(c.dep_ == "nsubj" and _is_no_ground(c) for c in verb.children):
        return Cues(negated=True, last=True)
    return Cues(possible=lemma in belief.ASSERTING and is_negated(verb), last=True)


def _is_no_ground(noun: Token) -> bool:
    """ "Nothing", "no evidence", "no document"; what nobody suggests may be so all the same."""
    if noun.lower_ == "nothing":
        return True
    return is_none(noun) and noun.lemma_.lower() in (belief.GROUNDS | belief.EVIDENCE | DOCUMENTS)


def _under_adjective(word: Token) -> Cues | None:
    lower = word.lower_
    if lower in belief.UNTRUE:
        return Cues(negated=True)
    if lower in lexicon.UNABLE:
        return Cues(negated=True)
    if lower in lexicon.READY:
        if lower == "able" and word.head.tag_ == "VBD":
            return NOTHING
        return Cues(lower in lexicon.UNREADY, True)
    return None


def _is_plain_past(verb: Token) -> bool:
    """ "Hired", "had hired", "was hired", not "has hired"."""
    finite = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return all(c.tag_ in ("VBD", "VBN") for c in finite) and verb.tag_ in ("VBD", "VBN")
