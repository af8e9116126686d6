"""Tells a server who comes, in the way that it asks for."""

from collections.abc import Generator

import httpx

from kg.home import Home
from kg.store.credentials import Credentials, Scheme, credentials_for
from kg.store.web import check_encrypted


class Access(httpx.Auth):
    """Answers a server's question for a name and a password, or gives a token; remembers what the server asked for.

    Nothing is told over a connection that others could read, unless that was allowed.
    """

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._scheme = credentials.scheme
        self._digest = httpx.DigestAuth(credentials.user, credentials.secret)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request, with what is told."""
        if self._scheme is None:
            response = yield request
            if response.status_code != 401:
                return
            asked = response.headers.get("WWW-Authenticate", "").lower()
            self._scheme = Scheme.DIGEST if "digest" in asked else Scheme.BASIC
        if self._scheme is Scheme.DIGEST:
            yield from self._digest.auth_flow(request)
            return
        check_encrypted(str(request.url), self._credentials)
        if self._scheme is Scheme.BASIC:
            yield from httpx.BasicAuth(self._credentials.user, self._credentials.secret).auth_flow(request)
        else:
            request.headers["Authorization"] = f"Bearer {self._credentials.secret}"
            yield request


def access_to(home: Home) -> Access | None:
    """What opens a server; None where nothing is known that could.

    Raises:
        UsageError: what there is cannot be used.
    """
    credentials = credentials_for(home.endpoint or "", home.credentials)
    return None if credentials is None else Access(credentials)
