"""Which sentences of two texts are the same, and which edits make them others."""

import pytest
from copying import FERRY, GRAIN, told

from kg.copies import Text, compare

ORIGINAL = "Peru's foreign minister, Aída Thiombane, met the ambassador in Lima on Monday and said the talks had failed."
REST = told(*GRAIN)


def found(edited: str) -> bool:
    """Whether the edited sentence is found in a text that has the original one."""
    shared = compare(
        Text(f"{edited} {REST}"), Text(f"{GRAIN[2]} {ORIGINAL} {told(*GRAIN[3:])} {GRAIN[0]} {GRAIN[1]}")
    )
    return shared.of_first.get(0) == 1


@pytest.mark.parametrize(
    "edited",
    [
        ORIGINAL,
        ORIGINAL.replace("the talks had failed", "the talks had collapsed"),
        ORIGINAL.replace("Peru's foreign", "Peru’s foreign").replace("Aída", "Aida"),
        ORIGINAL.replace(" in Lima on Monday", ""),
        ORIGINAL.replace("on Monday", "on Tuesday"),
        "LIMA, May 3 (Wire) — " + ORIGINAL,
        "(Reuters) - " + ORIGINAL,
        "Aída Thiombane, Peru's foreign minister, met the ambassador in Lima on Monday and said talks had failed.",
    ],
)
def test_a_lightly_edited_sentence_is_found(edited: str) -> None:
    assert found(edited)


@pytest.mark.parametrize(
    "edited",
    [
        ORIGINAL.replace("Thiombane", "Quispe"),
        ORIGINAL.replace("on Monday", "at 10 Downing Street"),
        ORIGINAL.replace("had failed", "had not failed"),
        "The ambassador was received by the minister, who told reporters afterwards that nothing had come of it.",
    ],
)
def test_a_sentence_with_another_name_number_or_answer_says_something_of_its_own(edited: str) -> None:
    assert not found(edited)


def test_two_sentences_made_one_and_one_made_two_are_found() -> None:
    joined = FERRY[0][:-1] + ", and " + FERRY[1][0].lower() + FERRY[1][1:]
    shared = compare(Text(told(joined, *FERRY[2:])), Text(told(*FERRY)))
    assert shared.of_first[0] in (0, 1)
    assert set(shared.of_second) == set(range(len(FERRY)))


def test_a_stock_sentence_is_the_same_only_word_for_word() -> None:
    one = Text(told(*FERRY, "He declined to comment."))
    other = Text(told(*FERRY, "He declined to comment then."))
    assert len(FERRY) not in compare(one, other).of_first


def test_texts_that_hardly_share_three_words_in_a_row_share_nothing() -> None:
    shared = compare(Text(told(*FERRY, GRAIN[0])), Text(told(*GRAIN)))
    assert shared.of_first == {len(FERRY): 0} or not shared.of_first
    assert not compare(Text(told(*FERRY)), Text(told(*GRAIN))).of_first
