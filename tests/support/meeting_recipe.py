"""Makes the extractor of `meetings`; a module that other processes import by its name.

A file that is named in the environment makes it stop at a text that holds a word: what is killed then was working.
"""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from meetings import Meetings

from kg.model import Article, Extraction

SLOW = "KG_TEST_SECONDS_AN_ARTICLE"
STARTED = "KG_TEST_STARTED"


@dataclass(frozen=True)
class SlowMeetings(Meetings):
    """Takes its time with each article, and says that it has begun."""

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        for article in articles:
            if folder := os.environ.get(STARTED):
                (Path(folder) / str(os.getpid())).touch()
            time.sleep(float(os.environ.get(SLOW, "0")))
            yield from super().extract([article])


@dataclass(frozen=True)
class MeetingRecipe:
    """Makes the extractor above."""

    def make(self) -> SlowMeetings:
        return SlowMeetings()
