"""From bytes to text: UTF-8 first, other encodings where they can be told, a reason where not."""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from kg.errors import SkippedInput

_MAGIC: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"{\\rtf", "an RTF document"),
)
_WITH_MARK: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CANDIDATES: Final = ["cp1252"]
"""The encoding of one byte in which English articles are met; between its sisters there is only guessing."""

_DEFECT: Final = re.compile("[\x80-\x9f\ufffd]|[ÂÃâ][\x80-\xbf€™œ\u0178\u2018-\u201f]")
"""What stands in a text that was read in the wrong encoding."""


def decode(data: bytes, where: str, charset: str | None = None) -> str:
    """The text of some bytes; line ends stay as they are, a byte order mark is no part of it.

    Args:
        charset: what a server or the document itself declares; it is believed only if it fits.

    Raises:
        SkippedInput: the bytes are empty, not text, or in an encoding that cannot be told.
    """
    if not data.strip():
        raise SkippedInput(where, "is empty")
    for mark, encoding in _WITH_MARK:
        if data.startswith(mark):
            return _filled(_marked(data[len(mark) :], encoding, where), where)
    _refuse_binary(data, where)
    try:
        return _filled(data.decode("utf-8"), where)
    except UnicodeDecodeError as error:
        place = error.start
    if charset is not None and (text := _declared(data, charset)) is not None:
        return _filled(text, where)
    if _mostly_utf8(data):
        raise SkippedInput(
            where, f"is damaged UTF-8: byte {place} fits no character; restore or convert the file"
        )
    return _filled(_guessed(data, where), where)


def _filled(text: str, where: str) -> str:
    if not text.strip():
        raise SkippedInput(where, "is empty")
    return text


def _marked(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SkippedInput(
            where,
            f"begins like {encoding.upper()}, but byte {error.start} fits no character; convert it to UTF-8",
        ) from error


def _refuse_binary(data: bytes, where: str) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise SkippedInput(where, f"is {kind}, not text; save its text as .txt or .html")
    sample = data[:100_000]
    if b"\0" in sample or len(_CONTROL.findall(sample)) > len(sample) / 100:
        raise SkippedInput(where, "is binary, not text")


def _declared(data: bytes, charset: str) -> str | None:
    try:
        text = data.decode(charset)
    except (LookupError, ValueError):
        return None
    return None if _DEFECT.search(text) else text


def _mostly_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is whole UTF-8 characters."""
    text = data.decode("utf-8", "replace")
    whole = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    return whole > text.count("\ufffd")


def _guessed(data: bytes, where: str) -> str:
    best = from_bytes(data, cp_isolation=_CANDIDATES, threshold=0.2).best()
    text = str(best) if best is not None else ""
    if not text or _DEFECT.search(text):
        raise SkippedInput(where, "is in an encoding that cannot be told; convert it to UTF-8")
    return text
