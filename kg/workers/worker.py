"""A process that extracts: what it runs, and the side of it that its supervisor sees."""

import os
import signal
import threading
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection

from kg.errors import KgError
from kg.model import Article
from kg.stages import Stages
from kg.workers.batches import Result, read
from kg.workers.recipes import Recipe, made
from kg.workers.signals import FROM_THE_KEYBOARD, signals_held


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker says: I have loaded what I need."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """The worker says: I cannot load it, and nor will another."""

    error: KgError


@dataclass(frozen=True, slots=True)
class Done:
    """The worker says: this is what the articles say.

    Attributes:
        seconds: that it took since it last said so, by stage.
    """

    results: list[Result]
    seconds: dict[str, float]


Message = Ready | Unfit | Done


class Worker:
    """A process that extracts, as seen from outside.

    Attributes:
        connection: gives its messages; it is at an end where the process is.
    """

    def __init__(self, recipe: Recipe) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, recipe), daemon=True)
        with theirs, signals_held():
            self._process.start()

    def read(self, articles: list[Article]) -> bool:
        """Let it read articles, once it is ready and has nothing else to do; False where it has died before."""
        try:
            self.connection.send(articles)
        except OSError:
            return False
        return True

    def end(self, wait: float = 0.0) -> int:
        """End the process, whatever it does.

        Args:
            wait: seconds until it is ended by force.

        Returns:
            Its exit code; below 0, the signal that it died of.
        """
        self._process.join(wait)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self.connection.close()
        code = self._process.exitcode or 0
        self._process.close()
        return code


def _work(connection: Connection, recipe: Recipe) -> None:
    """Load what the recipe makes, then read what comes, until nothing more can come."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for each in FROM_THE_KEYBOARD:
        signal.signal(each, signal.SIG_IGN)  # the parent gets them too, and ends its workers
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # more threads for small matrices only cost
    stages = Stages()
    try:
        extractor = made(recipe, stages)
    except KgError as error:
        connection.send(Unfit(error))
        return
    except Exception as error:  # noqa: BLE001 - a process has nobody else to tell
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        connection.send(Unfit(KgError(f"a process that extracts cannot load what it needs: {what}")))
        return
    with suppress(EOFError, OSError):  # the parent is no more
        connection.send(Ready())
        while True:
            results = read(extractor, connection.recv(), stages)
            connection.send(Done(results, stages.taken()))


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one, which cannot end its workers where it is killed."""
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
