"""What the work costs, in one run: each measure beside its goal, the median of interleaved pairs with the extremes.

    python benchmarks/speed.py                        every row: some hours
    python benchmarks/speed.py extract start          those rows alone
    python benchmarks/speed.py --smoke                every row that is quick, on little, once: a minute or two
    python benchmarks/speed.py --list                 the rows

Seconds are those of the processor, so that other work on the machine counts little; only `jobs` looks at the clock on the
wall too, which needs a machine that does nothing else.
"""

import argparse
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import memory
import side_by_side
from annotated import BUILDING, REFERENCE, SHARED, annotated_set
from copies import found_copies
from copies_world import world
from peers import Peer, compare, links_of, peers
from resolution import made_up
from rounds import Middle, interleaved, of_children, ratios, run, texts, write_articles
from spacy.language import Language

from kg.export import write_records
from kg.extract.pipeline import Extractor
from kg.extract.stamp import DEFAULT_MODEL
from kg.gazetteer import load_gazetteer
from kg.graph import Names
from kg.model import Article, Extraction
from kg.populate import Work, extract
from kg.read import read_inputs
from kg.resolve import resolve
from kg.resources import resource
from kg.stages import Stages
from kg.store import LocalStore
from kg.workers import BATCH, MOST, SpacyRecipe

TESTS: Final = Path(__file__).resolve().parent.parent / "tests" / "support"
KG: Final = (sys.executable, "-m", "kg.cli")


@dataclass(frozen=True)
class Row:
    """One figure; the goal is a least value, or the most where `most` is set."""

    measure: str
    figure: Middle
    goal: float | None = None
    most: bool = False
    digits: int = 2

    def __str__(self) -> str:
        if self.goal is None:
            goal = reached = ""
        else:
            value = self.figure.median
            goal = f"{'≤' if self.most else '≥'} {self.goal:g}"
            reached = "yes" if (value <= self.goal if self.most else value >= self.goal) else "no"
        return f"| {self.measure} | {self.figure:.{self.digits}f} | {goal} | {reached} |"


class Bench:
    """How much of what is measured, and what several rows need."""

    def __init__(self, given: argparse.Namespace, folder: Path) -> None:
        self.pairs: int = given.pairs
        self.articles: int = given.articles
        self.entities: tuple[int, int] = tuple(given.entities)
        self.copies: int = given.copies
        self.short: int = given.short
        self.megabytes: int = given.megabytes
        self.folder = folder

    @cached_property
    def extractor(self) -> Extractor:
        """The extractor, loaded."""
        return Extractor()

    @cached_property
    def bare(self) -> Language:
        """The pipeline that it stands on, as shipped."""
        import spacy

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return spacy.load(DEFAULT_MODEL)

    @cached_property
    def texts(self) -> list[Article]:
        """The articles to read."""
        found, different = texts(self.articles)
        print(f"{len(found)} articles, of which {different} are different", file=sys.stderr)
        return found

    @cached_property
    def file(self) -> Path:
        """The same as a file."""
        return write_articles(self.texts, self.folder / "articles.jsonl")

    def parse(self, articles: Sequence[Article]) -> None:
        """Run the pipeline as shipped."""
        for _ in self.bare.pipe((each.text for each in articles), batch_size=BATCH):
            pass

    def extract(self, path: Path) -> None:
        """Do what `kg extract --format jsonl` does once it has started."""
        found = extract(read_inputs([str(path)]), Work(SpacyRecipe()), self.extractor)
        with open(os.devnull, "wb") as out:
            write_records((each for each in found if isinstance(each, Extraction)), out)


def extraction(bench: Bench) -> Iterator[Row]:
    """The whole way from file to records against the bare pipeline, and how much of it is not spaCy."""
    shares = []

    def whole() -> None:
        stages = Stages(clock=time.process_time)
        bench.extractor.measure(stages)
        with stages.stage("all else"):
            bench.extract(bench.file)
        spacy = sum(seconds for name, seconds in stages.seconds.items() if name.startswith("spaCy "))
        shares.append(1 - spacy / sum(stages.seconds.values()))

    bench.parse(bench.texts[:BATCH])
    bench.extract(write_articles(bench.texts[:BATCH], bench.folder / "first.jsonl"))
    measured = interleaved(whole, lambda: bench.parse(bench.texts), bench.pairs)
    yield Row("kg extract ÷ bare nlp.pipe", ratios(measured), 1.0, most=True)
    yield Row(
        "what neither is spaCy nor stands in for a component of it ÷ all of kg extract",
        Middle(tuple(shares)),
        0.12,
        most=True,
    )


def jobs(bench: Bench) -> Iterator[Row]:
    """Two processes against one, with all that they take to start, and as far as the time of the processors allows it."""

    def extracting(path: Path, number: int) -> object:
        options = ("--format", "jsonl", "--jobs", str(number), "-o", os.devnull)
        return run(*KG, "extract", str(path), *options)

    few = write_articles(bench.texts[: 2 * BATCH], bench.folder / "few.jsonl")
    measured = list(side_by_side.pairs(extracting, bench.file, few, bench.pairs))
    name = f"--jobs 2 ÷ --jobs 1, throughput, {len(bench.texts)} articles"
    yield Row(f"{name}, start included", Middle(tuple(each.with_start for each in measured)), 1.6)
    yield Row(f"{name}, without the start", Middle(tuple(each.without_start for each in measured)))
    yield Row(
        f"{name}, start included, as processor time allows", Middle(tuple(each.allowed for each in measured))
    )


def memory_of_files(bench: Bench) -> Iterator[Row]:
    """What reading a large file adds, with an extractor that finds nothing, and what extraction itself takes more."""
    large, part = bench.folder / "large.jsonl", bench.folder / "part.jsonl"
    many = memory.write(large, megabytes=bench.megabytes, sentences=memory.USUAL)
    memory.write(part, articles=many // 100, sentences=memory.USUAL)
    growth = memory.peak("nothing", large) - memory.peak("nothing", part)
    large.unlink()
    grown = memory.extracting(bench.folder, bench.short)
    further = (bench.short - max(1, bench.short // 10)) / 1000
    each = (grown.whole - grown.tenth) / further
    until_replaced = max(0.0, each * (MOST - bench.short) / 1000)
    over = grown.whole - grown.bare
    yield Row(
        f"MB that reading {many:,} articles ({bench.megabytes:,} MB) adds to reading a hundredth of them",
        Middle((growth,)),
        digits=0,
    )
    yield Row(
        f"MB of kg extract over bare nlp.pipe, {bench.short:,} short articles", Middle((over,)), digits=0
    )
    yield Row("MB more for each further 1,000 short articles: kg extract", Middle((each,)))
    bare = (grown.bare - grown.bare_tenth) / further
    yield Row("MB more for each further 1,000 short articles: bare nlp.pipe", Middle((bare,)))
    yield Row(
        f"{bench.megabytes:,} MB with --jobs 1, over the bare pipeline: all that, up to the {MOST:,} articles after which "
        "an extractor is replaced",
        Middle((growth + over + until_replaced,)),
        300,
        most=True,
        digits=0,
    )


def copies(bench: Bench) -> Iterator[Row]:
    """Finding copies among made-up articles, and extraction from some of the same."""
    articles = world(bench.copies, bench.copies // 5).articles
    some = articles[: max(BATCH, len(articles) // 40)]
    path = write_articles(some, bench.folder / "some.jsonl")
    bench.extract(path)
    measured = interleaved(lambda: bench.extract(path), lambda: found_copies(articles), bench.pairs)
    rates = tuple(
        (read / len(some)) / (search / len(articles)) for read, search in measured
    )  # seconds an article
    yield Row("near-duplicate search ÷ extraction, articles a second", Middle(rates), 50, digits=0)


def resolution(bench: Bench) -> Iterator[Row]:
    """Resolving the larger number of entities against the smaller."""
    gazetteer, names = load_gazetteer(), Names()

    def resolving(entities: int) -> Callable[[], object]:
        readings = list(made_up(entities))
        return lambda: resolve(readings, (), gazetteer, lambda key: names.entity_by_key(key).value)

    few, many = bench.entities
    measured = interleaved(resolving(many), resolving(few), bench.pairs)
    grows = f"identity resolution, {few:,} → {many:,} entities"
    yield Row(grows, ratios(measured), 1.5 * many / few, most=True, digits=1)


def start(bench: Bench) -> Iterator[Row]:
    """Seconds over those of an interpreter that does nothing."""
    store = bench.folder / "small"
    with LocalStore(store, create=True) as filled:
        filled.load(_fixture())
    commands = {
        "kg ask on a small store": ((*KG, "ask", "accused-of", "Tomas Rehn", "--store", str(store)), 0.5),
        "kg --help": ((*KG, "--help"), 0.25),
    }
    for name, (command, goal) in commands.items():
        run(*command)
        measured = interleaved(
            lambda command=command: run(*command),
            lambda: run(sys.executable, "-c", "pass"),
            max(bench.pairs, 5),
            of_children,
        )
        over = Middle(tuple(first - second for first, second in measured))
        yield Row(f"{name}, seconds over python -c pass", over, goal, most=True)


def _fixture() -> Iterator[object]:
    from pyoxigraph import RdfFormat, parse

    yield from parse(path=resource("queries") / "fixture.trig", format=RdfFormat.TRIG)


def found_by_others(bench: Bench) -> Iterator[Row]:
    """What a user would take instead: what it adds to the pipeline, and what it connects that the annotation connects."""
    chosen = annotated_set(REFERENCE if (SHARED / "gold").is_dir() else BUILDING)
    docs = list(bench.bare.pipe(each.text for each in chosen.articles))
    others = peers(bench.bare, docs)
    some = bench.texts[: max(BATCH, len(bench.texts) // 3)]
    path = write_articles(some, bench.folder / "compared.jsonl")

    def with_peer(peer: Peer) -> Callable[[], None]:
        def links() -> None:
            for doc in bench.bare.pipe((each.text for each in some), batch_size=BATCH):
                for _ in peer.links(doc):
                    pass

        return links

    ways = [(peer.name, with_peer(peer)) for peer in others] + [("kg extract", lambda: bench.extract(path))]
    for name, way in ways:
        way()
        measured = interleaved(way, lambda: bench.parse(some), bench.pairs)
        yield Row(f"{name} ÷ bare nlp.pipe", ratios(measured))
    found = [(peer.name, [list(peer.links(doc)) for doc in docs]) for peer in others]
    found.append(("kg extract", [list(links_of(each)) for each in bench.extractor.extract(chosen.articles)]))
    for name, links in found:
        result = compare(chosen, links)
        yield Row(
            f"{name}: share of the {result.pairs} annotated pairs ({chosen.name}) that it connects",
            Middle((result.connected / result.pairs,)),
        )
        yield Row(
            f"{name}: share of its {result.links} links that connect such a pair",
            Middle((result.right / max(1, result.links),)),
        )


def on_dask(bench: Bench) -> Iterator[Row]:
    """Three workers of Dask, one of them killed while it reads, against one process: whether the graph is the same bytes."""
    sys.path.append(str(TESTS))
    from dask_processes import dask_processes

    folder = bench.folder / "dask"
    one, many = folder / "one", folder / "many"
    with dask_processes(folder / "processes", 3) as cluster:
        options = ("--scheduler", cluster.address, "--shard-size", str(max(1, bench.articles // 12)))
        command = (*KG, "populate", str(bench.file), "--store", str(many), *options)
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            while running.poll() is None and not any(folder.glob("many-shards/**/*.nq*")):
                time.sleep(0.05)
            killed = running.poll() is None
            cluster.kill(cluster.workers[0])
    if running.returncode or not killed:
        raise SystemExit(f"{' '.join(command)} failed, or was done before a worker could be killed")
    run(*KG, "populate", str(bench.file), "--store", str(one), "--jobs", "1")
    same = _exported(one) == _exported(many)
    told = f"Dask with a killed worker, {len(bench.texts)} articles: the bytes of one process (1 is yes)"
    yield Row(told, Middle((float(same),)), 1, digits=0)


def _exported(store: Path) -> bytes:
    target = store.with_suffix(".nq")
    run(*KG, "export", "--store", str(store), "--format", "nquads", "-o", str(target))
    return target.read_bytes()


ROWS: Final[dict[str, Callable[[Bench], Iterator[Row]]]] = {
    "extract": extraction,
    "jobs": jobs,
    "memory": memory_of_files,
    "copies": copies,
    "resolution": resolution,
    "start": start,
    "dask": on_dask,
    "peers": found_by_others,
}
SMOKE: Final = {
    "pairs": 1,
    "articles": 16,
    "entities": [500, 5_000],
    "copies": 200,
    "short": 40,
    "megabytes": 5,
}
FULL: Final = {
    "pairs": 5,
    "articles": 300,
    "entities": [10_000, 100_000],
    "copies": 2_000,
    "short": 4_000,
    "megabytes": 1_000,
}


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--list", action="store_true", help="name the rows and stop")
    parser.add_argument(
        "--smoke", action="store_true", help="little of everything; other options hold all the same"
    )
    parser.add_argument("--pairs", type=int, help="of runs for each figure")
    parser.add_argument("--articles", type=int, help="to read")
    parser.add_argument("--entities", type=int, nargs=2, metavar=("FEW", "MANY"), help="to resolve")
    parser.add_argument("--copies", type=int, help="articles among which copies are looked for")
    parser.add_argument("--short", type=int, help="short articles whose extraction must not grow the process")
    parser.add_argument("--megabytes", type=int, help="of the file that is read whole")
    given = parser.parse_args()
    if unknown := set(given.rows).difference(ROWS):
        parser.error(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(ROWS)}")
    for name, value in (SMOKE if given.smoke else FULL).items():
        if getattr(given, name) is None:
            setattr(given, name, value)
    return given


def main() -> None:
    """Measure and print, row by row."""
    given = arguments()
    if given.list:
        for name, measure in ROWS.items():
            print(f"{name:12} {measure.__doc__}")
        return
    print("| measure | figure | goal | reached |\n|---|---|---|---|", flush=True)
    with TemporaryDirectory() as folder:
        bench = Bench(given, Path(folder))
        for name, measure in ROWS.items():
            if not given.rows or name in given.rows:
                for row in measure(bench):
                    print(row, flush=True)


if __name__ == "__main__":
    main()
