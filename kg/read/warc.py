"""Web archives (WARC): each page that was captured is one article, with the address and the day of its capture."""

import logging
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final
from urllib.parse import urlsplit

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.addresses import identifier_of
from kg.read.dates import iso_date, published_date
from kg.read.mime import content_type
from kg.read.records import broken, opened, too_long
from kg.read.source import Source, by_media_type, reads

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_NO_ARTICLES: Final = frozenset({"/robots.txt", "/ads.txt", "/humans.txt", "/llms.txt"})
_LONGEST_LINE: Final = 1 << 16
_LARGEST_HEADERS: Final = 1 << 20
_PIECE: Final = 1 << 16


@reads(".warc", media_types=("application/warc",), streams=True)
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article a page that was captured whole; everything else in an archive is passed over.

    A page without a date of its own counts as published on the day of its capture. Records that are wrong are reported
    with their number, from 1.
    """
    from warcio.recordloader import ArcWarcRecordLoader  # needed for such files alone

    logging.getLogger("warcio").setLevel(logging.CRITICAL)  # it complains of spaces in addresses
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    number = 0
    pages = 0
    with opened(source) as file:
        try:
            for number, record in _records(_Stream(file), loader, source.where):
                page = record
                if not isinstance(record, SkippedInput):
                    page = _page(record, loader, f"{source.where}:{number}", source)
                pages += page is not None
                if isinstance(page, SkippedInput):
                    yield page
                elif page is not None:
                    yield from _articles(page, record.rec_headers.get_header("WARC-Date"))
        except OSError as error:
            raise broken(source.where, number, error) from error
    if not number:
        raise SkippedInput(source.where, "holds no WARC record")
    if not pages:
        raise SkippedInput(source.where, "holds no web page (a response of HTML or text with status 200)")


class _Stream:
    """A file whose lines have a limit, and headers of a record too."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.read = file.read
        self.headers = 0

    def readline(self, length: int | None = None) -> bytes:
        line = self._file.readline(min(length or _LONGEST_LINE, _LONGEST_LINE))
        self.headers += len(line)
        if self.headers > _LARGEST_HEADERS:
            raise ValueError("its headers are too long")
        return line

    def tell(self) -> int:
        return 0


def _records(stream: _Stream, loader: "ArcWarcRecordLoader", where: str) -> Iterator[tuple[int, Any]]:
    """The records with their numbers; `SkippedInput` for what is none. A record that is wrong ends at the next one."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    number = 0
    while True:
        first, strays = _next_record(stream)
        if strays and number:
            yield (
                number,
                SkippedInput(
                    f"{where}:{number}", f"is followed by {strays:,} bytes that belong to no record"
                ),
            )
        if not first:
            return
        number += 1
        try:
            record = loader.parse_record_stream(stream, first, "warc", no_record_parse=True)
        except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError):
            record = None
        if record is None or record.length is None:
            yield number, SkippedInput(f"{where}:{number}", "has no headers that can be understood")
            continue
        yield number, record
        while record.raw_stream.read(_PIECE):
            pass


def _next_record(stream: _Stream) -> tuple[bytes, int]:
    """The first line of the next record, b"" at the end, and how many bytes before it are no empty lines."""
    strays = 0
    while True:
        stream.headers = 0
        line = stream.readline()
        if not line or line.startswith(b"WARC/"):
            return line, strays
        strays += len(line) if line.strip() else 0


def _page(
    record: "ArcWarcRecord", loader: "ArcWarcRecordLoader", where: str, source: Source
) -> Source | SkippedInput | None:
    """The page that a record holds; None of any other record."""
    url = record.rec_headers.get_header("WARC-Target-URI")
    if record.rec_type != "response" or not url or not url.startswith(("http://", "https://")):
        return None
    where = f"{where} ({url})"
    try:
        headers = loader.load_http_headers(record.rec_type, url, record.raw_stream, record.length)
    except (EOFError, ValueError):
        return SkippedInput(where, "has no HTTP headers that can be understood")
    if headers is None or headers.get_statuscode() != "200" or _path(url) in _NO_ARTICLES:
        return None
    media_type, charset = content_type(headers.get_header("Content-Type"))
    if media_type not in _PAGES:
        return None
    try:
        data = _content(record.raw_stream, headers, where, source)
    except SkippedInput as skipped:
        return skipped
    return source.within(data, where, identifier_of(url), charset=charset, url=url, media_type=media_type)


def _path(url: str) -> str:
    """The path of an address; nothing where a damaged record holds what is none ("http://news]org/")."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _content(raw: Any, headers: Any, where: str, source: Source) -> bytes:
    """The body of an answer, without what was done to it on its way.

    Raises:
        SkippedInput: it is too large, breaks off, or is compressed in a way that is not known.
    """
    from warcio.bufferedreaders import ChunkedDataReader

    most = source.limits.file_bytes
    data: bytes = raw.read(most + 1)
    if len(data) > most:
        raise too_long(where, source.limits)
    if raw.limit:
        raise SkippedInput(where, "breaks off: the archive ends before the record does")
    if (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        data = ChunkedDataReader(BytesIO(data)).read()
    encoding = (headers.get_header("Content-Encoding") or "identity").strip().lower()
    if encoding == "br":
        raise SkippedInput(where, "is compressed with Brotli, which is not read")
    if encoding == "deflate":
        data = _inflated(data, most)
    return data  # what gzip and zstd have packed, a source unpacks


def _inflated(data: bytes, most: int) -> bytes:
    """What was packed with zlib or, as some servers do, without its header; archives may hold it unpacked too."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(wbits=bits).decompress(data, most + 1)
        except zlib.error:
            continue
    return data


def _articles(page: Source, captured: str | None) -> Iterator[Article | SkippedInput]:
    reader = by_media_type(page.media_type or "")
    try:
        for item in reader(page) if reader else ():
            if isinstance(item, Article) and item.date is None:
                item = replace(item, date=published_date(item.text) or iso_date(captured or ""))
            yield item
    except SkippedInput as skipped:
        yield skipped
