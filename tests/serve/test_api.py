"""The API of the stored questions, its description, and IRIs that lead somewhere."""

import csv
import io

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import openapi
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from world import BASE

from kg.query.library import load_library

TURTLE = "text/turtle"


def turtle(response):
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith(TURTLE)
    return [quad.triple for quad in ox.parse(response.content, format=ox.RdfFormat.TURTLE)]


def test_every_question_is_listed_with_its_parameters(site):
    listed = {each["name"]: each for each in site.get("/api/questions").json()["questions"]}
    assert set(listed) == {query.name for query in load_library()}
    assert {"name", "type", "required"} <= listed["accused-of"]["params"][0].keys()


def test_a_question_is_answered_as_json_csv_and_turtle(site):
    found = site.get("/api/questions/disputed").json()
    assert found["question"] == "disputed"
    assert found["truncated"] is False
    assert found["rows"]
    table = site.get("/api/questions/disputed", accept="text/csv")
    lines = list(csv.reader(io.StringIO(table.text)))
    assert lines[0] == list(found["columns"].values())
    assert len(lines) == len(found["rows"]) + 1
    assert turtle(site.get("/api/questions/disputed", accept=TURTLE))
    assert turtle(site.get("/api/questions/disputed?format=turtle"))


def test_sentences_come_with_the_rows_where_they_are_wanted(site):
    rows = site.get("/api/questions/disputed?evidence=true").json()["rows"]
    assert all(row["evidence"][0]["sentence"] for row in rows)
    assert "evidence" not in site.get("/api/questions/disputed").json()["rows"][0]


def test_rows_are_had_in_parts_and_it_is_told_that_there_are_more(site):
    whole = site.get("/api/questions/accusations").json()
    assert len(whole["rows"]) > 1
    first = site.get("/api/questions/accusations?limit=1")
    assert first.json()["truncated"] is True
    assert first.headers["x-kg-truncated"] == "1"
    rest = site.get("/api/questions/accusations?offset=1").json()
    assert [*first.json()["rows"], *rest["rows"]] == whole["rows"]


@pytest.mark.parametrize(
    ("status", "path"),
    [
        (404, "/api/questions/no-such-question"),
        (404, "/api/questions/"),
        (400, "/api/questions/accused-of"),
        (400, "/api/questions/accused-of?who=Nobody+At+All"),
        (400, "/api/questions/disputed?nonsense=1"),
        (400, "/api/questions/disputed?limit=0"),
        (400, "/api/questions/disputed?limit=-1"),
        (400, "/api/questions/disputed?evidence=perhaps"),
        (400, "/api/questions/disputed?format=png"),
    ],
)
def test_what_is_asked_wrongly_is_told(site, status, path):
    response = site.get(path, accept="application/json")
    assert (response.status_code, response.json()["status"]) == (status, status)
    assert "kg ask" not in response.json()["error"]


def test_a_format_that_there_is_not_is_told(site):
    assert site.get("/api/questions/disputed", accept="image/png").status_code == 406


def test_an_iri_leads_to_a_page_or_to_triples(site):
    query = "SELECT ?e { ?e a kg:Person } ORDER BY ?e LIMIT 1"
    found = site.get("/sparql", params={"query": query}).json()["results"]["bindings"][0]["e"]["value"]
    path = found.removeprefix(BASE)
    led = site.get(f"/data/{path}")
    assert (led.status_code, led.headers["location"]) == (303, f"/{path}")
    said = turtle(site.get(f"/{path}", accept=TURTLE))
    assert any(
        triple.subject.value == found and triple.predicate.value.endswith("prefLabel") for triple in said
    )
    assert any(isinstance(t.object, ox.NamedNode) and t.object.value == found for t in said)
    assert set(turtle(site.get(f"/{path}.ttl"))) == set(said)
    page = site.get(f"/{path}", accept="text/html,*/*;q=0.8")
    assert page.headers["content-type"].startswith("text/html")


def test_the_triples_of_an_article_are_those_of_its_graph(site):
    query = "SELECT ?a (COUNT(*) AS ?n) { ?a a kg:Article . GRAPH ?a { ?s ?p ?o } } GROUP BY ?a ORDER BY ?a LIMIT 1"
    row = site.get("/sparql", params={"query": query}).json()["results"]["bindings"][0]
    path = row["a"]["value"].removeprefix(BASE)
    said = site.get(f"/{path}", accept="application/n-triples").text.splitlines()
    assert len(said) >= int(row["n"]["value"])


def test_a_claim_and_a_fact_have_triples_and_no_page(site):
    for kind in ("Claim", "Fact"):
        query = f"SELECT ?c {{ ?c a kg:{kind} }} LIMIT 1"
        found = site.get("/sparql", params={"query": query}).json()["results"]["bindings"][0]["c"]["value"]
        assert turtle(site.get(f"/{found.removeprefix(BASE)}", accept="text/html,*/*;q=0.8"))


@pytest.mark.parametrize(
    "path",
    [
        "/entity/nobody-at-all",
        "/article/none",
        "/claim/none",
        "/data/nonsense",
        "/data/",
        "/entity/%FF",
        "/claim/%FF",
    ],
)
def test_what_is_not_there_is_404(site, path):
    assert site.get(path, accept=TURTLE).status_code == 404


def test_the_description_names_every_question_and_address(site):
    about = site.get("/api/openapi.json").json()
    assert about["openapi"].startswith("3.")
    names = {
        path.removeprefix("/api/questions/") for path in about["paths"] if path.startswith("/api/questions/")
    }
    assert names == {query.name for query in load_library()}
    assert {"/sparql", "/store"} <= set(about["paths"])


def test_what_the_server_does_is_what_its_description_says(site):
    """Made-up requests, right and wrong, to every address of the description."""
    schema = openapi.from_dict(site.get("/api/openapi.json").json())
    checks = (
        not_a_server_error,
        status_code_conformance,
        content_type_conformance,
        response_schema_conformance,
    )
    tried = 0
    for operation in schema.get_all_operations():
        for case in examples(operation.ok()):
            response = case.call(base_url=site.url.rstrip("/"), session=None, headers={"Accept": "*/*"})
            case.validate_response(response, checks=checks)
            tried += 1
    assert tried > 100


def examples(operation):
    found = []

    @settings(
        max_examples=4,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(operation.as_strategy())
    def collect(case):
        found.append(case)

    collect()
    return found
