"""Which articles mean the same by one name, name by name: most of the work of telling entities apart.

How rare a name is counts over all articles; all else that is known of the bearers of a name stands in the articles that
have it. So each part of the names gets these articles' readings, and what is decided there is what would be decided at once.
Names that a list of names knows mean one thing everywhere, and are not sent around.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from kg.gazetteer import load_gazetteer
from kg.resolve import Reading
from kg.resolve.namesakes import Cluster, clusters_of_name
from kg.resolve.readings import Corpus, Whole
from kg.shards import reading
from kg.shards.outputs import (
    Outputs,
    content_of,
    made,
    read_lines,
    read_part,
    told_by,
    write_lines,
    write_parts,
)
from kg.shards.plan import Job
from kg.shards.records import cluster_record, read_cluster, read_reading, reading_record

FREQUENT: Final = "frequent"
CONTEXTS: Final = "contexts"
STEP: Final = "namesakes"


def frequent_step(job: Job) -> bool:
    """In how many articles each key stands that several have; whether there was anything to do."""
    of = {"read": [content_of(job.folder.mark(reading.STEP, number)) for number in range(job.shards)]}

    def make(outputs: Outputs) -> dict[str, Any]:
        counts: Counter[str] = Counter()
        articles = 0
        for number in range(job.shards):
            counts.update(dict(read_lines(_beside(job, number, "keys.jsonl.gz"))))
            articles += told_by(job.folder.mark(reading.STEP, number))["named"]
        with outputs.file(_frequent(job)) as stream:
            write_lines(stream, ((key, many) for key, many in sorted(counts.items()) if many > 1))
        return {"articles": articles}

    return made(job.folder.mark(FREQUENT), of, make)


def contexts_step(job: Job, number: int) -> bool:
    """A shard's articles by the parts in which their names lie; whether there was anything to do."""
    of = {
        "read": content_of(job.folder.mark(reading.STEP, number)),
        "frequent": content_of(job.folder.mark(FREQUENT)),
        "parts": job.parts,
        "version": job.run.version,
    }

    def make(outputs: Outputs) -> dict[str, Any]:
        frequency = _whole(job).frequency
        records = (
            (part, reading_record(each))
            for around in _articles(job, number)
            for part in sorted({job.part_of(each.key) for each in around if _is_shared(each, frequency)})
            for each in around
        )
        return {
            "starts": write_parts(outputs, job.folder.step(CONTEXTS, number, "parts"), job.parts, records)
        }

    return made(job.folder.mark(CONTEXTS, number), of, make)


def namesakes_step(job: Job, part: int) -> bool:
    """The entities of each name of a part that several articles have; whether there was anything to do."""
    of = {
        "contexts": [content_of(job.folder.mark(CONTEXTS, number)) for number in range(job.shards)],
        "frequent": content_of(job.folder.mark(FREQUENT)),
    }

    def make(outputs: Outputs) -> None:
        whole = _whole(job)
        corpus = Corpus(map(read_reading, _contexts(job, part)), load_gazetteer(), whole)
        wanted = (
            each
            for each in corpus.readings
            if job.part_of(each.key) == part and _is_shared(each, whole.frequency)
        )
        with outputs.file(job.folder.step(STEP, part, "jsonl.gz")) as stream:
            for _, same in groupby(wanted, lambda each: each.key):
                found = clusters_of_name(list(same), corpus)
                write_lines(stream, map(cluster_record, found))

    return made(job.folder.mark(STEP, part), of, make)


def by_name(job: Job) -> Callable[[Corpus], list[Cluster]]:
    """What gives the entities of each name of a corpus of all articles, as the parts have found them."""

    def clusters(corpus: Corpus) -> list[Cluster]:
        frequency = _whole(job).frequency
        readings = {each.iri: each for each in corpus.readings if each.named}
        found: defaultdict[str, list[Cluster]] = defaultdict(list)
        for part in range(job.parts):
            for record in read_lines(job.folder.step(STEP, part, "jsonl.gz")):
                cluster = read_cluster(record, readings)
                found[cluster.readings[0].key].append(cluster)
        every: list[Cluster] = []
        for key, same in groupby(readings.values(), lambda each: each.key):
            listed = list(same)
            shared = _is_shared(listed[0], frequency)
            every += found[key] if shared else clusters_of_name(listed, corpus)
        return every

    return clusters


def _is_shared(each: Reading, frequency: Mapping[str, int]) -> bool:
    """Whether others may be called the same, and nothing but the articles tells whether they are one."""
    return each.named and frequency.get(each.key, 1) > 1 and load_gazetteer().by_key(each.key) is None


def _articles(job: Job, number: int) -> Iterator[list[Reading]]:
    """The readings of a shard, article by article."""
    by_article: defaultdict[str, list[Reading]] = defaultdict(list)
    for record in read_lines(_beside(job, number, "readings.jsonl.gz")):
        each = read_reading(record)
        by_article[each.article].append(each)
    yield from by_article.values()


def _contexts(job: Job, part: int) -> Iterator[Any]:
    for number in range(job.shards):
        starts = told_by(job.folder.mark(CONTEXTS, number))["starts"]
        yield from read_part(job.folder.step(CONTEXTS, number, "parts"), starts, part)


def _whole(job: Job) -> Whole:
    return _read_whole(
        _frequent(job), content_of(job.folder.mark(FREQUENT)), told_by(job.folder.mark(FREQUENT))["articles"]
    )


@lru_cache(maxsize=1)
def _read_whole(path: Path, content: str, articles: int) -> Whole:  # noqa: ARG001 - other content is another value
    """Read once in a process."""
    return Whole(articles, dict(read_lines(path)))


def _frequent(job: Job) -> Path:
    return job.folder.step(FREQUENT, 0, "jsonl.gz")


def _beside(job: Job, number: int, suffix: str) -> Path:
    return reading.beside(job.folder.step(reading.STEP, number, "nq.gz"), suffix)
