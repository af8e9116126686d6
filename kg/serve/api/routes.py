"""The addresses for programs: /api, /data, and the pages of things where a program asks for triples."""

import re
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from kg.errors import QueryError
from kg.query.answers import Page
from kg.query.plain import typed_term
from kg.query.stored import Parameter, ParameterType
from kg.serve.accept import chosen
from kg.serve.api import answers
from kg.serve.api.description import openapi
from kg.serve.api.things import KINDS, thing
from kg.serve.asking import ask
from kg.serve.sparql.results import GRAPHS
from kg.serve.sparql.routes import sent

_HTML: Final = ("text/html", "application/json")
_RDF: Final = tuple(media for media in GRAPHS if media != "application/json")
_ENDINGS: Final = {".ttl": "text/turtle", ".nt": "application/n-triples", ".jsonld": "application/ld+json"}
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


async def questions(request: Request) -> Response:
    """All stored questions."""
    return sent(await ask(request, answers.questions))


async def question(request: Request) -> Response:
    """The answer to a stored question."""
    given = {
        name: request.query_params.getlist(name) for name in request.query_params if name not in answers.OWN
    }
    accept, form = request.headers.get("accept"), request.query_params.get("format", "")
    page = Page(_count(request, "limit", 1), _count(request, "offset", 0) or 0)
    evidence = _truth(request, "evidence")
    name = request.path_params["name"]
    return sent(await ask(request, answers.answered, name, given, accept, form, page, evidence))


async def described(request: Request) -> Response:
    """The description of the API."""
    return sent(await ask(request, openapi, str(request.base_url).rstrip("/")))


def _count(request: Request, name: str, least: int) -> int | None:
    text = request.query_params.get(name)
    if text is None:
        return None
    if not _NUMBER.fullmatch(text) or int(text) < least:
        raise QueryError(f"{name} must be a whole number from {least} on, not {text[:40]!r}")
    return int(text)


def _truth(request: Request, name: str) -> bool:
    text = request.query_params.get(name)
    if text is None:
        return False
    term = typed_term(Parameter(name, ParameterType.BOOLEAN), text[:40])
    return term.value == "true"


class AsTriples(Route):
    """A route that is only taken by those who would rather have triples than a page."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for this route."""
        match, child = super().matches(scope)
        if match is not Match.NONE and _media_of(scope) is None:
            return Match.NONE, {}
        return match, child


def _media_of(scope: Scope) -> str | None:
    """The format of triples that a request wants, if it wants them at all; the end of the address goes before the header."""
    path = scope["path"]
    for ending, media in _ENDINGS.items():
        if path.endswith(ending):
            return media
    accept = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"accept"), "")
    wanted = chosen(accept, (*_HTML, *_RDF))
    return wanted if wanted in _RDF else None


async def triples(request: Request) -> Response:
    """What a thing's IRI stands for."""
    _, kind, key = _raw_path(request).split("/", 2)
    media = _media_of(request.scope) or request.headers.get("accept")
    for ending in _ENDINGS:
        key = key.removesuffix(ending)
    return sent(await ask(request, thing, kind, key, media))


async def data(request: Request) -> Response:
    """The page of a thing or its triples, whichever is wanted: where its IRI leads."""
    _, _, rest = _raw_path(request).split("/", 2)
    kind, _, key = rest.partition("/")
    if kind not in KINDS or not key:
        return sent(await ask(request, thing, "entity", "", None))
    return RedirectResponse(f"/{rest}", 303, {"Vary": "Accept"})


def _raw_path(request: Request) -> str:
    """The path as it was sent: signs that are escaped in it still are."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    return raw.decode("ascii", "replace").partition("?")[0]


ROUTES: Final[list[BaseRoute]] = [
    Route("/api/questions", questions),
    Route("/api/questions/{name:path}", question),
    Route("/api/openapi.json", described),
    Route("/data/{rest:path}", data),
    *(AsTriples(f"/{kind}/{{key:path}}", triples) for kind in ("entity", "article")),
    # these have no page of their own
    *(Route(f"/{kind}/{{key:path}}", triples) for kind in KINDS if kind not in ("entity", "article")),
]
