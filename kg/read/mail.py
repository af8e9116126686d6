"""Mails saved as files (EML): the message as an article, and what of known kinds is attached to it."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from typing import Final, cast

from kg.errors import SkippedInput
from kg.model import Article
from kg.model.keys import slug
from kg.read import html
from kg.read.dates import mail_date
from kg.read.decode import decode
from kg.read.fragments import text_of_fragment
from kg.read.source import Source, by_extension, by_media_type, reads
from kg.read.unpack import name_of

_SIGNATURE: Final = re.compile(r"^-- \r?$.*\Z", re.MULTILINE | re.DOTALL)
_QUOTED: Final = re.compile(r"^[ \t]*>.*(?:\n|\Z)", re.MULTILINE)
_REPLY: Final = re.compile(
    r"^(?:on|am|le|el) [^\n]{5,200}(?:\n[^\n]{1,100})?:[ \t]*\r?\n(?=[ \t]*>)", re.MULTILINE | re.IGNORECASE
)
_ANSWERED: Final = re.compile(r"\A(?:\s*(?:re|fwd?|aw|wg|tr|rv)\s*(?:\[\d+\])?:)+\s*", re.IGNORECASE)
_DEEPEST: Final = 5
"""Mails within mails."""


@reads(".eml", media_types=("message/rfc822",))
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """The message (its plain text rather than its HTML), and an article for each attachment that a reader knows."""
    data = source.data()
    if not data.strip():
        raise SkippedInput(source.where, "is empty")
    message = BytesParser(policy=policy.default).parsebytes(data)
    yield from _articles(message, source, _DEEPEST)


def _articles(message: EmailMessage, source: Source, depth: int) -> Iterator[Article | SkippedInput]:
    if not message.keys():
        raise SkippedInput(source.where, "is no mail: it has no headers")
    attached = list(_attachments(message, source, depth)) if depth else []
    try:
        text = _text(message, source)
    except SkippedInput as skipped:
        if not any(isinstance(item, Article) for item in attached):
            yield skipped
    else:
        yield Article(
            source.identifier,
            text,
            title=_ANSWERED.sub("", _header(message, "Subject") or "").strip() or None,
            date=mail_date(_header(message, "Date") or ""),
            creator=_sender(message),
        )
    yield from attached


def _text(message: EmailMessage, source: Source) -> str:
    """What the mail says, without signature and without what it quotes of others.

    Raises:
        SkippedInput: there is nothing, or it cannot be read.
    """
    if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime"):
        raise SkippedInput(source.where, "is encrypted; save it decrypted")
    parts = [part for part in _outer_parts(message) if not part.is_multipart() and not _is_attached(part)]
    for part in parts:
        if part.get_content_type() == "text/plain" and (data := _payload(part)).strip():
            written = decode(data, source.where, part.get_content_charset())
            own = _QUOTED.sub("", _REPLY.sub("", _SIGNATURE.sub("", written)))
            if own.strip():
                return own.strip("\r\n")
    for part in parts:
        if part.get_content_type() == "text/html" and (data := _payload(part)).strip():
            return _text_of_html(data, part.get_content_charset(), source)
    raise SkippedInput(source.where, "holds no text of its own")


def _text_of_html(data: bytes, charset: str | None, source: Source) -> str:
    page = source.within(data, source.where, source.identifier, charset=charset, media_type="text/html")
    try:
        return html.body_of(page)
    except SkippedInput:  # a few lines are no article on a page, but they may be a mail
        text = text_of_fragment(decode(page.data(), source.where, charset))
    if not text:
        raise SkippedInput(source.where, "holds no text of its own")
    return text


def _attachments(message: EmailMessage, source: Source, depth: int) -> Iterator[Article | SkippedInput]:
    """The articles in what is attached, as far as it is of a known kind."""
    for part in _outer_parts(message):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            for mail in inner if isinstance(inner, list) else ():
                name = _header(cast(EmailMessage, mail), "Subject") or "mail"
                yield from _guarded(
                    _articles(cast(EmailMessage, mail), _named(source, name, name, b""), depth - 1)
                )
        elif _is_attached(part):
            name = _filename(part)
            reader = by_extension(name_of(name).extension) or by_media_type(part.get_content_type())
            if reader is not None:
                yield from _guarded(reader(_named(source, name, name_of(name).stem, _payload(part))))


def _guarded(items: Iterator[Article | SkippedInput]) -> Iterator[Article | SkippedInput]:
    try:
        yield from items
    except SkippedInput as skipped:
        yield skipped


def _named(source: Source, name: str, stem: str, data: bytes) -> Source:
    return source.within(data, f"{source.where} ({name})", f"{source.identifier}-{slug(stem)}")


def _outer_parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a mail, but not those of the mails in it."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, EmailMessage):
            yield from _outer_parts(part)


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_filename(part))


def _filename(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _payload(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _sender(message: EmailMessage) -> str | None:
    name, address = parseaddr(_header(message, "From") or "")
    return name or address or None


def _header(message: EmailMessage, name: str) -> str | None:
    """A header in words; None where it is missing or so malformed that the standard library stumbles over it."""
    try:
        value = message[name]
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None
