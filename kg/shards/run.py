"""The order of the steps over shards: each is done by any engine, and waits for the one before."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from time import perf_counter

from kg.errors import SkippedInput, what_ended
from kg.graph import run_quads
from kg.model import Article
from kg.shards import copying, deriving, graph, naming, reading, resolving
from kg.shards.engine import Engine, Task
from kg.shards.outputs import Outputs, made, remove_unfinished, told_by
from kg.shards.plan import Folder, Job, Plan
from kg.shards.quads import write_quads
from kg.shards.report import Foreseen, Report
from kg.shards.split import ARTICLES, Split, cut, split
from kg.store.ontology import ontology_quads

SPLIT = "split"
FINISH = "finish"

Progress = Callable[[str, int, int | None], None]
"""Called with the name of a step, how many of its tasks (of the first, articles) are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of one task: of the step with this number, whether there was anything to do, and the seconds it took."""

    step: str
    number: int
    made: bool
    seconds: float


def populate_shards(
    inputs: Iterable[Article | SkippedInput],
    plan: Plan,
    engine: Engine,
    size: int = ARTICLES,
    progress: Progress | None = None,
    report: Report | None = None,
) -> Report:
    """Read articles into a graph of N-Quads files, by whatever engine; what is done already is not done again.

    The same articles in the same order give the same files, whatever the engine, the number of its workers, and
    whatever becomes of them meanwhile; loaded into one store, the same graph as `kg.populate` gives.

    Args:
        size: articles in a shard.
        report: filled while it runs; a new one by default.

    Raises:
        KgError: the work cannot be done, or the folder holds something else.
    """
    report = Report() if report is None else report
    progress = progress or (lambda *_: None)
    begun = report.stages.clock()
    try:
        run = reading.run_of(plan)
        Folder(plan.folder).take()
        with report.stages.stage(SPLIT):
            found = split(inputs, plan.folder, size, lambda done: progress(SPLIT, done, None))
        job = Job(plan, found.shards, run)
        report.shards, report.skipped = found.shards, list(found.skipped)
        for step, tasks in _steps(job):
            _do(step, tasks, engine, job.folder, progress, report)
        with report.stages.stage(FINISH):
            _finish(job, report)
    except BaseException as error:
        report.broken_off = what_ended(error)
        raise
    finally:
        report.sort()
        report.elapsed = report.stages.clock() - begun
    return report


def foresee_shards(inputs: Iterable[Article | SkippedInput], plan: Plan, size: int = ARTICLES) -> Foreseen:
    """What `populate_shards` would begin with; nothing is extracted or written.

    Raises:
        KgError: the folder holds something else.
    """
    run = reading.run_of(plan)
    Folder(plan.folder).check()
    found, became = Foreseen(), Split()
    for shard in cut(inputs, plan.folder, size, became):
        found.unchanged += shard.is_written() and reading.is_read(plan, run, shard.number)
    found.articles, found.shards, found.skipped = became.articles, became.shards, became.skipped
    return found


def _do(
    step: str, tasks: list[Task], engine: Engine, folder: Folder, progress: Progress, report: Report
) -> None:
    """Let the tasks of a step be done, and count what comes of them."""
    for count, (_, worked) in enumerate(engine.results(tasks), 1):
        report.stages.add({worked.step: worked.seconds})
        if worked.step == reading.STEP:
            report.add(told_by(folder.mark(reading.STEP, worked.number)), unchanged=not worked.made)
        progress(step, count, len(tasks))


def _work(step: str, function: Callable[..., bool], job: Job, *number: int) -> Worked:
    begun = perf_counter()
    made_anew = function(job, *number)
    return Worked(step, number[0] if number else 0, made_anew, perf_counter() - begun)


def _steps(job: Job) -> Iterator[tuple[str, list[Task]]]:
    """The steps, each with tasks that do not depend on each other."""

    def each(step: str, function: Callable[..., bool], many: int) -> tuple[str, list[Task]]:
        return step, [
            Task(f"{step} {number}", _work, (step, function, job, number)) for number in range(many)
        ]

    def one(step: str, function: Callable[..., bool]) -> tuple[str, list[Task]]:
        return step, [Task(step, _work, (step, function, job))]

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
    """Write the graphs that no article decides, remove files of other runs, and say what the graph holds."""
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
    report.entities = sum(
        told_by(folder.mark(deriving.ENTITIES, part))["entities"] for part in range(job.parts)
    )
    report.copies = told_by(folder.mark(copying.STEP))["copies"]
