"""A real SPARQL server, and a proxy before it that does what servers on the web do wrong."""

import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs
from urllib.request import Request, urlopen

import pytest

from kg.store import Store

S = TypeVar("S", bound=Store)
SECONDS_TO_START = 300
JSON = "application/sparql-results+json"


@contextmanager
def serving_oxigraph(folder: Path, *, union: bool = True) -> Iterator[str]:
    """The address ("http://127.0.0.1:…") of a running `oxigraph serve` with an empty store in the folder."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        pytest.skip("the program oxigraph is not installed (it comes with the extra [dev])")
    address = f"127.0.0.1:{_free_port()}"
    options = ["--bind", address, "--location", str(folder / "data")]
    if union:
        options.append("--union-default-graph")
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([program, "serve", *options], stdout=log, stderr=log)
    try:
        _wait_for(f"http://{address}/", server, folder / "log")
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(url, timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    pytest.fail(f"the server at {url} did not start: {log.read_text(errors='replace')}")


@contextmanager
def serving_virtuoso(folder: Path) -> Iterator[str]:
    """The address of a running Virtuoso with an empty database in the folder; its user is dba, with the password dba."""
    program, template = shutil.which("virtuoso-t"), Path("/usr/share/virtuoso-opensource-7/virtuoso.ini")
    if program is None or not template.is_file():
        pytest.skip("Virtuoso is not installed (Debian's package virtuoso-opensource-7)")
    web, sql = _free_port(), _free_port()
    (folder / "vsp").mkdir(parents=True)
    place = "/var/lib/virtuoso-opensource-7"
    text = (
        template.read_text().replace(f"{place}/db", str(folder)).replace(f"{place}/vsp", str(folder / "vsp"))
    )
    ports = {"[HTTPServer]": web, "[Parameters]": sql}
    section, lines = "", []
    for line in text.splitlines():
        section = line.strip() if line.startswith("[") else section
        if line.startswith("ServerPort") and section in ports:
            line = f"ServerPort = 127.0.0.1:{ports[section]}"
        lines.append(line)
    (folder / "virtuoso.ini").write_text("\n".join(lines) + "\n")
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [program, "+foreground", "+configfile", "virtuoso.ini"], cwd=folder, stdout=log, stderr=log
        )
    try:
        _wait_for(f"http://127.0.0.1:{web}/sparql", server, folder / "log")
        yield f"http://127.0.0.1:{web}"
    finally:
        server.kill()  # nobody needs what it would write now
        server.wait(10)


@contextmanager
def running(server: HTTPServer) -> Iterator[None]:
    """A server of this process at work, in a thread of its own."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()


def emptied(store: S) -> S:
    """A store without its graphs."""
    for graph in store.graphs():
        store.remove_graph(graph)
    return store


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


Fault = Callable[["_Handler", bytes], None]
"""Answers a request wrongly; it is given what the server behind would have answered."""


class Proxy(ThreadingHTTPServer):
    """Hands requests on to a server, after it has answered the first of them with the prepared faults.

    Attributes:
        behind: the query service.
        faults: what to do with the next requests, None for answering well; afterwards all is well.
        breaks: what to do with a query in which a text occurs, whenever it comes.
        queries: all queries that came, in their order.
        agents, authorizations: the headers of them.
    """

    daemon_threads = True

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind = behind
        self.faults: list[Fault | None] = []
        self.breaks: dict[str, Fault] = {}
        self.queries: list[str] = []
        self.agents: list[str | None] = []
        self.authorizations: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/sparql"


class _Handler(BaseHTTPRequestHandler):
    server: Proxy

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"]))
        query = parse_qs(form.decode())["query"][0]
        self.server.queries.append(query)
        self.server.agents.append(self.headers["User-Agent"])
        self.server.authorizations.append(self.headers["Authorization"])
        request = Request(
            self.server.behind,
            query.encode(),
            {"Content-Type": "application/sparql-query", "Accept": JSON},
        )
        with urlopen(request, timeout=30) as answer:
            body = answer.read()
        fault = self.server.faults.pop(0) if self.server.faults else None
        fault = next((f for text, f in self.server.breaks.items() if text in query), fault)
        (fault or well)(self, body)

    def answer(self, body: bytes, status: int = 200, kind: str = JSON, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", headers.pop("length", str(len(body))))
        for name, text in headers.items():
            self.send_header(name.replace("_", "-"), text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives
        """Keeps the tests quiet."""


def well(handler: _Handler, body: bytes) -> None:
    """The server's own answer."""
    handler.answer(body)


def status(code: int, text: str = "no", **headers: str) -> Fault:
    """A refusal."""
    return lambda handler, _: handler.answer(text.encode(), code, "text/plain", **headers)


def body(text: str, kind: str = JSON) -> Fault:
    """Another answer than the server's, as if it were well."""
    return lambda handler, _: handler.answer(text.encode(), 200, kind)


def truncated(handler: _Handler, answer: bytes) -> None:
    """Half of the answer, as if that were all."""
    handler.answer(answer[: len(answer) // 2])


def shortened(handler: _Handler, answer: bytes) -> None:
    """Less than was announced."""
    handler.answer(answer[:20], length=str(len(answer)))


def closed(handler: _Handler, answer: bytes) -> None:
    """The connection closed without a word."""
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def late(seconds: float) -> Fault:
    """The right answer, too late."""

    def fault(handler: _Handler, answer: bytes) -> None:
        time.sleep(seconds)
        with suppress(OSError):
            handler.answer(answer)

    return fault


def dripping(handler: _Handler, answer: bytes) -> None:
    """The right answer, a byte at a time."""
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.send_header("Content-Length", str(len(answer)))
    handler.end_headers()
    with suppress(OSError):
        for byte in answer:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(0.1)


@contextmanager
def proxy_before(behind: str) -> Iterator[Proxy]:
    """A running proxy."""
    with Proxy(behind) as proxy, running(proxy):
        yield proxy


class Asking(ThreadingHTTPServer):
    """Hands every request on to a server, of those who tell it what it wants to hear.

    Attributes:
        behind: the address of the server.
        wanted: the header by which one is let in; None: everybody is.
        scheme: what it says that it wants.
        let_in: path and header of those who were.
        forbidden: a path that nobody may go.
        elsewhere: where requests to /elsewhere/… are sent; those to /moved/STATUS/… are sent to /….
    """

    daemon_threads = True

    def __init__(self, behind: str, wanted: str | None, scheme: str, context: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _AskingHandler)
        self.behind = behind
        self.wanted = wanted
        self.scheme = scheme
        self.let_in: list[tuple[str, str | None]] = []
        self.forbidden = ""
        self.elsewhere = ""
        self.url = f"http{'s' if context else ''}://127.0.0.1:{self.server_address[1]}"
        if context is not None:
            self.socket = context.wrap_socket(self.socket, server_side=True)

    def handle_error(self, request: object, client_address: object) -> None:
        """Keeps the tests quiet: who does not trust a certificate hangs up."""


class _AskingHandler(BaseHTTPRequestHandler):
    server: Asking

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        if self.path.startswith("/elsewhere/"):
            self._answer(307, Location=self.server.elsewhere)
        elif self.path.startswith("/moved/"):
            _, _, code, rest = self.path.split("/", 3)
            self._answer(int(code), Location=f"/{rest}")
        elif self.server.wanted not in (None, self.headers["Authorization"]):
            self._answer(401, WWW_Authenticate=f'{self.server.scheme.title()} realm="graphs"')
        elif self.path.partition("?")[0] == self.server.forbidden:
            self._answer(403)
        else:
            self.server.let_in.append((self.path.partition("?")[0], self.headers["Authorization"]))
            self._hand_on(body)

    def do_PUT(self) -> None:
        self.do_POST()

    def _hand_on(self, body: bytes) -> None:
        kept = {name: self.headers[name] for name in ("Content-Type", "Accept") if self.headers[name]}
        request = Request(f"{self.server.behind}{self.path}", body, kept, method=self.command)
        try:
            with urlopen(request, timeout=30) as answer:
                self._answer(answer.status, answer.read(), Content_Type=answer.headers["Content-Type"] or "")
        except HTTPError as error:
            with error:
                self._answer(error.code, error.read())

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name.replace("_", "-"), text)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives
        """Keeps the tests quiet."""


@contextmanager
def asking_before(
    behind: str, wanted: str | None, scheme: str, context: ssl.SSLContext | None = None
) -> Iterator[Asking]:
    """A running server that asks who comes; over TLS where a context is given."""
    with Asking(behind, wanted, scheme, context) as asking, running(asking):
        yield asking
