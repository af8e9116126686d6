"""Records, one JSON object a line: `id`, `text`, and `title`, `date`, `url`, `publisher`, `author` where known."""

import json
from collections.abc import Iterator
from typing import Any

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.dates import iso_date
from kg.read.limits import megabytes
from kg.read.source import Source, reads


@reads(
    ".jsonl", ".ndjson", media_types=("application/jsonl", "application/x-ndjson", "application/jsonlines")
)
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article a line; a bad line is reported with its number, and the others are still read."""
    most = source.limits.file_bytes
    found = False
    try:
        with source.open() as file:
            number = 0
            while line := file.readline(most + 1):
                number += 1
                if not line.strip():
                    continue
                found = True
                where = f"{source.where}:{number}"
                if len(line) > most:
                    yield SkippedInput(
                        where, f"is longer than the limit of {megabytes(most)}; the rest is not read"
                    )
                    return
                try:
                    yield _article(line, where)
                except SkippedInput as skipped:
                    yield skipped
    except OSError as error:
        raise SkippedInput(source.where, f"cannot be read: {error.strerror or error}") from error
    if not found:
        raise SkippedInput(source.where, "is empty")


def _article(line: bytes, where: str) -> Article:
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
    identifier = record.get("id")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not identifier.strip():
        raise SkippedInput(where, "has no `id`; give each record one of its own")
    text = _string(record, "text", where)
    if text is None:
        raise SkippedInput(where, "has no `text`, or an empty one")
    if any("\ud800" <= c <= "\udfff" for c in text + identifier):
        raise SkippedInput(
            where, "holds half of a surrogate pair, which is no character; repair its \\u escapes"
        )
    return Article(
        identifier.strip(),
        text,
        title=_string(record, "title", where),
        date=_date(record, where),
        publisher=_string(record, "publisher", where),
        creator=_string(record, "author", where) or _string(record, "creator", where),
        source=_string(record, "url", where),
    )


def _string(record: dict[str, Any], name: str, where: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise SkippedInput(where, f"`{name}` is no string")
    return value if value.strip() else None


def _date(record: dict[str, Any], where: str) -> str | None:
    value = _string(record, "date", where)
    if value is None:
        return None
    date = iso_date(value)
    if date is None:
        raise SkippedInput(where, f"`date` is {value!r}, which is no ISO 8601 date; write it as 2024-05-17")
    return date
