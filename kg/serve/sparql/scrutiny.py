"""Looks at the text of a query that comes from outside, before any engine does.

An engine fetches from wherever a query says with SERVICE, and none has a switch against it. To look for that word among
tokens is not enough: "<" begins an IRI in one place and compares in another, and whoever takes one for the other takes what
follows for part of an IRI, a string or a comment. So where the word occurs at all, a text that can be read in two ways is
refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from urllib.parse import urljoin

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.query.tokens import QueryForm, Token, TokenKind, query_form, significant
from kg.serve.refusals import Forbidden, TooLarge
from kg.store import Dataset

DEEPEST: Final = 200
"""Brackets within brackets: more of them, by the thousand, end the engine."""

_SERVICE: Final = re.compile("service", re.IGNORECASE)
_SERVICE_OR_FROM: Final = re.compile("service|from", re.IGNORECASE)
_KEYWORD: Final = re.compile(r"(^[^:]*|\..*)service", re.IGNORECASE)
"""In a word: not in the local part of a name, where a dot may end the name."""
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPERANDS: Final = frozenset({TokenKind.VARIABLE, TokenKind.WORD, TokenKind.STRING, TokenKind.IRI})
_UNCLEAR: Final = (
    "this query names {}, and can be read in more than one way; put a space after every <, > and << that is no part of an "
    "IRI, write ' in IRIs as %27, and those words without \\u"
)


@dataclass(frozen=True, slots=True)
class Examined:
    """What the text of a query says of itself.

    Attributes:
        dataset: what it wants to see by FROM and FROM NAMED; None where it says nothing.
    """

    form: QueryForm
    dataset: Dataset | None


def examined(text: str, longest: int, prefixes: dict[str, str], *, remote: bool = False) -> Examined:
    """What a query is, if it may be put to a store.

    Args:
        longest: characters that it may have.
        prefixes: those that need not be declared.
        remote: a server answers it, which may fetch what FROM names and resolve escapes before all else.

    Raises:
        TooLarge: it is longer.
        Forbidden: it reaches for another server.
        QueryError: it is an update or no query, or cannot be told to be harmless.
    """
    if len(text) > longest:
        raise TooLarge(f"the query is longer than {longest} characters; ask for less at once")
    if sum(map(text.count, "({[")) > DEEPEST:
        _check_depth(significant(text))
    form = query_form(text)
    delicate = _SERVICE_OR_FROM if remote else _SERVICE
    seen = len(delicate.findall(text))
    if "\\" in text and len(delicate.findall(_unescaped(text))) != seen:
        raise QueryError(_UNCLEAR.format("SERVICE or FROM" if remote else "SERVICE"))
    if seen:
        _check_alone(significant(text), remote)
    return Examined(form, _dataset(significant(text), prefixes) if "FROM" in text.upper() else None)


def _check_alone(tokens: Sequence[Token], remote: bool) -> None:
    """See to it that a text with the delicate words in it reaches for no other server."""
    if _ambiguous(tokens):
        raise QueryError(_UNCLEAR.format("SERVICE or FROM" if remote else "SERVICE"))
    if any(token.kind is TokenKind.WORD and _KEYWORD.search(token.text) for token in tokens):
        raise Forbidden("queries of other servers (SERVICE) are not done here; ask that server itself")


def _unescaped(text: str) -> str:
    """The text as those read it who resolve escapes before all else."""
    return _ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), text)


def _check_depth(tokens: Sequence[Token]) -> None:
    depth = 0
    for token in tokens:
        if token.kind is TokenKind.MARK:
            depth += (token.text in "({[") - (token.text in ")}]")
            if depth > DEEPEST:
                raise QueryError(f"brackets stand in more than {DEEPEST} others; write it flatter")


def _ambiguous(tokens: Sequence[Token]) -> bool:
    """Whether something that looks like an IRI might be none."""
    within: list[str] = []
    for before, token in pairwise([Token(TokenKind.MARK, "{"), *tokens]):
        if token.kind is TokenKind.IRI:
            compares = bool(within) and within[-1] == "("
            if "'" in token.text or before.is_mark("<"):
                return True
            if compares and (before.kind in _OPERANDS or before.is_mark(")")):
                return True
        elif token.kind is TokenKind.MARK and token.text in "({[":
            within.append(token.text)
        elif token.kind is TokenKind.MARK and token.text in ")}]" and within:
            within.pop()
    return False


def _dataset(tokens: Sequence[Token], prefixes: dict[str, str]) -> Dataset | None:
    """What FROM and FROM NAMED say, outside all brackets."""
    default: list[NamedNode] = []
    named: list[NamedNode] = []
    known, base = dict(prefixes), ""
    depth = 0
    for place, token in enumerate(tokens):
        rest = tokens[place + 1 : place + 3]
        if token.kind is TokenKind.MARK:
            depth += (token.text in "({") - (token.text in ")}")
        elif token.is_word("PREFIX") and len(rest) == 2:
            known[rest[0].text.rstrip(":")] = urljoin(base, rest[1].text[1:-1])
        elif token.is_word("BASE") and rest:
            base = urljoin(base, rest[0].text[1:-1])
        elif token.is_word("FROM") and not depth and rest:
            many = rest[0].is_word("NAMED")
            iri = _iri(rest[1] if many and len(rest) == 2 else rest[0], known, base)
            (named if many else default).append(iri)
    return Dataset(tuple(default), tuple(named)) if default or named else None


def _iri(token: Token, prefixes: dict[str, str], base: str) -> NamedNode:
    prefix, colon, local = token.text.partition(":")
    try:
        if token.kind is TokenKind.IRI:
            return NamedNode(urljoin(base, token.text[1:-1]))
        if token.kind is TokenKind.WORD and colon and prefix in prefixes:
            return NamedNode(prefixes[prefix] + local.replace("\\", ""))
    except ValueError as error:
        raise QueryError(f"FROM names no graph: {error}") from error
    raise QueryError(f"FROM names no graph: {token.text!r}")
