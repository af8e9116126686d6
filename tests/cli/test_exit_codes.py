import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph
import pytest

from kg.cli import stats


def test_a_wrong_option_is_wrong_usage(kg):
    done = kg("stats", "--colour")
    assert done.code == 2
    assert "--colour" in done.err
    assert done.out == ""


def test_a_store_that_is_not_there_says_how_to_fill_one(kg):
    done = kg("stats")
    assert done.code == 3
    assert (
        done.err
        == "error: there is no store at kg-store; fill one with: kg populate INPUT --store kg-store\n"
    )


def test_a_server_that_is_not_there_is_unreachable(kg):
    done = kg("stats", "--store", "http://127.0.0.1:9/query")
    assert done.code == 3
    assert "http://127.0.0.1:9/query cannot be reached" in done.err


def test_a_locked_store_says_who_has_it(kg, filled, articles):
    # one process cannot lock against itself, so another one holds the store
    code = "import pyoxigraph, sys; s = pyoxigraph.Store(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(filled)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout.readline() == "open\n"
        done = kg("populate", articles)
        assert done.code == 3
        assert "the store at kg-store is in use by" in done.err
        assert kg("stats").code == 3, "nor can it be read meanwhile, since nobody knows how it stands"
    finally:
        holder.communicate(timeout=20)
    assert kg("stats").code == 0


def test_wrong_settings_are_wrong_usage_and_named(kg):
    Path("kg.toml").write_text("jobs = 'many'\n")
    done = kg("stats")
    assert done.code == 2
    assert "kg.toml: jobs: must be a whole number" in done.err
    assert kg("stats", "--help").code == 0, "help is given even so"


def test_a_bug_is_one_line_and_the_traceback_is_to_be_had(kg, monkeypatch):
    def broken(store: object) -> str:
        raise ZeroDivisionError("by nothing\nand more")

    monkeypatch.setattr(stats.options, "home", broken)
    done = kg("stats")
    assert done.code == 1
    assert done.err == (
        "error: unexpected: ZeroDivisionError: by nothing; to see where, run it again with KG_DEBUG=1 set\n"
    )
    monkeypatch.setenv("KG_DEBUG", "1")
    assert "Traceback" in kg("stats").err


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interruption_is_130_and_leaves_a_store_that_can_be_used(kg, articles, tmp_path, how):
    code = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from fake_extractor import FakeExtractor, FakeRecipe
from kg.cli.main import main
from kg.workers import SpacyRecipe
SpacyRecipe.make = lambda recipe: FakeRecipe().make()
SpacyRecipe.stamp = lambda recipe: FakeRecipe().stamp()
read = FakeExtractor._read
def slow(self, article):
    if article.identifier == "two":
        print("waiting", file=sys.stderr, flush=True)
        time.sleep(30)
    return read(self, article)
FakeExtractor._read = slow
sys.exit(main(["populate", sys.argv[1], "--store", sys.argv[2]]))
"""
    support = Path(__file__).resolve().parents[1] / "support"
    path = os.pathsep.join([str(support), str(support.parents[1])])
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(articles), str(tmp_path / "store")],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert running.stderr.readline() == "waiting\n"
    time.sleep(0.1)
    running.send_signal(how)
    assert running.wait(timeout=20) == 130
    kept = "no article was read to the end; the same command begins again"
    assert running.stderr.read() == f"{kept}\ninterrupted\n"
    running.stderr.close()
    assert pyoxigraph.Store(str(tmp_path / "store")) is not None
