"""Web addresses, against a server on the loopback interface."""

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from serving import running

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import Limits, read_inputs

TEXT = (
    "The mayor of Port Lowell resigned on Tuesday after an inquiry into the bridge of the town, she said.\n"
)
PAGE = (
    "<html><head><title>Marsh quits over bridge</title></head><body><article><h1>Marsh quits over bridge</h1>"
    f"<p>{TEXT * 3}</p></article></body></html>"
)


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass

    def _answer(
        self,
        body: bytes,
        kind: str | None = "text/html; charset=utf-8",
        length: int | None = None,
        **headers: str,
    ) -> None:
        self.send_response(200)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in ("/news/vote.html", "/final"):
            self._answer(PAGE.encode())
        elif path == "/plain":
            self._answer(("Café. " + TEXT).encode("latin-1"), "text/plain; charset=iso-8859-1")
        elif path == "/untyped":
            self._answer(TEXT.encode(), None)
        elif path == "/records.jsonl":
            self._answer(b'{"id": "r", "text": "A."}\n', "application/octet-stream")
        elif path == "/image":
            self._answer(b"\x89PNG", "image/png")
        elif path == "/large":
            self._answer(b"x" * 300_000, "text/plain")
        elif path == "/zipped":
            self._answer(gzip.compress(TEXT.encode()), "text/plain", Content_Encoding="gzip")
        elif path == "/bomb":
            self._answer(gzip.compress(b"x" * 300_000), "text/plain", Content_Encoding="gzip")
        elif path == "/short":
            self._answer(b"Half of", "text/plain", length=1000)
        elif path == "/silent":
            time.sleep(1.5)
        elif path == "/slow":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            for _ in range(30):
                self.wfile.write(b"drop ")
                self.wfile.flush()
                time.sleep(0.1)
        elif path.startswith("/hops/"):
            left = int(path.removeprefix("/hops/"))
            self._redirect(f"/hops/{left - 1}" if left else "/final")
        elif path == "/out":
            self._redirect("ftp://127.0.0.1/etc/hostname")
        elif path == "/file":
            self._redirect("file:///etc/hostname")
        else:
            self.send_error(404)

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # the client hangs up on purpose


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with _Server(("127.0.0.1", 0), _Handler) as server, running(server):
        yield f"http://127.0.0.1:{server.server_address[1]}"


LIMITS = Limits(download_bytes=200_000, download_seconds=0.7, redirects=3)


def one(url: str) -> Article | SkippedInput:
    (item,) = read_inputs([url, url], limits=LIMITS)
    return item


def test_a_page_is_read_and_called_by_its_address(server: str) -> None:
    article = one(server + "/news/vote.html?page=2")
    assert isinstance(article, Article)
    assert article.identifier == "127-0-0-1-news-vote-page-2"
    assert article.source == server + "/news/vote.html?page=2"
    assert article.title == "Marsh quits over bridge"
    assert TEXT.strip() in article.text


@pytest.mark.parametrize(
    ("path", "text"),
    [("/plain", "Café. " + TEXT), ("/untyped", TEXT), ("/records.jsonl", "A."), ("/zipped", TEXT)],
)
def test_the_format_and_encoding_are_those_that_the_server_names(server: str, path: str, text: str) -> None:
    article = one(server + path)
    assert isinstance(article, Article), article
    assert article.text == text


def test_a_few_redirections_are_followed_and_no_more(server: str) -> None:
    article = one(server + "/hops/2")
    assert isinstance(article, Article), article
    assert article.source == server + "/final"
    skipped = one(server + "/hops/3")
    assert isinstance(skipped, SkippedInput)
    assert "redirects too often" in skipped.why


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone", "the server answers 404 Not Found"),
        ("/image", "the server sends image/png, which no reader knows"),
        ("/large", "larger than the limit of 200,000 bytes"),
        ("/bomb", "larger than the limit of 200,000 bytes"),
        ("/slow", "longer than 0.7 seconds"),
        ("/silent", "longer than 0.7 seconds"),
        ("/short", "broke off after 7 of 1,000 bytes"),
        ("/out", "leads out of the web"),
        ("/file", "'file:///etc/hostname' is not allowed"),
    ],
)
def test_what_a_server_does_wrong_is_said(server: str, path: str, why: str) -> None:
    skipped = one(server + path)
    assert isinstance(skipped, SkippedInput), skipped
    assert skipped.where == server + path
    assert why in skipped.why


def test_a_server_that_is_not_there_is_said(server: str) -> None:
    with _Server(("127.0.0.1", 0), _Handler) as closed:
        port = closed.server_address[1]
    skipped = one(f"http://127.0.0.1:{port}/")
    assert isinstance(skipped, SkippedInput)
    assert "cannot be reached" in skipped.why


@pytest.mark.parametrize("url", ["http://", "http://[broken", "https://host:notaport/"])
def test_an_address_that_is_none_is_said(url: str) -> None:
    assert isinstance(one(url), SkippedInput)
