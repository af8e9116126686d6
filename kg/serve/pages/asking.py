"""The stored questions as forms, their answers, and the answers as files."""

from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.errors import UsageError
from kg.serve.asking import ask, serving_of
from kg.serve.pages.shown import answered, both, given, key_in, offset_in, shown
from kg.serve.sparql.query import answer
from kg.serve.sparql.routes import sent
from kg.serve.views import editor as writing
from kg.serve.views import questions as asked

_OURS: Final = frozenset({"ask", "offset", "format"})
"""Words of the address that are no parameters of a question."""
_WRITTEN: Final = {
    "json": "application/sparql-results+json",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "xml": "application/sparql-results+xml",
    "turtle": "text/turtle",
}
"""The kinds of file that an answer to a query is offered as, with their media types."""
_ENDINGS: Final = {media: "ttl" if kind == "turtle" else kind for kind, media in _WRITTEN.items()}


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
    response = sent(await ask(request, asked.download, name, values, form))
    ending = "ttl" if form == "turtle" else form
    response.headers["Content-Disposition"] = f'attachment; filename="{_plain(name)}.{ending}"'
    return response


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


async def written(request: Request) -> Response:
    """The answer to a query that was written there, of the kind that was chosen beside it: for a form without scripts.

    Where an answer cannot be of that kind, as rows cannot be Turtle, it is of the usual one.
    """
    query, kind = str(request.query_params.get("query", "")), given(request, "format") or "json"
    if kind not in _WRITTEN:
        raise UsageError(f"format must be one of {', '.join(_WRITTEN)}")
    if not query.strip():
        return RedirectResponse("/editor", 303)
    wanted = f"{_WRITTEN[kind]}, */*;q=0.1"
    found = await ask(request, answer, query, (), (), wanted, serving_of(request).longest)
    ending = _ENDINGS.get(found.media, "txt")
    response = sent(found)
    response.headers["Content-Disposition"] = f'inline; filename="answer.{ending}"'
    return response


ROUTES: Final[list[BaseRoute]] = [
    *both("/questions", questions),
    Route("/questions/{name:path}", question),
    *both("/editor", editor),
    Route("/editor/answer", written),
]
