"""Sitemaps saved beside the pages that they name: each page is read with the address that the sitemap gives it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from kg.errors import SkippedInput
from kg.read.addresses import identifier_of
from kg.read.formats import SITEMAPS, root_of, start_of
from kg.read.source import Source
from kg.read.trees import children, parsed, text_of
from kg.read.unpack import ENDINGS, unpacked

_PAGES: Final = (".html", ".htm", ".xhtml")


def is_sitemap(source: Source) -> bool:
    """Whether an XML file is a sitemap, or an index of sitemaps."""
    try:
        return root_of(start_of(source)) in SITEMAPS
    except SkippedInput:
        return False  # whoever reads it will say why it cannot be read


def saved_pages(path: Path, source: Source, *, indexes: bool = True) -> Iterator[Source | SkippedInput]:
    """The pages that a sitemap names, as far as they are saved beside it.

    The page of `https://www.example.org/world/vote` is looked for in the sitemap's folder and under its host
    (`www.example.org/`) as `world/vote`, `world/vote.html` and `world/vote/index.html`, and as `vote` and `vote.html`.
    An index of sitemaps gives what the sitemaps give that are saved beside it.
    """
    try:
        root = parsed(source)
    except SkippedInput as skipped:
        yield skipped
        return
    addresses = [loc for entry in root for each in children(entry, "loc") if (loc := text_of(each))]
    missing: list[str] = []
    for address in addresses:
        page = _saved(path.parent, address)
        if page is None or page == path:
            missing.append(address)
            continue
        found = _page(page, address, source)
        if not is_sitemap(found):
            yield found
        elif indexes:  # an index of indexes is none, and could lead in a circle
            yield from saved_pages(page, found, indexes=False)
    if missing or not addresses:
        yield SkippedInput(source.where, _told(addresses, missing))


def _page(page: Path, address: str, source: Source) -> Source:
    return Source(
        str(page),
        identifier_of(address),
        lambda: unpacked(page.open("rb")),
        url=address,
        limits=source.limits,
    )


def _told(addresses: list[str], missing: list[str]) -> str:
    if not addresses:
        return "is a sitemap that names no page"
    return (
        f"for {len(missing):,} of its {len(addresses):,} addresses no page is saved beside it (the first is {missing[0]});"
        " save them in its folder, under the paths of their addresses"
    )


def _saved(folder: Path, address: str) -> Path | None:
    """The file in which a page is saved, or None. It never lies outside the folder."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    path = unquote(parts.path).strip("/")
    whole = f"{path}?{parts.query}" if parts.query else path  # as wget names it
    last = whole.rsplit("/", 1)[-1]
    for start in dict.fromkeys(f"{place}{name}" for name in (whole, last) for place in ("", f"{host}/")):
        for name in (start, *(f"{start}{ending}" for ending in _PAGES), f"{start}/index.html".lstrip("/")):
            for each in (name, *(f"{name}{packed}" for packed in ENDINGS)):
                if (found := _inside(folder, each)) is not None:
                    return found
    return None


def _inside(folder: Path, name: str) -> Path | None:
    try:
        path = folder / name
        inside = path.resolve().is_relative_to(folder.resolve())
        return path if name and inside and path.is_file() else None
    except (OSError, ValueError):  # a name that no file can have
        return None
