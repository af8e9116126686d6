"""`kg populate --jobs` that is stopped: nothing is read twice that was kept, nothing is lost, and the end is the same."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fake_extractor import FakeRecipe

from kg.export import Format, write_store
from kg.populate import Work, populate
from kg.read import read_inputs
from kg.store import LocalStore, stored_articles

SIZE = 60
SCRIPT = """
import os, signal, sys, time
from fake_extractor import FakeExtractor, FakeRecipe
from kg.cli.main import main
from kg.workers import SpacyRecipe

read = FakeExtractor._read

def slowly(extractor, article):
    with open(os.environ["TOLD"], "a") as told:
        told.write(f"{os.getpid()} {article.identifier}\\n")
    time.sleep(0.03)
    return read(extractor, article)

FakeExtractor._read = slowly
SpacyRecipe.make = lambda recipe: FakeExtractor("1")
SpacyRecipe.stamp = lambda recipe: FakeRecipe("1").stamp()
if __name__ == "__main__":
    # whoever runs the tests in the background ignores both
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    sys.exit(main(["populate", os.environ["NEWS"], "--store", os.environ["STORE"], "--jobs", sys.argv[1]]))
"""


class Run:
    """Runs the script in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.news, self.store, self.told = folder / "news.jsonl", folder / "store", folder / "told"
        self.told.touch()
        (folder / "script.py").write_text(SCRIPT)
        text = "Ana indicted Ben. The rest of this text is plain English prose, as everybody can see at once."
        lines = (json.dumps({"id": f"n{number}", "text": f"{text} {number}."}) for number in range(SIZE))
        self.news.write_text("\n".join(lines))

    def start(self, jobs: int) -> "subprocess.Popen[str]":
        support = Path(__file__).resolve().parents[1] / "support"
        environment = {
            "PYTHONPATH": os.pathsep.join([str(support), str(support.parents[1])]),
            "TOLD": str(self.told), "NEWS": str(self.news), "STORE": str(self.store),
        }  # fmt: skip
        return subprocess.Popen(
            [sys.executable, "-W", "error", str(self.folder / "script.py"), str(jobs)],
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def reads(self) -> list[tuple[int, str]]:
        """The process and the article of each reading."""
        lines = self.told.read_text().splitlines()
        return [(int(process), name) for process, name in map(str.split, lines)]

    def kept(self) -> set[str]:
        with LocalStore(self.store, read_only=True) as store:
            return set(stored_articles(store))

    def dump(self) -> bytes:
        with LocalStore(self.store, read_only=True) as store:
            return _dump(store)

    def undisturbed(self) -> bytes:
        with LocalStore() as store:
            populate(read_inputs([str(self.news)]), store, Work(FakeRecipe("1")))
            return _dump(store)


def _dump(store: LocalStore) -> bytes:
    out = io.BytesIO()
    write_store(store, out, Format.NQUADS)
    return out.getvalue()


def _wait_until(condition, running=None) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "it does not happen"
        assert running is None or running.poll() is None, running.stderr.read()
        time.sleep(0.01)


def _finish(run: Run, jobs: int) -> tuple[str, str]:
    with run.start(jobs) as running:
        out, err = running.communicate(timeout=60)
        assert running.returncode == 0, err
    return out, err


@pytest.fixture
def run(tmp_path):
    return Run(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_run_that_was_stopped_goes_on_where_it_was(run, how):
    with run.start(2) as running:
        _wait_until(lambda: len(run.reads()) >= 36, running)
        if how == signal.SIGKILL:
            running.kill()
        else:
            os.killpg(running.pid, how)  # as a terminal does, which tells the other processes too
        out, err = running.communicate(timeout=60)
        code = running.returncode
    workers = {process for process, _ in run.reads()}
    assert len(workers) == 2
    _wait_until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
    kept, before = run.kept(), run.reads()
    assert 0 < len(kept) < SIZE
    if how != signal.SIGKILL:
        assert code == 130
        told = re.fullmatch(r"(\d+) articles were read and kept; .* the others\ninterrupted\n", err)
        assert told, err
        assert len(kept) - int(told[1]) in (0, 1), "one may be stored and not counted yet"
    out, err = _finish(run, 3)
    assert f"articles read  {SIZE - len(kept)}\nunchanged      {len(kept)}\nskipped        0\n" in out
    again = {name for _, name in run.reads()[len(before) :]}
    assert again.isdisjoint(kept), "what was kept is not read again"
    assert again | kept == {f"n{number}" for number in range(SIZE)}
    assert run.dump() == run.undisturbed()


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_a_worker_that_is_killed_costs_nothing_but_time(run):
    with run.start(2) as running:
        _wait_until(lambda: len(run.reads()) >= 20, running)
        os.kill(run.reads()[-1][0], signal.SIGKILL)
        out, err = running.communicate(timeout=60)
        assert (running.returncode, err.count("skipped")) == (0, 0), err
    assert f"articles read  {SIZE}\n" in out
    assert len({process for process, _ in run.reads()}) == 3
    assert run.dump() == run.undisturbed()
