"""What each step costs as a store grows: made-up articles of five claims each, read without a language model.

    python benchmarks/growth.py [ARTICLES …] [--folder FOLDER] [--results FILE] [--bulk]

For each number of articles a new store is filled, all that follows is derived, a hundredth of the articles is replaced by
a second edition, and five stored questions are asked. Printed is processor time, of each step as a ratio to what the bare
engine takes to load the same quads in bulk, and an article as a ratio to that at the first size: a step that grows with the
number of articles alone has 1 there. Times are those of a machine that does a fixed piece of work in ten milliseconds, which
is done in between; "slowed down" says how many times as long it took at worst, beside other work. Instructions are counted
where the system does so, and are the same whatever else runs.
"""

import argparse
import json
import shutil
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox
from growth_world import World, world
from pace import EXECUTED, Pace
from questions import cast, ways

from kg.copies import fingerprint
from kg.gazetteer import load_gazetteer
from kg.graph import ArticleGraph, Names, Run, extraction_quads, run_quads
from kg.graph.terms import value
from kg.query.library import load_library
from kg.query.parameters import bind
from kg.resolve import resolve
from kg.settle import settle
from kg.settle.copies import copy_quads
from kg.settle.readings import readings_of
from kg.store import LocalStore, put_ontology
from kg.store.facts import fact_quads

SIZES: Final = (1_000, 10_000, 100_000)
TOGETHER: Final = 5_000
"""Articles that are loaded at once in bulk."""
CHANGED: Final = 100
"""One of so many articles appears in a second edition."""
QUESTIONS: Final = ("met", "posts", "accusations", "relations-between", "timeline")
NAMES: Final = Names()
RUN: Final = Run("made-up", "none", "0" * 64)
Times = dict[str, float]


def measure(articles: int, folder: Path, found: Times, pace: Pace, *, bulk: bool = False) -> Iterator[None]:
    """Processor seconds of each step, and how much there was; hands over after each.

    Args:
        bulk: load the articles in bulk, not each in a transaction of its own.
    """
    made_up = world(articles)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with pace.watched():
        _load_bare(folder / ("ours" if bulk else "bare"), made_up, found, pace)
        if not bulk:
            shutil.rmtree(folder / "bare")
        with LocalStore(folder / "ours", create=True) as store:
            put_ontology(store, NAMES)
            store.replace_graph(RUN.iri(NAMES), run_quads(RUN, NAMES))
            if not bulk:
                with pace.timed(found, "load and make"):
                    _load(store, made_up)
            yield
            with pace.timed(found, "derive all"):
                settle(store, NAMES)
            yield
            _update(store, made_up, found, pace)
            yield
            (counted,) = next(iter(store.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")))
            found["quads after"] = float(value(counted))
        _ask(folder / "ours", found, pace)
        yield
        with LocalStore(folder / "ours") as store:
            _parts(store, found, pace)
    found["peak MB"] = getrusage(RUSAGE_SELF).ru_maxrss // 1024
    found["slowed down"] = pace.slowest
    yield


def _load_bare(folder: Path, made_up: World, found: Times, pace: Pace) -> None:
    """What the engine takes for the quads alone."""
    store, remaining = ox.Store(str(folder)), _graphs(made_up)
    found["quads"] = found["claims"] = 0
    while True:
        with pace.timed(found, "make the quads", alone=True):
            graphs = list(islice(remaining, TOGETHER))
        if not graphs:
            break
        found["quads"] += sum(len(graph.quads) for graph in graphs)
        found["claims"] += sum(len(graph.relations) for graph in graphs)
        with pace.timed(found, BARE):
            store.bulk_extend(quad for graph in graphs for quad in graph.quads)
    with pace.timed(found, BARE):
        store.flush()


def _load(store: LocalStore, made_up: World) -> None:
    for graph in _graphs(made_up):
        store.replace_graph(graph.graph, graph.quads)


def _graphs(made_up: World) -> Iterator[ArticleGraph]:
    return (_graph(made_up, place) for place in range(made_up.articles))


def _graph(made_up: World, place: int) -> ArticleGraph:
    return extraction_quads(made_up.extraction(place), RUN, NAMES, fingerprint=fingerprint)


def _parts(store: LocalStore, found: Times, pace: Pace) -> None:
    """What deriving consists of, one by one."""
    with pace.timed(found, "read readings"):
        readings = [reading for reading, _ in readings_of(store, NAMES)]
    with pace.timed(found, "resolve", alone=True):
        resolution = resolve(readings, (), load_gazetteer(), lambda key: NAMES.entity_by_key(key).value)
    found["readings"], found["entities"] = len(readings), len(set(resolution.entities.values()))
    with pace.timed(found, "copies"):
        found["copy quads"] = sum(1 for _ in copy_quads(store, NAMES))
    with pace.timed(found, "facts"):
        found["fact quads"] = len(fact_quads(store, NAMES))


def _update(store: LocalStore, made_up: World, found: Times, pace: Pace) -> None:
    editions = frozenset(range(CHANGED // 2, made_up.articles, CHANGED))
    newer = World(made_up.articles, made_up.who, made_up.circles, made_up.relations, made_up.ties, editions)
    changed = set()
    with pace.timed(found, "update 1 %"):
        for place in sorted(editions):
            graph = _graph(newer, place)
            store.replace_graph(graph.graph, graph.quads)
            changed.add(newer.extraction(place).article.identifier)
        settle(store, NAMES, changed=changed)


def _ask(folder: Path, found: Times, pace: Pace) -> None:
    """Five stored questions, about those who are spoken of most."""
    with LocalStore(folder, read_only=True) as store:
        who = cast(store)
        for query in load_library():
            if query.name in QUESTIONS:
                _, terms = next(ways(query, who))
                text = bind(query.text, terms)
                times = []
                for _ in range(3):
                    once: Times = {}
                    with pace.timed(once, "ask"):
                        rows = len(store.select(text))
                    times.append(once["ask"])
                found[f"ask {query.name}"], found[f"rows {query.name}"] = min(times), rows
                if EXECUTED + "ask" in once:
                    found[f"{EXECUTED}ask {query.name}"] = once[EXECUTED + "ask"]


BARE: Final = "bare bulk load"
STEPS: Final = (
    "make the quads",
    "load and make",
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
    "slowed down",
)


def table(results: Sequence[tuple[int, Times]]) -> Iterator[str]:
    """The lines of what was measured, as Markdown."""
    head = " | ".join(f"{size:,}" for size, _ in results)
    line = "|---" * (len(results) + 1) + "|"
    yield from (f"| articles | {head} |", line)
    for name in COUNTS:
        yield f"| {name} | {' | '.join(_number(found.get(name)) for _, found in results)} |"
    yield from ("", f"| ÷ bare bulk load | {head} |", line)
    for step in STEPS:
        told = (f"{found[step] / found[BARE]:.2f}" if step in found else "–" for _, found in results)
        yield f"| {step} | {' | '.join(told)} |"
    yield from ("", f"| an article, ÷ the first size | {head} |", line)
    yield from _articles(results, "")
    if EXECUTED + BARE in results[0][1]:
        yield from ("", f"| instructions an article, ÷ the first size | {head} |", line)
        yield from _articles(results, EXECUTED)
    base = results[0][1]
    yield from ("", f"| a question, ms (rows) | {head} |", line)
    for name in (name.removeprefix("ask ") for name in base if name.startswith("ask ")):
        told = (
            f"{found[f'ask {name}'] * 1000:.1f} ({found[f'rows {name}']:,.0f})"
            if f"ask {name}" in found
            else "–"
            for _, found in results
        )
        yield f"| {name} | {' | '.join(told)} |"


def _articles(results: Sequence[tuple[int, Times]], what: str) -> Iterator[str]:
    """The lines of what each step costs for each article."""
    first, base = results[0]
    for step in (BARE, *STEPS):
        name = what + step
        told = (
            f"{found[name] / size / (base[name] / first):.2f}" if name in found and name in base else "–"
            for size, found in results
        )
        yield f"| {step} | {' | '.join(told)} |"
    yield f"| n log n | {' | '.join(f'{log(size) / log(first):.2f}' for size, _ in results)} |"


def _number(number: float | None) -> str:
    if number is None:
        return "–"
    return f"{number:,.0f}" if number >= 10 else f"{number:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--folder", type=Path, help="where the stores are made (default: a temporary folder)")
    parser.add_argument(
        "--bulk",
        action="store_true",
        help="load the articles in bulk: much faster, and without what loading costs",
    )
    parser.add_argument("--results", type=Path, help="a file of results, to which these are added")
    arguments = parser.parse_args()
    kept = arguments.results
    if arguments.folder:
        arguments.folder.mkdir(parents=True, exist_ok=True)
    results: list[tuple[int, Times]] = json.loads(kept.read_text()) if kept and kept.exists() else []
    pace = Pace()
    with TemporaryDirectory(dir=arguments.folder) as folder:
        for size in arguments.articles:
            found: Times = {}
            results = sorted(
                [*(each for each in results if each[0] != size), (size, found)], key=lambda each: each[0]
            )
            for _ in measure(size, Path(folder) / "s", found, pace, bulk=arguments.bulk):
                if kept:
                    kept.write_text(json.dumps(results))
    print(*table(results), sep="\n")


if __name__ == "__main__":
    main()
