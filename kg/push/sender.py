"""Sends in a thread of its own, so that the next graphs are read while the server works on the last."""

import threading
from collections.abc import Callable, Sequence
from queue import Queue
from types import TracebackType
from typing import Self

from kg.push.ways import Sent, Way


class Sender:
    """Collects graphs until there are enough for a request, and sends them in their order; a context manager.

    Leaving it sends the rest and waits; leaving it by an exception waits for the request under way alone.

    Args:
        done: called with each graph that the server has.
    """

    def __init__(self, way: Way, done: Callable[[Sent], None]) -> None:
        self._way = way
        self._done = done
        self._waiting: list[Sent] = []
        self._size = 0
        self._queue: Queue[Sequence[Sent]] = Queue(maxsize=1)
        self._error: BaseException | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="kg push", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._flush()
        else:
            self._stopped = True
        self._queue.put(())
        self._thread.join()
        if error is None:
            self._raise()

    def add(self, sent: Sent) -> None:
        """Send a graph, now or with those that follow.

        Raises:
            StoreError: an earlier one was not taken.
        """
        self._raise()
        # what only adds and what replaces go by different requests, and in this order
        if self._waiting and (
            self._size + len(sent.content.lines) > self._way.size or self._waiting[-1].adds != sent.adds
        ):
            self._flush()
        self._waiting.append(sent)
        self._size += len(sent.content.lines)

    def _flush(self) -> None:
        if self._waiting:
            self._queue.put(self._waiting)
        self._waiting, self._size = [], 0

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        while batch := self._queue.get():
            if self._error is None and not self._stopped:
                try:
                    self._way.put(batch)
                    for each in batch:
                        self._done(each)
                except BaseException as error:  # noqa: BLE001 - raised where the graphs are read
                    self._error = error
