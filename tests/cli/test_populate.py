import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor, FakeRecipe

from kg import workers
from kg.cli import pace
from kg.errors import KgError
from kg.workers import SpacyRecipe


def test_what_was_read_is_counted_and_what_comes_next_is_said(kg, articles):
    done = kg("populate", articles)
    assert done.code == 0
    assert done.out.split("\n")[:5] == [
        "articles read  2",
        "unchanged      0",
        "skipped        0",
        "claims         3",
        "entities       3",
    ]
    assert "kg queries" in done.err


def test_a_second_run_finds_all_unchanged(kg, filled, articles):
    report = kg("populate", articles, "--json").json
    assert (report["read"], report["unchanged"], report["claims"]) == ([], 2, 0)


def test_bad_inputs_never_lose_good_ones_and_the_exit_code_tells(kg, articles):
    (articles / "bytes.txt").write_bytes(bytes(range(256)) * 40)
    (articles / "empty.txt").write_text("")
    done = kg("populate", articles, "nowhere.txt", "--json")
    assert done.code == 1
    assert done.json["read"] == ["one", "two"]
    skipped = sorted(Path(each["where"]).name for each in done.json["skipped"])
    assert skipped == ["bytes.txt", "empty.txt", "nowhere.txt"]
    assert done.err.count("skipped: ") == 3
    assert kg("stats", "--json").json["totals"]["articles"] == 2


def test_standard_input_is_an_article(kg, articles, monkeypatch):
    text = (articles / "one.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
    report = kg("populate", "-", "--json").json
    assert report["claims"] == 2


def test_settings_and_variables_choose_the_store(kg, articles, monkeypatch):
    Path("kg.toml").write_text('store = "from-file"\n')
    kg("populate", articles)
    monkeypatch.setenv("KG_STORE", "from-variable")
    kg("populate", articles)
    kg("populate", articles, "--store", "from-option")
    assert [Path(name).is_dir() for name in ("from-file", "from-variable", "from-option", "kg-store")] == [
        True,
        True,
        True,
        False,
    ]


def test_the_base_of_all_names_is_a_setting(kg, articles, monkeypatch):
    monkeypatch.setenv("KG_BASE", "https://news.example/")
    kg("populate", articles)
    exported = kg("export", "--format", "ntriples", "--layer", "claims", "--layer", "facts").out
    assert "<https://news.example/entity/ana>" in exported
    assert "w3id.org/kg-populator/data" not in exported


@pytest.mark.parametrize("jobs", ["0", "many"])
def test_a_number_of_jobs_that_is_none_is_wrong_usage(kg, articles, jobs):
    assert kg("populate", articles, "--jobs", jobs).code == 2


def test_claims_that_are_less_sure_than_asked_are_not_kept(kg, articles):
    assert kg("populate", articles, "--json").json["claims"] == 3
    done = kg("populate", articles, "--store", "sure", "--min-confidence", "0.8", "--json")
    assert done.json["relations"] == {"indicted": 2}
    assert kg("populate", articles, "--min-confidence", "80").code == 2


def test_the_trained_reader_is_used_where_it_is_asked_for(kg, articles, monkeypatch):
    asked = []

    def make(recipe):
        asked.append(recipe.reader)
        return FakeRecipe().make()

    monkeypatch.setattr(SpacyRecipe, "make", make)
    assert kg("populate", articles, "--jobs", "1").code == 0
    assert kg("populate", articles, "--jobs", "1", "--reader", "on").code == 0
    monkeypatch.setenv("KG_READER", "on")
    assert kg("extract", articles, "--jobs", "1").code == 0
    assert kg("extract", articles, "--jobs", "1", "--reader", "off").code == 0
    assert asked == [False, True, True, False]
    assert kg("populate", articles, "--reader", "perhaps").code == 2


def test_the_least_confidence_is_a_setting_too(kg, articles, monkeypatch):
    monkeypatch.setenv("KG_MIN_CONFIDENCE", "0.8")
    assert kg("populate", articles, "--json").json["claims"] == 2


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def unloadable(monkeypatch):
    """There is no extractor to be had from now on."""

    def fail(recipe: SpacyRecipe) -> None:
        pytest.fail("a pipeline was loaded")

    monkeypatch.setattr(SpacyRecipe, "make", fail)


def test_a_dry_run_makes_no_store_and_loads_nothing(kg, articles, unloadable):
    (articles / "empty.txt").write_text("")
    before = _contents(Path())
    done = kg("populate", articles, "--dry-run")
    assert done.code == 1
    assert done.out.splitlines() == [
        "would be read  2",
        "unchanged      0",
        "skipped        1",
        "  one",
        "  two",
    ]
    assert "empty.txt: is empty" in done.err
    assert _contents(Path()) == before


def test_a_dry_run_tells_what_is_unchanged_and_changes_nothing(kg, filled, articles, unloadable):
    (articles / "two.txt").write_text(
        "Cleo indicted Ben. The rest of this text is plain English prose, all of it."
    )
    before = _contents(filled)
    record = kg("populate", articles, "--dry-run", "--json").json
    assert (record["read"], record["unchanged"], record["skipped"]) == (["two"], 1, [])
    assert _contents(filled) == before


def test_a_dry_run_reads_a_changed_way_of_reading_as_the_run_itself_does(kg, filled, articles):
    assert kg("populate", articles, "--dry-run", "--min-confidence", "0.8", "--json").json["unchanged"] == 0
    assert kg("populate", articles, "--min-confidence", "0.8", "--json").json["unchanged"] == 0
    assert kg("populate", articles, "--dry-run", "--min-confidence", "0.8", "--json").json["unchanged"] == 2


def test_what_is_known_already_is_not_worth_loading_a_pipeline(kg, filled, articles, unloadable):
    assert kg("populate", articles, "--json").json["unchanged"] == 2


def test_the_report_in_a_file_is_that_for_another_program(kg, articles):
    (articles / "empty.txt").write_text("")
    done = kg("populate", articles, "--json", "--report", "what.json")
    assert done.code == 1
    written = json.loads(Path("what.json").read_text(encoding="utf-8"))
    assert {name: value for name, value in written.items() if name in done.json} == done.json
    assert written["read"] == ["one", "two"]
    assert [Path(each["where"]).name for each in written["skipped"]] == ["empty.txt"]
    assert written["elapsed"] > 0
    assert set(written["seconds"]) == {"settling", "store", "reading", "loading", "extraction", "graph"}


def test_the_report_is_written_where_a_run_is_stopped(kg, articles, monkeypatch):
    read = FakeExtractor._read

    def stopped(self, article):
        if article.identifier == "two":
            raise KeyboardInterrupt
        return read(self, article)

    monkeypatch.setattr(workers.batches, "BATCH", 1)
    monkeypatch.setattr(FakeExtractor, "_read", stopped)
    assert kg("populate", articles, "--report", "what.json", "--jobs", "1").code == 130
    told = json.loads(Path("what.json").read_text())
    assert (told["read"], told["broken_off"]) == (["one"], "interrupted")
    assert (told["claims"], told["entities"]) == (2, 3)
    assert told["elapsed"] > 0


def test_the_report_is_written_where_a_run_fails(kg, articles, monkeypatch):
    def fail(recipe: SpacyRecipe) -> None:
        raise KgError("no room for a model")

    monkeypatch.setattr(SpacyRecipe, "make", fail)
    assert kg("populate", articles, "--report", "what.json", "--jobs", "1").code == 1
    told = json.loads(Path("what.json").read_text())
    assert (told["read"], told["broken_off"]) == ([], "no room for a model")


def test_the_report_says_that_a_store_cannot_be_used(kg, articles):
    Path("store").write_text("no folder")
    done = kg("populate", articles, "--store", "store", "--report", "what.json")
    told = json.loads(Path("what.json").read_text())
    assert (done.code, done.err) == (3, f"error: {told['broken_off']}\n")
    assert "a store is a folder" in told["broken_off"]


@pytest.mark.parametrize(("path", "code"), [("folder", 2), ("file/what.json", 1)])
def test_a_report_that_cannot_be_written_is_told_before_anything_is_read(
    kg, articles, unloadable, path, code
):
    Path("folder").mkdir()
    Path("file").write_text("no folder")
    done = kg("populate", articles, "--report", path)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(f"error: {path} ")
    assert not Path("kg-store").exists()


def test_what_is_printed_for_another_program_tells_of_no_clock_unless_asked(kg, articles):
    plain = kg("populate", articles, "--json", "--store", "one")
    assert kg("populate", articles, "--json", "--store", "two").out == plain.out
    assert kg("populate", articles, "--json", "--profile", "--store", "three").json["elapsed"] > 0


def test_claims_that_are_left_out_are_counted_with_the_reason(kg, articles, monkeypatch):
    read = FakeExtractor._read
    monkeypatch.setattr(FakeExtractor, "_read", lambda self, article: replace(read(self, article), unsure=2))
    done = kg("populate", articles)
    assert "not written    4 claims that are less sure than --min-confidence" in done.out
    assert kg("populate", articles, "--store", "other", "--json").json["dropped"]["unsure"] == 4


def test_a_profile_tells_the_seconds_of_each_stage(kg, articles):
    done = kg("populate", articles, "--profile")
    for stage in ("settling", "store", "reading", "loading", "extraction", "graph"):
        assert re.search(rf"^\s+{stage}\s+\d+\.\d{{3}}\s+[01]\.\d{{3}}\s*$", done.out, re.MULTILINE), stage
    assert re.search(r"^\d+\.\d seconds passed, \d+\.\d articles a second$", done.out, re.MULTILINE)
    assert kg("populate", articles, "--profile", "--json").json["unchanged"] == 2


def test_how_far_it_is_is_told_without_a_terminal_only_if_asked(kg, articles, monkeypatch):
    monkeypatch.setattr(pace, "EVERY", 0.0)
    assert "articles: " not in kg("populate", articles, "--store", "one").err
    asked = kg("populate", articles, "--store", "two", "--progress").err
    assert [line for line in asked.splitlines() if line.startswith("articles: ")] == [
        "articles: 1 of 2",
        "articles: 2 of 2",
    ]


def test_removing_takes_an_article_out(kg, filled):
    done = kg("remove", "two", "three")
    assert done.code == 1
    assert "removed 1 of 2" in done.out
    assert "not in the store: three" in done.err
    assert kg("stats", "--json").json["totals"]["articles"] == 1


def test_names_known_beforehand_come_from_settings_variables_and_options(kg, articles, monkeypatch):
    for name in ("file.csv", "variable.csv", "option.csv"):
        Path(name).write_text("name,type,kind\n")
    Path("kg.toml").write_text('gazetteers = ["file.csv"]\n')
    given = []
    make = SpacyRecipe.make
    monkeypatch.setattr(
        SpacyRecipe,
        "make",
        lambda recipe: (given.append([p.name for p in recipe.gazetteers]), make(recipe))[1],
    )
    kg("populate", articles, "--gazetteer", "option.csv")
    kg("extract", articles, "--gazetteer", "option.csv", "--format", "jsonl")
    monkeypatch.setenv("KG_GAZETTEERS", "variable.csv")
    kg("populate", articles)
    assert given == [["file.csv", "option.csv"], ["file.csv", "option.csv"], ["variable.csv"]]
    assert kg("populate", articles, "--gazetteer", "gone.csv").code == 2
