"""Which articles are compared: enough to find all copies, and never all with all."""

import numpy as np
from copying import FERRY, GRAIN, printed, told

from kg.copies import candidates, fingerprint, read_fingerprint
from kg.copies.candidates import HEADS


def test_nothing_is_compared_where_there_is_nothing() -> None:
    assert candidates([]).pairs == []
    assert candidates([printed(""), printed("A headline"), printed("")]).pairs == []


def test_an_excerpt_is_compared_with_its_original_and_another_article_is_not() -> None:
    articles = [printed(told(*FERRY)), printed(told(*GRAIN)), printed(told(*FERRY[3:5]))]
    assert candidates(articles).pairs == [(0, 2)]


def test_copies_of_one_text_are_each_compared_with_a_few() -> None:
    articles = [printed(told(*FERRY))] * 500
    pairs = candidates(articles).pairs
    assert len(pairs) < HEADS * len(articles)
    assert {second for first, second in pairs if first == 0} == set(range(1, 500))


def test_a_fingerprint_is_a_matter_of_the_text_alone_and_reads_back() -> None:
    text = told(*FERRY, "By Tove Ulm", "He left.")
    one, other = printed(text), printed(text)
    assert one.digest == other.digest
    assert np.array_equal(one.bands, other.bands)
    assert [one.span(number).of(text) for number in range(2)] == list(FERRY[:2])
    assert one.length == sum(len(sentence.split()) for sentence in FERRY)
    assert one.words[-1] == 0, "a stock sentence does not count"


def test_quotations_are_not_told() -> None:
    read = printed(
        "The owner of the boats said: “We will repay them all by the end of May.” He left the room in a hurry."
    )
    assert (int(read.told[0]), int(read.words[0])) == (6, 16)


def test_a_fingerprint_of_another_version_is_not_read() -> None:
    kept = fingerprint(told(*FERRY))
    assert read_fingerprint("AAAA" + kept[4:]) is None
