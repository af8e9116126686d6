"""The stored questions: a scan of our folder and the user's own; each is read when it is wanted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from kg.errors import QueryError
from kg.query.headers import parse_query
from kg.query.near import nearest
from kg.query.stored import StoredQuery
from kg.resources import resource

NO_QUESTIONS: Final = frozenset({"checks"})
"""Folders whose queries are put to a store for other ends."""


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """Where one question stands.

    Attributes:
        topic: the folder within the folder of questions, or "".
        shipped: it is one of ours.
    """

    path: Path
    topic: str = ""
    shipped: bool = False

    @property
    def name(self) -> str:
        """What the question is called."""
        return self.path.stem

    def read(self) -> StoredQuery:
        """The question.

        Raises:
            QueryError: the file cannot be read or understood; the message names it.
        """
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{self.path}: cannot be read: {error}") from error
        return parse_query(text, self.name, self.topic, self.path)


class Library:
    """Questions by name. A file that cannot be understood does not keep the others from being asked."""

    def __init__(self, files: Iterable[QuestionFile] = (), problems: Iterable[str] = ()) -> None:
        self._files: dict[str, QuestionFile] = {}
        self._read: dict[str, StoredQuery] = {}
        self._clashes = list(problems)
        for file in files:
            if (other := self._files.get(file.name)) is not None:
                self._clashes.append(
                    f"{file.path}: another question is called {file.name!r} already ({other.path}); rename the file"
                )
            else:
                self._files[file.name] = file

    def __iter__(self) -> Iterator[StoredQuery]:
        """The questions that can be asked, by topic and name."""
        return iter(sorted(self._whole[0].values(), key=lambda query: (query.topic, query.name)))

    def __len__(self) -> int:
        return len(self._whole[0])

    @property
    def names(self) -> Mapping[str, Path]:
        """The file of each name, whether a question can be read from it or not."""
        return {name: file.path for name, file in self._files.items()}

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the files that hold no question that can be asked; each message names its file."""
        return (*self._clashes, *self._whole[1])

    @cached_property
    def _whole(self) -> tuple[Mapping[str, StoredQuery], tuple[str, ...]]:
        """All questions, and what is wrong with those that cannot be read."""
        questions: dict[str, StoredQuery] = {}
        problems: list[str] = []
        for name in self._files:
            try:
                questions[name] = self._question(name)
            except QueryError as error:
                problems.append(str(error))
        return questions, tuple(problems)

    def get(self, name: str) -> StoredQuery:
        """The question called so; the topic may stand before it (`law/indicted`).

        Raises:
            QueryError: there is none, and the message names the closest; or its file cannot be understood.
        """
        plain = name.strip().removesuffix(".rq")
        for wanted in (plain, plain.replace("_", "-")):
            file = self._files.get(wanted.rpartition("/")[2])
            if file is not None and wanted in (file.name, f"{file.topic}/{file.name}"):
                return self._question(file.name)
        known = list(self._files)
        close = [known[place] for place in nearest(plain, known, 3)]
        hint = f"did you mean {', '.join(close)}? " if close else ""
        raise QueryError(f"there is no stored question {name!r}; {hint}see: kg queries")

    def _question(self, name: str) -> StoredQuery:
        if name not in self._read:
            self._read[name] = self._files[name].read()
        return self._read[name]

    def is_shipped(self, query: StoredQuery) -> bool:
        """Whether it is one of ours."""
        return query.name in self._files and self._files[query.name].shipped

    def tagged(self, tag: str) -> list[StoredQuery]:
        """The questions with a tag or of a topic."""
        wanted = tag.casefold()
        return [q for q in self if wanted == q.topic.casefold() or wanted in map(str.casefold, q.tags)]


def load_library(extra: Iterable[Path] = ()) -> Library:
    """The shipped questions and those in the folders `extra`; a folder that is not there is one of its problems."""
    ours = resource("queries")
    files = list(question_files(ours, shipped=True))
    problems = []
    known = {ours.resolve()}
    for folder in extra:
        if folder.resolve() in known:
            continue
        known.add(folder.resolve())
        try:
            files += question_files(folder)
        except QueryError as error:
            problems.append(str(error))
    return Library(files, problems)


def question_files(folder: Path, *, shipped: bool = False) -> Iterator[QuestionFile]:
    """The files of questions in a folder and those within it, sorted by path.

    Raises:
        QueryError: there is no such folder.
    """
    if not folder.is_dir():
        raise QueryError(f"there is no folder of questions {folder}; make it, or name another")
    for path in sorted(folder.rglob("*.rq")):
        topics = path.relative_to(folder).parts[:-1]
        if not topics or topics[0] not in NO_QUESTIONS:
            yield QuestionFile(path, "/".join(topics), shipped)
