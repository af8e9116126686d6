import json
import sys
from pathlib import Path

import pytest
from meetings import Meetings, met

from kg.cli.main import main
from kg.extract.stamp import Stamp
from kg.store import LocalStore
from kg.workers import SpacyRecipe

RECORDS = [
    {"id": f"n{number}", "text": met("Rosa Marin", country, "Ivar Holt"), "date": "2024-05-01", "title": "T"}
    for number, country in enumerate(("Chile", "Peru", "Chile", "Norway"))
]


@pytest.fixture(autouse=True)
def _without_a_model(monkeypatch):
    monkeypatch.setattr(SpacyRecipe, "make", lambda recipe: Meetings())
    monkeypatch.setattr(SpacyRecipe, "stamp", lambda recipe: Stamp(Meetings.version, Meetings.model_name))


@pytest.fixture
def articles(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("new.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
    return tmp_path


def test_without_the_extra_it_is_said_how_to_install_it(articles, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["populate", "new.jsonl", "--scheduler", "local"]) == 2
    assert "pip install 'kg-populator[dask]'" in capsys.readouterr().err
    assert list(articles.glob("kg-store*")) == []


def test_options_of_shards_without_a_scheduler_are_refused(articles, capsys):
    assert main(["populate", "new.jsonl", "--shard-size", "5"]) == 2
    assert "--scheduler local" in capsys.readouterr().err


def test_a_store_that_is_there_is_not_filled_a_second_time(articles, monkeypatch, capsys):
    assert main(["populate", "new.jsonl"]) == 0
    assert main(["populate", "new.jsonl", "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "holds a store already" in capsys.readouterr().err


def test_a_scheduler_that_does_not_answer_is_exit_code_3(articles, capsys):
    pytest.importorskip("distributed", reason="pip install 'kg-populator[dask]'")
    assert main(["populate", "new.jsonl", "--scheduler", "tcp://127.0.0.1:9"]) == 3
    assert "dask scheduler" in capsys.readouterr().err


def test_the_command_fills_a_new_store_with_the_same_quads(articles, monkeypatch, capsys):
    from kg import shards

    class Alone(shards.Here):
        def __init__(self, *arguments):
            assert arguments[0] == "tcp://127.0.0.1:8786"

        def __enter__(self):
            return self

        def __exit__(self, *error):
            return None

    monkeypatch.setattr(shards, "Cluster", Alone)
    command = ["populate", "new.jsonl", "--scheduler", "tcp://127.0.0.1:8786", "--shard-size", "3", "--json"]
    assert main([*command, "--store", "many"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["articles"], told["shards"], told["claims"]) == (4, 2, 8)
    assert main(["populate", "new.jsonl", "--store", "one"]) == 0
    with LocalStore(Path("many"), read_only=True) as many, LocalStore(Path("one"), read_only=True) as one:
        assert set(many.quads()) == set(one.quads())
    capsys.readouterr()
    assert main([*command, "--store", "other", "--shards", "many-shards", "--files-only"]) == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 2
    assert not Path("other").exists()
