"""A page of a browser of which every error, refusal and request is written down."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, expect

PATIENCE = 60_000  # ms; other work may keep the machine busy
expect.set_options(timeout=PATIENCE)


@dataclass
class Watch:
    """What happened on a page."""

    page: Page
    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


@contextmanager
def watched(browser: Browser, faults: re.Pattern[str] | None = None, **options: object) -> Iterator[Watch]:
    """A new page; at its end it must have logged no error but those, and asked no other host than this machine."""
    context = browser.new_context(reduced_motion="reduce", **options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    watch = Watch(context.new_page())
    watch.page.on("console", lambda said: watch.errors.append(said.text) if _is_fault(said) else None)
    watch.page.on("pageerror", lambda error: watch.errors.append(str(error)))
    watch.page.on("request", lambda asked: watch.hosts.add(urlsplit(asked.url).hostname or ""))
    try:
        yield watch
    finally:
        context.close()
    unexpected = [error for error in watch.errors if faults is None or not faults.search(error)]
    assert unexpected == [], unexpected
    assert watch.hosts - {""} <= {"127.0.0.1"}, watch.hosts


def _is_fault(said: ConsoleMessage) -> bool:
    """Whether it is more than a remark of a driver that draws without a graphics card."""
    return said.type in ("error", "warning") and "GL Driver Message" not in said.text
