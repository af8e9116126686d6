"""SPARQL updates that every store understands."""

from collections.abc import Collection, Iterable

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


def change(before: Collection[Quad], after: Collection[Quad]) -> str | None:
    """One request that turns the quads of a graph into others, or None where only replacing the graph can do it.

    Blank nodes cannot be deleted by name.
    """
    gone, new = set(before).difference(after), set(after).difference(before)
    if not after or any(
        isinstance(term, BlankNode) for quad in (*gone, *new) for term in (quad.subject, quad.object)
    ):
        return None
    requests = (("DELETE", gone), ("INSERT", new))
    return " ;\n".join(
        f"{verb} DATA {{\n"
        + "\n".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads)
        + "\n}"
        for verb, quads in requests
        if quads
    )


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
