"""Extraction by one process or several: the same extractions in the same order, whatever their number."""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Final, Protocol

from kg.errors import KgError, SkippedInput
from kg.model import Article, Extraction

BATCH: Final = 8
"""Articles that one process gets at a time: what is lost when it dies."""


class Extracts(Protocol):
    """What reads articles.

    Attributes:
        version: changes with everything that changes what is read in a text.
        model_name: of the language model that it builds on.
    """

    @property
    def version(self) -> str: ...

    @property
    def model_name(self) -> str: ...

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        """What each article says, in the order given."""
        ...


class Recipe(Protocol):
    """How a process makes its own extractor; it travels to other processes, so it must pickle."""

    def make(self) -> Extracts: ...


@dataclass(frozen=True, slots=True)
class SpacyRecipe:
    """The extractor of `kg.extract`, loaded only where it is made.

    Attributes:
        model: the base pipeline, None for the default.
        min_confidence: of the claims that are kept.
    """

    model: str | None = None
    relations: tuple[Path, ...] = ()
    gazetteers: tuple[Path, ...] = ()
    min_confidence: float = 0.0

    def make(self) -> Extracts:
        from kg.extract.pipeline import Extractor
        from kg.extract.stamp import DEFAULT_MODEL

        return Extractor(
            self.model or DEFAULT_MODEL, self.relations, self.gazetteers, min_confidence=self.min_confidence
        )


def extract_all(
    articles: Iterable[Article], extractor: Extracts, recipe: Recipe, processes: int = 1
) -> Iterator[Extraction | SkippedInput]:
    """What each article says, in the order given; an article on which the extractor fails is skipped.

    Args:
        extractor: does the work where there is one process.
        recipe: makes one like it in each further process.

    Raises:
        KgError: one of the processes died; what it had not finished is named.
    """
    batches = _batches(articles)
    if processes == 1:
        for batch in batches:
            yield from _extract(extractor, batch)
    else:
        yield from _extract_side_by_side(batches, recipe, processes)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    remaining = iter(articles)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _extract(extractor: Extracts, batch: list[Article]) -> list[Extraction | SkippedInput]:
    try:
        return list(extractor.extract(batch))
    except Exception:  # noqa: BLE001 - one article must not take the others with it: they are tried one by one
        return [_extract_one(extractor, article) for article in batch]


def _extract_one(extractor: Extracts, article: Article) -> Extraction | SkippedInput:
    try:
        return next(iter(extractor.extract([article])))
    except Exception as error:  # noqa: BLE001 - whatever it was, it is reported with the article
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        return SkippedInput(
            article.identifier, f"could not be extracted ({what}); please report it with the text"
        )


def _extract_side_by_side(
    batches: Iterator[list[Article]], recipe: Recipe, processes: int
) -> Iterator[Extraction | SkippedInput]:
    pending: deque[tuple[list[Article], Future[list[Extraction | SkippedInput]]]] = deque()
    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_start, initargs=(recipe,)
    )
    try:
        for batch in islice(batches, 2 * processes):
            pending.append((batch, pool.submit(_work, batch)))
        while pending:
            _, future = pending[0]
            yield from future.result()
            pending.popleft()
            for batch in islice(batches, 1):
                pending.append((batch, pool.submit(_work, batch)))
    except BrokenProcessPool as error:
        unfinished = ", ".join(article.identifier for batch, _ in pending for article in batch)
        raise KgError(
            f"a process that extracts has died, for want of memory perhaps; not finished: {unfinished}. "
            "What was finished is kept: run the same command again to go on, with fewer --processes if it happens again"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_extractor: Extracts | None = None
"""The one of this process, where it is a worker."""


def _start(recipe: Recipe) -> None:
    global _extractor
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # the parent is interrupted too, and ends its workers in order
    _extractor = recipe.make()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one, which cannot end its workers where it is killed."""
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _work(batch: list[Article]) -> list[Extraction | SkippedInput]:
    if _extractor is None:
        raise RuntimeError("this process was not started as a worker")
    return _extract(_extractor, batch)
