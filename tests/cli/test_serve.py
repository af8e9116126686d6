"""`kg serve` as one starts and stops it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from world import fill

from kg.store import LocalStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with LocalStore(tmp_path / "store", create=True) as store:
        fill(store)
    return tmp_path / "store"


@contextmanager
def started(folder: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """A running server, its address, and what it said at the start."""
    command = [
        sys.executable,
        "-m",
        "kg.cli",
        "serve",
        "--store",
        str(folder),
        "--port",
        "0",
        "--workers",
        "1",
        *more,
    ]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stderr is not None
    said = ""
    try:
        while not re.search(r"http://\S+", said) or ("--allow-edit" in more and "token:" not in said):
            line = server.stderr.readline()
            assert line, f"it ended and said {said}"
            said += line
        yield server, re.findall(r"http://\S+", said)[-1], said
    finally:
        server.kill()
        server.communicate()


def answer(url: str) -> httpx.Response:
    deadline = time.monotonic() + 60
    while True:
        try:
            return httpx.get(url, timeout=60)
        except httpx.TransportError:
            assert time.monotonic() < deadline
            time.sleep(0.1)


def workers_of(server: subprocess.Popen[str]) -> list[int]:
    """The processes that it has started; none where the system does not tell."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    if not children.exists():
        return []
    found = [int(each) for each in children.read_text().split()]
    assert found
    return found


@pytest.mark.skipif(os.name == "nt", reason="signals are sent as POSIX has them")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped_and_leaves_no_process_behind(folder, number):
    with started(folder) as (server, address, _):
        assert answer(f"{address}sparql?query=ASK{{}}").json()["boolean"] is True
        workers = workers_of(server)
        server.send_signal(number)
        assert server.wait(60) == 0
        assert "Traceback" not in server.stderr.read()
        for worker in workers:
            assert not Path(f"/proc/{worker}").exists()


def test_a_server_that_is_killed_leaves_no_process_behind(folder):
    with started(folder) as (server, address, _):
        answer(f"{address}sparql?query=ASK{{}}")
        workers = workers_of(server)
        server.kill()
        server.wait(60)
        deadline = time.monotonic() + 60
        while any(Path(f"/proc/{worker}/cmdline").exists() for worker in workers):
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_a_token_is_printed_where_none_was_chosen(folder):
    with started(folder, "--allow-edit", "--by", "Ada") as (_, _, said):
        assert len(re.search(r"token: (\S+)", said)[1]) >= 24


def test_a_chosen_token_is_not_printed(kg, folder, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("KG_EDIT_TOKEN", "a token that nobody guesses")
        done = kg("serve", "--store", folder, "--allow-edit", "--by", "Ada", "--port", taken.getsockname()[1])
    assert "nobody guesses" not in done.err + done.out


def test_a_port_that_is_taken_is_told(kg, folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = kg("serve", "--store", folder, "--port", taken.getsockname()[1])
    assert done.code == 1
    assert "choose another --port" in done.err


def test_a_store_that_is_not_there_is_told(kg, tmp_path):
    assert kg("serve", "--store", tmp_path / "none").code == 3


def test_to_edit_from_the_network_takes_a_token_that_somebody_chose(kg, folder):
    done = kg("serve", "--store", folder, "--host", "0.0.0.0", "--allow-edit", "--by", "Ada")
    assert done.code == 2
    assert "KG_EDIT_TOKEN" in done.err
