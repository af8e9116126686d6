"""Tables as text (CSV, TSV): one article a row, its columns called like the fields of JSON Lines."""

import codecs
import csv
from collections import deque
from collections.abc import Iterator
from typing import Final

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.decode import decode
from kg.read.records import FIELDS, article_of, lines, opened, too_long
from kg.read.source import Source, reads

_DELIMITERS: Final = ",;\t|"
_LARGEST_HEADER: Final = 100_000


@reads(".csv", ".tsv", media_types=("text/csv", "text/tab-separated-values"), streams=True)
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article a row; the first row names the columns. A bad row is reported with the line in which it begins."""
    with opened(source) as file:
        rows = _Rows(lines(file, source), source)
        header = rows.header()
        for where, row in rows:
            if isinstance(row, SkippedInput):
                yield row
                continue
            try:
                yield article_of(_record(header, row, where), where)
            except SkippedInput as skipped:
                yield skipped


class _TooLong(Exception):  # noqa: N818 - names what a row is, not a failure
    """A row is larger than a record may be."""


class _Rows:
    """The rows of a table, each with its place; quoted fields may have line ends in them.

    After a row that is wrong the next line is tried, so that a quotation mark too many costs one row.
    """

    def __init__(self, lines: Iterator[tuple[str, bytes | None]], source: Source) -> None:
        self._lines = lines
        self._source = source
        self._delimiter = ","
        self._taken: list[tuple[str, bytes]] = []
        self._again: deque[tuple[str, bytes]] = deque()

    def header(self) -> list[str]:
        """The names of the columns, in lower case; it also finds what parts them.

        Raises:
            SkippedInput: no column holds texts.
        """
        where, line = next(((w, each) for w, each in self._lines if each is None or each.strip()), ("", b""))
        if line is None or len(line) > _LARGEST_HEADER:
            raise SkippedInput(where, "is too long to be the names of columns")
        if not line:
            raise SkippedInput(self._source.where, "is empty")
        if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise SkippedInput(self._source.where, "is in UTF-16; save it as UTF-8")
        text = decode(line, where)
        found = [(_columns(text, delimiter), delimiter) for delimiter in _DELIMITERS]
        columns, self._delimiter = max(found, key=lambda each: len(set(each[0]).intersection(FIELDS)))
        if "text" not in columns:
            columns = max((each[0] for each in found), key=len)
            raise SkippedInput(
                self._source.where,
                f"has no column `text`; its columns are {', '.join(columns)[:300]}. Call them"
                f" {', '.join(FIELDS[:-1])}",
            )
        return columns

    def __iter__(self) -> Iterator[tuple[str, list[str] | SkippedInput]]:
        csv.field_size_limit(self._source.limits.file_bytes)
        while True:
            self._taken = []
            try:
                row = next(csv.reader(self._physical(), delimiter=self._delimiter, strict=True), None)
            except csv.Error as error:
                self._again.extendleft(reversed(self._taken[1:]))
                yield self._begin, SkippedInput(self._begin, f"is no row of a table: {error}")
            except _TooLong:
                begin = self._begin
                self._pass_over()
                yield begin, too_long(begin, self._source.limits)
            else:
                if row is None:
                    return
                if any(row):
                    yield self._begin, row

    @property
    def _begin(self) -> str:
        return self._taken[0][0] if self._taken else self._source.where

    def _physical(self) -> Iterator[str]:
        """The lines of one row, as long as its reader asks for more."""
        size = 0
        for where, line in self._next_lines():
            self._taken.append((where, line or b""))
            size += len(line or b"")
            if line is None or size > self._source.limits.file_bytes:
                raise _TooLong
            yield line.decode("utf-8", "surrogateescape")

    def _next_lines(self) -> Iterator[tuple[str, bytes | None]]:
        while each := self._again.popleft() if self._again else next(self._lines, None):
            yield each  # no "yield from": it would close the lines when a row is done

    def _pass_over(self) -> None:
        """Go to the end of a row that is too long: to where its quotation marks are closed."""
        passed = sum(len(line) for _, line in self._taken)
        is_open = sum(line.count(b'"') for _, line in self._taken) % 2
        begin = self._begin
        self._taken = []
        while is_open:
            _, line = next(self._next_lines(), ("", None))
            if line is None:
                return
            is_open ^= line.count(b'"') % 2
            passed += len(line)
            if passed > self._source.limits.passed_bytes:
                raise SkippedInput(begin, "has a quotation mark that is not closed; what follows is not read")


def _columns(header: str, delimiter: str) -> list[str]:
    try:
        return [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _record(header: list[str], row: list[str], where: str) -> dict[str, object]:
    """A row by the names of its columns; an empty field is none.

    Raises:
        SkippedInput: the row has more fields than there are columns, or is in an encoding that cannot be told.
    """
    if any(row[len(header) :]):
        raise SkippedInput(
            where,
            f"has {len(row)} fields, but there are {len(header)} columns; put texts into quotation marks",
        )
    wanted = ((name, value) for name, value in zip(header, row, strict=False) if name in FIELDS)
    return {name: _decoded(value, where) for name, value in wanted if value.strip()}


def _decoded(value: str, where: str) -> str:
    """A field as UTF-8 or, if it is none, as what it looks like."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return decode(value.encode("utf-8", "surrogateescape"), where)
    return value
