"""Who may judge on pages: those who know the token, from pages of this server and from no other.

A browser that was shown the token keeps a cookie that no page of another server can use (SameSite) or read; each form
carries a word made from it, which is checked with the origin that the browser names. A program sends the token itself.
"""

import asyncio
import hmac
import secrets
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.asking import client_of, serving_of
from kg.serve.clerk import Clerk
from kg.serve.decisions import Decision
from kg.serve.refusals import Forbidden

COOKIE: Final = "kg-edit"
FIELD: Final = "word"
"""The field of a form, or as `X-KG-Word` the header of a request, that carries the word."""
HEADER: Final = "X-KG-Word"
_HOURS: Final = 12
_PAUSE: Final = 1.0
"""Seconds until somebody is told that a token is wrong; meanwhile nobody else can try one."""


class Desk:
    """Knows who has shown the token, since the server was started.

    Args:
        token: who knows it may edit; None: nobody may.
    """

    def __init__(self, token: str | None) -> None:
        self._token = token
        self._secret = secrets.token_bytes(32)
        self._trying = asyncio.Lock()

    @property
    def is_open(self) -> bool:
        """Whether anybody may edit."""
        return self._token is not None

    def is_token(self, text: str) -> bool:
        """Whether that is the token; it takes as long whether or not."""
        return self._token is not None and hmac.compare_digest(text.encode(), self._token.encode())

    async def try_token(self, text: str) -> bool:
        """The same, slowly where it is not: nobody can try many."""
        async with self._trying:
            right = self.is_token(text.strip())
            if not right:
                await asyncio.sleep(_PAUSE)
            return right

    def badge(self) -> str:
        """What a browser keeps of whoever has shown the token."""
        number = secrets.token_hex(16)
        return f"{number}.{self._made('badge', number)}"

    def is_badge(self, text: str) -> bool:
        """Whether it was made here."""
        number, _, made = text.partition(".")
        return self.is_open and hmac.compare_digest(made.encode(), self._made("badge", number).encode())

    def word(self, badge: str) -> str:
        """What a form carries that is sent by whoever has a badge."""
        return self._made("word", badge)

    def is_word(self, text: str, badge: str) -> bool:
        """Whether it goes with the badge."""
        return hmac.compare_digest(text.encode(), self.word(badge).encode())

    def _made(self, what: str, of: str) -> str:
        return hmac.new(self._secret, f"{what} {of}".encode(), "sha256").hexdigest()


def desk_of(request: Request) -> Desk:
    """What knows who may edit."""
    desk: Desk = request.app.state.desk
    return desk


def may_edit(request: Request) -> bool:
    """Whether whoever made the request has shown the token; to change something, that is not enough: see `edit`."""
    desk = desk_of(request)
    return desk.is_badge(request.cookies.get(COOKIE, "")) or _by_header(request)


def word_of(request: Request) -> str:
    """What a form of this page must carry in the field `FIELD`."""
    return desk_of(request).word(request.cookies.get(COOKIE, ""))


async def sign_in(request: Request, response: Response, token: str) -> None:
    """Have the browser keep that its user knows the token.

    Raises:
        Forbidden: that is not the token, nobody may edit, or the form is of another server.
    """
    desk = desk_of(request)
    _check_open(desk)
    _check_origin(request)
    if not await desk.try_token(token):
        raise Forbidden("this is not the token; it was printed where the server was started")
    response.set_cookie(
        COOKIE,
        desk.badge(),
        max_age=_HOURS * 3600,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )


def sign_out(response: Response) -> None:
    """Have the browser forget it."""
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")


async def decide(
    request: Request, what: str, first: str, second: str = "", why: str = "", *, word: str | None = None
) -> Decision:
    """Take down what somebody decides, for whoever may edit; as `Clerk.decide`.

    Args:
        word: of the form; None where the request carries it in a header.

    Raises:
        Forbidden: he may not, or the request was made by a page of another server.
    """
    check_editor(request, word)
    return await clerk_of(request).decide(
        serving_of(request).user, what, first, second, why, client_of(request)
    )


def clerk_of(request: Request) -> Clerk:
    """What takes down decisions."""
    clerk: Clerk = request.app.state.clerk
    return clerk


def check_editor(request: Request, word: str | None = None) -> None:
    """See to it that whoever made the request may edit, and meant to.

    Raises:
        Forbidden: he may not.
    """
    desk = desk_of(request)
    _check_open(desk)
    if request.method in ("GET", "HEAD"):
        raise Forbidden("nothing is changed by looking at an address")
    if _by_header(request):
        return
    _check_origin(request)
    badge = request.cookies.get(COOKIE, "")
    if not desk.is_badge(badge):
        raise Forbidden("say first who you are: the page /review asks for the token")
    if not desk.is_word(word if word is not None else request.headers.get(HEADER, ""), badge):
        raise Forbidden("this form was not made by a page of this server, or is too old; open the page again")


def _check_open(desk: Desk) -> None:
    if not desk.is_open:
        raise Forbidden("nothing is changed here; start the server with kg serve --allow-edit")


def _by_header(request: Request) -> bool:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and desk_of(request).is_token(token.strip())


def _check_origin(request: Request) -> None:
    """A browser names the page that sends a form; one that names none, as older ones, still has the word to show."""
    origin = request.headers.get("origin")
    if origin is not None:
        parts = urlsplit(origin)
        same = hmac.compare_digest(
            parts.netloc.lower().encode(), request.headers.get("host", "").lower().encode()
        )
        if origin == "null" or not same:
            raise Forbidden("this was sent by a page of another server")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Forbidden("this was sent by a page of another server")
