"""From what the user names to articles: finds the inputs, chooses a reader for each, and completes what it gives."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import files, web
from kg.read.dates import published_date
from kg.read.formats import format_of
from kg.read.language import foreign_language
from kg.read.limits import Limits
from kg.read.source import Reader, Source, by_extension, by_media_type, readers
from kg.read.unpack import name_of
from kg.read.zones import find_zones, headline

_VAGUE: Final = frozenset(
    "application/octet-stream binary/octet-stream application/json text/plain application/gzip application/x-gzip"
    " application/zstd application/xml text/xml".split()
)
"""What servers say of files whose kind they do not know."""


def read_inputs(inputs: Iterable[str], *, limits: Limits | None = None) -> Iterator[Article | SkippedInput]:
    """The articles of some inputs, in their order, with zones, and a reason for each that is not read.

    An input is a file, a folder (its files by name, folders in it too), a pattern, "-" for standard input, or an
    http(s) address. The same file named twice is read once; a second article of the same identifier is skipped.

    Raises:
        KgError: a reader that is installed cannot be loaded.
    """
    limits = limits or Limits()
    identifiers: dict[str, str] = {}
    for source in _sources(inputs, limits):
        if isinstance(source, SkippedInput):
            yield source
            continue
        for item in _articles(source):
            if isinstance(item, SkippedInput):
                yield item
                continue
            yield _accepted(item, source, identifiers)


def _sources(inputs: Iterable[str], limits: Limits) -> Iterator[Source | SkippedInput]:
    seen: set[str] = set()
    for given in inputs:
        if web.is_url(given):
            if given not in seen:
                seen.add(given)
                yield _fetched(given, limits)
            continue
        for source in files.sources(given, limits):
            if isinstance(source, Source):
                place = given if given == files.STANDARD_INPUT else str(Path(source.where).resolve())
                if place in seen:
                    continue
                seen.add(place)
            yield source


def _fetched(url: str, limits: Limits) -> Source | SkippedInput:
    try:
        return web.fetch(url, limits)
    except SkippedInput as skipped:
        return skipped


def _articles(source: Source) -> Iterator[Article | SkippedInput]:
    try:
        yield from _reader(source)(source)
    except SkippedInput as skipped:
        yield skipped


def _reader(source: Source) -> Reader:
    """The reader for a source: by what its server says, else by its name, else by its first bytes."""
    extension = name_of(urlsplit(source.url).path if source.url else source.where).extension
    by_name = by_extension(extension) if extension else None
    if source.media_type is not None and source.media_type not in _VAGUE:
        if reader := by_media_type(source.media_type):
            return reader
        raise SkippedInput(source.where, f"the server sends {source.media_type}, which no reader knows")
    if by_name is not None:
        return by_name
    if source.media_type == "text/plain" and (reader := by_media_type("text/plain")):
        return reader
    return readers()[format_of(source)]


def _accepted(article: Article, source: Source, identifiers: dict[str, str]) -> Article | SkippedInput:
    """The article, if it is one that can be read and the first of its name.

    Args:
        identifiers: those of the articles before, each with its source. Nothing else of them is kept: there may be
            millions in a file.
    """
    limits = source.limits
    where = source.where
    if article.identifier != source.identifier:
        where = f"{source.where} ({article.identifier})"
    if (first := identifiers.get(article.identifier)) is not None:
        return SkippedInput(
            where,
            f"has the same identifier ({article.identifier}) as {first}, which was read; rename one of them",
        )
    if not article.text.strip():
        return SkippedInput(where, "is empty")
    if len(article.text) > limits.characters:
        return SkippedInput(
            where,
            f"has {len(article.text):,} characters; an article has at most {limits.characters:,}, so split it",
        )
    if language := foreign_language(article.text):
        return SkippedInput(where, f"is not in English (it looks like {language!r}); only English is read")
    identifiers[article.identifier] = source.where
    return _completed(article)


def _completed(article: Article) -> Article:
    """The article with its zones, and with title and date from its text where nothing else gives them."""
    found = find_zones(article.text, article.title)
    return replace(
        article,
        zones=found,
        title=article.title or headline(article.text, found),
        date=article.date or published_date(article.text),
    )
