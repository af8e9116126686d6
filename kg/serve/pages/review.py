"""The queue of what a person is asked to decide; for those who know the token."""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import State
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.errors import UsageError
from kg.model import Candidate
from kg.serve.asking import ask, pool_of
from kg.serve.decisions import FAILED, REJECT, UNDO, Decision
from kg.serve.editing import (
    FIELD,
    check_editor,
    clerk_of,
    decide,
    desk_of,
    may_edit,
    sign_in,
    sign_out,
    word_of,
)
from kg.serve.pages.shown import answered, both, given, number_in
from kg.serve.refusals import Forbidden, TooLarge
from kg.serve.served import Limits
from kg.serve.views import decided as judged
from kg.serve.views import review as queue
from kg.serve.views.quotes import Quote
from kg.serve.views.review import Pair, ReviewPage

T = TypeVar("T")

_LOOKING: Final = Limits(seconds=1800.0)
"""All pairs of entities are compared."""
_LARGEST: Final = 64 * 1024
_KINDS: Final = ("pairs", "claims")
_ARTICLE: Final = re.compile(r"/article/[A-Za-z0-9%._~/-]+(#[a-z0-9-]+)?")


@dataclass
class Waiting:
    """The queue, from the first look at it until the server stops or somebody has it looked for anew.

    Attributes:
        looking: what looks for pairs, and for claims.
        pairs, claims: None until they are found.
        aside: what was decided here, and waits no longer unless that is undone: ends of pairs, and claims.
    """

    looking: "dict[str, asyncio.Task[Any]]" = field(default_factory=dict)
    pairs: list[Candidate] | None = None
    claims: list[str] | None = None
    aside: set[frozenset[str]] = field(default_factory=set)

    def look(self, request: Request) -> None:
        """Begin to look for what is to be decided; or take what was found.

        Raises:
            KgError: it cannot be found; the next call looks again.
        """
        self.claims = self._found(request, "claims", queue.waiting_claims, self.claims)
        self.pairs = self._found(request, "pairs", queue.waiting_pairs, self.pairs)

    def _found(
        self, request: Request, kind: str, view: Callable[..., tuple[T, ...]], before: list[T] | None
    ) -> list[T] | None:
        if before is not None:
            return before
        task = self.looking.get(kind)
        if task is None:
            self.looking[kind] = asyncio.create_task(pool_of(request).run(view, limits=_LOOKING))
        elif task.done():
            del self.looking[kind]
            return list(task.result())
        return None

    @property
    def is_looked(self) -> bool:
        """Whether all that was looked for is found."""
        return all(task.done() for task in self.looking.values())

    def left_pairs(self) -> tuple[Candidate, ...]:
        """The pairs that wait."""
        return tuple(
            each for each in self.pairs or () if frozenset((each.first, each.second)) not in self.aside
        )

    def left_claims(self) -> tuple[str, ...]:
        """The claims that wait."""
        return tuple(each for each in self.claims or () if frozenset((each,)) not in self.aside)


async def review(request: Request) -> Response:
    """One thing to decide, or the form that asks for the token."""
    clerk = clerk_of(request)
    waiting = _waiting(request)
    if desk_of(request).is_open:
        waiting.look(request)  # while the token is typed
    if not may_edit(request):
        return _sign_in(request)
    kind = given(request, "kind") or _KINDS[0]
    if kind not in _KINDS:
        raise UsageError(f"kind must be one of {', '.join(_KINDS)}")
    place = number_in(request, "skip", 0, 100_000)
    decided = tuple(await clerk.listed())
    waiting.aside |= {_what(each) for each in decided if each.what != UNDO and each.state != FAILED}
    pair, claim, place = await _next(request, waiting, kind, place)
    left = {
        "pairs": None if waiting.pairs is None else len(waiting.left_pairs()),
        "claims": None if waiting.claims is None else len(waiting.left_claims()),
    }
    found = ReviewPage(
        kind,
        left,
        place,
        pair,
        claim,
        clerk.work,
        await ask(request, judged.recent, decided),
        judged.failed(decided),
    )
    return _private(answered(request, "review.html", found, word=word_of(request), field=FIELD))


async def _next(
    request: Request, waiting: Waiting, kind: str, place: int
) -> tuple[Pair | None, Quote | None, int]:
    first, second = given(request, "first"), given(request, "second")
    if first and second:
        return await ask(request, queue.pair_of, first, second), None, place
    if kind == "pairs":
        left = waiting.left_pairs()[place:]
        pair, gone = await ask(request, queue.first_pair, left)
        waiting.aside |= {frozenset((each.first, each.second)) for each in left[:gone]}
        return pair, None, place
    rest = waiting.left_claims()[place:]
    claim, gone = await ask(request, queue.first_claim, rest)
    waiting.aside |= {frozenset((each,)) for each in rest[:gone]}
    return None, claim, place


def _what(decision: Decision) -> frozenset[str]:
    """What a decision is about."""
    return frozenset(filter(None, (decision.first, decision.second)))


async def judge(request: Request) -> Response:
    """A pair is decided, or a claim rejected; then comes the next."""
    sent = await _sent(request)
    why, word = sent.get("why", ""), sent.get(FIELD, "")
    claim = sent.get("claim", "")
    what, first, second = (
        (REJECT, claim, "")
        if claim
        else (sent.get("verdict", ""), sent.get("first", ""), sent.get("second", ""))
    )
    if what in (UNDO, REJECT) and not claim:
        raise UsageError("verdict must be one of different, same, unsure")
    await decide(request, what, first, second, why, word=word)
    return _back(sent, "claims" if claim else "pairs")


async def undo(request: Request) -> Response:
    """A judgement is taken back."""
    sent = await _sent(request)
    undone = await decide(request, UNDO, sent.get("id", ""), word=sent.get(FIELD, ""))
    _waiting(request).aside.discard(_what(undone))
    return _back(sent, sent.get("kind", "pairs"))


async def state(request: Request) -> Response:
    """How far the store has followed what was decided, and whether the queue is there: for pages that wait for it."""
    work = asdict(clerk_of(request).work)
    return _private(JSONResponse({**work, "looked": _waiting(request).is_looked}))


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
    """To the next of a queue, where what was skipped stays so; or to the page of an article that the form stood on."""
    if _ARTICLE.fullmatch(back := sent.get("back", "")):
        return RedirectResponse(back, 303)
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
    Route("/review/state.json", state),
    Route("/review/judge", judge, methods=["POST"]),
    Route("/review/undo", undo, methods=["POST"]),
    Route("/review/again", again, methods=["POST"]),
    Route("/review/enter", enter, methods=["POST"]),
    Route("/review/leave", leave, methods=["POST"]),
]
