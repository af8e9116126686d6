"""Tells the format of something whose name does not say it."""

import json
import re
from typing import Final

from kg.errors import SkippedInput
from kg.read.source import Source

_PEEK: Final = 4096
_BEFORE_ROOT: Final = re.compile(
    rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*",
    re.DOTALL | re.IGNORECASE,
)
_ROOT: Final = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
FEEDS: Final = frozenset({"rss", "feed", "rdf"})
SITEMAPS: Final = frozenset({"urlset", "sitemapindex"})


def format_of(source: Source) -> str:
    """The name of the reader for what the first bytes look like; "text" where they tell nothing.

    Raises:
        SkippedInput: the source cannot be read.
    """
    start = start_of(source).lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"PAR1"):
        return "parquet"
    if re.match(rb"WARC/\d\.\d+\s", start):
        return "warc"
    root = root_of(start)
    if root in FEEDS or root in SITEMAPS:
        return "xml"
    lower = start[:200].lower()
    if root in ("html", "head") or lower.startswith((b"<!doctype html", b"<?xml")) or b"<html" in lower:
        return "html"
    return "jsonl" if _is_record(start) else "text"


def start_of(source: Source) -> bytes:
    """The first bytes, unpacked.

    Raises:
        SkippedInput: the source cannot be read.
    """
    try:
        with source.open() as file:
            return file.read(_PEEK)
    except OSError as error:
        raise SkippedInput(source.where, f"cannot be read: {error.strerror or error}") from error


def root_of(start: bytes) -> str | None:
    """The local name of an XML document's outermost element, in lower case.

    >>> root_of(b'<?xml version="1.0"?><!-- by hand --><rdf:RDF xmlns="">')
    'rdf'
    """
    start = start.lstrip(b"\xef\xbb\xbf")
    before = _BEFORE_ROOT.match(start)
    match = _ROOT.match(start, before.end() if before else 0)
    return match[1].decode("ascii", "replace").lower() if match else None


def _is_record(start: bytes) -> bool:
    if not start.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(start.split(b"\n", 1)[0]), dict)
    except ValueError:
        return b'"text"' in start and b'"id"' in start
