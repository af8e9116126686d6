"""The graph of copies, from all shards: which articles are to be compared, what they say, and what came of it.

Candidates are found among all articles at once, from their fingerprints; only the texts of those that are compared are
brought together.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from kg.copies import Fingerprint, Written, candidates, precedence, read_fingerprint
from kg.graph import Names, terms
from kg.graph.terms import value
from kg.settle.copies import copy_quads
from kg.shards import reading
from kg.shards.outputs import Outputs, content_of, made, read_lines, write_lines
from kg.shards.plan import Job
from kg.shards.quads import graphs, read_quads, write_quads
from kg.store import LocalStore

WANTED: Final = "compared"
TEXTS: Final = "texts"
STEP: Final = "copies"
_TOLD: Final = frozenset({terms.IS_STRING, terms.BEGIN_INDEX, terms.END_INDEX})


def wanted_step(job: Job) -> bool:
    """Which articles are to be compared with others, by shard; whether there was anything to do."""
    of = {"read": [content_of(job.folder.mark(reading.STEP, number)) for number in range(job.shards)]}

    def make(outputs: Outputs) -> None:
        prints: dict[str, tuple[Written, str, Fingerprint]] = {}
        shard_of: dict[str, int] = {}
        for number in range(job.shards):
            for each in _prints(job, number):
                prints[each[0].identifier] = each
                shard_of[each[0].identifier] = number
        found: defaultdict[int, list[str]] = defaultdict(list)
        for identifier in sorted(_compared(prints)):
            found[shard_of[identifier]].append(identifier)
        for number in range(job.shards):
            with outputs.file(job.folder.step(WANTED, number, "jsonl.gz")) as stream:
                write_lines(stream, found[number])

    return made(job.folder.mark(WANTED), of, make)


def texts_step(job: Job, number: int) -> bool:
    """The texts and sentences of those articles of a shard that are compared; whether there was anything to do."""
    listed = job.folder.step(WANTED, number, "jsonl.gz")
    wanted = {job.names.article(identifier) for identifier in read_lines(listed)}
    of = {
        "read": content_of(job.folder.mark(reading.STEP, number)),
        "wanted": sorted(graph.value for graph in wanted),
    }

    def make(outputs: Outputs) -> None:
        with outputs.file(job.folder.step(TEXTS, number, "nq.gz")) as stream:
            if wanted:
                for graph, quads in graphs(job.folder.step(reading.STEP, number, "nq.gz")):
                    if graph in wanted:
                        write_quads(stream, _told(quads))

    return made(job.folder.mark(TEXTS, number), of, make)


def copies_step(job: Job) -> bool:
    """The graph of copies, and of it by shard what tells the origin of its claims; whether there was anything to do."""
    of = {
        **{
            step: [content_of(job.folder.mark(step, number)) for number in range(job.shards)]
            for step in (reading.STEP, TEXTS)
        },
        "told": ["copies"],
    }

    def make(outputs: Outputs) -> dict[str, int]:
        with LocalStore() as store:
            for number in range(job.shards):
                store.load(
                    read_quads(reading.beside(job.folder.step(reading.STEP, number, "nq.gz"), "prints.nq.gz"))
                )
                store.load(read_quads(job.folder.step(TEXTS, number, "nq.gz")))
            quads = sorted(set(copy_quads(store, job.names)), key=str)
        with outputs.file(job.folder.result("copies")) as stream:
            write_quads(stream, quads)
        _write_by_shard(job, quads, outputs)
        return {"copies": len({quad.subject for quad in quads if quad.predicate == terms.COPY_OF})}

    return made(job.folder.mark(STEP), of, make)


def _write_by_shard(job: Job, quads: list[ox.Quad], outputs: Outputs) -> None:
    by_article: defaultdict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        identifier = job.names.identifier(value(quad.subject))
        if identifier is None:
            continue
        if quad.predicate == terms.DUPLICATE_OF:
            by_article[identifier].append(quad)
        elif quad.predicate == terms.COPIED_FROM:
            by_article[identifier] += [quad, *_origin(quad, job.names)]
    for number in range(job.shards):
        with outputs.file(job.folder.step(STEP, number, "nq.gz")) as stream:
            for written, _, _ in _prints(job, number):
                write_quads(stream, by_article[written.identifier])


def _origin(quad: ox.Quad, names: Names) -> Iterator[ox.Quad]:
    """Which article a copied sentence stands in: its own graph says so in another shard, or that of copies."""
    if isinstance(quad.object, ox.NamedNode) and (origin := names.identifier(quad.object.value)) is not None:
        yield ox.Quad(quad.object, terms.REFERENCE_CONTEXT, names.article(origin), names.copies)


def _prints(job: Job, number: int) -> Iterator[tuple[Written, str, Fingerprint]]:
    """Of each article of a shard when it was written, the hash of its text and its fingerprint."""
    for graph, quads in graphs(
        reading.beside(job.folder.step(reading.STEP, number, "nq.gz"), "prints.nq.gz")
    ):
        told = {quad.predicate: value(quad.object) for quad in quads}
        found = read_fingerprint(told[terms.FINGERPRINT])
        identifier = job.names.identifier(graph.value)
        assert found is not None, "the version that reads a fingerprint has made it"
        assert identifier is not None, "the graph is an article's"
        written = Written(identifier, told.get(terms.ISSUED), found.length)
        yield written, told[terms.SHA256], found


def _compared(prints: dict[str, tuple[Written, str, Fingerprint]]) -> set[str]:
    """The articles that are compared with some other."""
    order = precedence(written for written, _, _ in prints.values())
    pairs = candidates([prints[identifier][2] for identifier in order]).pairs
    found = {order[place] for pair in pairs for place in pair}
    first: dict[str, str] = {}
    for identifier in order:
        original = first.setdefault(prints[identifier][1], identifier)
        if original != identifier:
            found |= {original, identifier}
    return found


def _told(quads: list[ox.Quad]) -> list[ox.Quad]:
    """The text and the sentences of an article."""
    sentences = {
        quad.subject for quad in quads if quad.predicate == terms.TYPE and quad.object == terms.SENTENCE
    }
    return [
        quad
        for quad in quads
        if quad.predicate == terms.IS_STRING
        or (quad.subject in sentences and quad.predicate in _TOLD)
        or (quad.predicate == terms.TYPE and quad.object == terms.SENTENCE)
    ]
