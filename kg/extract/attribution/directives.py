"""What verbs of accusing, demanding, promising and wishing give to a source: what somebody did, or is to do."""

from collections.abc import Collection, Iterator

from kg.extract.attribution.regions import Region, subtree, within
from kg.extract.attribution.reporting import Reporting
from kg.extract.clauses import VERBAL, has_that, is_bare_participle, is_infinitive, segment
from kg.extract.lexicon import speech as lexicon
from kg.extract.predicates import charged, governed_by, is_passive
from kg.extract.stance.reading import stance_of
from kg.extract.tree import Doc, Token
from kg.model import UNNAMED, HolderStance, Modality, Polarity

_NOUN_DEMANDS = frozenset("demand request propose recommend urge".split())
_ACCUSED = {
    "acquit": HolderStance.DENIES,
    "clear": HolderStance.DENIES,
    "convict": HolderStance.ASSERTS,
}
"""What a court finds, among the verbs of accusation."""

_PENALTIES = frozenset(
    "trial year life prison jail penalty sentence execution extradition deportation".split()
)
"""What somebody faces who has not been found guilty yet."""

_FINDING = frozenset(("find", "hold", "declare", "pronounce"))
"""Verbs of a verdict, with "guilty" after their object."""


class Directives:
    """The regions of one document that hang on a verb of accusing, demanding, promising or wishing."""

    def __init__(self, doc: Doc, reporting: Reporting) -> None:
        self.doc = doc
        self.reporting = reporting

    def at(self, verb: Token) -> Iterator[Region]:
        """What a verb gives to its subject, or to nobody by name."""
        lemma = verb.lemma_.lower()
        if lemma in lexicon.ACCUSING:
            yield from self._accusation(verb)
        elif _is_pursuit(verb, lemma):
            yield from self._pursuit(verb, lemma)
        elif lemma in _FINDING:
            yield from self._verdict(verb)
        if lemma in lexicon.DEMANDING:
            yield from self._demand(verb, lemma)
        if lemma in lexicon.COMMITTING:
            yield from self._commitment(verb)
        if lemma in lexicon.WANTING:
            yield from self._wish(verb)

    def _accusation(self, verb: Token) -> Iterator[Region]:
        holder = self.reporting.speaker(verb) or UNNAMED
        phrases = [
            c
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ in ("of", "for", "with") and c.i > verb.i
        ]
        phrases += [c for phrase in phrases for c in phrase.children if c.dep_ == "conj"]
        gerunds = [c for c in phrases if any(inner.dep_ == "pcomp" for inner in c.children) or charged(c)]
        gerunds = gerunds or [c for c in _grounds(verb, ("of", "for", "with")) if charged(c)]
        if not phrases and verb.lemma_ == "accuse":
            gerunds = self._stray_gerund(verb)
        for phrase in gerunds:
            yield from within(
                subtree(phrase, holder, _ACCUSED.get(verb.lemma_.lower(), HolderStance.ALLEGES)), verb
            )

    def _pursuit(self, verb: Token, lemma: str) -> Iterator[Region]:
        """For what somebody is arrested, tried or jailed; a verdict of nobody by name is taken on trust."""
        tried = lemma not in lexicon.PURSUING | lexicon.SENTENCING | {"want"}
        holder = None if tried else self.reporting.speaker(verb)
        stance = HolderStance.ASSERTS if lemma in lexicon.SENTENCING else HolderStance.ALLEGES
        if holder is None and stance is HolderStance.ASSERTS:
            return
        for phrase in _grounds(verb, ("for", "over")):
            yield from within(subtree(phrase, holder or UNNAMED, stance), verb)

    def _verdict(self, verb: Token) -> Iterator[Region]:
        """Of what somebody is found guilty."""
        holder = self.reporting.speaker(verb) or UNNAMED
        found = (t for t in verb.children if t.i > verb.i)
        guilty = [t for c in found for t in (c, *c.children) if t.lower_ == "guilty"]
        for phrase in (c for word in guilty for c in word.children if c.dep_ == "prep" and c.lower_ == "of"):
            yield from within(subtree(phrase, holder), verb)

    def _stray_gerund(self, verb: Token) -> list[Token]:
        """The "of" clause of "accuse" that the parser has tied to a word in between."""
        _, end = segment(verb)
        found = (
            t
            for t in self.doc[verb.i + 1 : end]
            if t.lower_ == "of" and any(c.dep_ == "pcomp" for c in t.children)
        )
        return list(found)[:1]

    def _demand(self, verb: Token, lemma: str) -> Iterator[Region]:
        holder = self._actual_speaker(verb)
        if holder is None:
            return
        found = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i and _is_asked(c)]
        if not found:
            asked = (t for t in verb.subtree if t.i > verb.i and t.tag_ == "VB")
            found = [t for t in asked if is_infinitive(t) or has_that(t)][:1]
        for clause in found:
            start = min(t.i for t in clause.subtree if t.i > verb.i)
            yield from within(Region(start, clause.right_edge.i + 1, holder), verb)
        wanted = [n for n in governed_by(verb, "for") if n.dep_ == "pobj"]
        if lemma in _NOUN_DEMANDS:
            wanted += [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
        for noun in wanted:
            yield subtree(noun, holder)

    def _commitment(self, verb: Token) -> Iterator[Region]:
        holder = self._actual_speaker(verb)
        for clause in verb.children:
            if holder is not None and clause.dep_ == "xcomp" and is_infinitive(clause):
                yield from within(subtree(clause, holder), verb)

    def _wish(self, verb: Token) -> Iterator[Region]:
        """What somebody wants or expects others to do."""
        holder = self._actual_speaker(verb)
        for clause in verb.children:
            other = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
            wished = _is_asked(clause) or is_bare_participle(clause)
            if holder is not None and clause.dep_ in ("ccomp", "xcomp") and wished and other:
                yield from within(subtree(clause, holder), verb)

    def _actual_speaker(self, verb: Token) -> str | None:
        """Who speaks, where the speaking itself is told as a fact."""
        holder = self.reporting.speaker(verb)
        if holder is None or stance_of(verb) != (Polarity.AFFIRMED, Modality.ACTUAL):
            return None
        return holder


def _is_asked(clause: Token) -> bool:
    """Whether a clause can be what somebody asks for: an infinitive, or a clause with "that"."""
    return is_infinitive(clause) or has_that(clause) or clause.tag_ == "VB"


def _is_pursuit(verb: Token, lemma: str) -> bool:
    """Whether a verb says that somebody is arrested, tried or sentenced: "was jailed", "is wanted", "faces trial"."""
    if lemma in lexicon.PURSUING or lemma in lexicon.SENTENCING:
        return True
    if lemma == "want":
        return is_passive(verb)
    phrases = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("on", "to")]
    nouns = [c for place in (verb, *phrases) for c in place.children if c.dep_ in ("dobj", "pobj")]
    if lemma in ("face", "risk"):
        return any(noun.lemma_ in _PENALTIES for noun in nouns)
    return any(noun.lemma_ == "trial" for noun in nouns)


def _grounds(verb: Token, prepositions: Collection[str]) -> Iterator[Token]:
    """The phrases with a gerund that say why, wherever the parser has tied them below the verb."""
    for phrase in verb.subtree:
        asked = phrase.i > verb.i and phrase.dep_ == "prep" and phrase.lower_ in prepositions
        if asked and _verb_above(phrase) == verb and any(c.dep_ == "pcomp" for c in phrase.children):
            yield phrase


def _verb_above(token: Token) -> Token:
    """The nearest verb that governs a word."""
    current = token.head
    while current.pos_ not in VERBAL and current.head != current:
        current = current.head
    return current
