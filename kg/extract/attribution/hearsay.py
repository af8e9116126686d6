"""What nouns, phrases and adverbs give to a source: claims that …, according to, reportedly, by her own account."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.attribution.denials import Denial, denial_of
from kg.extract.attribution.regions import Region, beside, subtree, within
from kg.extract.attribution.sources import Sources
from kg.extract.clauses import VERBAL, has_that, is_infinitive
from kg.extract.lexicon import speech as lexicon
from kg.extract.predicates import governed_by, grammatical_subjects, subjects
from kg.extract.stance.truth import is_called_untrue
from kg.extract.tree import Doc, Token
from kg.model import UNNAMED, HolderStance

_SUPPORTING = frozenset("make issue repeat raise bring level voice spread publish release file sound".split())
_CUES = (
    lexicon.DOCUMENTS
    | lexicon.HEARSAY
    | lexicon.ALLEGED
    | lexicon.ACCOUNTS
    | lexicon.REPORT_NOUNS
    | lexicon.DEMAND_NOUNS
    | lexicon.CASES
    | {"according", "per"}
)
"""Words without which nothing here is given to a source."""


class Hearsay:
    """The regions of one document that hang on a noun, a phrase or an adverb."""

    def __init__(self, doc: Doc, sources: Sources) -> None:
        self.doc = doc
        self.sources = sources

    def at(self, token: Token) -> Iterable[Region]:
        """What a word gives to a source."""
        lemma = token.lemma_.lower()
        return self._at(token, lemma) if lemma in _CUES or token.lower_ in _CUES else ()

    def _at(self, token: Token, lemma: str) -> Iterator[Region]:
        if lemma in lexicon.DOCUMENTS and token.pos_ in ("NOUN", "PROPN"):
            self.sources.note_document(token)
        if token.lower_ in ("according", "per"):
            yield from self._according_to(token)
        elif token.lower_ in lexicon.HEARSAY:
            stance = HolderStance.ALLEGES if token.lower_ in lexicon.ALLEGEDLY else HolderStance.ASSERTS
            yield from within(subtree(_clause_of(token), UNNAMED, stance), token)
        elif token.lower_ in lexicon.ALLEGED and token.dep_ == "amod":
            yield subtree(token.head, UNNAMED, HolderStance.ALLEGES)
        elif token.pos_ in VERBAL:
            return
        elif lemma in lexicon.ACCOUNTS and token.dep_ == "pobj" and (holder := self._teller(token)):
            preposition = token.head
            yield from beside(token, holder, preposition.left_edge.i, preposition.right_edge.i + 1)
        elif lemma in lexicon.REPORT_NOUNS or lemma in lexicon.CASES:
            yield from self._report_noun(token, lemma)
        elif lemma in lexicon.DEMAND_NOUNS:
            yield from self._demand_noun(token)

    def _report_noun(self, noun: Token, lemma: str) -> Iterator[Region]:
        contents = [c for c in noun.children if lemma not in lexicon.CASES and _is_content(c)]
        contents += _equated(noun)
        denial = denial_of(noun)
        if denial is not None or lemma in lexicon.ALLEGING_NOUNS:
            contents += [c for c in governed_by(noun, "of") if c.dep_ == "pobj"]
        if not contents or (denial is None and is_called_untrue(noun)):
            return
        if denial is not None:
            holder, stance = self._denier(denial), HolderStance.DENIES
        else:
            holder = self._reporter(noun)
            if holder is None:
                if lemma in lexicon.NO_SOURCE:
                    return
                holder = UNNAMED
            stance = _stance_of_noun(lemma)
        for content in contents:
            region = replace(subtree(content, holder, stance), untrue=denial is not None and denial.untrue)
            yield from within(region, noun)

    def _denier(self, denial: Denial) -> str | None:
        """Who calls a report untrue; nobody where the author, or who is quoted around it, says so."""
        if denial.verb is None:
            return None
        return self.sources.holder(subjects(denial.verb)) or UNNAMED

    def _demand_noun(self, noun: Token) -> Iterator[Region]:
        """ "Kenya's request to extradite him", "a call by the union for talks"."""
        holder = self._reporter(noun)
        if holder is None or holder == UNNAMED:
            return
        for child in noun.children:
            clause = child.dep_ in ("acl", "ccomp", "relcl", "advcl") and (
                is_infinitive(child) or has_that(child)
            )
            if child.i > noun.i and (clause or (child.dep_ == "prep" and child.lower_ == "for")):
                yield subtree(child, holder)

    def _reporter(self, noun: Token) -> str | None:
        source = [c for c in noun.children if c.dep_ in ("poss", "compound")]
        source += governed_by(noun, "by", "from", "in")
        if noun.dep_ == "dobj" and noun.head.lemma_ in _SUPPORTING:
            source += subjects(noun.head)
        return self.sources.holder(source)

    def _according_to(self, token: Token) -> Iterator[Region]:
        phrases = [token] if token.lower_ == "per" else [c for c in token.children if c.lower_ == "to"]
        heads = [n for phrase in phrases for n in phrase.children if n.dep_ == "pobj"]
        if any(head.lemma_.lower() in lexicon.NORMS for head in heads):
            return
        holder = self.sources.holder(heads)
        if holder is None and token.lower_ == "per":
            return
        papers = any(head.lemma_.lower() in lexicon.ALLEGING_DOCUMENTS for head in heads)
        stance = HolderStance.ALLEGES if papers else HolderStance.ASSERTS
        yield from beside(token, holder or UNNAMED, token.left_edge.i, token.right_edge.i + 1, stance)

    def _teller(self, noun: Token) -> str | None:
        """Whose account it is: "by her own account", "in the view of the court"."""
        preposition = noun.head
        if preposition.lower_ not in ("by", "in", "on"):
            return None
        owners = [c for c in noun.children if c.dep_ == "poss"] + governed_by(noun, "of")
        holder = self.sources.holder(owners)
        if holder is None and any(owner.tag_ == "PRP$" for owner in owners):
            holder = self.sources.holder(grammatical_subjects(preposition.head))
        return holder


def _stance_of_noun(lemma: str) -> HolderStance:
    if lemma == "denial":
        return HolderStance.DENIES
    return HolderStance.ALLEGES if lemma in lexicon.ALLEGING_NOUNS else HolderStance.ASSERTS


def _is_content(child: Token) -> bool:
    """Whether a child of a report noun is the clause that it reports."""
    if child.dep_ == "prep":
        return child.lower_ == "of" and any(c.dep_ == "pcomp" for c in child.children)
    return child.dep_ in ("acl", "ccomp", "relcl") and child.pos_ in VERBAL and has_that(child)


def _equated(noun: Token) -> list[Token]:
    """The clause that a noun is said to be: "their claim is that …"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return []
    return [c for c in verb.children if c.i > verb.i and c.dep_ in ("ccomp", "attr", "advcl") and has_that(c)]


def _clause_of(token: Token) -> Token:
    current = token
    while current.head != current and current.pos_ not in VERBAL:
        current = current.head
    return current
