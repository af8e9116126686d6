"""Requests to the server that keeps a graph: authenticated, encrypted where its URL says so, and to no other server."""

import base64
import ssl
from email.message import Message
from functools import cache
from http.client import HTTPMessage, HTTPResponse
from typing import IO, Final
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
    build_opener,
)

from kg.errors import StoreError, UsageError
from kg.home import Home
from kg.store.credentials import (
    HINT,
    PLAIN,
    SCHEME,
    Credentials,
    Scheme,
    credentials_for,
    is_loopback,
    same_server,
)

_SAME_METHOD: Final = frozenset({301, 302, 307, 308})


class Web:
    """Opens requests to the URLs of one home.

    Args:
        home: names the server, the file of its passwords, and authorities to trust.

    Raises:
        UsageError: what to tell the server cannot be told, or the authorities cannot be read.
    """

    def __init__(self, home: Home) -> None:
        self.home = home
        self.timeout = home.timeout
        self._credentials = credentials_for(home.endpoint or "", home.credentials)
        self._scheme = self._credentials.scheme if self._credentials is not None else None
        self._context = tls_context(home)
        self._plain = build_opener(_Redirects(), HTTPSHandler(context=self._context))

    @property
    def knows_password(self) -> bool:
        """Whether there is something to tell a server that asks who comes."""
        return self._credentials is not None

    def open(self, request: Request) -> HTTPResponse:
        """The answer to a request; close it after reading. Its data must be bytes: it may have to be sent twice.

        Raises:
            StoreError: the server does not let us in, or wants to send us to another one.
            HTTPError: another refusal of the server.
            OSError, HTTPException: it cannot be reached, or its answer breaks off.
        """
        try:
            return self._sent(request)
        except HTTPError as error:
            if error.code != 401 or self._credentials is None or self._scheme is not None:
                raise self._refusal(error, request.full_url) from error
            self._scheme = _asked_for(error.headers)
            error.close()
        try:
            return self._sent(request)
        except HTTPError as error:
            raise self._refusal(error, request.full_url) from error

    def _sent(self, request: Request) -> HTTPResponse:
        try:
            answer = self._opener(request).open(request, timeout=self.timeout)
        except ValueError as error:
            if self._scheme is Scheme.DIGEST and "scheme" in str(error):
                raise StoreError(f"{request.full_url} takes no digest; set {SCHEME}=basic") from error
            raise
        assert isinstance(answer, HTTPResponse)
        return answer

    def _opener(self, request: Request) -> OpenerDirector:
        """Puts what is to be told into a request, or gives what answers the server's challenge."""
        credentials = self._credentials
        if credentials is None or self._scheme is None:
            return self._plain
        if self._scheme is Scheme.DIGEST:
            known = HTTPPasswordMgrWithDefaultRealm()
            parts = urlsplit(request.full_url)
            root = f"{parts.scheme}://{parts.netloc}/"
            known.add_password(None, root, credentials.user, credentials.secret)
            return build_opener(
                _Redirects(), HTTPSHandler(context=self._context), HTTPDigestAuthHandler(known)
            )
        check_encrypted(request.full_url, credentials)
        request.add_unredirected_header("Authorization", _header(credentials, self._scheme))
        return self._plain

    def _refusal(self, error: HTTPError, url: str) -> Exception:
        if error.code not in (401, 403, 407):
            return error
        error.close()
        if error.code == 407:
            return StoreError(
                f"the proxy on the way to {url} wants a password; set http_proxy or https_proxy with it"
            )
        if self._credentials is None:
            return StoreError(
                f"{url} refuses: HTTP {error.code} {error.reason}; if it wants to know who comes, {HINT}"
            )
        who = f" {self._credentials.user}" if self._credentials.user else ""
        if error.code == 401:
            return StoreError(
                f"{url} refuses (HTTP 401): it does not accept the user{who} of {self._credentials.origin}; {HINT}"
            )
        return StoreError(
            f"{url} refuses (HTTP 403): the user{who} of {self._credentials.origin} may not do that"
        )


class _Redirects(HTTPRedirectHandler):
    """Goes where a server sends us, with the same request, as long as that is the same server."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not same_server(req.full_url, newurl):
            raise StoreError(
                f"{req.full_url} sends us to another server, {newurl}; if you trust it, give that URL instead"
            )
        if code not in _SAME_METHOD:
            return super().redirect_request(req, fp, code, msg, headers, newurl)
        again = Request(newurl, req.data, dict(req.headers), req.origin_req_host, True, req.get_method())
        if authorization := req.unredirected_hdrs.get("Authorization"):
            again.add_unredirected_header("Authorization", authorization)
        return again


def _asked_for(headers: Message) -> Scheme:
    """The scheme that a server asks for; the one that hides the password, where it takes several."""
    asked = {
        challenge.split(maxsplit=1)[0].lower()
        for challenge in headers.get_all("WWW-Authenticate", [])
        if challenge
    }
    return Scheme.DIGEST if "digest" in asked else Scheme.BASIC


def _header(credentials: Credentials, scheme: Scheme) -> str:
    if scheme is Scheme.BEARER:
        return f"Bearer {credentials.secret}"
    both = f"{credentials.user}:{credentials.secret}"
    return f"Basic {base64.b64encode(both.encode()).decode()}"


def check_encrypted(url: str, credentials: Credentials) -> None:
    """Refuse to tell anything over a connection that others could read, unless that was allowed.

    Raises:
        StoreError: it is such a connection.
    """
    parts = urlsplit(url)
    if parts.scheme == "https" or is_loopback(parts.hostname) or credentials.plain_http:
        return
    raise StoreError(
        f"{parts.scheme}://{parts.netloc} is not encrypted: everybody on the way could read what is told to it; "
        f"give its https URL, or allow it: {PLAIN}=yes, or plain_http = true in the file of passwords"
    )


def tls_context(home: Home) -> ssl.SSLContext:
    """How the certificate of a home is checked.

    Raises:
        UsageError: the authorities that it names cannot be read.
    """
    if home.ca_file is None:
        return _usual_context()
    context = ssl.create_default_context()
    try:
        context.load_verify_locations(home.ca_file)
    except (OSError, ssl.SSLError) as error:
        raise UsageError(f"{home.ca_file}: is no file of certificates (PEM): {error}") from error
    return context


@cache
def _usual_context() -> ssl.SSLContext:
    """The authorities of the system; to read them takes longer than many a query."""
    return ssl.create_default_context()
