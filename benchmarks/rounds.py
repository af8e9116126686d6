"""What the benchmarks share: the texts, and interleaved rounds."""

import argparse
import statistics
import time
from collections.abc import Callable

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import read_inputs
from kg.resources import resource


def arguments(description: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def sample(size: int) -> list[Article]:
    """The first articles of the sample corpus."""
    found = read_inputs([str(resource("seeds") / "articles")])
    return [item for item in found if not isinstance(item, SkippedInput)][:size]


def ratio(numerator: Callable[[], object], denominator: Callable[[], object], rounds: int) -> str:
    """The median of the ratios of both times, and the extremes."""
    numerator()
    denominator()
    ratios = sorted(_seconds(numerator) / _seconds(denominator) for _ in range(rounds))
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
