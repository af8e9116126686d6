"""Rows and triples in the formats of the protocol, no more of them than an answer may have."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.graph.names import XSD
from kg.serve.refusals import TooLarge
from kg.serve.served import Limits
from kg.store import Solutions, Term

_STRING: Final = f"{XSD}string"
_ROOM: Final = 1_000
"""Bytes of an answer that are no rows: what tells of it on its way to the server."""
_NAMESPACE: Final = "http://www.w3.org/2005/sparql-results#"
Row = tuple[Term | None, ...]
Begun = tuple[str, Callable[[Row], str]]
"""What stands before all rows, and what writes one."""


@dataclass(frozen=True)
class Writer:
    """How rows are written.

    Attributes:
        begin: for the variables of an answer.
        between, end, cut: what stands between rows, after all of them, and there instead where some are missing.
    """

    begin: Callable[[tuple[str, ...]], Begun]
    between: str = ""
    end: str = ""
    cut: str = ""


@dataclass(frozen=True)
class Body:
    """What is sent.

    Attributes:
        cut: how many rows or triples there are in it, where there would be more; else None.
    """

    media: str
    content: bytes
    cut: int | None = None


def rows_of(found: Solutions, media: str, limits: Limits) -> Body:
    """The answer to a SELECT, in a format of `ROWS`."""
    writer = ROWS[media]
    head, write = writer.begin(found.variables)
    parts: list[str] = []
    cut, size = False, len(head) + len(writer.cut)
    for row in found.rows:
        part = write(row)
        size += len(part if part.isascii() else part.encode()) + len(writer.between)
        if cut := len(parts) == limits.rows or size > limits.bytes - _ROOM:
            break
        parts.append(part)
    whole = f"{head}{writer.between.join(parts)}{writer.cut if cut else writer.end}"
    return Body(media, whole.encode(), len(parts) if cut else None)


def truth(answer: bool, media: str) -> Body:
    """The answer to an ASK, in a format of `ROWS`."""
    word = "true" if answer else "false"
    if media in _XML_TYPES:
        text = (
            f'<?xml version="1.0"?>\n<sparql xmlns="{_NAMESPACE}"><head/><boolean>{word}</boolean></sparql>\n'
        )
    elif media in _JSON_TYPES:
        text = f'{{"head":{{}},"boolean":{word}}}'
    else:
        text = f"{word}\r\n" if media == "text/csv" else f"{word}\n"
    return Body(media, text.encode())


def triples_of(found: Iterable[ox.Triple], media: str, limits: Limits, prefixes: Mapping[str, str]) -> Body:
    """The answer to a CONSTRUCT or DESCRIBE, in a format of `GRAPHS`; each triple once.

    Raises:
        TooLarge: it has more bytes than it may.
    """
    kept: dict[ox.Triple, None] = {}
    cut = False
    for triple in found:
        if triple not in kept:
            if cut := len(kept) == limits.rows:
                break
            kept[triple] = None
    form = GRAPHS[media]
    content = ox.serialize(iter(kept), format=form, prefixes=dict(prefixes)) or b""
    if len(content) > limits.bytes:
        raise TooLarge(f"the graph is larger than {limits.bytes} bytes; ask for less of it")
    if cut and form in (ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES):
        content += with_remark("", len(kept), "triples").encode()
    elif cut and form == ox.RdfFormat.RDF_XML:
        content += b"<!-- truncated -->\n"
    return Body(media, content, len(kept) if cut else None)


def with_remark(turtle: str, cut: int | None, what: str) -> str:
    """Turtle or N-Triples with a remark at its end where it was cut after so many rows or triples.

    >>> with_remark("<a> <b> <c> .\\n", 2, "rows")
    '<a> <b> <c> .\\n# truncated after 2 rows\\n'
    """
    return turtle if cut is None else f"{turtle}# truncated after {cut} {what}\n"


def _json(variables: tuple[str, ...]) -> Begun:
    names = [_quoted(name) for name in variables]

    def row(terms: Row) -> str:
        cells = [
            f"{name}:{_json_term(term)}" for name, term in zip(names, terms, strict=True) if term is not None
        ]
        return f"{{{','.join(cells)}}}"

    return f'{{"head":{{"vars":[{",".join(names)}]}},"results":{{"bindings":[', row


_quoted: Final = json.JSONEncoder(ensure_ascii=False).encode


def _json_term(term: Term) -> str:
    match term:
        case ox.NamedNode():
            return f'{{"type":"uri","value":{_quoted(term.value)}}}'
        case ox.BlankNode():
            return f'{{"type":"bnode","value":{_quoted(term.value)}}}'
        case ox.Literal():
            more = ""
            if term.language:
                more = f',"xml:lang":{_quoted(term.language)}'
            elif term.datatype.value != _STRING:
                more = f',"datatype":{_quoted(term.datatype.value)}'
            return f'{{"type":"literal","value":{_quoted(term.value)}{more}}}'
        case _:
            parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
            inner = ",".join(f'"{name}":{_json_term(each)}' for name, each in parts)
            return f'{{"type":"triple","value":{{{inner}}}}}'


def _xml_rows(variables: tuple[str, ...]) -> Begun:
    names = [quoteattr(name) for name in variables]

    def row(terms: Row) -> str:
        cells = [
            f"<binding name={name}>{_xml_term(term)}</binding>"
            for name, term in zip(names, terms, strict=True)
            if term is not None
        ]
        return f"<result>{''.join(cells)}</result>\n"

    head = "".join(f"<variable name={name}/>" for name in names)
    return (
        f'<?xml version="1.0"?>\n<sparql xmlns="{_NAMESPACE}"><head>{head}</head><results>\n',
        row,
    )


def _xml_term(term: Term) -> str:
    match term:
        case ox.NamedNode():
            return f"<uri>{_xml(term.value)}</uri>"
        case ox.BlankNode():
            return f"<bnode>{_xml(term.value)}</bnode>"
        case ox.Literal():
            more = ""
            if term.language:
                more = f" xml:lang={quoteattr(term.language)}"
            elif term.datatype.value != _STRING:
                more = f" datatype={quoteattr(term.datatype.value)}"
            return f"<literal{more}>{_xml(term.value)}</literal>"
        case _:
            parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
            return (
                f"<triple>{''.join(f'<{name}>{_xml_term(each)}</{name}>' for name, each in parts)}</triple>"
            )


_NOT_IN_XML: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")


def _xml(text: str) -> str:
    return escape(text.translate(_NOT_IN_XML), {"\r": "&#13;"})


def _separated(sign: str, end: str, cell: Callable[[Term | None], str], mark: str = "") -> "Writer":
    def begin(variables: tuple[str, ...]) -> Begun:
        return sign.join(f"{mark}{name}" for name in variables) + end, row

    def row(terms: Row) -> str:
        return sign.join(map(cell, terms)) + end

    return Writer(begin)


def _csv_cell(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    text = str(term) if isinstance(term, ox.Triple) else term.value
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in '",\r\n') else text


def _tsv_cell(term: Term | None) -> str:
    # in N-Triples tabs and line breaks are written with a backslash already
    return "" if term is None else str(term).replace("\t", "\\t")


_JSON: Final = Writer(_json, ",", "]}}", ']},"truncated":true}')
_XML: Final = Writer(_xml_rows, "", "</results></sparql>\n", "</results><!-- truncated --></sparql>\n")
_JSON_TYPES: Final = ("application/sparql-results+json", "application/json")
_XML_TYPES: Final = ("application/sparql-results+xml", "application/xml", "text/xml")
ROWS: Final[Mapping[str, Writer]] = {
    _JSON_TYPES[0]: _JSON,
    _XML_TYPES[0]: _XML,
    "text/csv": _separated(",", "\r\n", _csv_cell),
    "text/tab-separated-values": _separated("\t", "\n", _tsv_cell, "?"),
    _JSON_TYPES[1]: _JSON,
    **dict.fromkeys(_XML_TYPES[1:], _XML),
}
"""How rows are written, by media type; the first is the default."""

GRAPHS: Final[Mapping[str, ox.RdfFormat]] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/json": ox.RdfFormat.JSON_LD,
}
"""How triples are written, by media type; the first is the default."""
