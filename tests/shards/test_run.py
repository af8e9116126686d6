import random
from pathlib import Path

import pytest
from meeting_corpus import meeting_corpus
from meeting_recipe import MeetingRecipe

from kg.errors import KgError
from kg.graph import Names
from kg.model import Article
from kg.populate import Work, populate
from kg.shards import Here, Plan, populate_shards
from kg.shards.quads import read_quads
from kg.store import LocalStore


def filled(folder: Path, items, size: int = 7, engine=None, names: Names | None = None):
    plan = Plan(folder, MeetingRecipe(), names=names or Names())
    return populate_shards(items, plan, engine or Here(), size)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "graph").iterdir())}


def quads_of(files) -> set[object]:
    return {quad for path in files for quad in read_quads(path)}


class Shuffled:
    """Does tasks in another order, each twice."""

    def results(self, tasks):
        for task in random.Random(5).sample(tasks, len(tasks)):
            worked = task()
            assert task().made is False, "done twice, it finds itself done"
            yield task, worked


@pytest.mark.parametrize(
    ("size", "base"),
    [(3, "https://w3id.org/kg-populator/data/"), (9, "https://example.org/news/"), (1000, "urn:x/")],
)
def test_the_shards_together_are_the_graph_of_one_process(tmp_path, size, base):
    items, names = meeting_corpus(36), Names(base)
    report = filled(tmp_path, items, size, names=names)
    with LocalStore() as store:
        whole = populate(items, store, Work(MeetingRecipe(), names=names))
        assert quads_of(report.files) == set(store.quads())
    assert whole.copies > 0, "there is something to find"
    assert (report.articles, report.entities) == (len(whole.read), whole.entities)
    assert report.relations.total() == whole.claims
    assert sorted(map(str, report.skipped)) == sorted(map(str, whole.skipped))


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "thesis.txt").write_text("years of work")
    with pytest.raises(KgError, match="holds other files; name a new folder with --shards"):
        filled(tmp_path, meeting_corpus(3))
    assert [path.name for path in tmp_path.rglob("*")] == ["graph", "thesis.txt"]


def test_neither_the_order_of_tasks_nor_doing_them_twice_shows(tmp_path):
    items = meeting_corpus(40)
    filled(tmp_path / "one", items)
    filled(tmp_path / "other", items, engine=Shuffled())
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_every_article_stands_whole_in_its_shard_and_sorted(tmp_path):
    filled(tmp_path, meeting_corpus(20), 5)
    quads = list(read_quads(tmp_path / "graph" / "articles-000001.nq.gz"))
    by_graph = {}
    for quad in quads:
        by_graph.setdefault(quad.graph_name, []).append(str(quad))
    assert len(by_graph) == 5
    assert [quad.graph_name for quad in quads] == [g for g, listed in by_graph.items() for _ in listed]


def test_no_articles_give_a_graph_with_nothing_but_the_ontology(tmp_path):
    report = filled(tmp_path, [])
    with LocalStore() as store:
        populate([], store, Work(MeetingRecipe()))
        assert quads_of(report.files) == set(store.quads())


def test_another_run_reads_the_shards_anew_that_have_changed_and_no_others(tmp_path):
    items = [each for each in meeting_corpus(28) if isinstance(each, Article)]
    filled(tmp_path, items)
    assert filled(tmp_path, items).unchanged == 5
    items[9] = Article(items[9].identifier, "Gro Dahl of Peru met Omar Reyes.")
    again = filled(tmp_path, items)
    assert (again.shards, again.unchanged) == (5, 4)
    filled(tmp_path / "fresh", items)
    assert contents(tmp_path) == contents(tmp_path / "fresh")


def test_fewer_articles_leave_nothing_of_the_former_ones(tmp_path):
    items = meeting_corpus(40)
    filled(tmp_path, items)
    filled(tmp_path, items[:12])
    filled(tmp_path / "fresh", items[:12])
    assert contents(tmp_path) == contents(tmp_path / "fresh")
