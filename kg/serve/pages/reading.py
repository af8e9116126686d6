"""The pages of entities, articles, statements and paths."""

from dataclasses import asdict, dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kg.errors import UsageError
from kg.serve.asking import ask
from kg.serve.decisions import DECISION, FAILED, REJECT
from kg.serve.editing import FIELD, clerk_of, may_edit, word_of
from kg.serve.pages.shown import (
    answered,
    both,
    given,
    key_in,
    number_in,
    offset_in,
    shown,
    wants_json,
    whole_key_in,
)
from kg.serve.views import article as articles
from kg.serve.views import entity as entities
from kg.serve.views import neighbours as near
from kg.serve.views import paths, spans, statement
from kg.serve.views.decided import undone_by
from kg.serve.views.lines import ALL, FACTS

SCOPES: Final = (FACTS, ALL)
_SHOWS: Final = ("", "relation", "said", "articles")


async def entity(request: Request) -> Response:
    """An entity."""
    return await shown(
        request,
        "entity.html",
        entities.entity,
        key_in(request, "/entity/"),
        _one_of(request, "scope", SCOPES),
        _one_of(request, "show", _SHOWS),
        given(request, "relation"),
        given(request, "direction"),
        offset_in(request),
    )


async def neighbours(request: Request) -> Response:
    """What an entity is linked with, for a page that draws it."""
    many = request.query_params.getlist
    wanted = near.Wanted(
        _one_of(request, "scope", SCOPES),
        tuple(filter(None, many("relation"))),
        tuple(filter(None, many("standing"))),
        tuple(filter(None, many("source"))),
        given(request, "since"),
        given(request, "until"),
        number_in(request, "limit", near.MOST, near.MOST_EVER),
    )
    found = await ask(request, near.neighbours, whole_key_in(request, "/neighbours/"), wanted)
    return JSONResponse(asdict(found))


async def article(request: Request) -> Response:
    """An article, with what was read in it at its place."""
    found = await ask(request, articles.article, key_in(request, "/article/"))
    blocks = spans.marked(found.text or "", found.mentions, found.notes)
    return answered(request, "article.html", found, blocks=blocks, desk=await _desk(request))


@dataclass(frozen=True, slots=True)
class Desk:
    """What forms need by which claims are judged on a page.

    Attributes:
        word: what they carry in the field `field`.
        rejected: decisions that are not yet followed, by the IRI of the claim that they reject.
        undone: IDs of what is about to be undone.
    """

    field: str
    word: str
    rejected: dict[str, str]
    undone: frozenset[str]


async def _desk(request: Request) -> Desk | None:
    """The same, for whoever may judge; else None."""
    if wants_json(request) or not may_edit(request):
        return None
    decided = tuple(await clerk_of(request).listed())
    undone = undone_by(decided)
    rejected = {
        each.first: f"{DECISION}{each.number}"
        for each in decided
        if each.what == REJECT and each.state != FAILED and f"{DECISION}{each.number}" not in undone
    }
    return Desk(FIELD, word_of(request), rejected, undone)


async def statement_page(request: Request) -> Response:
    """All that is said for and against one statement."""
    said = (given(request, name) for name in ("subject", "relation", "object"))
    return await shown(request, "statement.html", statement.statement, *said, offset_in(request))


async def path(request: Request) -> Response:
    """How two entities are linked."""
    ends = given(request, "from"), given(request, "to")
    return await shown(request, "path.html", paths.path, *ends, offset_in(request))


def _one_of(request: Request, name: str, known: tuple[str, ...]) -> str:
    """A value of the query that must be one of some; the first where it is not given.

    Raises:
        UsageError: it is none of them.
    """
    text = given(request, name) or known[0]
    if text not in known:
        raise UsageError(f"{name} must be one of {', '.join(filter(None, known))}")
    return text


ROUTES: Final[list[BaseRoute]] = [
    Route("/entity/{key:path}", entity),
    Route("/article/{key:path}", article),
    Route("/neighbours/{key:path}", neighbours),
    *both("/statement", statement_page),
    *both("/path", path),
]
