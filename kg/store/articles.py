"""Which articles a store holds, under which text and run: what need not be read again."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.graph import KG, Names
from kg.graph.names import DCTERMS, NIF, PROV
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the store has it.

    Attributes:
        graph: its IRI, and the name of its graph.
        sha256: of its text.
        run: the IRI of what read it; compare with `Run.iri`.
    """

    identifier: str
    graph: NamedNode
    sha256: str
    run: NamedNode
    title: str | None = None
    date: str | None = None
    publisher: str | None = None


def stored_articles(store: Store, names: Names | None = None) -> dict[str, StoredArticle]:
    """All articles by identifier, sorted."""
    return {article.identifier: article for article in _articles(store, names or Names(), "?article")}


def stored_article(store: Store, identifier: str, names: Names | None = None) -> StoredArticle | None:
    """One article, or None where the store does not hold it."""
    names = names or Names()
    return next(_articles(store, names, str(names.article(identifier))), None)


def article_text(store: Store, identifier: str, names: Names | None = None) -> str | None:
    """The text of an article as stored, or None where the store does not hold it."""
    graph = (names or Names()).article(identifier)
    rows = store.select(f"SELECT ?text {{ GRAPH {graph} {{ {graph} <{NIF}isString> ?text }} }}")
    return next((_text(text) for (text,) in rows), None)


def copying_articles(store: Store, names: Names | None = None) -> set[str]:
    """Identifiers of the articles that copy others, whole or in part."""
    names = names or Names()
    rows = store.select(f"SELECT DISTINCT ?article {{ ?article <{KG}copyOf> ?original }}")
    return {
        identifier
        for (article,) in rows
        if isinstance(article, NamedNode) and (identifier := names.identifier(article.value)) is not None
    }


def remove_article(store: Store, identifier: str, names: Names | None = None) -> bool:
    """Remove an article's graph; whether there was one. Facts and entities follow with the next `rebuild`."""
    names = names or Names()
    if stored_article(store, identifier, names) is None:
        return False
    store.remove_graph(names.article(identifier))
    return True


def _articles(store: Store, names: Names, node: str) -> Iterator[StoredArticle]:
    rows = store.select(
        f"""SELECT ?article ?sha256 ?run ?title ?date ?publisher {{
            {"" if node == "?article" else f"VALUES ?article {{ {node} }}"}
            GRAPH ?article {{
                ?article a <{KG}Article> ; <{KG}sha256> ?sha256 ; <{PROV}wasGeneratedBy> ?run .
                OPTIONAL {{ ?article <{DCTERMS}title> ?title }}
                OPTIONAL {{ ?article <{DCTERMS}issued> ?date }}
                OPTIONAL {{ ?article <{DCTERMS}publisher> ?publisher }}
            }}
        }} ORDER BY STR(?article)"""
    )
    for article, sha256, run, title, date, publisher in rows:
        if not isinstance(article, NamedNode) or not isinstance(run, NamedNode):
            continue
        identifier = names.identifier(article.value)
        if identifier is not None:
            yield StoredArticle(
                identifier, article, _text(sha256) or "", run, _text(title), _text(date), _text(publisher)
            )


def _text(term: object) -> str | None:
    return term.value if isinstance(term, Literal) else None
