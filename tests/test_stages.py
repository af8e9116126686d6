import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.stages import Stages


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_what_is_waited_for_inside_a_stage_counts_for_that_alone(clock):
    stages = Stages(clock)
    with stages.stage("extraction"):
        clock.now += 1
        with stages.stage("parser"):
            clock.now += 5
        clock.now += 2
    assert stages.seconds == {"extraction": 3, "parser": 5}


def test_getting_items_counts_and_what_is_done_with_them_does_not(clock):
    def slow():
        for item in "ab":
            clock.now += 2
            yield item
        clock.now += 1

    stages = Stages(clock)
    for _ in stages.each("reading", slow()):
        clock.now += 10
    assert stages.seconds == {"reading": 5}


def test_stages_that_draw_from_each_other_share_no_second(clock):
    def steps(items, seconds):
        for item in items:
            clock.now += seconds
            yield item

    stages = Stages(clock)
    first = stages.each("tagger", steps(range(3), 1))
    list(stages.each("parser", steps(first, 4)))
    assert stages.seconds == {"parser": 12, "tagger": 3}


def test_a_stage_that_fails_is_counted_and_over(clock):
    stages = Stages(clock)

    def fail():
        clock.now += 3
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), stages.stage("store"):
        fail()
    clock.now += 9
    with stages.stage("graph"):
        clock.now += 1
    assert stages.seconds == {"store": 3, "graph": 1}


def test_clocks_are_summed_and_what_was_taken_is_not_told_again(clock):
    stages, worker = Stages(clock), Stages(clock)
    with worker.stage("ner"):
        clock.now += 2
    stages.add({"ner": 1.0})
    stages.add(worker.taken())
    stages.add(worker.taken())
    assert stages.seconds == {"ner": 3}


@given(
    st.recursive(
        st.integers(0, 9), lambda inner: st.lists(st.tuples(st.sampled_from("abc"), inner), max_size=4)
    )
)
def test_all_stages_together_take_as_long_as_the_whole(work):
    clock = Clock()
    stages = Stages(clock)

    def do(part):
        if isinstance(part, int):
            clock.now += part
            return
        for name, inner in part:
            with stages.stage(name):
                do(inner)

    with stages.stage("whole"):
        do(work)
    assert sum(stages.seconds.values()) == clock.now
