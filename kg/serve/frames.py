"""What two processes say to each other: pickled values, each with its length before it."""

import pickle
import struct
from typing import Any, BinaryIO, Final

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


class Frame:
    """One value that comes in pieces.

    Args:
        most: bytes that it may have.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._pieces: list[bytes] = []
        self._have = 0
        self._wanted: int | None = None

    def add(self, piece: bytes) -> bool:
        """Take what came; whether the value is there now.

        Raises:
            TooLong: it has more bytes than it may.
        """
        self._pieces.append(piece)
        self._have += len(piece)
        if self._wanted is None:
            if self._have < _LENGTH.size:
                return False
            self._pieces = [b"".join(self._pieces)]
            (length,) = _LENGTH.unpack_from(self._pieces[0])
            if length > self._most:
                raise TooLong
            self._wanted = _LENGTH.size + length
        return self._have >= self._wanted

    def value(self) -> Any:
        """The value, once it is there."""
        whole = self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
        return pickle.loads(memoryview(whole)[_LENGTH.size : self._wanted])
