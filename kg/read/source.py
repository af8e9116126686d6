"""Where the bytes of an input come from, and the readers that make articles of them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import entry_points
from io import BytesIO
from typing import BinaryIO, Final

from kg.errors import KgError, SkippedInput
from kg.model import Article
from kg.read.limits import Limits, megabytes
from kg.read.unpack import unpacked

GROUP: Final = "kg.readers"
"""The group of entry points in which readers are found."""


@dataclass(frozen=True)
class Source:
    """One input, not read yet.

    Attributes:
        where: the file, record or URL, as the user would name it.
        identifier: what its article is called, unless the format says otherwise.
        open: gives its bytes, unpacked, each time from their beginning.
        charset: the encoding that a server declares.
        url: its web address.
        media_type: what a server says it is ("text/html").
        limits: how much of it may be read.
    """

    where: str
    identifier: str
    open: Callable[[], AbstractContextManager[BinaryIO]]
    charset: str | None = None
    url: str | None = None
    media_type: str | None = None
    limits: Limits = field(default_factory=Limits)

    def within(self, data: bytes, where: str, identifier: str, **known: str | None) -> "Source":
        """Something that it holds: a page of an archive, an attachment.

        Args:
            known: `charset`, `url` and `media_type` of it.
        """
        return Source(
            where, identifier, lambda: nullcontext(unpacked(BytesIO(data))), limits=self.limits, **known
        )

    def data(self) -> bytes:
        """All of its bytes.

        Raises:
            SkippedInput: there are more than the limit, or they cannot be read.
        """
        most = self.limits.file_bytes
        try:
            with self.open() as file:
                data = file.read(most + 1)
        except OSError as error:
            raise SkippedInput(self.where, f"cannot be read: {error.strerror or error}") from error
        if len(data) > most:
            raise SkippedInput(self.where, f"larger than the limit of {megabytes(most)}; split it")
        return data


@dataclass(frozen=True)
class Reader:
    """One input format.

    Attributes:
        read: gives the articles of a source, and what of it had to be skipped; it may raise `SkippedInput` too.
        extensions: of file names, in lower case with their dot.
        media_types: as web servers name the format.
        streams: whether it reads record by record, so that a file may be as large as it likes.
    """

    read: Callable[[Source], Iterator[Article | SkippedInput]]
    extensions: tuple[str, ...]
    media_types: tuple[str, ...] = ()
    streams: bool = False

    def __call__(self, source: Source) -> Iterator[Article | SkippedInput]:
        return self.read(source)


def reads(
    *extensions: str, media_types: tuple[str, ...] = (), streams: bool = False
) -> Callable[[Callable[[Source], Iterator[Article | SkippedInput]]], Reader]:
    """Make a reader of a function: `@reads(".csv")` on `def read(source: Source)`, named in `kg.readers`."""

    def decorate(function: Callable[[Source], Iterator[Article | SkippedInput]]) -> Reader:
        lower = tuple(extension.lower() for extension in extensions)
        return Reader(function, lower, media_types, streams)

    return decorate


@cache
def readers() -> dict[str, Reader]:
    """The installed readers, by the names of their entry points, sorted.

    Raises:
        KgError: an entry point cannot be loaded, is no reader, or claims another's extension.
    """
    found: dict[str, Reader] = {}
    owners: dict[str, str] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        try:
            reader = point.load()
        except (ImportError, AttributeError) as error:
            raise KgError(f"the reader {point.name!r} ({point.value}) cannot be loaded: {error}") from error
        if not isinstance(reader, Reader):
            raise KgError(
                f"the reader {point.name!r} ({point.value}) is no Reader; decorate it with kg.read.reads"
            )
        for extension in reader.extensions:
            if owners.setdefault(extension, point.name) != point.name:
                other = owners[extension]
                raise KgError(f"the readers {other!r} and {point.name!r} both claim {extension}; remove one")
        found[point.name] = reader
    if not found:
        raise KgError("no reader is installed; install kg-populator again")
    return found


def by_extension(extension: str) -> Reader | None:
    """The reader of files that are called so; the dot belongs to the extension, case does not count."""
    return next((reader for reader in readers().values() if extension.lower() in reader.extensions), None)


def by_media_type(media_type: str) -> Reader | None:
    """The reader of what a web server calls so."""
    return next((reader for reader in readers().values() if media_type in reader.media_types), None)


def known_extensions() -> str:
    """All extensions that a reader knows, as a message lists them."""
    known = sorted(extension for reader in readers().values() for extension in reader.extensions)
    return f"{', '.join(known)}; each of them also packed, as .gz or .zst"
