"""Does the graph conform: the SHACL shapes of the ontology, and the questions that must return nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import rdflib
from pyshacl import validate
from rdflib.namespace import SH

from kg.errors import QueryError
from kg.graph import Names, terms
from kg.resources import resource
from kg.store import Store
from kg.store.ontology import ontology_quads

_BATCH: Final = 60_000
"""Triples that are validated together, more than which rdflib takes unduly long over."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that must not be.

    Attributes:
        rule: the check's summary, or the shape's message.
        node: what breaks it, as RDF writes it.
        details: what else the check says of it, by name.
    """

    rule: str
    node: str
    details: tuple[tuple[str, str], ...] = ()


def check(store: Store, names: Names | None = None, queries: Iterable[Path] = ()) -> Iterator[Violation]:
    """All violations in a store: first of the shapes, then of the questions, the shipped and those in `queries`."""
    yield from check_shapes(store, names or Names())
    yield from check_queries(store, queries)


def check_queries(store: Store, folders: Iterable[Path] = ()) -> Iterator[Violation]:
    """What the questions called `*-violation.rq` return.

    Raises:
        QueryError: one of them cannot be answered.
    """
    for path in violation_files(folders):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{path}: cannot be read: {error}") from error
        rule = next(
            (line[12:].strip() for line in text.splitlines() if line.startswith("#+ summary: ")), path.stem
        )
        try:
            rows = store.select(text)
        except QueryError as error:
            raise QueryError(f"{path}: {error}") from error
        for row in sorted(rows, key=str):
            named = [
                (name, str(term)) for name, term in zip(rows.variables, row, strict=True) if term is not None
            ]
            yield Violation(rule, named[0][1] if named else "", tuple(named[1:]))


def violation_files(folders: Iterable[Path] = ()) -> list[Path]:
    """The shipped questions that must return nothing, then those in the folders, each sorted by name."""
    shipped = sorted((resource("queries") / "checks").glob("*-violation.rq"))
    return shipped + [path for folder in folders for path in sorted(folder.rglob("*-violation.rq"))]


def check_shapes(store: Store, names: Names | None = None, shapes: Path | None = None) -> Iterator[Violation]:
    """What breaks the SHACL shapes, by default those of the ontology.

    A small store is validated whole, a larger one in batches of articles with the entities that they name; facts and
    copies, which reach across articles, are then left to `check_queries`. The constraints that are queries are put to
    the store, each once for all nodes: pySHACL puts them once for every node, and parses them each time.
    """
    names = names or Names()
    shapes_graph = rdflib.Graph().parse(shapes or resource("ontology") / "shapes.ttl", format="turtle")
    yield from _query_constraints(store, shapes_graph)
    shapes_graph.remove((None, SH.sparql, None))
    ontology = _graph(ontology_quads(names.ontology))
    for batch in _batches(store, names):
        yield from _invalid(_graph(batch) + ontology, shapes_graph)


_ABOVE: Final = f"/<{rdflib.RDFS.subClassOf}>"
_INSTANCE_OF: Final = ("a", f"a{_ABOVE}", f"a{_ABOVE}{_ABOVE}")
"""From a node to its classes, which lie two steps deep at most; some servers lose rows of paths that have no end."""


def _query_constraints(store: Store, shapes: rdflib.Graph) -> Iterator[Violation]:
    prologue = "".join(
        f"PREFIX {shapes.value(declared, SH.prefix)}: <{shapes.value(declared, SH.namespace)}>\n"
        for declared in shapes.objects(None, SH.declare)
    )
    found = []
    for shape, constraint in shapes.subject_objects(SH.sparql):
        nodes = {
            node
            for target in shapes.objects(shape, SH.targetClass)
            for path in _INSTANCE_OF
            for (node,) in store.select(f"SELECT ?node {{ ?node {path} <{target}> }}")
        }
        message = str(shapes.value(constraint, SH.message))
        for row in store.select(f"{prologue}{shapes.value(constraint, SH.select)}").dicts():
            if row["this"] in nodes:
                details = tuple((name, str(term)) for name, term in row.items() if name != "this")
                found.append(Violation(message, str(row["this"]), details))
    yield from sorted(found, key=lambda violation: (violation.rule, violation.node, violation.details))


def _invalid(data: rdflib.Graph, shapes: rdflib.Graph) -> list[Violation]:
    _, report, _ = validate(data, shacl_graph=shapes, inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise QueryError(f"the shapes cannot be used: {report}")
    found = []
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        message = report.value(result, SH.resultMessage) or report.value(result, SH.sourceConstraintComponent)
        details = tuple(
            (name, value.n3())
            for name, predicate in (("path", SH.resultPath), ("value", SH.value))
            if (value := report.value(result, predicate)) is not None
        )
        node = report.value(result, SH.focusNode)
        found.append(Violation(str(message), node.n3() if node is not None else "", details))
    return sorted(found, key=lambda violation: (violation.rule, violation.node, violation.details))


def _batches(store: Store, names: Names) -> Iterator[list[ox.Quad]]:
    """The store whole where it is small enough, else its articles in batches, with what they name."""
    shared = [quad for graph in store.graphs() if names.is_run(graph.value) for quad in store.quads(graph)]
    about: defaultdict[object, list[ox.Quad]] = defaultdict(list)
    for quad in store.quads(names.entities):
        about[quad.subject].append(quad)
    derived = (names.facts, names.copies, names.judgements, names.replayed, names.links)
    across = [quad for graph in derived for quad in store.quads(graph)]
    batch: list[ox.Quad] = list(shared)
    first = True
    for graph in (graph for graph in store.graphs() if names.is_article(graph.value)):
        if len(batch) >= _BATCH:
            yield _with_entities(batch, about)
            batch, first = list(shared), False
        batch.extend(store.quads(graph))
    yield _with_entities(batch, about) + (across if first else [])


def _with_entities(batch: list[ox.Quad], about: dict[object, list[ox.Quad]]) -> list[ox.Quad]:
    named = {quad.object for quad in batch if quad.predicate == terms.READING_OF}
    return batch + [quad for entity in sorted(named, key=str) for quad in about.get(entity, ())]


def _graph(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    text = "".join(f"{quad.triple} .\n" for quad in quads)
    return rdflib.Graph().parse(data=text, format="nt")
