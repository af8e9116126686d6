"""The second step over a shard: the graphs of its articles as they stay, and what entities and facts rest on of them."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Quad

from kg.graph import Names, resolved_quads, terms
from kg.graph.terms import value
from kg.shards import copying, reading, resolving
from kg.shards.counting import Counts, count
from kg.shards.outputs import Outputs, content_of, file_digest, made, write_parts
from kg.shards.plan import Job
from kg.shards.quads import batches, read_quads, write_quads
from kg.store import LocalStore
from kg.store.facts import FactsInParts
from kg.store.ontology import ontology_quads

STEP: Final = "settled"
ENTITIES: Final = "entities"
CLAIMS: Final = "claims"


def settle_step(job: Job, number: int) -> bool:
    """Write the articles of a shard with the entities as resolved; whether there was anything to do."""
    of = {
        "read": content_of(job.folder.mark(reading.STEP, number)),
        "moved": file_digest(
            job.folder.mark(resolving.STEP), job.folder.step(resolving.STEP, number, "jsonl.gz")
        ),
        "copies": file_digest(job.folder.mark(copying.STEP), job.folder.step(copying.STEP, number, "nq.gz")),
        "parts": job.parts,
        "run": [job.run.version, job.run.ontology],
    }

    def make(outputs: Outputs) -> dict[str, Any]:
        moved = resolving.moved_readings(job, number)
        links = list(read_quads(job.folder.step(copying.STEP, number, "nq.gz")))
        facts = facts_in_parts(job)
        counts: Counts = Counts()
        said: set[tuple[str, ...]] = set()
        with outputs.file(job.folder.result("articles", number)) as stream:
            for batch in batches(job.folder.step(reading.STEP, number, "nq.gz")):
                settled = [_settled(quads, moved) for _, quads in batch]
                for quads in settled:
                    write_quads(stream, quads)
                    count(quads, job.names, counts)
                with LocalStore() as store:
                    store.load(chain(chain.from_iterable(map(_claims, settled)), links))
                    said.update(facts.said(store))
        by_entity = ((job.part_of(key[0]), [*key, times]) for key, times in counts.items())
        by_key = ((job.part_of(" ".join(each[:3])), each) for each in said)
        return {
            "entities": write_parts(outputs, entities_of(job, number), job.parts, by_entity),
            "claims": write_parts(outputs, claims_of(job, number), job.parts, by_key),
        }

    return made(job.folder.mark(STEP, number), of, make)


def entities_of(job: Job, number: int) -> Path:
    """What the articles of a shard say of their entities, by parts."""
    return job.folder.step(ENTITIES, number, "parts")


def claims_of(job: Job, number: int) -> Path:
    """What the claims of a shard say, by parts."""
    return job.folder.step(CLAIMS, number, "parts")


def facts_in_parts(job: Job) -> FactsInParts:
    """Derives facts by the ontology of the run."""
    return _facts(job.plan.relations, job.names, job.run.ontology)


@lru_cache(maxsize=1)
def _facts(relations: tuple[Path, ...], names: Names, ontology: str) -> FactsInParts:  # noqa: ARG001
    """Made once in a process for each ontology."""
    with LocalStore() as store:
        store.load(ontology_quads(names.ontology, relations))
        return FactsInParts(store)


def _claims(quads: list[Quad]) -> list[Quad]:
    """What an article's claims say themselves; with what they copy, facts are derived from that alone."""
    claims = {quad.subject for quad in quads if quad.predicate == terms.TYPE and quad.object == terms.CLAIM}
    return [quad for quad in quads if quad.subject in claims]


def _settled(quads: list[Quad], moved: Mapping[str, str]) -> list[Quad]:
    """An article's quads with its entities as resolved; as they are where none is another."""
    entities = {
        value(quad.subject): value(quad.object) for quad in quads if quad.predicate == terms.READING_OF
    }
    if not any(reading in moved for reading in entities):
        return quads
    return resolved_quads(
        quads, {reading: moved.get(reading, entity) for reading, entity in entities.items()}
    )
