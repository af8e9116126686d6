"""Precision, recall and presentation of claims stay above the floors of floors.toml."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.evaluate import evaluate, from_extractions, load_gold
from kg.evaluate.report import Report
from kg.extract.pipeline import Extractor
from kg.model import Article
from kg.read import read_inputs

pytestmark = pytest.mark.not_covered

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
SETS = {"held-out": r"-[56]$", "building": r"-[1-4]$"}


def report_on(extractor: Extractor, gold: Path, texts: Path, names: str = "") -> Report:
    annotated = [article for article in load_gold(gold) if re.search(names, article.identifier)]
    paths = [str(texts / f"{article.identifier}.txt") for article in annotated]
    articles = [read for read in read_inputs(paths) if isinstance(read, Article)]
    assert len(articles) == len(annotated)
    return evaluate(annotated, from_extractions(extractor.extract(articles)))


@pytest.mark.parametrize("name", list(SETS))
def test_the_sample_articles_are_read_as_well_as_before(extractor: Extractor, root: Path, name: str) -> None:
    seeds = root / "seeds"
    assert_above(FLOORS[name], report_on(extractor, seeds / "gold", seeds / "articles", SETS[name]))


@pytest.mark.parametrize(("name", "part"), [("training", "building"), ("training-held-out", "held-out")])
def test_hard_articles_are_read_as_well_as_before(
    extractor: Extractor, root: Path, name: str, part: str
) -> None:
    training = root / "training" / part
    assert_above(FLOORS[name], report_on(extractor, training / "gold", training / "articles"))


def test_real_articles_are_read_as_well_as_before(extractor: Extractor, root: Path) -> None:
    shared = root.parent / "shared"
    if not (shared / "gold").is_dir():
        pytest.skip("the five reference articles are not part of the project; ../shared is absent")
    assert_above(FLOORS["reference"], report_on(extractor, shared / "gold", shared / "seeds"))


def assert_above(floors: dict[str, float], report: Report) -> None:
    measured = {
        "entities": report.entities.f1,
        "entities_precision": report.entities.precision,
        "entities_recall": report.entities.recall,
        "triples": report.triples.f1,
        "triples_precision": report.triples.precision,
        "claims": report.claims.f1,
        "type_accuracy": report.type_accuracy,
        "polarity": report.polarity,
        "modality": report.modality,
        "attribution": report.attribution,
        "evidence": report.evidence,
        "dates": report.dates.recall,
        "dates_precision": report.dates.precision,
    }
    fallen = {
        name: (round(measured[name], 4), floor) for name, floor in floors.items() if measured[name] < floor
    }
    assert not fallen, f"measured and floor: {fallen}"


def test_every_offset_is_proven(extractor: Extractor, root: Path) -> None:
    articles = read_inputs([str(path) for path in sorted((root / "seeds" / "articles").glob("*-1.txt"))])
    readable = [article for article in articles if isinstance(article, Article)]
    assert readable
    for extraction in extractor.extract(readable):
        text = extraction.article.text
        assert all(mention.span.of(text) == mention.text for mention in extraction.mentions)
        assert all(sentence.span.of(text) == sentence.text for sentence in extraction.sentences)
        assert {claim.evidence for claim in extraction.claims} <= {
            sentence.span for sentence in extraction.sentences
        }
        assert all(claim.evidence.covers(claim.trigger) for claim in extraction.claims)
        known = {entity.key for entity in extraction.entities}
        assert used_keys(extraction.claims) <= known | {"UnnamedSource"}


def used_keys(claims: Iterable) -> set[str]:  # type: ignore[type-arg]
    return {key for c in claims for key in (c.subject, c.object, c.holder, c.reported_by) if key}
