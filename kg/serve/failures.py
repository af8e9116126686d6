"""What a client is told where something went wrong: a status and a sentence, as a page or as JSON, and never a traceback."""

import logging
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import KgError, QueryError, StoreError, UsageError
from kg.serve.accept import chosen
from kg.serve.asking import serving_of
from kg.serve.refusals import (
    AddressTooLong,
    Broken,
    Busy,
    Forbidden,
    Gone,
    NotAcceptable,
    NotFound,
    TimedOut,
    TooLarge,
    TooMany,
    UnknownMedia,
)
from kg.serve.templating import page

log = logging.getLogger("kg.serve")

_STATUS: Final[dict[type[KgError], int]] = {
    TimedOut: 408,
    TooLarge: 413,
    TooMany: 429,
    Busy: 503,
    NotFound: 404,
    Forbidden: 403,
    Gone: 499,
    AddressTooLong: 414,
    UnknownMedia: 415,
    NotAcceptable: 406,
    QueryError: 400,
    UsageError: 400,
    StoreError: 503,
}
_LATER: Final = {429: "1", 503: "5"}
"""Seconds after which to ask again, by status."""
_HTML: Final = "text/html"
_JSON: Final = "application/json"


def status_of(error: KgError) -> int:
    """The status that tells an error."""
    return next((status for kind, status in _STATUS.items() if isinstance(error, kind)), 500)


def told(request: Request, status: int, words: str, headers: dict[str, str] | None = None) -> Response:
    """An answer that says what went wrong."""
    more = dict(headers or {})
    if status in _LATER:
        more.setdefault("Retry-After", _LATER[status])
    more["Cache-Control"] = "no-store"
    more["Vary"] = "Accept"
    response: Response
    if request.url.path.endswith(".json") or chosen(request.headers.get("accept"), (_JSON, _HTML)) != _HTML:
        response = JSONResponse({"status": status, "error": words}, status)
    else:
        title = HTTPStatus(status).phrase if status in {each.value for each in HTTPStatus} else "Error"
        response = page(
            "error.html", status, title=title, words=words, code=status, editing=_editing(request)
        )
    response.headers.update(more)
    return response


def _editing(request: Request) -> bool:
    """Whether pages of this server lead to the review; unknown where a request did not come so far."""
    return "app" in request.scope and serving_of(request).token is not None


async def of_ours(request: Request, error: Exception) -> Response:
    """What is told of an error whose message is for people."""
    assert isinstance(error, KgError)  # it is registered for these
    return told(request, status_of(error), str(error))


async def of_http(request: Request, error: Exception) -> Response:
    """What is told where there is no such address, or not this way."""
    assert isinstance(error, HTTPException)  # it is registered for these
    words = {
        404: "there is nothing at this address",
        405: "this address cannot be asked in this way; it takes "
        + (error.headers or {}).get("Allow", "other methods"),
    }.get(error.status_code, error.detail)
    return told(request, error.status_code, words, dict(error.headers or {}))


async def of_job(request: Request, error: Exception) -> Response:
    """What is told where a job failed by a fault of ours."""
    log.error("%s %s: %s", request.method, request.url.path, error)
    return told(request, 500, "this could not be answered, by a fault of the program; its log says more")


async def of_server(request: Request, error: Exception) -> Response:
    """What is told of anything else; the log has the traceback."""
    del error  # the server writes it
    return told(request, 500, "this could not be answered, by a fault of the program; its log says more")


HANDLERS: Final = {KgError: of_ours, HTTPException: of_http, Broken: of_job, Exception: of_server}
