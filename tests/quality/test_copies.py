"""Copies and excerpts among 1,000 made-up articles on overlapping subjects, whatever the order of reading."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.not_covered

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def copies(benchmark: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark("copies")


def test_copies_are_found_however_they_are_edited_and_other_articles_are_none(copies: ModuleType) -> None:
    made_up = copies.world()
    assert len(made_up.articles) == 1_200
    assert len({each.copy for each in made_up.planted}) == 200
    found = copies.measure(made_up)
    assert found.same
    assert found.precision >= FLOORS["copies"]["precision"]
    assert found.recall >= FLOORS["copies"]["recall"]
    assert found.directed >= FLOORS["copies"]["recall"]
    assert min(right / made for right, made in found.by_kind.values()) >= 0.9
