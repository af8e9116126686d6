"""How claims are presented: polarity, modality, who says so, and when, each over sentences of its own."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from traps import Trap, assert_as_known, load, read, share_right

from kg.extract.pipeline import Extractor
from kg.model import Extraction

pytestmark = pytest.mark.not_covered

FLOOR = 0.95
LEAST = {"polarity": 75, "modality": 75, "attribution": 110, "dates": 80, "rebuttals": 15}
"""The fewest sentences that a file has."""

BY_FILE = {path.stem: list(load([path])) for path in sorted(Path(__file__).parent.glob("*.yaml"))}
ALL = [trap for traps in BY_FILE.values() for trap in traps]


@pytest.fixture(scope="module")
def extractions(extractor: Extractor) -> Mapping[tuple[str, str | None], Extraction]:
    return read(ALL, extractor)


@pytest.mark.parametrize("trap", ALL, ids=lambda trap: trap.name)
def test_the_sentence_is_presented_as_it_is_meant(
    trap: Trap, extractions: Mapping[tuple[str, str | None], Extraction]
) -> None:
    assert_as_known(trap, extractions[trap.article])


def test_nearly_all_sentences_come_out_right_over_all() -> None:
    assert share_right(ALL) >= FLOOR


@pytest.mark.parametrize("name", list(BY_FILE))
def test_nearly_all_sentences_of_a_file_come_out_right(name: str) -> None:
    assert share_right(BY_FILE[name]) >= FLOOR


@pytest.mark.parametrize("name", list(BY_FILE))
def test_a_file_has_enough_sentences_to_tell(name: str) -> None:
    assert len({trap.article for trap in BY_FILE[name]}) >= LEAST[name]


def test_every_known_failure_says_why() -> None:
    assert all(len(trap.fails) > 20 for trap in ALL if trap.fails)
