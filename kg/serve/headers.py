"""What every answer carries for the safety of those who get it, and who is answered at all."""

import re
from functools import lru_cache
from typing import Final

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.failures import told
from kg.serve.serving import Serving

POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""Content-Security-Policy: everything comes from here, and no script or style stands in a page itself."""

_ALWAYS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
)
_PAGES: Final = (
    (b"referrer-policy", b"same-origin"),  # without any, a browser hides the origin of our own forms too
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
"""What only means something for what a browser shows as a page."""
_HOST: Final = re.compile(rb"(?:\[[0-9A-Fa-f:.]{2,64}\]|[\w.-]{1,255})(?::(?P<port>[0-9]{1,5}))?")


class SafeHeaders:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message["headers"]
                kind = next((value for name, value in headers if name == b"content-type"), b"")
                message["headers"] = [*headers, *_ALWAYS, *(_PAGES if kind.startswith(b"text/html") else ())]
            await send(message)

        await self.app(scope, receive, with_headers)


class KnownNames:
    """Answers those who call the server by a name of its own.

    A page from elsewhere whose name was made to lead to this machine (DNS rebinding) calls it by that name.
    """

    def __init__(self, app: ASGIApp, serving: Serving) -> None:
        self.app = app
        self.called = serving.called

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            host = next((value for name, value in scope["headers"] if name == b"host"), b"")
            if host and not is_host(host):  # it comes back in addresses
                scope["headers"] = [each for each in scope["headers"] if each[0] != b"host"]
                await told(Request(scope), 400, "the header Host is no name of a server")(
                    scope, receive, send
                )
                return
            if self.called is not None and host_name(host.decode("latin-1").lower()) not in self.called:
                words = "this server is not called so; whoever started it may add a name with --name"
                await told(Request(scope), 421, words)(scope, receive, send)
                return
        await self.app(scope, receive, send)


@lru_cache(maxsize=64)
def is_host(host: bytes) -> bool:
    """Whether a `Host` header is a name or an address, with a port or without."""
    match = _HOST.fullmatch(host)
    return match is not None and int(match["port"] or 0) < 1 << 16


def host_name(host: str) -> str:
    """The name in a `Host` header, without the port.

    >>> host_name("localhost:8000"), host_name("[::1]:8000")
    ('localhost', '[::1]')
    """
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]
