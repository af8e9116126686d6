"""How far reading a large file makes the process grow: peak memory of `kg extract` on JSON Lines, a process for each figure.

    python benchmarks/memory.py --megabytes 1000          reads all of such a file, with an extractor that finds nothing
    python benchmarks/memory.py --articles 4000           reads so many short articles, and a tenth, with the real one

What the bare pipeline of spaCy takes for the same articles is measured beside it. Every other name in them is a new word,
since spaCy keeps all words.
"""

import argparse
import json
import os
import resource
import sys
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from copies_world import FAMILY, GIVEN, PLACES
from rounds import run

from kg.export import write_records
from kg.extract.stamp import DEFAULT_MODEL
from kg.model import Article, Extraction
from kg.populate import Work, extract
from kg.read import read_inputs
from kg.workers import Extracts, SpacyRecipe

SEED: Final = 7
SHORT, USUAL = 12, 36
"""Sentences of an article: some 700 characters, and the 2,500 of a usual piece of news."""
_SYLLABLES: Final = "ba cor del fen gar hol jin kel lam mor nas pol quin rov sar tel ul ven wis zet".split()

_TOLD: Final = (
    "{who} walked along the harbour of {place} for most of the afternoon.",
    "Rain fell on {place} until the evening, and the ferries stayed in port.",
    "The market opened late, said {who}, whose stall stands by the gate.",
    "Nobody in {place} could remember a colder spring than this one.",
    "Two lorries had broken down on the road to {place} by noon.",
    "{who} has painted the bridge of {place} more than forty times.",
    "The library lent out {number} books in a week, more than in any other.",
    "Tickets cost {number} crowns, and children pay half.",
    "The choir sang in {place} on Sunday, with {who} at the organ.",
    "{who} grows apples on the slope above the station.",
)


class Grown(NamedTuple):
    """Peak memory in megabytes.

    Attributes:
        bare: of the pipeline of spaCy on its own, on the same articles.
        tenth: of `kg extract` on a tenth of them.
        whole: of `kg extract` on all.
        bare_tenth: of the pipeline on a tenth.
    """

    bare_tenth: float
    bare: float
    tenth: float
    whole: float


class Nothing:
    """Finds nothing in any article."""

    version = "nothing"
    model_name = "none"

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        """Nothing of each article, in the order given."""
        del batch_size
        for article in articles:
            yield Extraction(article, (), (), (), ())


def made_up(number: int, chance: Random, sentences: int = SHORT) -> dict[str, str]:
    """An article with few claims, whose number is not in its text; every other name is one that no other article has."""
    told = [
        chance.choice(_TOLD).format(
            who=f"{chance.choice(GIVEN)} {_unheard_of(chance) if turn % 2 else chance.choice(FAMILY)}",
            place=chance.choice(PLACES),
            number=chance.randrange(10_000),
        )
        for turn in range(sentences)
    ]
    return {"id": f"town/{number:07}", "text": " ".join(told)}


def _unheard_of(chance: Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=5)).capitalize()


def write(path: Path, *, articles: int = 0, megabytes: int = 0, sentences: int = SHORT) -> int:
    """Write so many articles, or as many as fill the megabytes; how many."""
    chance, number = Random(SEED), 0
    with path.open("wb") as out:
        while number < articles or out.tell() < megabytes * 1_000_000:
            out.write(json.dumps(made_up(number, chance, sentences)).encode() + b"\n")
            number += 1
    return number


def extracting(folder: Path, articles: int) -> Grown:
    """Peak megabytes for so many short articles."""
    whole, tenth = folder / "whole.jsonl", folder / "tenth.jsonl"
    write(whole, articles=articles)
    write(tenth, articles=max(1, articles // 10))
    return Grown(peak("bare", tenth), peak("bare", whole), peak("real", tenth), peak("real", whole))


def peak(what: str, path: Path) -> float:
    """Peak megabytes of a process that reads a file: "bare", "real", or with an extractor that finds "nothing"."""
    return float(run(sys.executable, str(Path(__file__)), "--here", what, str(path)).splitlines()[-1])


def _here(what: str, path: Path) -> None:
    """Do it in this process, and print its peak."""
    if what == "bare":
        _bare(path)
    else:
        made: Extracts = Nothing() if what == "nothing" else SpacyRecipe().make()
        found = extract(read_inputs([str(path)]), Work(SpacyRecipe()), made)
        with open(os.devnull, "wb") as out:
            write_records((each for each in found if isinstance(each, Extraction)), out)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)


def _bare(path: Path) -> None:
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = spacy.load(DEFAULT_MODEL)
    with path.open(encoding="utf-8") as lines:
        for _ in nlp.pipe((json.loads(line)["text"] for line in lines), batch_size=8):
            pass


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=int, default=0)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--here", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        _here(given.here[0], Path(given.here[1]))
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        if given.megabytes:
            path = folder / "large.jsonl"
            articles = write(path, megabytes=given.megabytes, sentences=USUAL)
            print(f"{articles} articles, {given.megabytes} MB of file: {peak('nothing', path):.0f} MB")
        if given.articles:
            print(extracting(folder, given.articles))


if __name__ == "__main__":
    main()
