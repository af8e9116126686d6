"""Names tell from which of two countries somebody is likelier to be, and no country has an office that it does not have."""

import pytest

from kg.extract.lexicon.government import is_of_province, may_have
from kg.extract.lexicon.naming import NAMED_ALIKE
from kg.extract.roles.origins import NameOrigins, origins_of
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.leaders import Leader


def leader(name: str, country: str) -> Leader:
    return Leader(name, "", (), country, "president")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_a_name_is_likelier_where_leaders_have_names_of_such_letters() -> None:
    origins = NameOrigins([leader("Lech Kowalski", "poland"), leader("Paavo Nieminen", "finland")])
    assert origins.likeness("Jan Wisniewski", "poland") > origins.likeness("Jan Wisniewski", "finland")


def test_of_a_country_without_known_leaders_a_name_tells_nothing() -> None:
    assert NameOrigins([leader("Lech Kowalski", "poland")]).likeness("Jan Wisniewski", "finland") == 0.0


def test_names_are_compared_with_the_likeliest_country() -> None:
    origins = NameOrigins([leader("Lech Kowalski", "poland"), leader("Paavo Nieminen", "finland")])
    compared = origins.compared("Jan Wisniewski", ["finland", "poland"])
    assert compared["poland"] == 0.0
    assert -1.0 <= compared["finland"] < 0.0


def test_where_there_are_no_countries_there_is_nothing_to_compare() -> None:
    assert NameOrigins([]).compared("Jan Wisniewski", []) == {}


def test_countries_with_names_alike_help_each_other() -> None:
    origins = NameOrigins(
        [leader("Jorge Mendoza", "peru"), leader("Ole Hansen", "norway"), leader("Luis Vargas", "chile")]
    )
    assert origins.likeness("Jorge Mendoza", "chile") > origins.likeness("Jorge Mendoza", "norway")


@pytest.mark.parametrize(
    ("name", "country", "other"),
    [
        ("Matthieu Delacourt", "france", "denmark"),
        ("Kwabena Asante", "ghana", "denmark"),
        ("Haruki Nishida", "japan", "madagascar"),
        ("Vytautas Jankauskas", "lithuania", "belarus"),
    ],
)
def test_shipped_leaders_tell_common_names_apart(
    gazetteer: Gazetteer, name: str, country: str, other: str
) -> None:
    compared = origins_of(gazetteer).compared(name, [country, other])
    assert compared[other] < -0.2


def test_no_country_stands_in_two_groups_and_each_is_known(gazetteer: Gazetteer) -> None:
    listed = [country for alike in NAMED_ALIKE for country in alike]
    assert len(listed) == len(set(listed))
    assert {country for country in listed if gazetteer.by_key(country) is None} == set()


@pytest.mark.parametrize(
    ("country", "office", "expected"),
    [
        ("denmark", "president", False),
        ("denmark", "king", True),
        ("france", "king", False),
        ("united-states", "prime minister", False),
        ("united-states", "foreign minister", False),
        ("united-states", "attorney general", True),
        ("italy", "chancellor", False),
        ("germany", "chancellor", True),
        ("mexico", "premier", False),
        ("kenya", "mayor", True),
    ],
)
def test_offices_are_told_by_country(country: str, office: str, expected: bool) -> None:
    assert may_have(country, office) is expected


def test_premiers_of_federations_head_their_parts() -> None:
    assert is_of_province("canada", "premier")
    assert not is_of_province("china", "premier")
    assert not is_of_province("canada", "prime minister")


def test_every_country_with_a_king_is_known(gazetteer: Gazetteer) -> None:
    kingdoms = {entry.key for entry in gazetteer if may_have(entry.key, "king")}
    assert len(kingdoms) > 30
