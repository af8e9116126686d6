import pytest

from kg.errors import QueryError
from kg.query.answers import Page, paged
from kg.query.scopes import projection
from kg.query.tokens import QueryForm, query_form, significant


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", QueryForm.SELECT),
        ("# DELETE\nprefix a: <urn:a#SELECT> base <urn:b> ask {}", QueryForm.ASK),
        ("PREFIX : <urn:a> CONSTRUCT WHERE { ?s ?p ?o }", QueryForm.CONSTRUCT),
        ("PREFIX select:<urn:a> DESCRIBE select:x", QueryForm.DESCRIBE),
    ],
)
def test_the_form_is_the_first_keyword_after_the_prologue(text, form):
    assert query_form(text) is form


@pytest.mark.parametrize("name", [r"ex:a\#b", r"ex:a\'b", r"ex:a\(b\)", "ex:a.b", "ex:50%25"])
def test_a_name_goes_on_after_a_sign_that_is_escaped(name):
    assert [token.text for token in significant(f"?s ?p {name} . ?x")] == ["?s", "?p", name, ".", "?x"]


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "PREFIX a: <urn:a> WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "drop all",
        "LOAD <http://example.org/>",
    ],
)
def test_an_update_is_refused_and_named(text):
    with pytest.raises(QueryError, match="this is an update"):
        query_form(text)


@pytest.mark.parametrize("text", ["", "?s ?p ?o", "{ SELECT * {} }", "PREFIX a: <urn:a>", "select_all {}"])
def test_what_is_no_query_is_refused(text):
    with pytest.raises(QueryError, match="not a SPARQL query"):
        query_form(text)


def test_projection_takes_names_and_aliases_but_not_what_stands_inside():
    assert projection("SELECT DISTINCT ?a (COUNT(?b) AS ?n) $c WHERE { SELECT ?d {} }") == ("a", "n", "c")
    assert projection("SELECT * { ?s ?p ?o }") == ()


def test_a_limit_is_added_after_a_last_comment():
    assert paged("SELECT * {} # all", Page(5, 10)) == ("SELECT * {} # all\nLIMIT 6\nOFFSET 10", True)


@pytest.mark.parametrize("text", ["SELECT * {} LIMIT 3", "SELECT ?s { ?s ?p ?o } VALUES ?s { <urn:a> }"])
def test_a_query_with_its_own_end_keeps_it(text):
    assert paged(text, Page(5)) == (text, False)


def test_a_limit_inside_a_sub_select_is_none_of_the_whole():
    text = "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 2 } }"
    assert paged(text, Page(5)) == (f"{text}\nLIMIT 6", True)
