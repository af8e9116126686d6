"""Who is who inside an article of real news is told as well as before, where that material is at hand."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from kg.extract.pipeline import Extractor
from kg.gazetteer import load_gazetteer

pytestmark = pytest.mark.not_covered

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["identities"]


@pytest.fixture(scope="module")
def identities(benchmark: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark("identities")


def test_names_are_found_told_apart_and_linked_as_well_as_before(
    identities: ModuleType, shared: Path, extractor: Extractor
) -> None:
    names, with_adjectives = identities.measure_identities(identities.NEWS, extractor)
    measured = {
        "names": names.classed.f1,
        "names_with_adjectives": with_adjectives.classed.f1,
        "coreference": names.conll,
        "link_precision": names.link_precision,
        "countries_linked": names.country_coverage,
    }
    fallen = {
        name: (round(measured[name], 4), floor) for name, floor in FLOORS.items() if measured[name] < floor
    }
    assert not fallen, f"measured and floor: {fallen}"


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("", "Ann Holm", ""),
        ("the ", "Nordic Council", ""),
        ("The ", "Hague", ""),
        ("President ", "Holm", "'s"),
        ("Mr. ", "Holm", " ’s"),
        ("“", "Blue Front", "”"),
        ("", "United States", "'"),
        ("", "U.S.", ""),
    ],
)
def test_edges_leave_out_what_is_no_part_of_a_name(
    identities: ModuleType, before: str, name: str, after: str
) -> None:
    text = f"In {before}{name}{after} yesterday"
    edges = identities.trimmed(text, 3, 3 + len(before + name + after))
    assert text[edges.begin : edges.end] == name


def test_a_name_that_is_a_title_alone_keeps_its_words(identities: ModuleType) -> None:
    assert identities.trimmed("The ", 0, 3) == (0, 3)
    assert identities.trimmed("the President", 0, 13) == (4, 13)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("United_States", "united-states"),
        ("Georgia_(country)", "georgia"),
        ("Georgia_(U.S._state)", "georgia-us-state"),
        ("Georgia_(song)", None),
        ("Apple_(fruit)", None),
        ("Nobody_known_at_all", None),
    ],
)
def test_a_title_means_an_entry_where_its_brackets_fit(
    identities: ModuleType, title: str, key: str | None
) -> None:
    entry = identities.entry_of_title(title, load_gazetteer())
    assert (entry.key if entry else None) == key
