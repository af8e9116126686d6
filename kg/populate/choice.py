"""Which articles must be read: each once, and none that the store holds already as it would be read now."""

from collections.abc import Iterable, Iterator, Mapping

from kg.errors import SkippedInput
from kg.graph import Names, Run, terms
from kg.model import Article
from kg.populate.report import Report
from kg.read import each_once
from kg.store import Store, StoredArticle, stored_articles


def known_articles(store: Store, names: Names, run: Run) -> dict[str, StoredArticle]:
    """The articles of a store that were read as a run reads them, by identifier."""
    iri = run.iri(names)
    return {
        identifier: article
        for identifier, article in stored_articles(store, names).items()
        if article.run == iri
    }


def to_read(
    inputs: Iterable[Article | SkippedInput], known: Mapping[str, StoredArticle], report: Report
) -> Iterator[Article]:
    """The articles that must be read, each identifier once; the report counts the others, with their reasons."""
    for item in each_once(inputs):
        if isinstance(item, SkippedInput):
            report.skipped.append(item)
        elif _is_unchanged(item, known.get(item.identifier)):
            report.unchanged += 1
        else:
            yield item


def _is_unchanged(article: Article, stored: StoredArticle | None) -> bool:
    return stored is not None and (stored.sha256, stored.title, stored.publisher, stored.date) == (
        article.sha256,
        article.title,
        article.publisher,
        _stored_date(article.date),
    )


def _stored_date(date: str | None) -> str | None:
    moment = terms.moment(date) if date else None
    return moment.value if moment else None
