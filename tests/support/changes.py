"""Every kind of change of a store, done to the end, for tests that break it off."""

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from killing import SIDE_BY_SIDE, Nursery, Ran, State, digest
from linkable import linkable
from meetings import Meetings, read_in

import kg
from kg.copies import fingerprint
from kg.graph import KG, Names, Run, extraction_quads
from kg.model import Article
from kg.ontology import load_ontology
from kg.read import read_inputs
from kg.store import LocalStore

NAMES = Names()
AT = ("--by", "cem", "--at", "2026-02-01")
STORE = "kg-store"


@dataclass(frozen=True)
class Change:
    """Commands and what they do when nobody kills them.

    Attributes:
        start: the folder in which they begin.
        gaps: seconds from step to step.
        states: what the store held, from writing step to writing step.
        read: what stands in the graph of an article as it was read, before entities of several articles are told apart.
    """

    commands: tuple[Sequence[str], ...]
    start: Path
    gaps: tuple[float, ...]
    states: tuple[State, ...]
    read: State


def all_changes(
    children: Nursery, world: Path, register_url: str, folders: pytest.TempPathFactory
) -> list[Change]:
    """Each kind of change, done to the end."""
    empty, people = folders.mktemp("empty"), folders.mktemp("people")
    shutil.copy(world / "old.jsonl", empty)
    linkable(people / STORE).close()
    register = ("--register", register_url, "--rate", "1000", "--cache", "answers")
    listed: list[tuple[Path, list[Sequence[str]]]] = [
        (world, [("populate", "new.jsonl")]),
        (empty, [("populate", "old.jsonl")]),
        (world, [("remove", "old-1", "old-2", "old-5")]),
        (world, [("same", "Rosa Marin", "Nina Lund", *AT)]),
        (world, [("retype", "Ivar Holt", "Organization", *AT)]),
        (world, [("reject", *_some_claims(world), *AT)]),
        (world, [("undo", _some_judgement(world))]),
        (world, [("judgements", "--import", "others.csv"), ("unsure", "Gro Dahl", "Nina Lund", *AT)]),
        (people, [("link", *register)]),
    ]
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        return list(pool.map(lambda each: undisturbed(children, *each, folders), listed))


def undisturbed(
    children: Nursery, start: Path, commands: Sequence[Sequence[str]], folders: pytest.TempPathFactory
) -> Change:
    timed = children.run(copied(start, folders.mktemp("timed")), *commands)
    assert set(timed.codes) == {0}, timed.said
    kept = children.run(copied(start, folders.mktemp("kept")), *commands, record=True)
    return Change(tuple(commands), start, timed.gaps, kept.states, _as_read(start.glob("*.jsonl")))


def copied(start: Path, to: Path) -> Path:
    """A copy of a folder."""
    return Path(shutil.copytree(start, to, dirs_exist_ok=True))


def _some_claims(folder: Path) -> list[str]:
    with LocalStore(folder / STORE, read_only=True) as store:
        found = store.select(f"SELECT ?claim {{ ?claim a <{KG}Claim> }} ORDER BY ?claim LIMIT 3")
        return [str(claim).strip("<>") for (claim,) in found]


def _some_judgement(folder: Path) -> str:
    with LocalStore(folder / STORE, read_only=True) as store:
        found = store.select(f"SELECT ?judgement {{ ?judgement <{KG}verdict> <{KG}Same> }}")
        return str(found.rows[0][0]).strip("<>")


def _as_read(inputs: Iterator[Path]) -> State:
    extractor = Meetings()
    run = Run(f"{kg.__version__}+{extractor.version}", extractor.model_name, load_ontology(()).sha256)
    with LocalStore() as store:
        for path in sorted(
            inputs, reverse=True
        ):  # the newer text of an article is in the file that is read last
            for article in read_inputs([str(path)]):
                assert isinstance(article, Article)
                written = extraction_quads(read_in(article), run, NAMES, fingerprint=fingerprint)
                store.replace_graph(written.graph, written.quads)
        return {graph.value: digest(store.quads(graph)) for graph in store.graphs()}


def differing(one: State, other: State) -> list[str]:
    """The graphs in which two states of a store differ."""
    return sorted(graph for graph in {*one, *other} if one.get(graph) != other.get(graph))


def faults_of(left: State, ran: Ran, change: Change) -> Iterator[str]:
    """What is not as it must be in a store that a run was stopped at."""
    before, after = change.states[0], change.states[-1]
    for graph in sorted({*left, *before, *after}):
        if NAMES.is_article(graph) and left.get(graph) not in (
            before.get(graph), change.read.get(graph), after.get(graph)
        ):  # fmt: skip
            yield f"{graph} is neither wholly in nor wholly out"
    if left not in change.states:
        nearest = min(change.states, key=lambda each: len(differing(left, each)))
        yield f"what is left is no state between two transactions: {differing(left, nearest)}"
    judged = NAMES.judgements.value
    if list(ran.codes) == [0] * len(change.commands) and left.get(judged) != after.get(judged):
        yield "a judgement that was acknowledged is lost"
