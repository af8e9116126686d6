"""What the articles of a store say of their entities, each in one piece."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import KG, Names, Summary, read_summary, summary_of
from kg.graph.names import PROV
from kg.graph.summaries import NEEDED, written_summary
from kg.graph.terms import SUMMARY, value
from kg.store.base import Store

_TOGETHER: Final = 50
"""Articles that are read at once where no summary is kept: what is read of them is held in memory."""
_KEPT: Final = f"SELECT ?article ?summary {{ ?article <{KG}summary> ?summary }}"
_ALL: Final = f"SELECT ?article {{ GRAPH ?article {{ ?article a <{KG}Article> }} }}"
_ENTITIES: Final = f"SELECT ?reading ?entity {{ ?reading <{KG}readingOf> ?entity }}"
_REJECTED: Final = f"""SELECT DISTINCT ?claim ?article {{
    ?judgement <{KG}verdict> <{KG}Rejected> ; <{KG}judges> ?claim . ?claim <{PROV}wasDerivedFrom> ?article
}}"""


def summaries(store: Store, names: Names, *, keep: bool = False) -> Iterator[tuple[str, Summary]]:
    """The identifier and summary of each article, in no order; claims that a person rejected do not count.

    Where none is kept, by this version, it is made from the article's graph.

    Args:
        keep: write what was made into the article's graph, so that it need not be made again.
    """
    rejected: defaultdict[str, set[str]] = defaultdict(set)
    for claim, origin in store.select(_REJECTED):
        rejected[value(origin)].add(value(claim))
    articles = {value(node) for (node,) in store.select(_ALL)}
    kept: set[str] = set()
    for node, written in store.select(_KEPT):
        article = value(node)
        if article not in articles or article in kept or (summary := read_summary(value(written))) is None:
            continue
        kept.add(article)
        if article not in rejected and (identifier := names.identifier(article)) is not None:
            yield identifier, summary
    listed = sorted(articles.difference(kept).union(articles.intersection(rejected)))
    for start in range(0, len(listed), _TOGETHER):
        read = _quads_of(store, listed[start : start + _TOGETHER])
        for article, quads in read.items():
            if (identifier := names.identifier(article)) is not None:
                if keep and article not in kept:
                    _keep(store, names.article(identifier), summary_of(quads, names))
                yield identifier, summary_of(quads, names, rejected[article])


def _keep(store: Store, graph: NamedNode, summary: Summary) -> None:
    """Write an article's summary; what another version has made goes."""
    before = store.select(f"SELECT ?summary {{ GRAPH {graph} {{ {graph} {SUMMARY} ?summary }} }}")
    gone = [Quad(graph, SUMMARY, kept, graph) for (kept,) in before if isinstance(kept, Literal)]
    store.change_graph(graph, gone, [Quad(graph, SUMMARY, Literal(written_summary(summary)), graph)])


def entities_by_reading(store: Store) -> dict[str, str]:
    """The IRI of the entity that the store has for each reading, by that of the reading."""
    return {value(reading): value(entity) for reading, entity in store.select(_ENTITIES)}


def _quads_of(store: Store, articles: Iterable[str]) -> dict[str, list[Quad]]:
    """What summaries need of some articles' graphs."""
    found: dict[str, list[Quad]] = {article: [] for article in articles}
    properties = " ".join(sorted(map(str, NEEDED)))
    rows = store.select(
        f"""SELECT ?article ?s ?p ?o {{
            VALUES ?article {{ {" ".join(f"<{article}>" for article in found)} }}
            GRAPH ?article {{ ?s ?p ?o }}
            FILTER(?p IN ({properties.replace("> <", ">, <")}))
        }}"""
    )
    for graph, subject, predicate, object_ in rows:
        if isinstance(graph, NamedNode) and isinstance(predicate, NamedNode):
            found[graph.value].append(Quad(subject, predicate, object_, graph))  # type: ignore[arg-type]
    return found
