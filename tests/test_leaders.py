"""Leaders of countries: what a name gives, alone or with a title, and what a file of them must look like."""

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.leaders import COLUMNS, Leader, Leaders, read_leaders

HEADER = ",".join(COLUMNS)


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "office", "countries"),
    [
        ("Barack Obama", None, ("united-states",)),
        ("JACQUES CHIRAC", None, ("france",)),
        ("Nestor Kirchner", None, ("argentina",)),
        ("Recep Tayyip Erdoğan", None, ("turkey",)),
        ("Kim Jong Un", None, ("north-korea",)),
        ("Dwight D. Eisenhower", None, ("united-states",)),
        ("Ferdinand Marcos Jr.", None, ("philippines",)),
        ("Lula", "president", ("brazil",)),
        ("Chirac", "president", ("france",)),
        ("Assad", "president", ("syria",)),
        ("Johnson", "president", ("united-states",)),
        ("Johnson", "prime minister", ("united-kingdom",)),
        ("Johnson", "leader", ("united-kingdom", "united-states")),
        ("Barack Hussein Obama", "president", ("united-states",)),
        ("Salva Kiir Mayardit", "leader", ("south-sudan",)),
        ("Barack Hussein Obama", None, ()),
        ("Mussa bin Nowhere", "president", ()),
        ("Chirac", None, ()),
        ("", "president", ()),
    ],
)
def test_a_name_gives_the_countries_of_its_bearers(
    shipped: Gazetteer, name: str, office: str | None, countries: tuple[str, ...]
) -> None:
    assert shipped.leader(name, office) == countries


def test_every_shipped_leader_is_of_a_known_country(shipped: Gazetteer, root: Path) -> None:
    leaders = list(read_leaders(root / "seeds" / "gazetteer" / "leaders.csv"))
    assert len(leaders) > 2000
    assert {x.country for x in leaders if shipped.by_key(x.country) is None} == set()
    assert [x for x in leaders if x.start and x.end and x.start > x.end] == []


def test_presidents_of_bodies_are_of_no_country(shipped: Gazetteer) -> None:
    assert shipped.leader("Ursula von der Leyen", "president") == ("european-commission",)


def test_no_leader_becomes_an_entry(shipped: Gazetteer) -> None:
    assert shipped.by_name("Barack Obama") is None


def test_an_office_that_fits_nobody_does_not_hide_the_name() -> None:
    leaders = Leaders([Leader("Ida Holm", "Holm", (), "freedonia", "monarch")])
    assert leaders.countries("Holm", "president") == ("freedonia",)


def test_a_minister_has_a_country_but_no_title_of_a_head() -> None:
    leaders = Leaders([Leader("Ida Holm", "Holm", (), "freedonia", "minister")])
    assert leaders.countries("Ida Holm") == ("freedonia",)
    assert leaders.countries("Ida Holm", "president") == ()


def test_a_users_folder_may_bring_leaders(tmp_path: Path) -> None:
    (tmp_path / "leaders.csv").write_text(
        f"{HEADER}\nIda Holm,Holm,Ida of Freedonia,Denmark,president,1999,\n", encoding="utf-8"
    )
    mine = load_gazetteer([tmp_path])
    assert mine.leader("Ida of Freedonia") == ("denmark",)
    assert mine.leader("Barack Obama") == ("united-states",)
    assert mine.by_name("Ida Holm") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,country\nIda Holm,Denmark\n", "leaders.csv:1: the columns"),
        (f"{HEADER}\nIda Holm,Holm,,Denmark,president,1999\n", "leaders.csv:2: has 6 cells"),
        (f"{HEADER}\nIda Holm,Holm,,,president,1999,\n", "needs a name and a country"),
        (f"{HEADER}\nIda Holm,Holm,,Denmark,boss,1999,\n", "'boss' is no office"),
        (f"{HEADER}\nIda Holm,Holm,,Denmark,president,99,\n", "'99' is no year"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "leaders.csv").write_text(text, encoding="utf-8")
    with pytest.raises(KgError) as caught:
        load_gazetteer([tmp_path])
    assert message in str(caught.value)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "leaders.csv").write_bytes(f"{HEADER}\nJosé Holm,,,Denmark,leader,,\n".encode("latin-1"))
    with pytest.raises(KgError, match="cannot be read as leaders"):
        load_gazetteer([tmp_path])
