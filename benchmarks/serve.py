"""What `kg serve` costs, and what it withstands.

    python benchmarks/serve.py STORE [lookups] [pages] [hostile] [--seconds 60] [--results FILE]

lookups  label look-ups by 8 clients at /sparql, in requests a second, as a ratio to a bare loop of Starlette and pyoxigraph
         on the same store; the two take turns, and the best turn of each counts. Where others work on the machine, what
         waits for two processes waits longer: processor time is printed too, of the process that is busiest in each.
pages    the time that the server takes for each of 500 requests of pages, one after the other.
hostile  8 clients look up labels for a minute while another asks for a cross product again and again.

The store is only read. Other work on the machine makes all of it slower: the ratio says most.
"""

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any, Final
from urllib.parse import quote, urlencode

import pyoxigraph as ox

CLIENTS: Final = 8
TURNS: Final = 5
TURN: Final = 4.0
"""Seconds of one turn."""
PAGES: Final = 500
KG: Final = "https://w3id.org/kg-populator/ontology#"
LABEL: Final = "http://www.w3.org/2004/02/skos/core#prefLabel"
CROSS: Final = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c != ?f && ?f != ?i) }"
MIB: Final = 1 << 20


@contextmanager
def serving(arguments: list[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A running server that answers at a port."""
    server = subprocess.Popen([sys.executable, *arguments])
    try:
        deadline = time.monotonic() + 300
        while time.monotonic() < deadline and server.poll() is None:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield server
    finally:
        server.terminate()
        server.wait(30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def kg(store: Path, port: int, *more: str) -> list[str]:
    return ["-m", "kg.cli", "serve", "--store", str(store), "--port", str(port), *more]


class Client:
    """One connection that is kept open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader | None = None

    async def get(self, target: str, accept: str = "*/*") -> tuple[int, bytes]:
        """Status and body."""
        if self.reader is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 22)
        head = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept: {accept}\r\n\r\n"
        self.writer.write(head.encode())
        answer = await self.reader.readuntil(b"\r\n\r\n")
        status = int(answer[9:12])
        length = next(
            (int(line[15:]) for line in answer.split(b"\r\n") if line.lower().startswith(b"content-length:")),
            0,
        )
        body = await self.reader.readexactly(length)
        if b"connection: close" in answer.lower():
            self.writer.close()
            self.reader = None
        return status, body


def targets(store: Path, most: int = 400) -> list[str]:
    """Look-ups of labels, of entities drawn at random."""
    opened = ox.Store.read_only(str(store))
    nodes = sorted({quad.subject.value for quad in opened.quads_for_pattern(None, ox.NamedNode(LABEL), None)})
    drawn = Random(5).sample(nodes, min(most, len(nodes)))
    return [
        "/sparql?" + urlencode({"query": f"SELECT ?label {{ <{node}> <{LABEL}> ?label }}"}) for node in drawn
    ]


async def load(port: int, wanted: list[str], seconds: float) -> tuple[int, Counter[int], list[float]]:
    """How many look-ups 8 clients get answered, by status, and how long each took."""
    statuses: Counter[int] = Counter()
    times: list[float] = []
    end = time.monotonic() + seconds

    async def ask(number: int) -> None:
        client, place = Client(port), number
        while time.monotonic() < end:
            began = time.monotonic()
            status, _ = await client.get(wanted[place % len(wanted)])
            times.append(time.monotonic() - began)
            statuses[status] += 1
            place += CLIENTS

    await asyncio.gather(*map(ask, range(CLIENTS)))
    return sum(statuses.values()), statuses, times


def lookups(store: Path, _: float) -> dict[str, Any]:
    wanted = targets(store)
    ours, bare = free_port(), free_port()
    found: dict[str, list[float]] = {"ours": [], "bare": []}
    beside = str(Path(__file__).with_name("bare_serve.py"))
    spent: dict[str, list[float]] = {"ours, the server": [], "ours, with its processes": [], "bare": []}
    with serving(kg(store, ours), ours) as our, serving([beside, str(store), str(bare)], bare) as other:
        for port in (ours, bare):
            asyncio.run(load(port, wanted, 2))
        for _turn in range(TURNS):
            for name, port in (("ours", ours), ("bare", bare)):
                main = our.pid if name == "ours" else other.pid
                began, before = time.monotonic(), (processor([main]), processor([main, *children(main)]))
                count, statuses, _times = asyncio.run(load(port, wanted, TURN))
                assert set(statuses) == {200}, statuses
                found[name].append(count / (time.monotonic() - began))
                alone, together = (
                    processor([main]) - before[0],
                    processor([main, *children(main)]) - before[1],
                )
                if name == "ours":
                    spent["ours, the server"].append(1000 * alone / count)
                    spent["ours, with its processes"].append(1000 * together / count)
                else:
                    spent["bare"].append(1000 * together / count)
    ratios = sorted(a / b for a, b in zip(found["ours"], found["bare"], strict=True))
    return {
        "requests/s": {name: round(max(each)) for name, each in found.items()},
        "ratio of the best turns": round(max(found["ours"]) / max(found["bare"]), 2),
        "ratio, median of pairs": round(median(ratios), 2),
        "processor ms a request": {name: round(min(each), 2) for name, each in spent.items()},
        "ratio by processor time of the busiest process": round(
            min(spent["bare"]) / min(spent["ours, the server"]), 2
        ),
    }


def addresses(store: Path) -> list[str]:
    """Addresses of pages: mostly entities and articles, drawn at random, half of them of those that are named most."""
    opened = ox.Store.read_only(str(store))
    rows = opened.query(
        f"SELECT ?e (COUNT(?r) AS ?n) {{ ?r <{KG}readingOf> ?e }} GROUP BY ?e ORDER BY DESC(?n)",
        use_default_graph_as_union=True,
    )
    entities = [row["e"].value for row in rows]  # type: ignore[union-attr]
    rows = opened.query(f"SELECT ?a {{ ?a a <{KG}Article> }}", use_default_graph_as_union=True)
    articles = sorted(row["a"].value for row in rows)  # type: ignore[union-attr]
    draw = Random(7)
    known, some = entities[:100], draw.sample(entities, min(200, len(entities)))
    names = [quote(each.rpartition("/")[2].replace("-", " ")) for each in known]
    pages: list[str] = []
    for place in range(PAGES):
        kind = place % 10
        if kind < 3:
            pages.append(_path(draw.choice(known)))
        elif kind < 5:
            pages.append(_path(draw.choice(some)))
        elif kind < 7:
            pages.append(_path(draw.choice(articles)))
        elif kind == 7:
            pages.append(f"/search?q={draw.choice(names)}")
        elif kind == 8:
            pages.append(
                draw.choice(["/", "/disputes", "/questions", f"/suggest?q={draw.choice(names)[:4]}"])
            )
        else:
            pages.append(_path(draw.choice(known)).replace("/entity/", "/neighbours/") + ".json")
    return pages


def _path(iri: str) -> str:
    return "/" + iri.split("/data/", 1)[1]


def pages(store: Path, _: float) -> dict[str, Any]:
    port = free_port()
    times: dict[str, list[float]] = {}
    with serving(kg(store, port), port):

        async def ask() -> None:
            client = Client(port)
            for place, address in enumerate(addresses(store)):
                began = time.monotonic()
                status, body = await client.get(address, "text/html")
                taken = time.monotonic() - began
                assert status == 200, (status, address, body[:300])
                if place >= 10:  # the first are slow because processes have just started
                    times.setdefault(
                        address.strip("/").partition("/")[0].partition("?")[0] or "start", []
                    ).append(taken)

        asyncio.run(ask())
    each = [taken for listed in times.values() for taken in listed]
    return {
        "median ms": round(median(each) * 1000),
        "95 % ms": round(quantiles(each, n=20)[-1] * 1000),
        "by page": {
            name: {
                "requests": len(listed),
                "median ms": round(median(listed) * 1000),
                "most ms": round(max(listed) * 1000),
            }
            for name, listed in sorted(times.items())
        },
    }


def hostile(store: Path, seconds: float) -> dict[str, Any]:
    port = free_port()
    wanted = targets(store)
    cross: Counter[int] = Counter()
    memory: list[int] = []
    processes: set[int] = set()

    with serving(kg(store, port, "--seconds", "5"), port) as server:

        async def attack(end: float) -> None:
            client = Client(port)
            while time.monotonic() < end:
                status, _ = await client.get("/sparql?" + urlencode({"query": CROSS}))
                cross[status] += 1

        async def look(end: float) -> None:
            while time.monotonic() < end:
                workers = children(server.pid)
                processes.update(workers)
                memory.append(sum(map(resident, [server.pid, *workers])))
                await asyncio.sleep(0.5)

        async def run() -> tuple[int, Counter[int], list[float]]:
            await load(port, wanted, 2)
            end = time.monotonic() + seconds
            done, *_ = await asyncio.gather(load(port, wanted, seconds), attack(end), look(end))
            return done

        count, statuses, times = asyncio.run(run())
    return {
        "look-ups by status": dict(statuses),
        "look-ups/s": round(count / seconds),
        "look-up median ms": round(median(times) * 1000, 1),
        "look-up longest ms": round(max(times) * 1000),
        "cross products by status": dict(cross),
        "processes seen": len(processes),
        "memory of all processes, MiB, least and most": [min(memory) // MIB, max(memory) // MIB],
    }


def children(pid: int) -> list[int]:
    """The processes that a process has started (Linux)."""
    with suppress(OSError):
        return [
            int(each)
            for path in Path(f"/proc/{pid}/task").iterdir()
            for each in (path / "children").read_text().split()
        ]
    return []


def processor(pids: list[int]) -> float:
    """Seconds of processor time that processes have taken (Linux)."""
    taken = 0
    for pid in pids:
        with suppress(OSError, IndexError, ValueError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            taken += int(fields[11]) + int(fields[12])
    return taken / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> int:
    """Bytes of memory of a process (Linux)."""
    with suppress(OSError, IndexError, ValueError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096
    return 0


PARTS: Final = {"lookups": lookups, "pages": pages, "hostile": hostile}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("parts", nargs="*", choices=PARTS, help="all, unless some are named")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--results", type=Path)
    given = parser.parse_args()
    results = {}
    for name in given.parts or PARTS:
        results[name] = PARTS[name](given.store, given.seconds)
        print(json.dumps({name: results[name]}, indent=2), flush=True)
    if given.results:
        given.results.write_text(json.dumps(results, indent=2) + "\n")
