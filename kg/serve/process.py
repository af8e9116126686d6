"""A process that answers, as the server sees it."""

import asyncio
import os
import sys
from contextlib import suppress
from typing import Any, Final

from kg.serve.frames import TooLong, framed, received
from kg.serve.refusals import Broken, TimedOut, TooLarge
from kg.serve.replies import Failed, Given, Refused, Reply
from kg.serve.served import Limits, Opening

_START: Final = 120.0
"""Seconds in which a process must have opened its store."""
_ROOM: Final = 1 << 16
"""Bytes that a refusal may have beyond the limit of answers."""
_PROGRAM: Final = "from kg.serve.worker import main; main()"


class Lost(Exception):  # noqa: N818
    """The process has ended, or was ended because it took too long."""


class Process:
    """One process with an opened store.

    Attributes:
        generation: of the store that it has opened, as its pool counts.
    """

    def __init__(self, process: asyncio.subprocess.Process, generation: int) -> None:
        self.generation = generation
        self._process = process

    @classmethod
    async def start(cls, opening: Opening, generation: int) -> "Process":
        """A process that has opened the store.

        Raises:
            KgError: it cannot be opened.
            Broken: the process does not start.
        """
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            _PROGRAM,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            limit=1 << 20,
        )
        started = cls(process, generation)
        try:
            started._send(opening)
            await started._reply(_START, _ROOM)
        except Lost as error:
            await started.end()
            raise Broken("a process that answers ended before it had opened the store") from error
        except BaseException:
            await started.end()
            raise
        return started

    async def do(self, function: Any, arguments: tuple[Any, ...], limits: Limits) -> Any:
        """What the function gives; whoever gets `Lost` or anything unknown ends the process.

        Raises:
            KgError: the job refuses.
            Broken: it failed by a fault of ours.
            Lost: the process is no more good for anything.
        """
        self._send((function, arguments, limits))
        return await self._reply(limits.seconds, limits.bytes + _ROOM)

    def _send(self, value: Any) -> None:
        if self._process.stdin is not None:
            with suppress(OSError):  # it has ended: its answer tells
                self._process.stdin.write(framed(value))

    async def _reply(self, seconds: float, most: int) -> Any:
        stream = self._process.stdout
        try:
            async with asyncio.timeout(seconds):
                reply: Reply = await received(stream, most) if stream is not None else Failed("")
        except TimeoutError as error:
            raise Lost(TimedOut(f"the answer took longer than {seconds:g} seconds; ask for less")) from error
        except TooLong as error:
            raise Lost(TooLarge("the answer is larger than answers may be; ask for less")) from error
        except (asyncio.IncompleteReadError, OSError) as error:
            why = TooLarge(
                "the process that looked for the answer ended, for want of memory perhaps; ask for less"
            )
            raise Lost(why) from error
        match reply:
            case Given(value):
                return value
            case Refused(refusal):
                raise refusal
            case Failed(trace):
                raise Broken(trace)

    async def end(self) -> None:
        """End the process, whatever it does; doing so twice does no harm."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
