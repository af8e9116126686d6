"""The queue of what a person is asked to decide; for those who know the token."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import State
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.errors import KgError, UsageError
from kg.model import Candidate
from kg.serve import judging
from kg.serve.asking import ask, pool_of
from kg.serve.editing import FIELD, check_editor, edit, may_edit, sign_in, sign_out, word_of
from kg.serve.pages.shown import answered, both, given, number_in
from kg.serve.refusals import Forbidden, TooLarge
from kg.serve.served import Limits
from kg.serve.views import review as queue
from kg.serve.views.quotes import Quote
from kg.serve.views.review import Pair, Queues, ReviewPage

_LOOKING: Final = Limits(seconds=1800.0)
"""All pairs of entities are compared."""
_LARGEST: Final = 64 * 1024
_KINDS: Final = ("pairs", "claims")


@dataclass
class Waiting:
    """The queue, from the first look at it until the server stops or somebody has it looked for anew."""

    looking: "asyncio.Task[Queues] | None" = None
    pairs: list[Candidate] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    ready: bool = False

    def look(self, request: Request) -> None:
        """Begin to look for what is to be decided; or take what was found."""
        if self.looking is None:
            self.looking = asyncio.create_task(pool_of(request).run(queue.queues, limits=_LOOKING))
        elif self.looking.done() and not self.ready:
            try:
                found = self.looking.result()
            except KgError:
                self.looking = None
                raise
            self.pairs, self.claims, self.ready = list(found.pairs), list(found.claims), True

    def decided(self, first: str, second: str) -> None:
        """A pair waits no longer."""
        self.pairs = [each for each in self.pairs if {each.first, each.second} != {first, second}]


async def review(request: Request) -> Response:
    """One thing to decide, or the form that asks for the token."""
    if not may_edit(request):
        return _sign_in(request)
    waiting = _waiting(request)
    waiting.look(request)
    kind = given(request, "kind") or _KINDS[0]
    if kind not in _KINDS:
        raise UsageError(f"kind must be one of {', '.join(_KINDS)}")
    place = number_in(request, "skip", 0, 100_000)
    pair, claim, place = await _next(request, waiting, kind, place)
    found = ReviewPage(
        kind,
        {"pairs": len(waiting.pairs), "claims": len(waiting.claims)} if waiting.ready else None,
        place,
        pair,
        claim,
        await ask(request, queue.recent),
    )
    return _private(answered(request, "review.html", found, word=word_of(request), field=FIELD))


async def _next(
    request: Request, waiting: Waiting, kind: str, place: int
) -> tuple[Pair | None, Quote | None, int]:
    first, second = given(request, "first"), given(request, "second")
    if first and second:
        return await ask(request, queue.pair_of, first, second), None, place
    if kind == "pairs":
        pair, gone = await ask(request, queue.first_pair, tuple(waiting.pairs[place:]))
        del waiting.pairs[place : place + gone]
        return pair, None, place
    claim, gone = await ask(request, queue.first_claim, tuple(waiting.claims[place:]))
    del waiting.claims[place : place + gone]
    return None, claim, place


async def judge(request: Request) -> Response:
    """A pair is decided, or a claim rejected; then comes the next."""
    sent = await _sent(request)
    why, word = sent.get("why", ""), sent.get(FIELD, "")
    waiting = _waiting(request)
    if claim := sent.get("claim"):
        await edit(request, judging.reject, claim, why, word=word)
        waiting.claims = [each for each in waiting.claims if each != claim]
        return _back(sent, "claims")
    first, second = sent.get("first", ""), sent.get("second", "")
    await edit(request, judging.judge_pair, sent.get("verdict", ""), first, second, why, word=word)
    waiting.decided(first, second)
    return _back(sent, "pairs")


async def undo(request: Request) -> Response:
    """A judgement is taken back."""
    sent = await _sent(request)
    await edit(request, judging.undo, sent.get("id", ""), word=sent.get(FIELD, ""))
    return _back(sent, sent.get("kind", "pairs"))


async def again(request: Request) -> Response:
    """The queue is looked for anew."""
    sent = await _sent(request)
    check_editor(request, sent.get(FIELD, ""))
    request.app.state.review = Waiting()
    return _back({}, sent.get("kind", "pairs"))


async def enter(request: Request) -> Response:
    """Somebody shows the token."""
    sent = await _sent(request)
    response = RedirectResponse("/review", 303)
    try:
        await sign_in(request, response, sent.get("token", ""))
    except Forbidden as error:
        return _sign_in(request, str(error))
    return response


async def leave(request: Request) -> Response:
    """The browser forgets that its user knows the token."""
    response = RedirectResponse("/", 303)
    sent = await _sent(request)
    check_editor(request, sent.get(FIELD, ""))
    sign_out(response)
    return response


@dataclass(frozen=True, slots=True)
class SignIn:
    """The token is asked for; `problem`: what was given is none."""

    problem: str = ""


def _sign_in(request: Request, problem: str = "") -> Response:
    return _private(answered(request, "token.html", SignIn(problem), 403))


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _back(sent: Mapping[str, str], kind: str) -> Response:
    """To the next of a queue; what was skipped stays so."""
    skip = sent.get("skip", "")
    where = {"kind": kind if kind in _KINDS else _KINDS[0]} | (
        {"skip": skip} if skip.isdecimal() and skip != "0" else {}
    )
    return RedirectResponse(f"/review?{urlencode(where)}", 303)


def _waiting(request: Request) -> Waiting:
    state: State = request.app.state
    if not hasattr(state, "review"):
        state.review = Waiting()
    found: Waiting = state.review
    return found


async def _sent(request: Request) -> dict[str, str]:
    """The fields of a form that was sent.

    Raises:
        TooLarge: it has more than forms of ours have.
    """
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            raise TooLarge("this is more than any form here has")
    try:
        fields = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=50)
    except ValueError as error:
        raise UsageError("this is no form of a page") from error
    return {name: values[0] for name, values in fields.items()}


ROUTES: Final[list[BaseRoute]] = [
    *both("/review", review),
    Route("/review/judge", judge, methods=["POST"]),
    Route("/review/undo", undo, methods=["POST"]),
    Route("/review/again", again, methods=["POST"]),
    Route("/review/enter", enter, methods=["POST"]),
    Route("/review/leave", leave, methods=["POST"]),
]
