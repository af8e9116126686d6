"""Markdown: the stored text is what a reader of the page sees, without markup; front matter gives the metadata."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Final

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.dates import iso_date
from kg.read.decode import decode
from kg.read.source import Source, reads

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


@reads(".md", ".markdown", media_types=("text/markdown", "text/x-markdown"))
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article a file: paragraphs, headings and list items, parted by empty lines, without code and raw HTML."""
    written = decode(source.data(), source.where, source.charset)
    meta: dict[str, Any] = {}
    if matter := _FRONT_MATTER.match(written):
        meta = _metadata(matter[1] or "")
        written = written[matter.end() :]
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(written)
    text = "\n\n".join(_blocks(tokens))
    if not text.strip():
        raise SkippedInput(source.where, "is empty")
    yield Article(
        source.identifier,
        text,
        title=_string(meta, "title") or _first_heading(tokens),
        date=iso_date(_string(meta, "date") or ""),
        publisher=_string(meta, "publisher") or _string(meta, "outlet"),
        creator=_string(meta, "author"),
        source=_string(meta, "url") or source.url,
    )


def _metadata(text: str) -> dict[str, Any]:
    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}  # a rule at the top of a text, not front matter that anybody meant
    return {str(name).lower(): value for name, value in found.items()} if isinstance(found, dict) else {}


def _string(meta: dict[str, Any], name: str) -> str | None:
    value = meta.get(name)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, str | int):
        return str(value).strip() or None
    return None


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline" and (text := _inline(token.children or ()).strip()):
            yield text


def _inline(tokens: Sequence[Token]) -> str:
    pieces: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
    return "".join(pieces)


def _first_heading(tokens: Sequence[Token]) -> str | None:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return " ".join(_inline(inline.children or ()).split()) or None
    return None
