"""A proxy for writing: hands every request on to a real server, unless a test's rule says otherwise."""

import http.client
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from serving import running

LOST = -1
"""The status by which a rule has a request done, but its answer lost."""
CLOSED = -2
"""The status by which a rule has the connection closed, and nothing done."""


@dataclass(frozen=True)
class Asked:
    """A request that came.

    Attributes:
        graph: that it names, None without one.
        number: of the writes before it that the server has done.
        authorization: what it tells of whoever asks.
    """

    method: str
    path: str
    graph: str | None
    body: bytes
    number: int
    authorization: str | None = None

    @property
    def is_write(self) -> bool:
        """Whether it changes something: a question what the server takes does not."""
        asks = b"INSERT DATA {}" in self.body or (self.is_dataset and not self.body)
        return self.path != "/query" and not asks

    @property
    def is_dataset(self) -> bool:
        return self.path == "/store" and self.graph is None


Rule = Callable[[Asked], int | tuple[int, dict[str, str]] | None]
"""What is answered instead of the server: a status, perhaps with headers; None lets the request pass."""


class Gate(ThreadingHTTPServer):
    """Attributes:
    rule: for each request.
    asked: all that came; `done`: the writes that the server has done.
    """

    daemon_threads = True

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind = urlsplit(behind)
        self.rule: Rule = lambda asked: None
        self.asked: list[Asked] = []
        self.done: list[Asked] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Gate
    protocol_version = "HTTP/1.1"

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = urlsplit(self.path)
        graph = parse_qs(parts.query).get("graph", [None])[0]
        asked = Asked(
            self.command, parts.path, graph, body, len(self.server.done), self.headers["Authorization"]
        )
        self.server.asked.append(asked)
        decided = self.server.rule(asked)
        status, headers = decided if isinstance(decided, tuple) else (decided, {})
        if status == CLOSED:
            self.close_connection = True
            return
        if status is not None and status != LOST:
            self._answer(status, b"the gate says no", headers)
            return
        behind = http.client.HTTPConnection(self.server.behind.hostname, self.server.behind.port, timeout=60)
        sent = {name: self.headers[name] for name in ("Content-Type", "Accept") if self.headers[name]}
        behind.request(self.command, self.path, body, sent)
        response = behind.getresponse()
        answer = response.read()
        behind.close()
        if asked.is_write and response.status < 300:
            self.server.done.append(asked)
        if status == LOST:
            self.close_connection = True
            return
        kept = {name: value for name in ("Content-Type", "Server") if (value := response.headers[name])}
        self._answer(response.status, answer, kept)

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _handle  # noqa: N815 - the names that the library calls

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives
        """Keeps the tests quiet."""


@contextmanager
def gate_before(behind: str) -> Iterator[Gate]:
    """A running gate."""
    with Gate(behind) as gate, running(gate):
        yield gate
