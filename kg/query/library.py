"""The stored questions: a scan of our folder and the user's own."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from kg.errors import QueryError
from kg.query.stored import StoredQuery, parse_query
from kg.resources import resource

_NO_QUESTIONS: Final = frozenset({"checks"})


class Library:
    """Questions by name."""

    def __init__(self, queries: Iterable[StoredQuery]) -> None:
        self._queries: dict[str, StoredQuery] = {}
        for query in queries:
            if (other := self._queries.get(query.name)) is not None:
                raise QueryError(
                    f"{query.source}: another question is called {query.name!r} already ({other.source}); "
                    "rename the file"
                )
            self._queries[query.name] = query

    def __iter__(self) -> Iterator[StoredQuery]:
        """The questions by topic and name."""
        return iter(sorted(self._queries.values(), key=lambda query: (query.topic, query.name)))

    def __len__(self) -> int:
        return len(self._queries)

    def get(self, name: str) -> StoredQuery:
        """The question called so; the topic may stand before it (`law/indicted`).

        Raises:
            QueryError: there is none; the message names the closest.
        """
        wanted = name.strip().removesuffix(".rq").replace("_", "-")
        query = self._queries.get(wanted.rpartition("/")[2]) or self._queries.get(name)
        if query is not None and wanted in (query.name, f"{query.topic}/{query.name}"):
            return query
        close = process.extract(wanted, list(self._queries), scorer=fuzz.WRatio, limit=3, score_cutoff=60)
        hint = f"did you mean {', '.join(match[0] for match in close)}? " if close else ""
        raise QueryError(f"there is no stored question {name!r}; {hint}see: kg queries")

    def tagged(self, tag: str) -> list[StoredQuery]:
        """The questions with a tag or of a topic."""
        wanted = tag.casefold()
        return [q for q in self if wanted == q.topic.casefold() or wanted in map(str.casefold, q.tags)]


def load_library(extra: Iterable[Path] = ()) -> Library:
    """The shipped questions and those in the folders `extra`.

    Raises:
        QueryError: a file cannot be understood, or two have one name.
    """
    return Library(query for folder in (resource("queries"), *extra) for query in _scan(folder))


def _scan(folder: Path) -> Iterator[StoredQuery]:
    if not folder.is_dir():
        raise QueryError(f"there is no folder of questions {folder}; make it, or name another")
    for path in sorted(folder.rglob("*.rq")):
        topics = path.relative_to(folder).parts[:-1]
        if topics and topics[0] in _NO_QUESTIONS:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{path}: cannot be read: {error}") from error
        yield parse_query(text, path.stem, "/".join(topics), path)
