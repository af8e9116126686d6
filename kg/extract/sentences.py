"""Where sentences begin: at the borders of zones and at line breaks, never inside an abbreviation."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from spacy.attrs import IDX, IS_ALPHA, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import tree
from kg.extract.arrays import values_of, with_values
from kg.extract.lexicon.people import HONORIFICS
from kg.model import Article

TERMINAL: Final = frozenset(".!?:;…\"”’'»)")
DASHES: Final = frozenset({"—", "–", "--", "-"})
DATELINE_LIMIT: Final = 16
"""Longest dateline, in tokens."""

_START, _OPEN, _NO_START = 1, 0, -1

WRAP_LIMIT: Final = 100
"""Longest line, in characters, that a hard-wrapped paragraph is expected to have."""


def _zone_starts(article: Article | None) -> frozenset[int]:
    return frozenset(zone.span.begin for zone in article.zones) if article else frozenset()


def breaks_line(text: str, at: int, word: str) -> bool:
    """Whether the single line break before the word at `at` ends a sentence, rather than wrapping a paragraph."""
    line_end = text.rfind("\n", 0, at)
    line_start = text.rfind("\n", 0, line_end) + 1
    line = text[line_start:line_end].rstrip()
    if not line or line[-1] in TERMINAL:
        return True
    if not (word[:1].isupper() or word[:1] in '“"‘—–-'):
        return False
    if len(line) > WRAP_LIMIT:
        return True
    block_end = text.find("\n\n", at)
    block = text[text.rfind("\n\n", 0, line_start) + 1 : block_end if block_end >= 0 else len(text)]
    width = max(len(other) for other in block.split("\n"))
    return len(line) + 1 + len(word) <= min(width, WRAP_LIMIT)


def _after_abbreviation(doc: Doc, words: Sequence[str], i: int) -> bool:
    """Whether the token at `i` follows a title or an initial that only looks like the end of a sentence."""
    word = words[i - 1]
    if not word.endswith(".") or not words[i][:1].isupper():
        return False
    if word == "." and i >= 2 and not doc[i - 2].whitespace_:
        word = words[i - 2] + "."
    stem = word[:-1].casefold()
    if ends_with_platform(words, i):
        return False
    return (
        stem in HONORIFICS
        or stem in {"st", "mt", "ft", "messrs"}
        or (len(stem) == 1 and stem.isalpha() and stem != "i")
    )


def ends_with_platform(words: Sequence[str], i: int) -> bool:
    """Whether a sentence ends before the token at `i` with the platform X, rather than with an initial ("wrote on X.")."""
    return (
        i > 1
        and words[i - 1] == "X."
        and words[i - 2].lower() in ("on", "via", "to", "platform", "network", "site")
    )


def dateline_end(doc: Doc | tree.Doc, start: int) -> int | None:
    """The token after the dash of a dateline ("LIMA, Peru, May 3 (Wire) —") that begins at `start`, or None."""
    first = doc[start].text
    if len(first) < 3 or not first.isupper() or not first.isalpha():
        return None
    for i in range(start + 1, min(start + DATELINE_LIMIT, len(doc) - 1)):
        token = doc[i]
        if token.is_space:
            return None
        if token.text in DASHES and (token.text != "-" or doc[i - 1].whitespace_):
            return i + 1
        if token.text == ":":
            return i + 1
    return None


@Language.factory("kg_sentences", assigns=["token.is_sent_start"])
class SentenceStarts:
    """Sets sentence starts before the parser, which decides the rest.

    Args:
        nlp, name: as spaCy gives them.
    """

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002 - spaCy passes both
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Mark the starts that the layout of the text gives, and forbid those after abbreviations."""
        starts = _zone_starts(doc._.kg_article)
        words = [token.text for token in doc]
        text = doc.text
        rows = values_of(doc, [IDX, IS_SPACE, IS_ALPHA]).tolist()
        marks = [_START, *[_OPEN] * (len(words) - 1)]
        pending = True
        dateline = 0
        for i, (at, is_space, _) in enumerate(rows):
            if at in starts and i:
                pending = True
            if is_space:
                pending = pending or _ends_line(text, at, words[i : i + 2])
                if i:
                    marks[i] = _NO_START
                continue
            if pending:
                marks[i] = _START
                dateline = dateline_end(doc, i) or dateline
            elif i <= dateline:
                marks[i] = _START if i == dateline else _NO_START
            elif ends_with_platform(words, i) and words[i][:1].isupper():
                marks[i] = _START
            elif i and (rows[i - 1][2] or words[i - 1] == "," or _after_abbreviation(doc, words, i)):
                marks[i] = _NO_START
            pending = False
        return with_values(doc, [SENT_START], np.array(marks, dtype=np.int64))


def _ends_line(text: str, at: int, words: Sequence[str]) -> bool:
    """Whether the white space at `at`, the first of the words, ends a line and a sentence."""
    breaks = words[0].count("\n")
    if not breaks or len(words) == 1:
        return False
    return breaks > 1 or breaks_line(text, at + len(words[0]), words[1])
