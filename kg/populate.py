"""The one place that knows the order of the stages: read, skip what is known, extract, make a graph, store, derive."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode

import kg
from kg.copies import fingerprint
from kg.errors import SkippedInput
from kg.graph import Dropped, Names, Run, extraction_quads, run_quads, terms
from kg.model import Article, Extraction
from kg.ontology import load_ontology
from kg.settle import changing
from kg.store import Store, StoredArticle, copying_articles, put_ontology, remove_article, stored_articles
from kg.workers import Extracts, Recipe, extract_all


@dataclass(slots=True)
class Report:
    """What a run did.

    Attributes:
        read: identifiers of the articles read and stored, sorted.
        unchanged: how many the store held already, under the same text and extraction version.
        skipped: inputs that were not read, or not wholly, each with its reason.
        claims, entities: in the articles read; an entity in two articles counts once.
        copies: of the articles read, how many copy others, whole or in part.
        dropped: what was found but not written, because it does not stand in the text as it says.
        relations: how many claims each relation has, by its local name.
    """

    read: list[str] = field(default_factory=list)
    unchanged: int = 0
    skipped: list[SkippedInput] = field(default_factory=list)
    claims: int = 0
    entities: int = 0
    copies: int = 0
    dropped: Dropped = field(default_factory=Dropped)
    relations: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Work:
    """How articles are read.

    Attributes:
        recipe: makes the extractor.
        relations: folders of relations beside the shipped ones; the recipe has the same.
        names: mints the IRIs.
        processes: how many extract side by side.
    """

    recipe: Recipe
    relations: tuple[Path, ...] = ()
    names: Names = field(default_factory=Names)
    processes: int = 1


def populate(
    inputs: Iterable[Article | SkippedInput],
    store: Store,
    work: Work,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Read articles into a store: each has its own graph, replaced as a whole; those that it knows are left alone.

    What is finished stays, whatever ends the run; the next run goes on from there. The same articles give the same
    graph in any order and with any number of processes.

    Args:
        progress: called with the identifier of each article that is done.

    Raises:
        StoreError: the store cannot be used.
        KgError: a process died, or the pipeline cannot be loaded.
    """
    report = Report()
    extractor = work.recipe.make()
    ontology = load_ontology(work.relations)
    run = Run(f"{kg.__version__}+{extractor.version}", extractor.model_name, ontology.sha256)
    iris = {name: relation.iri for name, relation in ontology.relations.items()}
    readings: set[str] = set()
    with changing(store, work.names) as changes:
        changes.all |= put_ontology(store, work.names, work.relations)
        store.replace_graph(run.iri(work.names), run_quads(run, work.names))
        known = {
            identifier: article
            for identifier, article in stored_articles(store, work.names).items()
            if article.run == run.iri(work.names)
        }
        for extraction in _extractions(inputs, known, extractor, work, report):
            try:
                graph = extraction_quads(extraction, run, work.names, iris, fingerprint)
            except SkippedInput as skipped:
                report.skipped.append(skipped)
                continue
            changes.articles.add(extraction.article.identifier)
            store.replace_graph(graph.graph, graph.quads)
            report.dropped += graph.dropped
            for quad in graph.quads:
                if quad.predicate == terms.PREDICATE:
                    report.relations[_value(quad.object)] += 1
                elif quad.predicate == terms.READING_OF:
                    readings.add(_value(quad.subject))
            report.read.append(extraction.article.identifier)
            if progress is not None:
                progress(extraction.article.identifier)
    by_iri = {iri: name for name, iri in iris.items()}
    report.relations = Counter({by_iri[iri]: count for iri, count in sorted(report.relations.items())})
    report.claims = report.relations.total()
    report.entities = len({changes.resolution.entities[reading] for reading in readings})
    report.read.sort()
    report.copies = len(copying_articles(store, work.names).intersection(report.read))
    return report


def extract(
    inputs: Iterable[Article | SkippedInput], work: Work, extractor: Extracts | None = None
) -> Iterator[Extraction | SkippedInput]:
    """What each article says, without a store; inputs that cannot be read come through as they are."""
    report = Report()
    yield from _extractions(inputs, {}, extractor or work.recipe.make(), work, report)
    yield from report.skipped


def remove(store: Store, identifiers: Iterable[str], names: Names) -> list[str]:
    """Remove articles and what rests on them alone; gives the identifiers that the store does not hold."""
    with changing(store, names) as changes:
        listed = list(identifiers)
        changes.articles.update(listed)
        return [identifier for identifier in listed if not remove_article(store, identifier, names)]


def _extractions(
    inputs: Iterable[Article | SkippedInput],
    known: Mapping[str, StoredArticle],
    extractor: Extracts,
    work: Work,
    report: Report,
) -> Iterator[Extraction]:
    articles = _to_extract(inputs, known, report)
    for extraction in extract_all(articles, extractor, work.recipe, work.processes):
        if isinstance(extraction, SkippedInput):
            report.skipped.append(extraction)
        else:
            yield extraction


def _to_extract(
    inputs: Iterable[Article | SkippedInput], known: Mapping[str, StoredArticle], report: Report
) -> Iterator[Article]:
    """The articles that must be read, each identifier once."""
    texts: dict[str, str] = {}
    for item in inputs:
        if isinstance(item, SkippedInput):
            report.skipped.append(item)
        elif (text := texts.get(item.identifier)) is not None:
            if text != item.sha256:
                why = "another input of this run has the same name but another text; rename one of the two"
                report.skipped.append(SkippedInput(item.identifier, why))
        else:
            texts[item.identifier] = item.sha256
            if _is_unchanged(item, known.get(item.identifier)):
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


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
