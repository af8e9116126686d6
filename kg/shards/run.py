"""The order of the steps over shards: each is done by any engine, and waits for the one before."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path

from kg.errors import SkippedInput
from kg.graph import Dropped, run_quads
from kg.model import Article
from kg.shards import copying, deriving, graph, naming, reading, resolving
from kg.shards.engine import Engine, Task
from kg.shards.outputs import Outputs, made, remove_unfinished, told_by
from kg.shards.plan import Folder, Job, Plan
from kg.shards.quads import write_quads
from kg.shards.split import ARTICLES, split
from kg.store.ontology import ontology_quads

FINISH = "finish"


@dataclass(slots=True)
class Report:
    """What a run over shards did.

    Attributes:
        files: the graph, as N-Quads; in this order articles stand before what is derived from them.
        articles: how many there are.
        shards: how many there are, and how many of them had been read before.
        skipped: inputs that were not read, each with its reason.
        relations: how many claims each relation has, by its IRI.
    """

    files: list[Path] = field(default_factory=list)
    articles: int = 0
    shards: int = 0
    unchanged: int = 0
    entities: int = 0
    skipped: list[SkippedInput] = field(default_factory=list)
    dropped: Dropped = field(default_factory=Dropped)
    relations: Counter[str] = field(default_factory=Counter)


def populate_shards(
    inputs: Iterable[Article | SkippedInput],
    plan: Plan,
    engine: Engine,
    size: int = ARTICLES,
    progress: Callable[[str, int, int], None] | None = None,
) -> Report:
    """Read articles into a graph of N-Quads files, by whatever engine; what is done already is not done again.

    The same articles in the same order give the same files, whatever the engine, the number of its workers, and
    whatever becomes of them meanwhile; loaded into one store, the same graph as `kg.populate` gives.

    Args:
        size: articles in a shard.
        progress: called with the name of a step, how many of its tasks are done, and how many there are.

    Raises:
        KgError: the work cannot be done, or the folder holds something else.
    """
    run = reading.run_of(plan)
    Folder(plan.folder).take()
    found = split(inputs, plan.folder, size)
    job = Job(plan, found.shards, run)
    report = Report(shards=found.shards, skipped=found.skipped)
    for step, tasks in _steps(job):
        done = [0, 0]
        for _, worked in engine.results(tasks):
            done[0] += 1
            done[1] += worked
            if progress is not None:
                progress(step, done[0], len(tasks))
        if step == reading.STEP:
            report.unchanged = len(tasks) - done[1]
    _finish(job, report)
    return report


def _steps(job: Job) -> Iterator[tuple[str, list[Task]]]:
    """The steps, each with tasks that do not depend on each other."""

    def each(step: str, function: Callable[..., bool], many: int) -> tuple[str, list[Task]]:
        return step, [Task(f"{step} {number}", function, (job, number)) for number in range(many)]

    def one(step: str, function: Callable[..., bool]) -> tuple[str, list[Task]]:
        return step, [Task(step, function, (job,))]

    def together(*steps: tuple[str, list[Task]]) -> tuple[str, list[Task]]:
        return " and ".join(name for name, _ in steps), [task for _, tasks in steps for task in tasks]

    yield each(reading.STEP, reading.read_step, job.shards)
    yield together(one(copying.WANTED, copying.wanted_step), one(naming.FREQUENT, naming.frequent_step))
    yield together(
        each(copying.TEXTS, copying.texts_step, job.shards),
        each(naming.CONTEXTS, naming.contexts_step, job.shards),
    )
    yield each(naming.STEP, naming.namesakes_step, job.parts)
    yield together(one(copying.STEP, copying.copies_step), one(resolving.STEP, resolving.resolve_step))
    yield each(graph.STEP, graph.settle_step, job.shards)
    yield together(
        each(deriving.ENTITIES, deriving.entities_step, job.parts),
        each(deriving.FACTS, deriving.facts_step, job.parts),
    )


def _finish(job: Job, report: Report) -> None:
    """Write the graphs that no article decides, remove files of other runs, and add up what the shards say."""
    folder = job.folder

    def make(outputs: Outputs) -> None:
        with outputs.file(folder.result("ontology")) as stream:
            write_quads(stream, ontology_quads(job.names.ontology, job.plan.relations))
        with outputs.file(folder.result("run")) as stream:
            if job.shards:
                write_quads(stream, sorted(run_quads(job.run, job.names), key=str))

    made(folder.mark(FINISH), {"run": repr(job.run), "names": job.names.base, "any": job.shards > 0}, make)
    report.files = [
        folder.result("ontology"),
        folder.result("run"),
        *(folder.result("articles", number) for number in range(job.shards)),
        folder.result("copies"),
        *(folder.result("entities", part) for part in range(job.parts)),
        *(folder.result("facts", part) for part in range(job.parts)),
    ]
    for path in set(folder.graph.iterdir()).difference(report.files):
        path.unlink()
    remove_unfinished(folder.path)
    for number in range(job.shards):
        told = told_by(folder.mark(reading.STEP, number))
        report.articles += told["articles"]
        report.skipped += [SkippedInput(*each) for each in told["skipped"]]
        report.dropped += Dropped(**{each.name: told["dropped"][each.name] for each in fields(Dropped)})
        report.relations.update(told["relations"])
    for part in range(job.parts):
        report.entities += told_by(folder.mark(deriving.ENTITIES, part))["entities"]
