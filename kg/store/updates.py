"""SPARQL updates that every store understands."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad


def replacement(graph: NamedNode, quads: Iterable[Quad]) -> str:
    """One request that clears a graph and writes it anew: one transaction where the store has them.

    Raises:
        ValueError: a quad belongs to another graph.
    """
    lines = [f"{quad.triple} ." for quad in checked(graph, quads)]
    if not lines:
        return f"DROP SILENT GRAPH {graph}"
    return f"DROP SILENT GRAPH {graph} ;\nINSERT DATA {{ GRAPH {graph} {{\n" + "\n".join(lines) + "\n} }"


def checked(graph: NamedNode, quads: Iterable[Quad]) -> list[Quad]:
    """The quads, all of this graph.

    Raises:
        ValueError: one belongs to another graph.
    """
    listed = list(quads)
    for quad in listed:
        if quad.graph_name != graph:
            raise ValueError(f"a quad of {quad.graph_name} does not belong into {graph}")
    return listed
