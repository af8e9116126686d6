"""How many articles some inputs have, as far as that can be told without opening them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kg.errors import SkippedInput
from kg.read import files, web
from kg.read.limits import Limits
from kg.read.source import by_extension, readers

_ONE_EACH: Final = ("text", "markdown", "html")
"""The readers whose files are an article each."""


def expected_articles(inputs: Iterable[str]) -> int | None:
    """How many articles to expect, each input that will be skipped counted as one; None where a file may hold many.

    Raises:
        KgError: a reader that is installed cannot be loaded.
    """
    single = [reader for name, reader in readers().items() if name in _ONE_EACH]
    found = 0
    for given in inputs:
        if given == files.STANDARD_INPUT:
            return None
        if web.is_url(given):
            found += 1
            continue
        for source in files.sources(given, Limits()):
            found += 1
            if isinstance(source, SkippedInput):
                continue
            extension = Path(source.where).suffix
            if not extension or by_extension(extension) not in single:
                return None
    return found
