"""What the grammar walks over says of every token what spaCy says."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract.tree import mended, read

_WORDS = ("Ann", "Lee", "met", "27", "3rd", ",", "the", "U.S.", "\n\n", "McKay", "twelve", "“")
_VALUES = (
    "i",
    "idx",
    "text",
    "lower_",
    "lemma_",
    "pos_",
    "tag_",
    "dep_",
    "ent_type_",
    "ent_iob_",
    "whitespace_",
)
_FLAGS = ("is_alpha", "is_upper", "is_space", "is_punct", "like_num")
_RELATIVES = ("children", "subtree", "ancestors", "lefts", "rights", "conjuncts")

VOCAB = spacy.blank("en").vocab


@st.composite
def parses(draw: st.DrawFn) -> Doc:
    """Any document of a few sentences in which no arcs cross."""
    words: list[str] = []
    heads: list[int] = []

    def hang(start: int, end: int, above: int | None) -> None:
        """Hang the tokens from `start` to `end` on the one above them, in one stretch or in two."""
        if start >= end:
            return
        top = draw(st.integers(start, end - 1))
        cut = draw(st.integers(top + 1, end)) if above is not None else end
        heads[top] = top if above is None else above
        hang(start, top, top)
        hang(top + 1, cut, top)
        hang(cut, end, above)

    for length in draw(st.lists(st.integers(1, 8), min_size=1, max_size=4)):
        first = len(words)
        heads += [0] * length
        hang(first, first + length, None)
        words += draw(st.lists(st.sampled_from(_WORDS), min_size=length, max_size=length))

    def each(*choices: str) -> list[str]:
        return draw(st.lists(st.sampled_from(choices), min_size=len(words), max_size=len(words)))

    return Doc(
        VOCAB,
        words=words,
        spaces=draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words))),
        tags=each("NN", "VBD", "CD"),
        pos=each("NOUN", "VERB", "NUM"),
        lemmas=each("meet", "", "Ann"),
        deps=each("nsubj", "conj", "dobj"),
        heads=heads,
        ents=each("O", "B-PERSON", "B-ORG"),
    )


@settings(deadline=None)
@given(parses())
def test_tokens_are_those_of_the_parse(doc: Doc) -> None:
    for ours, theirs in zip(read(doc), doc, strict=True):
        for name in (*_VALUES, *_FLAGS):
            assert getattr(ours, name) == getattr(theirs, name), name
        for name in _RELATIVES:
            assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(theirs, name)], name
        assert ours.head.i == theirs.head.i
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)


@settings(deadline=None)
@given(parses(), st.data())
def test_stretches_are_those_of_the_parse(doc: Doc, data: st.DataObject) -> None:
    parse = read(doc)
    start = data.draw(st.integers(-len(doc), len(doc)))
    end = data.draw(st.integers(-len(doc), len(doc) + 2))
    ours, theirs = parse[start:end], doc[start:end]
    assert (ours.start, ours.end, ours.text, len(ours)) == (
        theirs.start,
        theirs.end,
        theirs.text,
        len(theirs),
    )
    assert [t.i for t in ours] == [t.i for t in theirs]
    if len(theirs):
        assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
        assert (ours[0].i, ours[-1].i, ours.root.i) == (theirs[0].i, theirs[-1].i, theirs.root.i)
        assert ours.sent.start == theirs.sent.start
    assert [(s.start, s.end, s.text) for s in parse.sents] == [(s.start, s.end, s.text) for s in doc.sents]
    assert [(e.start, e.end, e.label_) for e in parse.ents] == [(e.start, e.end, e.label_) for e in doc.ents]


def test_a_document_is_read_again_only_when_its_parse_has_changed() -> None:
    doc = Doc(VOCAB, words=["Ann", "met", "Lee"], deps=["nsubj", "ROOT", "dobj"], heads=[1, 1, 1])
    first = read(doc)
    assert read(doc) is first
    doc[2].dep_ = "nsubj"
    assert read(doc)[2].dep_ == "nsubj"
    assert first[2].dep_ == "dobj"


@settings(deadline=None)
@given(parses(), st.data())
def test_a_mended_parse_is_that_of_the_document_as_it_stands(doc: Doc, data: st.DataObject) -> None:
    parse = read(doc)
    changed = data.draw(st.sampled_from(list(doc)))
    below = {token.i for token in changed.subtree}
    above = data.draw(st.sampled_from([t for t in changed.sent if t.i not in below or t == changed]))
    assert [t.left_edge.i for t in parse] == [t.left_edge.i for t in doc]
    changed.head = above
    changed.dep_ = data.draw(st.sampled_from(["nsubj", "appos"]))
    assert mended(parse) is read(doc)
    for ours, theirs in zip(parse, doc, strict=True):
        assert (ours.dep_, ours.head.i) == (theirs.dep_, theirs.head.i)
        assert [c.i for c in ours.children] == [c.i for c in theirs.children]
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
    assert [(s.start, s.end) for s in parse.sents] == [(s.start, s.end) for s in doc.sents]


def test_an_empty_document_has_no_tokens() -> None:
    parse = read(Doc(VOCAB, words=[]))
    assert (len(parse), list(parse), parse.sents, parse.text) == (0, [], [], "")
