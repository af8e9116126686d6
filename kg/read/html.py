"""Web pages: trafilatura finds body, title, date, author and outlet; the stored text is the text that it extracts."""

import re
from collections.abc import Iterator
from typing import Any, Final

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.dates import iso_date
from kg.read.decode import decode
from kg.read.source import Source, reads
from kg.read.titled import with_title

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"\w+\s+\w+.*[.!?…]", re.DOTALL)
_DATES: Final[dict[str, Any]] = {
    "extensive_search": False,  # a guess from any number on the page would pass as the date of publication
    "original_date": True,
    "outputformat": "%Y-%m-%d",
    "max_date": "2100-01-01",  # the default is today: the same page must give the same article on any day
}


@reads(".html", ".htm", ".xhtml", media_types=("text/html", "application/xhtml+xml"))
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article a page. Where the title does not begin the text, it is put before it as its first paragraph."""
    found, body = _main_part(source)
    title = _known(found, "title")
    yield Article(
        source.identifier,
        with_title(title, body),
        title=title,
        date=iso_date(_known(found, "date") or ""),
        publisher=_known(found, "sitename") or _known(found, "hostname"),
        creator=_known(found, "author"),
        source=source.url or _known(found, "url"),
    )


def body_of(source: Source) -> str:
    """The text of a page's main part, without title.

    Raises:
        SkippedInput: the page cannot be read, or there is no article in it.
    """
    return _main_part(source)[1]


def _main_part(source: Source) -> tuple[object, str]:
    data = source.data()
    declared = _CHARSET.search(data[:4096])
    charset = source.charset or (declared[1].decode("ascii", "replace") if declared else None)
    page = decode(data, source.where, charset)

    import trafilatura  # heavy, and needed for this format alone

    found = trafilatura.bare_extraction(
        page,
        url=source.url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=dict(_DATES),
    )
    body = (getattr(found, "text", None) or "").strip()
    if not _SENTENCE.search(body):  # where there is no article, the words of a menu are found
        raise SkippedInput(source.where, "holds no article text that could be found")
    return found, body


def _known(found: object, name: str) -> str | None:
    value = getattr(found, name, None)
    return value.strip() or None if isinstance(value, str) else None
