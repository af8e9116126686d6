import multiprocessing
import os
import signal
import time
import tracemalloc
import weakref
from contextlib import closing
from itertools import count, islice

import pytest
from troubled import Troubled, TroubledRecipe

from kg.errors import KgError, SkippedInput, UsageError
from kg.model import Article
from kg.stages import Stages
from kg.workers import BATCH, extract_all, supply
from kg.workers.parts import AHEAD
from kg.workers.worker import Worker

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes die otherwise there")

ENOUGH = 1.5
"""Seconds of patience: much more than these articles take, and not long to wait."""


def articles(size, **special):
    """Articles that are read without trouble, but for some: n3="die"."""
    return [Article(f"n{number}", special.get(f"n{number}", "plain")) for number in range(size)]


def read(items, jobs=2, recipe=None, **more):
    """Identifiers, those of what is skipped in capitals."""
    with closing(extract_all(items, recipe or TroubledRecipe(), jobs, **more)) as results:
        return [
            each.where.upper() if isinstance(each, SkippedInput) else each.article.identifier
            for each in results
        ]


def names(size):
    return [each.identifier for each in articles(size)]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_articles(jobs):
    assert read(articles(50), jobs) == names(50)


def test_without_an_article_nothing_is_started():
    assert read([], recipe=TroubledRecipe(dies_of=signal.SIGKILL)) == []


def test_what_a_process_read_that_died_is_read_by_another(tmp_path):
    once = f"die {tmp_path / 'once'}"
    assert read(articles(30, n3=once)) == names(30)


@pytest.mark.parametrize("moment", [1, 20, 40])
def test_processes_that_are_killed_from_outside_are_replaced(moment):
    # One in a run: an article whose process ends twice is skipped, whoever ended it.
    found = []
    with closing(extract_all(articles(60), TroubledRecipe(), 2)) as results:
        for result in results:
            found.append(result.article.identifier)
            if len(found) == moment:
                for child in multiprocessing.active_children()[:1]:
                    os.kill(child.pid, signal.SIGKILL)
    assert found == names(60)


def test_what_a_dead_process_was_given_is_read_by_another_and_not_held_to_have_killed_it():
    found = []
    with closing(extract_all(articles(60), TroubledRecipe(), 2)) as results:
        for result in results:
            found.append(result.article.identifier)
            if len(found) == 20:
                killed = multiprocessing.active_children()
                for child in killed:
                    os.kill(child.pid, signal.SIGKILL)
                for child in killed:
                    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert found == names(60)


def test_processes_that_die_as_soon_as_they_are_ready_end_the_run_with_a_reason(monkeypatch):
    def read_nothing(worker, _):
        worker._process.kill()
        return False

    monkeypatch.setattr(Worker, "read", read_nothing)
    with pytest.raises(KgError, match="die of SIGKILL while they load"):
        read(articles(9))


def test_an_article_that_always_kills_is_skipped_alone_in_its_place(tmp_path):
    expected = ["N12" if name == "n12" else name for name in names(40)]
    assert read(articles(40, n12="die")) == expected


@pytest.mark.parametrize("size", [1, 9])
def test_the_last_article_may_kill_too(size):
    last = f"n{size - 1}"
    assert read(articles(size, **{last: "die"}))[-1] == last.upper()


def test_what_killed_is_said_with_what_to_do():
    (skipped,) = extract_all(articles(1, n0="die"), TroubledRecipe(), 2)
    assert isinstance(skipped, SkippedInput)
    assert skipped.why.startswith(
        "made two processes that read it die of SIGKILL, for want of memory perhaps; "
    )


def test_a_process_that_hangs_is_replaced_and_what_it_read_is_read_by_another(tmp_path):
    once = f"hang {tmp_path / 'once'}"
    assert read(articles(20, n5=once), patience=ENOUGH) == names(20)


def test_an_article_that_always_hangs_is_skipped_alone_and_its_processes_are_ended():
    found = list(extract_all(articles(12, n5="hang"), TroubledRecipe(), 2, patience=ENOUGH))
    skipped = [each for each in found if isinstance(each, SkippedInput)]
    assert [each.where for each in skipped] == ["n5"]
    assert "was not read in 2 seconds, nor by another process; to wait longer, set patience" in skipped[0].why
    assert len(found) == 12
    assert not multiprocessing.active_children()


def test_a_long_article_has_more_time():
    long = "hang" + " " * 40_000
    begun = time.monotonic()
    read([Article("long", long)], patience=0.2)
    assert time.monotonic() - begun > 2 * 0.2 * 5


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_of_an_endless_input_no_more_is_drawn_than_is_soon_read(jobs):
    drawn = 0

    def endless():
        nonlocal drawn
        for number in count():
            drawn += 1
            yield Article(f"n{number}", "plain")

    most = BATCH if jobs == 1 else BATCH * AHEAD * jobs
    with closing(extract_all(endless(), TroubledRecipe(), jobs)) as results:
        for given, _ in enumerate(islice(results, 300)):
            assert drawn - given <= most + BATCH
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("jobs", [1, 2])
def test_memory_does_not_grow_with_the_input(jobs):
    def megabytes(size):
        for number in range(size):
            yield Article(f"n{number}", f"plain {number} " + "x" * 100_000)

    tracemalloc.start()
    try:
        for _ in extract_all(megabytes(1000), TroubledRecipe(), jobs):
            pass
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 25_000_000


def test_a_process_is_replaced_after_many_articles(tmp_path, monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    told = tmp_path / "told"
    monkeypatch.setattr(supply, "MOST", 2 * BATCH)
    items = [Article(name, f"told {told}") for name in names(10 * BATCH)]
    assert read(items) == names(10 * BATCH)
    assert {line.split()[1] for line in told.read_text().splitlines()} == {"1"}, "threads for one process"
    readers = [line.split()[0] for line in told.read_text().splitlines()]
    assert len(set(readers)) >= 5
    assert max(readers.count(reader) for reader in readers) == 2 * BATCH
    assert len(readers) == 10 * BATCH, "each is read once"


def test_one_process_takes_another_extractor_after_many_articles_and_lets_the_first_go(monkeypatch):
    monkeypatch.setattr(supply, "MOST", 2 * BATCH)
    made, there = [], []

    def make(recipe):
        extractor = Troubled()
        object.__setattr__(extractor, "myself", extractor)  # as the parts of a pipeline refer to each other
        made.append(weakref.ref(extractor))
        there.append(sum(each() is not None for each in made))
        return extractor

    monkeypatch.setattr(TroubledRecipe, "make", make)
    assert read(articles(7 * BATCH), jobs=1) == names(7 * BATCH)
    assert there == [1, 1, 1, 1]


def test_an_extractor_that_is_given_reads_all(monkeypatch):
    monkeypatch.setattr(supply, "MOST", BATCH)
    monkeypatch.setattr(TroubledRecipe, "make", lambda recipe: pytest.fail("another one was made"))
    assert read(articles(3 * BATCH), jobs=1, extractor=Troubled()) == names(3 * BATCH)


def test_whoever_stops_listening_ends_the_processes():
    with closing(extract_all(articles(100), TroubledRecipe(), 2)) as results:
        next(results)
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()


def test_an_interruption_ends_the_processes_at_once():
    def interrupted():
        yield from articles(40)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(extract_all(interrupted(), TroubledRecipe(), 2))
    assert not multiprocessing.active_children()


def test_what_cannot_be_loaded_is_told_as_it_would_be_by_one_process():
    with pytest.raises(UsageError, match="no such model"):
        list(extract_all(articles(20), TroubledRecipe(refused=True), 2))


def test_processes_that_all_die_while_they_load_end_the_run():
    with pytest.raises(
        KgError, match=r"processes that extract die of SIGKILL while they load .* fewer --jobs"
    ):
        list(extract_all(articles(20), TroubledRecipe(dies_of=signal.SIGKILL), 2))
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_seconds_of_all_processes_are_counted(jobs):
    stages = Stages()
    list(extract_all(articles(20), TroubledRecipe(), jobs, stages=stages))
    waited = {"waiting for processes"} if jobs > 1 else set()
    assert set(stages.seconds) == {"loading", "extraction", *waited}
    assert all(seconds > 0 for seconds in stages.seconds.values())
