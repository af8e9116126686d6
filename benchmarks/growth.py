"""What each step costs as a store grows: made-up articles of five claims each, read without a language model.

    python benchmarks/growth.py [ARTICLES …] [--folder FOLDER] [--results FILE]

For each number of articles a new store is filled, all that follows is derived, a hundredth of the articles is replaced by
a second edition, and five stored questions are asked. Printed is processor time, of each step as a ratio to what the bare
engine takes to load the same quads in bulk, and an article as a ratio to that at the first size: a step that grows with the
number of articles alone has 1 there.
"""

import argparse
import json
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import log
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox
from growth_world import World, world
from questions import cast, ways

from kg.copies import fingerprint
from kg.gazetteer import load_gazetteer
from kg.graph import ArticleGraph, Names, Run, extraction_quads, run_quads
from kg.query.library import load_library
from kg.query.parameters import bind
from kg.resolve import resolve
from kg.settle import settle
from kg.settle.copies import copy_quads
from kg.settle.readings import readings_of
from kg.store import LocalStore, put_ontology
from kg.store.facts import fact_quads

SIZES: Final = (1_000, 10_000, 100_000)
TOGETHER: Final = 500
CHANGED: Final = 100
"""One of so many articles appears in a second edition."""
QUESTIONS: Final = ("met", "posts", "accusations", "relations-between", "timeline")
NAMES: Final = Names()
RUN: Final = Run("made-up", "none", "0" * 64)
Times = dict[str, float]


def measure(articles: int, folder: Path) -> Times:
    """Processor seconds of each step, and how much there was."""
    found: Times = {}
    made_up = world(articles)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    bare = ox.Store(str(folder / "bare"))
    with LocalStore(folder / "ours", create=True) as store:
        put_ontology(store, NAMES)
        store.replace_graph(RUN.iri(NAMES), run_quads(RUN, NAMES))
        _fill(store, bare, made_up, found)
        del bare
        shutil.rmtree(folder / "bare")
        with _timed(found, "derive all"):
            settle(store, NAMES)
        _parts(store, found)
        _update(store, made_up, found)
        found["quads after"] = sum(1 for _ in store.quads())
    _ask(folder / "ours", found)
    found["peak MB"] = getrusage(RUSAGE_SELF).ru_maxrss // 1024
    return found


def _fill(store: LocalStore, bare: ox.Store, made_up: World, found: Times) -> None:
    quads = claims = 0
    for start in range(0, made_up.articles, TOGETHER):
        places = range(start, min(start + TOGETHER, made_up.articles))
        with _timed(found, "make the quads"):
            graphs = [_graph(made_up, place) for place in places]
        together = [quad for graph in graphs for quad in graph.quads]
        quads += len(together)
        claims += sum(len(graph.relations) for graph in graphs)
        with _timed(found, "bare bulk load"):
            bare.bulk_extend(together)
        with _timed(found, "load"):
            for graph in graphs:
                store.replace_graph(graph.graph, graph.quads)
    found["quads"], found["claims"] = quads, claims


def _graph(made_up: World, place: int) -> ArticleGraph:
    return extraction_quads(made_up.extraction(place), RUN, NAMES, fingerprint=fingerprint)


def _parts(store: LocalStore, found: Times) -> None:
    """What deriving consists of, one by one."""
    with _timed(found, "read readings"):
        readings = [reading for reading, _ in readings_of(store, NAMES)]
    with _timed(found, "resolve"):
        resolution = resolve(readings, (), load_gazetteer(), lambda key: NAMES.entity_by_key(key).value)
    found["readings"], found["entities"] = len(readings), len(set(resolution.entities.values()))
    with _timed(found, "copies"):
        found["copy quads"] = sum(1 for _ in copy_quads(store, NAMES))
    with _timed(found, "facts"):
        found["fact quads"] = len(fact_quads(store, NAMES))


def _update(store: LocalStore, made_up: World, found: Times) -> None:
    editions = frozenset(range(CHANGED // 2, made_up.articles, CHANGED))
    newer = World(made_up.articles, made_up.who, made_up.circles, made_up.relations, made_up.ties, editions)
    changed = set()
    with _timed(found, "update 1 %"):
        for place in sorted(editions):
            graph = _graph(newer, place)
            store.replace_graph(graph.graph, graph.quads)
            changed.add(newer.extraction(place).article.identifier)
        settle(store, NAMES, changed=changed)


def _ask(folder: Path, found: Times) -> None:
    """Five stored questions, about those who are spoken of most."""
    with LocalStore(folder, read_only=True) as store:
        who = cast(store)
        for query in load_library():
            if query.name in QUESTIONS:
                _, terms = next(ways(query, who))
                text = bind(query.text, terms)
                found[f"ask {query.name}"] = min(
                    _seconds(lambda text=text: store.select(text)) for _ in range(3)
                )  # type: ignore[misc]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@contextmanager
def _timed(found: Times, step: str) -> Iterator[None]:
    start = time.process_time()
    yield
    found[step] = found.get(step, 0.0) + time.process_time() - start


STEPS: Final = (
    "make the quads",
    "load",
    "derive all",
    "read readings",
    "resolve",
    "copies",
    "facts",
    "update 1 %",
)
COUNTS: Final = (
    "quads",
    "claims",
    "readings",
    "entities",
    "copy quads",
    "fact quads",
    "quads after",
    "peak MB",
)


def table(results: Sequence[tuple[int, Times]]) -> Iterator[str]:
    """The lines of what was measured, as Markdown."""
    head = " | ".join(f"{size:,}" for size, _ in results)
    line = "|---" * (len(results) + 1) + "|"
    yield from (f"| articles | {head} |", line)
    for name in COUNTS:
        yield f"| {name} | {' | '.join(f'{found[name]:,.0f}' for _, found in results)} |"
    yield from ("", f"| ÷ bare bulk load | {head} |", line)
    for step in STEPS:
        told = (f"{found[step] / found['bare bulk load']:.2f}" for _, found in results)
        yield f"| {step} | {' | '.join(told)} |"
    first, base = results[0]
    yield from ("", f"| an article, ÷ the first size | {head} |", line)
    for step in ("bare bulk load", *STEPS):
        told = (f"{found[step] / size / (base[step] / first):.2f}" for size, found in results)
        yield f"| {step} | {' | '.join(told)} |"
    yield f"| n log n | {' | '.join(f'{log(size) / log(first):.2f}' for size, _ in results)} |"
    yield from ("", f"| a question, ms | {head} |", line)
    for name in (name for name in base if name.startswith("ask ")):
        yield f"| {name.removeprefix('ask ')} | {' | '.join(f'{found[name] * 1000:.1f}' for _, found in results)} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--folder", type=Path, help="where the stores are made (default: a temporary folder)")
    parser.add_argument("--results", type=Path, help="a file of results, to which these are added")
    arguments = parser.parse_args()
    kept = arguments.results
    results: list[tuple[int, Times]] = json.loads(kept.read_text()) if kept and kept.exists() else []
    with TemporaryDirectory(dir=arguments.folder) as folder:
        for size in arguments.articles:
            results = sorted(
                [each for each in results if each[0] != size] + [(size, measure(size, Path(folder) / "s"))],
                key=lambda each: each[0],
            )
            if kept:
                kept.write_text(json.dumps(results))
    print(*table(results), sep="\n")


if __name__ == "__main__":
    main()
