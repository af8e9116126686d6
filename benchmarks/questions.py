"""How long each stored question takes on a large store: processor time of the engine, without names and sentences around it.

python benchmarks/big_world.py FOLDER
python benchmarks/questions.py FOLDER           # every question, three ways
python benchmarks/questions.py FOLDER met links

Each is asked with what it must be given (those who are spoken of most, the worst case), with every entity given, and with
what is denied, possible or only alleged as well. A question that breaks the limit is stopped and told as such.
"""

import argparse
import multiprocessing
import time
from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.query.library import load_library
from kg.query.parameters import bind
from kg.query.stored import ALL, Parameter, ParameterType, StoredQuery
from kg.query.values import plain_term
from kg.store import LocalStore

LIMIT: Final = 10.0
"""Seconds after which a question is stopped."""
GOAL: Final = 1.0
ROUNDS: Final = 3
ONE_OF: Final = {
    **dict.fromkeys(("posts", "family", "ties"), "Person"),
    **dict.fromkeys(("members", "staff", "owners", "leadership", "structure"), "Organization"),
    **dict.fromkeys(("relations-between", "mediators"), "Country"),
}
"""What the entities of a question are, where not everything will do."""
GIVEN: Final = {"since": "2023-01", "until": "2023-06", "hops": "4"}
Terms = Mapping[str, NamedNode | Literal]


class Timed(NamedTuple):
    """Processor seconds of the engine, None where it was stopped, and how many rows there were."""

    seconds: float | None
    rows: int


class Cast(NamedTuple):
    """The entities that most facts are about, by class and over all; an article and a relation."""

    by_class: Mapping[str, list[NamedNode]]
    article: NamedNode

    def entity(self, query: StoredQuery, place: int) -> NamedNode:
        """The entity for the parameter that stands at that place among those of its kind."""
        return self.by_class[ONE_OF.get(query.name, "Agent")][place]


class Asker:
    """A child process with the store open, which can be stopped in the middle of a question."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: BaseProcess | None = None
        self.pipe: Connection | None = None

    def ask(self, sparql: str) -> Timed:
        """The best of several rounds: other work on the machine only slows."""
        if self.process is None or self.pipe is None:
            self.pipe, other = multiprocessing.Pipe()
            self.process = multiprocessing.get_context("fork").Process(
                target=_answer, args=(self.folder, other), daemon=True
            )
            self.process.start()
        times, rows = [], 0
        for _ in range(ROUNDS):
            self.pipe.send(sparql)
            if not self.pipe.poll(LIMIT):
                self.stop()
                return Timed(None, 0)
            seconds, rows = self.pipe.recv()
            times.append(seconds)
        return Timed(min(times), rows)

    def stop(self) -> None:
        """End the child, whatever it does."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
        self.process = self.pipe = None


def _answer(folder: Path, pipe: Connection) -> None:
    with LocalStore(folder, read_only=True) as store:
        while True:
            sparql = pipe.recv()
            start = time.process_time()
            rows = len(store.select(sparql))
            pipe.send((time.process_time() - start, rows))


def cast(store: LocalStore) -> Cast:
    """Who is spoken of most in the store."""
    prologue = (
        "PREFIX kg: <https://w3id.org/kg-populator/ontology#> "
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
    )
    by_class: dict[str, list[NamedNode]] = {}
    for kind in ("Person", "Organization", "Country", "Place"):
        rows = store.select(
            f"{prologue}SELECT ?e (COUNT(DISTINCT ?f) AS ?n) {{ ?e a kg:{kind} . ?f a kg:Fact ; "
            "rdf:subject|rdf:object ?e } GROUP BY ?e ORDER BY DESC(?n) ?e LIMIT 5"
        )
        by_class[kind] = [row[0] for row in rows if isinstance(row[0], NamedNode)]
    by_class["Agent"] = [by_class["Country"][0], by_class["Person"][0], by_class["Country"][1]]
    article = next(iter(store.select(f"{prologue}SELECT ?a {{ ?a a kg:Article }} ORDER BY ?a LIMIT 1")))[0]
    assert isinstance(article, NamedNode)
    return Cast(by_class, article)


def ways(query: StoredQuery, who: Cast) -> Iterator[tuple[str, Terms]]:
    """How a question is asked: with what it must have, with every entity given, with all claims."""
    needed = [p for p in query.params if p.required]
    plain = _terms(query, needed, who)
    yield "plain", plain
    entities = [p for p in query.params if p.required or p.type is ParameterType.ENTITY]
    if entities != needed:
        yield "given", _terms(query, entities, who)
    if query.parameter(ALL) is not None:
        yield "claims", {**plain, ALL: Literal(True)}
    if query.parameter("hops") is not None:
        yield "4 hops", {**plain, "hops": Literal(4)}


def _terms(query: StoredQuery, params: list[Parameter], who: Cast) -> Terms:
    terms: dict[str, NamedNode | Literal] = {}
    place = 0
    for parameter in query.params:
        if parameter in params and parameter.type is ParameterType.ENTITY:
            terms[parameter.name] = who.entity(query, place)
            place += 1
        elif parameter in params and parameter.type is ParameterType.ARTICLE:
            terms[parameter.name] = who.article
        elif parameter in params and parameter.name in GIVEN:
            terms[parameter.name] = plain_term(parameter, GIVEN[parameter.name])
        elif parameter.default is not None or parameter.name == ALL:
            terms[parameter.name] = plain_term(parameter, parameter.default or "false")
    return terms


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path, help="a store made by benchmarks/big_world.py")
    parser.add_argument("questions", nargs="*", help="only these (default: all)")
    arguments = parser.parse_args()
    with LocalStore(arguments.store, read_only=True) as store:
        who = cast(store)
    asker = Asker(arguments.store)
    slow = 0
    for query in load_library():
        if arguments.questions and query.name not in arguments.questions:
            continue
        for way, terms in ways(query, who):
            timed = asker.ask(bind(query.text, terms))
            late = timed.seconds is None or timed.seconds > GOAL
            slow += late
            told = f"> {LIMIT:.0f} s" if timed.seconds is None else f"{timed.seconds * 1000:8.1f} ms"
            print(
                f"{query.topic + '/' + query.name:36} {way:7} {told:>12} {timed.rows:7} rows{'  SLOW' if late else ''}",
                flush=True,
            )
    asker.stop()
    print(f"{slow} above {GOAL:g} s")


if __name__ == "__main__":
    main()
