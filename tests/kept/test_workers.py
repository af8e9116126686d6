"""The processes that extract, when the one that started them is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = """
import sys, time, os
from dataclasses import dataclass
from fake_extractor import FakeExtractor, FakeRecipe
from kg.cli.main import main
from kg.workers import SpacyRecipe

def slowly(extractor, article):
    with open(os.environ["TOLD"], "a") as told:
        told.write(f"{os.getpid()}\\n")
    time.sleep(60)

FakeExtractor._read = slowly
SpacyRecipe.make = lambda recipe: FakeExtractor("1")
SpacyRecipe.stamp = lambda recipe: FakeRecipe("1").stamp()
if __name__ == "__main__":
    sys.exit(main(["populate", os.environ["NEWS"], "--store", os.environ["STORE"], "-j", "2"]))
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="which processes there are is told by Linux alone")
def test_what_extracts_ends_with_the_command_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(SCRIPT)
    (tmp_path / "news").mkdir()
    for number in range(20):
        (tmp_path / "news" / f"{number}.txt").write_text("Ana indicted Ben.")
    told = tmp_path / "told"
    told.touch()
    support = Path(__file__).resolve().parents[1] / "support"
    path = os.pathsep.join([str(support), str(support.parents[1])])
    environment = {
        "PYTHONPATH": path, "TOLD": str(told), "NEWS": str(tmp_path / "news"), "STORE": str(tmp_path / "store"),
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, str(tmp_path / "script.py")],
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
    ) as running:
        workers = _waited(lambda: _workers(told) if len(_workers(told)) == 2 else None, running)
        running.send_signal(signal.SIGKILL)
        running.wait(10)
        assert running.pid not in workers
        _waited(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


def _workers(told: Path) -> set[int]:
    return {int(line) for line in told.read_text().splitlines()}


def _waited(until, running=None):
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        if found := until():
            return found
        assert running is None or running.poll() is None, running.stderr.read().decode()
        time.sleep(0.05)
    pytest.fail("it does not happen")
