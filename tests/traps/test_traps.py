"""Sentences whose wording sets a trap come out as a careful reader takes them, but for a list of known failures."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from traps import PLAIN, Trap, assert_as_known, load, read, share_right

from kg.extract.pipeline import Extractor
from kg.model import Extraction
from kg.ontology import load_ontology

FLOOR = 0.97
ALL = list(load(sorted(Path(__file__).parent.glob("*.yaml"))))


@pytest.fixture(scope="module")
def extractions(extractor: Extractor) -> Mapping[tuple[str, str | None], Extraction]:
    return read(ALL, extractor)


@pytest.mark.parametrize("trap", ALL, ids=lambda trap: trap.name)
def test_the_sentence_is_read_as_it_is_meant(
    trap: Trap, extractions: Mapping[tuple[str, str | None], Extraction]
) -> None:
    assert_as_known(trap, extractions[trap.article])


def test_nearly_all_sentences_come_out_right() -> None:
    assert share_right(ALL) >= FLOOR


def test_every_relation_has_traps_that_state_it_and_traps_that_only_look_like_it() -> None:
    plain = Counter(trap.claim[1] for trap in ALL if not trap.none and trap.facets == PLAIN)
    others = Counter(trap.claim[1] for trap in ALL) - plain
    relations = load_ontology().relations
    assert {name for name in relations if plain[name] < 5 or others[name] < 5} == set()


def test_every_known_failure_says_why() -> None:
    assert all(len(trap.fails) > 20 for trap in ALL if trap.fails)
