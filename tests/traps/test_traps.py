"""Sentences whose wording sets a trap come out as a careful reader takes them, but for a list of known failures."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from kg.extract.pipeline import Extractor
from kg.model import UNNAMED, Article, Extraction
from kg.ontology import load_ontology

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
FLOOR = 0.97
SYMMETRIC = {relation.name for relation in load_ontology().relations.values() if relation.symmetric}
PLAIN = {"polarity": "affirmed", "modality": "actual", "holder": "author"}


class Trap(NamedTuple):
    """One sentence, what it claims, and why it fails where it is known to."""

    name: str
    sentence: str
    claim: tuple[str, str, str]
    facets: Mapping[str, str]
    none: bool
    fails: str


def _groups() -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    for path in FILES:
        for group, entries in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield f"{path.stem}-{group}", entries


def _traps() -> Iterator[Trap]:
    for group, entries in _groups():
        for number, entry in enumerate(entries, start=1):
            facets = {facet: entry.get(facet, plain) for facet, plain in PLAIN.items()}
            subject, relation, object_ = entry["claim"]
            yield Trap(
                f"{group}-{number}",
                entry["sentence"],
                (subject, relation, object_),
                facets,
                entry.get("none", False),
                entry.get("fails", ""),
            )


ALL = list(_traps())


@pytest.fixture(scope="module")
def read() -> Mapping[str, Extraction]:
    sentences = list(dict.fromkeys(trap.sentence for trap in ALL))
    articles = [Article(identifier=str(i), text=text) for i, text in enumerate(sentences)]
    return dict(zip(sentences, Extractor().extract(articles), strict=True))


def _names(extraction: Extraction, key: str | None) -> set[str]:
    if key is None:
        return {"author"}
    if key == UNNAMED:
        return {"unnamed"}
    names = {entity.name for entity in extraction.entities if entity.key == key}
    return names | {m.text for m in extraction.mentions if m.entity == key}


def _presented(trap: Trap, extraction: Extraction) -> list[tuple[str, str, set[str]]]:
    """How the extracted claims of the trap's triple are presented; a symmetric relation holds either way."""
    subject, relation, object_ = trap.claim
    found = []
    for claim in extraction.claims:
        ends = _names(extraction, claim.subject), _names(extraction, claim.object)
        straight = subject in ends[0] and object_ in ends[1]
        turned = relation in SYMMETRIC and subject in ends[1] and object_ in ends[0]
        if claim.relation == relation and (straight or turned):
            found.append((claim.polarity.value, claim.modality.value, _names(extraction, claim.holder)))
    return [(polarity.lower(), modality.lower(), holder) for polarity, modality, holder in found]


def _passes(trap: Trap, extraction: Extraction) -> bool:
    found = _presented(trap, extraction)
    right = [
        (polarity, modality) == (trap.facets["polarity"], trap.facets["modality"])
        and trap.facets["holder"] in holder
        for polarity, modality, holder in found
    ]
    if trap.none:
        return not found or (trap.facets["polarity"] == "negated" and not any(right))
    return bool(right) and all(right)


@pytest.mark.parametrize("trap", ALL, ids=lambda trap: trap.name)
def test_the_sentence_is_read_as_it_is_meant(trap: Trap, read: Mapping[str, Extraction]) -> None:
    extraction = read[trap.sentence]
    passed = _passes(trap, extraction)
    if trap.fails:
        assert not passed, f"comes out right now; take its reason out: {trap.sentence}"
    else:
        assert passed, f"{trap.sentence}\n{trap.claim}: {_presented(trap, extraction)}"


def test_nearly_all_sentences_come_out_right() -> None:
    assert sum(not trap.fails for trap in ALL) / len(ALL) >= FLOOR


def test_every_relation_has_traps_that_state_it_and_traps_that_only_look_like_it() -> None:
    plain = Counter(trap.claim[1] for trap in ALL if not trap.none and trap.facets == PLAIN)
    others = Counter(trap.claim[1] for trap in ALL) - plain
    relations = load_ontology().relations
    assert {name for name in relations if plain[name] < 5 or others[name] < 5} == set()


def test_every_known_failure_says_why() -> None:
    assert all(len(trap.fails) > 20 for trap in ALL if trap.fails)
