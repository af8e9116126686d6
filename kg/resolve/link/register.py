"""A SPARQL service that is asked over the network: gently, again where that may help, and with clear errors."""

import re
import time
from ast import literal_eval
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException, InvalidURL
from itertools import count
from math import ceil
from typing import IO, Final
from urllib.error import HTTPError, URLError

import pyoxigraph as ox
from SPARQLWrapper import BASIC, POST, SELECT, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import (
    EndPointInternalError,
    EndPointNotFound,
    QueryBadFormed,
    SPARQLWrapperException,
    Unauthorized,
    URITooLong,
)

import kg
from kg.errors import KgError, QueryError, StoreError
from kg.resolve.link.items import Row
from kg.resolve.link.pace import Pace
from kg.resolve.link.shape import REQUIRED

_JSON: Final = "application/sparql-results+json"
_HOME: Final = "https://w3id.org/kg-populator"
_BYTES: Final = re.compile(r"""b(['"]).*\1$""")
_PIECE: Final = 65_536
_MOST_BYTES: Final = 64 * 1024 * 1024
_LONGEST_WAIT: Final = 600.0
"""Seconds: a server that wants to be left alone for longer is left alone."""
_BUSY: Final = frozenset({429, 502, 503})
_SLOW: Final = frozenset({408, 413, 500, 504})


class Unanswered(KgError):  # noqa: N818 - names what happens to the names, not a failure of the run
    """These names got no usable answer; fewer at a time may, and the run goes on with others."""


@dataclass(frozen=True, slots=True)
class Access:
    """How to present oneself.

    Attributes:
        user, password: of HTTP Basic authentication.
        token: a bearer token, instead of them.
        contact: an address or web page of whoever asks, which public registers want to know.
    """

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    contact: str | None = None

    @property
    def agent(self) -> str:
        """The name under which requests are made."""
        contact = f"; {self.contact}" if self.contact else ""
        return f"kg-populator/{kg.__version__} (+{_HOME}{contact})"


class _FailedError(Exception):
    """One request went wrong.

    Args:
        gone: no request is answered at the moment; else it may be due to this one.
        wait: seconds that the server asks to be left alone.
    """

    def __init__(self, why: str, *, gone: bool = False, wait: float | None = None) -> None:
        super().__init__(why)
        self.gone = gone
        self.wait = wait


class Register:
    """A register by the URL of its SPARQL service.

    Args:
        timeout: seconds for one request, with its answer.
        tries: how often one request is made at most.
    """

    def __init__(
        self,
        url: str,
        *,
        pace: Pace | None = None,
        timeout: float = 60.0,
        tries: int = 5,
        access: Access | None = None,
    ) -> None:
        self.url = url
        self.pace = pace or Pace()
        self.timeout = timeout
        self.tries = tries
        self.access = access or Access()

    def select(self, sparql: str, *, tries: int | None = None) -> tuple[tuple[str, ...], list[Row]]:
        """The variables and rows of the answer to a SELECT of at least ?name and ?item.

        Args:
            tries: at most so many where the query itself may be at fault; by default as many as for any other reason.

        Raises:
            Unanswered: it breaks off, is too slow or is no answer, every time; other queries may do better.
            StoreError: the register cannot be reached, refuses, or is too busy; it is of no use to go on.
            QueryError: it does not understand the query.
        """
        for failures in count(1):
            self.pace.wait_for_turn()
            try:
                return self._answer(self._send(sparql))
            except _FailedError as error:
                self._give_up(error, failures, tries or self.tries)
                self.pace.pause(failures, error.wait)
        raise AssertionError("there is no last try")

    def _give_up(self, error: _FailedError, failures: int, tries: int) -> None:
        """Raise what ends the tries, if so many failures in a row, or the server, say so."""
        if error.wait is not None and error.wait > _LONGEST_WAIT:
            raise StoreError(
                f"{self.url} {error} and asks to be left alone for {error.wait / 60:.0f} minutes; "
                "come back then"
            ) from error
        times = "" if failures == 1 else f", {failures} times in a row"
        if error.gone and failures >= self.tries:
            raise StoreError(f"{self.url} {error}{times}") from error
        if not error.gone and failures >= tries:
            raise Unanswered(f"{self.url} {error}{times}") from error

    def _answer(self, body: bytes) -> tuple[tuple[str, ...], list[Row]]:
        try:
            answer = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            if not isinstance(answer, ox.QuerySolutions):
                raise _FailedError("sends a yes or no instead of rows")
            variables = tuple(variable.value for variable in answer.variables)
            if missing := [name for name in REQUIRED if name not in variables]:
                raise _FailedError(f"sends an answer without ?{' and ?'.join(missing)}")
            rows: list[Row] = [
                {name: term for name, term in zip(variables, solution, strict=True) if term is not None}
                for solution in answer
            ]
        except (SyntaxError, ValueError) as error:
            raise _FailedError(f"sends no SPARQL result, or one that breaks off ({error})") from error
        return variables, rows

    def _send(self, sparql: str) -> bytes:
        request = SPARQLWrapper(self.url, agent=self.access.agent)
        request.setMethod(POST)
        request.setTimeout(ceil(self.timeout))
        request.setOnlyConneg(True)
        request.queryString = sparql
        request.queryType = SELECT  # setQuery would guess it from the text
        request.addCustomHttpHeader("Accept", _JSON)
        if self.access.token:
            request.addCustomHttpHeader("Authorization", f"Bearer {self.access.token}")
        elif self.access.user:
            request.setHTTPAuth(BASIC)
            request.setCredentials(self.access.user, self.access.password or "")
        deadline = time.monotonic() + self.timeout
        try:
            with request.query().response as response:
                return self._body(response, deadline)
        except (InvalidURL, ValueError) as error:
            raise StoreError(f"{self.url} is no URL of a SPARQL service ({error})") from error
        except (SPARQLWrapperException, HTTPException, OSError) as error:
            raise self._failed(error) from error

    def _body(self, response: IO[bytes], deadline: float) -> bytes:
        headers: Message = response.headers  # type: ignore[attr-defined]
        pieces: list[bytes] = []
        size = 0
        while piece := response.read1(_PIECE):  # type: ignore[attr-defined]
            size += len(piece)
            pieces.append(piece)
            if size > _MOST_BYTES:
                raise _FailedError(f"sends more than {_MOST_BYTES // 2**20} MiB")
            if time.monotonic() > deadline:
                raise TimeoutError
        expected = headers.get("Content-Length")
        if expected and expected.isdigit() and size < int(expected):
            raise _FailedError(f"broke off after {size:,} of {int(expected):,} bytes")
        if headers.get_content_type() in ("text/html", "application/xhtml+xml"):
            raise _FailedError("sends a web page instead of a SPARQL result")
        return b"".join(pieces)

    def _failed(self, error: Exception) -> Exception:
        """What to raise for an error of the library or the network."""
        if isinstance(error, QueryBadFormed):
            return QueryError(f"{self.url} does not understand the query: {_words(error)}")
        if isinstance(error, Unauthorized | EndPointNotFound) or (
            isinstance(error, HTTPError) and error.code in (401, 403, 404, 405, 410)
        ):
            return self._refused(error)
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(error, HTTPError):
            return self._of_status(error)
        if isinstance(error, EndPointInternalError):
            return _FailedError(f"has an error of its own ({_words(error)})")
        if isinstance(error, URITooLong):
            return _FailedError("finds the query too long")
        if isinstance(reason, TimeoutError):
            return _FailedError(f"took longer than {self.timeout:g} seconds")
        if isinstance(reason, ConnectionResetError | BrokenPipeError | HTTPException):
            return _FailedError("closed the connection without a whole answer")
        return _FailedError(f"cannot be reached: {reason}; is the address right?", gone=True)

    def _refused(self, error: Exception) -> StoreError:
        if isinstance(error, HTTPError):
            with error:
                what = f"HTTP {error.code} {error.reason}"
        else:
            what = _words(error)
        return StoreError(
            f"{self.url} refuses: {what}; give the URL of its query service (Wikidata's is "
            "https://query.wikidata.org/sparql), and what it wants for access in KG_LINK_USER and KG_LINK_PASSWORD, "
            "or KG_LINK_TOKEN"
        )

    def _of_status(self, error: HTTPError) -> _FailedError:
        with error:
            wait = self.pace.seconds_until(error.headers.get("Retry-After")) if error.headers else None
            what = f"answers HTTP {error.code} {error.reason}".rstrip()
        if error.code in _SLOW:
            return _FailedError(what, wait=wait)
        return _FailedError(f"{what}, too busy" if error.code in _BUSY else what, gone=True, wait=wait)


def _words(error: Exception) -> str:
    """The last line of what a server says, which SPARQLWrapper gives as the representation of its bytes."""
    text = str(error).strip()
    if (said := _BYTES.search(text)) is not None:
        with suppress(ValueError, SyntaxError):
            text = literal_eval(said[0]).decode("utf-8", "replace")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:200] if lines else type(error).__name__
