"""What a request to /sparql asks."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from kg.errors import QueryError
from kg.serve.refusals import AddressTooLong, Forbidden, TooLarge, UnknownMedia

ADDRESS: Final = 64 * 1024
"""Bytes of a query in an address; a longer one is posted."""
_FIELDS: Final = 200
_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_CHARSETS: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_NO_UPDATES: Final = (
    "nothing is changed here (update); articles come in by kg populate, judgements by kg serve --allow-edit"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the graphs that it is to see; without a query, what the service can is asked for."""

    query: str | None
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


async def asked(request: Request, longest: int) -> Asked:
    """What is asked, in one of the three ways of the protocol.

    Args:
        longest: characters of a query.

    Raises:
        QueryError, UnknownMedia: it is not asked in one of them.
        Forbidden: it is an update.
        AddressTooLong, TooLarge: there is more of it than may be.
    """
    fields = _fields(request.scope["query_string"])
    if request.method in ("GET", "HEAD"):
        return _asked(fields, needed=False)
    media, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    media = media.strip()
    if media == _UPDATE:
        raise Forbidden(_NO_UPDATES)
    if media == _FORM:
        body = await _body(request, longest * 12)
        return _asked([*fields, *_decoded(body)], needed=True)
    if media == _QUERY:
        text = _text(await _body(request, longest * 4), parameters)
        if any(name == "query" for name, _ in fields):
            raise QueryError("one query at a time: it stands in the body, or in the address")
        return _asked([("query", text), *fields], needed=True)
    raise UnknownMedia(f"post a query as {_QUERY}, or as {_FORM} in the field query")


def _asked(fields: list[tuple[str, str]], *, needed: bool) -> Asked:
    if any(name == "update" for name, _ in fields):
        raise Forbidden(_NO_UPDATES)
    queries = [value for name, value in fields if name == "query"]
    if len(queries) > 1:
        raise QueryError("one query at a time")
    if needed and not queries:
        raise QueryError("there is no query in this: the field is called query")
    return Asked(
        queries[0] if queries else None,
        tuple(value for name, value in fields if name == "default-graph-uri"),
        tuple(value for name, value in fields if name == "named-graph-uri"),
    )


def _fields(query_string: bytes) -> list[tuple[str, str]]:
    if len(query_string) > ADDRESS:
        raise AddressTooLong(f"an address may have {ADDRESS} bytes; post a query that is longer")
    return _decoded(query_string)


def _decoded(form: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            form.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_FIELDS,
            separator="&",
        )
    except ValueError as error:
        raise QueryError(f"the fields cannot be read as UTF-8 in percent signs: {error}") from error


def _text(body: bytes, parameters: str) -> str:
    given = (each.partition("=") for each in parameters.split(";"))
    charset = next((value for name, _, value in given if name.strip() == "charset"), "utf-8")
    if charset.strip(' "') not in _CHARSETS:
        raise QueryError("a query is posted in UTF-8")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"a query is posted in UTF-8: {error}") from error


async def _body(request: Request, most: int) -> bytes:
    parts, size = [], 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > most:
                raise TooLarge(f"more than {most} bytes come; ask for less at once")
            parts.append(part)
    except ClientDisconnect as error:
        raise QueryError("the query broke off") from error
    return b"".join(parts)
