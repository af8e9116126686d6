"""Tells apart what of a text is headline, body, photo caption, said of the author, or no article text at all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kg.model import Span, Zone, ZoneKind
from kg.read.authors import is_bio, is_byline, is_sign_off
from kg.read.boilerplate import is_noise, noise_at_end
from kg.read.captions import is_caption, is_credit
from kg.read.dates import dateline_of

_WRAPPED: Final = 100
"""Longest line, in characters, of a text that is broken into lines by its width."""

_LONGEST_HEADLINE: Final = 250
_LAST_PARAGRAPHS: Final = 3
"""How near the end an article says who wrote it."""

_SENTENCE_END: Final = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_FULL_STOP: Final = re.compile(r"(?<![A-Z]\.[A-Z])[.…:;,][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph, or a line that is none: where it stands, and what it is once that is known."""

    begin: int
    end: int
    block: int
    kind: ZoneKind | None = None

    def of(self, text: str) -> str:
        return text[self.begin : self.end]

    def as_(self, kind: ZoneKind) -> "_Part":
        return _Part(self.begin, self.end, self.block, kind)


def find_zones(text: str, title: str | None = None) -> tuple[Zone, ...]:
    """The zones of an article: in order, disjoint, covering all that is not white space, which ends none of them.

    Each paragraph is a zone of its own, so that no sentence runs over its end. The text may have one paragraph a line,
    empty lines between paragraphs, or lines broken by their width.

    Args:
        title: the article's title where it is known otherwise; a first line that repeats it is a headline.
    """
    parts = [_first_look(part, text) for part in _parts(text)]
    parts = _captions_over_credits(parts, text)
    parts = _headlines(parts, text, title)
    parts = _authors(parts, text)
    return tuple(
        Zone(Span(part.begin, part.end), part.kind or ZoneKind.BODY) for part in _without_tails(parts, text)
    )


def headline(text: str, found: Iterable[Zone]) -> str | None:
    """The words of the first headline, on one line."""
    for zone in found:
        if zone.kind is ZoneKind.HEADLINE:
            return " ".join(zone.span.of(text).split())
    return None


def _first_look(part: _Part, text: str) -> _Part:
    words = part.of(text)
    if is_noise(words):
        return part.as_(ZoneKind.NOISE)
    if is_caption(words):
        return part.as_(ZoneKind.CAPTION)
    if is_byline(words) or is_sign_off(words):
        return part.as_(ZoneKind.BIO)
    return part


def _parts(text: str) -> Iterator[_Part]:
    for number, block in enumerate(_blocks(text)):
        open_: list[tuple[int, int]] = []
        wrapped = _is_wrapped(block, text)
        width = max(end - begin for begin, end in block)
        for begin, end in block:
            alone = not wrapped or is_noise(text[begin:end])
            if open_ and (alone or _ends_paragraph(open_[-1], text, width)):
                yield _Part(open_[0][0], open_[-1][1], number)
                open_ = []
            if alone:
                yield _Part(begin, end, number)
            else:
                open_.append((begin, end))
        if open_:
            yield _Part(open_[0][0], open_[-1][1], number)


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that hold something: where each line's words begin and end."""
    block: list[tuple[int, int]] = []
    begin = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            first = begin + len(line) - len(line.lstrip())
            block.append((first, first + len(stripped)))
        elif block:
            yield block
            block = []
        begin += len(line)
    if block:
        yield block


def _is_wrapped(block: list[tuple[int, int]], text: str) -> bool:
    """Whether the lines of a block are one paragraph broken by its width, rather than a paragraph each."""
    if len(block) < 2:
        return False
    lines = [text[begin:end] for begin, end in block]
    if max(map(len, lines)) > _WRAPPED:
        return False
    if len(block) == 2 and not _SENTENCE_END.search(lines[-1]):
        return False
    running = sum(1 for line in lines[:-1] if not _SENTENCE_END.search(line))
    return running * 2 >= len(lines) - 1


def _ends_paragraph(line: tuple[int, int], text: str, width: int) -> bool:
    """Whether a paragraph broken at some width ends with this line: a full sentence in a short line."""
    begin, end = line
    return (end - begin) * 4 < width * 3 and _SENTENCE_END.search(text[begin:end]) is not None


def _captions_over_credits(parts: list[_Part], text: str) -> list[_Part]:
    """The lines that stand right above a photo's credit, in a block of their own, are its caption."""
    found = list(parts)
    for i, part in enumerate(parts):
        if not is_credit(part.of(text)) or (i and parts[i - 1].block != part.block):
            continue
        above = [j for j in range(i) if parts[j].block == part.block]
        if len(above) <= 2 and any(other.block != part.block for other in parts):
            for j in above:
                if parts[j].kind is None:
                    found[j] = parts[j].as_(ZoneKind.CAPTION)
    return found


def _headlines(parts: list[_Part], text: str, title: str | None) -> list[_Part]:
    """First lines that are no sentences, where a body follows, and those that repeat the headline or title."""
    found = list(parts)
    known = {_plain(title)} if title else set()
    headlines = 0
    for i, part in enumerate(parts):
        if part.kind is not None:
            continue
        words = part.of(text)
        repeated = _plain(words) in known
        if not repeated and (headlines > 1 or not _looks_like_headline(words, i, parts, text, headlines)):
            break
        found[i] = part.as_(ZoneKind.HEADLINE)
        known.add(_plain(words))
        headlines += not repeated or not headlines
    return found


def _looks_like_headline(words: str, i: int, parts: list[_Part], text: str, headlines: int) -> bool:
    if len(words) > _LONGEST_HEADLINE or _FULL_STOP.search(words) or dateline_of(words):
        return False
    if headlines and words.endswith("?"):
        return False
    following = [part for part in parts[i + 1 :] if part.kind is None]
    return any(_SENTENCE_END.search(part.of(text)) for part in following)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _authors(parts: list[_Part], text: str) -> list[_Part]:
    found = list(parts)
    looked = 0
    for i in range(len(parts) - 1, 0, -1):
        if parts[i].kind is not None:
            continue
        looked += 1
        if looked > _LAST_PARAGRAPHS:
            break
        before = "\n".join(part.of(text) for part in parts[:i] if part.kind in (None, ZoneKind.HEADLINE))
        if is_bio(parts[i].of(text), before):
            found[i] = parts[i].as_(ZoneKind.BIO)
        elif looked > 1:
            break
    return found


def _without_tails(parts: Iterable[_Part], text: str) -> Iterator[_Part]:
    """The parts, with a paragraph that ends in noise cut in two."""
    for part in parts:
        cut = noise_at_end(part.of(text)) if part.kind is None else None
        if cut is None:
            yield part
        else:
            words = text[part.begin : part.begin + cut].rstrip()
            yield _Part(part.begin, part.begin + len(words), part.block)
            yield _Part(part.begin + cut, part.end, part.block, ZoneKind.NOISE)
