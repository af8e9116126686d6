"""Polarity and modality: a walk from the trigger up to the root, reading what negates or suspends it."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Modality, Polarity

NEGATING = frozenset(
    """refuse decline fail avoid neglect omit forget cease abstain refrain forbear desist stop lack""".split()
)
"""Governors under which the thing did not happen ("refused to recognize")."""

PREVENTING = frozenset(
    """prevent block ban bar prohibit forbid exclude preclude reject oppose rule abandon cancel scrap shelve""".split()
)
"""Governors under which it will not happen ("ruled out talks")."""

INTENDING = frozenset(
    """plan intend want seek hope aim try attempt prepare consider propose offer promise vow pledge threaten expect
    agree wish mean need require demand urge ask call request push press pressure order tell encourage allow
    permit invite advise recommend suggest bring draw pull coax lure
    nudge push strive struggle schedule schedule set resolve mull weigh
    contemplate envisage envision await favor favour advocate lobby work like love prefer refuse discuss
    explore float study authorize back persuade convince force warn swear commit undertake appeal implore
    beg beseech enable help look move rush race bid""".split()
)
"""Governors under which it is only intended, asked for, offered or allowed."""

ACTUAL_WITH_INFINITIVE = frozenset(
    """help force cause lead get move persuade convince use serve continue begin start manage happen appear""".split()
)
READY = frozenset(
    """ready prepared willing set due likely expected able eager poised open unlikely determined free keen bound
    unwilling reluctant unable about scheduled supposed possible necessary""".split()
)
NEGATIVE_READY = frozenset(("unwilling", "reluctant", "unable", "unlikely"))
PLAN_NOUNS = frozenset(
    """plan proposal offer effort attempt bid intention threat promise pledge demand call request vow desire wish
    hope readiness willingness possibility prospect chance option need push move goal aim idea talk
    invitation agreement refusal failure inability appeal plea ultimatum warrant draft motion bill""".split()
)
NEGATIVE_NOUNS = frozenset(("refusal", "failure", "inability", "unwillingness", "lack", "absence"))
MODALS = frozenset(
    (
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "should",
        "must",
        "shall",
        "'ll",
        "wo",
        "ca",
        "’ll",
        "'d",
        "ought",
    )
)
NEGATIONS = frozenset(
    (
        "not",
        "n't",
        "n’t",
        "never",
        "no",
        "neither",
        "nor",
        "without",
        "hardly",
        "nobody",
        "none",
        "nothing",
        "cannot",
    )
)
CONDITIONS = frozenset(("if", "unless", "should", "whether", "provided", "lest"))
_MAX_STEPS = 12


@dataclass(frozen=True, slots=True)
class Stance:
    """How the sentence presents what the trigger tells."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL


def stance_of(trigger: Token) -> Stance:
    """Polarity and modality from the trigger's own clause and from every clause that governs it."""
    negations, possible = 0, False
    token = trigger
    child: Token | None = None
    for _ in range(_MAX_STEPS):
        negated, suspended = _own_cues(token, child)
        negations += negated
        possible = possible or suspended
        if token.head == token or _closes(token):
            break
        negated, suspended = _governor_cues(token)
        negations += negated
        possible = possible or suspended
        child, token = token, token.head
    if trigger.sent.text.rstrip('”" \n').endswith("?"):
        possible = True
    polarity = Polarity.NEGATED if negations % 2 else Polarity.AFFIRMED
    if _counterfactual(trigger):
        return Stance(Polarity.NEGATED, Modality.ACTUAL)
    return Stance(polarity, Modality.POSSIBLE if possible else Modality.ACTUAL)


def _closes(token: Token) -> bool:
    """Whether what governs a clause says nothing about whether it holds (relative clauses, causes)."""
    if token.dep_ in ("relcl", "parataxis", "appos"):
        return True
    if token.dep_ == "acl":
        return not _is_infinitive(token) and not any(c.lower_ == "that" for c in token.children)
    if token.dep_ == "advcl":
        marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod")}
        return bool(marks) and not marks & CONDITIONS and not _is_infinitive(token)
    return False


def _is_infinitive(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def _own_cues(token: Token, below: Token | None) -> tuple[int, bool]:
    """Negation words and modal verbs that stand directly on a token."""
    if below is not None and _separate(token, below):
        return 0, False
    negated, possible = 0, False
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "neg" or _negates(child):
            negated = 1
        elif (child.dep_ == "aux" and lower in MODALS) or (child.dep_ == "mark" and lower in CONDITIONS):
            possible = True
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj") and child is not below and _is_none(child):
            negated = 1
    return negated, possible


def _separate(token: Token, below: Token) -> bool:
    """Whether a coordinated verb has a clause of its own ("did not wait and it sued")."""
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in below.children)
    return below.dep_ == "conj" and own and token.pos_ in ("VERB", "AUX")


def _negates(word: Token) -> bool:
    return (
        word.dep_ in ("det", "advmod", "preconj", "cc") and word.lower_ in NEGATIONS and word.i < word.head.i
    )


def _is_none(noun: Token) -> bool:
    return noun.lower_ in NEGATIONS or any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children)


def _governor_cues(token: Token) -> tuple[int, bool]:
    """What the word that governs a token says of it."""
    governor = token.head
    lemma = governor.lemma_.lower()
    dep = token.dep_
    if governor.lower_ == "without" and dep in ("pcomp", "pobj"):
        return 1, False
    if dep in ("prep", "conj", "nsubj", "nsubjpass", "agent"):
        return _subject_cues(token, governor) if dep in ("nsubj", "nsubjpass") else (0, False)
    if dep == "pobj" or dep == "pcomp":
        return _through_preposition(token)
    complement = dep in ("xcomp", "ccomp", "acl", "advcl", "relcl", "dobj", "oprd", "attr", "acomp")
    if not complement:
        return 0, False
    if governor.pos_ in ("VERB", "AUX"):
        return _verb_cues(token, governor, lemma)
    if governor.lower_ in READY or lemma in READY:
        return int(lemma in NEGATIVE_READY), True
    if (
        lemma in PLAN_NOUNS
        and dep in ("acl", "relcl", "ccomp", "xcomp")
        and (_is_infinitive(token) or dep == "ccomp")
    ):
        return int(lemma in NEGATIVE_NOUNS), lemma not in NEGATIVE_NOUNS
    return 0, False


def _verb_cues(token: Token, governor: Token, lemma: str) -> tuple[int, bool]:
    dep = token.dep_
    clause = dep in ("xcomp", "ccomp", "advcl", "acl", "relcl")
    if dep == "advcl":
        return 0, _is_infinitive(token)
    if lemma in NEGATING and (clause or dep == "dobj"):
        return 1, False
    if lemma in PREVENTING and (clause or dep == "dobj"):
        return 1, True
    if lemma == "deny" and dep == "dobj":
        return 1, False
    if clause and lemma in ACTUAL_WITH_INFINITIVE:
        return 0, False
    if lemma in INTENDING and (
        (clause and (_is_infinitive(token) or token.tag_ == "VBG" or _that_subjunctive(token)))
        or dep == "dobj"
    ):
        return 0, True
    if clause and _is_infinitive(token) and governor.lemma_ == "be":
        return 0, True
    return 0, False


def _that_subjunctive(token: Token) -> bool:
    return token.tag_ == "VB" or any(c.dep_ == "mark" for c in token.children)


def _through_preposition(token: Token) -> tuple[int, bool]:
    """A gerund or noun under a preposition ("call for talks", "barred from leaving", "plans for a visit")."""
    preposition = token.head
    governor = preposition.head
    lemma = governor.lemma_.lower()
    if preposition.lower_ == "from" and lemma in (PREVENTING | NEGATING | {"keep", "stop"}):
        return 1, False
    if preposition.lower_ in ("for", "to", "on", "against", "of", "at", "toward", "towards", "about", "into"):
        if lemma in (
            "call",
            "push",
            "press",
            "ask",
            "appeal",
            "lobby",
            "hope",
            "wait",
            "argue",
            "campaign",
            "aim",
            "plead",
        ):
            return 0, True
        if lemma in PLAN_NOUNS and governor.pos_ == "NOUN":
            return int(lemma in NEGATIVE_NOUNS), lemma not in NEGATIVE_NOUNS
        if governor.lower_ in READY:
            return 0, True
        if lemma == "rule" and preposition.lower_ == "out":
            return 1, True
        if preposition.lower_ == "into" and lemma in INTENDING:
            return 0, True
    return 0, False


def _subject_cues(token: Token, governor: Token) -> tuple[int, bool]:
    """A noun whose verb says that it is only expected, or that it is off ("talks were cancelled")."""
    lemma = governor.lemma_.lower()
    if token.dep_ == "nsubjpass" and lemma in ("cancel", "scrap", "reject", "block", "abandon"):
        return 1, True
    if token.dep_ == "nsubjpass" and lemma in (
        "plan",
        "schedule",
        "expect",
        "propose",
        "consider",
        "seek",
        "demand",
    ):
        return 0, True
    return 0, False


def _counterfactual(trigger: Token) -> bool:
    """ "Would have freed them, had …": it did not happen."""
    auxiliaries = [c for c in trigger.children if c.dep_ in ("aux", "auxpass")]
    words = [c.lower_ for c in auxiliaries]
    if "have" in words and ("would" in words or "could" in words or "'d" in words):
        return any(c.dep_ == "advcl" and _is_past_condition(c) for c in trigger.children)
    return trigger.dep_ == "advcl" and _is_past_condition(trigger)


def _is_past_condition(clause: Token) -> bool:
    had = [c for c in clause.children if c.dep_ == "aux" and c.lower_ == "had"]
    if not had or clause.tag_ != "VBN":
        return False
    return any(c.lower_ == "if" for c in clause.children) or had[0].i == clause.left_edge.i
