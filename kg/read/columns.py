"""Parquet: one article a row, its columns called like the fields of JSON Lines. Needs the extra `[parquet]`."""

from collections.abc import Iterator
from typing import Any, Final

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.records import FIELDS, article_of, opened
from kg.read.source import Source, reads

_ROWS: Final = 32
"""So many are held at once."""

_BUFFER: Final = 1 << 20


@reads(".parquet", media_types=("application/vnd.apache.parquet",), streams=True)
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article a row; a bad row is reported with its number, from 1."""
    try:
        import pyarrow as arrow  # an extra of 150 MB
        from pyarrow import parquet
    except ImportError as error:
        raise SkippedInput(
            source.where, "is Parquet; to read it, install pyarrow: pip install 'kg-populator[parquet]'"
        ) from error
    with opened(source) as file:
        if not file.seekable():
            raise SkippedInput(source.where, "is packed Parquet, which cannot be read as it comes; unpack it")
        number = 0
        try:
            table = parquet.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False)
            columns = _columns(table.schema_arrow.names, source.where)
            for batch in table.iter_batches(batch_size=_ROWS, columns=list(columns), use_threads=False):
                for row in range(batch.num_rows):
                    number += 1
                    yield _article(batch, row, columns, f"{source.where}:{number}")
        except (arrow.ArrowException, OSError, ValueError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            if not number:
                raise SkippedInput(source.where, f"is no Parquet that can be read: {reason}") from error
            raise SkippedInput(
                f"{source.where}:{number}", f"what follows cannot be read: {reason}"
            ) from error


def _columns(names: list[str], where: str) -> dict[str, str]:
    """The columns that are read, with the names of their fields."""
    found = {name: name.strip().lower() for name in names if name.strip().lower() in FIELDS}
    if "text" not in found.values():
        raise SkippedInput(where, f"has no column `text`; its columns are {', '.join(names)[:300]}")
    return found


def _article(batch: Any, row: int, columns: dict[str, str], where: str) -> Article | SkippedInput:
    try:
        record = {field: batch.column(name)[row].as_py() for name, field in columns.items()}
        return article_of(record, where)
    except SkippedInput as skipped:
        return skipped
    except ValueError as error:  # bytes that are no UTF-8, a date that no calendar has
        return SkippedInput(where, f"holds a value that cannot be read: {error}")
