"""Words about a source beside what it says: "the talks, he said, had failed"; and how the source stands to it."""

from collections.abc import Iterator

from kg.extract.attribution.regions import Region, beside
from kg.extract.attribution.sources import Sources
from kg.extract.clauses import segment
from kg.extract.lexicon import speech as lexicon
from kg.extract.predicates import grammatical_subjects
from kg.extract.tree import Token
from kg.model import HolderStance

ADDRESSED = frozenset("tell assure inform remind warn".split())
"""Verbs of saying whose object is who is told."""

_SHIFTED = frozenset(("had", "would", "might"))
"""Auxiliaries of what has been said in another tense."""
_TIMES = frozenset(
    "week month year day morning evening afternoon night monday tuesday wednesday thursday friday".split()
)


def stance_of_saying(verb: Token) -> HolderStance:
    """How who says it stands to what a verb of saying reports."""
    lemma = verb.lemma_.lower()
    if lemma in lexicon.DENYING:
        admits = any(c.dep_ == "neg" for c in verb.children)
        return HolderStance.ASSERTS if admits else HolderStance.DENIES
    alleging = lemma in lexicon.ALLEGING or any(
        head.lemma_.lower() in lexicon.ALLEGING_DOCUMENTS for head in grammatical_subjects(verb)
    )
    return HolderStance.ALLEGES if alleging else HolderStance.ASSERTS


def parenthetical(sources: Sources, verb: Token, lemma: str, holder: str) -> Iterator[Region]:
    """What a reporting clause without content of its own is tied to ("the talks, he said, had failed")."""
    own = [c for c in verb.children if _belongs(c, verb, lemma)]
    if any(c.dep_ == "dobj" and c not in own for c in verb.children):
        return
    left = min([verb.i, *(c.left_edge.i for c in own if c.i < verb.i)])
    right = max([verb.i, *(c.right_edge.i for c in own if c.i > verb.i)]) + 1
    if not any(c.dep_ == "nsubj" for c in own):
        left = sources.start_before(verb)
    start, end = segment(verb)
    colon = next((t.i for t in verb.doc[right:end] if t.text == ":"), None)
    if colon is not None and colon - right <= 2:
        yield Region(colon + 1, end, holder)
        return
    before = left > start and verb.doc[left - 1].text in (",", "”", '"', "—", "–", "-", "?")
    as_clause = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children)
    after = right < end and verb.doc[right].text == "," and left == start
    if before or as_clause or after:
        yield from beside(verb, holder, left, right, stance_of_saying(verb))
        yield from going_on(verb, holder, stance_of_saying(verb))


def going_on(verb: Token, holder: str, stance: HolderStance) -> Iterator[Region]:
    """What the source goes on to say behind a semicolon, shown by its tense: "…, he said; they would not leave"."""
    _, end = segment(verb)
    while end < verb.sent.end and verb.doc[end].text == ";":
        start, end = segment(verb.doc[end + 1])
        main = next((t for t in verb.doc[start:end] if t.head == t or not start <= t.head.i < end), None)
        if main is None or not any(c.dep_ == "aux" and c.lower_ in _SHIFTED for c in main.children):
            return
        if main.lemma_.lower() in lexicon.SAYING:
            return
        yield Region(start, end, holder, stance)


def _belongs(child: Token, verb: Token, lemma: str) -> bool:
    """Whether a child of a verb of saying belongs to the words that name the source."""
    if child.dep_ == "dobj":
        told = lemma in ADDRESSED and not any(c.dep_ == "dative" for c in verb.children)
        return told or child.lemma_.lower() in _TIMES
    return child.dep_ in ("nsubj", "aux", "advmod", "dative", "prep", "npadvmod", "mark", "prt")
