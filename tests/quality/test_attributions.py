"""Who says so is read as well as before in news where others have marked it, and what is denied is never plainly so."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from kg.extract.pipeline import Extractor
from kg.model import UNNAMED, Article, Claim, Entity, EntityType, Extraction, Mention, MentionKind, Span

pytestmark = pytest.mark.not_covered

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["attributions"]
TEXT = "Officials said Ines Duarte sued Togo. She denied it."


@pytest.fixture(scope="module")
def attributions(benchmark: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark("attributions")


def test_sources_are_given_as_well_as_before(
    attributions: ModuleType, shared: Path, extractor: Extractor
) -> None:
    measured = attributions.measure_attributions(shared / "dev" / "attributions.jsonl", extractor)
    assert measured.said.share >= FLOORS["said"]
    assert measured.inside["events"].share >= FLOORS["under_any_cue"]
    assert measured.outside["events"].share >= FLOORS["outside"]
    assert not measured.denied.errors


def marked(attributions: ModuleType, source: Span | None) -> tuple[object, object]:
    entities = (
        Entity("duarte", EntityType.PERSON, "Ines Duarte"),
        Entity("togo", EntityType.COUNTRY, "Togo"),
    )
    mentions = (
        Mention(Span(15, 26), "Ines Duarte", MentionKind.NAME, "duarte"),
        Mention(Span(38, 41), "She", MentionKind.PRONOUN, "duarte"),
    )
    extraction = Extraction(Article("a", TEXT), (), mentions, entities, ())
    attributed = attributions.Attributed((Span(15, 36),), (source,) if source else (), "said")
    return attributions.Marked([attributed], extraction), attributed


def claim(holder: str | None, reported_by: str | None = None) -> Claim:
    return Claim(
        "duarte", "sued", "togo", Span(0, 37), Span(27, 31), "", holder=holder, reported_by=reported_by
    )


@pytest.mark.parametrize(
    ("source", "holder", "right"),
    [
        (Span(0, 9), UNNAMED, True),
        (None, UNNAMED, True),
        (Span(38, 41), "duarte", True),
        (Span(38, 41), UNNAMED, False),
        (Span(0, 9), "duarte", False),
        (Span(15, 26), None, False),
    ],
)
def test_a_source_is_met_by_its_words_its_mentions_or_by_nobody_s_name(
    attributions: ModuleType, source: Span | None, holder: str | None, right: bool
) -> None:
    articles, attributed = marked(attributions, source)
    assert articles.agrees(claim(holder), attributed) is right


def test_who_reports_the_holder_meets_the_source_as_well(attributions: ModuleType) -> None:
    articles, attributed = marked(attributions, Span(15, 26))
    assert articles.agrees(claim("togo", "duarte"), attributed)


def test_a_claim_counts_by_where_its_trigger_stands(attributions: ModuleType) -> None:
    articles, _ = marked(attributions, Span(0, 9))
    measured = attributions.Measured()
    articles.count(claim(UNNAMED), measured)
    outside = Claim("duarte", "sued", "togo", Span(38, 52), Span(42, 48), "")
    articles.count(outside, measured)
    assert (measured.said.right, measured.inside["events"].total, measured.outside["events"].right) == (
        1,
        1,
        1,
    )


@pytest.mark.parametrize(
    ("cue", "says", "denies"),
    [("said", True, False), ("has denied", True, True), ("wants", False, False), ("denounced", False, False)],
)
def test_words_of_saying_and_of_denial_are_told_from_feelings_and_deeds(
    attributions: ModuleType, cue: str, says: bool, denies: bool
) -> None:
    attributed = attributions.Attributed((), (), cue)
    assert (attributed.says, attributed.denies) == (says, denies)
