import pytest

from kg.cli.pace import Pace, StepPace
from kg.errors import SkippedInput
from kg.populate import Report


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def paced(total, read=0, unchanged=0, seconds=0.0, skipped=0):
    """After so many seconds since the first article was done."""
    clock, report = Clock(), Report()
    pace = Pace(report, total, clock)
    if read:
        clock.now += 30
        report.read.append("first")
        pace.note("first")
        clock.now += seconds
        report.read += ["more"] * (read - 1)
    report.unchanged = unchanged
    report.skipped += [SkippedInput("x", "y")] * skipped
    return str(pace)


@pytest.mark.parametrize(
    ("told", "how"),
    [
        ("0 of 10", {"total": 10}),
        ("1 of 10", {"total": 10, "read": 1}),
        ("1 of 10", {"total": 10, "read": 1, "seconds": 60}),
        ("5 of 10", {"total": 10, "read": 5, "seconds": 1}),
        ("5 of 10, 0.5 a second, 0:00:10 left", {"total": 10, "read": 5, "seconds": 8}),
        ("5, 0.5 a second", {"total": None, "read": 5, "seconds": 8}),
        (
            "8 of 10, 3 unchanged, 0.5 a second, 0:00:04 left",
            {"total": 10, "read": 5, "unchanged": 3, "seconds": 8},
        ),
        ("10 of 10, 5 skipped, 0.5 a second", {"total": 10, "read": 5, "skipped": 5, "seconds": 8}),
        ("5, 0.5 a second", {"total": 4, "read": 5, "seconds": 8}),
        ("11 of 14,411, 0.1 a second, 40:00:00 left", {"total": 14_411, "read": 11, "seconds": 100}),
    ],
)
def test_what_is_done_how_fast_and_how_much_longer(told, how):
    assert paced(**how) == told


@pytest.mark.parametrize(
    ("told", "seconds", "done", "total"),
    [
        ("split, 1,500 articles", 60, 1500, None),
        ("read, 5 of 9", 1, 5, 9),
        ("read, 5 of 9, 0:00:08 left", 8, 5, 9),
        ("read, 9 of 9", 8, 9, 9),
    ],
)
def test_how_far_a_step_is_and_how_much_longer_it_takes(told, seconds, done, total):
    clock = Clock()
    pace = StepPace(clock)
    step = told.partition(",")[0]
    pace.note("before", 3, 3)
    clock.now += 100
    pace.note(step, 1, total)
    clock.now += seconds
    pace.note(step, done, total)
    assert str(pace) == told
