"""From a request to a process that answers."""

import asyncio
from collections.abc import Callable
from typing import Any, Final, TypeVar

from starlette.requests import Request

from kg.serve.clients import client_at
from kg.serve.pool import Pool
from kg.serve.refusals import Gone
from kg.serve.served import Limits
from kg.serve.serving import Serving

R = TypeVar("R")

_PATIENT: Final = 1.0
"""Seconds after which it is looked whether whoever asked is still there."""


async def ask(
    request: Request,
    function: Callable[..., R],
    *arguments: Any,
    limits: Limits | None = None,
) -> R:
    """What a function of a module gives, for whoever made the request; as `Pool.run`.

    Raises:
        Gone: whoever made it has gone meanwhile.
    """
    presence = _Presence(request)
    try:
        return await pool_of(request).run(function, *arguments, limits=limits, client=client_of(request))
    except asyncio.CancelledError:
        presence.check()
        raise
    finally:
        presence.leave()


class _Presence:
    """Cancels the task that answers a request once its client has gone; looks for that only after a while."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._loop = asyncio.get_running_loop()
        self._watching: asyncio.Task[None] | None = None
        self._has_gone = False
        self._answering = asyncio.current_task()
        self._begin = self._loop.call_later(_PATIENT, self._watch)

    def _watch(self) -> None:
        self._watching = self._loop.create_task(self._until_gone())

    async def _until_gone(self) -> None:
        while (await self._request.receive())["type"] != "http.disconnect":
            pass
        self._has_gone = True
        if self._answering is not None:
            self._answering.cancel()

    def check(self) -> None:
        """Tell whether the task was cancelled for that.

        Raises:
            Gone: it was.
        """
        if self._has_gone and self._answering is not None:
            self._answering.uncancel()
            raise Gone("nobody waits for the answer any more")

    def leave(self) -> None:
        """Look no longer."""
        self._begin.cancel()
        if self._watching is not None:
            self._watching.cancel()


def pool_of(request: Request) -> Pool:
    """What does jobs for a request."""
    pool: Pool = request.app.state.pool
    return pool


def serving_of(request: Request) -> Serving:
    """What the server was told when it started."""
    serving: Serving = request.app.state.serving
    return serving


def client_of(request: Request) -> str:
    """Who asks, as far as can be told."""
    return client_at(request.client.host) if request.client is not None else ""
