"""Articles into a store, what they say without one, and out of a store again."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import kg
from kg.copies import fingerprint
from kg.errors import SkippedInput, StoreError, what_ended
from kg.graph import ArticleGraph, Names, Run, extraction_quads, run_quads
from kg.model import Article, Extraction
from kg.ontology import Ontology, load_ontology
from kg.populate.choice import known_articles, to_read
from kg.populate.report import Report
from kg.resolve import Resolution
from kg.settle import Changes, changing
from kg.store import Store, copying_articles, put_ontology, remove_article
from kg.workers import PATIENCE, Extracts, Recipe, extract_all


@dataclass(frozen=True, slots=True)
class Work:
    """How articles are read.

    Attributes:
        recipe: makes the extractor.
        relations: folders of relations beside the shipped ones; the recipe has the same.
        names: mints the IRIs.
        jobs: how many processes extract side by side.
        patience: seconds that an article may take, see `kg.workers.extract_all`.
    """

    recipe: Recipe
    relations: tuple[Path, ...] = ()
    names: Names = field(default_factory=Names)
    jobs: int = 1
    patience: float = PATIENCE


def populate(
    inputs: Iterable[Article | SkippedInput],
    store: Store,
    work: Work,
    progress: Callable[[str], None] | None = None,
    report: Report | None = None,
) -> Report:
    """Read articles into a store: each has its own graph, replaced as a whole; those that it knows are left alone.

    What is finished stays, whatever ends the run; the next run goes on from there. The same articles give the same
    graph in any order and with any number of processes.

    Args:
        progress: called with the identifier of each article that is done.
        report: filled while it runs; a new one by default. It is whole also where somebody stops the run.

    Raises:
        StoreError: the store cannot be used.
        KgError: no process can be started, or the pipeline cannot be loaded.
    """
    report = Report() if report is None else report
    begun = report.stages.clock()
    changes = Changes()
    try:
        with report.stages.stage("settling"), changing(store, work.names) as changes:
            _read(inputs, store, work, changes, report, progress)
    except BaseException as error:
        report.broken_off = what_ended(error)
        if not isinstance(error, StoreError):
            _settled(store, work, changes, report)
        raise
    else:
        _settled(store, work, changes, report)
    finally:
        report.sort()
        report.elapsed = report.stages.clock() - begun
    return report


def foresee(inputs: Iterable[Article | SkippedInput], store: Store | None, work: Work) -> Report:
    """What `populate` would report of these inputs; nothing is extracted, loaded or written.

    Args:
        store: None where there is none yet.

    Returns:
        The articles that would be read as `read`, and those that are unchanged or skipped. What is skipped because it
        cannot be extracted is not foreseen.

    Raises:
        StoreError: the store cannot be used.
    """
    report = Report()
    run = run_of(work, load_ontology(work.relations))
    known = {} if store is None else known_articles(store, work.names, run)
    report.read = sorted(article.identifier for article in to_read(inputs, known, report))
    return report


def _read(
    inputs: Iterable[Article | SkippedInput],
    store: Store,
    work: Work,
    changes: Changes,
    report: Report,
    progress: Callable[[str], None] | None,
) -> None:
    """Put into a store what the articles say that must be read."""
    stages = report.stages
    ontology = load_ontology(work.relations)
    run = run_of(work, ontology)
    with stages.stage("store"):
        changes.all |= put_ontology(store, work.names, work.relations)
        store.replace_graph(run.iri(work.names), run_quads(run, work.names))
        known = known_articles(store, work.names, run)
    articles = to_read(stages.each("reading", inputs), known, report)
    with closing(_extractions(articles, work, report)) as extractions:
        for extraction in extractions:
            with stages.stage("graph"):
                graph = _graph(extraction, run, ontology, work, report)
            if graph is None:
                continue
            with stages.stage("store"):
                _keep(extraction.article.identifier, graph, store, changes, report)
            if progress is not None:
                progress(extraction.article.identifier)


def _settled(store: Store, work: Work, changes: Changes, report: Report) -> None:
    """Count what is known once all is settled."""
    with report.stages.stage("settling"):
        report.entities = _entities(changes.resolution, report.read, work.names)
        report.copies = len(copying_articles(store, work.names).intersection(report.read))


def run_of(work: Work, ontology: Ontology) -> Run:
    """What decides how articles are read.

    Raises:
        UsageError: the pipeline is not installed.
    """
    stamp = work.recipe.stamp()
    return Run(f"{kg.__version__}+{stamp.version}", stamp.model_name, ontology.sha256)


def extract(
    inputs: Iterable[Article | SkippedInput], work: Work, extractor: Extracts | None = None
) -> Iterator[Extraction | SkippedInput]:
    """What each article says, without a store; inputs that cannot be read come through as they are."""
    report = Report()
    with closing(_extractions(to_read(inputs, {}, report), work, report, extractor)) as extractions:
        yield from extractions
    yield from report.skipped


def remove(store: Store, identifiers: Iterable[str], names: Names) -> list[str]:
    """Remove articles and what rests on them alone; gives the identifiers that the store does not hold."""
    with changing(store, names) as changes:
        listed = list(identifiers)
        changes.articles.update(listed)
        return [identifier for identifier in listed if not remove_article(store, identifier, names)]


def _extractions(
    articles: Iterable[Article], work: Work, report: Report, extractor: Extracts | None = None
) -> Generator[Extraction, None, None]:
    results = extract_all(
        articles,
        work.recipe,
        work.jobs,
        extractor=extractor,
        patience=work.patience,
        stages=report.stages,
    )
    with closing(results):
        for result in results:
            if isinstance(result, SkippedInput):
                report.skipped.append(result)
            else:
                yield result


def _graph(
    extraction: Extraction, run: Run, ontology: Ontology, work: Work, report: Report
) -> ArticleGraph | None:
    iris = {name: relation.iri for name, relation in ontology.relations.items()}
    try:
        return extraction_quads(extraction, run, work.names, iris, fingerprint)
    except SkippedInput as skipped:
        report.skipped.append(skipped)
        return None


def _keep(identifier: str, graph: ArticleGraph, store: Store, changes: Changes, report: Report) -> None:
    changes.articles.add(identifier)  # first: where the store fails, it may have been written nevertheless
    store.replace_graph(graph.graph, graph.quads)
    report.count(identifier, graph)


def _entities(resolution: Resolution, articles: Iterable[str], names: Names) -> int:
    """How many entities some articles speak of."""
    graphs = {names.article(identifier).value for identifier in articles}
    return len(
        {entity for reading, entity in resolution.entities.items() if reading.partition("#")[0] in graphs}
    )
