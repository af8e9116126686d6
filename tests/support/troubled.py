"""An extractor that does what the articles tell it: die, hang, or tell which process read them.

It is a module of its own, because other processes import it by its name.
"""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.extract.stamp import Stamp
from kg.model import Article, Extraction


@dataclass(frozen=True)
class Troubled:
    version: str = "1"
    model_name: str = "troubled-1"

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        for article in articles:
            what, _, rest = article.text.partition(" ")
            where = rest.strip()
            if what in _DONE and not (where and _was_there(Path(where))):
                _DONE[what]()
            elif what == "told":
                with Path(where).open("a") as told:
                    told.write(f"{os.getpid()} {os.environ['OMP_NUM_THREADS']}\n")
            yield Extraction(article, (), (), (), ())


@dataclass(frozen=True)
class TroubledRecipe:
    """Makes the extractor above; or dies of a signal, or is told that it cannot be made."""

    dies_of: int | None = None
    refused: bool = False

    def make(self) -> Troubled:
        if self.dies_of is not None:
            os.kill(os.getpid(), self.dies_of)
        if self.refused:
            raise UsageError("no such model")
        return Troubled()

    def stamp(self) -> Stamp:
        return Stamp(Troubled.version, Troubled.model_name)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hang() -> None:
    time.sleep(3600)


_DONE: dict[str, Callable[[], None]] = {"die": _die, "hang": _hang}
"""Followed by a file that is not there, it is done once only."""


def _was_there(path: Path) -> bool:
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return True
    return False
