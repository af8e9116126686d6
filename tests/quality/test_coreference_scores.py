"""The scores of coreference give what was published for the examples of those who defined them."""

from collections.abc import Callable
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

LUO_TRUTH = ("12345", "67", "89ABC")
LUO = [
    (("12345", "6789ABC"), 0.947, 0.865, 0.733),
    (("1234589ABC", "67"), 0.947, 0.737, 0.667),
    (("123456789ABC",), 0.900, 0.545, 0.294),
    (tuple("123456789ABC"), 0.000, 0.400, 0.178),
]
"""X. Luo, On Coreference Resolution Performance Metrics (2005), table 1: F1 of MUC, B-cubed and CEAF with φ4."""


@pytest.fixture(scope="module")
def scores(benchmark: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark("coreference_scores")


@pytest.mark.parametrize(("response", "muc", "b_cubed", "ceaf_e"), LUO)
def test_the_examples_of_luo_score_as_published(
    scores: ModuleType, response: tuple[str, ...], muc: float, b_cubed: float, ceaf_e: float
) -> None:
    gold, found = list(map(set, LUO_TRUTH)), list(map(set, response))
    assert scores.muc(gold, found).f1 == pytest.approx(muc, abs=0.0005)
    assert scores.b_cubed(gold, found).f1 == pytest.approx(b_cubed, abs=0.0005)
    assert scores.ceaf_e(gold, found).f1 == pytest.approx(ceaf_e, abs=0.0005)


def test_mentions_of_one_side_alone_score_as_published(scores: ModuleType) -> None:
    """The example of Pradhan et al., Scoring Coreference Partitions of Predicted Mentions (2014)."""
    gold, found = [set("abc"), set("defg")], [set("ab"), set("cd"), set("fghi")]
    muc, b_cubed, ceaf_e = (f(gold, found) for f in (scores.muc, scores.b_cubed, scores.ceaf_e))
    assert (muc.recall, muc.precision) == pytest.approx((0.40, 0.40))
    assert (b_cubed.recall, b_cubed.precision) == pytest.approx((0.42, 0.50), abs=0.005)
    assert (ceaf_e.recall, ceaf_e.precision) == pytest.approx((0.65, 0.43), abs=0.005)
    assert scores.conll((muc, b_cubed, ceaf_e)) == pytest.approx((0.40 + 0.4545 + 0.52) / 3, abs=0.0005)


def test_nothing_found_and_nothing_annotated_score_nothing(scores: ModuleType) -> None:
    for score in (scores.muc, scores.b_cubed, scores.ceaf_e):
        assert score([], []).f1 == 0
        assert score([{"a", "b"}], []).f1 == 0
        assert score([], [{"a", "b"}]).precision == 0


CLUSTERS = st.lists(st.integers(0, 4), min_size=1, max_size=12).map(
    lambda numbers: [{i for i, n in enumerate(numbers) if n == number} for number in sorted(set(numbers))]
)


@given(gold=CLUSTERS, found=CLUSTERS)
def test_only_the_same_partition_is_wholly_right(
    scores: ModuleType, gold: list[set[int]], found: list[set[int]]
) -> None:
    for score in (scores.b_cubed, scores.ceaf_e):
        assert (score(gold, found).f1 == pytest.approx(1)) == (
            sorted(map(sorted, gold)) == sorted(map(sorted, found))
        )


@given(gold=CLUSTERS, found=CLUSTERS)
def test_precision_one_way_is_recall_the_other(
    scores: ModuleType, gold: list[set[int]], found: list[set[int]]
) -> None:
    for score in (scores.muc, scores.b_cubed, scores.ceaf_e):
        assert score(gold, found).precision == pytest.approx(score(found, gold).recall)
