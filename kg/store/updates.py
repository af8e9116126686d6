"""SPARQL updates that every store understands."""

from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, Quad


def replacement(graph: NamedNode, quads: Iterable[Quad]) -> str:
    """One request that clears a graph and writes it anew: one transaction where the store has them.

    Raises:
        ValueError: a quad belongs to another graph.
    """
    lines = [f"{quad.triple} ." for quad in checked(graph, quads)]
    if not lines:
        return f"DROP SILENT GRAPH {graph}"
    return f"DROP SILENT GRAPH {graph} ;\nINSERT DATA {{ GRAPH {graph} {{\n" + "\n".join(lines) + "\n} }"


def change(graph: NamedNode, gone: Iterable[Quad], new: Iterable[Quad]) -> str:
    """One request that takes quads out of a graph and puts others in; empty where there is nothing to do.

    Raises:
        ValueError: a quad belongs to another graph, or has a blank node, which cannot be taken out by name.
    """
    requests = (("DELETE", checked(graph, gone)), ("INSERT", checked(graph, new)))
    if any(has_blank(quad) for _, quads in requests for quad in quads):
        raise ValueError(f"a blank node in {graph} cannot be changed by name; replace the graph")
    return " ;\n".join(
        f"{verb} DATA {{ GRAPH {graph} {{\n" + "\n".join(f"{quad.triple} ." for quad in quads) + "\n} }"
        for verb, quads in requests
        if quads
    )


def has_blank(quad: Quad) -> bool:
    """Whether a quad's subject or object is a blank node."""
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)


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
