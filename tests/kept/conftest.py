"""A nursery of processes that may be killed, and folders in which they work."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from changes import Change, all_changes
from killing import Nursery, nursery
from linkable import serving_register
from meetings import met

PEOPLE = (
    "Rosa Marin", "Marin", "Rosa Marin Ugarte", "R Marin", "Ivar Holt", "Holt", "Gro Dahl", "Gro Holt", "Nina Lund",
    "Nils Lund", "Lund",
)  # fmt: skip
COUNTRIES = ("Chile", "Norway", "Peru")


@pytest.fixture(scope="session")
def children() -> Iterator[Nursery]:
    """Runs commands in processes of their own."""
    with nursery() as running:
        yield running


def write_news(path: Path, seed: int, names: list[str]) -> None:
    """Articles of some meetings each, one a line."""
    choice = random.Random(seed)
    lines = []
    for name in names:
        sentences = (met(*_meeting(choice)) for _ in range(3))
        lines.append(json.dumps({"id": name, "text": "\n".join(sentences), "date": "2026-03-01"}))
    path.write_text("\n".join(lines) + "\n")


def _meeting(choice: random.Random) -> tuple[str, str, str]:
    first, second = choice.sample(PEOPLE, 2)
    return first, choice.choice(COUNTRIES), second


@pytest.fixture(scope="session")
def world(children: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of articles and judgements, more articles, and a file of judgements."""
    folder = tmp_path_factory.mktemp("world")
    write_news(folder / "old.jsonl", 1, [f"old-{number}" for number in range(8)])
    write_news(folder / "new.jsonl", 2, [f"new-{number}" for number in range(8)] + ["old-3", "old-5"])
    ran = children.run(
        folder,
        ("populate", "old.jsonl"),
        ("same", "Gro Dahl", "Gro Holt", "--by", "ann", "--at", "2026-01-01"),
        ("retype", "Nina Lund", "Organization", "--by", "ann", "--at", "2026-01-02"),
        ("judgements", "--export", "others.csv"),
        ("different", "Ivar Holt", "Nils Lund", "--by", "ben", "--at", "2026-01-03"),
    )
    assert set(ran.codes) == {0}, ran.said
    return folder


@pytest.fixture(scope="session")
def changes(
    children: Nursery, world: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Change]]:
    """Each kind of change, done to the end; where it looks for entities there is a register."""
    with serving_register(tmp_path_factory.mktemp("register")) as url:
        yield all_changes(children, world, url, tmp_path_factory)
