"""How long a push takes, as a share of the server's own bulk load of the same dataset over HTTP.

    python benchmarks/push.py STORE [--rounds 3]

Each round starts a fresh `oxigraph serve` for each load: of a ready TriG file in one request, as one transaction and as
bulk load (`no_transaction`), and of the store by `kg push`, in a process of its own with all that it does: reading the
store, digests, counting before and after. One run on one machine: trust the shares, not the seconds.
"""

import argparse
import http.client
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

import pyoxigraph as ox

from kg.graph import Names

_MEGABYTE = 1 << 20


@contextmanager
def server(folder: Path | None) -> Iterator[tuple[str, int]]:
    """The host and the process of a fresh server, in memory without a folder."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    location = [] if folder is None else ["--location", str(folder)]
    running = subprocess.Popen(
        [program, "serve", "--bind", host, *location], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(200):
            try:
                with urlopen(f"http://{host}/", timeout=1):
                    break
            except (URLError, OSError):
                time.sleep(0.05)
        yield host, running.pid
    finally:
        running.terminate()
        running.wait()


def post(host: str, path: str, trig: Path) -> None:
    """Send the file in one request."""
    connection = http.client.HTTPConnection(host, timeout=3600)
    with trig.open("rb") as body:
        headers = {"Content-Type": "application/trig", "Content-Length": str(trig.stat().st_size)}
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        answer.read()
    assert answer.status == 204, answer.status


def push(host: str, store: Path) -> None:
    """Push the store by the command."""
    command = [sys.executable, "-m", "kg.cli", "push", f"http://{host}", "--store", str(store)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def measured(kind: str, what: str, store: Path, trig: Path) -> float:
    """Seconds of one load into a fresh server."""
    with (
        tempfile.TemporaryDirectory(prefix="push-") as folder,
        server(Path(folder) / "data" if kind == "disk" else None) as (host, process),
    ):
        start = time.perf_counter()
        if what == "push":
            push(host, store)
        else:
            post(host, "/store?no_transaction" if what == "bulk load" else "/store", trig)
        seconds = time.perf_counter() - start
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        used = (int(fields[11]) + int(fields[12])) / 100
        print(
            f"{kind:6}  {what:11}  {seconds:7.1f} s  of which the server computed {used:6.1f} s", flush=True
        )
    return seconds


def main() -> None:
    """Measure, and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", default=["disk", "memory"])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="push-") as folder:
        trig = Path(folder) / "data.trig"
        source = ox.Store.read_only(str(chosen.store))
        source.dump(trig, format=ox.RdfFormat.TRIG, prefixes=Names().prefixes)
        print(f"{len(source)} quads, {trig.stat().st_size / _MEGABYTE:.0f} MB of TriG")
        del source
        for kind in chosen.kinds:
            taken: dict[str, list[float]] = {}
            for _ in range(chosen.rounds):
                for what in ("transaction", "bulk load", "push"):
                    taken.setdefault(what, []).append(measured(kind, what, chosen.store, trig))
            for what in ("transaction", "bulk load"):
                print(f"{kind:6}  push ÷ {what}: {median(taken['push']) / median(taken[what]):.2f}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest process but this one: {peak:.0f} MB")


if __name__ == "__main__":
    main()
