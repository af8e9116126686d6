"""What nouns, phrases and adverbs give to a source: claims that …, according to, reportedly, by her own account."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.attribution.regions import Region, beside, subtree, within
from kg.extract.attribution.sources import Sources
from kg.extract.clauses import VERBAL, has_that, is_infinitive
from kg.extract.lexicon import speech as lexicon
from kg.extract.predicates import governed_by, grammatical_subjects, is_passive, subjects
from kg.extract.stance.truth import is_called_untrue
from kg.model import UNNAMED

_SUPPORTING = frozenset("make issue repeat raise bring level voice spread publish release file".split())


class Hearsay:
    """The regions of one document that hang on a noun, a phrase or an adverb."""

    def __init__(self, doc: Doc, sources: Sources) -> None:
        self.doc = doc
        self.sources = sources

    def at(self, token: Token) -> Iterator[Region]:
        """What a word gives to a source."""
        lemma = token.lemma_.lower()
        if lemma in lexicon.DOCUMENTS and token.pos_ in ("NOUN", "PROPN"):
            self.sources.note_document(token)
        if token.lower_ == "according":
            yield from self._according_to(token)
        elif token.lower_ in lexicon.HEARSAY:
            yield from within(subtree(_clause_of(token), UNNAMED), token)
        elif token.lower_ in ("alleged", "suspected", "purported") and token.dep_ == "amod":
            yield subtree(token.head, UNNAMED)
        elif token.pos_ in VERBAL:
            return
        elif lemma in lexicon.REPORT_NOUNS:
            yield from self._report_noun(token, lemma)
        elif lemma in lexicon.DEMAND_NOUNS:
            yield from self._demand_noun(token)
        elif lemma in lexicon.ACCOUNTS and token.dep_ == "pobj":
            yield from self._account(token)

    def _report_noun(self, noun: Token, lemma: str) -> Iterator[Region]:
        contents = [c for c in noun.children if _is_content(c)]
        if not contents or is_called_untrue(noun):
            return
        denier = self._denier(noun)
        holder = denier or self._reporter(noun)
        if holder is None:
            if lemma in lexicon.NO_SOURCE:
                return
            holder = UNNAMED
        denies = denier is not None or lemma == "denial"
        for content in contents:
            yield from within(subtree(content, holder, denies), noun)

    def _demand_noun(self, noun: Token) -> Iterator[Region]:
        """ "Kenya's request to extradite him", "a call by the union for talks"."""
        holder = self._reporter(noun)
        if holder is None or holder == UNNAMED:
            return
        for child in noun.children:
            clause = child.dep_ in ("acl", "ccomp", "relcl") and (is_infinitive(child) or has_that(child))
            if child.i > noun.i and (clause or (child.dep_ == "prep" and child.lower_ == "for")):
                yield subtree(child, holder)

    def _denier(self, noun: Token) -> str | None:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if noun.dep_ not in ("dobj", "pobj", "nsubjpass") or verb.lemma_.lower() not in lexicon.DENYING:
            return None
        return self.sources.holder(subjects(verb)) or (UNNAMED if is_passive(verb) else None)

    def _reporter(self, noun: Token) -> str | None:
        source = [c for c in noun.children if c.dep_ in ("poss", "compound")]
        source += governed_by(noun, "by", "from", "in")
        if noun.dep_ == "dobj" and noun.head.lemma_ in _SUPPORTING:
            source += subjects(noun.head)
        return self.sources.holder(source)

    def _according_to(self, token: Token) -> Iterator[Region]:
        heads = [
            n for child in token.children if child.lower_ == "to" for n in child.children if n.dep_ == "pobj"
        ]
        if any(head.lemma_.lower() in lexicon.NORMS for head in heads):
            return
        holder = self.sources.holder(heads) or UNNAMED
        left, right = token.left_edge.i, token.right_edge.i + 1
        joined = (
            left >= 2 and self.doc[left - 1].text == "," and self.doc[left - 2].lower_ in ("and", "but", "or")
        )
        for region in beside(token, holder, left, right):
            if not joined or region.start >= right:
                yield region

    def _account(self, noun: Token) -> Iterator[Region]:
        """ "By her own account", "in the view of the court"."""
        preposition = noun.head
        if preposition.lower_ not in ("by", "in", "on"):
            return
        owners = [c for c in noun.children if c.dep_ == "poss"] + governed_by(noun, "of")
        holder = self.sources.holder(owners)
        if holder is None and any(owner.tag_ == "PRP$" for owner in owners):
            holder = self.sources.holder(grammatical_subjects(preposition.head))
        if holder is not None:
            yield from beside(noun, holder, preposition.left_edge.i, preposition.right_edge.i + 1)


def _is_content(child: Token) -> bool:
    """Whether a child of a report noun is the clause that it reports."""
    if child.dep_ == "prep":
        return child.lower_ == "of" and any(c.dep_ == "pcomp" for c in child.children)
    return child.dep_ in ("acl", "ccomp", "relcl") and child.pos_ in VERBAL and has_that(child)


def _clause_of(token: Token) -> Token:
    current = token
    while current.head != current and current.pos_ not in VERBAL:
        current = current.head
    return current
