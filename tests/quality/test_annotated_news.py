"""What others annotated in real news is found as well as before, where that material is at hand."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from kg.extract.pipeline import Extractor
from kg.model import Claim, Modality, Polarity, Span

pytestmark = pytest.mark.not_covered

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def dev_sets(benchmark: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark("dev_sets")


def test_marked_pairs_are_found_as_well_as_before(
    dev_sets: ModuleType, shared: Path, extractor: Extractor
) -> None:
    plain, presented = dev_sets.measure_pairs(shared / "dev" / "event_pairs.jsonl", extractor)
    floors = FLOORS["event-pairs"]
    assert plain.recall >= floors["recall"]
    assert presented.recall >= floors["recall_with_presentation"]
    assert plain.wrong_share <= 1 - floors["right_among_found"]
    assert presented.wrong_share <= 1 - floors["right_among_found_with_presentation"]


def test_static_relations_are_found_as_well_as_before(
    dev_sets: ModuleType, shared: Path, extractor: Extractor
) -> None:
    recalls = dev_sets.measure_static(shared / "dev" / "news_entities_relations.jsonl", extractor)
    fallen = {
        name: (round(recalls[name].share, 3), floor)
        for name, floor in FLOORS["static-relations"].items()
        if recalls[name].share < floor
    }
    assert not fallen, f"measured and floor: {fallen}"


@pytest.mark.parametrize(
    ("relation", "polarity", "modality", "expected"),
    [
        ("metWith", Polarity.AFFIRMED, Modality.ACTUAL, "CONSULT"),
        ("metWith", Polarity.NEGATED, Modality.ACTUAL, "REJECT"),
        ("aided", Polarity.AFFIRMED, Modality.POSSIBLE, "AGREE"),
        ("aided", Polarity.NEGATED, Modality.POSSIBLE, "REJECT"),
        ("attacked", Polarity.AFFIRMED, Modality.POSSIBLE, "THREATEN"),
        ("attacked", Polarity.AFFIRMED, Modality.ACTUAL, "ASSAULT"),
        ("urged", Polarity.AFFIRMED, Modality.POSSIBLE, "REQUEST"),
        ("leads", Polarity.AFFIRMED, Modality.ACTUAL, None),
    ],
)
def test_presentation_chooses_the_root_class(
    dev_sets: ModuleType, relation: str, polarity: Polarity, modality: Modality, expected: str | None
) -> None:
    claim = Claim("a", relation, "b", Span(0, 9), Span(2, 4), "", polarity, modality)
    assert dev_sets.presented_root_of(claim) == expected
