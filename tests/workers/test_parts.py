import pytest

from kg.model import Article, Extraction
from kg.workers.parts import AHEAD, Parts


class Batches:
    """Endless batches of two articles; `drawn` counts them."""

    def __init__(self, last=None):
        self.drawn, self.last = 0, last

    def __iter__(self):
        return self

    def __next__(self):
        if self.drawn == self.last:
            raise StopIteration
        self.drawn += 1
        return [Article(f"{self.drawn}{which}", "text") for which in "ab"]


def done(part):
    part.fill([Extraction(article, (), (), (), ()) for article in part.articles])


def names(part):
    return [article.identifier for article in part.articles]


def given(parts):
    found = []
    while parts and (result := parts.next()) is not None:
        found.append(result.article.identifier)
    return found


@pytest.fixture
def batches():
    return Batches()


def test_no_more_is_drawn_than_is_waiting_or_under_way(batches):
    parts = Parts(batches, 2)
    taken = []
    while (part := parts.take()) is not None:
        taken.append(part)
        parts.draw_ahead()
    assert batches.drawn == len(taken) == AHEAD * 2
    done(taken[1])
    assert given(parts) == []
    assert parts.take() is None, "the first is still under way"
    done(taken[0])
    assert given(parts) == ["1a", "1b", "2a", "2b"]
    assert names(parts.take()) == ["11a", "11b"]


def test_what_is_read_next_is_there_before_it_is_asked_for(batches):
    parts = Parts(batches, 2)
    parts.take()
    for _ in range(5):
        parts.draw_ahead()
    assert batches.drawn == 1 + 2


def test_what_was_not_begun_is_read_next_and_what_a_process_did_not_survive_one_by_one(batches):
    parts = Parts(batches, 3)
    first, second, third = (parts.take() for _ in range(3))
    parts.put_back_singly(second)
    parts.put_back(first)
    again = [parts.take() for _ in range(3)]
    assert [(names(part), part.again) for part in again] == [
        (["1a", "1b"], False),
        (["2a"], True),
        (["2b"], True),
    ]
    for part in (third, again[2], again[0]):
        done(part)
    assert given(parts) == ["1a", "1b"]
    done(again[1])
    assert given(parts) == ["2a", "2b", "3a", "3b"]


def test_it_is_over_when_the_last_result_is_given():
    parts = Parts(Batches(last=1), 2)
    part = parts.take()
    assert parts
    assert parts.take() is None
    done(part)
    assert given(parts) == ["1a", "1b"]
    assert not parts
