"""What is asked of a server."""

import pyoxigraph as ox
import pytest

from kg.home import Home
from kg.push.memory import parsed
from kg.push.places import places
from kg.push.server import _all


@pytest.mark.parametrize("size", [0, 1, 999, 1000, 1001, 2000, 3500])
@pytest.mark.parametrize("most", [1000, 10_000])
def test_an_answer_that_was_cut_is_asked_for_in_pages(size: int, most: int) -> None:
    names = [f"https://a.example/{number:05}" for number in range(size)]

    def asked(after: str) -> list[tuple[object, ...]]:
        last = after.partition('"')[2].partition('"')[0]
        return [(ox.NamedNode(name),) for name in names if name > last][:most]

    assert [graph.value for (graph,) in _all(asked, "?g")] == names


def test_what_is_named_is_all_that_is_tried() -> None:
    found = places(Home(endpoint="http://h/sparql", update_endpoint="http://h/u", graph_store="http://h/g"))
    assert (found.updates, found.datasets, found.graphs) == (
        ("http://h/u",),
        ("http://h/g",),
        ("http://h/g",),
    )


def test_of_two_lines_on_a_graph_both_are_kept() -> None:
    memory = parsed(["d 1 urn:g", "e 2 urn:g", "d 3", "x y urn:g", ""])
    assert [(each.digest, each.count) for each in memory["urn:g"]] == [("d", 1), ("e", 2)]
