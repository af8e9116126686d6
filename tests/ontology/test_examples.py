"""Every relation's examples give their claim and its counter-examples do not, but for a list of known failures."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from kg.examples import ExampleResult, check_examples
from kg.extract.pipeline import Extractor
from kg.model import Article, Extraction

pytestmark = pytest.mark.not_covered

KNOWN_FAILURES = Path(__file__).with_name("known_failures.yaml")
FLOOR = 0.95


@pytest.fixture(scope="module")
def results(extractor: Extractor) -> list[ExampleResult]:
    def extract(article: Article) -> Extraction:
        (read,) = extractor.extract([article])
        return read

    return list(check_examples(extractor.ontology, extract))


@pytest.fixture(scope="module")
def known() -> set[tuple[str, str]]:
    listed: Mapping[str, list[Mapping[str, str]]] = yaml.safe_load(KNOWN_FAILURES.read_text(encoding="utf-8"))
    return {(relation, entry["sentence"]) for relation, entries in listed.items() for entry in entries}


def _failed(results: list[ExampleResult]) -> set[tuple[str, str]]:
    return {(result.relation, result.sentence) for result in results if not result.passed}


def test_no_example_fails_that_is_not_known_to(
    results: list[ExampleResult], known: set[tuple[str, str]]
) -> None:
    assert sorted(_failed(results) - known) == []


def test_every_known_failure_still_fails(results: list[ExampleResult], known: set[tuple[str, str]]) -> None:
    assert sorted(known - _failed(results)) == []


def test_nearly_all_examples_come_out_right(results: list[ExampleResult]) -> None:
    assert sum(result.passed for result in results) / len(results) >= FLOOR


def test_every_known_failure_says_why() -> None:
    listed = yaml.safe_load(KNOWN_FAILURES.read_text(encoding="utf-8"))
    assert all(len(entry["reason"]) > 20 for entries in listed.values() for entry in entries)


def test_no_sentence_stands_for_two_relations(results: list[ExampleResult]) -> None:
    counts = Counter(result.sentence for result in results)
    assert [sentence for sentence, count in counts.items() if count > 1] == []
