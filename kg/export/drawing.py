"""GraphML and GEXF, as Gephi, yEd and networkx read them, written as the nodes and edges come."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, Final
from xml.sax.saxutils import escape, quoteattr

from kg.export.network import NODE_COLUMNS, Edge, Node, Value

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_GRAPHML: Final[dict[type[Value], str]] = {str: "string", int: "int", float: "double", bool: "boolean"}
_GEXF: Final[dict[type[Value], str]] = {str: "string", int: "integer", float: "double", bool: "boolean"}
_OWN_IN_GEXF: Final = frozenset({"label", "weight"})
"""What GEXF has attributes of its own for."""


def write_graphml(
    nodes: Iterable[Node], edges: Iterable[Edge], columns: Mapping[str, type[Value]], out: BinaryIO
) -> None:
    """Write a directed GraphML graph; characters that XML cannot hold become U+FFFD."""
    _write(out, _graphml(nodes, edges, columns))


def write_gexf(
    nodes: Iterable[Node], edges: Iterable[Edge], columns: Mapping[str, type[Value]], out: BinaryIO
) -> None:
    """Write a directed GEXF 1.2 graph; characters that XML cannot hold become U+FFFD."""
    _write(out, _gexf(nodes, edges, columns))


def _graphml(
    nodes: Iterable[Node], edges: Iterable[Edge], columns: Mapping[str, type[Value]]
) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, described in (("node", NODE_COLUMNS), ("edge", columns)):
        for name, sort in described.items():
            yield (
                f'  <key id="{kind}_{name}" for="{kind}" attr.name="{name}" attr.type="{_GRAPHML[sort]}"/>\n'
            )
    yield '  <graph id="kg" edgedefault="directed">\n'
    for node in nodes:
        yield f"    <node id={_quoted(node.key)}>{_data('node', node.values)}</node>\n"
    for edge in edges:
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        yield f"    <edge id={_quoted(edge.key)} {ends}>{_data('edge', edge.values)}</edge>\n"
    yield "  </graph>\n</graphml>\n"


def _data(kind: str, values: Mapping[str, Value]) -> str:
    return "".join(
        f'<data key="{kind}_{name}">{escape(_shown(value), {chr(13): "&#13;"})}</data>'
        for name, value in values.items()
    )


def _gexf(nodes: Iterable[Node], edges: Iterable[Edge], columns: Mapping[str, type[Value]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '  <graph mode="static" defaultedgetype="directed">\n'
    for kind, described in (("node", NODE_COLUMNS), ("edge", columns)):
        yield f'    <attributes class="{kind}" mode="static">\n'
        for name, sort in described.items():
            if name not in _OWN_IN_GEXF:
                yield f'      <attribute id="{name}" title="{name}" type="{_GEXF[sort]}"/>\n'
        yield "    </attributes>\n"
    yield "    <nodes>\n"
    for node in nodes:
        yield f"      <node id={_quoted(node.key)} {_own(node.values)}>{_values(node.values)}</node>\n"
    yield "    </nodes>\n    <edges>\n"
    for edge in edges:
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        yield (
            f"      <edge id={_quoted(edge.key)} {ends} {_own(edge.values)}>{_values(edge.values)}</edge>\n"
        )
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _own(values: Mapping[str, Value]) -> str:
    return " ".join(
        f"{name}={_quoted(_shown(values[name]))}" for name in sorted(_OWN_IN_GEXF) if name in values
    )


def _values(values: Mapping[str, Value]) -> str:
    rows = "".join(
        f'<attvalue for="{name}" value={_quoted(_shown(value))}/>'
        for name, value in values.items()
        if name not in _OWN_IN_GEXF
    )
    return f"<attvalues>{rows}</attvalues>"


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _NOT_XML.sub("�", str(value))


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("�", text), {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def _write(out: BinaryIO, lines: Iterable[str]) -> None:
    for line in lines:
        out.write(line.encode("utf-8"))
