"""What the measures share: the benchmarks as modules."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


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
