"""`kg find` as a user sees it; the store is filled and changed by the other commands."""

from pathlib import Path

import pytest

from kg.cli.main import main


def test_names_and_sentences_are_found_with_their_words_marked(kg, filled):
    done = kg("find", "ANA", "indicted")
    assert done.code == 0
    assert "Sentences (2)" in done.out
    assert "*Ana indicted* Ben." in done.out
    assert "one:0–17 · 1 claim" in done.out
    assert "*Ana* · Person · ana" in kg("find", "ana").out


def test_json_has_what_leads_on(kg, filled):
    found = kg("find", "cleo", "--json").json
    assert (found["names"][0]["key"], found["names"][0]["marks"]) == ("cleo", [[0, 4]])
    said = found["sentences"][0]
    assert (said["article"], said["text"], said["claims"]) == ("one", "Ben metWith Cleo.", 1)
    text = next(Path().glob("articles/one.txt")).read_text()
    assert text[said["begin"] : said["end"]] == said["text"]
    assert kg("show", found["names"][0]["key"]).code == 0
    assert kg("show", said["article"]).code == 0


def test_only_the_places_that_are_named_are_searched_and_as_much_as_is_asked_for(kg, filled):
    assert set(kg("find", "ana", "--in", "names", "--json").json["totals"]) == {"names"}
    assert len(kg("find", "ana", "--limit", "1", "--json").json["sentences"]) == 1
    assert "Sentences (1 of 2)" in kg("find", "ana", "--limit", "1").out


def test_what_other_commands_change_is_followed(kg, filled, articles):
    assert kg("find", "ana", "--json").json["totals"]["sentences"] == 2
    (articles / "three.txt").write_text((articles / "two.txt").read_text().replace("Ben", "Dora"))
    assert kg("populate", articles).code == 0
    assert kg("find", "dora", "--json").json["totals"] == {"names": 1, "titles": 0, "sentences": 1}
    assert kg("remove", "three").code == 0
    assert kg("find", "dora", "--json").json["totals"] == {"names": 0, "titles": 0, "sentences": 0}


def test_what_people_judge_is_followed(kg, filled):
    assert [name["name"] for name in kg("find", "cleo", "--json").json["names"]] == ["Cleo"]
    assert kg("same", "Ana", "Cleo").code == 0
    (joined,) = kg("find", "cleo", "--json").json["names"]
    assert kg("find", "ana", "--json").json["names"][0]["iri"] == joined["iri"]
    assert kg("undo").code == 0
    (parted,) = kg("find", "cleo", "--json").json["names"]
    assert kg("find", "ana", "--json").json["names"][0]["iri"] != parted["iri"]


def test_nothing_found_says_what_to_try(kg, filled):
    done = kg("find", "zebra")
    assert (done.code, done.out) == (0, "nothing found; try fewer words, or a beginning: begin*\n")


@pytest.mark.parametrize(
    "hostile", ['"', "NEAR(a b", "a AND", "words:", "-", "^", "*", "')--", "{x}:y", "a" * 10_000]
)
def test_hostile_questions_are_words_or_a_clear_error(kg, filled, hostile):
    done = kg("find", "--", hostile)
    assert done.code in (0, 2)
    assert "unexpected" not in done.err
    assert "Traceback" not in done.err


def test_no_store_is_no_place_to_look(kg):
    assert kg("find", "ana").code == 3


def test_a_server_is_searched_by_an_index_in_the_caches(kg, oxigraph_server, articles, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert kg("populate", articles, "--endpoint", oxigraph_server).code == 0
    found = kg("find", "ana", "--json", "--endpoint", oxigraph_server).json
    assert found["totals"]["sentences"] == 2
    assert len(list((tmp_path / "caches").glob("**/find/*.sqlite3"))) == 1
    assert main(["remove", "two", "--endpoint", oxigraph_server]) == 0
    assert kg("find", "ana", "--json", "--endpoint", oxigraph_server).json["totals"]["sentences"] == 1
    assert main(["remove", "one", "--endpoint", oxigraph_server]) == 0
