"""What all files of records share: the names of their fields, and lines of any length."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import BinaryIO, Final

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.addresses import identifier_of
from kg.read.dates import iso_date
from kg.read.limits import Limits, megabytes
from kg.read.source import Source

FIELDS: Final = ("id", "text", "title", "date", "url", "publisher", "author", "creator")
"""What is read of a record; everything else in it is passed over."""

_PIECE: Final = 1 << 20


def article_of(record: Mapping[str, object], where: str) -> Article:
    """The article that a record holds. Without an `id` it is called by its `url`.

    Raises:
        SkippedInput: a field is missing, or not what it must be.
    """
    text = _string(record, "text", where)
    url = _string(record, "url", where)
    identifier = _identifier(record.get("id"), url, where)
    if text is None:
        raise SkippedInput(where, "has no `text`, or an empty one")
    try:
        f"{identifier}{text}".encode()
    except UnicodeEncodeError as error:
        why = "holds half of a surrogate pair, which is no character; repair its \\u escapes"
        raise SkippedInput(where, why) from error
    return Article(
        identifier,
        text,
        title=_string(record, "title", where),
        date=_date(record, where),
        publisher=_string(record, "publisher", where),
        creator=_string(record, "author", where) or _string(record, "creator", where),
        source=url,
    )


def lines(file: BinaryIO, source: Source) -> Iterator[tuple[str, bytes | None]]:
    """The lines, each with its place ("all.jsonl:12"); None for one that is longer than a record may be.

    Raises:
        SkippedInput: no end of a line is near, or what follows the last one cannot be read.
    """
    most = source.limits.file_bytes
    number = 0
    try:
        while line := file.readline(most + 1):
            number += 1
            where = f"{source.where}:{number}"
            if len(line) > most:
                _pass_over(file, line, where, source.limits)
            yield where, line if len(line) <= most else None
    except OSError as error:
        raise broken(source.where, number, error) from error


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """The content of a source, for as long as it is read.

    Raises:
        SkippedInput: it cannot be opened.
    """
    try:
        file = source.open()
    except OSError as error:
        raise broken(source.where, 0, error) from error
    with file as content:
        yield content


def broken(where: str, number: int, error: OSError) -> SkippedInput:
    """What is said of a file that cannot be read further than a record; 0 stands for its beginning."""
    if not number:
        return SkippedInput(where, f"cannot be read: {error.strerror or error}")
    return SkippedInput(f"{where}:{number}", f"what follows cannot be read: {error.strerror or error}")


def too_long(where: str, limits: Limits) -> SkippedInput:
    """What is said of a record that is larger than a record may be."""
    return SkippedInput(where, f"is longer than the limit of {megabytes(limits.file_bytes)}")


def _pass_over(file: BinaryIO, line: bytes, where: str, limits: Limits) -> None:
    passed = len(line)
    while line and not line.endswith(b"\n"):
        line = file.readline(_PIECE)
        passed += len(line)
        if passed > limits.passed_bytes:
            raise SkippedInput(
                where, f"is longer than {megabytes(limits.passed_bytes)}; what follows is not read"
            )


def _identifier(value: object, url: str | None, where: str) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and value.strip():
        return value.strip()
    if value is None and url is not None:
        return identifier_of(url)
    raise SkippedInput(where, "has no `id`, nor a `url` to call it by; give each record an `id` of its own")


def _string(record: Mapping[str, object], name: str, where: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise SkippedInput(where, f"`{name}` is no string")
    return value if value.strip() else None


def _date(record: Mapping[str, object], where: str) -> str | None:
    value = record.get("date")
    if isinstance(value, date):  # of a typed column
        return value.isoformat()[:10]
    value = _string(record, "date", where)
    if value is None:
        return None
    found = iso_date(value)
    if found is None:
        raise SkippedInput(where, f"`date` is {value!r}, which is no ISO 8601 date; write it as 2024-05-17")
    return found
