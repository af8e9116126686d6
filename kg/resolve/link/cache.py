"""Answers of registers, kept on disk: no name is asked twice, and a later run can do without the network."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from kg.errors import KgError
from kg.resolve.link.items import Item

FILE_NAME: Final = "registers.sqlite"
_FORMAT: Final = 1
_SECONDS_FOR_OTHERS: Final = 30.0
_TABLE: Final = """CREATE TABLE IF NOT EXISTS answers (
    register TEXT NOT NULL, shape TEXT NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL, items TEXT NOT NULL,
    PRIMARY KEY (register, shape, language, name)) WITHOUT ROWID"""


class AnswerCache:
    """The answers that one register gave to one query in one language, by name; a name may have found nothing.

    Args:
        folder: of the file; made where there is none.
        register: the URL of the service.
        shape: `QueryShape.digest`.

    Raises:
        KgError: the file cannot be used; the message names it.
    """

    def __init__(self, folder: Path, register: str, shape: str, language: str) -> None:
        self.path = folder / FILE_NAME
        self._key = (register, shape, language)
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path, timeout=_SECONDS_FOR_OTHERS)
            (written,) = self._connection.execute("PRAGMA user_version").fetchone()
            if written > _FORMAT:
                self._connection.close()
                raise KgError(
                    f"{self.path} was written by a newer kg-populator; update it, or remove the file"
                )
            self._connection.execute(_TABLE)
            self._connection.execute(f"PRAGMA user_version = {_FORMAT}")
            self._connection.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        self._connection.close()

    def get(self, names: Iterable[str]) -> dict[str, tuple[Item, ...]]:
        """What is known of the names; those that were never asked are missing."""
        return dict(self._kept(names))

    def _kept(self, names: Iterable[str]) -> Iterator[tuple[str, tuple[Item, ...]]]:
        query = "SELECT items FROM answers WHERE register = ? AND shape = ? AND language = ? AND name = ?"
        with self._told():
            for name in names:
                row = self._connection.execute(query, (*self._key, name)).fetchone()
                if row is not None:
                    yield name, tuple(Item.from_json(each) for each in json.loads(row[0]))

    def put(self, answers: Mapping[str, tuple[Item, ...]]) -> None:
        """Keep the answers: all of them or, where that fails, none."""
        rows = [
            (*self._key, name, json.dumps([each.as_json() for each in items], ensure_ascii=False))
            for name, items in answers.items()
        ]
        with self._told(), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", rows)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise KgError(
                f"the answers kept at {self.path} cannot be used ({error}); "
                "name another folder with --cache, or remove the file"
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise KgError(
                f"the answers kept at {self.path} are damaged ({error}); remove the file"
            ) from error
