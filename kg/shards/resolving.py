"""Which readings of all shards are one entity, and what is written of that for each shard and each part."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from kg.gazetteer import load_gazetteer
from kg.resolve import Reading, resolve
from kg.shards import naming, reading
from kg.shards.outputs import Outputs, content_of, made, read_lines, write_lines
from kg.shards.plan import Job
from kg.shards.records import read_reading

STEP: Final = "resolved"
LABELS: Final = "labels"


def resolve_step(job: Job) -> bool:
    """Decide what each reading stands for; whether there was anything to do."""
    of = {
        "read": [content_of(job.folder.mark(reading.STEP, number)) for number in range(job.shards)],
        "namesakes": [content_of(job.folder.mark(naming.STEP, part)) for part in range(job.parts)],
        "version": job.run.version,
    }

    def make(outputs: Outputs) -> None:
        every = (each for number in range(job.shards) for each in _readings(job, number))
        mint = lambda key: job.names.entity_by_key(key).value  # noqa: E731
        found = resolve(every, (), load_gazetteer(), mint, naming.by_name(job))
        for number in range(job.shards):
            with outputs.file(job.folder.step(STEP, number, "jsonl.gz")) as stream:
                write_lines(stream, _moved(job, number, found.entities))
        by_part: defaultdict[int, list[Any]] = defaultdict(list)
        for entity, label in sorted(found.labels.items()):
            by_part[job.part_of(entity)].append([entity, label])
        for part in range(job.parts):
            with outputs.file(job.folder.step(LABELS, part, "jsonl.gz")) as stream:
                write_lines(stream, by_part[part])

    return made(job.folder.mark(STEP), of, make)


def moved_readings(job: Job, number: int) -> dict[str, str]:
    """Of a shard's readings those that stand for another entity than their article alone gives, with that entity."""
    return dict(read_lines(job.folder.step(STEP, number, "jsonl.gz")))


def labels(job: Job, part: int) -> dict[str, str]:
    """The names that resolution has chosen for the entities of a part."""
    return dict(read_lines(job.folder.step(LABELS, part, "jsonl.gz")))


def _readings(job: Job, number: int) -> Iterator[Reading]:
    return map(read_reading, _records(job, number))


def _records(job: Job, number: int) -> Iterator[list[Any]]:
    path = reading.beside(job.folder.step(reading.STEP, number, "nq.gz"), "readings.jsonl.gz")
    return read_lines(path)


def _moved(job: Job, number: int, entities: dict[str, str]) -> Iterator[tuple[str, str]]:
    for iri, entity, *_ in _records(job, number):
        if entities[iri] != entity:
            yield iri, entities[iri]
