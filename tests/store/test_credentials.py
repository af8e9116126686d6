"""What a server is told of whoever comes, and who is told it."""

import base64
import os
import ssl
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad
from serving import Asking, asking_before, emptied, running

from kg.errors import StoreError, UsageError
from kg.home import Home
from kg.store import RemoteStore
from kg.store.credentials import Credentials, Scheme, credentials_for, same_server

SERVER = "https://graphs.example/sparql"
ANA = NamedNode("https://things.example/ana")
GRAPH = NamedNode("https://graphs.example/a")
SECRET = "s3cret ünï"


def file_with(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "servers.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_nothing_given_is_nothing_told():
    assert credentials_for(SERVER, None, {}) is None


def test_the_environment_goes_before_the_file(tmp_path):
    path = file_with(tmp_path, f'["{SERVER}"]\nuser = "file"\npassword = "x"\n')
    told = credentials_for(SERVER, path, {"KG_SERVER_USER": "ana", "KG_SERVER_PASSWORD": SECRET})
    assert told == Credentials("ana", SECRET, None, "the environment")
    assert credentials_for(SERVER, path, {}).user == "file"


def test_a_token_is_a_bearers_and_a_scheme_can_be_named():
    assert credentials_for(SERVER, None, {"KG_SERVER_TOKEN": "t"}).scheme is Scheme.BEARER
    environment = {"KG_SERVER_USER": "a", "KG_SERVER_PASSWORD": "b", "KG_SERVER_AUTH": "Digest"}
    assert credentials_for(SERVER, None, environment).scheme is Scheme.DIGEST


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({"KG_SERVER_USER": "ana"}, "a name and a password, both"),
        ({"KG_SERVER_PASSWORD": "x"}, "a name and a password, both"),
        ({"KG_SERVER_USER": "a:b", "KG_SERVER_PASSWORD": "x"}, "can have no colon"),
        ({"KG_SERVER_USER": "a", "KG_SERVER_PASSWORD": "x\ny"}, "must be one line of text"),
        (
            {"KG_SERVER_USER": "a", "KG_SERVER_PASSWORD": "b", "KG_SERVER_AUTH": "kerberos"},
            "basic, digest, bearer",
        ),
        ({"KG_SERVER_USER": "a", "KG_SERVER_PASSWORD": "b", "KG_SERVER_AUTH": "bearer"}, "wants a token"),
        ({"KG_SERVER_TOKEN": "t", "KG_SERVER_USER": "a"}, "give one kind"),
        ({"KG_SERVER_TOKEN": "t", "KG_SERVER_AUTH": "basic"}, "give one kind"),
    ],
)
def test_what_does_not_fit_together_is_told_without_the_secret(environment, complaint):
    with pytest.raises(UsageError, match=complaint):
        credentials_for(SERVER, None, environment)


@pytest.mark.skipif(os.name != "posix", reason="files have no modes there")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o660, 0o604])
def test_a_file_that_others_can_read_is_refused(tmp_path, mode):
    path = file_with(tmp_path, "", mode)
    with pytest.raises(UsageError, match=f"chmod 600 {path}"):
        credentials_for(SERVER, path, {})


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (f'["{SERVER}"]\nname = "a"\n', "'name' says nothing of a server"),
        (f'["{SERVER}"]\nuser = 5\npassword = "x"\n', "user of a server must be one line of text"),
        ("[", "is no TOML"),
    ],
)
def test_a_file_that_is_wrong_is_named(tmp_path, text, complaint):
    path = file_with(tmp_path, text)
    with pytest.raises(UsageError, match=complaint) as refused:
        credentials_for(SERVER, path, {})
    assert str(path) in str(refused.value)


def test_the_longest_fitting_beginning_of_a_url_counts(tmp_path):
    path = file_with(
        tmp_path,
        '["https://graphs.example"]\ntoken = "short"\n["https://graphs.example/news/"]\ntoken = "long"\n',
    )
    told = {
        url: getattr(credentials_for(url, path, {}), "secret", None)
        for url in (
            "https://graphs.example/sparql",
            "https://graphs.example/news/sparql",
            "https://graphs.example/newsroom/sparql",
            "https://graphs.example:443/news",
            "https://graphs.example:8443/news/sparql",
            "https://graphs.example.evil.example/news/sparql",
            "http://graphs.example/news/sparql",
        )
    }
    assert list(told.values()) == ["short", "long", "short", "long", None, None, None]


@given(st.text(min_size=1).filter(str.isprintable))
def test_no_secret_is_ever_printed(secret):
    marked = f"~{secret}~"
    told = credentials_for(SERVER, None, {"KG_SERVER_TOKEN": marked})
    assert marked not in f"{told} {told!r}"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://a.example/x", "http://a.example/y", True),
        ("http://a.example/x", "http://a.example:80/y", True),
        ("http://a.example/x", "https://a.example/x", True),
        ("https://a.example/x", "http://a.example/x", False),
        ("http://a.example/x", "http://b.example/x", False),
        ("http://a.example/x", "http://a.example:8080/x", False),
    ],
)
def test_a_server_is_its_scheme_host_and_port(one, other, same):
    assert same_server(one, other) is same


@pytest.fixture(params=["basic", "bearer"])
def asking(request, oxigraph_server, monkeypatch):
    """A server that lets in only those who tell it what it wants, and the variables that do."""
    emptied(RemoteStore(oxigraph_server))
    if request.param == "basic":
        monkeypatch.setenv("KG_SERVER_USER", "ana")
        monkeypatch.setenv("KG_SERVER_PASSWORD", SECRET)
        wanted = "Basic " + base64.b64encode(f"ana:{SECRET}".encode()).decode()
    else:
        monkeypatch.setenv("KG_SERVER_TOKEN", "t0ken")
        wanted = "Bearer t0ken"
    with asking_before(oxigraph_server.removesuffix("/query"), wanted, request.param) as running:
        yield running


def test_who_tells_what_is_asked_reads_and_writes(asking: Asking):
    quads = [Quad(ANA, ANA, ANA, GRAPH)]
    for graph_store in (None, f"{asking.url}/store"):
        with RemoteStore(Home(endpoint=f"{asking.url}/query", graph_store=graph_store)) as store:
            store.replace_graph(GRAPH, quads)
            assert list(store.quads(GRAPH)) == quads
            store.remove_graph(GRAPH)
            assert store.graphs() == []
    assert {path for path, _ in asking.let_in} == {"/query", "/update", "/store"}


def test_who_tells_nothing_or_the_wrong_thing_is_told_which_variables_to_set(asking: Asking, monkeypatch):
    for name in ("KG_SERVER_USER", "KG_SERVER_PASSWORD", "KG_SERVER_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(
        StoreError, match=r"HTTP 401.*set KG_SERVER_USER and KG_SERVER_PASSWORD, or KG_SERVER_TOKEN"
    ):
        RemoteStore(f"{asking.url}/query")
    monkeypatch.setenv("KG_SERVER_USER", "ana")
    monkeypatch.setenv("KG_SERVER_PASSWORD", "guessed")
    with pytest.raises(
        StoreError, match=r"HTTP 401.*does not accept the user ana of the environment"
    ) as refused:
        RemoteStore(f"{asking.url}/query")
    assert "guessed" not in str(refused.value)
    assert not asking.let_in


def test_what_is_forbidden_is_told(asking: Asking):
    store = RemoteStore(f"{asking.url}/query")
    asking.forbidden = "/update"
    with pytest.raises(StoreError, match=r"HTTP 403.*may not do that"):
        store.remove_graph(GRAPH)


def test_a_server_that_sends_us_elsewhere_on_itself_is_followed_with_the_same_request(asking: Asking):
    for status in (301, 302, 307, 308):
        store = RemoteStore(
            Home(endpoint=f"{asking.url}/moved/{status}/query", update_endpoint=f"{asking.url}/update")
        )
        store.replace_graph(GRAPH, [Quad(ANA, ANA, ANA, GRAPH)])
        assert store.graphs() == [GRAPH]


class Listening(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.server.heard.append(self.headers["Authorization"])  # type: ignore[attr-defined]
        self.send_error(500)

    def do_GET(self) -> None:
        self.do_POST()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives
        """Keeps the tests quiet."""


def test_a_server_that_sends_us_to_another_one_is_not_followed_and_that_one_hears_nothing(asking: Asking):
    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as other, running(other):
        other.heard = []  # type: ignore[attr-defined]
        asking.elsewhere = f"http://127.0.0.1:{other.server_address[1]}/query"
        with pytest.raises(
            StoreError, match=r"sends us to another server, http://127.0.0.1:.* give that URL"
        ):
            RemoteStore(f"{asking.url}/elsewhere/query")
        assert other.heard == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", [None, "digest"])
def test_digest_is_told_to_virtuoso_and_what_is_wrong_there_is_said(virtuoso, monkeypatch, scheme):
    if scheme is not None:
        monkeypatch.setenv("KG_SERVER_AUTH", scheme)
    store = RemoteStore(virtuoso)
    store.replace_graph(GRAPH, [Quad(ANA, ANA, ANA, GRAPH)])
    assert list(store.quads(GRAPH)) == [Quad(ANA, ANA, ANA, GRAPH)]
    monkeypatch.setenv("KG_SERVER_PASSWORD", "guessed")
    with pytest.raises(StoreError, match=r"HTTP 401.*does not accept the user dba of the environment"):
        RemoteStore(virtuoso).remove_graph(GRAPH)
    monkeypatch.delenv("KG_SERVER_USER")
    monkeypatch.delenv("KG_SERVER_PASSWORD")
    anonymous = RemoteStore(virtuoso)
    assert list(anonymous.quads(GRAPH)) == [Quad(ANA, ANA, ANA, GRAPH)]
    with pytest.raises(StoreError, match=r"No permission.*set KG_SERVER_USER.*--update-endpoint"):
        anonymous.remove_graph(GRAPH)


@pytest.mark.parametrize(
    "variables", [{"KG_SERVER_TOKEN": "t"}, {"KG_SERVER_USER": "a", "KG_SERVER_PASSWORD": "b"}]
)
def test_nothing_that_can_be_read_on_the_way_is_told_to_another_machine(monkeypatch, variables):
    for name, text in variables.items():
        monkeypatch.setenv(name, text)
    monkeypatch.setenv("KG_SERVER_AUTH", "basic" if "KG_SERVER_USER" in variables else "bearer")
    with pytest.raises(StoreError, match=r"is not encrypted.*KG_SERVER_PLAIN_HTTP=yes"):
        RemoteStore("http://graphs.example/sparql")


def test_a_certificate_that_nobody_vouches_for_is_refused_and_a_ca_file_vouches(tmp_path, oxigraph_server):
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem"],
        capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("openssl cannot make a certificate here")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with asking_before(oxigraph_server.removesuffix("/query"), None, "", context) as running:
        with pytest.raises(StoreError, match=r"certificate of https://127.*is not to be trusted.*KG_CA_FILE"):
            RemoteStore(f"{running.url}/query")
        RemoteStore(Home(endpoint=f"{running.url}/query", ca_file=tmp_path / "cert.pem"))
    with pytest.raises(UsageError, match="is no file of certificates"):
        RemoteStore(Home(endpoint=f"{running.url}/query", ca_file=Path(__file__)))
