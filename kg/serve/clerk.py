"""Takes down what people decide at once, and has the store follow in the background."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from kg.errors import KgError
from kg.judge import moment
from kg.serve.decisions import DECISION, FAILED, UNDO, Decision, Decisions, Work
from kg.serve.judging import looked_at, unsettled, write_waiting
from kg.serve.keeping import Keeper
from kg.serve.pool import Pool
from kg.serve.refusals import Broken, NotFound

log = logging.getLogger("kg.serve")

_AGAIN: Final = 30.0
"""Seconds until the next try, where the store cannot be written to, as while another command fills it."""
_FAULT: Final = "facts could not be brought up to date, by a fault of this program; its log says more"


class Clerk:
    """Keeps decisions, in the order in which they come, and has them written into the store one round after the other.

    What comes while a round is under way waits for the next, so that many decisions take no more rounds than two.

    Args:
        keeper: changes the store.
        pool: looks at what is decided.
    """

    def __init__(self, keeper: Keeper, pool: Pool) -> None:
        self.decisions = Decisions(pool.opening.decisions)
        self._keeper = keeper
        self._pool = pool
        self._in_turn = asyncio.Lock()
        self._called = asyncio.Event()
        self._owed = False
        self._open = 0
        self._trouble = ""

    @property
    def work(self) -> Work:
        """How far the store has followed."""
        return Work(self._owed or self._open > 0, self._open, self._trouble)

    async def decide(
        self, who: str, what: str, first: str, second: str = "", why: str = "", client: str = ""
    ) -> Decision:
        """Take down a decision; it is safe when this returns.

        Args:
            what, first, second: as `Decision` has them; an undo of what nothing has followed from strikes that.

        Raises:
            KgError: it makes no sense in this store, or cannot be kept.
        """
        async with self._in_turn:
            if what == UNDO and first.startswith(DECISION):
                kept = await self._undo(who, first)
            else:
                looked = await self._pool.run(looked_at, what, first, second, client=client)
                kept = await self._add(
                    looked.newest, Decision("", who, what, first, second, why, looked.words)
                )
        self.call()
        return kept

    async def _undo(self, who: str, named: str) -> Decision:
        number = named.removeprefix(DECISION)
        if not number.isdecimal() or len(number) > 15:
            raise NotFound("there is no such decision")
        struck = await asyncio.to_thread(self.decisions.strike, int(number))
        if struck is not None:
            await self._count()
            return struck
        former = await asyncio.to_thread(self.decisions.get, int(number))
        if former is None:
            raise NotFound("this decision was taken back meanwhile; open the page again")
        return await self._add(
            "", replace(former, who=who, what=UNDO, first=former.judgement or named, second="", why="")
        )

    async def _add(self, newest: str, decision: Decision) -> Decision:
        waiting = await asyncio.to_thread(self.decisions.open)
        last = max([newest, *(each.moment for each in waiting)])
        kept = await asyncio.to_thread(self.decisions.add, replace(decision, moment=moment(None, last)))
        await self._count()
        return kept

    async def listed(self) -> list[Decision]:
        """The decisions from which not all has followed, and those that could not be written, the newest first."""
        return (await asyncio.to_thread(self.decisions.open))[::-1]

    def call(self) -> None:
        """Have it look whether something is to be done."""
        self._called.set()

    async def serve(self) -> None:
        """Have the store follow, first of all what was broken off before, until it is cancelled."""
        self._owed = await self._tried(self._look) or self._owed
        while True:
            self._called.clear()
            if await self._tried(self._turn):
                await self._pause()
            elif not self.work.working:
                await self._called.wait()

    async def _look(self) -> None:
        self._owed = await self._pool.run(unsettled)

    async def _turn(self) -> None:
        """Where something is to be done, one round: all that waits is written, and what follows is brought up to date."""
        await self._count()
        if self.work.working:
            self._owed = True
            await self._keeper.change(write_waiting, self._pool.opening.decisions)
            self._owed = False
            await self._count()

    async def _count(self) -> None:
        self._open = sum(each.state != FAILED for each in await asyncio.to_thread(self.decisions.open))

    async def _tried(self, job: Callable[[], Awaitable[None]]) -> bool:
        """Whether it went wrong; then it is told what did."""
        try:
            await job()
        except KgError as error:
            self._trouble = str(error)
        except Broken as error:
            log.error("%s", error)  # noqa: TRY400 - it is the traceback of another process
            self._trouble = _FAULT
        except Exception:  # it runs behind all pages: nobody else would tell
            log.exception("facts could not be brought up to date")
            self._trouble = _FAULT
        else:
            self._trouble = ""
            return False
        return True

    async def _pause(self) -> None:
        """Until it is worth another try, or somebody decides something."""
        try:
            async with asyncio.timeout(_AGAIN):
                await self._called.wait()
        except TimeoutError:
            return
