"""Takes out of a text what is layout, before it is parsed, and leads every offset back to the text as stored.

The tokenizer takes no-break spaces, second spaces and line breaks inside a sentence for words of their own, which parts
names and leads the parser astray.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.sentences import breaks_line
from kg.model import Article, Extraction, Mention, Span, Zone

_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"
_LAYOUT: Final = re.compile(
    rf"(?P<return>\r\n?)|(?P<nothing>[{_INVISIBLE}]+|[ {_SPACES}]+(?=\r|\n))|(?P<space> ?[{_SPACES}]+ ?|(?<! )  (?! ))"
)
"""Line ends of other systems; what has no width, or ends a line; odd spaces and pairs of plain ones."""

_LINE_BREAK: Final = re.compile(r"(?<=\S)\n(?=(\S+))")


@dataclass(frozen=True, slots=True)
class Plain:
    """An article without layout.

    Attributes:
        article: with zones of its own offsets.
        stored: the article as it was.
        places: where each character stands in the stored text; None where the two texts are the same.
    """

    article: Article
    stored: Article
    places: Sequence[int] | None

    def lead_back(self, extraction: Extraction) -> Extraction:
        """The same with the offsets and words of the text as stored."""
        if self.places is None:
            return extraction
        text = self.stored.text
        placed = ((mention, self._stored(mention.span)) for mention in extraction.mentions)
        return replace(
            extraction,
            article=self.stored,
            sentences=tuple(
                replace(sentence, span=span, text=span.of(text))
                for sentence in extraction.sentences
                for span in (self._stored(sentence.span),)
            ),
            mentions=tuple(
                Mention(span, span.of(text), mention.kind, mention.entity, mention.confidence)
                for mention, span in placed
            ),
            claims=tuple(
                replace(claim, evidence=self._stored(claim.evidence), trigger=self._stored(claim.trigger))
                for claim in extraction.claims
            ),
        )

    def _stored(self, span: Span) -> Span:
        assert self.places is not None
        return Span(self.places[span.begin], self.places[span.end - 1] + 1)


def without_layout(article: Article) -> Plain:
    """The article with plain single spaces, plain line ends, and paragraphs in one line each."""
    pieces = list(_without_spaces(article.text))
    text, places = _joined(pieces, article.text)
    text, places = _unwrapped(text, places, {zone.span.begin for zone in article.zones})
    if text == article.text:
        return Plain(article, article, None)
    spans = (
        (bisect_left(places, zone.span.begin), bisect_left(places, zone.span.end), zone.kind)
        for zone in article.zones
    )
    zones = tuple(Zone(Span(begin, end), kind) for begin, end, kind in spans if begin < end)
    return Plain(replace(article, text=text, zones=zones), article, places)


_Piece = tuple[int, int, str | None]
"""A stretch of a text, and what stands for it; None for itself."""


def _without_spaces(text: str) -> Iterator[_Piece]:
    end = 0
    for found in _LAYOUT.finditer(text):
        yield end, found.start(), None
        end = found.end()
        yield found.start(), end, {"return": "\n", "nothing": "", "space": " "}[found.lastgroup or "space"]
    yield end, len(text), None


def _joined(pieces: Sequence[_Piece], text: str) -> tuple[str, list[int]]:
    words: list[str] = []
    places: list[int] = []
    for begin, end, instead in pieces:
        if instead is None:
            words.append(text[begin:end])
            places.extend(range(begin, end))
        else:
            words.append(instead)
            places.extend([begin] * len(instead))
    return "".join(words), places


def _unwrapped(text: str, places: list[int], zone_starts: set[int]) -> tuple[str, list[int]]:
    """The text with a space for each line break that only wraps a paragraph.

    Then the others are doubled, for the longer lines would make them look like wraps.
    """
    wraps = set()
    breaks = []
    for found in _LINE_BREAK.finditer(text):
        if places[found.end()] in zone_starts or breaks_line(text, found.end(), found[1]):
            breaks.append(found.start())
        else:
            wraps.add(found.start())
    if not wraps:
        return text, places
    pieces: list[_Piece] = []
    end = 0
    for at in sorted({*wraps, *breaks}):
        pieces += [(end, at, None), (at, at + 1, " " if at in wraps else "\n\n")]
        end = at + 1
    joined, inner = _joined([*pieces, (end, len(text), None)], text)
    return joined, [places[i] for i in inner]
