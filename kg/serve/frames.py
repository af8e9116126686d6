"""What two processes say to each other: pickled values, each with its length before it."""

import pickle
import struct
from typing import TYPE_CHECKING, Any, BinaryIO, Final

if TYPE_CHECKING:
    import asyncio

_LENGTH: Final = struct.Struct("!Q")


class TooLong(Exception):  # noqa: N818
    """What comes is longer than it may be."""


def framed(value: Any) -> bytes:
    """A value as it is sent."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def read(stream: BinaryIO) -> Any:
    """The next value.

    Raises:
        EOFError: there is none.
    """
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, length))


def _exactly(stream: BinaryIO, length: int) -> bytes:
    body = stream.read(length)
    if len(body) < length:
        raise EOFError
    return body


async def received(stream: "asyncio.StreamReader", most: int) -> Any:
    """The next value that a process sends.

    Args:
        most: bytes that it may have.

    Raises:
        TooLong: it has more.
        asyncio.IncompleteReadError: there is none, the process has ended.
    """
    (length,) = _LENGTH.unpack(await stream.readexactly(_LENGTH.size))
    if length > most:
        raise TooLong
    return pickle.loads(await stream.readexactly(length))
