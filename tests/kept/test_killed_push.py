"""Pushes that are killed at any moment: the server has each graph wholly or not, and the same command ends well then."""

import random
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from changes import AT, NAMES, STORE, copied, differing
from killing import SIDE_BY_SIDE, Moment, Nursery, State, state, state_of
from pushing import pushed
from serving import serving_oxigraph

from kg.store import LocalStore, RemoteStore

pytestmark = pytest.mark.not_covered

KILLS = 30
SIZES = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"


@dataclass(frozen=True)
class Pushes:
    """A store that was pushed and has changed since.

    Attributes:
        folder: of the store as it is now.
        server: the folder of a server that it was pushed to before it changed.
        before: what that server has; after: what the store has now.
        gaps: seconds from step to step of an undisturbed push of what changed.
    """

    folder: Path
    server: Path
    before: State
    after: State
    gaps: tuple[float, ...]


@pytest.fixture(scope="module")
def pushes(children: Nursery, world: Path, tmp_path_factory: pytest.TempPathFactory) -> Pushes:
    """Articles came, others changed, some went, and a judgement was made."""
    after = copied(world, tmp_path_factory.mktemp("after"))
    ran = children.run(
        after,
        ("populate", "new.jsonl"),
        ("remove", "old-1", "old-2"),
        ("same", "Rosa Marin", "Nina Lund", *AT),
    )
    assert set(ran.codes) == {0}, ran.said
    server = tmp_path_factory.mktemp("server")
    with serving_oxigraph(server) as url, LocalStore(world / STORE, read_only=True) as store:
        pushed(store, url)
        before = on(url)
    with serving_again(server, tmp_path_factory.mktemp("timed")) as url:
        assert on(url) == before
        timed = children.run(after, ("push", url))
    assert timed.codes == (0,), timed.said
    return Pushes(after, server, before, state(after / STORE), timed.gaps)


@contextmanager
def serving_again(former: Path, folder: Path) -> Iterator[str]:
    """The address of a server that has what another had when it ended."""
    shutil.copytree(former / "data", folder / "data")
    with serving_oxigraph(folder) as url:
        yield url


def on(url: str) -> State:
    """What a server has, without what it remembers of pushes."""
    with RemoteStore(f"{url}/query") as there:
        return {graph: held for graph, held in state_of(there).items() if graph != NAMES.pushed.value}


def at_rest(url: str) -> State:
    """The same when the server has done what it was sent last: whoever sent that may have been killed meanwhile."""
    with RemoteStore(f"{url}/query") as there:
        before, now = None, there.select(SIZES)
        while now != before:
            time.sleep(0.05)
            before, now = now, there.select(SIZES)
    return on(url)


def faults_of_killing(pushes: Pushes, children: Nursery, seed: int, folder: Path) -> tuple[bool, list[str]]:
    """Kill a push at the moment of a seed and push again; whether it still ran, and what is not as it must be."""
    choice = random.Random(seed)
    step = choice.randrange(len(pushes.gaps))
    moment = Moment(step, choice.random() * pushes.gaps[step])
    before, after = pushes.before, pushes.after
    here = copied(pushes.folder, folder / "here")
    with serving_again(pushes.server, folder) as url:
        ran = children.run(here, ("push", url), kill=moment)
        left = at_rest(url)
        faults = [
            f"{graph} is neither as it was nor as it shall be"
            for graph in sorted({*left, *before, *after})
            if left.get(graph) not in (before.get(graph), after.get(graph))
        ]
        if state(here / STORE) != after:
            faults.append("the store that was pushed has changed")
        again = children.run(here, ("push", url))
        if again.codes != (0,) or on(url) != after:
            faults.append(f"pushed again, it ends otherwise: {differing(on(url), after)}; {again.said}")
        with LocalStore(here / STORE, read_only=True) as store:
            if sent := pushed(store, url).sent:
                faults.append(f"pushed once more, {sent} graphs are sent that the server has")
    return ran.killed, [f"seed {seed}, killed at {moment}: {each}" for each in faults]


def test_whenever_a_push_is_killed_nothing_is_lost_and_the_same_command_ends_it(
    pushes: Pushes, children: Nursery, tmp_path: Path
) -> None:
    def tried(seed: int) -> tuple[bool, list[str]]:
        folder = tmp_path / str(seed)
        folder.mkdir()
        return faults_of_killing(pushes, children, seed, folder)

    assert len(pushes.gaps) > 10, "a push of several requests"
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        all_tried = list(pool.map(tried, range(KILLS)))
    found = [fault for _, faults in all_tried for fault in faults]
    assert not found, "\n".join(found)
    assert sum(killed for killed, _ in all_tried) > 0.8 * KILLS, "most were killed before they had ended"
