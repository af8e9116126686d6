"""Values of parameters as SPARQL text: each is one whole term, so that no value can become part of the query."""

import re
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError

XSD: Final = "http://www.w3.org/2001/XMLSchema#"

_NOT_IN_IRIS = re.compile(r'[\x00-\x20<>"{}|^`\\\x7f-\x9f]')
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
_SHOWN: Final = 80
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f]|(?<=\\)[uU]')
"""Also a u after a backslash: some engines (rdflib) take \\\\u0041 for an escape before they look for strings."""


def shortened(text: str) -> str:
    """A user's value in quotes, as a message shows it: what cannot be printed is escaped, and a long one is cut."""
    return repr(text) if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]!r}…"


def iri(text: str) -> NamedNode:
    """An absolute IRI, with or without angle brackets.

    Raises:
        QueryError: it is none.
    """
    bare = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    if _NOT_IN_IRIS.search(bare) or not _ABSOLUTE.fullmatch(bare):
        raise QueryError(f"not an absolute IRI: {shortened(text)}")
    try:
        bare.encode("utf-8")
        return NamedNode(bare)
    except ValueError as error:
        raise QueryError(f"not an absolute IRI: {shortened(text)} ({error})") from error


def literal(text: str, datatype: str | None = None, language: str | None = None) -> Literal:
    """A plain, typed or language-tagged literal; `datatype` is a local name of XML Schema.

    Raises:
        QueryError: the text holds half a surrogate pair.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise QueryError(f"this value is no text that UTF-8 can hold: {shortened(text)}") from error
    if language:
        return Literal(text, language=language)
    return Literal(text) if datatype is None else Literal(text, datatype=NamedNode(XSD + datatype))


def encoded(term: NamedNode | Literal) -> str:
    r"""The term as SPARQL writes it.

    >>> encoded(Literal('say "no"'))
    '"say \\"no\\""'
    """
    if isinstance(term, NamedNode):
        if _NOT_IN_IRIS.search(term.value):
            raise QueryError(f"not an absolute IRI: {term.value!r}")
        return f"<{term.value}>"
    words = _ESCAPED.sub(lambda found: _ESCAPES.get(found[0], f"\\U{ord(found[0]):08X}"), term.value)
    if term.language:
        return f'"{words}"@{term.language}'
    if term.datatype.value == f"{XSD}string":
        return f'"{words}"'
    return f'"{words}"^^<{term.datatype.value}>'
