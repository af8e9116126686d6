"""What a claim's raw score is worth: the share of such claims that were right on annotated articles.

The raw score is the product of how sure the frame and the two mentions are. The table was measured on the sample
articles 1 to 4 of each beat; benchmarks/calibration.py measures it anew.
"""

from bisect import bisect_right
from itertools import pairwise

TABLE = (
    (0.0, 0.35),
    (0.30, 0.42),
    (0.40, 0.58),
    (0.45, 0.68),
    (0.55, 0.73),
    (0.70, 0.79),
    (0.80, 0.91),
    (1.0, 0.93),
)
"""Raw score and the share that was right there, both rising; between two points a straight line."""


def calibrated(raw: float) -> float:
    """The estimate that a claim with this raw score is right, to two places.

    >>> calibrated(0.8), calibrated(0.3), calibrated(0.5)
    (0.91, 0.42, 0.7)
    """
    raw = min(max(raw, 0.0), 1.0)
    at = min(bisect_right([point for point, _ in TABLE], raw), len(TABLE) - 1)
    (low, low_share), (high, high_share) = list(pairwise(TABLE))[at - 1]
    return round(low_share + (high_share - low_share) * (raw - low) / (high - low), 2)
