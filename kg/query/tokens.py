"""SPARQL text as a row of tokens, so that a parameter is found where the grammar has a variable and nowhere else."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from kg.errors import QueryError


class TokenKind(StrEnum):
    """What a stretch of SPARQL text is."""

    SPACE = "space"
    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    VARIABLE = "variable"
    WORD = "word"
    """A keyword, a prefixed name, a language tag or a number."""
    MARK = "mark"
    """One character of punctuation."""


class Token(NamedTuple):
    """One token with its text as written."""

    kind: TokenKind
    text: str

    @property
    def variable(self) -> str:
        """The name of a variable without its mark; empty for every other token."""
        return self.text[1:] if self.kind is TokenKind.VARIABLE else ""

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, in any case."""
        return self.kind is TokenKind.WORD and self.text.upper() in words

    def is_mark(self, mark: str) -> bool:
        """Whether it is this character."""
        return self.kind is TokenKind.MARK and self.text == mark


_KINDS: Final = {kind.value: kind for kind in TokenKind}
_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>\#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"
             | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
             | "(?:[^"\\\r\n]|\\.)*"
             | '(?:[^'\\\r\n]|\\.)*')
  | (?P<variable>[?$][0-9^\W_]?\w+)
  | (?P<word>@?(?:[\w.:%-]|\\[_~.\-!$&'()*+,;=/?\#@%]|\\)+)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=32)
def tokenise(sparql: str) -> tuple[Token, ...]:
    """The tokens in order; their texts joined are the text itself.

    >>> [token.text for token in tokenise('?who # ?who') if token.kind is TokenKind.VARIABLE]
    ['?who']
    """
    return tuple(Token(_KINDS[match.lastgroup or "mark"], match.group()) for match in _TOKEN.finditer(sparql))


@lru_cache(maxsize=32)
def significant(sparql: str) -> tuple[Token, ...]:
    """The tokens without white space and comments."""
    return tuple(
        token for token in tokenise(sparql) if token.kind not in (TokenKind.SPACE, TokenKind.COMMENT)
    )


class QueryForm(StrEnum):
    """What a query gives back."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"

    @property
    def gives_graph(self) -> bool:
        """Whether the answer is triples."""
        return self in (QueryForm.CONSTRUCT, QueryForm.DESCRIBE)


_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"},
)


_AT_ONCE: Final = re.compile(r"\s*(SELECT|ASK|CONSTRUCT|DESCRIBE)(?![\w.:%\\-])", re.IGNORECASE | re.ASCII)
"""A query that begins with its keyword: its other tokens need not be known."""


def query_form(sparql: str) -> QueryForm:
    """Whether it selects, asks, constructs or describes.

    Raises:
        QueryError: it is an update, or no query at all.
    """
    if match := _AT_ONCE.match(sparql):
        return QueryForm[match[1].upper()]
    for token in significant(sparql):
        if token.kind is not TokenKind.WORD or token.text.endswith(":") or token.is_word("PREFIX", "BASE"):
            if token.kind in (TokenKind.WORD, TokenKind.IRI) or token.is_mark(":"):
                continue
            break
        keyword = token.text.upper()
        if keyword in QueryForm.__members__:
            return QueryForm[keyword]
        if keyword in _UPDATES:
            raise QueryError(
                f"this is an update ({keyword}), and questions only read; "
                "articles come in by `kg populate` and go by `kg remove`"
            )
        break
    raise QueryError(
        "not a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE must come first, after the prefixes"
    )


def variables(sparql: str) -> frozenset[str]:
    """The names of all variables."""
    return frozenset(token.variable for token in tokenise(sparql) if token.variable)


def depth_zero(sparql: str) -> list[Token]:
    """The significant tokens that stand outside all braces and parentheses."""
    depth, outside = 0, []
    for token in significant(sparql):
        if token.kind is TokenKind.MARK and token.text in "({":
            depth += 1
        elif token.kind is TokenKind.MARK and token.text in ")}":
            depth -= 1
        elif depth == 0:
            outside.append(token)
    return outside
