"""The first page, lists and search."""

from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kg.serve.asking import ask
from kg.serve.pages.shown import both, given, offset_in, shown
from kg.serve.views import disputes as disputed
from kg.serve.views import search as searching
from kg.serve.views import start as starting


async def start(request: Request) -> Response:
    """The first page."""
    return await shown(request, "start.html", starting.start)


async def articles(request: Request) -> Response:
    """All articles."""
    return await shown(request, "articles.html", starting.articles, offset_in(request))


async def search(request: Request) -> Response:
    """What words find."""
    return await shown(request, "search.html", searching.search, given(request, "q"), given(request, "in"))


async def suggest(request: Request) -> Response:
    """Names for what is being typed."""
    found = await ask(request, searching.suggest, given(request, "q"))
    listed = [
        {"label": each.label, "detail": each.detail, "href": each.href, "key": each.key} for each in found
    ]
    return JSONResponse({"suggestions": listed})


async def disputes(request: Request) -> Response:
    """What is said and denied."""
    about = given(request, "about")
    return await shown(request, "disputes.html", disputed.disputes, about, offset_in(request))


ROUTES: Final[list[BaseRoute]] = [
    Route("/", start),
    Route("/index.json", start),
    *both("/articles", articles),
    *both("/search", search),
    Route("/suggest", suggest),
    *both("/disputes", disputes),
]
