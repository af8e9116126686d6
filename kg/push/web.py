"""HTTP to one server: one connection kept open, another try where that helps, refusals told so that one can act on them."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ssl import SSLContext
from types import TracebackType
from typing import Final, Self

import httpx

from kg.errors import StoreError
from kg.store.credentials import HINT

_AGAIN: Final = frozenset({429, 502, 503, 504})
_ADVICE: Final = {
    401: f"it does not accept who comes; {HINT}",
    403: "it does not allow this; has this user the right to write, and is the server no read-only one?",
    404: "there is no such service; name it with --graph-store or --update-endpoint",
    413: "it takes no request of this size",
    507: "it has no space left; what it took is kept, and the same command goes on with the rest",
}
WRITE_SECONDS: Final = 600
"""For what a server may think about a batch: some build their indexes meanwhile."""


class Refused(StoreError):  # noqa: N818 - says what the server does
    """The server answers, but not as one would wish.

    Attributes:
        status: of HTTP.
    """

    def __init__(self, url: str, status: int, said: str) -> None:
        self.status = status
        self.said = said
        advice = _ADVICE.get(status)
        text = f"{url} refuses: HTTP {status}" + (f" ({said})" if said else "")
        super().__init__(f"{text}: {advice}" if advice else text)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait before another try.

    Attributes:
        pauses: seconds before each further try; a server that never answered yet gets the first alone.
        longest: a server that asks for a longer pause than that is not waited for.
        sleep: waits.
    """

    pauses: tuple[float, ...] = (0.5, 1, 2, 4, 8, 16)
    longest: float = 120
    sleep: Callable[[float], None] = field(default=time.sleep)


class Web:
    """Requests to one server.

    Args:
        auth: answers its questions for a name and a password.
        verify: how its certificate is checked.
        timeout: seconds for an answer to a question.
        patience: with a server that is busy or away.
    """

    def __init__(
        self,
        *,
        auth: httpx.Auth | None = None,
        verify: SSLContext | bool = True,
        timeout: float = 60,
        patience: Patience | None = None,
    ) -> None:
        self.patience = patience or Patience()
        self.requests = 0
        self._timeout = timeout
        self._answered = False
        self._client = httpx.Client(auth=auth, verify=verify, timeout=timeout, follow_redirects=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def ask(self, url: str, form: Mapping[str, str], accept: str) -> httpx.Response:
        """The answer to a form, as queries are sent.

        Raises:
            Refused: it is no success.
            StoreError: the server cannot be reached.
        """
        return self._send(lambda: self._client.post(url, data=dict(form), headers={"Accept": accept}), url)

    def write(
        self, method: str, url: str, body: bytes, kind: str, parameters: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """The answer to a change; it must be one that does no harm when it comes twice.

        Raises:
            Refused: it is no success.
            StoreError: the server cannot be reached.
        """
        timeout = httpx.Timeout(self._timeout, read=max(self._timeout, WRITE_SECONDS))
        headers = {"Content-Type": kind, "Accept": "*/*"}
        return self._send(
            lambda: self._client.request(
                method, url, content=body, params=parameters, headers=headers, timeout=timeout
            ),
            url,
        )

    def _send(self, request: Callable[[], httpx.Response], url: str) -> httpx.Response:
        tries = 0
        while True:
            pauses = self.patience.pauses if self._answered else self.patience.pauses[:1]
            wait = pauses[tries] if tries < len(pauses) else None
            try:
                self.requests += 1
                response = request()
            except httpx.TimeoutException as error:
                raise StoreError(
                    f"{url} does not answer in time; what it took is kept, and the same command goes on"
                ) from error
            except httpx.TransportError as error:
                if wait is None:
                    raise self._away(url, error) from error
            except (httpx.InvalidURL, ValueError) as error:
                raise StoreError(f"{url} is no URL of a server ({error})") from error
            else:
                self._answered = True
                if response.is_success:
                    return response
                if response.status_code not in _AGAIN or wait is None:
                    raise Refused(url, response.status_code, _said(response))
                wait = self._asked(response, wait)
            self.patience.sleep(wait)
            tries += 1

    def _asked(self, response: httpx.Response, wait: float) -> float:
        """The pause that a server asks for, or else our own."""
        asked = _seconds(response.headers.get("Retry-After", ""))
        if asked is None:
            return wait
        if asked > self.patience.longest:
            raise StoreError(
                f"{response.url} asks to come back in {asked:.0f} s; what it took is kept: the same command goes on then"
            )
        return max(asked, wait)

    def _away(self, url: str, error: Exception) -> StoreError:
        if self._answered:
            return StoreError(
                f"{url} went away ({error}); what it took is kept, and the same command goes on with the rest"
            )
        return StoreError(f"{url} cannot be reached: {error}; is the server running?")


def _seconds(asked: str) -> float | None:
    """What a Retry-After says, from now; None where it says nothing."""
    if asked.strip().isdigit():
        return float(asked)
    try:
        when = parsedate_to_datetime(asked)
    except ValueError:
        return None
    moment = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _said(response: httpx.Response) -> str:
    """The first line of what the server says, unless it is a web page; or where it sends us."""
    if response.has_redirect_location:
        return f"it sends us to {response.headers['Location']}; if you trust that server, give its URL"
    if "html" in response.headers.get("Content-Type", ""):
        return response.reason_phrase
    lines = (line.strip() for line in response.text.splitlines())
    return next((line for line in lines if line), response.reason_phrase)[:300]
