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


def summaries(store: Store, names: Names) -> Iterator[tuple[str, Summary]]:
    """The identifier and summary of each article, in no order; claims that a person rejected do not count.

    Where none is kept, by this version, it is made from the article's graph.
    """
    rejected: defaultdict[str, set[str]] = defaultdict(set)
    for claim, origin in store.select(_REJECTED):
        rejected[value(origin)].add(value(claim))
    articles = {value(node) for (node,) in store.select(_ALL)}
    for node, kept in store.select(_KEPT):
        article = value(node)
        if article in rejected or article not in articles:
            continue
        if (summary := read_summary(value(kept))) is not None:
            articles.remove(article)
            if (identifier := names.identifier(article)) is not None:
                yield identifier, summary
    listed = sorted(articles)
    for start in range(0, len(listed), _TOGETHER):
        read = _quads_of(store, listed[start : start + _TOGETHER])
        for article, quads in read.items():
            if (identifier := names.identifier(article)) is not None:
                yield identifier, summary_of(quads, names, rejected[article])


def keep_summaries(store: Store, names: Names) -> int:
    """Keep the summaries of articles that were stored without one, or by another version; how many there were.

    Whoever looks at all articles again and again reads each with one quad then, and not with hundreds.

    Raises:
        StoreError: the store cannot be used.
    """
    known = {value(node): value(kept) for node, kept in store.select(_KEPT)}
    lacking = [
        article
        for article in sorted(value(node) for (node,) in store.select(_ALL))
        if article not in known or read_summary(known[article]) is None
    ]
    for start in range(0, len(lacking), _TOGETHER):
        for article, quads in _quads_of(store, lacking[start : start + _TOGETHER]).items():
            node = NamedNode(article)
            old = [Quad(node, SUMMARY, Literal(known[article]), node)] if article in known else []
            new = Quad(node, SUMMARY, Literal(written_summary(summary_of(quads, names))), node)
            store.change_graph(node, old, [new])
    return len(lacking)


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
