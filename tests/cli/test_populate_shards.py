import json
import re
import sys
from pathlib import Path

import pytest
from meetings import Meetings, met

from kg.cli import pace
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


def test_a_scheduler_that_does_not_answer_is_exit_code_3(articles, capsys, monkeypatch):
    pytest.importorskip("distributed", reason="pip install 'kg-populator[dask]'")
    monkeypatch.setattr("kg.shards.cluster._FIRST_ANSWER", 0.5)
    assert main(["populate", "new.jsonl", "--scheduler", "tcp://127.0.0.1:9", "--report", "what.json"]) == 3
    err = capsys.readouterr().err
    assert "dask scheduler" in err
    assert err == f"error: {json.loads(Path('what.json').read_text())['broken_off']}\n"


@pytest.fixture
def cluster(monkeypatch):
    """What stands for the cluster: tasks are done here. It is stopped before the task with the number `stop`."""
    from kg import shards

    class Alone(shards.Here):
        stop = None

        def __init__(self, *arguments):
            assert arguments[0] == "tcp://127.0.0.1:8786"
            self.done = 0

        def __enter__(self):
            return self

        def __exit__(self, *error):
            return None

        def results(self, tasks):
            for each in super().results(tasks):
                if self.done == self.stop:
                    raise KeyboardInterrupt
                self.done += 1
                yield each

    monkeypatch.setattr(shards, "Cluster", Alone)
    return Alone


COMMAND = ["populate", "new.jsonl", "--scheduler", "tcp://127.0.0.1:8786", "--shard-size", "3"]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_command_fills_a_new_store_with_the_same_quads(articles, cluster, capsys):
    command = [*COMMAND, "--json"]
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


def test_a_dry_run_tells_the_shards_and_writes_nothing(articles, cluster, capsys):
    cluster.stop = 0
    before = contents(articles)
    assert main([*COMMAND, "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "articles       4",
        "shards         2, of which 0 have been read",
        "skipped        0",
    ]
    assert contents(articles) == before


def test_a_dry_run_tells_which_shards_have_been_read(articles, cluster, capsys):
    assert main(COMMAND) == 0
    before = contents(articles)
    capsys.readouterr()
    assert main([*COMMAND, "--dry-run", "--json", "--store", "other", "--shards", "kg-store-shards"]) == 0
    assert json.loads(capsys.readouterr().out) == {"articles": 4, "shards": 2, "unchanged": 2, "skipped": []}
    changed = [*RECORDS[:3], {**RECORDS[3], "title": "Another"}]
    Path("new.jsonl").write_text("".join(json.dumps(record) + "\n" for record in changed))
    assert main([*COMMAND, "--dry-run", "--json", "--store", "other", "--shards", "kg-store-shards"]) == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 1
    Path("new.jsonl").write_bytes(before[str(articles / "new.jsonl")])
    assert contents(articles) == before


def test_a_dry_run_tells_and_reports_what_would_be_skipped(articles, cluster, capsys):
    Path("empty.txt").touch()
    command = [*COMMAND, "empty.txt", "--dry-run", "--json", "--report", "what.json"]
    assert main(command) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["skipped"] == [{"where": "empty.txt", "why": "is empty"}]
    assert json.loads(Path("what.json").read_text()) == json.loads(told.out)
    assert told.err == "skipped: empty.txt: is empty\n"


def test_a_dry_run_refuses_the_folders_that_the_run_refuses(articles, cluster, capsys):
    assert main([*COMMAND, "--dry-run", "--shards", "."]) == 1
    assert "holds other files" in capsys.readouterr().err


def test_the_report_is_that_of_one_process_as_far_as_both_count(articles, cluster, capsys):
    assert main([*COMMAND, "--store", "many", "--report", "many.json"]) == 0
    assert main(["populate", "new.jsonl", "--store", "one", "--report", "one.json"]) == 0
    many, one = (json.loads(Path(name).read_text()) for name in ("many.json", "one.json"))
    assert many["articles"] == len(one["read"])
    for name in ("claims", "entities", "copies", "dropped", "skipped", "relations", "broken_off"):
        assert many[name] == one[name], name
    assert {"split", "read", "resolved", "finish"} <= set(many["seconds"])


def test_the_report_of_a_stopped_run_tells_what_was_read(articles, cluster, capsys):
    cluster.stop = 1
    assert main([*COMMAND, "--report", "what.json"]) == 130
    told = json.loads(Path("what.json").read_text())
    assert (told["broken_off"], told["shards"], told["articles"], told["files"]) == ("interrupted", 2, 3, [])
    assert told["claims"] == 6
    assert told["entities"] is None


def test_a_profile_tells_the_seconds_of_each_step(articles, cluster, capsys):
    assert main([*COMMAND, "--profile"]) == 0
    out = capsys.readouterr().out
    for step in ("split", "read", "compared", "namesakes", "copies", "settled", "facts-graph"):
        assert re.search(rf"^\s+{step}\s+\d+\.\d{{3}}\s+[01]\.\d{{3}}\s*$", out, re.MULTILINE), step
    assert re.search(r"^\d+\.\d seconds passed, in which \d+\.\d were worked by all", out, re.MULTILINE)


def test_how_far_it_is_is_told_without_a_terminal_only_if_asked(articles, cluster, monkeypatch, capsys):
    monkeypatch.setattr(pace, "EVERY", 0.0)
    assert main([*COMMAND, "--store", "one"]) == 0
    assert "step: " not in capsys.readouterr().err
    assert main([*COMMAND, "--store", "two", "--progress"]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("step: ")]
    assert told[:4] == [
        "step: split, 3 articles",
        "step: split, 4 articles",
        "step: read, 1 of 2",
        "step: read, 2 of 2",
    ]
