"""Runs on a real scheduler with real workers, which are killed meanwhile."""

import signal
import threading
import time
from pathlib import Path

import pytest

pytest.importorskip(
    "distributed", reason="work on several machines is an extra: pip install 'kg-populator[dask]'"
)

from dask_processes import dask_processes
from meeting_corpus import meeting_corpus
from meeting_recipe import FOLDER, HOLD, MeetingRecipe

from kg.errors import KgError, StoreError, UsageError
from kg.shards import Cluster, Here, Plan, Task, populate_shards

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
ARTICLES, SIZE = 60, 5


def filled(folder: Path, engine):
    return populate_shards(meeting_corpus(ARTICLES), Plan(folder, MeetingRecipe()), engine, SIZE)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "graph").iterdir())}


@pytest.fixture(scope="module")
def alone(tmp_path_factory) -> dict[str, bytes]:
    """The files that one process makes."""
    folder = tmp_path_factory.mktemp("alone")
    filled(folder, Here())
    return contents(folder)


class InBackground:
    """A run of its own thread, which is given the time that it needs."""

    def __init__(self, work):
        self.result = self.error = None
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def _run(self, work):
        try:
            self.result = work()
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            self.error = error

    def done(self):
        self._thread.join(240)
        assert not self._thread.is_alive(), "the run does not come to an end"
        if self.error is not None:
            raise self.error
        return self.result


def until(true, seconds: float = 120):
    """Wait for something to be so."""
    end = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < end, "it does not come to be"
        time.sleep(0.02)
    return found


def begun(folder: Path, worker) -> bool:
    return (folder / str(worker.pid)).exists()


def finished(folder: Path) -> int:
    return len(list((folder / "read").glob("*.done.json"))) if (folder / "read").exists() else 0


def test_a_killed_worker_and_an_added_one_leave_the_same_bytes(tmp_path, alone):
    told, run = tmp_path / "told", tmp_path / "run"
    told.mkdir()
    with (
        dask_processes(tmp_path / "dask", 3, **{FOLDER: str(told)}) as processes,
        Cluster(processes.address) as cluster,
    ):
        work = InBackground(lambda: filled(run, cluster))
        first = processes.workers[0]
        until(lambda: begun(told, first) and finished(run) > 1)
        (told / HOLD).touch()
        assert finished(run) < ARTICLES // SIZE, "it is killed at work"
        processes.kill(first)
        added = processes.start_worker()
        until(lambda: begun(told, added))
        (told / HOLD).unlink()
        report = work.done()
    assert report.articles == ARTICLES + 1
    assert contents(run) == alone


def test_another_scheduler_in_the_place_of_the_first_goes_on_with_what_was_finished(tmp_path, alone):
    told, run, notes = tmp_path / "told", tmp_path / "run", []
    told.mkdir()
    with (
        dask_processes(tmp_path / "dask", 3, **{FOLDER: str(told)}) as processes,
        Cluster(processes.address, note=notes.append) as cluster,
    ):
        work = InBackground(lambda: filled(run, cluster))
        until(lambda: finished(run) > 2)
        (told / HOLD).touch()
        kept = {path: path.stat().st_mtime_ns for path in (run / "read").glob("*.done.json")}
        processes.kill(processes.scheduler)
        assert finished(run) < ARTICLES // SIZE, "it was killed meanwhile"
        (told / HOLD).unlink()
        for worker in processes.workers:
            worker.wait(60)
        processes.start_scheduler()
        for _ in range(3):
            processes.start_worker()
        work.done()
    assert any("is gone" in note for note in notes)
    assert contents(run) == alone
    assert all(path.stat().st_mtime_ns == written for path, written in kept.items()), "nothing is read twice"


@pytest.fixture(scope="module")
def own():
    """A cluster of our own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parent.parent / "support"))
        with Cluster("local", 2) as cluster:
            yield cluster


def test_a_cluster_of_our_own_gives_the_same_bytes(tmp_path, alone, own):
    filled(tmp_path, own)
    assert contents(tmp_path) == alone


def test_workers_of_our_own_leave_it_to_us_what_is_done_with_an_interruption(own):
    ((_, held),) = own.results([Task("held", _held, ())])
    assert held
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_a_task_that_kills_each_worker_is_named(tmp_path):
    once = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    with dask_processes(tmp_path, 0, **once) as processes, Cluster(processes.address) as cluster:
        stop = threading.Event()

        def replace():
            while not stop.is_set():
                if all(worker.poll() is not None for worker in processes.workers):
                    processes.start_worker()
                time.sleep(0.05)

        keeper = threading.Thread(target=replace)
        keeper.start()
        try:
            with pytest.raises(KgError, match=r"each worker that began with 'deadly' has died"):
                list(cluster.results([Task("deadly", _die, ())]))
        finally:
            stop.set()
            keeper.join()


def test_a_scheduler_that_is_not_there_is_said_with_what_to_do(tmp_path):
    with pytest.raises(StoreError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9 .*dask scheduler"):
        Cluster("tcp://127.0.0.1:9", patience=1)
    with pytest.raises(UsageError, match="tcp://HOST:8786"):
        Cluster("127.0.0.1:8786")


def test_a_run_without_workers_says_how_to_start_one_and_ends(tmp_path):
    notes = []
    with (
        dask_processes(tmp_path, 0) as processes,
        Cluster(processes.address, note=notes.append, patience=2) as cluster,
        pytest.raises(StoreError, match="no worker has come"),
    ):
        list(cluster.results([Task("nothing", _die, ())]))
    assert f"dask worker {processes.address}" in notes[0]


def _held():
    import signal

    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def _die():
    import os

    os._exit(9)
