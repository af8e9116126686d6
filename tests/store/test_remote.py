"""What a server can do wrong, each a clear error."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from pyoxigraph import Literal, NamedNode
from serving import running

from kg.errors import QueryError, StoreError, UsageError
from kg.home import Home
from kg.store import RemoteStore

NO = b'{"head":{},"boolean":false}'
YES = b'{"head":{},"boolean":true}'
Answer = tuple[int, bytes]


class Server(ThreadingHTTPServer):
    """Answers requests with what a test has prepared, the last again and again."""

    answers: list[Answer]
    requests: list[tuple[str, bytes]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/query"


CUT = -1
"""The status by which a test has an answer end before its announced length."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.path, body))
        status, answer = (
            self.server.answers.pop(0) if len(self.server.answers) > 1 else self.server.answers[0]
        )
        self.send_response(200 if status == CUT else status)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(answer) + (500 if status == CUT else 0)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives
        """Keeps the tests quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as server, running(server):
        server.answers, server.requests = [(200, YES)], []
        yield server


def opened(server: Server, *answers: Answer) -> RemoteStore:
    server.answers = [(200, NO)]
    store = RemoteStore(Home(endpoint=server.url, timeout=10))
    server.answers = list(answers)
    return store


def test_a_result_that_breaks_off_is_an_error_though_the_server_says_200(server: Server) -> None:
    cut = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"a"}},'
    store = opened(server, (200, cut + b"The SPARQL operation has been cancelled"))
    with pytest.raises(StoreError, match="breaks off"):
        store.select("SELECT ?x { ?x ?y ?z }")


def test_triples_that_break_off_are_an_error(server: Server) -> None:
    store = opened(server, (200, b'<https://a.example/s> <https://a.example/p> "cut'))
    with pytest.raises(StoreError, match="breaks off"):
        store.construct("CONSTRUCT WHERE { ?x ?y ?z }")


def test_an_answer_shorter_than_announced_is_an_error(server: Server) -> None:
    store = opened(server, (CUT, YES))
    with pytest.raises(StoreError, match="breaks off"):
        store.ask("ASK { ?x ?y ?z }")


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/a b", "http://[x/query"])
def test_what_is_no_url_is_told_with_what_to_give(url: str) -> None:
    with pytest.raises(UsageError, match=r"is no URL of a server; give that of its query service"):
        RemoteStore(url)


def test_a_port_that_does_not_speak_http_is_told() -> None:
    def greet(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(b"SSH-2.0-x\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=greet, args=(listener,))
        thread.start()
        with pytest.raises(StoreError, match="does not answer as a web server does"):
            RemoteStore(f"http://127.0.0.1:{listener.getsockname()[1]}/query")
        thread.join()


@pytest.mark.parametrize("status", [401, 403, 404, 500, 503])
def test_a_refusal_is_an_error_of_the_store(server: Server, status: int) -> None:
    store = opened(server, (status, b"no"))
    with pytest.raises(StoreError, match="refuses"):
        store.select("SELECT ?x { ?x ?y ?z }")


def test_a_url_without_a_query_service_is_told_in_the_servers_words_with_what_to_give_instead(
    server: Server,
) -> None:
    server.answers = [(404, b"POST / is not supported")]
    with pytest.raises(
        StoreError, match=r"refuses: POST / is not supported; give the URL of the server's query"
    ):
        RemoteStore(server.url)


def test_a_bad_query_is_an_error_of_the_query_with_the_servers_words(server: Server) -> None:
    store = opened(server, (400, b"error at 1:1: expected SELECT"))
    with pytest.raises(QueryError, match="expected SELECT"):
        store.select("SELEKT")


def test_a_default_graph_that_cannot_be_made_the_union_is_found_at_once(server: Server) -> None:
    server.answers = [(200, NO), (200, YES)]
    with pytest.raises(StoreError, match="union-default-graph"):
        RemoteStore(server.url)


def test_a_server_that_is_not_there_is_named(server: Server) -> None:
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:9/query cannot be reached"):
        RemoteStore("http://127.0.0.1:9/query")


def test_typed_literals_of_sparql_1_0_results_are_understood(server: Server) -> None:
    old = (
        b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type": "typed-literal",'
        b'"datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"7"}}]}}'
    )
    assert opened(server, (200, old)).select("SELECT ?x { ?x ?y ?z }").rows == ((Literal(7),),)


def test_updates_go_to_the_update_service(server: Server) -> None:
    store = opened(server, (204, b""))
    store.remove_graph(NamedNode("https://graphs.example/a"))
    path, body = server.requests[-1]
    assert path == "/update"
    assert parse_qs(body.decode()) == {"update": ["DROP SILENT GRAPH <https://graphs.example/a>"]}
