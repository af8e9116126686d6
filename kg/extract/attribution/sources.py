"""Whom the words that name a source stand for: an entity, people without a name, or the body behind a document."""

from collections.abc import Iterable

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.people import words
from kg.extract.lexicon.speech import ANONYMOUS, DOCUMENTS, REPORTING
from kg.extract.predicates import Mentions, governed_by, grammatical_subjects, subjects
from kg.extract.tree import Doc, Token
from kg.model import UNNAMED, EntityType, MentionKind

_INDEFINITE = words("a an one another some several many few two three four five six seven both most various")
_DEFINITE = words("the this that these those his her its their our my your")
_NO_MEDIUM = words(
    """court tribunal police committee commission council parliament congress senate ministry government authority
    prosecutor board inquiry panel union jury army assembly bench cabinet hearing conference agency office party
    administration department"""
)
_MAX_CLIMB = 8
_JUDGMENTS = words("judgment judgement verdict ruling sentence")
_TITLE = 3
_SUBJECTS = words("nsubj nsubjpass")
_SEEN = words("see obtain review read view examine")
_MADE = words(
    "publish issue release write compile prepare leak file produce draft commission send circulate air run"
)


class Sources:
    """Names the sources of one document; remembers who stands behind each kind of paper, in the order of the text."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.doc = doc
        self.mentions = mentions
        self.documents: dict[str, str] = {}
        self.last_medium: str | None = None
        self.first: dict[str, TokenMention] = {}
        for mention in doc._.kg_mentions:
            self.first.setdefault(mention.entity, mention)

    def holder(self, heads: Iterable[Token]) -> str | None:
        """The entity key of who speaks, `UNNAMED` for people without a name, None where nobody does."""
        for head in heads:
            found = self._one(head)
            if found is not None:
                return found
        return None

    def medium(self, verb: Token) -> str | None:
        """The body that is told something: an anonymous source inside a named one gives the named one."""
        heads = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ in ("NOUN", "PROPN")]
        for head in heads + governed_by(verb, "to"):
            for mention in self.mentions.of(head):
                entity = self.doc._.kg_entities.get(mention.entity)
                if entity is None or entity.local or mention.type is not EntityType.ORGANIZATION:
                    continue
                if not set(entity.name.lower().split()) & _NO_MEDIUM:
                    self.last_medium = mention.entity
                    return mention.entity
        return None

    def medium_of(self, heads: Iterable[Token]) -> str | None:
        """The medium that cited "the sources" or "one of the officials" before."""
        for head in heads:
            nouns = [head, *governed_by(head, "of")]
            if any(c.lower_ in ("the", "those", "these") for noun in nouns for c in noun.children):
                return self.last_medium
        return None

    def note_citation(self, verb: Token) -> None:
        """Remember a medium that cites people without a name."""
        cited = [c for c in verb.children if c.dep_ == "dobj"]
        if self.holder(cited) != UNNAMED:
            return
        holder = self.holder(grammatical_subjects(verb))
        entity = self.doc._.kg_entities.get(holder) if holder else None
        if entity is not None and entity.type is EntityType.ORGANIZATION:
            self.last_medium = holder

    def ending_at(self, end: int, start: int) -> list[TokenMention]:
        """The mentions that end before a token and have nothing but titles before them in their sentence."""
        return [
            m
            for i in range(start, end)
            if (m := self.mentions.by_head.get(i))
            and m.end == end
            and m.kind is MentionKind.NAME
            and m.start - start <= _TITLE
        ]

    def starting_at(self, start: int) -> list[TokenMention]:
        """The mention by name that begins at a token."""
        return [m for m in self.doc._.kg_mentions if m.start == start and m.kind is MentionKind.NAME]

    def before(self, verb: Token) -> str | None:
        """Who stands right before a verb that the parser has given no subject."""
        head = self._head_before(verb)
        if head is None:
            return None
        mentions = self.mentions.single(head)
        return None if not mentions else UNNAMED if self.is_anonymous(mentions[0]) else mentions[0].entity

    def after(self, verb: Token) -> str | None:
        """Who stands right after a verb of saying that the parser has given no subject (", said the judge, …")."""
        if verb.i == 0 or self.doc[verb.i - 1].text not in (",", "”", '"'):
            return None
        head = next((t for t in self.doc[verb.i + 1 : verb.i + 6] if t.pos_ in ("NOUN", "PROPN")), None)
        while head is not None and head.dep_ == "compound":
            head = head.head
        if head is None or head.left_edge.i != verb.i + 1:
            return None
        return self.holder([head])

    def start_before(self, verb: Token) -> int:
        """Where the noun phrase right before a verb begins; the verb itself where none stands there."""
        head = self._head_before(verb)
        return verb.i if head is None else min(head.left_edge.i, verb.i)

    def _head_before(self, verb: Token) -> Token | None:
        if verb.i == 0:
            return None
        comma = self.doc[verb.i - 1].text == ","
        last = verb.i - 1 - comma
        if last < verb.sent.start:
            return None
        head = self.doc[last]
        for _ in range(_MAX_CLIMB):
            if head.head == head or head.head.i >= verb.i or head.dep_ in _SUBJECTS:
                break
            if head.head.pos_ not in ("NOUN", "PROPN", "ADP") or head.head.i < verb.sent.start:
                break
            if head.dep_ == "conj" or (head.head.dep_ == "prep" and head.head.head.pos_ in ("VERB", "AUX")):
                break
            if head.dep_ == "appos" and not comma:
                break
            head = head.head
        return head if head.pos_ in ("NOUN", "PROPN") else None

    def note_document(self, noun: Token) -> str | None:
        """Remember whose a document is, where the phrase says so; give that."""
        owner = self._owner(noun)
        if owner is not None:
            self.documents.pop(noun.lemma_.lower(), None)
            self.documents[noun.lemma_.lower()] = owner
        return owner

    def _one(self, head: Token) -> str | None:
        lemma = head.lemma_.lower()
        if lemma in DOCUMENTS and not self._is_name(head):
            return self.note_document(head) or self._known_document(head, lemma)
        for mention in self.mentions.of(head):
            return UNNAMED if self.is_anonymous(mention) else mention.entity
        if lemma in ANONYMOUS or head.lower_ in ("one", "another", "some", "many", "others"):
            return UNNAMED
        return None

    def _is_name(self, head: Token) -> bool:
        mention = self.mentions.by_head.get(head.i)
        return mention is not None and mention.kind is MentionKind.NAME

    def _known_document(self, head: Token, lemma: str) -> str | None:
        if lemma in self.documents:
            return self.documents[lemma]
        if lemma in _JUDGMENTS and (court := self._last_court(head)) is not None:
            return court
        definite = any(c.lower_ in _DEFINITE for c in head.children)
        return next(reversed(self.documents.values()), None) if definite else None

    def _last_court(self, head: Token) -> str | None:
        """The court that was spoken of last before a judgment, or else the judge."""
        before = [
            (self.doc[m.head].lemma_.lower(), m.entity) for m in self.doc._.kg_mentions if m.head < head.i
        ]
        courts = [entity for lemma, entity in before if lemma in ("court", "tribunal")]
        judges = [entity for lemma, entity in before if lemma == "judge"]
        return next(reversed(courts or judges), None)

    def _owner(self, noun: Token) -> str | None:
        inner = [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod", "amod")]
        inner += governed_by(noun, "by", "from", "of", "in")
        seen: list[Token] = []
        for clause in (c for c in noun.children if c.dep_ in ("acl", "relcl")):
            lemma = clause.lemma_.lower()
            agents = governed_by(clause, "by")
            if lemma in _MADE:
                inner += agents
            elif lemma in _SEEN:
                seen += agents
        return self._named(inner) or self._named(seen) or self._named(_authors(noun))

    def _named(self, heads: Iterable[Token]) -> str | None:
        for head in heads:
            for mention in self.mentions.of(head):
                if not self.is_anonymous(mention) and mention.type is not EntityType.PLACE:
                    return mention.entity
        return None

    def is_anonymous(self, mention: TokenMention) -> bool:
        """Whether the entity of a mention is people whom the article brings in without saying who they are."""
        entity = self.doc._.kg_entities.get(mention.entity)
        if entity is None or not entity.local or mention.type is not EntityType.PERSON:
            return False
        first = self.first.get(mention.entity, mention)
        head = self.doc[first.head]
        lemma = head.lemma_.lower()
        if lemma.startswith("spokes"):
            return False
        marks = {c.lower_ for c in head.children if c.dep_ in ("det", "nummod", "amod", "poss")}
        if head.tag_ in ("CD", "DT", "PRP"):
            return True
        if any(c.dep_ == "poss" for c in head.children):
            return lemma in ("source", "insider") or bool(marks & _INDEFINITE)
        if marks & _INDEFINITE or any(c.dep_ == "nummod" for c in head.children):
            return True
        return lemma in ANONYMOUS


def _authors(noun: Token) -> list[Token]:
    """Who writes a paper that the sentence brings in: "published a report", "said in a report"."""
    if any(c.lower_ in ("the", "this", "that") for c in noun.children):
        return []
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in _MADE:
        return subjects(verb)
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_.lower() in REPORTING:
        return subjects(noun.head.head)
    return []
