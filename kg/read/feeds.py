"""RSS and Atom feeds: each entry that carries its article is one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.addresses import identifier_of
from kg.read.dates import iso_date, mail_date
from kg.read.fragments import text_of_fragment
from kg.read.source import Source, reads
from kg.read.titled import with_title
from kg.read.trees import children, local, parsed, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FEWEST_WORDS: Final = 50
"""Teasers have one or two sentences, 20 to 40 words."""

_CONTENT: Final = ("encoded", "content", "description", "summary")
_DATES: Final = ("pubdate", "published", "issued", "date", "created", "updated", "modified")


@reads(
    ".rss",
    ".atom",
    media_types=("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
)
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article an entry that holds enough text, its content rather than its summary; the others are counted."""
    root = parsed(source)
    feed = next(children(root, "channel"), root)
    entries = [each for each in (*feed, *root) if local(each) in ("item", "entry")]
    entries = list(dict.fromkeys(entries))
    if not entries:
        raise SkippedInput(source.where, f"is no feed, or one without entries (<{local(root)}>)")
    publisher = text_of(next(children(feed, "title"), None))
    base = _link(feed, source.url or "") or source.url or ""
    teasers = 0
    for number, entry in enumerate(entries, start=1):
        body = _body(entry)
        if len(body.split()) < _FEWEST_WORDS:
            teasers += 1
            continue
        try:
            yield _article(entry, body, f"{source.where}:{number}", base, publisher)
        except SkippedInput as skipped:
            yield skipped
    if teasers:
        yield SkippedInput(
            source.where,
            f"{teasers:,} of its {len(entries):,} entries hold less than {_FEWEST_WORDS} words, no article;"
            " save the pages that they link to, and read those",
        )


def _article(entry: "Element", body: str, where: str, base: str, publisher: str | None) -> Article:
    link = _link(entry, base)
    name = link or text_of(next(children(entry, "guid", "id"), None))
    if name is None:
        raise SkippedInput(where, "has neither a link nor an id, so that it cannot be told from others")
    title = text_of(next(children(entry, "title"), None))
    title = text_of_fragment(title) or None if title else None
    return Article(
        identifier_of(name),
        with_title(title, body),
        title=title,
        date=next((date for each in children(entry, *_DATES) if (date := _date(text_of(each)))), None),
        publisher=publisher,
        creator=_creator(entry),
        source=link,
    )


def _body(entry: "Element") -> str:
    """The longest text that the first field has which has any; some feeds put a teaser in each."""
    for each in children(entry, *_CONTENT):
        if (each.get("type") or "text").startswith(("image", "audio", "video")):
            continue
        text = text_of_fragment(_markup(each)).strip()
        if text:
            return text
    return ""


def _markup(element: "Element") -> str:
    """What a field holds as HTML: escaped in its text, or (Atom's xhtml) as elements."""
    if len(element) == 0:
        return element.text or ""
    from lxml import etree

    return (element.text or "") + "".join(
        etree.tostring(each, encoding="unicode", method="html") for each in element
    )


def _link(element: "Element", base: str) -> str | None:
    for each in children(element, "link"):
        target: str | None = each.get("href") or text_of(each)
        if target and (each.get("rel") or "alternate") == "alternate":
            try:
                return urljoin(base, target.strip())
            except ValueError:
                continue
    permanent = next(children(element, "guid"), None)
    target = text_of(permanent)
    is_link = permanent is not None and (permanent.get("isPermaLink") or "true").lower() == "true"
    return target if target and is_link and target.startswith(("http://", "https://")) else None


def _creator(entry: "Element") -> str | None:
    for each in children(entry, "creator", "author"):
        name = text_of(next(children(each, "name"), None)) or text_of(each)
        if name is None:
            continue
        if "@" in name and name.endswith(")") and "(" in name:  # RSS: "ana@example.org (Ana Silva)"
            name = name[name.index("(") + 1 : -1].strip()
        return name or None
    return None


def _date(value: str | None) -> str | None:
    """An ISO date, or one as mails have it ("Tue, 04 May 2021 10:00:00 GMT")."""
    if value is None:
        return None
    return iso_date(value) or mail_date(value)
