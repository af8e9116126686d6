"""Denials that only point back at what was said: "the minister rejected the report", "he denies the charges"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.attribution import Attribution
from kg.extract.clauses import VERBAL
from kg.extract.lexicon import speech as lexicon
from kg.extract.lexicon.people import words
from kg.extract.predicates import subjects
from kg.extract.spans import text_span
from kg.extract.stance.reading import stance_of
from kg.extract.tree import Doc, Span, Token
from kg.model import UNNAMED, Claim, HolderStance, Modality, Polarity
from kg.model import Span as TextSpan

CONSTRUCTION: Final = "SUBJ deny what was said"
_POINTING: Final = words("it this that them these those")
_DEFINITE: Final = words("the this that these those such any all")
_INVOLVEMENT: Final = words("involvement responsibility wrongdoing role part")
"""What somebody denies who denies the deed of which others accuse him."""
_MOST: Final = 3
"""Claims that one denial can mean; of more than these it is not told which."""


class Rebuttals:
    """Finds who denies, in the next sentence or the same, what a document's grammar has found others to say."""

    def __init__(self, doc: Doc, attribution: Attribution) -> None:
        self.doc = doc
        self.attribution = attribution

    def of(self, claims: Sequence[Claim]) -> Iterator[tuple[int, Token, Claim]]:
        """For each claim that is denied: its place among the claims, the verb of denial, and the denial as a claim."""
        sentences = list(self.doc.sents)
        for number, sentence in enumerate(sentences):
            before = sentences[number - 1] if number else None
            for verb in sentence:
                if verb.pos_ not in VERBAL or (noun := self._pointer(verb)) is None:
                    continue
                denier = self._denier(verb)
                if denier is None:
                    continue
                for place in self._meant(claims, verb, noun, denier, before):
                    yield place, verb, self._denial(claims[place], verb, denier)

    def _pointer(self, verb: Token) -> Token | None:
        """What a verb of denial points back with, or None."""
        lemma = verb.lemma_.lower()
        if lemma not in lexicon.DENYING:
            return None
        if stance_of(verb) != (Polarity.AFFIRMED, Modality.ACTUAL):
            return None
        if any(c.dep_ in ("ccomp", "xcomp", "dative") for c in verb.children):
            return None
        for noun in verb.children:
            if noun.dep_ in ("dobj", "nsubjpass") and _points_back(
                noun, flatly=lemma in lexicon.FLATLY_DENYING
            ):
                return noun
        return None

    def _denier(self, verb: Token) -> str | None:
        return self.attribution.sources.holder(subjects(verb))

    def _meant(
        self, claims: Sequence[Claim], verb: Token, noun: Token, denier: str, before: Span | None
    ) -> list[int]:
        """The places of the claims that somebody else makes in the same sentence or, without any, in the one before."""
        here = _within(verb.sent, verb.idx)
        reach = [here] if before is None else [here, _within(before, before.end_char)]
        for begin, end in reach:
            told = [
                n
                for n, claim in enumerate(claims)
                if begin <= claim.trigger.begin < end and _is_said(claim, denier)
            ]
            if not told:
                continue
            if noun.lemma_.lower() in lexicon.ALLEGING_NOUNS | _INVOLVEMENT:
                told = [n for n in told if _accuses(claims[n], denier)]
            one = len({claims[n].holder for n in told}) == 1
            return told if one and len(told) <= _MOST else []
        return []

    def _denial(self, claim: Claim, verb: Token, denier: str) -> Claim:
        outer = self.attribution.said(verb).holder
        return replace(
            claim,
            evidence=text_span(verb.sent),
            trigger=TextSpan(verb.idx, verb.idx + len(verb.text)),
            frame=CONSTRUCTION,
            polarity=Polarity.NEGATED,
            holder=denier,
            reported_by=outer if outer not in (None, UNNAMED, denier) else None,
            stance=HolderStance.DENIES,
        )


def _points_back(noun: Token, *, flatly: bool) -> bool:
    """Whether a noun or pronoun stands for what was said: "it", "which", "the report", "these claims", "any role"."""
    if noun.dep_ == "dobj" and noun.tag_ == "WDT":
        return _is_relative_to_what_was_said(noun)
    if noun.lower_ in _POINTING:
        return flatly and not list(noun.children)
    lemma = noun.lemma_.lower()
    if lemma in _INVOLVEMENT:
        return flatly and all(c.dep_ in ("det", "amod") for c in noun.children)
    parts = [c for c in noun.children if c.lower_ != "as"]
    if lemma not in lexicon.REPORT_NOUNS or any(c.dep_ not in ("det", "poss", "amod") for c in parts):
        return False
    plural = noun.tag_ == "NNS"
    return plural or any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.children)


def _is_relative_to_what_was_said(pronoun: Token) -> bool:
    """ "An allegation that he denies"; "…, which he denies"."""
    clause = pronoun.head
    if clause.dep_ != "relcl":
        return False
    after_comma = pronoun.i > 0 and pronoun.nbor(-1).text == "," and pronoun.lower_ == "which"
    return after_comma or clause.head.lemma_.lower() in lexicon.REPORT_NOUNS


def _accuses(claim: Claim, denier: str) -> bool:
    return claim.stance is HolderStance.ALLEGES or claim.subject == denier


def _is_said(claim: Claim, denier: str) -> bool:
    """Whether somebody other than who denies it says that it is so."""
    plain = (claim.polarity, claim.modality) == (Polarity.AFFIRMED, Modality.ACTUAL)
    return plain and claim.holder not in (None, denier) and claim.stance is not HolderStance.DENIES


def _within(sentence: Span, end: int) -> tuple[int, int]:
    return sentence.start_char, end
