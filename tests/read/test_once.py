import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import each_once
from kg.read.once import Seen

SMALL = st.integers(0, 3)
NUMBERS = st.one_of(SMALL, st.integers(0, 2**64 - 1), st.just(2**64 - 1))


def test_the_first_stands_and_another_text_under_its_name_is_skipped_and_the_same_passed_over():
    broken = SkippedInput("x", "y")
    items = [
        Article("a", "one"),
        broken,
        Article("b", "one"),
        Article("a", "one"),
        Article("a", "two"),
        broken,
    ]
    found = list(each_once(items))
    assert found[:3] == [items[0], broken, items[2]]
    assert (found[3].where, found[4]) == ("a", broken)
    assert "another text; rename one of the two" in found[3].why
    assert len(found) == 5


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS).filter(lambda each: each[0] or each[1])))
def test_the_text_that_came_first_under_a_name_is_remembered(told):
    seen, expected = Seen(), {}
    for high, low, text in told:
        assert seen.first(high, low, text) == expected.get((high, low))
        expected.setdefault((high, low), text)
    assert len(seen) == len(expected)


def test_a_table_that_grows_forgets_nothing():
    seen = Seen()
    names = [(number * 0x9E3779B97F4A7C15 % 2**64, number * 512) for number in range(1, 5000)]
    for number, (high, low) in enumerate(names):
        assert seen.first(high, low, number) is None
    assert [seen.first(high, low, 0) for high, low in names] == list(range(len(names)))


def test_an_article_takes_eighty_bytes_at_most():
    articles = 20_000
    tracemalloc.start()
    try:
        for _ in each_once(Article(f"news/2024/{number}", "text") for number in range(articles)):
            pass
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 80 * articles
