"""Several processes that extract, and who watches over them: one that dies or hangs is replaced."""

import signal
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import wait
from time import monotonic
from typing import Final

from kg.errors import KgError, SkippedInput
from kg.model import Article
from kg.stages import Stages
from kg.workers import supply
from kg.workers.batches import Result
from kg.workers.parts import Part, Parts
from kg.workers.recipes import Recipe
from kg.workers.worker import Done, Message, Ready, Unfit, Worker

PATIENCE: Final = 60
"""Seconds that an article may take, and as much again for each 10,000 characters: hundreds of times what it takes."""

WAITING: Final = "waiting for processes"
"""The stage of a process that has others do the work."""

_CHARACTERS: Final = 10_000
_START: Final = 600
"""Seconds that a process may take to load the pipeline."""
_STARTS: Final = 3
"""Processes that may die in a row while they load it."""


@dataclass(slots=True)
class _Post:
    """A process at work.

    Attributes:
        part: what it reads, or will read when it is ready.
        due: when it is given up, unless it has said something by then.
        read: how many articles it has read.
    """

    worker: Worker
    part: Part | None
    due: float
    ready: bool = False
    read: int = 0


class Crew:
    """Processes that extract side by side, started as there is work for them.

    Args:
        recipe: makes the extractor of each.
        jobs: how many there may be.
        patience: see `PATIENCE`.
        stages: counts the seconds that they took, and those that were waited for them.
    """

    def __init__(self, recipe: Recipe, jobs: int, patience: float, stages: Stages) -> None:
        self._recipe = recipe
        self._jobs = jobs
        self._patience = patience
        self._stages = stages
        self._posts: list[_Post] = []
        self._failed_starts = 0

    def read(self, batches: Iterator[list[Article]]) -> Generator[Result, None, None]:
        """What the articles of each batch say, in their order; the processes end with this."""
        parts = Parts(batches, self._jobs)
        try:
            while self._hand_out(parts):
                if (result := parts.next()) is None:
                    self._listen(parts, wait_for_it=True)
                else:
                    yield result
                    self._listen(parts, wait_for_it=False)
        finally:
            for post in self._posts:
                post.worker.end()
            self._posts.clear()

    def _hand_out(self, parts: Parts) -> bool:
        """Give everybody something to do; whether anything is still to be done or to be given."""
        for post in self._posts:
            if post.ready and post.part is None and (part := parts.take()) is not None:
                self._send(post, part, parts)
        while len(self._posts) < self._jobs and (part := parts.take()) is not None:
            self._posts.append(_Post(Worker(self._recipe), part, due=monotonic() + _START))
        parts.draw_ahead()
        return bool(parts)

    def _send(self, post: _Post, part: Part, parts: Parts) -> bool:
        """Let a process read a part; where it has died meanwhile, another is to, since nobody has begun to."""
        if post.worker.read(part.articles):
            post.part, post.due = part, monotonic() + self._limit(part)
            return True
        parts.put_back(part)
        post.part, post.due = None, inf
        return False

    def _limit(self, part: Part) -> float:
        characters = sum(len(article.text) for article in part.articles)
        return self._patience * (1 + characters / _CHARACTERS)

    def _listen(self, parts: Parts, *, wait_for_it: bool) -> None:
        """Take what the processes say, and give up those that have said nothing for too long."""
        posts = {post.worker.connection: post for post in self._posts}
        seconds = max(0.0, min(post.due for post in self._posts) - monotonic()) if wait_for_it else 0.0
        with self._stages.stage(WAITING):
            speaking = wait(posts, None if seconds == inf else seconds)
        for connection in speaking:
            post = posts[connection]  # type: ignore[index]
            try:
                message = post.worker.connection.recv()
            except (EOFError, OSError):
                self._lost(post, parts, _died(post.worker.end(wait=5)))
            else:
                self._heard(post, message, parts)
        for post in posts.values():
            if post in self._posts and post.due <= monotonic() and not post.worker.connection.poll():
                post.worker.end()
                self._lost(post, parts, None)

    def _heard(self, post: _Post, message: Message, parts: Parts) -> None:
        match message:
            case Unfit(error):
                raise error
            case Ready():
                post.ready = True
                if post.part is not None and self._send(post, post.part, parts):
                    self._failed_starts = 0
            case Done(results, seconds):
                if post.part is not None:
                    post.part.fill(results)
                post.part, post.due = None, inf
                post.read += len(results)
                self._stages.add(seconds)
                if post.read >= supply.MOST:
                    post.worker.end()
                    self._posts.remove(post)

    def _lost(self, post: _Post, parts: Parts, how: str | None) -> None:
        """See to it that what a process was to read is read by another.

        Args:
            how: it died; None where it hung.
        """
        self._posts.remove(post)
        if post.part is None and post.read:
            return
        if post.part is None or not post.ready:
            if post.part is not None:
                parts.put_back(post.part)
            self._failed_starts += 1
            if self._failed_starts == _STARTS:
                raise KgError(
                    f"the processes that extract {how or 'hang'} while they load the language model, "
                    "for want of memory perhaps; what was finished is kept: "
                    "run the same command again to go on, with fewer --jobs"
                )
        elif post.part.again:
            article = post.part.articles[0]
            why = _why(how, self._limit(post.part))
            post.part.fill([SkippedInput(article.identifier, why)])
        else:
            parts.put_back_singly(post.part)


def _died(code: int) -> str:
    if code >= 0:
        return f"end with code {code}"
    try:
        return f"die of {signal.Signals(-code).name}"
    except ValueError:
        return f"die of signal {-code}"


def _why(how: str | None, seconds: float) -> str:
    if how is None:
        return (
            f"was not read in {seconds:.0f} seconds, nor by another process; "
            "to wait longer, set patience in kg.toml, else please report it with the text"
        )
    return (
        f"made two processes that read it {how}, for want of memory perhaps; "
        "run the same command again with fewer --jobs, and if that does not help, please report it with the text"
    )
