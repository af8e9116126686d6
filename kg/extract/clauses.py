"""Clauses in the parse: what joins them, where one ends, and which of them the sentence takes for granted."""

from collections.abc import Iterator

from kg.extract.lexicon.speech import REPORTING
from kg.extract.tree import Span, Token

VERBAL = frozenset(("VERB", "AUX"))
SUBJECT_DEPS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_TIMES = frozenset(("when", "after", "before", "since", "while", "as", "until"))
_NEXT = frozenset(("then", "thereupon", "promptly", "duly"))
"""Adverbs of what comes next in a story."""
_FACTUAL = frozenset(("after", "despite", "since"))
_ASKING = frozenset(
    "ask wonder know see check inquire enquire determine say tell question decide learn find".split()
)
_TURNING = frozenset("so nor neither only than as what why how sooner hardly scarcely never not".split())
"""Words after which subject and auxiliary change places without a condition."""
_MAX_CLIMB = 8
WISHING = frozenset("support oppose back favor favour reject resist welcome".split())
WISHES = frozenset("opposition support objection resistance idea prospect possibility hope fear".split())
"""Verbs and nouns of what is wished or feared that another should do."""
_POLLS = frozenset("poll survey forecast polling".split())


def is_infinitive(token: Token) -> bool:
    """Whether it is a verb with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def markers(clause: Token) -> frozenset[str]:
    """The conjunctions and adverbs that open a clause, in lower case."""
    return frozenset(c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod") and c.i < clause.i)


def has_that(clause: Token) -> bool:
    """Whether a conjunction or "that" opens the clause."""
    return any(c.dep_ == "mark" or c.lower_ == "that" for c in clause.children)


def told_by_having(verb: Token) -> Iterator[Token]:
    """What somebody makes known: "will have it that …", "would have us think that …", "a poll has her winning"."""
    if verb.lemma_ != "have":
        return
    for clause in verb.children:
        if clause.dep_ != "ccomp" or clause.i < verb.i:
            continue
        if any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.children):
            told = has_that(clause)
        elif clause.tag_ == "VBG":
            told = any(c.dep_ == "nsubj" and c.lemma_.lower() in _POLLS for c in verb.children)
        else:
            told = clause.lemma_ in ("think", "believe") and any(c.dep_ == "ccomp" for c in clause.children)
        if told:
            yield clause


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense of its own."""
    if verb.tag_ in _FINITE:
        return True
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in verb.children)


def governor_of(token: Token) -> Token:
    """The head; of a finite verb that the parser has coordinated with an infinitive, the finite verb above that.

    "Threatened to sue and denied …": the parser ties "denied" to "sue". A plain form ("to sue and deny") goes on with
    the infinitive, whatever the tagger takes it for.
    """
    head = token.head
    if token.dep_ != "conj" or token.pos_ not in VERBAL or not is_finite(token):
        return head
    if token.tag_ == "VBP" and is_infinitive(head):
        return head
    current = head
    for _ in range(_MAX_CLIMB):
        if current.pos_ in VERBAL and is_finite(current):
            return current
        if current.head == current:
            break
        current = current.head
    return head


def has_particle(verb: Token, word: str) -> bool:
    """Whether a verb has this particle ("ruled out", "called off")."""
    return any(c.lower_ == word and c.dep_ in ("prt", "advmod", "prep") for c in verb.children)


def crosses_semicolon(token: Token, head: Token) -> bool:
    """Whether a semicolon stands between two tokens: what one side says does not touch the other."""
    low, high = sorted((token.i, head.i))
    return any(t.text == ";" for t in token.doc[low + 1 : high])


def segment(token: Token) -> tuple[int, int]:
    """The part of the sentence between semicolons that a token stands in, half-open."""
    sentence = token.sent
    start, end = sentence.start, sentence.end
    for other in sentence:
        if other.text == ";":
            if other.i < token.i:
                start = other.i + 1
            elif other.i > token.i:
                end = other.i
                break
    return start, end


def is_part_of_saying(noun: Token) -> bool:
    """Whether what belongs to somebody, and is therefore taken for granted, is still part of what a source asserts.

    "She said that Chad's support for Mali was a mistake": hers as well; not what somebody means to change ("to lift its
    embargo"), nor what a denial leaves alone.
    """
    return noun.dep_ in ("pobj", "nsubj") or (noun.dep_ == "dobj" and not is_infinitive(noun.head))


def presupposed(token: Token) -> Token | None:
    """The smallest clause or apposition around a token that the sentence takes for granted, by its root, or None.

    Relative clauses, participles after a noun, times ("when …"), appositions and what belongs to somebody ("its
    support for Togo") are told by the author, whoever says the rest; not "one of the men who …", nor what is still to come.
    """
    current = token
    while True:
        if _is_taken_for_granted(current):
            return current
        if current.head == current or (current.dep_ == "ccomp" and current.head.pos_ in VERBAL):
            return None
        current = governor_of(current)


def _is_taken_for_granted(token: Token) -> bool:
    match token.dep_:
        case "relcl":
            modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.children)
            if _goes_on(token):
                return False
            return not modal and not is_infinitive(token) and token.head.dep_ != "attr"
        case "acl":
            participle = token.tag_ in ("VBN", "VBG") and not has_that(token) and gerund_under(token) is None
            return participle or (is_infinitive(token) and token.head.pos_ == "PROPN")
        case "advcl":
            return token.tag_ in ("VBD", "VBN") and bool(markers(token) & _TIMES)
        case "pcomp":
            return token.head.lower_ in _FACTUAL
        case "dobj" | "pobj" | "nsubj":
            return token.pos_ == "NOUN" and any(c.dep_ == "poss" for c in token.children)
    return token.dep_ == "appos"


def _goes_on(clause: Token) -> bool:
    """Whether a relative clause goes on with the story ("met Ek, who then freed her")."""
    told = {c.dep_ for c in clause.children if c.tag_ in ("WP", "WDT") or c.lower_ in _NEXT}
    return told >= {"nsubj", "advmod"}


def gerund_under(token: Token) -> Token | None:
    """The preposition of a gerund with a subject of its own ("no question of the court freeing him"), or None."""
    noun = token.head
    if token.dep_ != "acl" or token.tag_ != "VBG" or noun.dep_ != "pobj" or token.i - noun.i > 2:
        return None
    between = token.doc[noun.i + 1 : token.i]
    return (
        None if any(t.text == "," for t in between) or noun.head.lower_ not in ("of", "about") else noun.head
    )


def past_conditions(sentence: Span) -> Iterator[Token]:
    """The verbs of clauses that say what did not happen: "had she sued", "if he had sued"."""
    if sentence.text.rstrip('”’"\n ').endswith("?"):
        return
    for token in sentence:
        if token.lower_ != "had":
            continue
        verb = _conditional_verb(token)
        if verb is not None:
            yield verb


def _conditional_verb(had: Token) -> Token | None:
    if had.dep_ == "aux":
        verb = had.head
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
        if any(c.lower_ == "if" for c in verb.children):
            return None if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _ASKING else verb
        inverted = subject is not None and had.i < subject.i < verb.i
        return verb if inverted and _opens(had) else None
    if had.pos_ in VERBAL and not any(c.dep_ == "nsubj" and c.i < had.i for c in had.children):
        # the parser takes the auxiliary for the main verb, and the subject for its object
        found = [c for c in had.children if c.dep_ == "ccomp" and c.tag_ in ("VBN", "VBD")]
        if had.i == 0 or (had.nbor(-1).dep_ != "cc" and had.nbor(-1).text != ","):
            objects = [c for c in had.children if c.dep_ == "dobj"]
            found += [c for noun in objects for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
        return next(iter(found), None)
    return None


def _opens(had: Token) -> bool:
    """Whether an inverted auxiliary opens its clause rather than follows "so" or "nor"."""
    if had.i == had.sent.start:
        return True
    return had.nbor(-1).lower_ not in _TURNING


def is_reported(clause: Token, verb: Token) -> bool:
    """Whether a clause is what somebody says or holds, so that what is said of the saying is not said of it."""
    if is_infinitive(clause) or (clause.tag_ == "VBG" and not is_finite(clause)):
        return False
    if verb.lemma_.lower() not in REPORTING:
        return False
    return not is_subjunctive(clause)


def is_subjunctive(clause: Token) -> bool:
    """ "Demanded that she leave"."""
    if any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("MD", "VBD") for c in clause.children):
        return False
    singular = any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") for c in clause.children)
    return clause.tag_ == "VB" or (clause.tag_ == "VBP" and singular and has_that(clause))


def is_wished_of(noun: Token) -> bool:
    """Whether what follows a noun is wished or feared of it ("supports Chad joining", "opposition to Chad joining")."""
    governor = noun.head
    wished = noun.dep_ == "dobj" and governor.lemma_ in WISHING
    return wished or (noun.dep_ == "pobj" and governor.head.lemma_.lower() in WISHES)


def opens_clause(noun: Token, before: Token) -> bool:
    """Whether a noun after another one's comma runs on into a verb of its own: "arrested Lee, an officer in Bern said".

    In apposition to the other one it would end in a comma before the verb.
    """
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.i < noun.i or verb in (before, before.head):
        return False
    return not any(t.text == "," for t in noun.doc[noun.i : verb.i])


def is_bare_participle(clause: Token) -> bool:
    """Whether it tells without "to be" what is to be done to somebody ("wants Holm tried")."""
    return clause.tag_ in ("VBN", "VBD") and not any(
        c.dep_ in ("aux", "auxpass", "mark") for c in clause.children
    )
