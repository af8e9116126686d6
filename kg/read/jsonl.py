"""Records, one JSON object a line: `id`, `text`, and `title`, `date`, `url`, `publisher`, `author` where known."""

import json
from collections.abc import Iterator

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.records import article_of, lines, opened, too_long
from kg.read.source import Source, reads


@reads(
    ".jsonl",
    ".ndjson",
    media_types=("application/jsonl", "application/x-ndjson", "application/jsonlines"),
    streams=True,
)
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article a line; a bad line is reported with its number, and the others are still read."""
    found = False
    with opened(source) as file:
        for where, line in lines(file, source):
            if line is None or line.strip():
                found = True
                try:
                    yield _article(line, where, source)
                except SkippedInput as skipped:
                    yield skipped
    if not found:
        raise SkippedInput(source.where, "is empty")


def _article(line: bytes | None, where: str, source: Source) -> Article:
    if line is None:
        raise too_long(where, source.limits)
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SkippedInput(
            where, f"is not UTF-8 (byte {error.start} of the line); convert the file"
        ) from error
    except (ValueError, RecursionError) as error:
        raise SkippedInput(where, f"is no JSON: {error}") from error
    if not isinstance(record, dict):
        raise SkippedInput(where, "is no JSON object; write one record a line")
    return article_of(record, where)
