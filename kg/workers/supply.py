"""The extractor of a process, and its replacement: what one has learnt in reading is never given back by spaCy."""

import gc
from typing import Final

from kg.stages import Stages
from kg.workers.recipes import Extracts, Recipe, made

MOST: Final = 5_000
"""Articles that one extractor reads: spaCy keeps every word that it has ever seen, some kB for each article."""


class Supply:
    """Extractors, one after the other.

    Args:
        recipe: makes each, when there is something to read.
        stages: counts the seconds that this takes.
        given: an extractor that is there already, and is not replaced.
    """

    def __init__(self, recipe: Recipe, stages: Stages | None = None, given: Extracts | None = None) -> None:
        self._recipe = recipe
        self._stages = stages or Stages()
        self._renews = given is None
        self._extractor = given
        self._read = 0

    def take(self, articles: int) -> Extracts:
        """What is to read so many articles.

        Raises:
            KgError: it cannot be loaded.
        """
        if self._renews and self._read >= MOST:
            self._extractor, self._read = None, 0
            gc.collect()  # or the former one would still be there while the next is loaded
        if self._extractor is None:
            self._extractor = made(self._recipe, self._stages)
        self._read += articles
        return self._extractor
