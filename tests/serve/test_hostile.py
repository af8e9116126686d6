"""Queries that want all there is, and requests that make no sense: everybody else is answered all the same."""

import http.client
import json
import os
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from webbing import Site, serving_site

from kg.serve.served import MIB, Limits, Opening
from kg.serve.serving import Serving

SECONDS = 4
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?c != ?l) }"
HUNGRY = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LABEL = "SELECT ?l { <https://w3id.org/kg-populator/data/entity/mara-voss> skos:prefLabel ?l }"
MEMORY = 300 * MIB


@pytest.fixture(scope="module")
def others() -> frozenset[int]:
    """The processes that this one has started for other servers."""
    return frozenset(children())


@pytest.fixture(scope="module")
def guarded(opening: Opening, others: frozenset[int]) -> Iterator[Site]:
    """A server with little patience and little memory."""
    small = Opening(opening.home, memory=MEMORY)
    with serving_site(Serving(small, workers=3, limits=Limits(SECONDS, 1_000, MIB))) as running:
        yield running


def children() -> list[int]:
    """The processes that this one has started (Linux)."""
    tasks = Path(f"/proc/{os.getpid()}/task")
    found: list[int] = []
    for task in tasks.iterdir() if tasks.is_dir() else ():
        with suppress(OSError):
            found += map(int, (task / "children").read_text().split())
    return found


def resident(pid: int) -> int:
    """The memory of a process; nothing of one that has just been forked and is still a copy of this one."""
    with suppress(OSError, IndexError):
        if Path(f"/proc/{pid}/cmdline").read_bytes() == Path("/proc/self/cmdline").read_bytes():
            return 0
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def repeated(site: Site, query: str, end: float, statuses: Counter[int]) -> None:
    with httpx.Client(base_url=site.url, timeout=60) as client:
        while time.monotonic() < end:
            statuses[client.get("/sparql", params={"query": query}).status_code] += 1


@pytest.mark.parametrize(("query", "told"), [(CROSS, {408}), (HUNGRY, {408, 413})])
def test_eight_clients_are_answered_while_another_asks_for_too_much_again_and_again(
    guarded, others, query, told
):
    before = set(children())
    end = time.monotonic() + 11
    lookups: Counter[int] = Counter()
    hostile: Counter[int] = Counter()
    seen: set[int] = set()
    most = 0
    threads = [threading.Thread(target=repeated, args=(guarded, LABEL, end, lookups)) for _ in range(8)]
    threads.append(threading.Thread(target=repeated, args=(guarded, query, end, hostile)))
    for thread in threads:
        thread.start()
    while time.monotonic() < end:
        workers = set(children()) - others
        seen |= workers
        most = max(most, *map(resident, workers), 0)
        time.sleep(0.1)
    for thread in threads:
        thread.join()
    assert set(lookups) == {200}
    assert lookups[200] >= 8
    assert hostile
    assert set(hostile) <= told
    assert seen - before, "no process was replaced"
    assert most < MEMORY + 200 * MIB


def test_a_client_that_asks_for_too_much_many_times_at_once_is_told_and_others_go_on(guarded):
    asked = [
        http.client.HTTPConnection(guarded.serving.host, guarded.serving.port, timeout=60) for _ in range(40)
    ]
    for connection in asked:
        connection.request("GET", "/sparql?" + urlencode({"query": CROSS}))
    # another address of this machine is another client
    with httpx.Client(
        base_url=guarded.url, timeout=60, transport=httpx.HTTPTransport(local_address="127.0.0.2")
    ) as other:
        assert {other.get("/sparql", params={"query": LABEL}).status_code for _ in range(5)} == {200}
    statuses = Counter(connection.getresponse().status for connection in asked)
    for connection in asked:
        connection.close()
    assert statuses[429] > 0
    assert set(statuses) <= {408, 429, 503}
    assert guarded.get("/sparql", params={"query": LABEL}).status_code == 200


def test_who_hangs_up_does_not_keep_others_waiting(guarded):
    for _ in range(6):
        connection = http.client.HTTPConnection(guarded.serving.host, guarded.serving.port, timeout=60)
        connection.request("GET", "/sparql?" + urlencode({"query": CROSS}))
        connection.close()
    assert guarded.get("/sparql", params={"query": LABEL}).status_code == 200


PIECES = [
    "SELECT ",
    "ASK ",
    "CONSTRUCT ",
    "DESCRIBE ",
    "WHERE ",
    "* ",
    "?s ",
    "?p ",
    "?o ",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "<urn:a>",
    "'",
    '"',
    "'''",
    "\\",
    "\\u0022",
    "#",
    "\n",
    "\0",
    "é",
    "\U0001f600",
    "\ufffe",
    ".",
    ";",
    ",",
    "kg:Person ",
    "a ",
    "PREFIX x: <urn:x> ",
    "FILTER",
    "OPTIONAL ",
    "UNION ",
    "MINUS ",
    "BIND(",
    " AS ",
    "VALUES ",
    "GRAPH ",
    "SERVICE ",
    "FROM ",
    "NAMED ",
    "LIMIT ",
    "OFFSET ",
    "9999999999999999999999",
    "-1",
    "GROUP BY ",
    "HAVING ",
    "ORDER BY ",
    "COUNT(",
    "REGEX(?o, '(a+)+$')",
    "+",
    "*",
    "/",
    "^",
    "|",
    "!",
    "<<",
    ">>",
    "INSERT ",
    "DELETE ",
    "LOAD ",
    "DROP ALL",
    "{ ?s ?p ?o } ",
    "SELECT * { ?s ?p ?o } LIMIT 3",
]
ALLOWED = {200, 400, 403, 406, 408, 413, 415}


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text(max_size=60)),
    st.sampled_from(["*/*", "text/csv", "text/turtle", "application/xml", "é/;q=x,,,*;q=", "text/html"]),
    st.sampled_from(["get", "form", "direct"]),
)
def test_any_text_is_answered_or_told_what_is_wrong_with_it(guarded, text, accept, way):
    encoded = text.encode("utf-8", "surrogatepass")
    headers = {"Accept": accept.encode()}
    if way == "get":
        response = guarded.client.get("/sparql?" + urlencode({"query": encoded}), headers=headers)
    elif way == "form":
        headers["Content-Type"] = b"application/x-www-form-urlencoded"
        response = guarded.client.post("/sparql", content=urlencode({"query": encoded}), headers=headers)
    else:
        headers["Content-Type"] = b"application/sparql-query"
        response = guarded.client.post("/sparql", content=encoded, headers=headers)
    assert response.status_code in ALLOWED, (text, response.text)
    assert "Traceback" not in response.text
    if response.status_code != 200 and accept != "text/html":
        assert response.json()["error"]


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from(["/sparql?", "/store?", "/api/questions/", "/entity/", "/search?q=", "/"]),
)
def test_any_address_is_answered_or_told_what_is_wrong_with_it(guarded, raw, begin):
    target = begin + "".join(
        chr(each) if 0x21 <= each < 0x7F and each != 0x23 else f"%{each:02X}" for each in raw
    )
    connection = http.client.HTTPConnection(guarded.serving.host, guarded.serving.port, timeout=60)
    connection.request("GET", target, headers={"Accept": "application/json"})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status in {200, 303, 307, 400, 403, 404, 406, 408, 413}, (target, body)
    if response.status >= 400:
        assert json.loads(body)["error"]
