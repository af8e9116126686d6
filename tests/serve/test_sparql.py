"""The SPARQL 1.1 protocol, as its text and the tests of its authors want it of a service that only reads."""

import csv
import http.client
import io
import json

import pyoxigraph as ox
import pytest

from kg.query.tokens import QueryForm, query_form
from kg.serve.sparql.results import GRAPHS, ROWS

NAMES = "SELECT ?name { ?s a kg:Person ; skos:prefLabel ?name } ORDER BY ?name"
QUERY = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"


def rows(response):
    assert response.status_code == 200, response.text
    return [{k: v["value"] for k, v in row.items()} for row in response.json()["results"]["bindings"]]


def test_the_three_ways_of_asking_give_the_same_answer(site):
    got = rows(site.get("/sparql", params={"query": NAMES}))
    assert got
    assert got == rows(site.client.post("/sparql", data={"query": NAMES}))
    assert got == rows(site.client.post("/sparql", content=NAMES, headers={"Content-Type": QUERY}))
    typed = {"Content-Type": f"{QUERY}; charset=UTF-8"}
    assert got == rows(site.client.post("/sparql", content=NAMES, headers=typed))


def test_a_posted_form_is_decoded_once(site):
    query = 'SELECT ("100%25 a+b" AS ?x) {}'
    assert rows(site.client.post("/sparql", data={"query": query})) == [{"x": "100%25 a+b"}]
    assert rows(site.get("/sparql", params={"query": query})) == [{"x": "100%25 a+b"}]


@pytest.mark.parametrize("media", ROWS)
def test_rows_come_in_every_format_as_the_engine_reads_them(site, media):
    pairs = r"""("x,\"y\"\n\t<&>" <http://x/é>) ("é"@en 3) (UNDEF "2020-01-01"^^xsd:date)"""
    query = f"SELECT * {{ VALUES (?a ?b) {{ {pairs} }} }}"
    response = site.get("/sparql", accept=media, params={"query": query})
    assert response.headers["content-type"].split(";")[0] == media
    expected = [
        ('x,"y"\n\t<&>', "http://x/é"),
        ("é", "3"),
        (None, "2020-01-01"),
    ]
    if media == "text/csv":
        found = [
            tuple(cell or None for cell in row) for row in csv.reader(io.StringIO(response.text, newline=""))
        ]
        assert found == [("a", "b"), *expected]
        return
    form = {
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "application/json": ox.QueryResultsFormat.JSON,
    }.get(media, ox.QueryResultsFormat.XML)
    parsed = ox.parse_query_results(response.content, format=form)
    assert [variable.value for variable in parsed.variables] == ["a", "b"]
    terms = [tuple(solution) for solution in parsed]
    assert [tuple(term and term.value for term in row) for row in terms] == expected
    assert terms[1] == (ox.Literal("é", language="en"), ox.Literal(3))
    assert terms[2][1].datatype.value.endswith("#date")


@pytest.mark.parametrize("media", ROWS)
def test_an_ask_is_answered_in_every_format(site, media):
    for query, word in (("ASK { ?s ?p ?o }", "true"), ("ASK { ?s ?p 123456789 }", "false")):
        response = site.get("/sparql", accept=media, params={"query": query})
        assert response.status_code == 200
        assert word in response.text


@pytest.mark.parametrize("media", GRAPHS)
@pytest.mark.parametrize(
    "query", ["CONSTRUCT WHERE { ?s skos:prefLabel ?o }", "DESCRIBE ?s { ?s a kg:Person }"]
)
def test_triples_come_in_every_format(site, media, query):
    response = site.get("/sparql", accept=media, params={"query": query})
    assert response.headers["content-type"].split(";")[0] == media
    assert len(list(ox.parse(response.content, format=GRAPHS[media]))) > 3


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/sparql-results+json"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/sparql-results+json"),
        ("TEXT/CSV", "text/csv"),
    ],
)
def test_the_format_that_is_wanted_most_is_given(site, accept, media):
    response = site.get("/sparql", accept=accept, params={"query": NAMES})
    assert response.headers["content-type"].split(";")[0] == media
    assert "accept" in response.headers["vary"].lower()


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "application/sparql-results+json;q=0"])
def test_a_format_that_there_is_not_is_406(site, accept):
    assert site.get("/sparql", accept=accept, params={"query": NAMES}).status_code == 406


def test_without_a_query_the_service_describes_itself(site):
    response = site.get("/sparql", accept="text/turtle")
    graph = list(ox.parse(response.content, format=ox.RdfFormat.TURTLE))
    sd = "http://www.w3.org/ns/sparql-service-description#"
    endpoints = [quad.object.value for quad in graph if quad.predicate.value == f"{sd}endpoint"]
    assert endpoints == [f"{site.url}sparql"]
    assert {quad.object.value for quad in graph if quad.predicate.value == f"{sd}feature"} == {
        f"{sd}UnionDefaultGraph"
    }


def test_a_browser_without_a_query_is_sent_to_the_editor(site):
    response = site.get("/sparql", accept="text/html,*/*;q=0.8")
    assert (response.status_code, response.headers["location"]) == (303, "/editor")


def test_a_head_is_answered_without_a_body(site):
    response = site.client.head("/sparql", params={"query": NAMES})
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (400, lambda c: c.get("/sparql", params={"query": "SELECT * {"})),
        (400, lambda c: c.get("/sparql", params=[("query", NAMES), ("query", NAMES)])),
        (400, lambda c: c.post("/sparql", content="", headers={"Content-Type": FORM})),
        (400, lambda c: c.post("/sparql", data={"question": NAMES})),
        (400, lambda c: c.post("/sparql", data={"query": [NAMES, NAMES]})),
        (400, lambda c: c.post("/sparql?query=ASK{}", content=NAMES, headers={"Content-Type": QUERY})),
        (400, lambda c: c.post("/sparql", content=NAMES.encode("utf-16"), headers={"Content-Type": QUERY})),
        (400, lambda c: c.post("/sparql", content=b"query=%FF", headers={"Content-Type": FORM})),
        (
            400,
            lambda c: c.post(
                "/sparql",
                content=NAMES.encode("utf-16"),
                headers={"Content-Type": f"{QUERY}; charset=UTF-16"},
            ),
        ),
        (415, lambda c: c.post("/sparql", content=NAMES, headers={"Content-Type": "text/plain"})),
        (415, lambda c: c.post("/sparql", content=NAMES)),
        (405, lambda c: c.put("/sparql", content=NAMES, headers={"Content-Type": QUERY})),
        (405, lambda c: c.delete("/sparql")),
        (403, lambda c: c.post("/sparql", data={"update": "CLEAR ALL"})),
        (403, lambda c: c.get("/sparql", params={"update": "CLEAR ALL"})),
        (
            403,
            lambda c: c.post(
                "/sparql", content="CLEAR ALL", headers={"Content-Type": "application/sparql-update"}
            ),
        ),
        (400, lambda c: c.post("/sparql", data={"query": "CLEAR ALL"})),
        (400, lambda c: c.get("/sparql", params={"query": "LOAD <http://127.0.0.1/>"})),
        (
            403,
            lambda c: c.get("/sparql", params={"query": "ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}),
        ),
        (400, lambda c: c.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "no iri"})),
        (
            400,
            lambda c: c.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "http://127.0.0.1/"}),
        ),
        (400, lambda c: c.get("/sparql", params={"query": "SELECT * FROM <http://127.0.0.1/> {}"})),
        (400, lambda c: c.get("/sparql", params={"query": "ASK { ?s unknown:p ?o }"})),
        (413, lambda c: c.post("/sparql", data={"query": NAMES + " " * 100_001})),
        (413, lambda c: c.post("/sparql", content=b"x" * 2_000_000, headers={"Content-Type": FORM})),
        (400, lambda c: c.get("/sparql", params={"query": "SELECT * " + "{" * 5_000 + "}" * 5_000})),
    ],
)
def test_what_is_asked_wrongly_is_told_with_the_right_status_and_words(site, status, ask):
    response = ask(site.client)
    assert response.status_code == status, response.text
    assert len(response.json()["error"]) > 10
    assert "Traceback" not in response.text


def test_an_address_that_is_too_long_is_told(site):
    connection = http.client.HTTPConnection(site.serving.host, site.serving.port)
    connection.request("GET", "/sparql?query=" + "+" * 70_000)
    response = connection.getresponse()
    assert (response.status, "bytes" in json.load(response)["error"]) == (414, True)
    connection.close()


def test_a_syntax_error_is_told_with_line_and_column(site):
    response = site.get("/sparql", params={"query": "SELECT *\nWHERE { ?s ?p }"})
    assert response.status_code == 400
    assert "2:" in response.json()["error"]


def test_too_many_rows_are_cut_and_that_is_told(site):
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    response = site.get("/sparql", params={"query": query})
    assert response.headers["x-kg-truncated"] == "1000"
    assert response.json()["truncated"] is True
    assert len(response.json()["results"]["bindings"]) == 1000
    xml = site.get("/sparql", accept="application/sparql-results+xml", params={"query": query})
    assert len(list(ox.parse_query_results(xml.content, format=ox.QueryResultsFormat.XML))) == 1000
    assert "truncated" in xml.text


@pytest.mark.parametrize("media", GRAPHS)
def test_a_graph_that_is_cut_says_so_where_its_format_lets_it(site, media):
    response = site.get("/sparql", accept=media, params={"query": "CONSTRUCT WHERE { ?s ?p ?o }"})
    assert response.headers["x-kg-truncated"] == "1000"
    assert len(list(ox.parse(response.content, format=GRAPHS[media]))) == 1000
    assert ("truncated" in response.text) is ("json" not in media)


def test_an_answer_that_is_not_cut_does_not_say_so(site):
    response = site.get("/sparql", params={"query": "SELECT * { ?a ?b ?c } LIMIT 1000"})
    assert "x-kg-truncated" not in response.headers
    assert "truncated" not in response.json()
    whole = site.get("/sparql", accept="text/turtle", params={"query": "CONSTRUCT WHERE { ?s a ?p }"})
    assert "x-kg-truncated" not in whole.headers
    assert "truncated" not in whole.text


@pytest.mark.parametrize("media", ["text/csv", "application/sparql-results+json"])
def test_bytes_are_counted_as_they_are_sent(site, media):
    wide = "\U00010348" * 300
    query = f'SELECT ?a ("{wide}" AS ?x) {{ ?a ?b ?c . ?d ?e ?f }}'
    response = site.get("/sparql", accept=media, params={"query": query})
    assert response.status_code == 200
    assert (1 << 20) * 0.9 < len(response.content) <= 1 << 20
    assert 0 < int(response.headers["x-kg-truncated"]) < 1000


def test_long_values_are_cut_at_the_bytes_that_an_answer_may_have(site):
    query = "SELECT (CONCAT(?x, STR(?p)) AS ?y) { ?s ?p ?o BIND(STR(?s) AS ?a) BIND(CONCAT(?a,?a,?a,?a,?a,?a,?a,?a) AS ?b)"
    query += " BIND(CONCAT(?b,?b,?b,?b,?b,?b,?b,?b,?b,?b) AS ?x) }"
    response = site.get("/sparql", params={"query": query})
    assert len(response.content) <= 1 << 20
    assert 0 < int(response.headers["x-kg-truncated"]) < 1000
    response.json()


def graphs(site):
    return [
        row["g"]
        for row in rows(site.get("/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}))
    ]


def count(site, query="SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", **params):
    return int(rows(site.get("/sparql", params={"query": query, **params}))[0]["n"])


def test_a_dataset_of_the_request_goes_before_that_of_the_query(site):
    first, second, *_ = graphs(site)
    of_first, of_second = (count(site, **{"default-graph-uri": each}) for each in (first, second))
    assert 0 < of_first < count(site)
    assert count(site, **{"default-graph-uri": [first, second]}) == of_first + of_second
    own = f"SELECT (COUNT(*) AS ?n) FROM <{second}> {{ ?s ?p ?o }}"
    assert count(site, own) == of_second
    assert count(site, own, **{"default-graph-uri": first}) == of_first


def test_a_dataset_goes_with_every_way_of_asking(site):
    first, second, *_ = graphs(site)
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    want = count(site, **{"default-graph-uri": [first, second]})
    form = {"query": query, "default-graph-uri": [first, second]}
    assert int(rows(site.client.post("/sparql", data=form))[0]["n"]) == want
    direct = {"params": {"default-graph-uri": [first, second]}, "headers": {"Content-Type": QUERY}}
    assert int(rows(site.client.post("/sparql", content=query, **direct))[0]["n"]) == want
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    both = {"query": named, "default-graph-uri": first, "named-graph-uri": [first, second]}
    assert int(rows(site.client.post("/sparql", data=both))[0]["n"]) == want


@pytest.mark.parametrize("charset", ["; charset=utf-8; x=y", ';CHARSET="UTF-8"', "; x=y", ";"])
def test_a_posted_query_may_say_that_it_is_in_utf_8(site, charset):
    typed = {"Content-Type": QUERY + charset}
    assert rows(site.client.post("/sparql", content='SELECT ("é" AS ?x) {}'.encode(), headers=typed)) == [
        {"x": "é"}
    ]


def test_named_graphs_of_the_request_are_the_only_ones(site):
    first, *_ = graphs(site)
    query = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert count(site, query, **{"named-graph-uri": first}) == 1
    assert count(site, **{"named-graph-uri": first}) == 0
    assert count(site, query.replace("{ GRAPH", f"FROM NAMED <{first}> {{ GRAPH")) == 1


def test_graphs_may_be_named_by_prefix_in_a_query(site):
    [entities] = [each for each in graphs(site) if each.endswith("graph/entities")]
    query = f"PREFIX g: <{entities.removesuffix('entities')}> SELECT (COUNT(*) AS ?n) FROM g:entities {{ ?s ?p ?o }}"
    assert count(site, query) == count(site, **{"default-graph-uri": entities})


def test_one_graph_is_given_out_whole(site):
    for each in graphs(site):
        response = site.get("/store", accept="application/n-triples", params={"graph": each})
        assert len(response.text.splitlines()) == count(site, **{"default-graph-uri": each})
        head = site.client.head("/store", params={"graph": each})
        assert (head.status_code, head.content) == (200, b"")


def test_a_graph_that_there_is_not_and_one_that_is_too_large_are_told(site):
    assert site.get("/store", params={"graph": "http://127.0.0.1/none"}).status_code == 404
    assert site.get("/store", params={"graph": "none"}).status_code == 400
    assert site.get("/store").status_code == 400
    assert site.get("/store", params={"graph": graphs(site)[0], "default": ""}).status_code == 400
    assert site.get("/store?default").status_code == 413
    assert site.client.put("/store?default", content="").status_code == 405
    assert site.client.delete("/store", params={"graph": graphs(site)[0]}).status_code == 405


def test_every_stored_question_is_answered(site, root):
    for path in sorted((root / "queries").rglob("*.rq")):
        text = path.read_text(encoding="utf-8")
        response = site.client.post("/sparql", data={"query": text})
        assert response.status_code == 200, f"{path}: {response.text}"
        if query_form(text) is QueryForm.SELECT:
            json.loads(response.content)
