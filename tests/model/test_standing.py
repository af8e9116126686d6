"""Which judgements stand: the newest first, and none that contradicts those before it."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Judgement, Verdict, contradicted, standing


def judged(verdict: Verdict, first: str, second: str | None = None, day: int = 1) -> Judgement:
    return Judgement(f"2030-01-{day:02}T00:00:00Z", "Mo", verdict, first, second)


def same(first: str, second: str, day: int = 1) -> Judgement:
    return judged(Verdict.SAME, first, second, day)


def different(first: str, second: str, day: int = 1) -> Judgement:
    return judged(Verdict.DIFFERENT, first, second, day)


def test_same_is_handed_on() -> None:
    found = standing([same("a", "b"), same("b", "c"), same("x", "y"), different("a", "x")])
    assert found.groups() == [("a", "b", "c"), ("x", "y")]
    assert found.group("c") == {"a", "b", "c"}
    assert found.group("alone") == {"alone"}
    assert found.apart() == [("a", "x")]


def test_a_parting_inside_a_chain_sets_the_oldest_link_aside() -> None:
    chain = [same("a", "b", 1), same("b", "c", 2), same("c", "d", 3)]
    parting = different("a", "d", 4)
    found = standing([*chain, parting])
    ((judgement, against),) = found.set_aside
    assert (judgement, set(against)) == (chain[0], {chain[1], chain[2], parting})
    assert found.groups() == [("b", "c", "d")]


def test_a_newer_link_sets_the_older_parting_aside() -> None:
    parting, first, second = different("a", "c", 1), same("a", "b", 2), same("b", "c", 3)
    found = standing([parting, first, second])
    assert found.set_aside == [(parting, (first, second))]
    assert found.groups() == [("a", "b", "c")]


def test_of_two_answers_on_one_pair_the_newer_stands_in_either_order_of_names() -> None:
    for older, newer in (
        (same("a", "b", 1), different("b", "a", 2)),
        (different("a", "b", 1), same("b", "a", 2)),
        (same("a", "b", 1), judged(Verdict.UNSURE, "b", "a", 2)),
    ):
        found = standing([newer, older])
        assert (found.accepted, found.set_aside) == ([newer], [(older, (newer,))])


def test_an_entity_has_the_class_that_was_given_last() -> None:
    older = judged(Verdict.WRONG_TYPE, "a", "Person", 1)
    newer = judged(Verdict.WRONG_TYPE, "a", "Place", 2)
    found = standing([older, newer, judged(Verdict.WRONG_TYPE, "b", "Person", 3)])
    assert found.classes() == {"a": "Place", "b": "Person"}


def test_the_chain_that_a_judgement_contradicts_is_the_shortest_and_whole() -> None:
    others = [same("a", "b"), same("b", "c"), same("a", "c"), different("c", "x"), same("x", "y")]
    assert contradicted(different("a", "c"), others) == (others[2],)
    assert contradicted(same("a", "y"), others) == (others[2], others[3], others[4])
    assert contradicted(same("a", "z"), others) == ()
    assert contradicted(judged(Verdict.REJECTED, "a"), others) == ()


ENTITIES = st.sampled_from("abcdef")
JUDGEMENTS = st.lists(
    st.builds(
        judged,
        st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]),
        ENTITIES,
        ENTITIES,
        st.integers(1, 28),
    ).filter(lambda judgement: judgement.first != judgement.second),
    max_size=14,
)


@given(JUDGEMENTS, st.randoms())
def test_what_stands_never_contradicts_itself_and_does_not_depend_on_the_order(judgements, random) -> None:
    found = standing(judgements)
    shuffled = random.sample(judgements, len(judgements))
    assert standing(shuffled) == found
    assert len(found.accepted) + len(found.set_aside) == len(judgements)
    for first, second in found.apart():
        assert found.group(first).isdisjoint(found.group(second))
    for one, other in combinations(found.accepted, 2):
        assert one.subject != other.subject or one.verdict == other.verdict
    for judgement, against in found.set_aside:
        assert contradicted(judgement, against)
        assert all(other.age > judgement.age for other in against)
