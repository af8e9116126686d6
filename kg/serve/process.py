"""A process that answers, as the server sees it."""

import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from kg.serve.frames import Frame, TooLong, framed
from kg.serve.refusals import Broken, TimedOut, TooLarge
from kg.serve.replies import Failed, Refused
from kg.serve.served import Limits, Opening

_START: Final = 120.0
"""Seconds in which a process must have opened its store."""
_ENDING: Final = 1.0
"""Seconds in which a process ends that says nothing more."""
_ROOM: Final = 1 << 16
"""Bytes that a refusal may have beyond the limit of answers."""
_PROGRAM: Final = "from kg.serve.worker import main; main()"


class Lost(Exception):  # noqa: N818
    """The process has ended, or was ended because it took too long; the first argument is what to tell."""


class Unbegun(Lost):
    """The process had ended before it was asked."""


class _Line(asyncio.SubprocessProtocol):
    """Takes what a process says, one reply at a time.

    Streams and the library's own timeouts would do, at several times the cost of a small reply.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._frame: Frame | None = None
        self._reply: asyncio.Future[Frame] | None = None
        self.exited: asyncio.Future[None] = self._loop.create_future()
        self.gone = False
        self.on_end: Callable[[], object] = str

    def expect(self, most: int) -> "asyncio.Future[Frame]":
        """The next reply, once it is there; `Lost` where it will never be.

        Args:
            most: bytes that it may have.
        """
        self._frame = Frame(most)
        self._reply = self._loop.create_future()
        if self.gone:
            self._gone()
        return self._reply

    def fail(self, why: Exception) -> None:
        """Wait for the reply no longer."""
        self._frame = None
        if self._reply is not None and not self._reply.done():
            self._reply.set_exception(Lost(why))

    def late(self, seconds: float) -> None:
        """The reply has taken too long."""
        self.fail(TimedOut(f"the answer took longer than {seconds:g} seconds; ask for less"))

    def pipe_data_received(self, fd: int, data: bytes) -> None:  # noqa: ARG002 - there is one
        """A piece of a reply; what nobody waits for is dropped."""
        frame, reply = self._frame, self._reply
        if frame is None or reply is None:
            return
        try:
            whole = frame.add(data)
        except TooLong:
            self.fail(TooLarge("the answer is larger than answers may be; ask for less"))
            return
        if whole:
            self._frame = None
            if not reply.done():
                reply.set_result(frame)

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:  # noqa: ARG002 - whyever
        """The process says nothing more."""
        self._gone()

    def process_exited(self) -> None:
        """The process has ended."""
        if not self.exited.done():
            self.exited.set_result(None)
        self._gone()

    def _gone(self) -> None:
        self.gone = True
        self.fail(
            TooLarge("the process that looked for the answer ended, for want of memory perhaps; ask for less")
        )
        self.on_end()


class Process:
    """One process with an opened store.

    Attributes:
        generation: of the store that it has opened, as its pool counts.
        guarded: the system denies it what it need not have; see `guard`.
    """

    def __init__(self, transport: asyncio.SubprocessTransport, line: _Line, generation: int) -> None:
        self.generation = generation
        self.guarded = False
        self._transport = transport
        self._line = line
        self._loop = asyncio.get_running_loop()
        pipe = transport.get_pipe_transport(0)
        assert isinstance(pipe, asyncio.WriteTransport)  # it was started with one
        self._pipe = pipe

    @classmethod
    async def start(cls, opening: Opening, generation: int) -> "Process":
        """A process that has opened the store.

        Raises:
            KgError: it cannot be opened.
            Broken: the process does not start.
        """
        transport, line = await asyncio.get_running_loop().subprocess_exec(
            _Line,
            sys.executable,
            "-c",
            _PROGRAM,
            stderr=None,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        started = cls(transport, line, generation)
        try:
            started.guarded = await started._answer(framed(opening), _START, _ROOM)
        except Lost as error:
            await started.end()
            raise Broken("a process that answers ended before it had opened the store") from error
        except BaseException:
            await started.end()
            raise
        return started

    @property
    def ended(self) -> bool:
        """Whether it has ended of itself."""
        return self._line.gone

    def on_end(self, told: Callable[["Process"], object]) -> None:
        """Have somebody told when the process ends of itself; perhaps more than once."""
        self._line.on_end = lambda: told(self)

    async def do(self, function: Any, arguments: tuple[Any, ...], limits: Limits) -> Any:
        """What the function gives; whoever gets `Lost` or anything unknown ends the process.

        Raises:
            KgError: the job refuses.
            Broken: it failed by a fault of ours.
            Lost: the process is no more good for anything.
            Unbegun: nor was it before.
        """
        job = framed((function, arguments, limits))
        return await self._answer(job, limits.seconds, limits.bytes + _ROOM)

    async def _answer(self, asked: bytes, seconds: float, most: int) -> Any:
        expected = self._line.expect(most)
        self._pipe.write(asked)
        if self._pipe.is_closing():
            expected.cancel()
            raise Unbegun(Broken("a process that answers had ended"))
        timer = self._loop.call_later(seconds, self._line.late, seconds)
        try:
            frame = await expected
        finally:
            timer.cancel()
        reply = frame.value()
        if isinstance(reply, Refused):
            raise reply.error
        if isinstance(reply, Failed):
            raise Broken(reply.trace)
        return reply

    async def end(self) -> None:
        """End the process, whatever it does; doing so twice does no harm."""
        self._line.on_end = str
        self._pipe.close()
        if self._line.gone:
            with suppress(TimeoutError):  # to signal it now would take its status from whoever waits for it
                await asyncio.wait_for(asyncio.shield(self._line.exited), _ENDING)
        with suppress(ProcessLookupError):
            self._transport.kill()
        await asyncio.shield(self._line.exited)
        self._transport.close()
