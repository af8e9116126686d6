"""What the measures share: one extractor, which reads no article twice, and the benchmarks as modules."""

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from kg.extract.pipeline import Extractor
from kg.model import Article, Extraction


class Remembering(Extractor):
    """An extractor that keeps what it has read: several measures are taken on the same articles."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[Article, Extraction] = {}

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        """What each article says, in the order given."""
        wanted = list(articles)
        new = [article for article in dict.fromkeys(wanted) if article not in self.kept]
        self.kept.update(zip(new, super().extract(new, batch_size), strict=True))
        for article in wanted:
            yield self.kept[article]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The shipped extractor."""
    return Remembering()


@pytest.fixture(scope="session")
def benchmark(root: Path) -> Callable[[str], ModuleType]:
    """Imports a module of benchmarks/ by its name."""

    def imported(name: str) -> ModuleType:
        sys.path.insert(0, str(root / "benchmarks"))
        try:
            return importlib.import_module(name)
        finally:
            sys.path.remove(str(root / "benchmarks"))

    return imported
