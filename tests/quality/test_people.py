"""Who is who over 2,000 made-up articles, whatever the order of reading."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.not_covered

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def people(benchmark: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark("people")


def test_namesakes_part_and_names_of_one_person_join_in_every_order(people: ModuleType) -> None:
    made_up = people.world()
    assert (len(made_up.people), len({person.name for person in made_up.people})) == (200, 180)
    found = people.measure()
    assert found.same
    assert found.f1 >= FLOORS["people"]["pairwise_f1"]
