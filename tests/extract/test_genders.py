"""Whether a name is a man's or a woman's."""

import pytest

from kg.extract.coreference.genders import of_name
from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.lexicon.given import COLLECTED
from kg.extract.lexicon.names_of_men import MEN
from kg.extract.lexicon.names_of_women import WOMEN


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("karin dahl", "f"),
        ("nontsikelelo dube", "f"),
        ("jehangir holm", "m"),
        ("thorfinna dahl", "f"),
        ("zzz omuralieva", "f"),
        ("zzz omuraliev", "m"),
        ("zzz jonsdottir", "f"),
        ("zzz bint holm", "f"),
    ],
)
def test_a_given_name_a_particle_or_an_ending_tells(name: str, gender: str) -> None:
    assert of_name(name.split()) == gender


def test_a_given_name_outweighs_the_ending_of_the_surname() -> None:
    assert of_name(["karin", "petrov"]) == "f"


@pytest.mark.parametrize("name", ["zzz villanueva", "zzz casanova", "zzz lev", "zzz holm"])
def test_what_only_looks_like_an_ending_tells_nothing(name: str) -> None:
    assert of_name(name.split()) is None


def test_no_given_name_is_of_both_genders() -> None:
    assert not (MEN | MALE_NAMES) & (WOMEN | FEMALE_NAMES)


def test_names_collected_elsewhere_never_gainsay_those_chosen_by_hand() -> None:
    names = [line.split() for line in COLLECTED.read_text(encoding="utf-8").splitlines()]
    assert len(names) > 25_000
    assert not {name for name, _ in names} & (MEN | MALE_NAMES | WOMEN | FEMALE_NAMES)
    assert {gender for _, gender in names} == {"f", "m"}
    assert names == sorted(names)
