"""The file of judgements: what goes out comes in again, and a torn line spoils no other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.graph import KG, Names
from kg.judge import read_sheet, write_sheet
from kg.model import PAIRS, ClaimAsRead, EntityType, Judgement, Modality, Polarity, Verdict

NAMES = Names()
ANA, BEN = (NAMES.entity_by_key(key).value for key in ("ana", "ben"))
SAME = Judgement("2030-01-02T03:04:05Z", "Mo", Verdict.SAME, ANA, BEN, "one, and “one”", "Ana", "Ben, Jr.")
SAID = ClaimAsRead(
    "a  1", "Ana", f"{KG}sued", "Ben", Polarity.NEGATED, Modality.ACTUAL, "No, Ana sued nobody."
)
REJECTED = Judgement(
    "2030-01-03T00:00:00Z", "Mo", Verdict.REJECTED, f"{NAMES.base}claim/00ff00ff00ff", said=SAID
)
RETYPED = Judgement("2030-01-01T00:00:00Z", "Lu", Verdict.WRONG_TYPE, ANA, f"{KG}Place")


def read(text: str, names: Names = NAMES) -> list[Judgement]:
    found, bad = read_sheet(text, "mine.csv", names)
    assert bad == []
    return found


def test_the_file_has_a_line_a_judgement_the_oldest_first_and_is_read_back_whole() -> None:
    text = write_sheet([REJECTED, SAME, RETYPED], NAMES)
    assert text.splitlines()[1:] == [
        "2030-01-01T00:00:00Z,Lu,retype,entity/ana,,kg:Place,,,,,,,,,",
        '2030-01-02T03:04:05Z,Mo,same,entity/ana,Ana,entity/ben,"Ben, Jr.","one, and “one”",,,,,,,',
        "2030-01-03T00:00:00Z,Mo,reject,claim/00ff00ff00ff,,,,,article/a%20%201,Ana,kg:sued,Ben,Negated,Actual,"
        '"No, Ana sued nobody."',
    ]
    assert read(text) == [RETYPED, SAME, REJECTED]


def test_a_store_with_another_base_reads_it_as_its_own() -> None:
    other = Names("https://graph.example.org/data/")
    text = write_sheet([SAME, REJECTED], NAMES)
    moved = read(text, other)
    assert moved[0].first == "https://graph.example.org/data/entity/ana"
    assert write_sheet(moved, other) == text


def test_columns_may_stand_in_any_order_and_those_for_reviewers_be_left_out() -> None:
    text = "\ufeffverdict,second,first,who,when\r\nsame,entity/ben,entity/ana,Mo,2030-01-02T04:04:05+01:00\r\n\r\n"
    assert read(text) == [replace(SAME, why=None, first_name=None, second_name=None)]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("2030-01-02,Mo,same,entity/ana", "is said of two entities"),
        ("2030-01-02,Mo,same,entity/ana,,entity/ana", "is said of two entities"),
        ("soon,Mo,same,entity/ana,,entity/ben", "'soon' is no date"),
        ("2030-01-02,,same,entity/ana,,entity/ben", "does not say who"),
        ("2030-01-02,Mo,equal,entity/ana,,entity/ben", "'equal' is no verdict; there are same, different"),
        ("2030-01-02,Mo,same,ana,,entity/ben", "'ana' is no IRI"),
        ("2030-01-02,Mo,same,entity/a na,,entity/ben", "'entity/a na' is no IRI"),
        ("2030-01-02,Mo,retype,entity/ana,,kg:Agent", "needs the right class"),
        ("2030-01-02,Mo,reject,claim/0,,entity/ben", "leave second empty"),
        ('2030-01-02,Mo,same,entity/ana,"An,entity/ben', "is no line of CSV"),
        ("2030-01-02,Mo,reject,claim/0,,,,,article/a", "lacks subject, relation"),
        ("2030-01-02,Mo,reject,claim/0,,,,,a,Ana,kg:sued,Ben,Negated,Actual,No.", "'a' is no IRI"),
        ("2030-01-02,Mo,reject,claim/0,,,,,claim/1,Ana,kg:sued,Ben,Negated,Actual,No.", "is no article"),
        ("2030-01-02,Mo,reject,claim/0,,,,,article/a,Ana,kg:sued,Ben,Never,Actual,No.", "'Never' is none of"),
        (
            "2030-01-02,Mo,retype,entity/a,,kg:Place,,,article/a,A,kg:sued,B,Negated,Actual,No.",
            "only 'reject' has",
        ),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_others_are_read(line: str, complaint: str) -> None:
    header, good = write_sheet([SAME], NAMES).splitlines()
    padded = line + "," * (header.count(",") - line.count(",")) if '"' not in line else line
    found, (bad,) = read_sheet("\n".join((header, padded, good)), "mine.csv", NAMES)
    assert found == [SAME]
    assert bad.where == "mine.csv:2"
    assert complaint in bad.why


def test_a_line_with_too_few_cells_is_named() -> None:
    header = write_sheet([], NAMES).strip()
    found, (bad,) = read_sheet(f"{header}\n2030-01-02,Mo,same", "mine.csv", NAMES)
    assert (found, str(bad)) == (
        [],
        "mine.csv:2: has 3 cells where the header has 15; quote cells that contain commas",
    )


@pytest.mark.parametrize(
    ("header", "complaint"),
    [
        ("when,who,verdict", "lacks first"),
        ("when,who,verdict,first,colour", "has colour"),
        ("when,who,verdict,first,first", "has a column twice"),
        ('"when', "lacks when, who"),
        ("", "lacks when, who"),
    ],
)
def test_a_file_without_the_header_is_refused(header: str, complaint: str) -> None:
    with pytest.raises(KgError, match=f"mine.csv:1: the header {complaint}"):
        read_sheet(f"{header}\n", "mine.csv", NAMES)


WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).map(
    lambda text: " ".join(text.split())
)
NAMED = WORDS.filter(bool) | st.sampled_from(
    ['"', '""', ",", "=1+1", "'; DROP", "\x00", "\ufeffx", "a\x85", "#", "-"]
).map(lambda text: " ".join(text.split()))
MOMENTS = st.datetimes().map(lambda when: when.replace(microsecond=0).isoformat() + "Z")
ENTITIES = NAMED.map(lambda name: NAMES.entity_by_key(name).value)
SAIDS = st.builds(
    ClaimAsRead, WORDS.filter(bool) | st.just("a\nb"), NAMED, st.just(f"{KG}sued") | st.just("https://x.example/y"), NAMED,
    st.sampled_from(Polarity), st.sampled_from(Modality), NAMED,
)  # fmt: skip
ANY = st.one_of(
    st.builds(
        Judgement, MOMENTS, NAMED, st.sampled_from(sorted(PAIRS)), ENTITIES, ENTITIES,
        st.none() | NAMED, st.none() | NAMED, st.none() | NAMED,
    ).filter(lambda each: each.first != each.second),
    st.builds(
        Judgement, MOMENTS, NAMED, st.just(Verdict.WRONG_TYPE), ENTITIES,
        st.sampled_from([KG + kind.value for kind in EntityType]), st.none() | NAMED, st.none() | NAMED,
    ),
    st.builds(
        Judgement, MOMENTS, NAMED, st.just(Verdict.REJECTED), st.just(REJECTED.first), st.none(),
        st.none() | NAMED, said=st.none() | SAIDS,
    ),
)  # fmt: skip


@given(st.lists(ANY, max_size=4), st.randoms())
def test_out_and_in_and_out_again_gives_the_same_bytes(judgements, random) -> None:
    text = write_sheet(judgements, NAMES)
    found = read(text)
    assert set(found) == set(judgements)
    assert write_sheet(random.sample(found, len(found)), NAMES) == text
    assert text.count("\n") == len(judgements) + 1
