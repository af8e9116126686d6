"""Tasks on the workers of Dask distributed. The only module that knows it; it is an extra, and imported when needed.

Nothing is kept in a cluster: what a task makes are files. So a worker may die, another join, and the scheduler be started
anew; a task that is lost with one of them is given out again, and finds what was finished.
"""

import importlib
import logging
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from math import inf
from types import TracebackType
from typing import Any, Final, Self

from kg.errors import KgError, StoreError, UsageError
from kg.shards.engine import Task
from kg.workers.signals import signals_held

LOCAL: Final = "local"
PATIENCE: Final = 600.0
"""Seconds to wait for a scheduler that is gone, or for a first worker."""
_FIRST_ANSWER: Final = 10.0
"""Seconds in which a scheduler must answer where none has answered yet."""
_LOOK: Final = 0.05
"""Seconds from look to look at what is done."""
_COUNT: Final = 1.0
"""Seconds from count to count of the workers."""
_ANSWER: Final = 60.0
"""Seconds that a result, which is small, may take to come."""
_ATTEMPTS: Final = 3
_AHEAD: Final = 4
"""Tasks given out for each thread of the workers, so that none waits for us, and a scheduler is never full of them."""
_FEWEST: Final = 16


class Cluster:
    """Workers of Dask distributed; a context manager.

    Args:
        address: of a scheduler (tcp://HOST:PORT); "local" for one of our own.
        workers: how many processes it starts on this machine, where it is our own.
        note: called with what people should know meanwhile.

    Raises:
        UsageError: Dask distributed is not installed, or the address is none.
        StoreError: there is no scheduler.
    """

    def __init__(
        self,
        address: str = LOCAL,
        workers: int = 1,
        note: Callable[[str], None] | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._distributed = distributed()
        # what a client raises whose scheduler is gone, or has forgotten what it was given; closed, a plain RuntimeError
        self._gone = (OSError, TimeoutError, RuntimeError, self._distributed.CancelledError)
        self._note = note or (lambda _: None)
        self._patience = patience
        self._known_threads, self._counted_at = 0, -inf
        self._alone_since: float | None = None
        self._cluster: Any = None
        self._client: Any = None
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters of it we say ourselves
        if address == LOCAL:
            with signals_held():  # we end them where we are interrupted
                self._cluster = self._distributed.LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    processes=True,
                    host="127.0.0.1",
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            address = self._cluster.scheduler_address
        elif "://" not in address:
            raise UsageError(
                f"{address!r} is no address of a scheduler; write it as tcp://HOST:8786, or: local"
            )
        self._address = address
        try:
            self._client = self._connect(min(patience, _FIRST_ANSWER))
        except (OSError, TimeoutError, ValueError) as error:
            raise StoreError(
                f"no scheduler answers at {address} ({_first_line(error)}); start one with: dask scheduler"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()
        if self._cluster is not None:
            self._cluster.close()

    def results(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Any]]:
        """Each task with its result, as they are done.

        Raises:
            KgError: a task fails, or is the end of each worker that tries it.
            StoreError: the scheduler does not come back, or no worker comes.
        """
        waiting, given = deque(tasks), dict[Any, Task]()
        failures: Counter[str] = Counter()
        try:
            while waiting or given:
                done: list[tuple[Task, Any]] = []
                try:
                    self._give(waiting, given)
                    self._collect(given, waiting, failures, done)
                except _SchedulerGoneError:
                    waiting.extendleft(given.values())
                    given.clear()
                    self._reconnect()
                yield from done
                if not done:
                    time.sleep(_LOOK)
        finally:
            with suppress(Exception):
                self._client.cancel(list(given))

    def _give(self, waiting: deque[Task], given: dict[Any, Task]) -> None:
        """Give out as many tasks as the workers will soon need."""
        try:
            threads = self._threads()
            while waiting and len(given) < max(_FEWEST, _AHEAD * threads):
                future = self._client.submit(waiting[0], pure=False)
                given[future] = waiting.popleft()
        except self._gone as error:
            raise _SchedulerGoneError from error

    def _collect(
        self,
        given: dict[Any, Task],
        waiting: deque[Task],
        failures: Counter[str],
        done: list[tuple[Task, Any]],
    ) -> None:
        """Move what is done by now to the done; what has failed is to be given out again a few times."""
        for future in [each for each in given if each.status != "pending"]:
            if future.status == "error":
                task = given.pop(future)
                self._failed(task, future.exception(), failures)
                waiting.append(task)
                continue
            try:
                result = future.result(timeout=_ANSWER)
            except self._gone as error:
                raise _SchedulerGoneError from error
            done.append((given.pop(future), result))

    def _failed(self, task: Task, error: BaseException | None, failures: Counter[str]) -> None:
        """Count a failure.

        Raises:
            KgError: it was not the first of this task.
        """
        if isinstance(error, KgError):
            raise error
        if isinstance(error, self._distributed.KilledWorker):
            # the scheduler has tried it on several by then (its setting allowed-failures)
            raise KgError(
                f"each worker that began with {task.name!r} has died, for want of memory perhaps; what was finished is "
                "kept: give workers more memory, or make smaller shards, and run the same command again"
            ) from error
        failures[task.name] += 1
        if failures[task.name] < _ATTEMPTS:
            return
        what = f"{type(error).__name__}: {_first_line(error)}"
        raise KgError(
            f"{task.name!r} failed on {_ATTEMPTS} workers ({what}); what was finished is kept"
        ) from error

    def _threads(self) -> int:
        """Of all workers that are there, as it was known a little while ago.

        Raises:
            StoreError: none has come for too long.
        """
        now = time.monotonic()
        if now - self._counted_at >= _COUNT:
            self._known_threads = sum(self._client.nthreads().values())
            self._counted_at = now
            if self._known_threads:
                self._alone_since = None
            elif self._alone_since is None:
                self._alone_since = now
                self._note(f"waiting for workers; start one with: dask worker {self._address} --nthreads 1")
            elif now - self._alone_since > self._patience:
                raise StoreError(
                    f"no worker has come to {self._address} for {self._patience:.0f} seconds; "
                    f"start some with: dask worker {self._address} --nthreads 1"
                )
        return self._known_threads

    def _reconnect(self) -> None:
        """Wait for the scheduler, or another at the same address.

        Raises:
            StoreError: it does not come.
        """
        self._note(f"the scheduler at {self._address} is gone; what was finished is kept, waiting for it")
        self._leave()
        until = time.monotonic() + self._patience
        while time.monotonic() < until:
            try:
                self._client = self._connect(5.0)
            except (OSError, TimeoutError):
                time.sleep(0.5)
            else:
                self._counted_at = -inf
                return
        raise StoreError(
            f"the scheduler at {self._address} has not come back in {self._patience:.0f} seconds; "
            "what was finished is kept: start it, and run the same command again"
        )

    def _connect(self, timeout: float) -> Any:
        return self._distributed.Client(self._address, timeout=timeout, set_as_default=False)

    def _leave(self) -> None:
        if self._client is not None:
            with suppress(Exception):
                self._client.close(timeout=2)


class _SchedulerGoneError(Exception):
    """The scheduler does not answer any more, or has forgotten what it was given."""


def distributed() -> Any:
    """The library.

    Raises:
        UsageError: it is not installed.
    """
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise UsageError(
            "work on several machines needs Dask distributed; install it with: pip install 'kg-populator[dask]'"
        ) from error


def _first_line(error: object) -> str:
    return next(iter(str(error).splitlines()), "")
