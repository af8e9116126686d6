"""What the benchmarks share: the texts that are at hand, and pairs of runs of which one follows the other."""

import json
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, cycle, islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Final

from annotated import SHARED

from kg.model import Article
from kg.read import read_inputs
from kg.resources import resource

NEWS: Final = SHARED / "dev" / "news_entities_relations.jsonl"

Clock = Callable[[], float]


def sample(size: int) -> list[Article]:
    """The first articles of the sample corpus."""
    return list(islice(_read(resource("seeds") / "articles"), size))


def texts(size: int) -> tuple[list[Article], int]:
    """So many articles: annotated news and real articles where they are at hand, the samples, and all again under other
    identifiers; and how many of them are different."""
    real = _read(SHARED / "seeds") if (SHARED / "seeds").is_dir() else ()
    different = list(islice(chain(_news(), real, _read(resource("seeds") / "articles")), size))
    rounds = enumerate(islice(cycle(different), size))
    again = [
        replace(each, identifier=f"{each.identifier}-{number // len(different)}", source=None)
        for number, each in rounds
    ]
    return again, len(different)


def _read(folder: Path) -> Iterator[Article]:
    return (item for item in read_inputs([str(folder)]) if isinstance(item, Article))


def _news() -> Iterator[Article]:
    if NEWS.is_file():
        for line in NEWS.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield Article(str(record["id"]), record["text"])


def write_articles(articles: Sequence[Article], path: Path) -> Path:
    """Write articles as the records that `kg` reads."""
    with path.open("w", encoding="utf-8") as out:
        for each in articles:
            record = {"id": each.identifier, "text": each.text, "title": each.title, "date": each.date}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


@dataclass(frozen=True)
class Middle:
    """The median of some figures, and the least and the greatest."""

    figures: tuple[float, ...]

    @property
    def median(self) -> float:
        """The figure in the middle."""
        return statistics.median(self.figures)

    def __format__(self, spec: str) -> str:
        least, middle, most = (
            format(each, spec) for each in (min(self.figures), self.median, max(self.figures))
        )
        return middle if len(self.figures) == 1 else f"{middle} ({least} to {most})"


def interleaved(
    first: Callable[[], object], second: Callable[[], object], pairs: int, clock: Clock = time.process_time
) -> list[tuple[float, float]]:
    """The seconds of both, pair by pair; the second pair begins with the second, and so in turn."""
    measured = []
    for number in range(pairs):
        if number % 2:
            behind = seconds(second, clock)
            measured.append((seconds(first, clock), behind))
        else:
            before = seconds(first, clock)
            measured.append((before, seconds(second, clock)))
    return measured


def ratios(measured: Sequence[tuple[float, float]]) -> Middle:
    """The first over the second, of each pair."""
    return Middle(tuple(first / second for first, second in measured))


def seconds(run: Callable[[], object], clock: Clock = time.process_time) -> float:
    """The seconds that something takes."""
    begun = clock()
    run()
    return clock() - begun


def of_children() -> float:
    """Processor seconds of the processes that this one has started and that have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(*command: str) -> str:
    """What a command writes to standard output.

    Raises:
        SystemExit: it fails; with what it said.
    """
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return done.stdout
