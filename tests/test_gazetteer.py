"""Names known beforehand: what the shipped files give, and what a user's file may do."""

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.gazetteer import COLUMNS, Gazetteer, GazetteerEntry, load_gazetteer
from kg.model import EntityType
from kg.model.keys import slug

HEADER = ",".join(COLUMNS)


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return load_gazetteer()


def user_file(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "mine.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "united-states"),
        ("the United States", "united-states"),
        ("The United States", "united-states"),
        ("UK", "united-kingdom"),
        ("Côte d’Ivoire", "ivory-coast"),
        ("The Gambia", "gambia"),
        ("Gambia", "gambia"),
        ("Congo", "democratic-republic-of-the-congo"),
        ("Georgia", "georgia"),
        ("UN Security\nCouncil", "united-nations-security-council"),
        ("OAS", "organization-of-american-states"),
        ("DOJ", "us-department-of-justice"),
        ("Pentagon", "us-department-of-defense"),
        ("AFP", "agence-france-presse"),
        ("BOGOTÁ", "bogota"),
        ("THE HAGUE", "the-hague"),
    ],
)
def test_a_name_or_alias_finds_its_entry(shipped: Gazetteer, name: str, key: str) -> None:
    entry = shipped.by_name(name)
    assert entry is not None
    assert entry.key == key


@pytest.mark.parametrize(
    "name", ["us", "oas", "Korea", "Congress", "Hindu", "Times", "", "the", "Nowhere-on-Sea"]
)
def test_what_is_no_certain_name_finds_nothing(shipped: Gazetteer, name: str) -> None:
    assert shipped.by_name(name) is None


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("American", "united-states"),
        ("Britons", "united-kingdom"),
        ("Danish", "denmark"),
        ("Dane", "denmark"),
        ("Swiss", "switzerland"),
        ("Thais", "thailand"),
        ("Filipina", "philippines"),
        ("Nigerien", "niger"),
        ("Nigerian", "nigeria"),
        ("New Zealanders", "new-zealand"),
    ],
)
def test_a_demonym_finds_its_country(shipped: Gazetteer, word: str, key: str) -> None:
    entry = shipped.by_demonym(word)
    assert entry is not None
    assert entry.key == key
    assert entry.type is EntityType.COUNTRY


def test_a_country_name_is_no_demonym(shipped: Gazetteer) -> None:
    assert shipped.by_demonym("Denmark") is None


def test_a_capital_knows_its_country_and_no_country_has_two(shipped: Gazetteer) -> None:
    entry = shipped.by_name("Nairobi")
    assert entry is not None
    assert (entry.type, entry.is_capital, entry.part_of) == (EntityType.PLACE, True, "kenya")
    countries = [entry.part_of for entry in shipped if entry.is_capital]
    assert len(countries) == len(set(countries))


def test_shipped_keys_are_slugs_and_ids_belong_to_one_entry(shipped: Gazetteer) -> None:
    assert len(shipped) > 1500
    assert all(entry.key == slug(entry.name) for entry in shipped)
    ids = [entry.wikidata for entry in shipped if entry.wikidata]
    assert len(ids) == len(set(ids))


def test_no_shipped_entry_is_a_person(shipped: Gazetteer) -> None:
    assert not [entry.name for entry in shipped if entry.type is EntityType.PERSON]


def test_every_shipped_file_names_its_source_and_licence(root: Path) -> None:
    folder = root / "seeds" / "gazetteer"
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert [file.name for file in folder.glob("*.csv") if f"`{file.name}`" not in readme] == []


def test_a_user_row_adds_replaces_and_takes_names(tmp_path: Path) -> None:
    path = user_file(
        tmp_path,
        "Freedonia,Country,country,Free Land,Freedonian|Freedonians,,,",
        "Reuters,Organization,company,,,,,",
        "Georgia (U.S. state),Place,region,Georgia (state)|GA,,,United States,",
        "Guardian Council,Organization,body,Guardian,,,Iran,",
    )
    mine = load_gazetteer([path])
    assert mine.by_demonym("Freedonians") is mine.by_name("Free Land") is mine.by_key("freedonia")
    assert getattr(mine.by_name("Reuters"), "kind", None) == "company"
    assert mine.by_name("Thomson Reuters") is None
    assert getattr(mine.by_name("the Guardian"), "name", None) == "Guardian Council"
    assert getattr(mine.by_name("The Guardian"), "name", None) == "The Guardian"


def test_a_folder_of_user_files_is_read_in_order_of_name(tmp_path: Path) -> None:
    user_file(tmp_path, "Sylvania,Country,country,,,,,")
    mine = load_gazetteer([tmp_path])
    assert getattr(mine.by_name("Sylvania"), "key", None) == "sylvania"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",Country,country,,,,,", "mine.csv:2: the name is empty"),
        ("Freedonia,Nation,country,,,,,", "mine.csv:2: 'Nation' is no type"),
        ("Freedonia,Country,realm,,,,,", "mine.csv:2: 'realm' is no kind"),
        ("Freedonia,Country,country,,,q17,,", "mine.csv:2: 'q17' is no Wikidata id"),
        ("Springfield,Place,city,,Springfielder,,,", "only a Country has demonyms"),
        ("Springfield,Place,city,,,,,yes", "name its country in part_of"),
        ("Springfield,Place,city,,,,,maybe", "holds yes or nothing"),
        ("Springfield,Place,city,,,,Freedonia,", "part of 'freedonia', which no row names"),
        ("Springfield,Place,city", "more or fewer cells"),
        ("Springfield,Place,city,,,,,,,", "more or fewer cells"),
        (
            "Springfield,Place,city,Springfield|,,,,\nSpringfield Town,Place,city,Springfield,,,,",
            "stands for both",
        ),
        ("Paris (Texas),Place,city,Paris,,,United States,", "stands for both 'Paris' and 'Paris (Texas)'"),
    ],
)
def test_a_bad_row_is_refused_with_its_place(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(KgError) as caught:
        load_gazetteer([user_file(tmp_path, row)])
    assert message in str(caught.value)


def test_a_header_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"mine\.csv:1: the header has the unknown synonyms"):
        load_gazetteer([user_file(tmp_path, header=HEADER + ",synonyms")])
    with pytest.raises(KgError, match=r"mine\.csv:1: the header lacks kind"):
        load_gazetteer([user_file(tmp_path, header="name,type")])


def test_a_missing_or_undecodable_file_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"gone\.csv: cannot be read"):
        load_gazetteer([tmp_path / "gone.csv"])
    (tmp_path / "latin.csv").write_bytes(HEADER.encode() + "\nMálaga,Place,city,,,,,\n".encode("latin-1"))
    with pytest.raises(KgError, match=r"latin\.csv: cannot be read"):
        load_gazetteer([tmp_path / "latin.csv"])


def test_a_shared_name_in_capitals_finds_neither() -> None:
    entries = [
        GazetteerEntry("ostland", EntityType.PLACE, "Ostland", "region"),
        GazetteerEntry("ost-land", EntityType.PLACE, "OstLand", "region"),
    ]
    assert Gazetteer(entries).by_name("OSTLAND") is None
