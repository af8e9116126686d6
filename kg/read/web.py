"""Fetches web pages, within limits of size, time and redirections."""

import http.client
import io
import time
import urllib.error
import urllib.request
import zlib
from contextlib import nullcontext
from email.message import Message
from typing import IO, Final

import kg
from kg.errors import SkippedInput
from kg.read.addresses import identifier_of
from kg.read.limits import Limits, megabytes
from kg.read.source import Source
from kg.read.unpack import unpacked

_PIECE: Final = 65_536
_ACCEPTED: Final = "text/html, application/xhtml+xml, text/markdown, application/x-ndjson, text/plain;q=0.8"


def is_url(given: str) -> bool:
    """Whether an input is a web address."""
    return given[:8].lower().startswith(("http://", "https://"))


def fetch(url: str, limits: Limits) -> Source:
    """The page at a web address, fetched whole; its identifier is made of the address.

    Raises:
        SkippedInput: the server cannot be reached, refuses, is too slow, redirects too often, or sends too much.
    """
    deadline = time.monotonic() + limits.download_seconds
    try:
        request = urllib.request.Request(
            url, headers={"User-Agent": f"kg-populator/{kg.__version__}", "Accept": _ACCEPTED}
        )
        with _opener(limits).open(request, timeout=limits.download_seconds) as answer:
            data = _body(answer, url, limits, deadline)
            headers: Message = answer.headers
            final: str = answer.url
    except urllib.error.HTTPError as error:
        with error:
            reason = str(error.reason).splitlines()[0] if str(error.reason) else ""
            raise SkippedInput(url, f"the server answers {error.code} {reason}".rstrip()) from error
    except TimeoutError as error:
        raise _too_slow(url, limits) from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _too_slow(url, limits) from error
        raise SkippedInput(url, f"cannot be reached: {error.reason}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise SkippedInput(url, f"cannot be fetched: {error or type(error).__name__}") from error
    return Source(
        url,
        identifier_of(url),
        lambda: nullcontext(unpacked(io.BytesIO(data))),
        charset=headers.get_content_charset(),
        url=final,
        media_type=headers.get_content_type() if headers.get("Content-Type") else None,
        limits=limits,
    )


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirections, and none that leaves the web."""

    def __init__(self, most: int) -> None:
        self.left = most

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_url(newurl):
            raise urllib.error.HTTPError(req.full_url, code, "and leads out of the web", headers, fp)
        if not self.left:
            raise urllib.error.HTTPError(req.full_url, code, "and redirects too often", headers, fp)
        self.left -= 1
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(limits: Limits) -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(_Redirects(limits.redirects))


def _body(answer: http.client.HTTPResponse, url: str, limits: Limits, deadline: float) -> bytes:
    most = limits.download_bytes
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        size += len(piece)
        pieces.append(piece)
        if size > most:
            raise SkippedInput(url, f"the page is larger than the limit of {megabytes(most)}")
        if time.monotonic() > deadline:
            raise _too_slow(url, limits)
    expected = answer.headers.get("Content-Length")
    if expected and expected.isdigit() and size < int(expected):
        raise SkippedInput(url, f"the server broke off after {size:,} of {int(expected):,} bytes; try again")
    data = b"".join(pieces)
    if answer.headers.get("Content-Encoding", "").lower() not in ("gzip", "x-gzip"):
        return data
    try:
        data = zlib.decompressobj(wbits=31).decompress(data, most + 1)
    except zlib.error as error:
        raise SkippedInput(url, f"the server sends broken gzip: {error}") from error
    if len(data) > most:
        raise SkippedInput(url, f"the page is larger than the limit of {megabytes(most)}")
    return data


def _too_slow(url: str, limits: Limits) -> SkippedInput:
    return SkippedInput(url, f"the server took longer than {limits.download_seconds:g} seconds")
