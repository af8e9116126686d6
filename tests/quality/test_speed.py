"""The table of benchmarks/speed.py: what its figures are made of. The figures themselves depend on a machine."""

import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from kg.evaluate.gold import GoldArticle, GoldClaim, GoldEntity
from kg.model import EntityType, Span

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def gold():
    people = [("mara", "Mara Voss"), ("tomas", "Tomas Rehn"), ("guild", "the Guild of Carters")]
    entities = [GoldEntity(key, EntityType.PERSON, name, (name,)) for key, name in people]
    told = [("mara", "accused", "tomas"), ("tomas", "sued", "mara"), ("guild", "urged", "mara")]
    claims = [GoldClaim(subject, relation, other, Span(0, 1)) for subject, relation, other in told]
    return GoldArticle("story", tuple(entities), tuple(claims))


def test_a_link_connects_a_pair_in_either_direction_by_any_content_word(benchmark, gold):
    peers = benchmark("peers")
    annotated = benchmark("annotated").AnnotatedSet("made up", [gold], [])
    links = [
        peers.Link("Rehn", "Voss of the harbour"),
        peers.Link("Rehn", "Voss of the harbour"),
        peers.Link("the rain", "the roof"),
        peers.Link("the carters", "the judge"),
    ]
    assert peers.compare(annotated, [links]) == peers.Compared(connected=1, pairs=2, right=1, links=3)


def test_the_patterns_are_those_of_the_verbs_that_the_texts_have(benchmark, extractor):
    doc = extractor.nlp(
        "The judge indicted the minister. He indicted her. They slept. The guild accused them."
    )
    assert benchmark("peers").frame_verbs([doc])[:2] == ["indict", "accuse"]


def test_articles_are_taken_again_under_other_identifiers(benchmark):
    texts, different = benchmark("rounds").texts(400)
    assert len({each.identifier for each in texts}) == 400
    assert len({each.text for each in texts}) == different < 400


def test_pairs_take_turns_and_give_the_first_over_the_second(benchmark):
    rounds = benchmark("rounds")
    order, now = [], iter(range(100))
    measured = rounds.interleaved(lambda: order.append("a"), lambda: order.append("b"), 3, lambda: next(now))
    assert "".join(order) == "abbaab"
    assert measured == [(1, 1)] * 3
    assert f"{rounds.ratios([(1, 2), (3, 2), (4, 1)]):.1f}" == "1.5 (0.5 to 4.0)"


def test_a_goal_is_reached_from_its_side(benchmark):
    speed, middle = benchmark("speed"), benchmark("rounds").Middle((2.0,))
    assert str(speed.Row("share", middle, 1.0, most=True)) == "| share | 2.00 | ≤ 1 | no |"
    assert str(speed.Row("rate", middle, 1.0)) == "| rate | 2.00 | ≥ 1 | yes |"
    assert str(speed.Row("size", middle, digits=0)) == "| size | 2 |  |  |"


def test_a_row_measures_what_it_is_told_to(benchmark, tmp_path):
    speed = benchmark("speed")
    little = Namespace(**{**speed.SMOKE, "entities": [50, 200], "pairs": 2})
    [row] = speed.resolution(speed.Bench(little, tmp_path))
    assert (row.measure, row.goal) == ("identity resolution, 50 → 200 entities", 6.0)
    assert len(row.figure.figures) == 2


def test_the_rows_are_listed_without_measuring_any():
    command = [sys.executable, "-W", "ignore", str(ROOT / "benchmarks" / "speed.py"), "--list"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert [line.split()[0] for line in listed.splitlines()][:3] == ["extract", "jobs", "memory"]


def test_two_processes_are_compared_with_their_start_and_without_and_as_processors_allow(benchmark):
    side_by_side = benchmark("side_by_side")
    one, two, one_few, two_few = (
        side_by_side.Seconds(*each) for each in ((12.0, 12.0), (7.5, 13.0), (3.0, 3.0), (3.5, 5.0))
    )
    pair = side_by_side.Pair(one, two, one_few, two_few)
    assert pair.with_start == 12 / 7.5
    assert pair.without_start == 9 / 4
    assert pair.allowed == 12 / (3 + 8 / 2)


def test_runs_of_one_and_two_processes_take_turns(benchmark, tmp_path):
    side_by_side, order = benchmark("side_by_side"), []
    many, few = tmp_path / "many", tmp_path / "few"
    found = list(side_by_side.pairs(lambda path, jobs: order.append((path.name, jobs)), many, few, 2))
    assert order[:4] == [("many", 1), ("many", 2), ("few", 1), ("few", 2)]
    assert order[4:] == order[3::-1]
    assert len(found) == 2
