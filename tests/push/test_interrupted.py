"""A push that was broken off goes on where it stopped, and ends as if nothing had happened."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from gate import CLOSED, LOST, Asked, Gate
from pushing import BASE, NAMES, QUICK, data, pushed, put

from kg.errors import StoreError
from kg.push import Patience
from kg.store import LocalStore, RemoteStore


def per_graph(asked: Asked) -> int | None:
    """A server without datasets."""
    return 415 if asked.is_dataset else None


def no_graphs(asked: Asked) -> int | None:
    """A server without the Graph Store protocol."""
    return 404 if asked.path == "/store" else None


def no_updates(asked: Asked) -> int | None:
    """A server that takes graphs one by one, and nothing else."""
    return 404 if asked.is_dataset or asked.path == "/update" else None


WAYS = {"dataset": lambda asked: None, "graphs": per_graph, "updates": no_graphs, "graphs-alone": no_updates}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_gives_the_same(here: LocalStore, there: RemoteStore, gate: Gate, way: str) -> None:
    gate.rule = WAYS[way]
    report = pushed(here, gate.url)
    assert (report.differences, data(there)) == ([], data(here))
    put(here, "article/0", "another text")
    put(here, "article/5", "a new text")
    here.remove_graph(put(here, "article/1"))
    report = pushed(here, gate.url)
    assert (report.sent, report.gone.total(), report.differences) == (2, 1, [])
    assert data(there) == data(here)
    assert pushed(here, gate.url).sent == 0


@pytest.mark.parametrize(
    ("way", "said"),
    [("dataset", "datasets to"), ("graphs", "Graph Store protocol"), ("updates", "SPARQL updates")],
)
def test_the_way_is_found_by_asking(here: LocalStore, gate: Gate, way: str, said: str) -> None:
    gate.rule = WAYS[way]
    assert said in str(pushed(here, gate.url).way)


def test_asking_leaves_nothing_behind(here: LocalStore, there: RemoteStore, gate: Gate) -> None:
    gate.rule = no_graphs
    pushed(here, gate.url)
    assert {graph.value for graph in there.graphs()} == {
        *(graph.value for graph in here.graphs()),
        f"{BASE}graph/pushed",
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("fault", [503, 507, CLOSED, LOST])
@pytest.mark.parametrize("stop", [0, 1, 3])
def test_a_server_that_goes_away_is_gone_on_with(
    there: RemoteStore, gate: Gate, monkeypatch: pytest.MonkeyPatch, way: str, fault: int, stop: int
) -> None:
    monkeypatch.setattr("kg.push.ways._MEGABYTE", 1000)
    with LocalStore() as store:
        for number in range(24):
            put(store, f"article/{number}", *(f"{number} {'long ' * 500} {line}" for line in range(4)))
        gate.rule = lambda asked: fault if asked.is_write and asked.number >= stop else WAYS[way](asked)
        with pytest.raises(StoreError, match=r"the same command|HTTP 503"):
            pushed(store, gate.url)
        gate.rule = WAYS[way]
        known = {quad.object.value.split(" ")[2] for quad in there.quads(NAMES.pushed)}
        before = len(gate.done)
        report = pushed(store, gate.url)
        assert (report.sent, report.differences, data(there)) == (24 - len(known), [], data(store))
        again = b"".join(asked.body for asked in gate.done[before:])
        assert not [graph for graph in known if f"<{graph}> {{".encode() in again]


@pytest.mark.parametrize("fault", [429, 502, 503, 504, CLOSED, LOST])
def test_a_short_fault_is_waited_out(here: LocalStore, there: RemoteStore, gate: Gate, fault: int) -> None:
    faults = [fault, fault]
    gate.rule = lambda asked: faults.pop() if faults and asked.is_write else None
    pauses: list[float] = []
    report = pushed(here, gate.url, Patience((1, 2, 4), sleep=pauses.append))
    assert (report.differences, data(there), pauses[:2]) == ([], data(here), [1, 2])


def test_a_server_is_given_the_time_that_it_asks_for(here: LocalStore, gate: Gate) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    asked_for = [(503, {"Retry-After": "7"}), (429, {"Retry-After": soon}), (503, {"Retry-After": "soon"})]
    gate.rule = lambda asked: asked_for.pop(0) if asked_for and asked.is_write else None
    pauses: list[float] = []
    pushed(here, gate.url, Patience((1, 1, 1), sleep=pauses.append))
    assert pauses[0] == 7
    assert 20 < pauses[1] <= 30
    assert pauses[2] == 1


def test_a_server_that_asks_for_an_hour_is_not_waited_for(here: LocalStore, gate: Gate) -> None:
    gate.rule = lambda asked: (503, {"Retry-After": "3600"}) if asked.is_write else None
    with pytest.raises(StoreError, match=r"come back in 3600 s; .* the same command"):
        pushed(here, gate.url, QUICK)


@pytest.mark.parametrize(
    ("status", "advice"),
    [(401, "KG_SERVER_USER"), (403, "right to write"), (507, "no space left")],
)
def test_a_refusal_says_what_to_do(here: LocalStore, gate: Gate, status: int, advice: str) -> None:
    gate.rule = lambda asked: status if asked.path != "/query" else None
    with pytest.raises(StoreError, match=advice):
        pushed(here, gate.url)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_too_large_is_sent_in_parts(there: RemoteStore, gate: Gate, way: str) -> None:
    gate.rule = lambda asked: 413 if len(asked.body) > 6_000 else WAYS[way](asked)
    with LocalStore() as store:
        put(store, "article/0", "small")
        for number in range(1, 4):
            put(store, f"article/{number}", *(f"{number} {line} {'x' * 50}" for line in range(200)))
        for size in (200, 150):
            put(store, "graph/facts", *(f"{line} {'x' * 50}" for line in range(size)))
            report = pushed(store, gate.url)
            assert (report.differences, data(there)) == ([], data(store))


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_a_killed_push_is_gone_on_with(
    there: RemoteStore, gate: Gate, tmp_path: Path, sign: signal.Signals
) -> None:
    folder = tmp_path / "store"
    with LocalStore(folder, create=True) as store:
        for number in range(30):
            put(store, f"article/{number}", *(f"{number} {'long ' * 25_000} {line}" for line in range(4)))
        expected = data(store)

    def slowly(asked: Asked) -> int | None:
        if asked.is_write:
            time.sleep(0.05)
        return per_graph(asked)

    gate.rule = slowly
    code = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
from kg.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
    command = [sys.executable, "-c", code, "push", gate.url, "--store", str(folder)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": os.getcwd()})
    deadline = time.monotonic() + 60
    while len(gate.done) < 8 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(sign)
    _, said = process.communicate(timeout=60)
    assert process.returncode == (130 if sign is signal.SIGINT else -sign)
    assert b"Traceback" not in said
    assert 0 < len(there.graphs()) < 30
    known = len(list(there.quads(NAMES.pushed)))
    with LocalStore(folder, read_only=True) as store:
        report = pushed(store, gate.url)
    assert (report.sent, report.differences, data(there)) == (30 - known, [], expected)
    assert 2 <= known < 30
