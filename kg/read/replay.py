"""Standard input as something that can be looked at before it is read."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Final, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_LOOKED_AT: Final = 1 << 16


def replayed(stream: BinaryIO) -> Callable[[], BinaryIO]:
    """Gives a stream from its beginning, again and again, until somebody reads past its first 64 KB.

    It is never held whole, so that a pipe may bring more than the memory holds.
    """
    head = stream.read(_LOOKED_AT)

    def opened() -> BinaryIO:
        return cast(BinaryIO, io.BufferedReader(_Replay(head, stream)))

    return opened


class _Replay(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        piece = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(piece)] = piece
        return len(piece)
