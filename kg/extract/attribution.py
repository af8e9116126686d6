"""Who says so: the stretches that a source claims or denies, by reporting clause, noun, adverb or quotation."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import TokenMention
from kg.extract.predicates import Mentions, governed_by, grammatical_subjects, is_passive, subjects
from kg.model import UNNAMED, EntityType

REPORTING = frozenset(
    """say tell report claim state announce add assert argue note insist declare explain allege write maintain
    contend suggest believe think estimate reveal disclose remark comment reply respond answer recall warn
    acknowledge admit confirm concede testify conclude find emphasize stress point indicate hint predict
    complain boast swear reiterate affirm charge describe mention quip joke observe predict tweet post
    assure quote cite hold inform brief caution understand fear suspect shout object counter retort rejoin
    conjecture rule""".split()
)
DENYING = frozenset(
    (
        "deny",
        "refute",
        "rebut",
        "dispute",
        "disavow",
        "dismiss",
        "reject",
        "contest",
        "repudiate",
        "contradict",
    )
)
ACCUSING = frozenset(
    (
        "accuse",
        "suspect",
        "blame",
        "charge",
        "indict",
        "convict",
        "fault",
        "implicate",
        "denounce",
        "criticize",
        "condemn",
    )
)
DEMANDING = frozenset(
    """urge demand ask call press pressure push request order implore exhort appeal insist beg lobby advise want
    warn propose recommend threaten vow pledge promise plan""".split()
)
REPORT_NOUNS = frozenset(
    """report claim allegation accusation rumor rumour assertion statement suggestion charge suspicion speculation
    evidence conclusion belief testimony announcement news leak complaint denial""".split()
)
HEARSAY = frozenset(("reportedly", "allegedly", "purportedly", "supposedly", "apparently", "ostensibly"))
DOCUMENTS = frozenset(
    """report statement article story document letter ruling verdict filing indictment complaint release paper
    study survey poll communique memo""".split()
)
ANONYMOUS = frozenset(
    """official source people person witness aide diplomat insider analyst observer expert critic resident guest
    bystander neighbour neighbor participant somebody someone everyone many some other two three passenger
    onlooker adviser advisor staffer employee""".split()
)
_OPENING, _CLOSING = "“«", "”»"
_SCARE_QUOTE = 3


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
        self.mentions = mentions
        self.regions: list[Region] = []
        for sentence in doc.sents:
            self.regions += list(self._in_sentence(sentence))
        self.regions += list(self._quotations())
        self.regions.sort(key=lambda region: (region.length, region.start))

    def of(self, token: Token) -> list[Region]:
        """The regions that cover a token, innermost first."""
        return [region for region in self.regions if region.start <= token.i < region.end]

    def _in_sentence(self, sentence: Span) -> Iterator[Region]:
        for token in sentence:
            lemma = token.lemma_.lower()
            if token.pos_ in ("VERB", "AUX"):
                if lemma in REPORTING or lemma in DENYING:
                    yield from self._reporting_clause(token, sentence)
                if lemma in ACCUSING:
                    yield from self._accusation(token)
                if lemma in DEMANDING:
                    yield from self._demand(token)
            elif lemma in REPORT_NOUNS:
                yield from self._report_noun(token)
            if token.lower_ == "according":
                yield from self._according_to(token, sentence)
            elif token.lower_ in HEARSAY:
                yield _subtree_region(_clause_of(token), UNNAMED)
            elif token.lower_ in ("alleged", "suspected", "purported") and token.dep_ == "amod":
                yield _subtree_region(token.head, UNNAMED)

    def _reporting_clause(self, verb: Token, sentence: Span) -> Iterator[Region]:
        passive = is_passive(verb)
        holder = self._holder(subjects(verb)) or (UNNAMED if passive else None)
        if holder is None:
            return
        denies = verb.lemma_.lower() in DENYING
        contents = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and not _is_small(c)]
        if denies:
            contents += [c for c in verb.children if c.dep_ == "dobj" and c.pos_ != "PRON"]
        elif verb.lemma_ in ("describe", "call"):
            contents = []
        for content in contents:
            yield _without(_subtree_region(content, holder, denies), verb)
        if (
            not contents
            and not passive
            and not denies
            and verb.dep_ in ("parataxis", "advcl", "ccomp", "conj", "ROOT")
        ):
            yield from self._parenthetical(verb, sentence, holder)

    def _parenthetical(self, verb: Token, sentence: Span, holder: str) -> Iterator[Region]:
        """What a reporting clause without content of its own is tied to ("the talks, he said, had failed")."""
        if verb.dep_ == "parataxis" or (
            verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.children)
        ):
            yield from _around(verb, sentence, holder)

    def _accusation(self, verb: Token) -> Iterator[Region]:
        holder = self._holder(subjects(verb)) or UNNAMED
        for child in verb.children:
            after = child.dep_ == "prep" and child.lower_ in ("of", "for", "with") and child.i > verb.i
            if after and any(inner.dep_ == "pcomp" for inner in child.children):
                yield _subtree_region(child, holder)

    def _demand(self, verb: Token) -> Iterator[Region]:
        holder = self._holder(subjects(verb))
        if holder is None:
            return
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i:
                start = min(t.i for t in child.subtree if t.i > verb.i)
                yield Region(start, child.right_edge.i + 1, holder)

    def _report_noun(self, noun: Token) -> Iterator[Region]:
        contents = [
            c
            for c in noun.children
            if c.dep_ in ("acl", "ccomp", "relcl") and c.pos_ in ("VERB", "AUX") and _has_that(c)
        ]
        contents += [
            c
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ == "of" and any(g.dep_ == "pcomp" for g in c.children)
        ]
        if not contents:
            return
        source = [c for c in noun.children if c.dep_ in ("poss", "compound")] + governed_by(
            noun, "by", "from", "in"
        )
        holder = self._holder(source) or UNNAMED
        denies = noun.lemma_ == "denial"
        if noun.dep_ in ("dobj", "pobj"):
            verb = noun.head if noun.dep_ == "dobj" else noun.head.head
            if verb.lemma_ in DENYING and (denier := self._holder(subjects(verb))):
                holder, denies = denier, True
        for content in contents:
            yield _subtree_region(content, holder, denies)

    def _according_to(self, token: Token, sentence: Span) -> Iterator[Region]:
        sources = [
            n for child in token.children if child.lower_ == "to" for n in child.children if n.dep_ == "pobj"
        ]
        holder = self._holder(sources) or UNNAMED
        yield from _around(token, sentence, holder)

    def _holder(self, heads: list[Token]) -> str | None:
        """The entity key of who speaks, `UNNAMED` for people without a name, None where nobody does."""
        for head in heads:
            if head.lemma_.lower() in DOCUMENTS:
                inner = [c for c in head.children if c.dep_ in ("poss", "compound", "nmod")] + governed_by(
                    head, "by", "from", "of"
                )
                named = [m for token in inner for m in self.mentions.of(token) if not m.tentative]
                if named:
                    return named[0].entity
                return self._last_document()
            found = self.mentions.of(head)
            for mention in found:
                if self._is_anonymous(mention):
                    return UNNAMED
                return mention.entity
            if head.lemma_.lower() in ANONYMOUS:
                return UNNAMED
        return None

    def _is_anonymous(self, mention: TokenMention) -> bool:
        entity = self.doc._.kg_entities.get(mention.entity)
        if entity is None or not entity.local or mention.type is EntityType.ORGANIZATION:
            return False
        return self.doc[mention.head].lemma_.lower() in ANONYMOUS

    def _last_document(self) -> str | None:
        """Who stands behind "the report": the last medium or body that said something."""
        for region in reversed(self.regions):
            entity = self.doc._.kg_entities.get(region.holder)
            if entity is not None and entity.type is EntityType.ORGANIZATION:
                return region.holder
        return None

    def _quotations(self) -> Iterator[Region]:
        """Quotations of more than a few words, given to who speaks in or beside their sentence."""
        previous: tuple[int, str] | None = None
        for start, end in _quoted(self.doc):
            speaker = self._speaker(start, end)
            if speaker is None and previous and start - previous[0] <= 60:
                speaker = previous[1]
            if speaker is not None:
                previous = (end, speaker)
                yield Region(start, end, speaker, quoted=True)

    def _speaker(self, start: int, end: int) -> str | None:
        first, last = self.doc[start].sent, self.doc[end - 1].sent
        for sentence in (last, first):
            found = self._speaker_in(sentence, start, end)
            if found:
                return found
        if last.end < len(self.doc) and end >= last.end - 1:
            following = self.doc[last.end].sent
            if following.start < len(self.doc) and len(following) <= 12:
                return self._speaker_in(following, start, end)
        return None

    def _speaker_in(self, sentence: Span, start: int, end: int) -> str | None:
        for token in sentence:
            if start <= token.i < end or token.pos_ != "VERB" or token.lemma_.lower() not in REPORTING:
                continue
            holder = self._holder(grammatical_subjects(token) if not is_passive(token) else subjects(token))
            if holder:
                return holder
        for token in sentence:
            if token.lower_ == "according" and not start <= token.i < end:
                return next((r.holder for r in self._according_to(token, sentence)), None)
        return None


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" or c.lower_ == "that" for c in clause.children)


def _is_small(clause: Token) -> bool:
    """A complement without a clause of its own ("found him guilty")."""
    return clause.pos_ in ("ADJ", "NOUN", "PROPN") and not any(
        c.dep_ in ("cop", "nsubj") for c in clause.children
    )


def _clause_of(token: Token) -> Token:
    current = token
    while current.head != current and current.pos_ not in ("VERB", "AUX"):
        current = current.head
    return current


def _subtree_region(token: Token, holder: str, denies: bool = False) -> Region:
    return Region(token.left_edge.i, token.right_edge.i + 1, holder, denies)


def _without(region: Region, verb: Token) -> Region:
    """The region cut before the reporting verb where the parse lets it run across."""
    if region.start <= verb.i < region.end:
        if verb.i - region.start >= region.end - verb.i:
            return replace(region, end=verb.i)
        return replace(region, start=verb.i + 1)
    return region


def _around(token: Token, sentence: Span, holder: str) -> Iterator[Region]:
    """The sentence before and after the phrase that names the source."""
    left, right = token.left_edge.i, token.right_edge.i + 1
    if left > sentence.start:
        yield Region(sentence.start, left, holder)
    if right < sentence.end:
        yield Region(right, sentence.end, holder)


def _quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges inside quotation marks that are longer than scare quotes; a new line closes an open one."""
    opened: int | None = None
    for token in doc:
        text = token.text
        if text in _OPENING or (text in ('"', "``") and opened is None):
            opened = token.i + 1
        elif (opened is not None and (text in _CLOSING or text in ('"', "''"))) or (
            opened is not None and "\n" in text
        ):
            if token.i - opened > _SCARE_QUOTE:
                yield opened, token.i
            opened = None
