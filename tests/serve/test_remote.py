"""A server that stands before another one, which keeps the graph."""

from collections.abc import Iterator

import pytest
from serving import emptied
from webbing import Site, serving_site
from world import fill

from kg.home import Home
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving
from kg.store import RemoteStore


@pytest.fixture(scope="module")
def before(oxigraph_server: str) -> Iterator[Site]:
    """What is served of a SPARQL server with the invented world."""
    home = Home(endpoint=oxigraph_server)
    with RemoteStore(home) as store:
        fill(emptied(store))
    with serving_site(Serving(Opening(home), workers=2, limits=Limits(30, 500))) as running:
        yield running
    with RemoteStore(home) as store:
        emptied(store)


def count(site: Site, query: str = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", **params: object) -> int:
    response = site.get("/sparql", params={"query": query, **params})
    assert response.status_code == 200, response.text
    return int(response.json()["results"]["bindings"][0]["n"]["value"])


def test_all_forms_of_queries_are_answered_as_from_a_folder(before, site):
    for query, accept in (
        ("SELECT ?l { ?s a kg:Person ; skos:prefLabel ?l } ORDER BY ?l", "text/csv"),
        ("ASK { ?s a kg:Person }", "text/csv"),
        ("CONSTRUCT WHERE { ?s a kg:Person }", "application/n-triples"),
    ):
        answers = [each.get("/sparql", accept=accept, params={"query": query}) for each in (before, site)]
        assert [each.status_code for each in answers] == [200, 200]
        assert sorted(answers[0].text.splitlines()) == sorted(answers[1].text.splitlines())


def test_graphs_are_chosen_as_from_a_folder(before, site):
    graph = "https://w3id.org/kg-populator/data/graph/entities"
    assert count(before) == count(site)
    assert 0 < count(before, **{"default-graph-uri": graph}) == count(site, **{"default-graph-uri": graph})
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert count(before, named, **{"named-graph-uri": graph}) == 1
    assert before.get("/store", accept="text/turtle", params={"graph": graph}).status_code == 200


def test_long_answers_are_cut_and_that_is_told(before):
    response = before.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
    assert response.headers["x-kg-truncated"] == "500"


def test_pages_and_questions_are_answered(before):
    assert before.get("/", accept="text/html").status_code == 200
    assert before.get("/entity/mara-voss", accept="text/html").status_code == 200
    assert before.get("/search?q=voss", accept="text/html").status_code == 200
    assert before.get("/api/questions/disputed").json()["rows"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }",
        r"SELECT * FR\u004FM <http://127.0.0.1:1/> { ?s ?p ?o }",
        "SELECT * { ?s ?p",
    ],
)
def test_what_reaches_further_or_is_no_query_is_refused_here(before, query):
    assert before.get("/sparql", params={"query": query}).status_code in (400, 403)
