"""The fast ways give what the plain ones give: fingerprints lie in stores, and must not change."""

from collections.abc import Sequence
from random import Random

import pytest
from copying import FERRY, GRAIN, STATEMENT, STOCK, told
from hypothesis import example, given, settings
from hypothesis import strategies as st
from plain_copying import (
    cut,
    names_and_numbers,
    negations,
    plain_comparison,
    plain_fingerprint,
    tokens_of,
    undated,
    unquoted,
    whole,
)

from kg.copies import Text, compare, fingerprint
from kg.copies.sentences import is_whole, sentences
from kg.copies.words import details, negators, quotations, without_dateline, words, words_of_each

PIECES = (
    *" .,!?…-–—‐‑'’‘\"“”„«»()[]\n\t_09aAzZ",
    *"éÉłŁßẞøıİſﬁ½²ªǅΣςѝ한漢\u0301\u0345\u00a0\u00ad\u200b\u2028\u0085\x1c™…⁄Ⓐ",
    "\n\n",
    "\n \t\n",
    " said the U.S.-led group. ",
    "Mr. Roa of St. Osk",
    "Mr\n. Roa",
    "LIMA (Wire) — ",
    "ADEN, May 3 (AP) - ",
    "LONDON -- ",
    "Santa Cruz de la Sierra, Bolivia (Wire) — ",
    "(Reuters) - ",
    "co-owner",
    "isn’t",
    "O'Neill",
    " did not deny 40 per cent, Ms. Quill and the IMF told Monday's meeting",
    " “We will sail again on Sunday, and nobody will stop us this time,” he said. ",
    ' "Nothing has been found," she told the council of seven on Monday. ',
    FERRY[0],
    GRAIN[1],
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("A headline\n")
@example("foo\nThe owner said so.\nbar\n")
def test_sentences_quotations_and_fingerprints_are_those_found_step_by_step(text: str) -> None:
    assert [(span.begin, span.end) for span in sentences(text)] == cut(text)
    blanked = list(text)
    for begin, end in quotations(text):
        blanked[begin:end] = " " * (end - begin)
    assert "".join(blanked) == unquoted(text)
    assert fingerprint(text) == plain_fingerprint(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(TEXTS, max_size=4))
@example([f"Santa Cruz de la Sierra, Bolivia (Wire) — {FERRY[0]}"])
def test_words_are_the_same_alone_and_with_those_of_others(texts: Sequence[str]) -> None:
    assert words_of_each(texts) == [tokens_of(text) for text in texts] == [words(text) for text in texts]
    for text in texts:
        assert without_dateline(text) == undated(text)
        assert is_whole(text) == whole(text)
        assert details(text) == names_and_numbers(text)
        assert negators(words(text)) == negations(tokens_of(text))


def edited(text: str, chance: Random) -> str:
    """Some words of a text left out, doubled or put elsewhere, some sentences joined or torn."""
    found = text.split(" ")
    for _ in range(chance.randrange(12)):
        at = chance.randrange(len(found))
        other = chance.randrange(len(found))
        found[at] = chance.choice(("", f"{found[at]} {found[other]}", found[other], "not", "Osk", "and", "."))
    return " ".join(found)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from((*FERRY, *GRAIN, *STATEMENT, *STOCK)), min_size=1, max_size=9),
    st.lists(st.sampled_from((*FERRY, *GRAIN, *STATEMENT, *STOCK)), min_size=1, max_size=9),
    st.randoms(use_true_random=False),
)
def test_sentences_that_stand_in_both_texts_are_those_found_one_by_one(
    one: list[str], other: list[str], chance: Random
) -> None:
    first, second = edited(told(*one), chance), edited(told(*other), chance)
    found = compare(Text(first), Text(second))
    assert (found.of_first, found.of_second) == plain_comparison(first, second)


@pytest.mark.parametrize("changed", range(8))
@pytest.mark.parametrize("sentence", [*FERRY, *GRAIN, *STATEMENT])
def test_a_sentence_counts_as_long_as_so_many_words_are_left(sentence: str, changed: int) -> None:
    tokens = sentence.rstrip(".").split(" ")
    kept = len(tokens) - changed
    first = " ".join((*tokens[:kept], *("another" for _ in range(changed)))) + "."
    second = told(GRAIN[0], sentence, *FERRY[:2])
    found = compare(Text(first), Text(second))
    assert (found.of_first, found.of_second) == plain_comparison(first, second)


@pytest.mark.parametrize("sign", ["ł", "ß", "漢", "\u0301", "½"])
def test_one_letter_that_is_no_ascii_changes_no_other_sentence(sign: str) -> None:
    texts = [*FERRY, f"The Wa{sign}esa family’s co-owner of the U.S. firm said “no” to Señor Díaz."]
    assert words_of_each(texts) == [tokens_of(text) for text in texts]
