"""Changes of the store that is served: those that are made here, and those that others make meanwhile."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any, Final, TypeVar

from kg.errors import KgError, StoreError
from kg.find import stamp_of
from kg.serve.pool import Pool
from kg.serve.process import Lost, Process
from kg.serve.refusals import Broken, Busy
from kg.serve.served import Limits, Opening, Served, indexed
from kg.settle import mend
from kg.store import check_unused, open_store

R = TypeVar("R")

log = logging.getLogger("kg.serve")

_LONGEST: Final = Limits(seconds=3600.0)
"""A change of a large store brings much up to date, and must not be broken off."""
_WAIT: Final = 60.0
"""Seconds for which a change waits until another one is done."""
_LOOKS: Final = 2.0
"""Seconds between two looks at the files of the store."""


class Keeper:
    """Has the processes of a pool see the store as it is now.

    Args:
        pool: has opened the store.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._opening = pool.opening
        self._alone = asyncio.Lock()
        self._stamp = self._now()

    async def change(self, function: Callable[..., R], *arguments: Any) -> R:
        """What a function of a module gives that changes the store, in a process of its own; afterwards all see the change.

        Args:
            function: takes the store, opened for writing, and the names of the data, then the arguments.

        Raises:
            KgError: what the function raises itself.
            StoreError: the store cannot be written to.
            Busy: another change takes too long.
            Broken: the function failed by a fault of ours.
        """
        try:
            async with asyncio.timeout(_WAIT):
                await self._alone.acquire()
        except TimeoutError as error:
            raise Busy("another change is being made; try it again in a while") from error
        changed = False
        self._pool.changing = True
        try:
            async with self._process() as process:
                changed = True
                value: R = await self._done(process, _changed, function, arguments)
                return value
        except _Unopened as error:
            changed = False
            raise StoreError(str(error)) from error
        finally:
            self._pool.changing = False
            if changed:  # else another command has the store, and nobody could open it now
                self._stamp = self._now()
                self._pool.reopen()
            self._alone.release()

    async def watch(self) -> None:
        """See changes that others make, whenever these are done; until it is cancelled."""
        while True:
            await asyncio.sleep(_LOOKS)
            if self._alone.locked() or (now := self._now()) == self._stamp or now is None:
                continue
            await asyncio.sleep(_LOOKS)
            if now == self._now() and self._is_unused():
                async with self._alone:
                    try:
                        async with self._process() as process:
                            await self._done(process, _followed)
                    except (KgError, Broken) as error:
                        log.warning("the changed store cannot be opened: %s", error)
                        continue
                    self._stamp = now
                    self._pool.reopen()

    def _now(self) -> str | None:
        folder = self._opening.home.folder
        return stamp_of(folder) if folder is not None else None

    def _is_unused(self) -> bool:
        if self._opening.home.folder is not None:
            try:
                check_unused(self._opening.home.folder)
            except KgError:
                return False
        return True

    @asynccontextmanager
    async def _process(self) -> AsyncIterator[Process]:
        process = await Process.start(replace(self._opening, memory=None), 0)
        try:
            yield process
        finally:
            await process.end()

    async def _done(self, process: Process, job: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return await process.do(job, arguments, _LONGEST)
        except Lost as error:
            raise KgError("the change was broken off; the next one finishes what it had begun") from error


class _Unopened(StoreError):  # noqa: N818 - it says what happened, as `Lost` does
    """The store cannot be opened for writing; nothing was changed."""


def _changed(served: Served, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    opening: Opening = served.opening
    served.close()
    try:
        opened = open_store(opening.home)
    except StoreError as error:
        raise _Unopened(str(error)) from error
    with opened as store:
        mend(store, served.names)
        value = function(store, served.names, *arguments)
    indexed(opening)
    return value


def _followed(served: Served) -> None:
    served.close()
    indexed(served.opening)
