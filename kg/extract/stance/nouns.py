"""What stands around an event noun, or governs a clause on a noun: "sought talks", "talks resumed", "a plan to free him"."""

from kg.extract.clauses import gerund_under, governor_of, has_particle, is_infinitive
from kg.extract.lexicon import belief
from kg.extract.lexicon import stance as lexicon
from kg.extract.lexicon.belief import EVIDENCE
from kg.extract.predicates import SUPPORT_VERBS
from kg.extract.predicates.lexicon import JOURNEYS
from kg.extract.stance.cues import LAST, NOTHING, Cues
from kg.extract.stance.prepositions import under_call
from kg.extract.stance.truth import is_called_untrue
from kg.extract.tree import Token

_MODIFYING = frozenset(("amod", "compound", "nmod", "acl"))


def modifier_cues(noun: Token, below: Token | None) -> Cues:
    """What stands on the noun of an event or of an attempt: "a planned visit", "the cancelled visit", "a failed bid"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return NOTHING
    said = {c.lower_ for c in noun.children if c.dep_ in _MODIFYING and (c.i < noun.i or c.tag_ == "VBN")}
    if said & lexicon.CALLED_OFF:
        return Cues(True, True)
    if below is not None and is_infinitive(below) and said & lexicon.FRUITLESS:
        return Cues(negated=True)
    planned = bool(said & lexicon.PLANNED) and not _is_under_way(noun)
    return Cues(negated="non" in said, possible=planned or _is_would_be(noun))


def _is_under_way(noun: Token) -> bool:
    """ "On a scheduled trip", "during the planned visit": what happens in it shows that it took place."""
    if noun.dep_ != "pobj":
        return False
    preposition = noun.head.lower_
    return preposition in ("during", "after", "following") or (
        preposition == "on" and noun.lemma_.lower() in JOURNEYS
    )


def _is_would_be(noun: Token) -> bool:
    """ "A would-be member": the tokenizer parts the words."""
    before = noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]
    return [token.lower_ for token in before] == ["would", "-", "be"]


def as_subject(noun: Token, verb: Token, below: Token | None) -> Cues:
    """An event as a subject: its verb may say that it takes place, that it is only expected, or that it is off."""
    lemma = verb.lemma_.lower()
    planned = below is not None and noun.lemma_.lower() in lexicon.PLAN_NOUNS
    if noun.dep_ == "nsubjpass":
        if lemma in lexicon.PREVENTING or lemma in ("rule", "call", "reject"):
            return Cues(lemma not in ("call",) or has_particle(verb, "off"), True)
        if planned and lemma in lexicon.DROPPING:
            return Cues(True, True)
        if lemma in lexicon.SUSPENDING:
            return Cues(possible=True)
        return NOTHING if lemma in SUPPORT_VERBS or lemma in lexicon.OCCURRING else LAST
    if planned and lemma in lexicon.FOUNDERING:
        return Cues(negated=True)
    if lemma == "fall" and has_particle(verb, "through"):
        return Cues(True, True)
    if lemma == "be":
        return _in_predicate(verb)
    if lemma == "go" and not (has_particle(verb, "ahead") or has_particle(verb, "forward")):
        return LAST
    return NOTHING if lemma in lexicon.OCCURRING else LAST


def _in_predicate(verb: Token) -> Cues:
    """What is said of an event: that it is off, likely, to be held, or a matter of time; else it is taken for granted."""
    if has_particle(verb, "off"):
        return Cues(True, True)
    ready = any(c.dep_ in ("acomp", "xcomp") and c.lower_ in lexicon.READY for c in verb.children)
    coming = any(c.dep_ == "attr" and _is_of_time(c) for c in verb.children)
    planned = any(c.dep_ == "xcomp" and is_infinitive(c) for c in verb.children)
    return Cues(possible=True) if ready or coming or planned else LAST


def _is_of_time(noun: Token) -> bool:
    return noun.lower_ in ("matter", "question") and any(
        time.lower_ == "time" for of in noun.children if of.lower_ == "of" for time in of.children
    )


def as_object(noun: Token, verb: Token, below: Token | None) -> Cues:
    """An event as an object: its verb may bring it about, seek it, refuse it or call it off."""
    lemma, kind = verb.lemma_.lower(), noun.lemma_.lower()
    if below is not None and kind in lexicon.CHANCES and lemma in lexicon.MISSING:
        return Cues(negated=True)
    if below is not None and kind in lexicon.PLAN_NOUNS and lemma in lexicon.DROPPING:
        return Cues(True, True)
    if kind in lexicon.COMMUNICATED and lemma in (lexicon.NEGATING | lexicon.PREVENTING):
        return LAST
    if lemma in lexicon.NEGATING:
        return Cues(negated=True)
    if kind in lexicon.ADMISSIONS and lemma in lexicon.SPEAKING_FOR_OR_AGAINST:
        return Cues(possible=True)
    if lemma in lexicon.PREVENTING:
        return LAST if lemma in ("reject", "oppose") and _is_definite(noun) else Cues(True, True)
    if (lemma == "rule" and has_particle(verb, "out")) or (
        lemma in ("call", "put") and has_particle(verb, "off")
    ):
        return Cues(True, True)
    if lemma in lexicon.ENDING or (lemma in lexicon.TREATING and _is_definite(noun)):
        return LAST
    if lemma in lexicon.SUSPENDING and not (lemma == "offer" and kind in lexicon.SPOKEN):
        return Cues(possible=True)
    return NOTHING if lemma in SUPPORT_VERBS | lexicon.CAUSING else LAST


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.children)


def on_noun(clause: Token, noun: Token) -> Cues:
    """A clause that a noun governs: "a plan to free him", "no evidence that he fled"."""
    preposition = gerund_under(clause)
    if preposition is not None:
        whole = preposition.head
        return under_call(clause, whole, preposition.lower_, whole.lemma_.lower()) or LAST
    lemma = noun.lemma_.lower()
    if is_cleft(clause, noun) or is_drafted(clause, noun):
        return NOTHING
    if not is_infinitive(clause):
        if is_called_untrue(noun):
            return Cues(negated=True, last=noun.dep_ != "attr")
        if lemma in belief.UNCERTAIN:
            return Cues(possible=True)
        return NOTHING if lemma in EVIDENCE else LAST
    if noun.dep_ == "dobj" and is_gift(clause, noun.head):
        return NOTHING
    if lemma in lexicon.NEGATIVE_NOUNS:
        return Cues(negated=True)
    if lemma in (lexicon.TRYING | lexicon.CHANCES) and not is_attempt(clause, lemma):
        return Cues(attempted=True)
    if lemma in (lexicon.PLAN_NOUNS | lexicon.DUE_NOUNS) and not is_attempt(clause, lemma):
        return Cues(possible=True)
    if noun.dep_ == "ROOT" and noun.pos_ in ("PROPN", "NOUN"):
        return Cues(possible=True, last=True)
    if lemma in lexicon.PLAN_NOUNS or clause.lemma_.lower() in lexicon.EXPRESSING:
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


def is_attempt(clause: Token, governor: str) -> bool:
    """ "Tried to persuade him": the attempt at such a thing is the thing itself."""
    return clause.lemma_.lower() in lexicon.PERSUADING and governor in lexicon.TRYING


def is_gift(clause: Token, verb: Token) -> bool:
    """ "Sent tents to help the homeless": to give for such a purpose is the thing itself."""
    return clause.lemma_.lower() in lexicon.HELPING and verb.lemma_.lower() in lexicon.GIVING


def is_drafted(clause: Token, noun: Token) -> bool:
    """ "Considered a resolution condemning Mali": what is said of the draft is said of what stands in it."""
    return clause.dep_ == "acl" and clause.tag_ == "VBG" and noun.lemma_.lower() in lexicon.DRAFTS


def is_cleft(clause: Token, noun: Token) -> bool:
    """ "It was not Chad that sued Mali": what is said of the noun is said of the clause."""
    if clause.dep_ != "relcl" or is_infinitive(clause) or noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return False
    return any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in noun.head.children)
