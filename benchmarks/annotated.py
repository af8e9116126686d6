"""The annotated sets that the benchmarks measure on: the sample articles, the training articles, the reference articles."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from passages import Passage, read_passages

from kg.evaluate import load_gold
from kg.evaluate.gold import GoldArticle
from kg.model import Article
from kg.read import read_inputs
from kg.resources import resource

BUILDING: Final = "building"
HELD_OUT: Final = "held-out"
PASSAGES: Final = "passages"
REFERENCE: Final = "reference"
TRAINING: Final = "training"
TRAINING_HELD_OUT: Final = "training, held-out"
SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
"""Annotated material that does not ship; measures on it are left out where it is absent."""

_NUMBERS: Final = {BUILDING: r"-[1-4]$", HELD_OUT: r"-[56]$"}
_WRITTEN: Final = Path(__file__).resolve().parent.parent / "training"
_FOLDERS: Final = {TRAINING: _WRITTEN / "building", TRAINING_HELD_OUT: _WRITTEN / "held-out"}


class AnnotatedSet(NamedTuple):
    """Articles and their annotations, in the same order."""

    name: str
    gold: list[GoldArticle]
    articles: list[Article]


def annotated_set(name: str) -> AnnotatedSet:
    """The set of that name: "building" are articles 1 to 4 of each beat, "held-out" 5 and 6, "reference" five real ones.

    "training" and "training, held-out" are those of `training/`, "passages" the short ones there.
    """
    if name == PASSAGES:
        read = passages()
        return AnnotatedSet(name, [each.gold for each in read], [each.article for each in read])
    top = _FOLDERS.get(name, resource("seeds"))
    folder, texts = top / "gold", top / "articles"
    if name == REFERENCE:
        folder, texts = SHARED / "gold", SHARED / "seeds"
    gold = [each for each in load_gold(folder) if re.search(_NUMBERS.get(name, ""), each.identifier)]
    return AnnotatedSet(name, gold, list(_articles(gold, texts)))


def passages() -> list[Passage]:
    """The short annotated passages of `training/`."""
    return list(read_passages(sorted((_WRITTEN / "passages").glob("*.txt"))))


def annotated_sets() -> Iterator[AnnotatedSet]:
    """All sets that are at hand."""
    for name in (REFERENCE, BUILDING, HELD_OUT, TRAINING, TRAINING_HELD_OUT):
        if name != REFERENCE or SHARED.is_dir():
            yield annotated_set(name)


def _articles(gold: list[GoldArticle], texts: Path) -> Iterator[Article]:
    for item in read_inputs([str(texts / f"{each.identifier}.txt") for each in gold]):
        if not isinstance(item, Article):
            raise item
        yield item
