"""Where the sentences of a text begin and end, by punctuation alone: the same in a copy as in its original.

The sentences of the graph do not serve: only those that make claims are kept there.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.model import Span

_BLANK: Final = re.compile(r"\n\s*\n")
_LINE: Final = re.compile(r"[^\n]+")
_END: Final = re.compile(r"[.!?…][.!?…]*[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[^\W_a-z])")
_STOPS: Final = (".", "!", "?", "…")
_CLOSING: Final = "\"”’'»)]"
_ABBREVIATION: Final = re.compile(
    r"(?<!\w)(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Brig|Sgt|Sen|Rep|Gov|Rev|Hon|No|vs"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
_LONGEST: Final = 5
"""Characters of the longest abbreviation, with a line break behind it."""

_WRAPPED: Final = 100
"""Longest line, in characters, of a paragraph that is wrapped by hand."""

_SHORT: Final = 0.6
"""Share of the longest line of a paragraph, below which a line is no part of wrapped prose."""


def sentences(text: str) -> list[Span]:
    """The sentences, in the order of the text; headlines and the like are some as well.

    >>> text = "A headline\\n\\nMr. Roa left on\\nMonday. “He won’t.”"
    >>> [span.of(text) for span in sentences(text)]
    ['A headline', 'Mr. Roa left on\\nMonday.', '“He won’t.”']
    """
    return [Span(begin, end) for begin, end in bounds(text)]


def bounds(text: str) -> list[tuple[int, int]]:
    """Begin and end of each sentence, in the order of the text."""
    return [
        sentence
        for paragraph in _paragraphs(text)
        for chunk in _unwrapped(text, *paragraph)
        for sentence in _cut(text, *chunk)
    ]


def is_whole(sentence: str) -> bool:
    """Whether it ends as a sentence does; headlines, bylines and credits do not."""
    return sentence.rstrip().rstrip(_CLOSING).endswith(_STOPS)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for blank in _BLANK.finditer(text):
        yield begin, blank.start()
        begin = blank.end()
    yield begin, len(text)


def _unwrapped(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph, joined where they are wrapped prose."""
    if text.find("\n", begin, end) < 0:
        yield begin, end
        return
    lines = list(_LINE.finditer(text, begin, end))
    width = max((len(line[0].rstrip()) for line in lines), default=0)
    for line in lines:
        words = line[0].rstrip()
        if is_whole(words) or len(words) > _WRAPPED or len(words) < _SHORT * width or line.end() >= end:
            yield begin, line.end()
            begin = line.end()


def _cut(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    stops = [
        stop.end()
        for stop in _END.finditer(text, begin, end)
        if not _ABBREVIATION.search(text, max(begin, stop.start() - _LONGEST), stop.start())
    ]
    found = []
    for stop in (*stops, end):
        here = text[begin:stop]
        if left := here.lstrip():
            found.append((stop - len(left), begin + len(here.rstrip())))
        begin = stop
    return found
