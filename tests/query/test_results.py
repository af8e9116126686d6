import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from world import BASE

from kg.errors import QueryError, UsageError
from kg.query import results
from kg.query.answers import Answer, Page, ask_graph, ask_rows
from kg.query.formats import ResultFormat
from kg.query.results import render, render_graph

QUERY = """PREFIX kg: <https://w3id.org/kg-populator/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?who ?whom ?n ?nothing ?claims ?fact {
  ?fact a kg:Fact ; rdf:predicate kg:metWith ; rdf:subject ?who ; rdf:object ?whom ; kg:independentSources ?n .
  BIND("urn:b urn:a urn:b" AS ?claims)
}"""
COLUMNS = {"who": "Who", "whom": "With | whom", "n": "Sources", "nothing": "Never"}


@pytest.fixture
def answer(world):
    return ask_rows(QUERY, world, with_evidence=True, columns=COLUMNS)


def test_a_table_has_names_for_iris_and_no_empty_column(answer):
    text = render(answer, ResultFormat.TABLE)
    assert "Mara Voss" in text
    assert "https://" not in text
    assert "Never" not in text


def test_a_table_shows_each_sentence_with_its_source(answer):
    text = render(answer, ResultFormat.TABLE, width=120)
    assert "“Rehn was received by Mara Voss.”" in text
    assert "Two neighbours, many quarrels · Daily Tide · 2024-05-03 · a2:71–102" in text
    assert "event dated 2024-04 (worked out)" in text


def test_a_table_without_color_has_no_escapes_and_with_color_has(answer):
    assert "\x1b" not in render(answer, ResultFormat.TABLE)
    assert "\x1b" in render(answer, ResultFormat.TABLE, color=True)


def test_csv_has_a_line_for_each_sentence_and_every_column(answer):
    rows = list(csv.DictReader(io.StringIO(render(answer, ResultFormat.CSV))))
    assert [(row["Who"], row["With | whom"], row["Never"], row["article"]) for row in rows] == [
        ("Mara Voss", "Tomáš Rehn", "", "a1"),
        ("Mara Voss", "Tomáš Rehn", "", "a2"),
        ("Mara Voss", "Tomáš Rehn", "", "a4"),
    ]


def test_tsv_cells_hold_no_tab_and_no_line_break():
    answer = Answer(("a",), ((ox.Literal("one\ttwo\nthree"),),), {"a": "a"})
    assert render(answer, ResultFormat.TSV) == "a\none two three\n"


def test_json_has_labels_numbers_lists_nulls_and_evidence(answer):
    (record,) = json.loads(render(answer, ResultFormat.JSON))
    assert record["who"] == {"iri": f"{BASE}entity/mara-voss", "label": "Mara Voss"}
    assert record["n"] == 2
    assert record["nothing"] is None
    assert record["claims"] == ["urn:a", "urn:b"]
    assert [item["place"] if "place" in item else item["begin"] for item in record["evidence"]] == [
        103,
        71,
        161,
    ]


def test_json_lines_are_one_record_each(answer):
    assert [json.loads(line) for line in render(answer, ResultFormat.JSONL).splitlines()] == json.loads(
        render(answer, ResultFormat.JSON)
    )


def test_markdown_escapes_what_would_break_the_table(answer):
    lines = render(answer, ResultFormat.MARKDOWN).splitlines()
    assert lines[:3] == [
        "| Who | With \\| whom | Sources | Never |",
        "| --- | --- | --- | --- |",
        "| Mara Voss | Tomáš Rehn | 2 |  |",
    ]
    assert lines[4].startswith("1. “President Mara Voss")


def test_rows_are_no_turtle(answer):
    with pytest.raises(UsageError, match="cannot be written as Turtle"):
        render(answer, ResultFormat.TURTLE)


def test_control_characters_do_not_reach_the_terminal():
    answer = Answer(("a",), ((ox.Literal("red \x1b[31m text"),),), {"a": "a"})
    assert "\x1b" not in render(answer, ResultFormat.TABLE)


@pytest.mark.parametrize("form", [ResultFormat.TABLE, ResultFormat.MARKDOWN, ResultFormat.JSONL])
def test_no_rows_are_no_text(form):
    assert render(Answer(("a",), (), {"a": "a"}), form) == ""


def test_a_page_says_whether_there_is_more(world):
    text = "SELECT ?s { ?s a <https://w3id.org/kg-populator/ontology#Claim> } ORDER BY ?s"
    first = ask_rows(text, world, Page(2))
    assert (len(first.rows), first.more) == (2, True)
    rest = ask_rows(text, world, Page(100, 2))
    assert not rest.more
    assert first.rows + rest.rows == ask_rows(text, world).rows


def test_a_query_with_its_own_limit_is_cut_all_the_same(world):
    text = "SELECT ?s { ?s a <https://w3id.org/kg-populator/ontology#Claim> } ORDER BY ?s LIMIT 5"
    page = ask_rows(text, world, Page(3, 1))
    assert page.rows == ask_rows(text, world).rows[1:4]
    assert page.more


def test_triples_are_turtle_with_the_prefixes_that_are_used(world):
    text = "CONSTRUCT { ?s <https://w3id.org/kg-populator/ontology#leads> ?o } "
    text += "{ ?s <https://w3id.org/kg-populator/ontology#leads> ?o }"
    turtle = render_graph(ask_graph(text, world).triples)
    assert turtle.splitlines() == [
        "@prefix kg: <https://w3id.org/kg-populator/ontology#> .",
        f"<{BASE}entity/ines-kahl> kg:leads <{BASE}entity/veldia> .",
        f"<{BASE}entity/lena-rehn> kg:leads <{BASE}entity/harbour-bank> .",
        f"<{BASE}entity/mara-voss> kg:leads <{BASE}entity/arvenia> .",
        f"<{BASE}entity/otto-brandt> kg:leads <{BASE}entity/veldia> .",
    ]
    assert render_graph([]) == ""


def test_a_select_gives_no_triples(world):
    with pytest.raises(QueryError, match="only CONSTRUCT and DESCRIBE"):
        ask_graph("SELECT * { ?s ?p ?o }", world)


def test_a_list_of_things_names_each_once_and_is_one_of_labels_in_json():
    both = (ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("The Lantern"))
    answer = Answer(
        ("deniers",), ((both,),), {"deniers": "Denied by"}, labels={"urn:a": "army", "urn:b": "army"}
    )
    assert render(answer, ResultFormat.CSV) == 'Denied by\n"army, The Lantern"\n'
    (record,) = json.loads(render(answer, ResultFormat.JSON))
    assert record["deniers"] == [
        {"iri": "urn:a", "label": "army"},
        {"iri": "urn:b", "label": "army"},
        "The Lantern",
    ]


CELLS = st.one_of(
    st.none(), st.integers(0, 999).map(ox.Literal), st.text("ab é漢 xy", max_size=14).map(ox.Literal)
)


@settings(deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[CELLS] * n), min_size=1, max_size=5)))
def test_a_table_is_laid_out_alike_whether_its_cells_must_be_folded_or_not(rows):
    names = tuple(f"v{place}" for place in range(len(rows[0])))
    plain = Answer(names, tuple(rows), {name: name.upper() for name in names})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(results, "_plain_table", lambda *_: None)
        folded = render(plain, ResultFormat.TABLE, width=50)
    assert render(plain, ResultFormat.TABLE, width=50) == folded


def test_labels_are_looked_up_only_for_the_columns_that_are_shown(world):
    text = "SELECT ?who ?claim { ?claim <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ?who } ORDER BY ?claim"
    whole, shown = (
        ask_rows(text, world, None, False, {"who": "Who"}, shown_only=only) for only in (False, True)
    )
    assert shown.rows == whole.rows
    assert shown.labels.items() < whole.labels.items()
    assert render(shown, ResultFormat.TABLE) == render(whole, ResultFormat.TABLE)
