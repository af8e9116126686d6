"""Clients that send or take slowly, come too often, or go before they are answered: nobody else waits for them."""

import http.client
import os
import re
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from webbing import Site, serving_site

from kg.serve import connection
from kg.serve.clients import client_at
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?c != ?l) }"
LABEL = "SELECT ?l { <https://w3id.org/kg-populator/data/entity/mara-voss> skos:prefLabel ?l }"
LARGE = 32 << 20


async def large(_: Request) -> Response:
    return Response(b"x" * LARGE)


@pytest.fixture(scope="module")
def patient(opening: Opening) -> Iterator[Site]:
    """A server that would let a query run for a long time; it has one process for one client at a time."""
    serving = Serving(opening, workers=2, limits=Limits(60))
    with serving_site(serving, [Route("/large", large)]) as running:
        yield running


def opened(site: Site, text: bytes = b"") -> socket.socket:
    client = socket.create_connection((site.serving.host, site.serving.port), 30)
    client.sendall(text)
    return client


def head(site: Site, path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{site.serving.port}\r\n\r\n".encode()


def is_ended(client: socket.socket, seconds: float) -> bool:
    """Whether the server ends a connection within some seconds, having said nothing."""
    client.settimeout(seconds)
    try:
        return client.recv(1) == b""
    except ConnectionResetError:
        return True
    except TimeoutError:
        return False


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\nContent-Length: 9\r\n\r\nAS",
    ],
)
def test_a_request_that_does_not_come_in_time_ends_its_connection(patient, monkeypatch, text):
    monkeypatch.setattr(connection, "_COMING", 0.5)
    with opened(patient, text) as client:
        assert is_ended(client, 10)


def test_a_request_that_comes_in_pieces_and_in_time_is_answered(patient, monkeypatch):
    monkeypatch.setattr(connection, "_COMING", 5.0)
    with opened(patient) as client:
        for _ in range(2):
            for piece in (head(patient, "/static/kg.css")[:20], head(patient, "/static/kg.css")[20:]):
                client.sendall(piece)
                time.sleep(0.2)
            answer = http.client.HTTPResponse(client)
            answer.begin()
            assert (answer.status, len(answer.read()) > 100) == (200, True)


def test_a_request_may_stay_answered_longer_than_it_may_take_to_come(patient, monkeypatch):
    monkeypatch.setattr(connection, "_COMING", 0.3)
    with opened(patient, head(patient, "/large")) as client:
        time.sleep(1)
        answer = http.client.HTTPResponse(client)
        answer.begin()
        assert len(answer.read()) == LARGE


def test_an_answer_that_is_taken_too_slowly_ends_its_connection(patient, monkeypatch):
    monkeypatch.setattr(connection, "_LOOKS", 0.3)
    with opened(patient, head(patient, "/large")) as client:
        time.sleep(2)
        assert received(client) < LARGE


def test_answers_that_nobody_takes_have_no_more_memory_than_they_may_together(patient, monkeypatch):
    monkeypatch.setattr(connection, "_UNSENT", 3 * LARGE)
    with ExitStack() as stack:
        clients = [stack.enter_context(opened(patient, head(patient, "/large"))) for _ in range(6)]
        time.sleep(1)
        whole = [received(client) > LARGE for client in clients]
    assert 1 <= sum(whole) <= 3


def received(client: socket.socket) -> int:
    """How many bytes come until the connection ends, or nothing more comes."""
    client.settimeout(2)
    size = 0
    while True:
        try:
            piece = client.recv(1 << 20)
        except (ConnectionResetError, TimeoutError):
            return size
        if not piece:
            return size
        size += len(piece)


def test_one_client_has_only_so_many_connections(patient, monkeypatch):
    monkeypatch.setattr(connection, "_OF_ONE", 5)
    time.sleep(0.2)
    with ExitStack() as stack:
        for _ in range(5):
            stack.enter_context(opened(patient))
        time.sleep(0.2)
        refused = http.client.HTTPResponse(stack.enter_context(opened(patient)))
        refused.begin()
        assert (refused.status, refused.read()) == (429, b"you have too many connections already")
    time.sleep(0.2)
    assert patient.get("/static/kg.css").status_code == 200


def test_head_and_body_of_a_small_answer_come_together(patient):
    with opened(patient, head(patient, "/sparql?" + urlencode({"query": LABEL}))) as client:
        answer = client.recv(1 << 16)
    assert b"\r\n\r\n{" in answer
    assert answer.endswith(b"}")


def test_requests_that_come_together_are_answered_in_turn(patient):
    asked = [f"SELECT ({number} AS ?n) {{}}" for number in range(5)]
    texts = [head(patient, "/sparql?" + urlencode({"query": query})) for query in asked]
    said = b""
    with opened(patient, b"".join(texts)) as client:
        while said.count(b'"value":') < 5 and (piece := client.recv(1 << 16)):
            said += piece
    assert re.findall(rb'"value":"(\d)"', said) == [b"0", b"1", b"2", b"3", b"4"]


def test_who_wants_to_be_told_to_go_on_is_told_at_once(patient):
    body = LABEL.encode()
    lines = (
        "POST /sparql HTTP/1.1",
        f"Host: 127.0.0.1:{patient.serving.port}",
        "Content-Type: application/sparql-query",
        "Expect: 100-continue",
        f"Content-Length: {len(body)}",
    )
    with opened(patient, "\r\n".join([*lines, "", ""]).encode()) as client:
        client.settimeout(10)
        assert client.recv(100).startswith(b"HTTP/1.1 100 ")
        client.sendall(body)
        assert client.recv(1 << 16).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("many", [300, 15_000, 100_000])
def test_a_head_of_a_great_many_lines_is_refused(patient, many):
    lines = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"a:b\r\n" * many + b"\r\n"
    with opened(patient) as client, suppress(ConnectionError):
        client.sendall(lines)
        assert client.recv(100).startswith(b"HTTP/1.1 4")


def test_a_query_of_many_lines_is_no_head_of_many_lines(patient):
    query = LABEL.replace(" ", "\n" * 400)
    typed = {"Content-Type": "application/sparql-query"}
    for _ in range(3):
        assert patient.client.post("/sparql", content=query, headers=typed).status_code == 200


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("::1", "::2", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("fe80::1%eth0", "fe80::2%eth0", True),
        ("unix", "unix", True),
    ],
)
def test_addresses_that_one_client_may_have_are_one_client(one, other, same):
    assert (client_at(one) == client_at(other)) is same


def test_who_hangs_up_has_his_query_ended(patient):
    patient.get("/sparql", params={"query": LABEL})
    asked = http.client.HTTPConnection(patient.serving.host, patient.serving.port, timeout=60)
    asked.request("GET", "/sparql?" + urlencode({"query": CROSS}))
    time.sleep(2)
    asked.close()
    # the same client can have no other process meanwhile
    began = time.monotonic()
    assert patient.get("/sparql", params={"query": LABEL}).status_code == 200
    assert time.monotonic() - began < 15


def test_processes_that_are_killed_while_nobody_asks_are_replaced_before_anybody_notices(patient):
    deadline = time.monotonic() + 60
    while len(patient.app.state.pool._idle) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    before = set(processes())
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.3)
    statuses = {patient.get("/sparql", params={"query": LABEL}).status_code for _ in range(5)}
    assert statuses == {200}
    assert not before & set(processes())


def test_processes_that_are_killed_under_load_are_replaced_and_every_question_is_answered_or_refused(patient):
    statuses: Counter[int] = Counter()
    done = threading.Event()

    def ask() -> None:
        with httpx.Client(base_url=patient.url, timeout=60) as client:
            while not done.is_set():
                statuses[client.get("/sparql", params={"query": LABEL}).status_code] += 1

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    killed, answered, deadline = 0, -1, time.monotonic() + 90
    while killed < 4 and time.monotonic() < deadline:
        if statuses[200] > answered:
            answered = statuses[200] + 5
            for pid in processes()[:1]:
                os.kill(pid, signal.SIGKILL)
                killed += 1
        time.sleep(0.1)
    while statuses[200] <= answered and time.monotonic() < deadline:
        time.sleep(0.1)
    done.set()
    for thread in threads:
        thread.join()
    assert (killed, statuses[200] > answered) == (4, True)
    assert set(statuses) <= {200, 413, 503}


def processes() -> list[int]:
    """The processes that answer queries for this one, and none of its other servers (Linux)."""
    tasks = Path(f"/proc/{os.getpid()}/task")
    started = [each for task in tasks.iterdir() for each in (task / "children").read_text().split()]
    return [int(each) for each in started if answers_queries(Path(f"/proc/{each}"))]


def answers_queries(process: Path) -> bool:
    try:
        return b"kg.serve.worker" in (process / "cmdline").read_bytes()
    except OSError:  # it has ended meanwhile
        return False
