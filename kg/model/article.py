"""An article as stored, and stretches of its text."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: half-open `str` indices into the text exactly as stored."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"not a stretch of text: {self.begin}-{self.end}")

    def of(self, text: str) -> str:
        """The words that stand there.

        >>> Span(0, 6).of("Maduro spoke.")
        'Maduro'
        """
        return text[self.begin : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.begin <= other.begin and other.end <= self.end


class ZoneKind(StrEnum):
    """What a stretch of an article's text is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    """A photo caption: names in it are mentions, but it makes no claims."""
    BIO = "bio"
    """What is said of the author: names in it are mentions, but it makes no claims."""
    NOISE = "noise"
    """Photo credits, sharing and comment lines, copyright footers: neither mentions nor claims."""

    @property
    def makes_claims(self) -> bool:
        """Whether what stands there counts as said by the article."""
        return self in (ZoneKind.HEADLINE, ZoneKind.BODY)


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of one kind. Zones do not overlap, and stand in the order of the text; what lies between is white space."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True)
class Article:
    """One article: its text as stored, and what is known about it.

    Attributes:
        identifier: the file's name without its extension, or the `id` of a record; unique in a corpus.
        text: unnormalised; every offset of the project is an index into it.
        date: ISO 8601, with the precision that is known ("2020", "2020-03", "2020-03-26").
        zones: what of the text is headline, body or not article text; empty until `read` has looked.
    """

    identifier: str
    text: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    creator: str | None = None
    source: str | None = None
    zones: tuple[Zone, ...] = field(default=())

    @cached_property
    def sha256(self) -> str:
        """The hash of the text as stored (UTF-8)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One sentence of an article."""

    span: Span
    text: str
