"""Runs the server until it is stopped."""

import socket
from typing import Final

import uvicorn

from kg.errors import KgError
from kg.serve.app import create_app
from kg.serve.connection import Connection
from kg.serve.serving import Serving

_HEAD: Final = 96 * 1024
"""Bytes of the head of a request: of the longest query in an address, and of headers. Those cost time for each line."""
_AT_ONCE: Final = 1_000
"""Connections that are answered; all above are told to come again."""
_PARTING: Final = 3
"""Seconds for answers that are under way when the server is stopped."""


def listening(serving: Serving) -> socket.socket:
    """A socket to listen on.

    Raises:
        KgError: it cannot be had; the message says why.
    """
    try:
        family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
        made = socket.create_server((serving.host, serving.port), family=family)
        # asyncio sends small answers at once only where the socket says that it speaks TCP
        return socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, made.detach())
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise KgError(
            f"cannot listen on {serving.host}, port {serving.port}: {reason}; choose another --port, or --host"
        ) from error


def server(serving: Serving) -> uvicorn.Server:
    """The server, to be run with a socket of `listening`."""
    return uvicorn.Server(
        uvicorn.Config(
            create_app(serving),
            http=Connection,
            ws="none",
            log_config=None,
            log_level="error",  # what clients do wrong fills no log
            access_log=False,
            server_header=False,
            date_header=False,
            h11_max_incomplete_event_size=_HEAD,
            limit_concurrency=_AT_ONCE,
            timeout_graceful_shutdown=_PARTING,
        )
    )
