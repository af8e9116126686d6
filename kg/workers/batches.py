"""Some articles at a time, and what an extractor makes of them: a fault in one does not take the others with it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, TypeAlias

from kg.errors import SkippedInput
from kg.model import Article, Extraction
from kg.stages import Stages
from kg.workers.recipes import Extracts

BATCH: Final = 8
"""Articles that one process gets at a time: what is read again when it dies."""

Result: TypeAlias = Extraction | SkippedInput


def batches_of(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in lists of `BATCH`; no more are drawn than are in the list that is given."""
    remaining = iter(articles)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def read(extractor: Extracts, batch: list[Article], stages: Stages) -> list[Result]:
    """What each article says; one on which the extractor fails is skipped."""
    with stages.stage("extraction"):
        try:
            return list(extractor.extract(batch))
        except Exception:  # noqa: BLE001 - one article must not take the others with it: they are tried one by one
            return [_read_one(extractor, article) for article in batch]


def _read_one(extractor: Extracts, article: Article) -> Result:
    try:
        return next(iter(extractor.extract([article])))
    except Exception as error:  # noqa: BLE001 - whatever it was, it is reported with the article
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        return SkippedInput(
            article.identifier, f"could not be extracted ({what}); please report it with the text"
        )
