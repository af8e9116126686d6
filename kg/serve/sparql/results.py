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
_NAMESPACE: Final = "http://www.w3.org/2005/sparql-results#"
Row = tuple[Term | None, ...]


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
    write, head, tail = ROWS[media]
    parts, count, cut = [head(found.variables)], 0, False
    size = len(parts[0])
    for row in found.rows:
        part = write(found.variables, row, not count)
        size += len(part)
        if cut := count == limits.rows or size > limits.bytes - 1_000:
            break
        parts.append(part)
        count += 1
    parts.append(tail(cut))
    return Body(media, "".join(parts).encode(), count if cut else None)


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
        content += f"# truncated after {len(kept)} triples\n".encode()
    return Body(media, content, len(kept) if cut else None)


def _json_head(variables: tuple[str, ...]) -> str:
    return f'{{"head":{{"vars":{json.dumps(list(variables), ensure_ascii=False)}}},"results":{{"bindings":['


def _json_row(variables: tuple[str, ...], row: Row, first: bool) -> str:
    cells = [
        f"{_quoted(name)}:{_json_term(term)}"
        for name, term in zip(variables, row, strict=True)
        if term is not None
    ]
    return f"{'' if first else ','}{{{','.join(cells)}}}"


def _json_tail(cut: bool) -> str:
    return ']},"truncated":true}' if cut else "]}}"


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


def _xml_head(variables: tuple[str, ...]) -> str:
    names = "".join(f"<variable name={quoteattr(name)}/>" for name in variables)
    return f'<?xml version="1.0"?>\n<sparql xmlns="{_NAMESPACE}"><head>{names}</head><results>\n'


def _xml_row(variables: tuple[str, ...], row: Row, first: bool) -> str:
    del first
    cells = "".join(
        f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
        for name, term in zip(variables, row, strict=True)
        if term is not None
    )
    return f"<result>{cells}</result>\n"


def _xml_tail(cut: bool) -> str:
    return f"</results>{'<!-- truncated -->' if cut else ''}</sparql>\n"


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
    def row(_: tuple[str, ...], terms: Row, __: bool) -> str:
        return sign.join(map(cell, terms)) + end

    def head(variables: tuple[str, ...]) -> str:
        return sign.join(f"{mark}{name}" for name in variables) + end

    def tail(_: bool) -> str:
        return ""

    return row, head, tail


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


Writer = tuple[
    Callable[[tuple[str, ...], Row, bool], str], Callable[[tuple[str, ...]], str], Callable[[bool], str]
]
_JSON: Final[Writer] = (_json_row, _json_head, _json_tail)
_XML: Final[Writer] = (_xml_row, _xml_head, _xml_tail)
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
