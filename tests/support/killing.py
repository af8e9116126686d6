"""Runs `kg` in processes of its own and kills them at a given moment: some time after a given step.

As a program it is one process of a nursery: it has everything imported and forks a child for each run. A process of pytest
must not fork, since the stores it has had open leave threads behind. A step is a call of a method of the store, or a request
to a server that is pushed to.
"""

import gc
import hashlib
import importlib
import io
import json
import os
import pickle
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.store import Store

State = dict[str, str]
"""A digest of the quads of each graph, by its name."""

SIDE_BY_SIDE = os.cpu_count() or 1
STEPS = ("__init__", "replace_graph", "change_graph", "remove_graph", "select", "quads", "close")
_NEEDED = (
    "kg.judge", "kg.link", "kg.populate", "kg.push", "kg.query.stored", "kg.resolve.link", "kg.settle", "kg.store",
    "rich.box", "rich.table",
)  # fmt: skip
WRITING = ("replace_graph", "change_graph", "remove_graph")
REQUESTS = ("ask", "write")
SENT_AT_ONCE = 100
"""Stands for the megabyte of a push, so that even a small store takes several requests."""


@dataclass(frozen=True)
class Moment:
    """When to kill: so many seconds after so many steps."""

    step: int
    seconds: float


@dataclass(frozen=True)
class Ran:
    """What became of a run.

    Attributes:
        codes: the exit codes of the commands that came to their end.
        gaps: seconds from each step to the next, and to the end; the first is the time before the first step.
        killed: whether it was still running at the moment.
        said: what it wrote to standard error.
        states: of the store before and after each writing step; where that was asked for.
    """

    codes: tuple[int, ...]
    gaps: tuple[float, ...]
    killed: bool
    said: str
    states: tuple[State, ...] = ()


def state(folder: Path) -> State:
    """What a store on disk holds; nothing where there is none yet."""
    from kg.errors import StoreError
    from kg.store import LocalStore

    try:
        opened = LocalStore(folder, read_only=True)
    except StoreError as error:
        if "there is no store" in str(error) or "still being made" in str(error):
            return {}
        raise
    with opened as store:
        return state_of(store)


def state_of(store: "Store") -> State:
    """What an open store holds; of a server that others write to, what it held at several moments."""
    lines: dict[str, list[str]] = {graph.value: [] for graph in store.graphs()}
    for quad in store.quads():
        lines.setdefault(quad.graph_name.value, []).append(str(quad))
    return {graph: digest(each) for graph, each in lines.items()}


def digest(lines: Iterable[object]) -> str:
    """The number of different lines, and a hash of them."""
    different = sorted(set(map(str, lines)))
    return f"{len(different)} {hashlib.sha256(chr(10).join(different).encode()).hexdigest()[:16]}"


class Nursery:
    """Starts children, as many at a time as there are processors; made by `nursery()`."""

    def __init__(self, processes: Iterable["subprocess.Popen[str]"]) -> None:
        self._free: SimpleQueue[subprocess.Popen[str]] = SimpleQueue()
        for process in processes:
            self._free.put(process)

    def run(
        self,
        folder: Path,
        *commands: Sequence[str],
        kill: Moment | None = None,
        by: int = signal.SIGKILL,
        record: bool = False,
        largest: int | None = None,
    ) -> Ran:
        """Run commands of `kg`, one after the other, in a working folder.

        Args:
            by: the signal that kills.
            record: keep the states of the store, instead of telling the steps.
            largest: bytes that a file may have; what writes more fails, as on a disk that is full.
        """
        request = {
            "folder": str(folder),
            "commands": [list(map(str, command)) for command in commands],
            "kill": None if kill is None else [kill.step, kill.seconds],
            "by": int(by),
            "record": record,
            "largest": largest,
        }
        answer = self._asked(request)
        states = pickle.loads((folder / "states").read_bytes()) if record else ()
        return Ran(
            tuple(answer["codes"]), tuple(answer["gaps"]), answer["killed"], answer["said"], tuple(states)
        )

    def _asked(self, request: dict[str, Any]) -> dict[str, Any]:
        process = self._free.get()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            answer: dict[str, Any] = json.loads(process.stdout.readline())
            return answer
        finally:
            self._free.put(process)


@contextmanager
def nursery() -> Iterator[Nursery]:
    """A running nursery."""
    here = Path(__file__).resolve()
    path = os.pathsep.join([str(here.parents[2]), str(here.parent)])
    environment = {**os.environ, "PYTHONPATH": path, "KG_JOBS": "1"}
    with ExitStack() as stack:
        processes = [
            subprocess.Popen(
                [sys.executable, str(here)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=environment,
            )
            for _ in range(SIDE_BY_SIDE)
        ]
        for process in processes:
            stack.enter_context(process)
        yield Nursery(processes)
        for process in processes:
            process.stdin.close()  # type: ignore[union-attr]


def _main() -> None:
    """Import everything once, then serve requests."""
    for module in _NEEDED:
        importlib.import_module(module)
    from meetings import Meetings
    from typer.main import get_command

    import kg.push.ways
    from kg.cli.main import app, main
    from kg.extract.stamp import Stamp
    from kg.gazetteer import load_gazetteer
    from kg.home import Home
    from kg.read import read_inputs
    from kg.store.web import tls_context
    from kg.workers import SpacyRecipe

    load_gazetteer()
    tls_context(Home(endpoint="http://127.0.0.1/"))
    list(read_inputs([__file__]))
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        for command in get_command(app).commands:
            main([command, "--help"])
        # what is given is understood by modules that help does not take
        main(["stats", "--store", "/nowhere"])
    gc.freeze()
    SpacyRecipe.make = lambda recipe: Meetings()  # type: ignore[method-assign, assignment, return-value]
    SpacyRecipe.stamp = lambda recipe: Stamp(Meetings.version, Meetings.model_name)  # type: ignore[method-assign, assignment]
    kg.push.ways._MEGABYTE = SENT_AT_ONCE  # type: ignore[misc]
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_served(json.loads(line))) + "\n")
        sys.stdout.flush()


def _served(request: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    started = time.perf_counter()
    child = os.fork()
    if not child:
        os.close(reading)
        _child(request, writing)
    os.close(writing)
    moments, codes = [started], []
    killed = False
    step, wait = request["kill"] or (None, 0.0)

    def due() -> float | None:
        return None if step is None or killed or len(moments) <= step else moments[step] + wait

    while True:
        if (when := due()) is not None:
            left = when - time.perf_counter()
            if left <= 0 or not select.select([reading], [], [], left)[0]:
                os.kill(child, request["by"])
                killed = True
                continue
        if not (told := os.read(reading, 1)):
            break
        if told == b".":
            moments.append(time.perf_counter())
        else:
            codes.append(told[0] - 100)
    os.close(reading)
    _, status = os.waitpid(child, 0)
    moments.append(time.perf_counter())
    return {
        "codes": codes,
        "gaps": [after - before for before, after in pairwise(moments)],
        "killed": os.WIFSIGNALED(status),
        "said": (Path(request["folder"]) / "said").read_text(errors="replace"),
    }


def _child(request: dict[str, Any], pipe: int) -> None:
    """Does what was asked, and never returns."""
    folder = Path(request["folder"])
    os.chdir(folder)
    said = os.open("said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(0, 1)
    os.dup2(said, 2)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if request["largest"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (request["largest"], resource.RLIM_INFINITY))
    from kg.cli.main import main

    states: list[State] = []
    _tell_steps(pipe, states if request["record"] else None)
    try:
        for command in request["commands"]:
            os.write(pipe, bytes([100 + main(command)]))
    except BaseException as error:  # noqa: BLE001 - whatever it is, the child must not go on as a nursery
        os.write(2, repr(error).encode())
    if request["record"]:
        Path("states").write_bytes(pickle.dumps(states))
    sys.stderr.flush()
    os._exit(0)


def _tell_steps(pipe: int, states: list[State] | None) -> None:
    """Tell of each step before it begins, or keep what the store holds after each writing one."""
    from kg.push import Web
    from kg.store import LocalStore

    graphs, quads = LocalStore.graphs, LocalStore.quads

    def keep(store: LocalStore, into: list[State]) -> None:
        found = {graph.value: digest(quads(store, graph)) for graph in graphs(store)}
        if not into or into[-1] != found:
            into.append(found)

    def told(owner: type, name: str) -> None:
        method = getattr(owner, name)

        def call(self: Any, *arguments: Any, **named: Any) -> Any:
            if states is None:
                os.write(pipe, b".")
                return method(self, *arguments, **named)
            keep(self, states)
            result = method(self, *arguments, **named)
            keep(self, states)
            return result

        setattr(owner, name, call)

    for name in STEPS if states is None else WRITING:
        told(LocalStore, name)
    for name in REQUESTS if states is None else ():
        told(Web, name)


if __name__ == "__main__":
    _main()
