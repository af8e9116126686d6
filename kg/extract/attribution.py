"""Who says so: the stretches that a source claims or denies, by reporting clause, noun, adverb or quotation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.extract.clauses import VERBAL, has_that, is_infinitive, markers, presupposed, segment
from kg.extract.lexicon import speech as lexicon
from kg.extract.predicates import Mentions, governed_by, is_passive, subjects
from kg.extract.quotations import spoken_ranges
from kg.extract.sources import Sources
from kg.extract.stance import Modality, Polarity, stance_of
from kg.model import UNNAMED, EntityType

_RAISING = frozenset(
    "say believe think report allege understand rumor rumour claim fear estimate suspect find".split()
)
_ADDRESSED = frozenset("tell assure inform remind warn".split())
_COMMENTS = frozenset("after while as before when whereas although though hours days weeks months".split())
_SUPPORTING = frozenset("make issue repeat raise bring level voice spread publish release file".split())


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens that a source says or denies, half-open.

    Attributes:
        holder: an entity key, or `UNNAMED`.
        denies: whether the source says that it is not so.
        quoted: whether they stand in quotation marks.
    """

    start: int
    end: int
    holder: str
    denies: bool = False
    quoted: bool = False

    @property
    def length(self) -> int:
        """How many tokens it covers."""
        return self.end - self.start


class Attribution:
    """The regions of one document, and the holder of what stands at a token."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.doc = doc
        self.sources = Sources(doc, mentions)
        self._covering: dict[int, list[Region]] = {}
        regions = [region for sentence in doc.sents for region in self._in_sentence(sentence)]
        regions += [
            Region(start, end, holder, quoted=True) for start, end, holder in spoken_ranges(doc, self.sources)
        ]
        regions.sort(key=lambda region: (region.length, region.start))
        for region in regions:
            for i in range(region.start, region.end):
                self._covering.setdefault(i, []).append(region)

    def of(self, token: Token) -> list[Region]:
        """The regions that speak for a token, innermost first.

        What a relative clause, a participle or an apposition tells is the author's, unless a region lies within it.
        """
        covering = self._covering.get(token.i)
        if not covering:
            return []
        island = presupposed(token)
        if island is None:
            return covering
        left, right = island.left_edge.i, island.right_edge.i + 1
        return [r for r in covering if r.quoted or (left <= r.start and r.end <= right)]

    def _in_sentence(self, sentence: Span) -> Iterator[Region]:
        yield from self._headline(sentence)
        for token in sentence:
            lemma = token.lemma_.lower()
            if token.pos_ in VERBAL:
                yield from self._at_verb(token, lemma)
            elif lemma in lexicon.REPORT_NOUNS:
                yield from self._report_noun(token, lemma)
            if lemma in lexicon.DOCUMENTS and token.pos_ in ("NOUN", "PROPN"):
                self.sources.note_document(token)
            if token.lower_ == "according":
                yield from self._according_to(token)
            elif token.lower_ in lexicon.HEARSAY:
                yield from self._within(_subtree(_clause_of(token), UNNAMED), token)
            elif token.lower_ in ("alleged", "suspected", "purported") and token.dep_ == "amod":
                yield _subtree(token.head, UNNAMED)
            elif lemma in lexicon.ACCOUNTS and token.dep_ == "pobj":
                yield from self._account(token)

    def _at_verb(self, verb: Token, lemma: str) -> Iterator[Region]:
        if lemma in lexicon.REPORTING or lemma in lexicon.DENYING:
            yield from self._reporting_clause(verb, lemma)
        if lemma in lexicon.ACCUSING:
            yield from self._accusation(verb)
        if lemma in lexicon.DEMANDING:
            yield from self._demand(verb)
        if lemma in lexicon.COMMITTING:
            yield from self._commitment(verb)

    # verbs

    def _reporting_clause(self, verb: Token, lemma: str) -> Iterator[Region]:
        passive = is_passive(verb)
        holder = self._speaker(verb) or (UNNAMED if passive else None)
        if holder is None:
            return
        denies = lemma in lexicon.DENYING
        if not denies and lemma not in ("believe", "think") and any(c.dep_ == "neg" for c in verb.children):
            return
        contents = [c for c in verb.children if _is_content(c, verb, lemma, passive)]
        for content in contents:
            yield from self._content(content, verb, holder, denies)
        if denies and lemma in lexicon.FLATLY_DENYING:
            for noun in verb.children:
                if (
                    noun.dep_ == "dobj"
                    and noun.pos_ != "PRON"
                    and noun.lemma_.lower() not in lexicon.REPORT_NOUNS
                ):
                    yield _subtree(noun, holder, denies=True)
        elif not contents and not passive and lemma in lexicon.SAYING:
            yield from self._parenthetical(verb, lemma, holder)

    def _speaker(self, verb: Token) -> str | None:
        holder = self.sources.holder(subjects(verb))
        if holder == UNNAMED:
            return self.sources.medium(verb) or UNNAMED
        return holder

    def _content(self, content: Token, verb: Token, holder: str, denies: bool) -> Iterator[Region]:
        """The clause that a verb reports, without what comments on the reporting."""
        region = _subtree(content, holder, denies)
        end = region.end
        for child in content.children:
            if child.dep_ == "advcl" and child.i > content.i and _is_comment(child):
                end = min(end, child.left_edge.i)
        yield from self._within(_without(replace(region, end=max(end, content.i + 1)), verb), verb)

    def _parenthetical(self, verb: Token, lemma: str, holder: str) -> Iterator[Region]:
        """What a reporting clause without content of its own is tied to ("the talks, he said, had failed")."""
        own = [
            c
            for c in verb.children
            if c.dep_ in ("nsubj", "aux", "advmod", "dative", "prep", "npadvmod", "mark")
            or (c.dep_ == "dobj" and lemma in _ADDRESSED)
        ]
        if any(c.dep_ == "dobj" and c not in own for c in verb.children):
            return
        subject = next((c for c in own if c.dep_ == "nsubj"), None)
        if subject is None:
            return
        left = min([verb.i, *(c.left_edge.i for c in own if c.i < verb.i)])
        right = max([verb.i, *(c.right_edge.i for c in own if c.i > verb.i)]) + 1
        start, end = segment(verb)
        before = left > start and self.doc[left - 1].text in (",", "”", '"', "—", "–", "-")
        as_clause = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children)
        after = right < end and self.doc[right].text == "," and left == start
        if not (before or as_clause or after):
            return
        yield from self._beside(verb, holder, left, right)

    def _beside(self, token: Token, holder: str, left: int, right: int) -> Iterator[Region]:
        """The part of the sentence on both sides of the words that name the source."""
        start, end = self._scope(token)
        if left > start:
            yield Region(start, left, holder)
        if right < end and not self._turns_away(right, left > start):
            yield Region(right, end, holder)

    def _turns_away(self, right: int, has_left: bool) -> bool:
        """Whether the author takes over after the source ("…, he said, but the court released him")."""
        at = right + (self.doc[right].text == ",")
        return has_left and at < len(self.doc) and self.doc[at].lower_ == "but"

    def _scope(self, token: Token) -> tuple[int, int]:
        start, end = segment(token)
        island = presupposed(token)
        if island is None:
            return start, end
        return max(start, island.left_edge.i), min(end, island.right_edge.i + 1)

    def _within(self, region: Region, token: Token) -> Iterator[Region]:
        """The region cut at the semicolons around a token, unless the list of what is said goes on with "that"."""
        start, end = segment(token)
        while end < region.end and self._goes_on(end):
            end += 1
            while end < region.end and self.doc[end].text != ";":
                end += 1
        start, end = max(region.start, start), min(region.end, end)
        if start < end:
            yield replace(region, start=start, end=end)

    def _goes_on(self, semicolon: int) -> bool:
        return any(t.lower_ == "that" for t in self.doc[semicolon + 1 : semicolon + 3])

    def _accusation(self, verb: Token) -> Iterator[Region]:
        holder = self.sources.holder(subjects(verb)) or UNNAMED
        phrases = [
            c
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ in ("of", "for", "with") and c.i > verb.i
        ]
        gerunds = [c for c in phrases if any(inner.dep_ == "pcomp" for inner in c.children)]
        if not phrases and verb.lemma_ == "accuse":
            gerunds = self._stray_gerund(verb)
        for phrase in gerunds:
            yield from self._within(_subtree(phrase, holder), verb)

    def _stray_gerund(self, verb: Token) -> list[Token]:
        """The "of" clause of "accuse" that the parser has tied to a word in between."""
        _, end = segment(verb)
        found = (
            t
            for t in self.doc[verb.i + 1 : end]
            if t.lower_ == "of" and any(c.dep_ == "pcomp" for c in t.children)
        )
        return list(found)[:1]

    def _demand(self, verb: Token) -> Iterator[Region]:
        holder = self._speaker(verb)
        if holder is None or stance_of(verb) != (Polarity.AFFIRMED, Modality.ACTUAL):
            return
        found = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i]
        if not found:
            found = [
                t
                for t in verb.subtree
                if t.i > verb.i and t.tag_ == "VB" and (is_infinitive(t) or has_that(t))
            ][:1]
        for clause in found:
            start = min(t.i for t in clause.subtree if t.i > verb.i)
            yield from self._within(Region(start, clause.right_edge.i + 1, holder), verb)
        for noun in governed_by(verb, "for"):
            yield _subtree(noun, holder)
        if verb.lemma_ in ("demand", "request", "propose", "recommend", "urge"):
            for noun in verb.children:
                if noun.dep_ == "dobj" and noun.pos_ == "NOUN":
                    yield _subtree(noun, holder)

    def _commitment(self, verb: Token) -> Iterator[Region]:
        holder = self._speaker(verb)
        if holder is None or stance_of(verb) != (Polarity.AFFIRMED, Modality.ACTUAL):
            return
        for clause in verb.children:
            if clause.dep_ == "xcomp" and is_infinitive(clause):
                yield from self._within(_subtree(clause, holder), verb)

    # nouns and phrases

    def _report_noun(self, noun: Token, lemma: str) -> Iterator[Region]:
        contents = [
            c
            for c in noun.children
            if c.dep_ in ("acl", "ccomp", "relcl") and c.pos_ in VERBAL and _is_that_clause(c)
        ]
        contents += [
            c
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ == "of" and any(g.dep_ == "pcomp" for g in c.children)
        ]
        if not contents:
            return
        denier = self._denier(noun)
        holder = denier or self._reporter(noun)
        if holder is None:
            if lemma in lexicon.NO_SOURCE:
                return
            holder = UNNAMED
        denies = denier is not None or lemma == "denial"
        for content in contents:
            yield from self._within(_subtree(content, holder, denies), noun)

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
        holder = self.sources.holder(heads) or UNNAMED
        left, right = token.left_edge.i, token.right_edge.i + 1
        if left >= 2 and self.doc[left - 1].text == "," and self.doc[left - 2].lower_ in ("and", "but", "or"):
            _, end = self._scope(token)
            yield Region(right, max(end, right), holder)
        else:
            yield from self._beside(token, holder, left, right)

    def _account(self, noun: Token) -> Iterator[Region]:
        """ "By her own account", "in the view of the court"."""
        preposition = noun.head
        if preposition.lower_ not in ("by", "in", "on"):
            return
        owners = [c for c in noun.children if c.dep_ == "poss"] + governed_by(noun, "of")
        holder = self.sources.holder(owners)
        if holder is not None:
            yield from self._beside(noun, holder, preposition.left_edge.i, preposition.right_edge.i + 1)

    def _headline(self, sentence: Span) -> Iterator[Region]:
        """ "Okafor: ministry lied": a name and a colon at the head of a sentence."""
        colon = next((t for t in sentence[:8] if t.text == ":"), None)
        if colon is None or colon.i + 3 >= sentence.end:
            return
        for mention in self.sources.ending_at(colon.i, sentence.start):
            if mention.type in (EntityType.PERSON, EntityType.ORGANIZATION):
                yield Region(colon.i + 1, sentence.end, mention.entity)


def _is_content(child: Token, verb: Token, lemma: str, passive: bool) -> bool:
    """Whether a child of a verb of saying is the clause that it reports."""
    if child.dep_ not in ("ccomp", "xcomp") or _is_small(child) or lemma in ("describe", "call"):
        return False
    if passive and is_infinitive(child):
        return lemma in _RAISING
    return True


def _is_small(clause: Token) -> bool:
    """A complement without a clause of its own ("found him guilty")."""
    return clause.pos_ in ("ADJ", "NOUN", "PROPN") and not any(
        c.dep_ in ("cop", "nsubj") for c in clause.children
    )


def _is_that_clause(clause: Token) -> bool:
    return any(c.dep_ == "mark" or c.lower_ == "that" for c in clause.children)


def _is_comment(clause: Token) -> bool:
    """Whether an adverbial clause is set off by a comma or a dash: it speaks of the time of the saying."""
    before = clause.left_edge.i - 1
    if before < 0 or clause.doc[before].text not in (",", "—", "–", "-"):
        return False
    return bool(markers(clause) & _COMMENTS) or clause.left_edge.lower_ in _COMMENTS


def _clause_of(token: Token) -> Token:
    current = token
    while current.head != current and current.pos_ not in VERBAL:
        current = current.head
    return current


def _subtree(token: Token, holder: str, denies: bool = False) -> Region:
    return Region(token.left_edge.i, token.right_edge.i + 1, holder, denies)


def _without(region: Region, verb: Token) -> Region:
    """The region cut before the reporting verb where the parse lets it run across."""
    if region.start <= verb.i < region.end:
        if verb.i - region.start >= region.end - verb.i:
            return replace(region, end=verb.i)
        return replace(region, start=verb.i + 1)
    return region


def holders(regions: Iterable[Region]) -> tuple[str | None, str | None, bool]:
    """Of the regions over a token, innermost first: the innermost named holder, the one outside it, whether it is denied.

    An anonymous source inside a named one gives the named one.
    """
    found = list(regions)
    if not found:
        return None, None, False
    named = list(dict.fromkeys(region.holder for region in found if region.holder != UNNAMED))
    if not named:
        return UNNAMED, None, found[0].denies
    return named[0], (named[1] if len(named) > 1 else None), found[0].denies
