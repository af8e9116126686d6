"""A parsed document as plain Python values: what the grammar reads of spaCy's `Doc`, `Token` and `Span`.

spaCy makes a new object at every step through a parse and looks a string up at every attribute. The grammar takes
millions of steps, so `read` asks spaCy once and the grammar walks over these. Names mean what they mean in spaCy; a
token is one object, and nothing of it changes but its arcs, where the parse is mended.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import intern
from typing import Any, Final, overload

import numpy as np
from spacy import attrs, tokens
from spacy.strings import StringStore

from kg.extract.lemmas import INFLECTED, lemma_of

_STRINGS: Final = [attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE]
_NUMBERS: Final = [attrs.IDX, attrs.SPACY, attrs.ENT_IOB, attrs.HEAD, attrs.SENT_START]
_READ: Final = [*_STRINGS, *_NUMBERS]
_OF_WORDS: Final = [
    attrs.ORTH,
    attrs.LOWER,
    attrs.LEMMA,
    attrs.POS,
    attrs.TAG,
    attrs.ENT_TYPE,
    attrs.SPACY,
    attrs.IDX,
    attrs.ENT_IOB,
]
_OF_ARCS: Final = [attrs.DEP, attrs.HEAD, attrs.SENT_START]
_IOB: Final = ("", "I", "O", "B")
_MOST_STRINGS: Final = 1 << 18


class Token:
    """A word of a document, tied to its head and its children."""

    __slots__ = (
        "_left",
        "_right",
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    head: "Token"
    children: "Sequence[Token]"
    sent: "Span"
    _left: "Token | None"
    _right: "Token | None"

    def __repr__(self) -> str:
        return self.text

    def nbor(self, step: int = 1) -> "Token":
        """The token so many places further, or before.

        Raises:
            IndexError: there is none.
        """
        place = self.i + step
        if place < 0:
            raise IndexError(f"no token at {place}")
        return self.doc.tokens[place]

    @property
    def lefts(self) -> Iterator["Token"]:
        """The children before it."""
        return (child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> Iterator["Token"]:
        """The children after it."""
        return (child for child in self.children if child.i > self.i)

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its head, the head of that, and so on to the root."""
        current = self
        while current.head is not current:
            current = current.head
            yield current

    @property
    def subtree(self) -> Iterator["Token"]:
        """It and all that depends on it, in the order of the text where no arcs cross."""
        after = False
        for child in self.children:
            if not after and child.i > self.i:
                after = True
                yield self
            yield from child.subtree
        if not after:
            yield self

    @property
    def left_edge(self) -> "Token":
        """The first token of its subtree."""
        if self._left is None:
            self._left = self.doc.tokens[self._source.left_edge.i] if self.children else self
        return self._left

    @property
    def right_edge(self) -> "Token":
        """The last token of its subtree."""
        if self._right is None:
            self._right = self.doc.tokens[self._source.right_edge.i] if self.children else self
        return self._right

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """What it is coordinated with."""
        return tuple(self.doc.tokens[other.i] for other in self._source.conjuncts)

    @property
    def is_alpha(self) -> bool:
        """Whether it consists of letters."""
        return self.text.isalpha()

    @property
    def is_upper(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether it is punctuation."""
        return self._source.is_punct

    @property
    def like_num(self) -> bool:
        """Whether it is a number, in figures or in words."""
        return self._source.like_num

    @property
    def _source(self) -> tokens.Token:
        return self.doc.source[self.i]


class Span:
    """A stretch of tokens.

    Attributes:
        start, end: half-open token indices.
        label_: of a named entity, what the model takes it for.
    """

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Span": ...
    def __getitem__(self, at: int | slice) -> "Token | Span":
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """Where its first character stands in the text."""
        found = self.doc.tokens
        return found[self.start].idx if self.start < len(found) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where its last character ends."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its characters, without white space after the last token."""
        if self.start == self.end:
            return ""
        found = self.doc.tokens
        last = found[self.end - 1]
        return self.doc.text[found[self.start].idx : last.idx + len(last.text)]

    @property
    def sent(self) -> "Span":
        """The sentence in which it begins."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence; of several, the first."""
        return self.doc.tokens[self.doc.source[self.start : self.end].root.i]


class Doc:
    """A parsed document.

    Attributes:
        source: spaCy's, with what its components left on it.
        tokens: in the order of the text.
        state: what was read of it.
        sents: its sentences.
        text: as it stands.
    """

    __slots__ = ("_ents", "sents", "source", "state", "text", "tokens")

    def __init__(self, source: tokens.Doc, state: bytes) -> None:
        self.source = source
        self.state = state
        self.tokens = [Token() for _ in range(len(source))]
        self._ents: list[Span] | None = None
        self.sents: list[Span] = []
        _fill(self)
        _hang(self)
        self.text = "".join([part for token in self.tokens for part in (token.text, token.whitespace_)])

    @property
    def _(self) -> Any:
        """The extensions of the source."""
        return self.source._

    @property
    def ents(self) -> list[Span]:
        """The named entities that the model saw."""
        if self._ents is None:
            self._ents = [Span(self, e.start, e.end, e.label_) for e in self.source.ents]
        return self._ents

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that a stretch of characters touches; None where it lies outside the text."""
        span = self.source.char_span(start, end, alignment_mode="expand")
        return None if span is None else Span(self, span.start, span.end)


def read(doc: tokens.Doc) -> Doc:
    """The parse of a document as it stands now; what changes on it later is not seen."""
    state = _state(doc)
    parse = _LATEST.get(0)
    if parse is None or parse.source is not doc or parse.state != state:
        parse = _LATEST[0] = Doc(doc, state)
    return parse


def mended(parse: Doc) -> Doc:
    """The same parse after arcs of its source were changed, and nothing else; its own tokens, as they hang now."""
    parse.state = _state(parse.source)
    _hang(parse)
    return parse


_LATEST: Final[dict[int, Doc]] = {}
"""The last document read: the components of one document run one after another."""


def forget() -> None:
    """Let go of the last document read, with which the vocabulary of its pipeline would stay."""
    _LATEST.clear()


def _state(doc: tokens.Doc) -> bytes:
    state: bytes = doc.to_array(_READ).tobytes()
    return state


def _columns(doc: Doc, attributes: Sequence[int]) -> list[Any]:
    """What was read of some attributes, of which only identifiers of strings are longer than 63 bits."""
    table = np.frombuffer(doc.state, dtype="uint64").reshape(len(doc.tokens), len(_READ)).T
    numbers = table.astype("int64")
    return [(table if each in _STRINGS else numbers)[_READ.index(each)].tolist() for each in attributes]


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their identifiers, each looked up once."""

    def __init__(self, store: StringStore) -> None:
        self.store = store

    def __missing__(self, key: int) -> str:
        if len(self) > _MOST_STRINGS:
            self.clear()
        found = self[key] = intern(self.store[key])
        return found


@lru_cache(maxsize=2)
def _strings(store: StringStore) -> _Strings:
    return _Strings(store)


def _fill(doc: Doc) -> None:
    """Give the tokens of a document what they are by themselves."""
    strings = _strings(doc.source.vocab.strings)
    *words, spaces, begins, iob = _columns(doc, _OF_WORDS)
    named = (list(map(strings.__getitem__, column)) for column in words)
    for i, (token, text, lower, lemma, pos, tag, kind, space, begin, inside) in enumerate(
        zip(doc.tokens, *named, spaces, begins, iob, strict=True)
    ):
        token.doc, token.i, token.idx = doc, i, begin
        token.text, token.lower_ = text, lower
        token.lemma_ = lemma_of(lower, lemma) if tag in INFLECTED else lemma
        token.pos_, token.tag_ = pos, tag
        token.ent_type_, token.ent_iob_ = kind, _IOB[inside]
        token.whitespace_ = " " if space else ""


def _hang(doc: Doc) -> None:
    """Tie the tokens of a document to each other, and part them into sentences."""
    strings = _strings(doc.source.vocab.strings)
    found, sents = doc.tokens, []
    deps, heads, starts = _columns(doc, _OF_ARCS)
    below: list[list[Token] | None] = [None] * len(found)
    sentence = Span(doc, 0, 0)
    for i, (token, dep, head, start) in enumerate(zip(found, deps, heads, starts, strict=True)):
        if start == 1 or i == 0:
            sentence.end = i
            sentence = Span(doc, i, len(found))
            sents.append(sentence)
        token.dep_ = strings[dep]
        token.sent = sentence
        token.children = ()
        token._left = token._right = None
        if head:
            token.head = found[i + head]
            children = below[i + head]
            if children is None:
                below[i + head] = [token]
            else:
                children.append(token)
        else:
            token.head = token
    for token, children in zip(found, below, strict=True):
        if children is not None:
            token.children = children
    doc.sents = sents
