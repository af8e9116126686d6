"""Pages for people, made by the server; each is to be had as JSON at the same address."""

from typing import Final

from starlette.routing import BaseRoute

from kg.serve.pages import asking, reading, review, start

ROUTES: Final[list[BaseRoute]] = [*start.ROUTES, *reading.ROUTES, *asking.ROUTES, *review.ROUTES]
