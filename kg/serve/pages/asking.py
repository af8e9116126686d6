"""The stored questions as forms, their answers, and the answers as files."""

from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.errors import UsageError
from kg.serve.asking import ask
from kg.serve.pages.shown import answered, both, given, key_in, offset_in, shown
from kg.serve.views import editor as writing
from kg.serve.views import questions as asked

_OURS: Final = frozenset({"ask", "offset", "format"})
"""Words of the address that are no parameters of a question."""


async def questions(request: Request) -> Response:
    """What can be asked."""
    return await shown(request, "questions.html", asked.questions)


async def question(request: Request) -> Response:
    """One question, with its answer once it is asked."""
    name = key_in(request, "/questions/")
    values = _values(request)
    form = given(request, "format")
    if form:
        return await _file(request, name, values, form)
    offset = offset_in(request)
    wanted = bool(values) or given(request, "ask") != ""
    found = await ask(request, asked.question, name, values, offset, wanted)
    said = urlencode([(key, text) for key, texts in values.items() for text in texts])
    address = f"/questions/{found.name}?{said or 'ask=1'}"
    return answered(
        request, "question.html", found, 400 if found.problem else 200, address=address, given=values
    )


async def _file(request: Request, name: str, values: dict[str, list[str]], form: str) -> Response:
    if form not in asked.DOWNLOADS:
        raise UsageError(f"format must be one of {', '.join(asked.DOWNLOADS)}")
    text = await ask(request, asked.download, name, values, form)
    ending = "ttl" if form == "turtle" else form
    return Response(
        text,
        media_type=asked.DOWNLOADS[form][0],
        headers={"Content-Disposition": f'attachment; filename="{_plain(name)}.{ending}"'},
    )


def _plain(name: str) -> str:
    return "".join(sign for sign in name if sign.isascii() and (sign.isalnum() or sign in "-_")) or "answer"


def _values(request: Request) -> dict[str, list[str]]:
    """What is given for the parameters; what is empty is not given."""
    found: dict[str, list[str]] = {}
    for name, text in request.query_params.multi_items():
        if name not in _OURS and text.strip():
            found.setdefault(name, []).append(text)
    return found


async def editor(request: Request) -> Response:
    """Where a query is written in SPARQL."""
    query = str(request.query_params.get("query", ""))
    return await shown(request, "editor.html", writing.editor, query, given(request, "question"))


ROUTES: Final[list[BaseRoute]] = [
    *both("/questions", questions),
    Route("/questions/{name:path}", question),
    *both("/editor", editor),
]
