"""Parses sentences as if words in scare quotes stood without them, and puts the marks back afterwards.

The parser takes '“normalizing” the regime' for an adjective and its noun. Only marks round a few words are taken out;
those of real quotations help the parser and stay. Offsets are those of the stored text throughout.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.symbols import PUNCT
from spacy.tokens import Doc

from kg.extract.arrays import values_of, with_values

_MARKS = {"“": "”", '"': '"', "‘": "’", "«": "»", "[": "]"}
_MOST_WORDS = 4
_PARSE: Final = (TAG, POS, DEP, LEMMA, HEAD)


def scare_quote_marks(doc: Doc) -> list[int]:
    """The tokens that are marks round at most four words, in pairs."""
    words = [token.text for token in doc]
    marks: list[int] = []
    i = 0
    while i < len(words):
        closing = _MARKS.get(words[i])
        end = next(_closers(words, i, closing), None) if closing else None
        if end is None:
            i += 1
            continue
        marks += [i, end]
        i = end + 1
    return marks


def _closers(words: Sequence[str], opening: int, closing: str) -> Iterator[int]:
    for i in range(opening + 1, min(len(words), opening + _MOST_WORDS + 2)):
        text = words[i]
        if text == closing:
            if i > opening + 1:
                yield i
            return
        if "\n" in text or text in _MARKS or text in (".", "!", "?"):
            return


def without(doc: Doc, left_out: list[int], instead: Mapping[int, str] | None = None) -> Doc:
    """A copy of a tokenised `Doc` without some tokens and with other words for some; sentence starts go along."""
    words = instead or {}
    gone = set(left_out)
    kept = [token for token in doc if token.i not in gone]
    copy = Doc(
        doc.vocab,
        words=[words.get(t.i, t.text) for t in kept],
        spaces=[bool(t.whitespace_) or t.i + 1 in gone for t in kept],
    )
    starts = np.delete(values_of(doc, [SENT_START]), left_out, axis=0)
    starts[:1][starts[:1] == 0] = 1
    with_values(copy, [SENT_START], starts)
    copy._.kg_article = doc._.kg_article
    return copy


def restore(full: Doc, parsed: Doc, left_out: list[int]) -> Doc:
    """The tokens of `full` with the annotations of `parsed`; each mark hangs on the word beside it."""
    place = np.delete(np.arange(len(full)), left_out)
    given = values_of(parsed, _PARSE)
    rows = np.zeros((len(full), len(_PARSE)), dtype=np.int64)
    rows[place] = given
    heads = np.arange(len(parsed)) + given[:, -1]
    rows[place, -1] = place[heads] - place
    for number, i in enumerate(left_out):
        rows[i] = _mark(full, i, opening=number % 2 == 0)
    doc = Doc(
        full.vocab,
        words=[t.text for t in full],
        spaces=[bool(t.whitespace_) for t in full],
        ents=_closed(_entity_tags(parsed, place.tolist(), len(full))),
    )
    with_values(doc, _PARSE, rows)
    doc._.kg_article = full._.kg_article
    return doc


def _mark(full: Doc, i: int, *, opening: bool) -> list[int]:
    """The values of a mark: it hangs on the word after it, or before it."""
    tag, dep = full.vocab.strings.add("``" if opening else "''"), full.vocab.strings.add("punct")
    ids = np.array([tag, PUNCT, dep, full[i].orth], dtype=np.uint64).view(np.int64)
    return [*map(int, ids), 1 if opening else -1]


def _entity_tags(parsed: Doc, place: Sequence[int], length: int) -> list[str]:
    """The entities by token ("B-ORG", "O"); the empty string for tokens that the parser did not see."""
    tags = [""] * length
    for i, token in zip(place, parsed, strict=True):
        tags[i] = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type else "O"
    return tags


def _closed(tags: list[str]) -> list[str]:
    """Entity tags with the marks inside an entity made part of it, and those at its edge left out."""
    closed = list(tags)
    for i, tag in enumerate(tags):
        if tag == "":
            following = next((t for t in tags[i + 1 :] if t), "O")
            closed[i] = following if following.startswith("I-") and i and closed[i - 1] != "O" else "O"
    return closed
