"""The addresses of the protocols: /sparql and /store."""

from functools import cache
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from kg.errors import QueryError
from kg.serve.accept import chosen
from kg.serve.asking import ask, serving_of
from kg.serve.sparql.description import description
from kg.serve.sparql.query import answer, graph
from kg.serve.sparql.request import asked
from kg.serve.sparql.results import GRAPHS, Body

TRUNCATED: Final = "X-KG-Truncated"
"""The header that tells after how many rows or triples an answer was cut."""


async def sparql(request: Request) -> Response:
    """The answer to a query, or what the service can."""
    serving = serving_of(request)
    accept = request.headers.get("accept")
    wanted = await asked(request, serving.longest)
    if wanted.query is None:
        if chosen(accept, ("text/turtle", "text/html", *GRAPHS)) == "text/html":
            return RedirectResponse("/editor", 303, {"Vary": "Accept"})
        address = str(request.url.replace(query="", fragment=""))
        return sent(await ask(request, description, address, accept))
    return sent(
        await ask(request, answer, wanted.query, wanted.default, wanted.named, accept, serving.longest)
    )


async def store(request: Request) -> Response:
    """One graph, or all of them together (Graph Store protocol, reading)."""
    graphs = request.query_params.getlist("graph")
    default = "default" in request.query_params
    if len(graphs) + default != 1:
        raise QueryError("name one graph: /store?graph=IRI, or /store?default for all of them together")
    return sent(await ask(request, graph, None if default else graphs[0], request.headers.get("accept")))


def sent(body: Body) -> Response:
    """An answer as it goes out; nobody keeps it without asking again."""
    return _Sent(body)


class _Sent(Response):
    """An answer whose headers are known already, but for those that tell how much it is."""

    def __init__(self, body: Body) -> None:
        self.status_code = 200
        self.background = None
        self.body = body.content
        self.raw_headers = [*_headers(body.media), (b"content-length", b"%d" % len(body.content))]
        if body.cut is not None:
            self.raw_headers.append((TRUNCATED.lower().encode(), b"%d" % body.cut))


@cache
def _headers(media: str) -> tuple[tuple[bytes, bytes], ...]:
    charset = "" if "json" in media else "; charset=utf-8"
    if media == "text/csv":
        charset += "; header=present"
    return (
        (b"vary", b"Accept"),
        (b"cache-control", b"no-cache"),
        (b"content-type", f"{media}{charset}".encode()),
    )


class _Answering:
    """A handler without what the framework puts around one; it is asked more than all others together.

    Errors are told by what is around all routes.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await sparql(Request(scope, receive, send))
        await response(scope, receive, send)


ROUTES: Final[list[BaseRoute]] = [
    Route("/sparql", _Answering(), methods=["GET", "POST"]),
    Route("/store", store, methods=["GET"]),
]
