"""What is a copy, of what, and what is none."""

from random import Random

import pytest
from copying import FERRY, GRAIN, STATEMENT, STOCK, copies_among, told
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.copies.candidates import STOCK as MANY

OWN = (
    "Nobody from the regional paper could reach the new engineer at her home on the island.",
    "Her predecessor has hired a lawyer and expects the case to come before a judge in June.",
    "A petition with nine hundred names was handed to the mayor at the weekend.",
)


def sentence_about(number: int, chance: Random) -> str:
    """A sentence that no other article has."""
    return (
        " ".join(
            f"{chance.choice('bcdfgklmnprst')}{chance.choice('aeiou')}n{number}x{place}"
            for place in range(12)
        )
        + "."
    )


def test_the_earlier_of_two_equal_texts_is_the_original_whatever_they_are_called() -> None:
    text = told(*FERRY)
    days = {"a": "2024-05-02", "b": "2024-05-01"}
    found = copies_among({"a": text, "b": text + "\n"}, days)
    assert (found["a"].originals, found["a"].whole) == (("b",), True)
    assert set(found) == {"a"}


def test_an_excerpt_copies_the_longer_text_and_adds_nothing() -> None:
    found = copies_among({"a-part": told(*FERRY[2:6]), "z-whole": told(*FERRY)})
    assert (found["a-part"].originals, found["a-part"].whole) == (("z-whole",), True)
    assert found["a-part"].sentences == {n: ("z-whole", n + 2) for n in range(4)}


def test_with_dates_an_excerpt_that_was_first_is_the_original() -> None:
    found = copies_among(
        {"part": told(*FERRY[2:7]), "whole": told(*FERRY)}, {"part": "2024-01-01", "whole": "2024-01-02"}
    )
    assert (found["whole"].originals, found["whole"].whole) == (("part",), False)


def test_what_a_copy_adds_is_its_own() -> None:
    found = copies_among({"a": told(*FERRY, *GRAIN), "b": told(*OWN[:2], *FERRY[:6])})
    assert not found["b"].whole
    assert set(found["b"].sentences) == set(range(2, 8))


def test_headline_byline_and_agency_line_are_nothing_of_its_own() -> None:
    edited = "Engineer sacked after ferry chaos\n\nBy Tove Ulm, Meridian Wire\n\n(Meridian Wire) - " + told(
        *FERRY
    )
    found = copies_among(
        {"a": "Ferry line sacks engineer\n\n" + told(*FERRY), "b": edited}, {"a": "2020", "b": "2021"}
    )
    assert found["b"].whole


def test_reordered_paragraphs_are_a_copy() -> None:
    paragraphs = told(*FERRY).split("\n\n")
    found = copies_among({"a": told(*FERRY), "b": "\n\n".join(paragraphs[::-1])})
    assert set(found) == {"b"}


def test_an_article_made_of_two_copies_both() -> None:
    days = {"ferry": "2024-01-01", "grain": "2024-01-02", "both": "2024-01-03"}
    found = copies_among({"ferry": told(*FERRY), "grain": told(*GRAIN), "both": told(*FERRY, *GRAIN)}, days)
    assert (found["both"].originals, found["both"].whole) == (("ferry", "grain"), True)


def test_a_copy_of_a_copy_leads_to_the_original_and_what_it_takes_from_the_copy_to_that() -> None:
    days = {"a": "2024-01-01", "b": "2024-01-02", "c": "2024-01-03"}
    found = copies_among({"a": told(*FERRY), "b": told(*FERRY, *OWN), "c": told(*FERRY, *OWN)}, days)
    assert found["b"].originals == ("a",)
    assert (found["c"].originals, found["c"].whole) == (("a", "b"), True)
    assert {origin for origin, _ in found["c"].sentences.values()} == {"a", "b"}
    found = copies_among({"a": told(*FERRY), "b": told(*FERRY, OWN[0]), "c": told(*FERRY)}, days)
    assert found["c"].originals == ("a",)


def test_the_same_press_statement_makes_no_copies() -> None:
    assert copies_among({"a": told(*FERRY[:4], *STATEMENT), "b": told(*STATEMENT, *GRAIN[:4])}) == {}


def test_a_statement_that_is_hardly_more_than_quoted_is_copied() -> None:
    speech = [line.replace("the line said", "he said") for line in STATEMENT * 1]
    more = [f"“{line[:-1]},” he said." for line in GRAIN]
    assert set(copies_among({"a": told(*speech, *more), "b": told(*speech, *more[:6])})) == {"b"}


def test_stock_sentences_make_no_copies() -> None:
    assert copies_among({"a": told(*FERRY, *STOCK), "b": told(*GRAIN, *STOCK)}) == {}


def test_two_reports_of_one_event_in_their_own_words_are_no_copies() -> None:
    other = (
        "Halden Lines dismissed the engineer in charge of its fleet on Thursday, a week after the breakdowns.",
        "For most of a day travellers waited in the rain at Brekke, some of them with small children.",
        "The government says that it told the company months ago to keep its oldest ships in port.",
        "Letters from the harbour office went unanswered, its head Marta Quill said at a council meeting.",
    )
    assert copies_among({"a": told(*FERRY), "b": told(*other)}) == {}


def test_one_sentence_in_common_makes_no_copies() -> None:
    assert copies_among({"a": told(*FERRY), "b": told(FERRY[3], *GRAIN)}) == {}


@pytest.mark.parametrize("notice", [OWN, (*OWN, *GRAIN[:2])], ids=["a quarter", "near half"])
def test_a_notice_that_hundreds_share_makes_neither_copies_nor_many_comparisons(
    notice: tuple[str, ...],
) -> None:
    chance = Random(1)
    texts = {
        f"{n:03}": told(*(sentence_about(n * 10 + k, chance) for k in range(8)), *notice)
        for n in range(10 * MANY)
    }
    assert copies_among(texts) == {}


def test_a_story_that_hundreds_print_is_copied_from_the_first() -> None:
    chance = Random(2)
    texts = {f"{n:03}": told(sentence_about(n, chance), *FERRY) for n in range(5 * MANY)}
    days = {identifier: f"2024-01-{1 + number % 28:02}" for number, identifier in enumerate(texts)}
    found = copies_among(texts, days)
    assert len(found) == len(texts) - 1
    assert {copy.originals for copy in found.values()} == {("000",)}


POOL = [FERRY, GRAIN, OWN]


@st.composite
def collections(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, str]]:
    texts, days = {}, {}
    for identifier in "abcdef":
        parts = draw(
            st.lists(
                st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(3, 8)), min_size=1, max_size=2
            )
        )
        texts[identifier] = told(
            *(line for pool, begin, end in parts for line in POOL[pool][begin:end]), STOCK[0]
        )
        if draw(st.booleans()):
            days[identifier] = f"2024-01-0{draw(st.integers(1, 4))}"
    return texts, days


@settings(max_examples=60, deadline=None)
@given(collections(), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing_and_no_copy_leads_to_a_copy(
    made: tuple[dict[str, str], dict[str, str]], chance: Random
) -> None:
    texts, days = made
    found = copies_among(texts, days)
    shuffled = list(texts)
    chance.shuffle(shuffled)
    assert copies_among({identifier: texts[identifier] for identifier in shuffled}, days) == found
    for copy in found.values():
        for original in copy.originals:
            assert original != copy.identifier
            assert original not in found or not found[original].whole
        for original, number in copy.sentences.values():
            assert original not in found or number not in found[original].sentences
