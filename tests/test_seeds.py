"""The sample articles: each has its text, its annotation and its entry, and the annotation fits the text."""

import hashlib
import re
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.evaluate import SYMMETRIC, find_faults, load_gold
from kg.ontology import Ontology, load_ontology
from kg.resources import resource
from kg.seeds import Seed, load_seeds

SEEDS = load_seeds()
NAMES = [seed.name for seed in SEEDS]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.mark.parametrize(("folder", "ending"), [("articles", "txt"), ("gold", "json")])
def test_every_article_has_its_files_and_every_file_its_entry(folder: str, ending: str) -> None:
    files = sorted((resource("seeds") / folder).iterdir())
    assert [file.name for file in files] == [f"{name}.{ending}" for name in NAMES]


@pytest.mark.parametrize("seed", SEEDS, ids=NAMES)
def test_annotation_fits_its_text(seed: Seed, ontology: Ontology) -> None:
    (gold,) = load_gold(seed.gold.parent, {seed.name})
    text = seed.path.read_bytes().decode("utf-8")
    assert list(find_faults(gold, text, ontology.relations)) == []
    assert len(gold.claims) >= 20
    assert text.startswith(seed.title)
    assert 150 <= len(text.split()) <= 500


@pytest.mark.parametrize("seed", SEEDS, ids=NAMES)
def test_evidence_is_one_sentence_of_the_text(seed: Seed) -> None:
    """It begins where a sentence can begin and ends where one can end."""
    (gold,) = load_gold(seed.gold.parent, {seed.name})
    text = seed.path.read_bytes().decode("utf-8")
    for claim in gold.claims:
        before, after = text[: claim.evidence.begin].rstrip(), text[claim.evidence.end :]
        words = claim.evidence.of(text)
        assert "\n" not in words, claim
        assert not before or not before[-1].isalnum() or text[claim.evidence.begin - 1] == "\n", claim
        assert after[:1].isspace(), claim


def test_texts_are_all_different() -> None:
    digests = {hashlib.sha256(re.sub(rb"\W+", b" ", seed.path.read_bytes())).hexdigest() for seed in SEEDS}
    assert len(digests) == len(SEEDS)


def test_manifest_says_what_each_article_is() -> None:
    for seed in SEEDS:
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", seed.date), seed
        assert len(seed.outlet) > 3, seed
        assert len(seed.shows) > 40, seed
    assert sorted(NAMES) == NAMES


def test_articles_5_and_6_of_each_numbered_group_are_held_out_and_never_in_the_demo() -> None:
    numbered = {name for name in NAMES if re.fullmatch(r"[a-z]+-[56]", name)}
    assert {seed.name for seed in SEEDS if seed.held_out} == numbered
    assert not [seed for seed in SEEDS if seed.held_out and seed.demo]


def test_the_demo_reads_a_dozen_articles_the_real_events_among_them() -> None:
    demo = {seed.name for seed in SEEDS if seed.demo}
    assert 10 <= len(demo) <= 14
    assert {name for name in NAMES if name.startswith("venezuela-")} <= demo


def test_all_relations_of_the_ontology_occur(ontology: Ontology) -> None:
    used = {claim.relation for gold in load_gold(resource("seeds") / "gold") for claim in gold.claims}
    assert used == set(ontology.relations)


def test_scoring_and_ontology_agree_on_what_is_symmetric(ontology: Ontology) -> None:
    assert {name for name, relation in ontology.relations.items() if relation.symmetric} == SYMMETRIC


def test_a_broken_manifest_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "manifest.toml").write_text('[harbour-1]\ntitle = "Tides"\nweather = "fair"\n')
    monkeypatch.setattr("kg.seeds.resource", lambda _: tmp_path)
    with pytest.raises(KgError, match=r"manifest\.toml: not a manifest.*weather"):
        load_seeds()
