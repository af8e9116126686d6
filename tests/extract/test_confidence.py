"""Confidence rises with the raw score and stays between 0 and 1."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.confidence import TABLE, calibrated

scores = st.floats(-0.5, 1.5)


@given(scores, scores)
def test_a_higher_score_never_gives_less(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert 0 <= calibrated(low) <= calibrated(high) <= 1


def test_the_measured_points_come_out_as_measured() -> None:
    assert [calibrated(raw) for raw, _ in TABLE] == [share for _, share in TABLE]
