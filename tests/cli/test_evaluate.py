import json
from pathlib import Path

import pytest

GOLD = {
    "doc": "one.txt",
    "entities": [
        {"id": "ana", "type": "Person", "name": "Ana", "mentions": ["Ana"]},
        {"id": "ben", "type": "Person", "name": "Ben", "mentions": ["Ben"]},
        {"id": "dora", "type": "Person", "name": "Dora", "mentions": ["Dora"]},
    ],
    "claims": [
        {
            "subject": subject,
            "relation": "indicted",
            "object": object_,
            "polarity": "affirmed",
            "modality": "actual",
            "attribution": None,
            "start": 0,
            "end": 17,
        }
        for subject, object_ in (("ana", "ben"), ("ben", "dora"))
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """An annotation of one of the two articles: of its triples one is read, of those read one is annotated."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "one.json").write_text(json.dumps(GOLD))
    return folder


def test_the_articles_beside_the_annotations_are_read_and_scored(kg, gold, articles):
    report = kg("evaluate", gold, "--json").json
    assert report["triples"] == {"p": 0.5, "r": 0.5, "f1": 0.5, "hit": 1, "found": 2, "gold": 2}
    assert report["entities"]["hit"] == 2
    assert report["relations"]["metWith"]["found"] == 1


def test_a_store_and_a_file_give_the_same_figures_as_reading_anew(kg, gold, filled):
    kg("export", "-o", "graph.nq")
    anew = kg("evaluate", gold, "--json").json
    assert kg("evaluate", gold, "--store", filled, "--json").json == anew
    assert kg("evaluate", gold, "--graph", "graph.nq", "--json").json == anew


def test_claims_that_are_less_sure_can_be_left_out_of_whatever_is_scored(kg, gold, filled):
    kg("export", "-o", "graph.nq")
    for source in ([], ["--store", filled], ["--graph", "graph.nq"]):
        report = kg("evaluate", gold, *source, "--min-confidence", "0.8", "--json").json
        assert report["triples"] == {"p": 1.0, "r": 0.5, "f1": 0.6667, "hit": 1, "found": 1, "gold": 2}


def test_figures_are_shown_as_tables_and_errors_on_request(kg, gold, articles):
    shown = kg("evaluate", gold, "--errors").out
    assert "0.500" in shown
    assert "indicted" in shown
    assert "Dora" in shown
    assert "Dora" not in kg("evaluate", gold).out


def test_articles_can_be_chosen_by_pattern(kg, gold, articles):
    assert kg("evaluate", gold, "--only", "o*", "--json").json["articles"] == 1
    done = kg("evaluate", gold, "--only", "x*")
    assert done.code == 2
    assert "x*" in done.err


def test_missing_articles_are_asked_for(kg, gold):
    done = kg("evaluate", gold)
    assert done.code == 2
    assert "--articles" in done.err


def test_an_article_that_cannot_be_read_counts_as_nothing_found(kg, gold, articles):
    (articles / "one.txt").write_bytes(b"")
    done = kg("evaluate", gold, "--json")
    assert done.json["triples"]["found"] == 0
    assert "one.txt" in done.err
