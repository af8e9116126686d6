"""Runs `kg` in this process, with an extractor that needs no language model."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fake_extractor import FakeRecipe
from linkable import serving_register

from kg.cli.main import main
from kg.workers import SpacyRecipe


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def kg(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Done]:
    """`kg("stats", "--json")` in an empty working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(SpacyRecipe, "make", lambda recipe: FakeRecipe("1", recipe.min_confidence).make())

    def run(*arguments: str) -> Done:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Done(int(code), *capsys.readouterr())

    return run


PROSE = "The rest of this text is plain English prose that says nothing of interest to anybody at all."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles in a folder: three claims, three people."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(f"Ana indicted Ben. {PROSE}\n\nBen metWith Cleo.\n")
    (folder / "two.txt").write_text(f"{PROSE}\n\nAna indicted Ben.\n")
    return folder


@pytest.fixture
def filled(kg: Callable[..., Done], articles: Path) -> Path:
    """A store with both articles, at the place where commands look for it."""
    assert kg("populate", articles).code == 0
    return Path("kg-store")


@pytest.fixture(scope="session")
def register_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that holds a small register of people and bodies."""
    with serving_register(tmp_path_factory.mktemp("register")) as url:
        yield url
