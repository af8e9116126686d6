"""The first step over a shard: its articles are read, and what the later steps need of them is set aside."""

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

import kg
from kg.copies import fingerprint
from kg.errors import KgError, SkippedInput
from kg.graph import ArticleGraph, Dropped, Names, Run, extraction_quads, terms
from kg.ontology import load_ontology
from kg.resolve import Reading
from kg.settle.readings import readings_of
from kg.shards.outputs import Outputs, made, write_lines
from kg.shards.plan import Folder, Job, Plan
from kg.shards.quads import write_quads
from kg.shards.records import reading_record
from kg.shards.split import read_shard
from kg.store import LocalStore
from kg.workers import Recipe, Supply, extract_all

STEP: Final = "read"
_LAYOUT: Final = 2
"""Rises when the files of a shard are to hold something else."""
_ARTICLES: Final = 100
"""Held in memory together, with their quads."""
_PRINTED: Final = frozenset({terms.SHA256, terms.ISSUED, terms.FINGERPRINT})
"""What finding copies needs of every article."""

_alone = threading.Lock()
"""The extractor of a process serves one thread at a time."""


def run_of(plan: Plan) -> Run:
    """What reads the articles, as this process has it.

    Raises:
        UsageError: the pipeline is not installed.
    """
    stamp = plan.recipe.stamp()
    return Run(f"{kg.__version__}+{stamp.version}", stamp.model_name, load_ontology(plan.relations).sha256)


def read_step(job: Job, number: int) -> bool:
    """Read the articles of a shard; whether there was anything to do.

    Raises:
        KgError: this worker would read them otherwise than the run asks.
    """
    job.plan.check()
    return process_shard(job.folder.shard(number), job.folder.step(STEP, number, "nq.gz"), job.plan, job.run)


def process_shard(shard: Path, out: Path, plan: Plan, run: Run | None = None) -> bool:
    """Read the articles of one shard file, and write their graphs as N-Quads; whether there was anything to do.

    The unit of work for any engine: it may be called anywhere, twice, or at two places at once. The file appears whole.
    Beside it stand those that later steps need, what entities each article has and what its sentences are like, and a mark
    that says what all were made from: nothing is done again where that is the same.

    Args:
        shard: JSON Lines as `split` writes them.
        out: a name that ends in .nq.gz: the articles in their order, the quads of each sorted.
        run: what must read the articles; None: whatever this process has.

    Raises:
        KgError: the pipeline cannot be loaded, or is not that of the run.
    """
    own = run_of(plan)
    _check(own, run or own)

    def make(outputs: Outputs) -> dict[str, Any]:
        with _alone:
            told = _Told()
            named = _write(_graphs(shard, plan, own, told), out, plan.names, outputs)
            return {**told.record(), "named": named}

    return made(beside(out, "done.json"), _of(shard, plan, own), make)


def is_read(plan: Plan, run: Run, number: int) -> bool:
    """Whether a shard of a folder has been read, as it stands there and as a run reads it."""
    folder = Folder(plan.folder)
    return Outputs(folder.mark(STEP, number), _of(folder.shard(number), plan, run)).is_done()


def _of(shard: Path, plan: Plan, run: Run) -> dict[str, object]:
    return {
        "shard": hashlib.sha256(shard.read_bytes()).hexdigest(),
        "run": [run.version, run.model, run.ontology],
        "names": plan.names.base,
        "layout": _LAYOUT,
    }


def beside(out: Path, suffix: str) -> Path:
    """A file that stands beside a result."""
    return out.with_name(f"{out.name.removesuffix('.nq.gz')}.{suffix}")


def _check(own: Run, asked: Run) -> None:
    if own != asked:
        raise KgError(
            f"a worker would read articles as {own.version} with {own.model}, and the run was started with "
            f"{asked.version} and {asked.model}; install the same version, model and relations on all machines"
        )


class _Told:
    """What the mark of a shard says of its articles."""

    def __init__(self) -> None:
        self.articles = 0
        self.skipped: list[SkippedInput] = []
        self.dropped = Dropped()
        self.relations: Counter[str] = Counter()

    def add(self, graph: ArticleGraph) -> None:
        self.articles += 1
        self.dropped += graph.dropped
        self.relations.update(graph.relations)

    def record(self) -> dict[str, Any]:
        return {
            "articles": self.articles,
            "skipped": [[each.where, each.why] for each in self.skipped],
            "dropped": asdict(self.dropped),
            "relations": dict(sorted(self.relations.items())),
        }


def _write(graphs: Iterator[ArticleGraph], out: Path, names: Names, outputs: Outputs) -> int:
    """Write the files of a shard; gives how many of its articles name anybody."""
    named = 0
    with ExitStack() as stack:
        quads, readings, prints = (
            stack.enter_context(outputs.file(path))
            for path in (out, beside(out, "readings.jsonl.gz"), beside(out, "prints.nq.gz"))
        )
        keys: Counter[str] = Counter()
        while batch := list(islice(graphs, _ARTICLES)):
            for graph in batch:
                write_quads(quads, graph.quads)
                write_quads(prints, _prints(graph))
            found = _readings(batch, names)
            keys.update(each.key for each in found)
            named += len({each.article for each in found})
            write_lines(readings, sorted(map(reading_record, found)))
        write_lines(stack.enter_context(outputs.file(beside(out, "keys.jsonl.gz"))), sorted(keys.items()))
    return named


def _graphs(shard: Path, plan: Plan, run: Run, told: _Told) -> Iterator[ArticleGraph]:
    relations = {name: each.iri for name, each in load_ontology(plan.relations).relations.items()}
    articles = read_shard(shard)
    for extraction in extract_all(articles, plan.recipe, extractor=_supply(plan.recipe, run)):
        if isinstance(extraction, SkippedInput):
            told.skipped.append(extraction)
            continue
        try:
            graph = extraction_quads(extraction, run, plan.names, relations, fingerprint)
        except SkippedInput as skipped:
            told.skipped.append(skipped)
        else:
            told.add(graph)
            yield graph


def _readings(batch: list[ArticleGraph], names: Names) -> list[Reading]:
    with LocalStore() as store:
        store.load(chain.from_iterable(graph.quads for graph in batch))
        return [reading for reading, _ in readings_of(store, names)]


def _prints(graph: ArticleGraph) -> list[Any]:
    return [
        quad
        for quad in graph.quads
        if quad.subject == graph.graph
        and (quad.predicate in _PRINTED or (quad.predicate == terms.TYPE and quad.object == terms.ARTICLE))
    ]


def _supply(recipe: Recipe, run: Run) -> Supply:
    """What gives the extractor of this process, made anew where a run asks for another: loading it takes seconds."""
    global _made
    if _made is None or _made[:2] != (recipe, run):
        _made = (recipe, run, Supply(recipe))
    return _made[2]


_made: tuple[Recipe, Run, Supply] | None = None
