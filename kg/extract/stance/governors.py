"""What the word that governs another says of it: that it was refused, planned, expected, called off or took place."""

from spacy.tokens import Token

from kg.extract.clauses import (
    VERBAL,
    gerund_under,
    governor_of,
    has_that,
    is_infinitive,
    is_reported,
    is_subjunctive,
    markers,
)
from kg.extract.lexicon import stance as lexicon
from kg.extract.lexicon.stance import EVIDENCE, INTENDING
from kg.extract.predicates import QUANTITIES, STATE_VERBS, SUPPORT_PREPOSITIONS, SUPPORT_VERBS
from kg.extract.stance.cues import LAST, NOTHING, Cues, is_none

_CLAUSES = frozenset(("xcomp", "ccomp", "csubj", "oprd"))


def governor_cues(token: Token, governor: Token) -> Cues:
    """What the word that governs a token says of it."""
    dep = token.dep_
    if dep in ("conj", "prep", "agent", "dep", "compound", "nmod", "intj"):
        return NOTHING
    if dep in ("pobj", "pcomp"):
        return _through_preposition(token)
    if dep in ("nsubj", "nsubjpass"):
        return _as_subject(token, governor)
    if dep in ("dobj", "dative"):
        return _as_object(token, governor)
    if dep == "attr":
        return NOTHING
    if dep in ("acl", "relcl"):
        return _on_noun(token, governor)
    if dep == "advcl":
        return _as_adverbial(token, governor)
    if dep in _CLAUSES:
        return _as_complement(token, governor)
    return LAST


def _as_subject(noun: Token, verb: Token) -> Cues:
    """An event as a subject: its verb may say that it takes place, that it is only expected, or that it is off."""
    lemma = verb.lemma_.lower()
    if noun.dep_ == "nsubjpass":
        if lemma in lexicon.PREVENTING or lemma in ("rule", "call", "reject"):
            return Cues(lemma not in ("call",) or _has_particle(verb, "off"), True)
        if lemma in lexicon.SUSPENDING:
            return Cues(possible=True)
        return NOTHING if lemma in SUPPORT_VERBS or lemma in lexicon.OCCURRING else LAST
    if lemma == "be":
        ready = any(c.dep_ in ("acomp", "xcomp") and c.lower_ in lexicon.READY for c in verb.children)
        return Cues(possible=ready or any(c.dep_ == "xcomp" and is_infinitive(c) for c in verb.children))
    return NOTHING if lemma in lexicon.OCCURRING else LAST


def _as_object(noun: Token, verb: Token) -> Cues:
    lemma = verb.lemma_.lower()
    if noun.lemma_.lower() in lexicon.COMMUNICATED and lemma in (lexicon.NEGATING | lexicon.PREVENTING):
        return LAST
    if lemma in lexicon.NEGATING:
        return Cues(negated=True)
    if lemma in lexicon.PREVENTING:
        return LAST if lemma in ("reject", "oppose") and _is_definite(noun) else Cues(True, True)
    if (lemma == "rule" and _has_particle(verb, "out")) or (
        lemma in ("call", "put") and _has_particle(verb, "off")
    ):
        return Cues(True, True)
    if lemma in lexicon.ENDING or (lemma in lexicon.TREATING and _is_definite(noun)):
        return LAST
    if lemma in lexicon.SUSPENDING:
        return Cues(possible=True)
    return NOTHING if lemma in SUPPORT_VERBS else LAST


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.children)


def _on_noun(clause: Token, noun: Token) -> Cues:
    """A clause that a noun governs: "a plan to free him", "no evidence that he fled"."""
    preposition = gerund_under(clause)
    if preposition is not None:
        whole = preposition.head
        return _under_call(clause, whole, preposition.lower_, whole.lemma_.lower()) or LAST
    lemma = noun.lemma_.lower()
    if not is_infinitive(clause):
        if lemma in lexicon.UNCERTAIN:
            return Cues(possible=True)
        return NOTHING if lemma in EVIDENCE else LAST
    if noun.dep_ == "dobj" and _is_gift(clause, noun.head):
        return NOTHING
    if lemma in lexicon.NEGATIVE_NOUNS:
        return Cues(negated=True)
    if lemma in lexicon.PLAN_NOUNS and not _is_attempt(clause, lemma):
        return Cues(possible=True)
    if noun.dep_ == "ROOT" and noun.pos_ in ("PROPN", "NOUN"):
        return Cues(possible=True, last=True)
    if lemma in lexicon.PLAN_NOUNS:
        return NOTHING
    return LAST if lemma in lexicon.DECISIONS or _is_singled_out(noun) else Cues(possible=True)


def is_rewarded(noun: Token) -> bool:
    """Whether something is put up for a noun: "a bounty for information that leads to his arrest"."""
    return noun.dep_ == "pobj" and governor_of(noun.head).lemma_.lower() in lexicon.REWARDS


def _is_singled_out(noun: Token) -> bool:
    """ "The first leader to …", "one of the few to …", "was the one to …": who has done it."""
    heads = [noun, *(h for h in (noun.head, noun.head.head) if noun.dep_ == "pobj")]
    marks = {c.lower_ for head in heads for c in head.children} | {head.lower_ for head in heads}
    if marks & {"first", "last", "only", "few", "one", "latest", "second", "third", "fourth"}:
        return True
    return noun.dep_ == "attr" or any(c.tag_ == "JJS" for c in noun.children)


def _is_attempt(clause: Token, governor: str) -> bool:
    """ "Tried to persuade him": the attempt at such a thing is the thing itself."""
    return clause.lemma_.lower() in lexicon.PERSUADING and governor in lexicon.TRYING


def _is_gift(clause: Token, verb: Token) -> bool:
    """ "Sent tents to help the homeless": to give for such a purpose is the thing itself."""
    return clause.lemma_.lower() in lexicon.HELPING and verb.lemma_.lower() in lexicon.GIVING


def _as_adverbial(clause: Token, verb: Token) -> Cues:
    if not is_infinitive(clause):
        return NOTHING
    if "only" in markers(clause):
        return LAST
    lemma = verb.lemma_.lower()
    if lemma in lexicon.NEGATING and lemma != "stop":
        return Cues(negated=True)
    if clause.lemma_.lower() in lexicon.EXPRESSING and lemma not in INTENDING:
        return NOTHING
    if clause.lemma_.lower() in lexicon.PERSUADING or (lemma == "go" and _has_particle(verb, "on")):
        return NOTHING
    if _is_gift(clause, verb):
        return NOTHING
    return Cues(possible=lemma not in lexicon.APPOINTING or not _is_plain_past(verb))


def _as_complement(clause: Token, governor: Token) -> Cues:
    lemma = governor.lemma_.lower()
    infinitive = is_infinitive(clause)
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
    if lemma in ("have", "be") and infinitive:
        yet = any(c.lower_ == "yet" for c in governor.children)
        return Cues(negated=yet, possible=not yet and lemma == "be")
    if lemma == "be":
        adjectives = [c for c in governor.children if c.dep_ in ("acomp", "attr")]
        found = [cues for c in adjectives if (cues := _under_adjective(c)) is not None]
        return found[0] if found else NOTHING
    if lemma == "go" and governor.tag_ == "VBG" and infinitive and not _has_particle(governor, "on"):
        return Cues(possible=True)
    if lemma in lexicon.NEGATING:
        return NOTHING if lemma == "stop" and infinitive else Cues(negated=True)
    if lemma in lexicon.PREVENTING or (lemma == "rule" and _has_particle(governor, "out")):
        return Cues(True, True)
    if not infinitive and is_reported(clause, governor):
        return LAST if lemma not in ("believe", "think", "expect") else NOTHING
    if has_that(clause) and is_subjunctive(clause):
        return Cues(possible=True)
    if lemma in lexicon.ACTUAL_WITH_INFINITIVE or _is_attempt(clause, lemma):
        return NOTHING
    if lemma in lexicon.APPOINTING and infinitive:
        return Cues(possible=not _is_plain_past(governor))
    return Cues(possible=lemma in INTENDING and (infinitive or clause.tag_ == "VBG" or has_that(clause)))


def _under_adjective(word: Token) -> Cues | None:
    lower = word.lower_
    if lower in lexicon.UNTRUE:
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


def _through_preposition(token: Token) -> Cues:
    """A gerund or noun under a preposition ("call for talks", "barred from leaving", "plans for a visit")."""
    preposition = token.head
    governor = governor_of(preposition)
    word, lemma = preposition.lower_, governor.lemma_.lower()
    if word == "without":
        return Cues(negated=True)
    around = {governor.lower_, *(c.lower_ for c in preposition.children if c.i < preposition.i)}
    if (word == "of" and around & {"instead", "short", "lieu"}) or (word == "from" and "far" in around):
        return Cues(negated=True, last=True)
    if word == "against" and token.dep_ == "pcomp" and lemma in ("decide", "advise", "vote", "rule", "warn"):
        return Cues(negated=True, possible=lemma in ("advise", "warn"))
    if word == "than" and governor.lower_ == "rather":
        return Cues(negated=True, last=True)
    if word == "from" and (
        lemma in (lexicon.PREVENTING | lexicon.NEGATING) or lemma in ("keep", "far", "dissuade", "deter")
    ):
        return Cues(negated=True)
    if word in ("for", "to", "on", "of", "at", "toward", "towards", "about", "into", "against"):
        called = _under_call(token, governor, word, lemma)
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
        return NOTHING if word in ("by", "in", "with") or governor.pos_ not in VERBAL else LAST
    if word == "of":
        return NOTHING if lemma in QUANTITIES or lemma in EVIDENCE else LAST
    if word in SUPPORT_PREPOSITIONS and lemma in STATE_VERBS:
        return NOTHING
    return LAST


def _under_call(token: Token, governor: Token, word: str, lemma: str) -> Cues | None:
    verbal = governor.pos_ in VERBAL
    if verbal and lemma in lexicon.CALLS and word in ("for", "to", "against", "on", "at"):
        return Cues(possible=True) if word != "against" else None
    if not verbal and lemma in lexicon.NEGATIVE_NOUNS:
        return Cues(negated=lemma != "question" or is_none(governor), last=lemma == "question")
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


def _has_particle(verb: Token, word: str) -> bool:
    return any(c.lower_ == word and c.dep_ in ("prt", "advmod", "prep") for c in verb.children)
