"""Where a graph lives: in a folder of its own, or on a server."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from kg.errors import UsageError

WEB: Final = ("http://", "https://")
SERVER_TIMEOUT: Final = 60


@dataclass(frozen=True, slots=True)
class Home:
    """Where a graph lives, and how to get in.

    Attributes:
        folder: of the embedded store; None where a server keeps the graph.
        endpoint: URL of the server's queries (SPARQL 1.1 protocol).
        update_endpoint: URL of its updates; None: what follows from `endpoint`.
        graph_store: URL of its graphs (Graph Store protocol); None: none was named.
        credentials: file of names and passwords by server; the environment goes before it.
        ca_file: certificates of authorities to trust beside those of the system.
        timeout: seconds that a server may take for one request.
        base: what the names of our graphs begin with, on a server that may hold others; None: all of them are ours.

    Raises:
        UsageError: both or neither of folder and server are named, or a URL is none or holds a password.
    """

    folder: Path | None = None
    endpoint: str | None = None
    update_endpoint: str | None = None
    graph_store: str | None = None
    credentials: Path | None = None
    ca_file: Path | None = None
    timeout: int = SERVER_TIMEOUT
    base: str | None = None

    def __post_init__(self) -> None:
        if self.folder is not None and self.endpoint is not None:
            raise UsageError(
                f"the graph is said to live in {self.folder} and at {self.endpoint}; "
                "name a folder (--store) or a server (--endpoint)"
            )
        if self.endpoint is None and (self.update_endpoint or self.graph_store):
            raise UsageError("a server is named by the URL of its queries: add --endpoint URL")
        if self.folder is None and self.endpoint is None:
            raise UsageError(
                "nobody says where the graph lives; name a folder (--store) or a server (--endpoint)"
            )
        for url in (self.endpoint, self.update_endpoint, self.graph_store):
            if url is not None and (complaint := web_complaint(url)):
                raise UsageError(complaint)

    @property
    def options(self) -> str:
        """How a command line names it."""
        if self.endpoint is None:
            return f"--store {self.folder}"
        named = (
            ("endpoint", self.endpoint),
            ("update-endpoint", self.update_endpoint),
            ("graph-store", self.graph_store),
        )
        return " ".join(f"--{name} {url}" for name, url in named if url is not None)

    def __str__(self) -> str:
        return str(self.endpoint if self.folder is None else self.folder)


def home_of(where: str | Path) -> Home:
    """The home that one word names: a folder, or the URL of a server's queries."""
    if isinstance(where, str) and where.startswith(WEB):
        return Home(endpoint=where)
    return Home(folder=Path(where))


def web_complaint(url: str) -> str | None:
    """What is wrong with the URL of a server; None where nothing is."""
    try:
        parts = urlsplit(url)
        well = url.startswith(WEB) and bool(parts.hostname) and parts.port != 0
    except ValueError:
        well = False
    if not well or not url.isascii() or any(sign <= " " or sign in '<>"{}|\\^`' for sign in url):
        return (
            f"{url!r} is no URL of a server; give that of its query service "
            "(Oxigraph's is http://HOST:7878/query, Virtuoso's http://HOST:8890/sparql)"
        )
    if parts.username is not None or parts.password is not None:
        return (
            f"the URL of the server {parts.hostname} holds a name or a password, which others could read; "
            "set KG_SERVER_USER and KG_SERVER_PASSWORD instead"
        )
    return None
