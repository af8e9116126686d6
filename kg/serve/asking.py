"""From a request to a process that answers."""

from collections.abc import Callable
from typing import Any, TypeVar

from starlette.requests import Request

from kg.serve.pool import Pool
from kg.serve.served import Limits
from kg.serve.serving import Serving

R = TypeVar("R")


async def ask(
    request: Request,
    function: Callable[..., R],
    *arguments: Any,
    limits: Limits | None = None,
) -> R:
    """What a function of a module gives, for whoever made the request; as `Pool.run`."""
    return await pool_of(request).run(function, *arguments, limits=limits, client=client_of(request))


def pool_of(request: Request) -> Pool:
    """What does jobs for a request."""
    pool: Pool = request.app.state.pool
    return pool


def serving_of(request: Request) -> Serving:
    """What the server was told when it started."""
    serving: Serving = request.app.state.serving
    return serving


def client_of(request: Request) -> str:
    """Who asks, as far as can be told: the address."""
    return request.client.host if request.client is not None else ""
