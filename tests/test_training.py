"""The training articles: each has its text and its annotation, the annotation fits the text, and none stands twice."""

import hashlib
import re
from pathlib import Path

import pytest

from kg.evaluate import find_faults, load_gold
from kg.ontology import Ontology, load_ontology

TRAINING = Path(__file__).resolve().parent.parent / "training"
SETS = ("building", "held-out")
NAMES = [(part, path.stem) for part in SETS for path in sorted((TRAINING / part / "articles").glob("*.txt"))]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.mark.parametrize("part", SETS)
def test_every_article_has_its_annotation_and_every_annotation_its_article(part: str) -> None:
    annotated = sorted(path.stem for path in (TRAINING / part / "gold").iterdir())
    assert annotated == [name for of, name in NAMES if of == part]
    assert annotated


@pytest.mark.parametrize(("part", "name"), NAMES)
def test_annotation_fits_its_text(part: str, name: str, ontology: Ontology) -> None:
    (gold,) = load_gold(TRAINING / part / "gold", {name})
    text = (TRAINING / part / "articles" / f"{name}.txt").read_bytes().decode("utf-8")
    assert list(find_faults(gold, text, ontology.relations)) == []
    assert len(gold.claims) >= 20


def test_no_text_stands_twice() -> None:
    digests = {
        hashlib.sha256(
            re.sub(rb"\W+", b" ", (TRAINING / part / "articles" / f"{name}.txt").read_bytes())
        ).hexdigest()
        for part, name in NAMES
    }
    assert len(digests) == len(NAMES)
