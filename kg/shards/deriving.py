"""What follows from all shards together, part by part: entities by their IRI, facts by what they say."""

from collections.abc import Iterator
from typing import Any, Final

from kg.shards import graph, resolving
from kg.shards.counting import entities
from kg.shards.outputs import Outputs, content_of, file_digest, made, read_part, told_by
from kg.shards.plan import Job
from kg.shards.quads import write_quads

ENTITIES: Final = "entities-graph"
FACTS: Final = "facts-graph"


def entities_step(job: Job, part: int) -> bool:
    """Write one part of the entities graph; whether there was anything to do."""
    labels = job.folder.step(resolving.LABELS, part, "jsonl.gz")
    of = {**_settled(job), "labels": file_digest(job.folder.mark(resolving.STEP), labels)}

    def make(outputs: Outputs) -> dict[str, Any]:
        counted = (
            (tuple(key), times)
            for number in range(job.shards)
            for *key, times in _part(job, graph.ENTITIES, number, part)
        )
        quads = entities(counted, resolving.labels(job, part), job.names)
        with outputs.file(job.folder.result("entities", part)) as stream:
            write_quads(stream, quads)
        return {"entities": len({quad.subject for quad in quads})}

    return made(job.folder.mark(ENTITIES, part), of, make)


def facts_step(job: Job, part: int) -> bool:
    """Write one part of the facts; whether there was anything to do."""

    def make(outputs: Outputs) -> None:
        facts = graph.facts_in_parts(job)
        said = (
            tuple(each) for number in range(job.shards) for each in _part(job, graph.CLAIMS, number, part)
        )
        with outputs.file(job.folder.result("facts", part)) as stream:
            write_quads(stream, facts.quads(said, job.names))

    return made(job.folder.mark(FACTS, part), _settled(job), make)


def _settled(job: Job) -> dict[str, object]:
    return {
        "settled": [content_of(job.folder.mark(graph.STEP, number)) for number in range(job.shards)],
        "run": [job.run.version, job.run.ontology],
    }


def _part(job: Job, step: str, number: int, part: int) -> Iterator[Any]:
    starts = told_by(job.folder.mark(graph.STEP, number))[step]
    yield from read_part(job.folder.step(step, number, "parts"), starts, part)
