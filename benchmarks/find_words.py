"""How long `kg find` takes on a large store: making the index, seeing that it is up to date, answering."""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from kg.find import Index, find, stamp_of, wanted
from kg.graph import Names
from kg.store import open_store

QUESTIONS: Final = ("the", "minister", '"said on"', "ba* ministry", "bank league")
ROUNDS: Final = 5


def seconds(work: Callable[[], object]) -> float:
    """Seconds for it, the median of several."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return round(median(taken), 4)


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path, help="a store as benchmarks/big_world.py makes it")
    folder = parser.parse_args().store
    names = Names()
    stamp = stamp_of(folder)
    with tempfile.TemporaryDirectory() as place, open_store(folder, read_only=True) as store:
        path = Path(place) / "index"
        with Index(path) as index:
            begun = time.perf_counter()
            index.follow(store, names, stamp)
            built = round(time.perf_counter() - begun, 2)
            answers = {
                question: seconds(lambda q=question: find(index, store, names, wanted(q)))  # type: ignore[misc]
                for question in QUESTIONS
            }
            known = seconds(lambda: index.follow(store, names, stamp))
            compared = seconds(lambda: index.follow(store, names))
        size = path.stat().st_size
    print(
        json.dumps(
            {
                "build": built,
                "megabytes": round(size / 2**20, 1),
                "files unchanged": known,
                "compared": compared,
                "answers": answers,
            }
        )
    )


if __name__ == "__main__":
    main()
