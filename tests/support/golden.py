"""The answers of the stored questions on the sample articles, as lines that a person reads.

python tests/support/golden.py            # what differs from tests/quality/golden/
python tests/support/golden.py --write    # renew it; then read the diff: every line is what somebody would be told

The rows follow what is extracted, so they change with it. Articles held out for checking are left out,
since these lines are to be read.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Final

from kg.extract.pipeline import Extractor
from kg.extract.stamp import Stamp
from kg.model import Article
from kg.populate import Work, populate
from kg.query.answers import answer
from kg.query.library import load_library
from kg.query.results import words
from kg.query.values import assign, resolve
from kg.read import read_inputs
from kg.seeds import load_seeds
from kg.store import LocalStore

FOLDER: Final = Path(__file__).resolve().parents[1] / "quality" / "golden"
MOST: Final = 40
"""Rows of one answer; the rest is counted."""
ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "accused-of": ("Nicolás Maduro",),
    "allies-and-opponents": ("Nicolás Maduro",),
    "article-claims": ("venezuela-oil",),
    "bridges": ("United States", "Venezuela"),
    "changed-since": ("2024",),
    "denied-about": ("Nicolás Maduro",),
    "everything": ("Antony Blinken",),
    "family": ("Nicolás Maduro",),
    "first-and-last": ("Nicolás Maduro",),
    "leadership": ("Venezuela",),
    "links": ("Joe Biden", "Nicolás Maduro"),
    "members": ("European Union",),
    "owners": ("PDVSA",),
    "posts": ("Antony Blinken",),
    "relations-between": ("United States", "Venezuela"),
    "says": ("Antony Blinken",),
    "shared-neighbours": ("United States", "Venezuela"),
    "shortest-paths": ("Nicolás Maduro", "Spain"),
    "staff": ("Venezuela",),
    "structure": ("United States",),
    "timeline": ("Venezuela",),
    "voices": ("Nicolás Maduro",),
}
"""What is asked of questions that need somebody; the others are asked without anything."""


class _Given:
    """A recipe for an extractor that is there already."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor

    def make(self) -> Extractor:
        return self.extractor

    def stamp(self) -> Stamp:
        return Stamp(self.extractor.version, self.extractor.model_name)


def populated(extractor: Extractor) -> LocalStore:
    """The sample articles that are not held out, in a store in memory."""
    paths = [str(seed.path) for seed in load_seeds() if not seed.held_out]
    articles = [item for item in read_inputs(paths) if isinstance(item, Article)]
    store = LocalStore()
    populate(articles, store, Work(_Given(extractor)))
    return store


def answers(store: LocalStore) -> Iterator[tuple[str, str]]:
    """Each question's name and its answer as lines, the cells between bars."""
    for query in load_library():
        values = ASKED.get(query.name, ())
        found = answer(query, resolve(query, assign(query, values, {}), store).terms, store)
        places = [found.variables.index(column) for column in found.columns]
        lines = [f"# {query.name} {' / '.join(values)}".rstrip(), " | ".join(found.columns.values())]
        lines += [
            " | ".join(" ".join(words(row[place], found.labels).split()) for place in places)
            for row in found.rows[:MOST]
        ]
        if (more := len(found.rows) - MOST) > 0:
            lines.append(f"# and {more} more")
        yield query.name, "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="renew the files")
    write = parser.parse_args().write
    FOLDER.mkdir(exist_ok=True)
    differ = 0
    for name, text in answers(populated(Extractor())):
        path = FOLDER / f"{name}.txt"
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        differ += before != text
        if write:
            path.write_text(text, encoding="utf-8")
        else:
            sys.stdout.writelines(
                unified_diff(before.splitlines(True), text.splitlines(True), str(path), name)
            )
    print(f"{differ} answers {'renewed' if write else 'differ'}")
    return 1 if differ and not write else 0


if __name__ == "__main__":
    sys.exit(main())
