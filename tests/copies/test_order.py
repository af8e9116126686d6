"""Which article was first."""

from random import Random

from kg.copies import Written, precedence


def test_the_earlier_is_first_then_the_longer_then_the_name() -> None:
    articles = [
        Written("d", "2024-05-02", 900),
        Written("c", "2024-05-01T23:00:00", 10),
        Written("b", "2024-05-01", 20),
        Written("a", "2024-05-01", 10),
    ]
    assert precedence(articles) == ["b", "a", "c", "d"]
    assert precedence(articles[::-1]) == ["b", "a", "c", "d"]


def test_one_without_a_date_stands_before_all_that_are_shorter() -> None:
    dated = [Written("old-short", "2020", 50), Written("new-long", "2021", 500)]
    assert precedence([*dated, Written("undated", None, 100)]) == ["undated", "old-short", "new-long"]
    assert precedence([*dated, Written("undated", None, 20)]) == ["old-short", "new-long", "undated"]


def test_the_order_given_changes_nothing() -> None:
    chance = Random(3)
    articles = [Written(f"{n}", f"20{n % 7:02}" if n % 3 else None, n * 7 % 11) for n in range(30)]
    first = precedence(articles)
    for _ in range(5):
        chance.shuffle(articles)
        assert precedence(articles) == first
