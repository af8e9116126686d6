"""Judgements as quads and back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.graph import (
    KG,
    Names,
    judgement_iri,
    judgement_quads,
    lengthened,
    read_judgements,
    shortened,
)
from kg.model import ClaimAsRead, Judgement, Modality, Polarity, Verdict

NAMES = Names()
ANA, BEN = (NAMES.entity_by_key(key).value for key in ("ana", "ben"))
SAME = Judgement("2030-01-02T03:04:05Z", "Mo", Verdict.SAME, ANA, BEN, "one voice", "Ana", "Ben")
CLAIM = f"{NAMES.base}claim/0123456789abcdef0123"
SAID = ClaimAsRead(
    "a 1", "Ana", f"{KG}sued", "Ben", Polarity.AFFIRMED, Modality.POSSIBLE, "Ana may sue “Ben”."
)
REJECTED = Judgement("2030-01-03T00:00:00Z", "Mo", Verdict.REJECTED, CLAIM, said=SAID)
RETYPED = Judgement("2030-01-01T00:00:00Z", "Lu", Verdict.WRONG_TYPE, ANA, f"{KG}Place", first_name="Ana")


def test_judgements_come_back_as_they_were_written_the_oldest_first() -> None:
    quads = [quad for each in (SAME, REJECTED, RETYPED) for quad in judgement_quads(each, NAMES)]
    assert list(read_judgements(quads[::-1]).values()) == [RETYPED, SAME, REJECTED]


def test_the_same_decision_has_one_iri_whoever_takes_it_and_however_it_is_put() -> None:
    turned = replace(SAME, who="Lu", when="2031-01-01T00:00:00Z", first=BEN, second=ANA, why=None)
    assert judgement_iri(turned, NAMES) == judgement_iri(SAME, NAMES)
    others = [
        replace(SAME, verdict=Verdict.DIFFERENT),
        replace(RETYPED, second=f"{KG}Person"),
        RETYPED,
        REJECTED,
    ]
    assert len({judgement_iri(each, NAMES) for each in (SAME, *others)}) == 5


def test_a_decision_is_known_by_the_same_hash_under_another_base() -> None:
    other = Names("https://graph.example.org/data/")
    moved = replace(SAME, first=other.entity_by_key("ana").value, second=other.entity_by_key("ben").value)
    ends = [iri.value.rpartition("/")[2] for iri in (judgement_iri(SAME, NAMES), judgement_iri(moved, other))]
    assert ends[0] == ends[1]


def test_what_is_no_judgement_is_left_out_and_an_undated_one_is_the_oldest() -> None:
    undated = replace(REJECTED, when="", who="", said=None)
    quads = [*judgement_quads(RETYPED, NAMES), *judgement_quads(undated, NAMES)]
    torn = [quad for quad in judgement_quads(SAME, NAMES) if "judges" not in quad.predicate.value]
    assert list(read_judgements([*quads, *torn]).values()) == [undated, RETYPED]


def test_an_iri_is_short_only_where_the_base_can_be_put_back() -> None:
    assert shortened(NAMES.reading("a b", "ana").value, NAMES) == "article/a%20b#entity=ana"
    assert shortened(f"{KG}Place", NAMES) == "kg:Place"
    for iri in (f"{NAMES.base}x:y/entity", "https://other.example/entity/ana", NAMES.base):
        assert shortened(iri, NAMES) == iri


WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1)
FOLDERS = st.sampled_from(["entity/", "article/", "claim/", "run/", ""])


@given(WORDS, WORDS, FOLDERS, WORDS | st.none())
def test_any_words_come_back(who: str, name: str, folder: str, why: str | None) -> None:
    first = NAMES.base + folder + NAMES.entity_by_key(name).value.rpartition("/")[2]
    judgement = replace(SAME, who=who, first=first, first_name=name, why=why)
    assert list(read_judgements(judgement_quads(judgement, NAMES)).values()) == [judgement]
    assert lengthened(shortened(first, NAMES), NAMES) == first
