"""The pages and their JSON, as a browser and a program ask for them."""

import csv
import io

import pyoxigraph as ox
import pytest

HTML = "text/html"
JSON = "application/json"


@pytest.mark.parametrize(
    ("path", "json_path"),
    [
        ("/", "/index.json"),
        ("/articles", "/articles.json"),
        ("/search?q=rehn", "/search.json?q=rehn"),
        ("/entity/mara-voss?scope=all", "/entity/mara-voss.json?scope=all"),
        ("/entity/a2/protesters", "/entity/a2/protesters.json"),
        ("/article/a1", "/article/a1.json"),
        ("/disputes", "/disputes.json"),
        ("/path?from=justice-office&to=arvenia", "/path.json?from=justice-office&to=arvenia"),
        ("/questions", "/questions.json"),
        ("/questions/accused-of?whom=lorvia", "/questions/accused-of.json?whom=lorvia"),
    ],
)
def test_each_page_is_to_be_had_as_json_by_its_address_or_by_accept(site, path, json_path):
    page = site.get(path, accept=HTML)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    by_accept, by_address = site.get(path, accept=JSON), site.get(json_path)
    assert by_accept.headers["content-type"] == JSON
    assert by_accept.json() == by_address.json()
    assert json_path.replace("&", "&amp;") in page.text
    assert "Accept" in by_accept.headers["vary"]


def test_a_person_is_found_without_accents_and_suggested_while_being_typed(site):
    found = site.get("/search.json", params={"q": "tomas rehn"}).json()
    assert found["names"][0]["thing"]["name"] == "Tomáš Rehn"
    suggested = site.get("/suggest", params={"q": "tomas re"}).json()["suggestions"]
    assert suggested[0] == {
        "label": "Tomáš Rehn", "detail": "person", "href": "/entity/tomas-rehn", "key": "tomas-rehn",
    }  # fmt: skip
    assert site.get("/suggest", params={"q": "  "}).json() == {"suggestions": []}


def test_what_is_only_begun_is_found_where_nothing_else_is(site):
    found = site.get("/search.json", params={"q": "arven"}).json()
    assert found["loose"]
    assert [each["thing"]["name"] for each in found["names"]] == ["Arvenia"]


def test_a_page_says_which_scope_it_shows_and_leads_to_the_other(site):
    facts = site.get("/entity/arvenia", accept=HTML).text
    assert '<strong aria-current="true">facts</strong>' in facts
    assert 'href="/entity/arvenia?scope=all"' in facts
    everything = site.get("/entity/arvenia?scope=all", accept=HTML).text
    assert 'href="/entity/arvenia"' in everything
    assert site.get("/entity/arvenia?scope=some", accept=HTML).status_code == 400


def test_a_claim_leads_to_its_words_in_the_article(site):
    article = site.get("/article/a1", accept=HTML).text
    note = site.get("/article/a1.json").json()["notes"][0]
    assert f'<mark class="affirmed" id="claim-{note["quote"]["id"]}">indicted</mark>' in article


def test_colour_is_not_all_that_tells_a_denial(site):
    article = site.get("/article/a1", accept=HTML).text
    assert 'aria-label="claim 2, denied">2−</a>' in article


def test_a_question_is_a_form_and_its_answer_has_an_address(site):
    form = site.get("/questions/accused-of", accept=HTML).text
    assert 'name="whom"' in form
    assert '<h2 id="answer"' not in form
    answer = site.get("/questions/accused-of?whom=Lorvia&ask=1", accept=HTML)
    assert answer.status_code == 200
    assert 'href="/questions/accused-of?whom=Lorvia"' in answer.text
    assert "Mara Voss" in answer.text


def test_a_value_that_fits_nothing_is_told_beside_the_form(site):
    answer = site.get("/questions/accused-of?whom=Nobodyatall", accept=HTML)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert 'value="Nobodyatall"' in answer.text
    assert site.get("/questions/no-such-question", accept=HTML).status_code == 404
    assert site.get("/questions/accused-of?whom=Lorvia&format=exe").status_code == 400


def test_an_answer_is_downloaded_in_three_formats(site):
    address = "/questions/accused-of?whom=Lorvia&format="
    table = site.get(f"{address}csv")
    assert table.headers["content-disposition"] == 'attachment; filename="accused-of.csv"'
    rows = list(csv.reader(io.StringIO(table.text)))
    assert any("Mara Voss" in row for row in rows[1:])
    assert any("Mara Voss" in str(record) for record in site.get(f"{address}json").json())
    turtle = site.get(f"{address}turtle")
    triples = list(ox.parse(turtle.content, format=ox.RdfFormat.TURTLE))
    assert ox.NamedNode("https://w3id.org/kg-populator/ontology#accused") in {quad.object for quad in triples}


def test_a_part_of_a_list_that_is_no_number_is_refused(site):
    for offset in ("x", "-1", "9999999999"):
        assert site.get(f"/articles?offset={offset}").status_code == 400


def test_a_key_is_known_however_its_signs_are_escaped(site):
    for address in ("/entity/a2/protesters", "/entity/%612/protesters", "/neighbours/a2%2Fprotesters.json"):
        assert site.get(address).status_code == 200


def test_the_search_form_on_each_page_keeps_what_was_typed(site):
    assert 'value="&#34;a b&#34;"' in site.get("/search", accept=HTML, params={"q": '"a b"'}).text
