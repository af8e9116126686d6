"""Polarity and modality: a walk from the trigger up to the root, reading what negates or suspends it."""

from typing import NamedTuple

from spacy.tokens import Token

from kg.extract.clauses import (
    VERBAL,
    crosses_semicolon,
    governor_of,
    has_that,
    is_finite,
    is_infinitive,
    markers,
    past_conditions,
)
from kg.extract.lexicon import stance as lexicon
from kg.extract.lexicon.speech import REPORTING
from kg.extract.lexicon.stance import INTENDING
from kg.extract.predicates import (
    QUANTITIES,
    STATE_VERBS,
    SUPPORT_PREPOSITIONS,
    SUPPORT_VERBS,
    is_passive,
)
from kg.model import Modality, Polarity

__all__ = ["INTENDING", "Stance", "stance_of"]

_MAX_STEPS = 12
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_CLAUSES = frozenset(("xcomp", "ccomp", "csubj", "oprd"))
_CALLS = frozenset(
    "call push press ask appeal lobby hope wait argue campaign aim plead beg petition vote".split()
)
_EVIDENCE = frozenset(
    "evidence sign indication truth basis trace hint suggestion question record plan".split()
)
_UNCERTAIN = frozenset(
    "possibility hope chance risk fear prospect demand proposal condition expectation likelihood wish call".split()
)
_UNTRUE = frozenset("untrue false impossible unthinkable inconceivable".split())
_OPEN_QUESTIONS = frozenset("why how when where since".split())


class Stance(NamedTuple):
    """How the sentence presents what the trigger tells."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL


class _Cues(NamedTuple):
    """What one step of the walk says; `last` where nothing further up has a say."""

    negated: bool = False
    possible: bool = False
    last: bool = False


_NOTHING = _Cues()
_LAST = _Cues(last=True)


def stance_of(trigger: Token) -> Stance:
    """Polarity and modality from the trigger's own clause and from every clause that governs it."""
    negated, possible, unreal = False, _is_pending(trigger), False
    token, below = trigger, None
    for _ in range(_MAX_STEPS):
        own = _own_cues(token, below)
        negated ^= own.negated
        possible |= own.possible
        unreal |= _is_unreal(token)
        governor = governor_of(token)
        if _lacks_evidence(token):
            negated = not negated
            break
        if governor == token or _closes(token, governor):
            break
        cues = _governor_cues(token, governor)
        negated ^= cues.negated
        possible |= cues.possible
        if cues.last:
            break
        below, token = token, governor
    if unreal:
        negated, possible = not negated, False
    elif _is_asked(trigger):
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


def _is_asked(trigger: Token) -> bool:
    """Whether the sentence asks if it is so; why or how it came about takes it for granted."""
    sentence = trigger.sent
    if not sentence.text.rstrip("”’\"' \n").endswith("?"):
        return False
    return next((t.lower_ for t in sentence if t.is_alpha), "") not in _OPEN_QUESTIONS


def _closes(token: Token, governor: Token) -> bool:
    """Whether what governs a clause says nothing about whether it holds (relative clauses, causes, semicolons)."""
    dep = token.dep_
    if dep in ("relcl", "acl") and is_infinitive(token):
        return False
    if dep in ("relcl", "parataxis", "appos"):
        return True
    if crosses_semicolon(token, governor):
        return not (dep == "conj" and has_that(token))
    if dep == "acl":
        return not has_that(token)
    if dep == "advcl":
        marks = markers(token)
        return bool(marks - {"only"}) and not marks & lexicon.CONDITIONS and not is_infinitive(token)
    return False


def _lacks_evidence(clause: Token) -> bool:
    """ "There is no evidence, he said, that …": the clause that the words about the source cut off from its noun."""
    that = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if that is None or that.i == 0 or that.nbor(-1).text != ",":
        return False
    return any(t.lemma_.lower() in _EVIDENCE and _is_none(t) for t in clause.doc[clause.sent.start : that.i])


# on the token itself


def _own_cues(token: Token, below: Token | None) -> _Cues:
    """Negation words, modal verbs and conditions that stand directly on a token."""
    shared = _Shared.ALL if below is None else _shared(token, below)
    if shared is _Shared.NOTHING:
        return _NOTHING
    negated = possible = False
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "neg" or _negates(child):
            negated = negated or not _only(child)
        elif (child.dep_ == "aux" and lower in lexicon.MODALS) or _is_condition(child, token):
            possible = True
        elif child.dep_ in ("nsubj", "nsubjpass") or (
            child.dep_ in ("dobj", "attr", "dative") and below is None
        ):
            negated = negated or (child != below and _is_none(child))
    if token.dep_ == "conj" and _follows_nor(token):
        negated = True
    if below is None or below.dep_ in ("conj", "prep"):
        possible = possible or _is_headline_plan(token)
    return _Cues(negated and shared is _Shared.ALL, possible)


class _Shared:
    """What of a governor's own cues its dependent shares."""

    ALL, MODALITY, NOTHING = "all", "modality", "nothing"


def _shared(token: Token, below: Token) -> str:
    if token.pos_ not in VERBAL:
        return _Shared.ALL
    if below.dep_ == "conj":
        return _shared_by_conjunct(token, below)
    if below.dep_ == "advcl":
        return _Shared.MODALITY
    if below.dep_ == "ccomp" and _is_reported(below, token):
        return _Shared.NOTHING
    if below.dep_ == "prep" and below.lower_ in ("by", "in", "with", "while"):
        return _Shared.MODALITY
    return _Shared.ALL


def _shared_by_conjunct(token: Token, below: Token) -> str:
    """A coordinated verb with a clause of its own shares nothing; after "but", it shares no negation."""
    if any(c.dep_ in _SUBJECTS or c.dep_ in ("aux", "auxpass") for c in below.children):
        return _Shared.NOTHING
    if below.tag_ != token.tag_ and not {below.tag_, token.tag_} <= {"VBN", "VBD"}:
        return _Shared.NOTHING
    contrast = any(c.dep_ == "cc" and c.lower_ in ("but", "yet") and c.i < below.i for c in token.children)
    return _Shared.MODALITY if contrast else _Shared.ALL


def _negates(word: Token) -> bool:
    if word.dep_ in ("preconj", "det", "cc") and word.lower_ == "neither":
        return True
    return (
        word.dep_ in ("det", "advmod", "preconj")
        and word.lower_ in lexicon.NEGATIONS
        and word.i < word.head.i
    ) or (word.lower_ == "longer" and any(c.lower_ == "no" for c in word.children))


def _only(negation: Token) -> bool:
    """ "Not only", "not just": no negation at all."""
    return negation.i + 1 < len(negation.doc) and negation.nbor(1).lower_ in (
        "only",
        "just",
        "merely",
        "simply",
    )


def _is_condition(child: Token, clause: Token) -> bool:
    if child.dep_ not in ("mark", "advmod"):
        return False
    if child.lower_ in lexicon.CONDITIONS:
        return True
    return child.dep_ == "mark" and child.lower_ in lexicon.PENDING and clause.tag_ in ("VBZ", "VBP")


def _is_none(noun: Token) -> bool:
    if noun.lower_ in lexicon.NEGATIONS:
        return True
    return any(
        (c.lower_ == "no" and c.dep_ == "det")
        or (c.lower_ == "neither" and c.dep_ in ("preconj", "det", "cc"))
        for c in noun.children
    )


def _follows_nor(token: Token) -> bool:
    """ "… nor did it free him"."""
    return any(c.lower_ == "nor" and c.dep_ == "cc" and c.i < token.i for c in token.head.children)


def _is_headline_plan(token: Token) -> bool:
    """ "Bank to buy rival": an infinitive without a finite verb above it is what is planned."""
    if not is_infinitive(token) or not any(c.dep_ in _SUBJECTS for c in token.children):
        return False
    return token.dep_ == "ROOT"


def _is_unreal(token: Token) -> bool:
    """ "Would have freed them, had …" and its condition: it did not happen."""
    if token.pos_ not in VERBAL:
        return False
    conditions = list(past_conditions(token.sent)) if _has_perfect(token) else []
    if token in conditions:
        return True
    words = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    return bool(conditions) and "have" in words and bool(words & {"would", "could", "might", "'d", "’d"})


def _has_perfect(token: Token) -> bool:
    return any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "have", "'d", "’d") for c in token.children
    ) or (token.head.lower_ == "had" and token.dep_ == "ccomp")


# on what governs it


def _governor_cues(token: Token, governor: Token) -> _Cues:
    """What the word that governs a token says of it."""
    dep = token.dep_
    if dep in ("conj", "prep", "agent", "dep", "compound", "nmod", "intj"):
        return _NOTHING
    if dep in ("pobj", "pcomp"):
        return _through_preposition(token)
    if dep in ("nsubj", "nsubjpass"):
        return _as_subject(token, governor)
    if dep in ("dobj", "dative"):
        return _as_object(token, governor)
    if dep == "attr":
        return _NOTHING
    if dep in ("acl", "relcl"):
        return _on_noun(token, governor)
    if dep == "advcl":
        return _as_adverbial(token, governor)
    if dep in _CLAUSES:
        return _as_complement(token, governor)
    return _LAST


def _as_subject(noun: Token, verb: Token) -> _Cues:
    """An event as a subject: its verb may say that it takes place, that it is only expected, or that it is off."""
    lemma = verb.lemma_.lower()
    if noun.dep_ == "nsubjpass":
        if lemma in lexicon.PREVENTING or lemma in ("rule", "call", "reject"):
            return _Cues(lemma not in ("call",) or _has_particle(verb, "off"), True)
        if lemma in lexicon.SUSPENDING:
            return _Cues(possible=True)
        return _NOTHING if lemma in SUPPORT_VERBS or lemma in lexicon.OCCURRING else _LAST
    if lemma == "be":
        ready = any(c.dep_ in ("acomp", "xcomp") and c.lower_ in lexicon.READY for c in verb.children)
        return _Cues(possible=ready)
    return _NOTHING if lemma in lexicon.OCCURRING else _LAST


def _as_object(noun: Token, verb: Token) -> _Cues:
    lemma = verb.lemma_.lower()
    if noun.lemma_.lower() in lexicon.COMMUNICATED and lemma in (lexicon.NEGATING | lexicon.PREVENTING):
        return _LAST
    if lemma in lexicon.NEGATING:
        return _Cues(negated=True)
    if lemma in lexicon.PREVENTING:
        definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.children)
        return _LAST if definite and lemma in ("reject", "oppose") else _Cues(True, True)
    if (lemma == "rule" and _has_particle(verb, "out")) or (lemma == "call" and _has_particle(verb, "off")):
        return _Cues(True, True)
    if lemma in lexicon.ENDING:
        return _LAST
    if lemma in lexicon.SUSPENDING:
        return _Cues(possible=True)
    return _NOTHING if lemma in SUPPORT_VERBS else _LAST


def _on_noun(clause: Token, noun: Token) -> _Cues:
    """A clause that a noun governs: "a plan to free him", "no evidence that he fled"."""
    lemma = noun.lemma_.lower()
    if not is_infinitive(clause):
        if lemma in _UNCERTAIN:
            return _Cues(possible=True)
        return _NOTHING if lemma in _EVIDENCE else _LAST
    if lemma in lexicon.NEGATIVE_NOUNS:
        return _Cues(negated=True)
    if lemma in lexicon.PLAN_NOUNS and not _is_attempt(clause, lemma):
        return _Cues(possible=True)
    if noun.dep_ == "ROOT" and noun.pos_ in ("PROPN", "NOUN"):
        return _Cues(possible=True, last=True)
    if noun.dep_ in ("dobj", "nsubjpass", "oprd", "attr", "pobj") and lemma not in lexicon.PLAN_NOUNS:
        verb = governor_of(noun.head) if noun.dep_ == "pobj" else governor_of(noun)
        if (
            verb.lemma_ in INTENDING
            and verb.pos_ in VERBAL
            and verb.lemma_ not in lexicon.ACTUAL_WITH_INFINITIVE
        ):
            return _Cues(possible=True)
    return _LAST if lemma not in lexicon.PLAN_NOUNS else _NOTHING


def _is_attempt(clause: Token, governor: str) -> bool:
    """ "Tried to persuade him": the attempt at such a thing is the thing itself."""
    return clause.lemma_.lower() in lexicon.PERSUADING and governor in lexicon.TRYING


def _as_adverbial(clause: Token, verb: Token) -> _Cues:
    if not is_infinitive(clause):
        return _NOTHING
    if "only" in markers(clause):
        return _LAST
    lemma = verb.lemma_.lower()
    if lemma in lexicon.NEGATING and lemma != "stop":
        return _Cues(negated=True)
    if clause.lemma_.lower() in lexicon.EXPRESSING and lemma not in INTENDING:
        return _NOTHING
    if clause.lemma_.lower() in lexicon.PERSUADING or (lemma == "go" and _has_particle(verb, "on")):
        return _NOTHING
    return _Cues(possible=lemma not in lexicon.APPOINTING or not _is_plain_past(verb))


def _as_complement(clause: Token, governor: Token) -> _Cues:
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
        return _Cues(negated=yet, possible=not yet and lemma == "be")
    if lemma == "be":
        adjectives = [c for c in governor.children if c.dep_ in ("acomp", "attr")]
        found = [cues for c in adjectives if (cues := _under_adjective(c)) is not None]
        return found[0] if found else _NOTHING
    if lemma == "go" and governor.tag_ == "VBG" and infinitive and not _has_particle(governor, "on"):
        return _Cues(possible=True)
    if lemma in lexicon.NEGATING:
        return _NOTHING if lemma == "stop" and infinitive else _Cues(negated=True)
    if lemma in lexicon.PREVENTING or (lemma == "rule" and _has_particle(governor, "out")):
        return _Cues(True, True)
    if not infinitive and _is_reported(clause, governor):
        return _LAST if lemma not in ("believe", "think", "expect") else _NOTHING
    if has_that(clause) and _is_subjunctive(clause):
        return _Cues(possible=True)
    if lemma in lexicon.ACTUAL_WITH_INFINITIVE or _is_attempt(clause, lemma):
        return _NOTHING
    if lemma in lexicon.APPOINTING and infinitive:
        return _Cues(possible=not _is_plain_past(governor))
    return _Cues(possible=lemma in INTENDING and (infinitive or clause.tag_ == "VBG" or has_that(clause)))


def _under_adjective(word: Token) -> _Cues | None:
    lower = word.lower_
    if lower in _UNTRUE:
        return _Cues(negated=True)
    if lower in lexicon.UNABLE:
        return _Cues(negated=True)
    if lower in lexicon.READY:
        if lower == "able" and word.head.tag_ == "VBD":
            return _NOTHING
        return _Cues(lower in lexicon.UNREADY, True)
    return None


def _is_reported(clause: Token, verb: Token) -> bool:
    """Whether a clause is what somebody says or holds, so that what is said of the saying is not said of it."""
    if is_infinitive(clause) or (clause.tag_ == "VBG" and not is_finite(clause)):
        return False
    if verb.lemma_.lower() not in REPORTING:
        return False
    return not _is_subjunctive(clause)


def _is_subjunctive(clause: Token) -> bool:
    """ "Demanded that she leave"."""
    if any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("MD", "VBD") for c in clause.children):
        return False
    singular = any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") for c in clause.children)
    return clause.tag_ == "VB" or (clause.tag_ == "VBP" and singular and has_that(clause))


def _is_plain_past(verb: Token) -> bool:
    """ "Hired", "had hired", "was hired", not "has hired"."""
    finite = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return all(c.tag_ in ("VBD", "VBN") for c in finite) and verb.tag_ in ("VBD", "VBN")


def _through_preposition(token: Token) -> _Cues:
    """A gerund or noun under a preposition ("call for talks", "barred from leaving", "plans for a visit")."""
    preposition = token.head
    governor = governor_of(preposition)
    word, lemma = preposition.lower_, governor.lemma_.lower()
    if word == "without":
        return _Cues(negated=True)
    around = {governor.lower_, *(c.lower_ for c in preposition.children if c.i < preposition.i)}
    if (word == "of" and around & {"instead", "short", "lieu"}) or (word == "from" and "far" in around):
        return _Cues(negated=True, last=True)
    if word == "than" and governor.lower_ == "rather":
        return _Cues(negated=True, last=True)
    if word == "from" and (
        lemma in (lexicon.PREVENTING | lexicon.NEGATING) or lemma in ("keep", "far", "dissuade", "deter")
    ):
        return _Cues(negated=True)
    if word in ("for", "to", "on", "of", "at", "toward", "towards", "about", "into", "against"):
        called = _under_call(token, governor, word, lemma)
        if called is not None:
            return called
    if word == "by" and governor.dep_ == "xcomp" and is_infinitive(governor):
        return _LAST
    if token.dep_ == "pcomp":
        if word in lexicon.FACTUAL_PREPOSITIONS and lemma not in ("exchange", "return"):
            return _LAST
        return _NOTHING if word in ("by", "in", "with") or governor.pos_ not in VERBAL else _LAST
    if word == "of":
        return _NOTHING if lemma in QUANTITIES or lemma in _EVIDENCE else _LAST
    if word in SUPPORT_PREPOSITIONS and lemma in STATE_VERBS:
        return _NOTHING
    return _LAST


def _under_call(token: Token, governor: Token, word: str, lemma: str) -> _Cues | None:
    verbal = governor.pos_ in VERBAL
    if verbal and lemma in _CALLS and word in ("for", "to", "against", "on", "at"):
        return _Cues(possible=True) if word != "against" else None
    if not verbal and lemma in lexicon.NEGATIVE_NOUNS:
        return _Cues(negated=lemma != "question" or _is_none(governor), last=lemma == "question")
    if not verbal and lemma in lexicon.PLAN_NOUNS and word != "against":
        return _Cues(possible=True)
    if lemma == "be" and word == "for" and any(c.lower_ in lexicon.READY for c in governor.children):
        return _Cues(possible=True)
    if governor.lower_ in lexicon.READY and not (governor.lower_ == "due" and word == "to"):
        return _Cues(possible=True)
    if verbal and word == "into" and lemma in INTENDING:
        return _Cues(possible=True)
    if verbal and word == "to" and lemma in ("agree", "commit", "object") and token.dep_ in ("pobj", "pcomp"):
        return _Cues(lemma == "object", True)
    return None


def _has_particle(verb: Token, word: str) -> bool:
    return any(c.lower_ == word and c.dep_ in ("prt", "advmod", "prep") for c in verb.children)
