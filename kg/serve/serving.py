"""What a server is told when it starts."""

import ipaddress
import os
from dataclasses import dataclass, field
from typing import Final

from kg.errors import UsageError
from kg.serve.served import MIB, Limits, Opening

LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")
"""How a browser on this machine names it."""
MEMORY: Final = 2048 * MIB


@dataclass(frozen=True, slots=True)
class Serving:
    """What is served, to whom, and how much of it.

    Attributes:
        host, port: where it listens.
        names: how else the server is called by those who come, without a port; where it listens on loopback, nobody who
            calls it otherwise is answered.
        token: who knows it may edit; None: nobody may.
        user: who edits, as judgements name them.
        workers: processes that answer.
        longest: characters of a query.
    """

    opening: Opening
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    token: str | None = None
    user: str = ""
    workers: int = field(default_factory=lambda: default_workers())
    limits: Limits = field(default_factory=Limits)
    longest: int = 100_000

    @property
    def is_local(self) -> bool:
        """Whether only this machine can come."""
        return is_loopback(self.host)

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        host = self.host if self.host not in ("0.0.0.0", "::", "") else "127.0.0.1"
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    @property
    def called(self) -> frozenset[str] | None:
        """How those who come may call the server, in lower case; None: as they like.

        Who calls it otherwise may be a page elsewhere that has made its name lead here.
        """
        if not self.is_local and not self.names:
            return None
        host = self.host.lower()
        return frozenset({*LOOPBACK, host, f"[{host}]", *map(str.lower, self.names)})


def default_workers() -> int:
    """One process more than there are cores, and three at least, so that somebody is always free for another."""
    return max(3, min(8, (os.cpu_count() or 1) + 1))


def is_loopback(host: str) -> bool:
    """Whether a host is this machine and nothing else can reach it there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def checked(serving: Serving, *, named: bool) -> Serving:
    """The same, if it is safe.

    Args:
        named: whoever starts the server chose the token.

    Raises:
        UsageError: everybody on the network could try to edit.
    """
    if serving.token is not None and not serving.is_local and not (named and len(serving.token) >= 16):
        raise UsageError(
            f"--allow-edit on {serving.host} lets others on the network edit; choose a token of 16 characters or more "
            "that you give to nobody else (KG_EDIT_TOKEN), or listen on 127.0.0.1"
        )
    return serving
