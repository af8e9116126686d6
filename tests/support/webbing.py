"""A running `kg serve` over a small store, in a thread of this process."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import httpx
import pytest
from starlette.routing import BaseRoute

from kg.serve.running import listening, server
from kg.serve.served import indexed
from kg.serve.serving import Serving

SECONDS_TO_START = 120


@dataclass
class Site:
    """A running server: where it is, and a client that asks it."""

    url: str
    serving: Serving
    client: httpx.Client
    app: Any

    def get(self, path: str, accept: str = "*/*", **more: Any) -> httpx.Response:
        """The answer to a GET; redirections are not followed."""
        return self.client.get(path, headers={"Accept": accept, **more.pop("headers", {})}, **more)


@contextmanager
def serving_site(serving: Serving, more: Sequence[BaseRoute] = ()) -> Iterator[Site]:
    """A server on a free port, stopped afterwards with all its processes.

    Args:
        more: routes beside its own.
    """
    indexed(serving.opening)
    serving = replace(serving, port=0)
    with listening(serving) as listens:
        serving = replace(serving, port=listens.getsockname()[1])
        running = server(serving)
        running.config.app.router.routes[:0] = more
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listens]})
        thread.start()
        deadline = time.monotonic() + SECONDS_TO_START
        try:
            while not running.started:
                if time.monotonic() > deadline or not thread.is_alive():
                    pytest.fail("the server did not start")
                time.sleep(0.02)
            with httpx.Client(base_url=serving.address, timeout=60) as client:
                yield Site(serving.address, serving, client, running.config.app)
        finally:
            running.should_exit = True
            thread.join(30)
            assert not thread.is_alive()
