"""PDF files: their text in the order in which it is set, with paragraphs put together again."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.dates import published_date, whole_dates
from kg.read.pages import text_of_pages
from kg.read.source import Source, reads

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES: Final = 500
_FIRST_PAGE: Final = 3000
_NO_TITLE: Final = re.compile(
    r"untitled.*|microsoft (?:word|powerpoint).*|.*\.(?:docx?|rtf|odt|pdf|indd|qxd|tex|txt|html?|pptx?)"
    r"|(?:document|layout|slide)\s*\d*|\S*",
    re.IGNORECASE,
)


@reads(".pdf", media_types=("application/pdf",))
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article a file. Its title and date are taken from what the file says of itself only where the text agrees."""
    data = source.data()
    if not data.strip():
        raise SkippedInput(source.where, "is empty")
    pages, title, day = _read(data, source)
    text = text_of_pages(pages)
    if not any(c.isalpha() for c in text):
        raise SkippedInput(
            source.where, "holds no text, as scanned pages do; run it through text recognition (OCR) first"
        )
    yield Article(
        source.identifier,
        text,
        title=title if title and _plain(title) in _plain(text[: 4 * len(title) + 2000]) else None,
        date=published_date(text) or _agreed(day, text),
        source=source.url,
    )


def _read(data: bytes, source: Source) -> tuple[list[str], str | None, str | None]:
    """The text of each page, and title and day as the file has them."""
    from pypdf import PdfReader  # needed for such files alone
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it complains of every second file
    try:
        pdf = PdfReader(BytesIO(data))
        return _pages(pdf, source), _title(pdf), _day(pdf)
    except DependencyError as error:
        raise SkippedInput(
            source.where, "is encrypted (AES); save it without encryption, or pip install cryptography"
        ) from error
    except SkippedInput:
        raise
    except Exception as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise SkippedInput(source.where, f"is a PDF file that cannot be read: {reason}") from error


def _pages(pdf: "PdfReader", source: Source) -> list[str]:
    if pdf.is_encrypted and not pdf.decrypt(""):
        raise SkippedInput(source.where, "is locked with a password; save it without one")
    if len(pdf.pages) > _MOST_PAGES:
        raise SkippedInput(
            source.where, f"has {len(pdf.pages):,} pages, more than the limit of {_MOST_PAGES}; split it"
        )
    pages: list[str] = []
    left = source.limits.characters
    for page in pdf.pages:
        pages.append(page.extract_text())
        left -= len(pages[-1])
        if left < 0:
            raise SkippedInput(
                source.where, f"has more than {source.limits.characters:,} characters; split it"
            )
    return pages


def _title(pdf: "PdfReader") -> str | None:
    title = " ".join(str((pdf.metadata and pdf.metadata.title) or "").split())
    return None if _NO_TITLE.fullmatch(title) else title


def _day(pdf: "PdfReader") -> str | None:
    """The day on which the file was made; None where it was changed on another, for then it may be any copy."""
    if pdf.metadata is None:
        return None
    try:
        made, changed = pdf.metadata.creation_date, pdf.metadata.modification_date
    except ValueError:
        return None
    if made is None or made.year < 1993 or (changed is not None and changed.date() != made.date()):
        return None  # the format is of 1993
    return made.date().isoformat()


def _agreed(day: str | None, text: str) -> str | None:
    """The day of the file, unless its first page names other days alone: then the file was made anew later."""
    named = whole_dates(text[:_FIRST_PAGE])
    return day if day in named or not named else None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
