"""No query from outside makes an engine speak to another server, however it is written."""

from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import running

from kg.errors import KgError, QueryError
from kg.query.tokens import QueryForm
from kg.serve.refusals import Forbidden
from kg.serve.sparql.scrutiny import examined
from kg.store import Dataset

P = "<urn:a>"
STORE = ox.Store()
STORE.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:a"), ox.Literal(1), ox.NamedNode("urn:g")))
STORE.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:a"), ox.Literal(1)))


class Listener(ThreadingHTTPServer):
    """Counts those who come."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.hits = 0
        self.url = f"http://127.0.0.1:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: Listener

    def do_POST(self) -> None:
        self.server.hits += 1
        self.send_error(404)

    def do_GET(self) -> None:
        self.do_POST()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives
        """Keeps the tests quiet."""


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    with Listener() as server, running(server):
        yield server


def fetches(query: str, listener: Listener) -> bool:
    """Whether the engine itself speaks to the listener for a query."""
    before = listener.hits
    with suppress(Exception), suppress(SyntaxError):
        list(STORE.query(query))
    return listener.hits > before


HIDDEN = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * {SERVICE<URL>{?s ?p ?o}}",
    "SELECT * {SERVICESILENT<URL>{?s ?p ?o}}",
    "PREFIX : <URL> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX service: <URL> SELECT * { SERVICE service:x { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?g) SERVICE?g { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { ?s ?p 1SERVICE:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE <URL> { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { FILTER(1<2)SERVICE:x#>\n{ ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER('a'<'x>')SERVICE<URL>{ ?s ?p 'o' } }",
    "SELECT * { ?s ?p ?o FILTER(1<2#>'''\n)SERVICE<URL>{?s ?p ?o}}#'''",
    r"PREFIX e: <urn:> SELECT * { OPTIONAL { ?s ?p e:a\#b . } SERVICE <URL> { ?s ?p ?o } }",
    r"PREFIX e: <urn:> SELECT * { OPTIONAL { ?s ?p e:a\'b } SERVICE <URL> { ?s ?p 'o' } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { GRAPH ?g { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { # '\nSERVICE <URL> { ?s ?p ?o } # '\n}",
    'SELECT * { OPTIONAL { ?s ?p """a""\\"""" } SERVICE <URL> { ?s ?p """b""" } }',
    "PREFIX e: <urn:> SELECT * { OPTIONAL { ?s ?p e:.SERVICE<URL>{ ?s ?p ?o } } }",
]


@pytest.mark.parametrize("query", HIDDEN)
def test_a_query_that_reaches_for_a_server_is_refused_however_it_hides_that(query, listener):
    query = query.replace("URL", listener.url)
    with pytest.raises((Forbidden, QueryError)):
        examined(query, 10_000, {})


def test_the_engine_itself_does_fetch_for_most_of_them(listener):
    assert sum(fetches(query.replace("URL", listener.url), listener) for query in HIDDEN) > len(HIDDEN) * 0.7


PIECES = [
    "SERVICE",
    "service ",
    "SILENT ",
    "<URL>",
    "<URL#>",
    "{ ?s ?p ?o }",
    "{?s ?p ?o}",
    "?s ?p ?o ",
    "FILTER(",
    ")",
    "(",
    "1",
    "<",
    ">",
    "2",
    "'",
    '"',
    "'''",
    '"""',
    "#",
    "\n",
    " ",
    "\\",
    "e:a",
    "e:",
    ":x",
    ".",
    ";",
    "a",
    "<urn:a>",
    "<<",
    ">>",
    "{",
    "}",
    "OPTIONAL ",
    "\\u0053ERVICE",
    "||",
    "1<2",
    "?a<?b",
    "@en",
    "^^",
    "BIND(",
    " AS ?z)",
    "_:b",
    "GRAPH ?g ",
    "UNION",
]


@settings(max_examples=1_500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.integers(0, 14))
def test_no_query_that_is_let_through_makes_the_engine_fetch(listener, pieces, place):
    pieces.insert(place, "SERVICE<URL>{?s ?p ?o}")
    body = "".join(pieces).replace("URL", listener.url)
    query = f"PREFIX : <{listener.url}> PREFIX e: <{listener.url}> SELECT * {{{body}}}"
    with suppress(KgError):
        examined(query, 10_000, {})
        assert not fetches(query, listener)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "the Secret Service" }',
        "SELECT * { ?s ?p ?o } # no SERVICE here",
        "SELECT * { ?s <http://example.org/service> ?o FILTER(?o < 3 && ?o > 1) }",
        "PREFIX ent: <urn:> SELECT * { ent:secret-service ?p ?o . FILTER(STRSTARTS(STR(?p), 'urn:service')) }",
        "SELECT * { ?s ?p ?o FILTER(?o IN (<urn:service>)) FILTER EXISTS { ?s <urn:p> <urn:service> } }",
    ],
)
def test_the_word_in_a_text_a_name_or_a_remark_is_no_reason_to_refuse(query):
    assert examined(query, 10_000, {}).form is QueryForm.SELECT


def test_what_from_names_is_resolved_as_the_query_declares_it():
    query = "BASE <http://b/> PREFIX g: <http://g/> SELECT * FROM <a> FROM g:x FROM NAMED k:y "
    query += "{ { SELECT * { ?from ?p 'FROM' } } }"
    assert examined(query, 10_000, {"k": "http://k/"}).dataset == Dataset(
        (ox.NamedNode("http://b/a"), ox.NamedNode("http://g/x")), (ox.NamedNode("http://k/y"),)
    )


def test_for_a_server_elsewhere_what_it_may_unescape_is_refused_too():
    hidden = r"SELECT * FR\u004FM <http://example.org/> { ?s ?p ?o }"
    assert (
        examined("SELECT * FROM <http://example.org/> { ?s ?p ?o }", 10_000, {}, remote=True).dataset
        is not None
    )
    with pytest.raises(QueryError, match="without"):
        examined(hidden, 10_000, {}, remote=True)
