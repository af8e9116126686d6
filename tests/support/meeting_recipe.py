"""Makes the extractor of `meetings`; a module that other processes import by its name.

By way of a folder that the environment names it says in which processes it has begun, and waits while a test wants it to.
"""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from meetings import Meetings

from kg.extract.stamp import Stamp
from kg.model import Article, Extraction

FOLDER = "KG_TEST_FOLDER"
HOLD = "hold"
"""A file of this name in that folder makes every process wait in the midst of its work."""


@dataclass(frozen=True)
class SlowMeetings(Meetings):
    """Takes its time with each article where a test looks on."""

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        for article in articles:
            if folder := os.environ.get(FOLDER):
                (Path(folder) / str(os.getpid())).touch()
                time.sleep(0.05)
                while (Path(folder) / HOLD).exists():
                    time.sleep(0.05)
            yield from super().extract([article])


@dataclass(frozen=True)
class MeetingRecipe:
    """Makes the extractor above."""

    def make(self) -> SlowMeetings:
        return SlowMeetings()

    def stamp(self) -> Stamp:
        return Stamp(Meetings.version, Meetings.model_name)
