"""Answers of stored questions that are cut say so, in every format; and what each kind of question is answered in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from webbing import Site, serving_site

from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving

QUESTIONS = {
    "people": "SELECT ?person { ?person a kg:Person }",
    "names": "CONSTRUCT { ?s skos:prefLabel ?l } WHERE { ?s skos:prefLabel ?l }",
    "anybody": "ASK { ?s a kg:Person }",
}
PREFIXES = "PREFIX kg: <https://w3id.org/kg-populator/ontology#>\nPREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"


@pytest.fixture(scope="module")
def narrow(opening: Opening, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server whose answers have three rows, with a question of each kind."""
    folder = tmp_path_factory.mktemp("questions")
    for name, text in QUESTIONS.items():
        Path(folder / f"{name}.rq").write_text(f"#+ summary: {name}\n{PREFIXES}{text}\n", encoding="utf-8")
    own = replace(opening, queries=(folder,))
    with serving_site(Serving(own, workers=2, limits=Limits(20, 3))) as running:
        yield running


@pytest.mark.parametrize("path", ["/api/questions/people", "/questions/people"])
@pytest.mark.parametrize("form", ["json", "csv", "turtle"])
def test_rows_that_are_cut_say_so(narrow, path, form):
    response = narrow.get(f"{path}?format={form}")
    assert response.headers["x-kg-truncated"] == "3"
    assert ("# truncated after 3 rows" in response.text) is (form == "turtle")


@pytest.mark.parametrize("path", ["/api/questions/names", "/questions/names"])
def test_a_graph_that_is_cut_says_so(narrow, path):
    response = narrow.get(f"{path}?format=turtle")
    assert response.headers["x-kg-truncated"] == "3"
    assert response.text.endswith("# truncated after 3 triples\n")
    assert len(list(ox.parse(response.content, format=ox.RdfFormat.TURTLE))) == 3


def test_the_triples_behind_rows_are_those_of_the_rows_that_are_asked_for(narrow):
    parts = [narrow.get(f"/api/questions/people?format=turtle&limit=1&offset={n}") for n in range(3)]
    subjects = [
        {quad.subject for quad in ox.parse(each.content, format=ox.RdfFormat.TURTLE)} for each in parts
    ]
    assert [len(each) for each in subjects] == [1, 1, 1]
    assert len(set.union(*subjects)) == 3
    assert all(each.headers["x-kg-truncated"] == "1" for each in parts)


def test_what_is_whole_says_nothing(narrow):
    none = narrow.get("/api/questions/people?format=turtle&offset=1000")
    assert "x-kg-truncated" not in none.headers
    assert "truncated" not in none.text


def test_a_question_of_yes_or_no_is_answered_so(narrow):
    assert narrow.get("/api/questions/anybody").json()["boolean"] is True
    assert narrow.get("/api/questions/anybody", accept="text/csv").text.strip() == "true"
    assert narrow.get("/api/questions/anybody", accept="text/turtle").status_code == 406
    assert narrow.get("/questions/anybody?format=json").json()["boolean"] is True


def test_a_question_that_gives_triples_gives_them_as_turtle_alone(narrow):
    plain = narrow.get("/api/questions/names")
    assert plain.headers["content-type"].startswith("text/turtle")
    assert narrow.get("/api/questions/names", accept="application/json").status_code == 406
    assert narrow.get("/api/questions/names?format=csv").status_code == 406
    described = narrow.get("/api/openapi.json").json()["paths"]
    offers = {
        name: set(described[f"/api/questions/{name}"]["get"]["responses"]["200"]["content"])
        for name in QUESTIONS
    }
    assert offers["names"] == {"text/turtle"}
    assert offers["anybody"] == {"application/json", "text/csv"}
    assert offers["people"] == {"application/json", "text/csv", "text/turtle"}
