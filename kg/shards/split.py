"""Articles → shard files: so many articles each, in the order of reading."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

from kg.errors import SkippedInput
from kg.model import Article, Span, Zone, ZoneKind
from kg.read import each_once
from kg.shards.outputs import Outputs, made, read_lines, write_lines
from kg.shards.plan import Folder

ARTICLES: Final = 500
"""In a shard, where nobody says otherwise: half a minute of one processor."""


@dataclass(slots=True)
class Split:
    """What became of the inputs.

    Attributes:
        shards: how many there are.
        skipped: inputs that were not read, each with its reason.
    """

    shards: int = 0
    articles: int = 0
    skipped: list[SkippedInput] = field(default_factory=list)


class Shard:
    """Articles that are to be one file.

    Attributes:
        number: of the shard, from 0.
    """

    def __init__(self, number: int, folder: Folder, records: list[dict[str, Any]]) -> None:
        self.number = number
        self._path = folder.shard(number)
        self._mark = folder.mark("shards", number)
        self._records = records

    @property
    def _of(self) -> dict[str, object]:
        return {"articles": self._records}

    def is_written(self) -> bool:
        """Whether the file is there, with these articles."""
        return Outputs(self._mark, self._of).is_done()

    def write(self) -> None:
        """Write the file, unless it is there with these articles."""

        def make(outputs: Outputs) -> None:
            with outputs.file(self._path) as stream:
                write_lines(stream, self._records)

        made(self._mark, self._of, make)


def split(
    inputs: Iterable[Article | SkippedInput],
    folder: Path,
    size: int = ARTICLES,
    progress: Callable[[int], None] | None = None,
) -> Split:
    """Write articles into shards, each identifier once; a shard that is there already is left as it is.

    Args:
        size: articles in a shard.
        progress: called with the number of articles so far, after each shard.
    """
    found = Split()
    for shard in cut(inputs, folder, size, found):
        shard.write()
        if progress is not None:
            progress(found.articles)
    return found


def cut(inputs: Iterable[Article | SkippedInput], folder: Path, size: int, found: Split) -> Iterator[Shard]:
    """The shards that articles make, each identifier once; nothing is written.

    Args:
        found: counts what is given and what is not.
    """
    articles = _articles(inputs, found)
    where = Folder(folder)
    while batch := list(islice(articles, size)):
        found.shards += 1
        found.articles += len(batch)
        yield Shard(found.shards - 1, where, [_record(article) for article in batch])


def read_shard(path: Path) -> Iterator[Article]:
    """The articles of a shard, in their order."""
    for record in read_lines(path):
        zones = tuple(Zone(Span(begin, end), ZoneKind(kind)) for begin, end, kind in record.pop("zones"))
        yield Article(record.pop("id"), **record, zones=zones)


def _record(article: Article) -> dict[str, Any]:
    return {
        "id": article.identifier,
        "text": article.text,
        "title": article.title,
        "date": article.date,
        "publisher": article.publisher,
        "creator": article.creator,
        "source": article.source,
        "zones": [[zone.span.begin, zone.span.end, zone.kind.value] for zone in article.zones],
    }


def _articles(inputs: Iterable[Article | SkippedInput], found: Split) -> Iterator[Article]:
    """The articles, each identifier once; the others are counted with their reasons."""
    for item in each_once(inputs):
        if isinstance(item, SkippedInput):
            found.skipped.append(item)
        else:
            yield item
