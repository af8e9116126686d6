"""The one place that unpacks: gzip and zstd, told by their first bytes, in streams that are never held whole."""

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

ENDINGS: Final = (".gz", ".zst", ".zstd")
"""What the name of a packed file ends with, after the ending that says what is packed."""

_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_PASSED_OVER: Final = frozenset(bytes([n]) + b"\x2a\x4d\x18" for n in range(0x50, 0x60))
"""Frames that hold nothing of the content; parallel packers begin with one."""

_PIECE: Final = 1024
"""So much is unpacked at once: 1 KB of zstd holds at most 32 MB."""

_WINDOW: Final = 1 << 27
"""The memory that a zstd file may ask for; `zstd --long` asks for this, `--ultra --long=31` for 16 times as much."""


class Broken(OSError):  # noqa: N818 - names the state of the data
    """What is packed breaks off or is damaged; all that stands before was given."""


@dataclass(frozen=True, slots=True)
class Name:
    """A file's name in its parts.

    Attributes:
        stem: without the endings that say how it is written and packed.
        extension: what is packed, in lower case with its dot; "" where the name does not say.
    """

    stem: str
    extension: str


def name_of(path: str | PurePath) -> Name:
    """The parts of a file's name, packed or not.

    >>> name_of("news/vote.final.jsonl.gz")
    Name(stem='vote.final', extension='.jsonl')
    """
    name = PurePath(path)
    if name.suffix.lower() in ENDINGS:
        name = PurePath(name.stem)
    return Name(name.stem, name.suffix.lower())


def unpacked(file: BinaryIO) -> BinaryIO:
    """The content of a file, from its beginning: unpacked if it is packed, else the file itself.

    Reading raises `Broken` where the packed data break off or are damaged, after all that could be unpacked.
    """
    start = _start_of(file)
    if start.startswith(_GZIP):
        pieces = _pieces(file, "gzip", (_GZIP,), _gzip)
    elif start in _PASSED_OVER or start == _ZSTD:
        pieces = _pieces(file, "zstd", (_ZSTD, *_PASSED_OVER), _zstd)
    else:
        return file
    return cast(BinaryIO, io.BufferedReader(_Unpacked(file, pieces), 1 << 16))


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


class _Unpacked(io.RawIOBase):
    """A stream of pieces."""

    def __init__(self, file: BinaryIO, pieces: Iterator[bytes]) -> None:
        self._file = file
        self._pieces = pieces
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        if not self._left:
            self._left = memoryview(next(self._pieces, b""))
        view = memoryview(buffer)
        count = min(len(view), len(self._left))
        view[:count] = self._left[:count]
        self._left = self._left[count:]
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


def _start_of(file: BinaryIO) -> bytes:
    if isinstance(file, io.BufferedReader):
        return file.peek(4)[:4]
    start = file.read(4)
    file.seek(0)
    return start


def _pieces(
    file: BinaryIO, kind: str, magic: tuple[bytes, ...], make: Callable[[], _Decompressor]
) -> Iterator[bytes]:
    """What is unpacked, piece by piece; a packed file may consist of several, one after the other."""
    done = 0
    at = make()
    data = file.read(_PIECE)
    while data:
        try:
            piece = at.decompress(data)
        except (zlib.error, _zstd_error()) as error:
            raise Broken(f"the {kind} data are damaged after {done:,} unpacked bytes ({error})") from error
        done += len(piece)
        if piece:
            yield piece
        if not at.eof:
            data = file.read(_PIECE)
        elif data := _next(file, at.unused_data):
            if not data.startswith(magic):
                raise Broken(f"something else than {kind} data follows after {done:,} unpacked bytes")
            at = make()
    if not at.eof:
        raise Broken(f"the {kind} data break off after {done:,} unpacked bytes")


def _next(file: BinaryIO, rest: bytes) -> bytes:
    """The beginning of what follows a packed piece, without the zeros that some tools put between."""
    while len(rest := rest.lstrip(b"\0")) < 4 and (more := file.read(_PIECE)):
        rest += more
    return rest


def _gzip() -> _Decompressor:
    return zlib.decompressobj(wbits=31)


def _zstd() -> _Decompressor:
    import zstandard  # needed for such files alone

    return zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()


def _zstd_error() -> type[Exception]:
    import zstandard

    return zstandard.ZstdError
