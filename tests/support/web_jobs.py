"""Jobs that processes are given in tests."""

import os
import signal
import time

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError, UsageError
from kg.graph import Names
from kg.serve.served import Served
from kg.store import Store


def count(served: Served) -> int:
    return len(served.store.graphs())


def process(served: Served) -> int:
    return os.getpid()


def sleep(served: Served, seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def cross_product(served: Served) -> int:
    return len(
        served.store.select(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
        )
    )


def echo(served: Served, size: int) -> bytes:
    return b"x" * size


def refuse(served: Served) -> None:
    raise QueryError("not so")


def fail(served: Served) -> None:
    raise ZeroDivisionError("a fault of ours")


def die(served: Served) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def take_memory(served: Served, size: int) -> int:
    return len(bytearray(size))


def fetch(served: Served, url: str) -> str:
    try:
        served.store.select(f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}")
    except Exception as error:  # noqa: BLE001 - which one is what is asked
        return str(error)
    return "fetched"


def prints(served: Served) -> str:
    print("this must not get between two answers", flush=True)
    return "well"


def prefer(store: Store, names: Names, who: str, label: str) -> int:
    """A change that is seen at once."""
    quad = Quad(
        NamedNode("urn:changed"), NamedNode("urn:by"), Literal(f"{who} {label}"), NamedNode("urn:changes")
    )
    store.replace_graph(quad.graph_name, [quad])
    return 1


def stumble(store: Store, names: Names, who: str) -> None:
    """A change that is not made."""
    raise UsageError("this cannot be judged")
