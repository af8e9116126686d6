"""XML whose name does not say what it is: feeds, web pages; and what the readers of XML share."""

from collections.abc import Iterator

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import feeds, html
from kg.read.formats import FEEDS, SITEMAPS, root_of, start_of
from kg.read.source import Source, reads


@reads(".xml", media_types=("application/xml", "text/xml"))
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """The articles of a feed or of a web page in XHTML."""
    root = root_of(start_of(source))
    if root in FEEDS:
        yield from feeds.read(source)
    elif root == "html":
        yield from html.read(source)
    elif root in SITEMAPS:
        raise SkippedInput(
            source.where, "is a sitemap; save it as a file, with its pages beside it, and name that file"
        )
    elif root is None:
        raise SkippedInput(source.where, "is empty" if not source.data().strip() else "is no XML")
    else:
        raise SkippedInput(source.where, f"is XML of a kind that is not read (<{root}>); feeds and pages are")
