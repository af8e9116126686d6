"""Processes that answer side by side: one that takes too long is ended and replaced, and the others go on."""

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Final, TypeVar

from kg.errors import KgError
from kg.serve.guard import UNGUARDED
from kg.serve.process import Lost, Process, Unbegun
from kg.serve.refusals import Broken, Busy, TimedOut, TooMany
from kg.serve.served import Limits, Opening

K = TypeVar("K")
R = TypeVar("R")

log = logging.getLogger("kg.serve")

_WAITING: Final = 128
"""Jobs that may wait for a process."""
_OF_ONE: Final = 32
"""Jobs that one client may have waiting or being done."""
_PATIENCE: Final = 10.0
"""Seconds that a job may wait, beside the time that the jobs before it may take."""
_SLOW: Final = 600.0
"""Seconds for which a job that ran out of time is remembered."""
_REMEMBERED: Final = 256
_AGAIN: Final = 1.0
"""Seconds until the next try, where a process does not start."""


@dataclass(slots=True)
class _Waiting:
    """A job that waits for a process."""

    client: str
    key: int
    place: "asyncio.Future[Process]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    def give_up(self) -> None:
        """Wait no longer."""
        if not self.place.done():
            self.place.set_exception(Busy("everybody was at work for too long; ask again in a while"))


class Pool:
    """Some processes with one opened store each.

    One client has never all processes, if there are more than one, and nor has one question that ran out of time before,
    whoever asks it: somebody is always free for others.

    Args:
        opening: what each opens.
        size: how many there are.
        limits: of jobs that are given none of their own.
    """

    def __init__(self, opening: Opening, size: int, limits: Limits | None = None) -> None:
        self.opening = opening
        self.size = size
        self.limits = limits or Limits()
        self._most = max(1, size - 1)  # of one client
        self._generation = 0
        self._idle: list[Process] = []
        self._waiting: deque[_Waiting] = deque()
        self._clients: Counter[str] = Counter()
        self._running: Counter[str] = Counter()
        self._slow: dict[int, float] = {}
        self._slowly: Counter[int] = Counter()
        self._all: set[Process] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._trouble: KgError | None = None
        self._ended = False
        self.changing = False
        """Whether the store is being changed, so that no process can open it: what is asked meanwhile waits."""

    async def start(self) -> None:
        """Start the processes.

        Raises:
            KgError: the store cannot be opened.
        """
        starting = [Process.start(self.opening, self._generation) for _ in range(self.size)]
        started = await asyncio.gather(*starting, return_exceptions=True)
        self._all.update(each for each in started if isinstance(each, Process))
        if failed := [each for each in started if isinstance(each, BaseException)]:
            await self.stop()
            raise KgError(str(failed[0])) if isinstance(failed[0], Broken) else failed[0]
        if not all(process.guarded for process in self._all):
            log.warning("%s", UNGUARDED)
        for process in list(self._all):
            process.on_end(self._ended_idle)
            self._free(process)

    async def stop(self) -> None:
        """End all processes; what waits is refused."""
        self._ended = True
        for job in self._waiting:
            if not job.place.done():
                job.place.set_exception(Busy("the server is being stopped"))
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(process.end() for process in list(self._all)))
        self._all.clear()

    async def run(
        self,
        function: Callable[..., R],
        *arguments: Any,
        limits: Limits | None = None,
        client: str = "",
    ) -> R:
        """What a function of a module gives, in one of the processes.

        Args:
            function: takes what is opened (`Served`), then the arguments; all of them and what it gives must be picklable.
            client: who asks.

        Raises:
            KgError: what the function raises itself.
            TimedOut, TooLarge: a limit was reached.
            Busy, TooMany: it was not begun.
            Broken: the function failed by a fault of ours.
        """
        limits = limits or self.limits
        key = _key(function, arguments)
        if self._clients[client] >= _OF_ONE:
            raise TooMany(f"you have {_OF_ONE} questions waiting already; wait for their answers")
        self._clients[client] += 1
        try:
            while True:
                process = self._at_once(client, key) or await self._process(client, key, limits)
                with suppress(Unbegun):
                    value: R = await self._do(process, client, key, function, arguments, limits)
                    return value
        finally:
            _less(self._clients, client)

    async def _do(
        self,
        process: Process,
        client: str,
        key: int,
        function: Any,
        arguments: tuple[Any, ...],
        limits: Limits,
    ) -> Any:
        good = False
        try:
            value = await process.do(function, arguments, limits)
            good = True
        except (KgError, Broken):
            good = True
            raise
        except Unbegun:
            raise
        except Lost as error:
            [why] = error.args
            if isinstance(why, TimedOut):
                self._remember(key)
            raise why from error
        finally:
            self._left(client, key)
            if good and process.generation == self._generation:
                self._free(process)
            else:  # ended as well where the one who asked has gone
                self._spawn(self._replace(process))
        return value

    def _at_once(self, client: str, key: int) -> Process | None:
        """A process that has nothing to do, if the job need not wait; it counts as running from here on."""
        if self._idle and not self._waiting and self._may(client, key):
            self._entered(client, key)
            return self._idle.pop()
        return None

    async def _process(self, client: str, key: int, limits: Limits) -> Process:
        """A process that has nothing to do, after a while; its job counts as running from then on."""
        if len(self._waiting) >= _WAITING:
            raise Busy("too many questions are waiting; ask again in a while")
        if self._trouble is not None and not self._all and not self.changing:
            raise self._trouble
        job = _Waiting(client, key)
        self._waiting.append(job)
        self._hand_out()
        timer = asyncio.get_running_loop().call_later(limits.seconds + _PATIENCE, job.give_up)
        try:
            return await job.place
        except BaseException:
            if job in self._waiting:
                self._waiting.remove(job)
            elif job.place.done() and not job.place.cancelled() and job.place.exception() is None:
                self._left(client, key)
                self._free(job.place.result())
            raise
        finally:
            timer.cancel()

    def _may(self, client: str, key: int) -> bool:
        """Whether this may be begun, beside what is being done for the same client and of the same question."""
        if self._running.get(client, 0) >= self._most:
            return False
        if not self._slow or (until := self._slow.get(key)) is None:
            return True
        if until < monotonic():
            del self._slow[key]
            return True
        return not self._slowly[key]

    def _entered(self, client: str, key: int) -> None:
        self._running[client] += 1
        self._slowly[key] += 1

    def _left(self, client: str, key: int) -> None:
        _less(self._running, client)
        _less(self._slowly, key)

    def _remember(self, key: int) -> None:
        self._slow.pop(key, None)
        self._slow[key] = monotonic() + _SLOW
        while len(self._slow) > _REMEMBERED:
            del self._slow[next(iter(self._slow))]

    def _free(self, process: Process) -> None:
        if process.ended:
            self._spawn(self._replace(process))
            return
        self._idle.append(process)
        self._hand_out()

    def _ended_idle(self, process: Process) -> None:
        """Replace a process that ended while it had nothing to do, before a job is given to it."""
        if process in self._idle:
            self._idle.remove(process)
            self._spawn(self._replace(process))

    def _hand_out(self) -> None:
        """Give processes to what waits: first to the client for whom the least is being done, of these to the first."""
        while self._idle and (job := self._next()) is not None:
            self._waiting.remove(job)
            self._entered(job.client, job.key)
            job.place.set_result(self._idle.pop())

    def _next(self) -> _Waiting | None:
        best, least = None, self._most
        for job in self._waiting:
            running = self._running.get(job.client, 0)
            if running < least and not job.place.done() and self._may(job.client, job.key):
                best, least = job, running
                if not running:
                    break
        return best

    def reopen(self) -> None:
        """Have every process replaced that has opened the store before now; those at work finish first."""
        self._generation += 1
        self._trouble = None
        idle, self._idle = self._idle, []
        for process in idle:
            self._spawn(self._replace(process))

    async def _replace(self, process: Process | None = None) -> None:
        """Start another process in place of one, which is ended."""
        if process is not None:
            await process.end()
            self._all.discard(process)
        while not self._ended:
            generation = self._generation
            try:
                fresh = await Process.start(self.opening, generation)
            except KgError as error:
                self._trouble = error
            except Broken as error:
                log.error("%s", error)  # noqa: TRY400 - it is the traceback of another process
                self._trouble = Busy("no process that answers can be started; the log says more")
            else:
                self._trouble = None
                self._all.add(fresh)
                fresh.on_end(self._ended_idle)
                if generation == self._generation:
                    self._free(fresh)
                    return
                await fresh.end()
                self._all.discard(fresh)
                continue
            await asyncio.sleep(_AGAIN)

    def _spawn(self, work: Any) -> None:
        if self._ended:
            work.close()
            return
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _key(function: Any, arguments: tuple[Any, ...]) -> int:
    """What tells one job from another, in this process."""
    try:
        return hash((function, arguments))
    except TypeError:
        return hash((function, repr(arguments)))


def _less(counter: Counter[K], key: K) -> None:
    """Count one less, and forget what is not there any more."""
    counter[key] -= 1
    if not counter[key]:
        del counter[key]
