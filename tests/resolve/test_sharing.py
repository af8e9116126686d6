"""Which clusters are found by what they share."""

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.sharing import Sharing

KEYS = "abcdef"
KNOWN = st.lists(st.sets(st.sampled_from(KEYS)), max_size=12)


def sharing(known: list[set[str]], frequency: dict[str, int]) -> Sharing:
    found = Sharing(frequency)
    for place, keys in enumerate(known):
        found.add(place, keys)
    return found


@given(KNOWN, st.sets(st.sampled_from(KEYS)), st.integers(0, 12))
def test_all_that_share_a_key_are_found_or_as_many_as_are_wanted(
    known: list[set[str]], own: set[str], most: int
) -> None:
    found = sharing(known, {}).nearest(own, most)
    those = {place for place, keys in enumerate(known) if keys & own}
    assert found <= those
    assert len(found) == min(most, len(those))


@given(KNOWN, st.sets(st.sampled_from(KEYS), min_size=1), st.integers(1, 12))
def test_none_is_left_out_for_one_that_shares_only_what_is_commoner(
    known: list[set[str]], own: set[str], most: int
) -> None:
    frequency = {key: 2 + number for number, key in enumerate(KEYS) if key != "a"}
    found = sharing(known, frequency).nearest(own, most)
    rarest = {place: min(keys & own) for place, keys in enumerate(known) if keys & own}
    left = [key for place, key in rarest.items() if place not in found]
    assert not left or max(rarest[place] for place in found) <= min(left)


def test_what_becomes_known_of_a_cluster_later_counts_as_well() -> None:
    found = sharing([{"a"}, {"b"}], {})
    found.add(0, {"c"})
    assert found.nearest({"c"}, 5) == {0}
    assert found.nearest({"a", "b"}, 5) == {0, 1}
