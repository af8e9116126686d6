"""Which clause, or which noun, a date stands in."""

from typing import Final

from kg.extract.dates.clauses import clause_of, has_perfect, lasts
from kg.extract.predicates import STATE_VERBS
from kg.extract.tree import Span, Token

_TIME_NOUNS: Final = frozenset(
    "day night evening morning afternoon week month quarter half year time moment period spring summer autumn fall winter"
    " start beginning middle end eve".split()
)
_COME_ABOUT: Final = frozenset(
    "announce conclude hold impose launch make mount negotiate open pay reach seal sign stage start strike".split()
)
_SAYING: Final = frozenset("say tell report announce add".split())
_OCCASION: Final = frozenset("in at during on since until".split())
_LIMITS: Final = frozenset("until before after following".split())
_PREMODIFIERS: Final = frozenset("compound nummod amod poss nmod npadvmod".split())


def clauses_of(date: Span, *, since: bool = False) -> list[Token]:
    """The clause that a date stands in, and the one that its verb completes ("let them go on Saturday").

    Args:
        since: the date tells since when, as only a perfect does.
    """
    clause = _own_clause(date)
    if since and not lasts(clause):
        clause = _perfect_before(date) or clause
    completes = (
        clause.dep_ in ("xcomp", "ccomp") and clause.tag_ == "VB" and clause.head.pos_ in ("VERB", "AUX")
    )
    return [clause, clause.head] if completes else [clause]


def _own_clause(date: Span) -> Token:
    """The clause of a date, where the parser ties it to the words that report it.

    "They fled on Monday, he said", "on 4 June, he pointed out, they fled", "he was jailed in May; he left the year after".
    """
    clause = clause_of(date.root.head)  # "May" may be taken for a verb
    reported = [child for child in clause.children if child.dep_ == "ccomp"]
    before = [verb for verb in reported if verb.i < date.start and date.end <= clause.i]
    next_mark = date.doc[date.end].text if date.end < len(date.doc) else ""
    if before and (next_mark == ";" or (next_mark == "," and clause.lemma_ in _SAYING)):
        return _last_joined(before[-1], date.start)
    set_off = next_mark == ","
    after = [verb for verb in reported if date.end < clause.i < verb.i]
    if set_off and after and after[0].left_edge.i > 0 and after[0].left_edge.nbor(-1).text == ",":
        return after[0]
    return clause


def _last_joined(verb: Token, end: int) -> Token:
    """The last of joined verbs that stands before a place."""
    joined = [child for child in verb.conjuncts if verb.i < child.i < end and child.pos_ == "VERB"]
    return joined[-1] if joined else verb


def _perfect_before(date: Span) -> Token | None:
    """The nearest verb before a date that is told of up to now ("a militia that has been shelling the town")."""
    verbs = (date.doc[i] for i in range(date.start - 1, date.sent.start - 1, -1))
    return next((v for v in verbs if v.pos_ == "VERB" and lasts(v) and has_perfect(v)), None)


def belongs_to_noun(date: Span) -> bool:
    """Whether a date is that of a noun in the clause ("Monday’s vote", "the treaty of 2004"), not of the clause.

    What happens in, at or during something dated has its date: "she lost in the 2020 election".
    """
    root = date.root
    if root.dep_ == "pobj" and root.head.lower_ == "of":
        noun = root.head.head
    elif root.dep_ in _PREMODIFIERS and not _opens(date):
        noun = root.head
    else:
        return False
    if (
        root.dep_ in _PREMODIFIERS and root.i > noun.i
    ):  # "backed Ruiz last week", but "until his expulsion last week"
        return noun.dep_ == "pobj" and noun.head.lower_ in _LIMITS
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_ in _TIME_NOUNS:
        return False
    return not (
        noun.dep_ == "pobj" and noun.head.lower_ in _OCCASION and noun.head.head.pos_ in ("VERB", "AUX")
    )


def _opens(date: Span) -> bool:
    """Whether a date ends a phrase of its own, though the parser ties it to the noun after it: "on 6 May Latvia …"."""
    before, after = date.start - 1, date.end
    possessive = after < len(date.doc) and date.doc[after].tag_ == "POS"
    return before >= 0 and date.doc[before].pos_ == "ADP" and not possessive


def stands_in_noun(noun: Token, root: Token) -> bool:
    """Whether a date stands in the phrase of a noun, outside the clauses in it."""
    current = root
    while current.head != current and current != noun:
        current = current.head
        if current.pos_ in ("VERB", "AUX") and current != noun:
            return False
    return current == noun


def follows_closely(noun: Token, root: Token) -> bool:
    """Whether a date follows a noun before any comma or verb ("at a meeting with them on Monday, …")."""
    between = noun.doc[noun.i + 1 : root.i]
    return noun.i < root.i and not any(token.pos_ in ("VERB", "AUX", "PUNCT") for token in between)


def carries(noun: Token) -> bool:
    """Whether the date of its clause is that of an event noun, rather than of what is done with it."""
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "ROOT", "conj", "appos"):
        return True
    if noun.dep_ != "pobj":
        return False
    bare = not any(child.dep_ in ("det", "poss") for child in noun.children)
    governor = noun.head.head
    return governor.lemma_ in STATE_VERBS or (
        bare and noun.head.lower_ in ("in", "on") and governor.pos_ == "VERB"
    )


def within_other_noun(root: Token) -> bool:
    """Whether a date hangs on a noun by a preposition ("an event with them on Monday")."""
    return root.dep_ == "pobj" and root.head.head.pos_ in ("NOUN", "PROPN")


def clause_about(noun: Token) -> Token | None:
    """The relative clause that says how an event came about ("the truce that the two had signed in May")."""
    told = [c for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_ in _COME_ABOUT]
    return told[0] if told else None


def is_aside(date: Span) -> bool:
    """Whether a date is told of what was over before ("the gang that had kidnapped him in 2017")."""
    clause = clause_of(date.root.head)
    return clause.dep_ in ("relcl", "acl", "advcl") and any(
        child.dep_ == "aux" and child.lower_ == "had" for child in clause.children
    )


def explains(clause: Token, date: Span) -> bool:
    """ "In 2016, when he freed six prisoners", "in 2017, the year he took over"."""
    if clause.dep_ not in ("relcl", "advcl", "acl"):
        return False
    if clause.head == date.root:
        return True
    if clause.head.lemma_ in _TIME_NOUNS and 0 < clause.head.i - date.root.i <= 3:
        return True
    return clause.left_edge.lower_ == "when" and 0 <= clause.left_edge.i - date.end <= 1
