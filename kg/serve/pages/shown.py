"""From a request to a page, or to the same as JSON."""

import re
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kg.errors import UsageError
from kg.serve.accept import chosen
from kg.serve.asking import ask, serving_of
from kg.serve.editing import clerk_of
from kg.serve.templating import environment, page
from kg.serve.views.things import Thing

HTML: Final = "text/html"
JSON: Final = "application/json"
_BUILT: Final = Path(__file__).resolve().parent.parent / "static" / "built"
_FURTHEST: Final = 100_000
R = TypeVar("R")


async def shown(
    request: Request,
    template: str,
    view: Callable[..., R],
    *arguments: Any,
    status: Callable[[R], int] | None = None,
) -> Response:
    """What a view gives, as a page or as JSON.

    Args:
        status: of the answer, where it is not always 200.
    """
    found = await ask(request, view, *arguments)
    code = status(found) if status is not None else 200
    return answered(request, template, found, code)


def answered(request: Request, template: str, found: Any, status: int = 200, **more: Any) -> Response:
    """Values as a page or as JSON, whichever is wanted."""
    if wants_json(request):
        return JSONResponse(asdict(found), status, headers={"Vary": "Accept"})
    editing = serving_of(request).token is not None
    work = clerk_of(request).work if editing else None
    values = {"view": found, "here": Here(request), "editing": editing, "work": work, **more}
    prepared()
    response = page(template, status, **values)
    response.headers["Vary"] = "Accept"
    return response


def wants_json(request: Request) -> bool:
    """Whether JSON is asked for, by the end of the address or by `Accept`."""
    return raw_path(request).endswith(".json") or chosen(request.headers.get("accept"), (HTML, JSON)) == JSON


def raw_path(request: Request) -> str:
    """The path as it was sent: signs that are escaped in it still are."""
    raw = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    return bytes(raw).decode("ascii", "replace").partition("?")[0]


def key_in(request: Request, before: str) -> str:
    """What follows in the path, without the end that asks for JSON; still escaped."""
    return raw_path(request).removeprefix(before).removesuffix(".json")


def whole_key_in(request: Request, before: str) -> str:
    """The same where a key is one step of the path, its own slashes escaped."""
    return unquote(key_in(request, before))


def given(request: Request, name: str, default: str = "") -> str:
    """A value of the query, without spaces around it."""
    return str(request.query_params.get(name, default)).strip()


def offset_in(request: Request) -> int:
    """Where a part of a list begins.

    Raises:
        UsageError: it is no number.
    """
    return number_in(request, "offset", 0, _FURTHEST)


def number_in(request: Request, name: str, default: int, most: int) -> int:
    """A whole number of the query.

    Raises:
        UsageError: it is none, or too large.
    """
    text = given(request, name) or str(default)
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) > most:
        raise UsageError(f"{name} must be a whole number up to {most}")
    return int(text)


def both(path: str, endpoint: Callable[..., Any]) -> list[Route]:
    """A page and its JSON."""
    return [Route(path, endpoint), Route(f"{path}.json", endpoint)]


class Here:
    """The address of a page, for the links on it that lead to other parts of the same."""

    def __init__(self, request: Request) -> None:
        self.path = raw_path(request)
        self.query = [(name, text) for name, text in request.query_params.multi_items() if text]

    def __call__(self, **changes: object) -> str:
        """This address with other values; None or "" leaves one out."""
        kept = [(name, text) for name, text in self.query if name not in changes]
        new = [(name, str(text)) for name, text in changes.items() if text not in (None, "")]
        said = urlencode([*kept, *new])
        return f"{self.path}?{said}" if said else self.path

    def json(self) -> str:
        """The address of the same as JSON."""
        path = "/index" if self.path == "/" else self.path
        said = urlencode(self.query)
        return f"{path}.json?{said}" if said else f"{path}.json"


def prepared() -> Environment:
    """The templates, with what they may call."""
    known = environment()
    if "built" not in known.globals:
        known.globals["built"] = _built
        known.filters["counted"] = counted
        known.filters["escaped"] = partial(quote, safe="")
    return known


def _built(name: str) -> bool:
    """Whether a script was bundled into this installation; every page works without."""
    return (_BUILT / name).is_file()


def counted(count: int, what: str, many: str = "") -> str:
    """A count and what is counted.

    >>> counted(1, "claim"), counted(1200, "country", "countries")
    ('1 claim', '1,200 countries')
    """
    return f"{count:,} {what if count == 1 else many or what + 's'}"


__all__ = [
    "Here",
    "Thing",
    "answered",
    "both",
    "counted",
    "given",
    "key_in",
    "number_in",
    "offset_in",
    "shown",
]
