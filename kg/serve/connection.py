"""One connection to a client: how long a request may take to come, and an answer to be taken.

Who sends a request word by word, or takes an answer so, holds what others need: a place among the connections, or the memory
that the answer stands in.
"""

import asyncio
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.serve.clients import client_at

_COMING: Final = 30.0
"""Seconds in which a request must be there, from the connection or its first byte on."""
_LOOKS: Final = 10.0
"""Seconds between two looks at how much of an answer was taken."""
_SLOWEST: Final = 8 * 1024
"""Bytes of an answer that a client must take in a second."""
_UNSENT: Final = 256 << 20
"""Bytes of answers that all clients together may leave untaken."""
_OF_ONE: Final = 256
"""Connections that one client may have, of those that are answered at all."""
_JOINED: Final = 1 << 16
"""Bytes up to which the body goes in one packet with its head."""
_LINES: Final = 200
"""Headers of a request; each costs time."""
_FULL: Final = (
    b"HTTP/1.1 429 Too Many Requests\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 1\r\n"
    b"Content-Length: 37\r\nConnection: close\r\n\r\nyou have too many connections already"
)


class Connection(H11Protocol):
    """Ends where the client is too slow, or has too many of them."""

    _due: asyncio.TimerHandle | None = None
    _look: asyncio.TimerHandle | None = None
    _plain: asyncio.Transport
    _left = 0
    _of = ""
    _lines = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has come."""
        super().connection_made(transport)
        self._plain = transport
        self.transport = _Joined(transport)
        self._of = client_at(self.client[0]) if self.client is not None else ""
        if self._number() > _OF_ONE:
            transport.write(_FULL)
            transport.close()
            return
        self._due = self.loop.call_later(_COMING, transport.abort)

    def _number(self) -> int:
        """How many connections the client has, with this one."""
        return sum(isinstance(each, Connection) and each._of == self._of for each in self.connections)

    def data_received(self, data: bytes) -> None:
        """A piece of a request."""
        if self._plain.is_closing():
            return
        if self.conn.their_state is h11.IDLE:
            self._lines += data.partition(b"\r\n\r\n")[0].count(b"\n")
            if self._lines > _LINES:
                self.send_400_response("the head of this request has too many lines")
                return
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._lines = 0
        if self.conn.their_state in (h11.IDLE, h11.SEND_BODY):
            if self._due is None:
                self._due = self.loop.call_later(_COMING, self._plain.abort)
        elif self._due is not None:
            self._due.cancel()
            self._due = None

    def on_response_complete(self) -> None:
        """The answer was written."""
        self.transport.write(b"")
        super().on_response_complete()

    def pause_writing(self) -> None:
        """The client does not take what was written as fast as it comes."""
        super().pause_writing()
        waiting = [each for each in self.connections if isinstance(each, Connection) and each.unsent]
        while sum(each.unsent for each in waiting) > _UNSENT:
            most = max(waiting, key=lambda each: each.unsent)
            waiting.remove(most)
            most._plain.abort()
        if self._look is None:
            self._left = self.unsent
            self._look = self.loop.call_later(_LOOKS, self._looked)

    def resume_writing(self) -> None:
        """The client has taken it."""
        super().resume_writing()
        self._stop_looking()

    @property
    def unsent(self) -> int:
        """Bytes that were written and not taken yet."""
        return 0 if self._plain.is_closing() else self._plain.get_write_buffer_size()

    def _looked(self) -> None:
        before, self._left = self._left, self._plain.get_write_buffer_size()
        if before - self._left < _SLOWEST * _LOOKS:
            self._plain.abort()
        else:
            self._look = self.loop.call_later(_LOOKS, self._looked)

    def _stop_looking(self) -> None:
        if self._look is not None:
            self._look.cancel()
            self._look = None

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        if self._due is not None:
            self._due.cancel()
        self._stop_looking()
        super().connection_lost(exc)


class _Joined(asyncio.Transport):
    """Holds the head of an answer back until its body comes: two small packets cost each side twice as much as one."""

    def __init__(self, plain: asyncio.Transport) -> None:
        super().__init__()
        self._plain = plain
        self._head = b""

    def write(self, data: "bytes | bytearray | memoryview[Any]") -> None:
        """Send what came before with this, or keep it if it is a head."""
        head, self._head = self._head, b""
        if head and len(data) <= _JOINED:
            self._plain.write(head + data)
        elif head:
            self._plain.write(head)
            self._plain.write(data)
        elif isinstance(data, bytes) and data.startswith(b"HTTP/1.1 ") and data[9:10] != b"1":
            self._head = data
        else:
            self._plain.write(data)

    def close(self) -> None:
        """Send what there is, and end."""
        self.write(b"")
        self._plain.close()

    def abort(self) -> None:
        """End at once."""
        self._plain.abort()

    def is_closing(self) -> bool:
        """Whether it ends."""
        return self._plain.is_closing()

    def pause_reading(self) -> None:
        """Take nothing more for now."""
        self._plain.pause_reading()

    def resume_reading(self) -> None:
        """Take on."""
        self._plain.resume_reading()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """What is known of the connection."""
        return self._plain.get_extra_info(name, default)
