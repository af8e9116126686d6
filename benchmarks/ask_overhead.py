"""What `kg ask` adds to the engine's own query time: python benchmarks/ask_overhead.py STORE [QUESTION]...

Each question is asked through the command line in this process, after its modules have been loaded, with the names that are
spoken of most; the time that the engine takes for its bound query is taken off, and so is that of opening the store. Each is
told apart. Milliseconds of the processor; the best of several runs, since other work on the machine only adds to them.
"""

import argparse
import io
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from statistics import median
from typing import Any

from typer.main import get_command

from kg.cli import options
from kg.cli.main import app
from kg.query.answers import Page, paged
from kg.query.library import Library, load_library
from kg.query.parameters import bind
from kg.query.stored import ParameterType, StoredQuery
from kg.query.values import resolve
from kg.store import LocalStore, Store

_PAGE = 50
_ENTITIES = """PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX kg: <https://w3id.org/kg-populator/ontology#>
SELECT ?name (COUNT(*) AS ?n) { ?claim a kg:Claim ; kg:polarity ?p . ?claim ?end ?entity . ?entity skos:prefLabel ?name
  VALUES ?end { <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> }
} GROUP BY ?name ORDER BY DESC(?n) ?name LIMIT 40"""
_ARTICLE = "SELECT ?id { ?a <http://purl.org/dc/terms/identifier> ?id } ORDER BY ?id LIMIT 1"


@contextmanager
def timing(owner: type, name: str, wanted: Callable[..., bool]) -> Iterator[list[float]]:
    """Milliseconds that calls of a method take."""
    method = getattr(owner, name)
    times: list[float] = []

    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return method(*arguments, **named)
        finally:
            if wanted(*arguments):
                times.append((time.process_time() - start) * 1000)

    setattr(owner, name, timed)
    try:
        yield times
    finally:
        setattr(owner, name, method)


def asked(command: Any, arguments: list[str], text: str) -> tuple[float, float, float]:
    """Milliseconds of the whole command, of its own query in the engine, and of opening the store."""
    options.forget_settings()
    with (
        timing(LocalStore, "select", lambda _, sparql: sparql == text) as engine,
        timing(LocalStore, "__init__", lambda *_: True) as opening,
        redirect_stdout(io.StringIO()),
        redirect_stderr(io.StringIO()),
    ):
        start = time.process_time()
        command.main(arguments, standalone_mode=False)
        total = (time.process_time() - start) * 1000
    assert len(engine) == 1
    return total, engine[0], sum(opening)


def samples(store: Store) -> dict[ParameterType, list[str]]:
    """Values that mean something in this store: names that stand for one thing alone."""
    names = []
    for name, *_ in store.select(_ENTITIES):
        query = load_library().get("everything")
        try:
            resolve(query, {"who": name.value}, store)
        except Exception:  # noqa: BLE001 - a name of several things is no sample
            continue
        names.append(name.value)
        if len(names) == 4:
            break
    article = next(iter(store.select(_ARTICLE)))[0].value
    return {
        ParameterType.ENTITY: names,
        ParameterType.ARTICLE: [article],
        ParameterType.RELATION: ["met with"],
        ParameterType.DATE: ["2020"],
        ParameterType.DATETIME: ["2020-01-01T00:00"],
    }


def given(query: StoredQuery, known: dict[ParameterType, list[str]]) -> dict[str, str]:
    """A value for each parameter that is needed, and for the first entity where none is."""
    entities = iter(known[ParameterType.ENTITY] * 4)
    wanted = [p for p in query.params if p.required]
    wanted = wanted or [p for p in query.params if p.type is ParameterType.ENTITY][:1]
    return {
        p.name: next(entities) if p.type is ParameterType.ENTITY else known.get(p.type, ["1"])[0]
        for p in wanted
    }


def overheads(folder: Path, wanted: list[str], rounds: int) -> Iterator[dict[str, object]]:
    """One record a question."""
    library: Library = load_library()
    command = get_command(app)
    with LocalStore(folder, read_only=True) as store:
        known = samples(store)
        for query in library:
            if wanted and query.name not in wanted:
                continue
            values = given(query, known)
            text, _ = paged(bind(query.text, resolve(query, values, store).terms), Page(_PAGE))
            arguments = ["ask", query.name, "--store", str(folder)]
            for name, value in values.items():
                arguments += ["-p", f"{name}={value}"]

            times = [asked(command, arguments, text) for _ in range(rounds + 1)][1:]
            total, engine, opening = min(times, key=lambda each: each[0] - each[1] - each[2])
            yield {
                "question": query.name,
                "total": round(total, 1),
                "engine": round(engine, 1),
                "opening": round(opening, 1),
                "added": round(total - engine - opening, 1),
            }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("questions", nargs="*")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    records = []
    for record in overheads(arguments.store, arguments.questions, arguments.rounds):
        print(json.dumps(record), flush=True)
        records.append(record)
    added = [float(str(record["added"])) for record in records]
    print(json.dumps({"questions": len(added), "median": median(added), "worst": max(added)}))


if __name__ == "__main__":
    main()
