"""Talks to a server: SPARQL 1.1 protocol and Graph Store protocol, and what each refusal means for a user."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse, IncompleteRead, InvalidURL
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request

from pyoxigraph import NamedNode
from SPARQLWrapper import INSERT, POST, SELECT, SPARQLWrapper

from kg.errors import QueryError, StoreError
from kg.home import Home
from kg.store.credentials import HINT
from kg.store.web import Web

_MOST_WORDS: Final = 300
_FORBIDDEN: Final = "SR186"
"""What Virtuoso says, with HTTP 500, to those who may not write."""
_WRONG: Final = "Virtuoso 37000"
"""What it says, with HTTP 500, of a query that it does not understand."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers; headers by their names in lower case."""

    body: bytes
    headers: Mapping[str, str]


class _Sparql(SPARQLWrapper):
    """A request that is sent by a `Web`; the library's own way is one opener for the whole process."""

    def __init__(self, url: str, web: Web) -> None:
        super().__init__(url)
        self.web = web

    def _query(self) -> tuple[HTTPResponse, str]:
        return self.web.open(self._createRequest()), self.returnFormat


class Protocol:
    """Requests to the URLs of one home.

    Attributes:
        parameters: go with every query, beside it.
    """

    def __init__(self, home: Home) -> None:
        self.web = Web(home)
        self.timeout = home.timeout
        self.parameters: dict[str, str] = {}

    def query(self, url: str, sparql: str, accept: str, more: Iterable[tuple[str, str]] = ()) -> Answer:
        """The answer to a query.

        Args:
            more: parameters of this query alone.

        Raises:
            StoreError: the server cannot be reached, refuses, or breaks off.
            QueryError: it does not understand the query.
        """
        return self._sparql(url, sparql, accept, SELECT, more)

    def update(self, url: str, sparql: str) -> None:
        """Have an update done.

        Raises:
            StoreError, QueryError: as of a query.
        """
        self._sparql(url, sparql, "*/*", INSERT)

    def send_graph(self, url: str, graph: NamedNode, turtle: bytes, *, replace: bool) -> None:
        """Put a graph in the place of the one of its name, or add it to that.

        Raises:
            StoreError: the server cannot be reached, or refuses.
        """
        address = f"{url}{'&' if '?' in url else '?'}{urlencode({'graph': graph.value})}"
        headers = {"Content-Type": "text/turtle", "Accept": "*/*"}
        request = Request(address, turtle, headers, method="PUT" if replace else "POST")
        self._read(lambda: self.web.open(request), url)

    def broken(self, url: str, error: Exception) -> StoreError:
        """What to say of an answer that ends too early or is none."""
        return StoreError(
            f"the answer of {url} breaks off or is no SPARQL result ({error}); "
            "the server may have hit its time limit: ask for less, or raise the limit"
        )

    def _sparql(
        self, url: str, sparql: str, accept: str, kind: str, more: Iterable[tuple[str, str]] = ()
    ) -> Answer:
        request = _Sparql(url, self.web)
        request.setMethod(POST)
        request.setOnlyConneg(True)
        request.queryString = sparql
        request.queryType = kind  # setQuery would guess it from the text
        request.addCustomHttpHeader("Accept", accept)
        if kind == SELECT:
            chosen = list(more)  # graphs that are chosen are not the union of all
            for name, text in chosen or self.parameters.items():
                request.addParameter(name, text)
        return self._read(lambda: request.query().response, url)

    def _read(self, opened: Callable[[], HTTPResponse], url: str) -> Answer:
        try:
            with opened() as response:
                return Answer(
                    response.read(), {name.lower(): text for name, text in response.headers.items()}
                )
        except HTTPError as error:
            with error:
                raise _refusal(error, url, _words(error)) from error
        except IncompleteRead as error:
            raise self.broken(url, error) from error
        except (InvalidURL, ValueError) as error:
            raise _no_url(url, error) from error
        except HTTPException as error:
            raise StoreError(
                f"{url} does not answer as a web server does ({error}); does the port belong to a SPARQL server?"
            ) from error
        except (URLError, OSError) as error:
            raise self._unreachable(url, getattr(error, "reason", error)) from error

    def _unreachable(self, url: str, reason: object) -> StoreError:
        if isinstance(reason, TimeoutError):
            return StoreError(
                f"{url} has not answered within {self.timeout} s; give it more time (setting timeout, KG_TIMEOUT), "
                "or ask for less"
            )
        if "CERTIFICATE" in str(reason):
            return StoreError(
                f"the certificate of {url} is not to be trusted ({reason}); where an authority of your own has signed it, "
                "name its certificate (setting ca_file, KG_CA_FILE)"
            )
        return StoreError(f"{url} cannot be reached: {reason}; is the server running?")


def _no_url(url: str, error: Exception) -> StoreError:
    return StoreError(
        f"{url} is no URL of a server ({error}); give that of its query service (Oxigraph's is http://HOST:7878/query)"
    )


def _refusal(error: HTTPError, url: str, said: str) -> Exception:
    if _FORBIDDEN in said:
        return StoreError(
            f"{url} refuses: {said}; Virtuoso lets nobody write who does not say who he is: {HINT}, "
            "and give the URL that asks for it (--update-endpoint http://HOST:8890/sparql-auth)"
        )
    if error.code == 400 or said.startswith(_WRONG):
        return QueryError(f"{url} does not understand the query: {said}")
    if error.code == 404:
        return StoreError(
            f"{url} refuses: {said}; give the URL of the server's query service "
            "(Oxigraph's is http://HOST:7878/query, Virtuoso's http://HOST:8890/sparql)"
        )
    status = f"HTTP {error.code} {error.reason}".rstrip()
    return StoreError(f"{url} refuses: {status}{f': {said}' if said else ''}")


def _words(error: HTTPError) -> str:
    """The first line of what a server says; nothing where it says it in a web page."""
    try:
        text = error.read(65536).decode("utf-8", "replace")
    except (OSError, HTTPException):
        return ""
    if "html" in error.headers.get("Content-Type", ""):
        return ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0][:_MOST_WORDS] if lines else ""
