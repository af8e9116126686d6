import io
import random

import pytest
from fake_extractor import BUG, DEATH, FakeRecipe

from kg.errors import KgError, SkippedInput
from kg.export import Format, write_store
from kg.graph import Names
from kg.model import Article
from kg.populate import Report, Work, extract, populate, remove
from kg.store import LocalStore, stored_articles

PEOPLE = ("Ana", "Ben", "Cleo", "Dmitri", "Esra")


def article(name: str, text: str | None = None) -> Article:
    return Article(name, text or "Ana indicted Ben.", title=f"About {name}", date="2024-05")


def corpus(size: int) -> list[Article]:
    choice = random.Random(7)
    return [
        article(f"n{i}", "\n".join(" indicted ".join(choice.sample(PEOPLE, 2)) + "." for _ in range(3)))
        for i in range(size)
    ]


def fill(store, items, version="1", report=None, **more):
    return populate(items, store, Work(FakeRecipe(version), **more), report=report)


def dump(store) -> bytes:
    out = io.BytesIO()
    write_store(store, out, Format.NQUADS)
    return out.getvalue()


@pytest.fixture
def store():
    with LocalStore() as opened:
        yield opened


def test_the_report_counts_what_was_written(store):
    items = [
        article("one", "Ana indicted Ben. Ana metWith Cleo."),
        SkippedInput("two.bin", "not text"),
        article("three", "Ben indicted Ana."),
    ]
    report = fill(store, items)
    assert report.read == ["one", "three"]
    assert (report.claims, report.entities, report.unchanged) == (3, 3, 0)
    assert report.relations == {"indicted": 2, "metWith": 1}
    assert [each.where for each in report.skipped] == ["two.bin"]


def test_what_the_store_knows_is_left_alone(store):
    fill(store, [article("one"), article("two")])
    before = dump(store)
    report = fill(store, [article("one"), article("two")])
    assert (report.read, report.unchanged) == ([], 2)
    assert dump(store) == before


@pytest.mark.parametrize(
    "changed",
    [
        Article("one", "Ben indicted Ana.", title="About one", date="2024-05"),
        Article("one", "Ana indicted Ben.", title="Renamed", date="2024-05"),
        Article("one", "Ana indicted Ben.", title="About one", date="2024-06"),
    ],
)
def test_a_changed_article_replaces_itself_and_touches_no_other(store, changed):
    fill(store, [article("one"), article("two")])
    other = sorted(map(str, store.quads(Names().article("two"))))
    report = fill(store, [changed, article("two")])
    assert (report.read, report.unchanged) == (["one"], 1)
    assert sorted(map(str, store.quads(Names().article("two")))) == other
    with LocalStore() as fresh:
        fill(fresh, [changed, article("two")])
        assert dump(store) == dump(fresh), "nothing of the former text is left"


def test_another_extraction_version_reads_everything_anew(store):
    fill(store, [article("one")])
    assert fill(store, [article("one")], version="2").read == ["one"]
    assert {each.run.value for each in stored_articles(store).values()} != set()
    with LocalStore() as fresh:
        fill(fresh, [article("one")], version="2")
        assert dump(store) == dump(fresh), "nothing of the former run is left"


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_order_and_jobs_do_not_show(jobs):
    articles = corpus(40)
    with LocalStore() as one, LocalStore() as other:
        fill(one, articles)
        shuffled = random.Random(3).sample(articles, len(articles))
        fill(other, shuffled[:25], jobs=jobs)
        fill(other, shuffled, jobs=jobs)
        assert dump(one) == dump(other)


def test_two_inputs_of_one_name_are_told_apart(store):
    report = fill(store, [article("one"), article("one"), article("one", "Ben indicted Ana.")])
    assert report.read == ["one"]
    assert "same name" in str(report.skipped[0])
    assert len(report.skipped) == 1, "the very same article twice is no fault"


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_an_article_that_breaks_the_extractor_is_skipped_alone(store, jobs):
    articles = [*corpus(10), article("odd", f"Here is a {BUG}."), article("last")]
    report = fill(store, articles, jobs=jobs)
    assert len(report.read) == 11
    assert [str(each) for each in report.skipped] == [
        "odd: could not be extracted (ValueError: stumbled); please report it with the text"
    ]


def test_a_text_that_cannot_be_written_is_skipped_alone(store):
    report = fill(store, [article("broken", "Ana indicted Ben.\ud800"), article("whole")])
    assert report.read == ["whole"]
    assert report.skipped[0].where == "broken"


def test_an_article_that_kills_is_told_and_all_others_are_read(store):
    articles = [*corpus(24), article("deadly", f"Here is a {DEATH}."), article("after")]
    report = fill(store, articles, jobs=2)
    assert [each.where for each in report.skipped] == ["deadly"]
    assert "made two processes that read it end with code 9" in report.skipped[0].why
    with LocalStore() as fresh:
        fill(fresh, [*corpus(24), article("after")])
        assert dump(store) == dump(fresh)


def test_an_interrupted_run_leaves_a_whole_graph_and_goes_on_next_time(store):
    def until_interrupted():
        yield from corpus(20)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill(store, until_interrupted())
    kept = set(stored_articles(store))
    assert kept
    with LocalStore() as fresh:
        fill(fresh, [each for each in corpus(20) if each.identifier in kept])
        assert dump(store) == dump(fresh), "entities and facts agree with the articles that are there"
    assert fill(store, corpus(20)).unchanged == len(kept)


def test_a_run_that_its_inputs_end_reports_what_was_kept(store):
    def until_broken():
        yield from corpus(20)
        raise KgError("no further")

    report = Report()
    with pytest.raises(KgError, match="no further"):
        fill(store, until_broken(), report=report)
    with LocalStore() as fresh:
        kept = [each for each in corpus(20) if each.identifier in report.read]
        undisturbed = fill(fresh, kept).as_dict(timed=False)
    assert undisturbed["entities"] > 0
    assert report.as_dict(timed=False) == undisturbed | {"broken_off": "no further"}


def test_removing_takes_away_what_rests_on_an_article_alone(store):
    fill(store, [article("one"), article("two", "Ana indicted Cleo.")])
    assert remove(store, ["two", "three"], Names()) == ["three"]
    with LocalStore() as fresh:
        fill(fresh, [article("one")])
        assert dump(store) == dump(fresh)


def test_without_a_store_extractions_and_skipped_inputs_come_through():
    items = [article("one"), SkippedInput("two.bin", "not text")]
    found = list(extract(items, Work(FakeRecipe())))
    assert [type(each).__name__ for each in found] == ["Extraction", "SkippedInput"]


def test_progress_names_each_article_that_is_done(store):
    done: list[str] = []
    populate(corpus(3), store, Work(FakeRecipe()), done.append)
    assert done == ["n0", "n1", "n2"]
