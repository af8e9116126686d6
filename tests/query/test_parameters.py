import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from refusal import outcome

from kg.errors import QueryError
from kg.query import terms
from kg.query.parameters import bind
from kg.query.tokens import tokenise

X = ox.NamedNode("urn:x")


def rows(
    sparql: str, data: str = "<urn:a> <urn:p> <urn:x> . <urn:x> <urn:p> <urn:b> ."
) -> list[tuple[str | None, ...]]:
    store = ox.Store()
    store.load(data.encode(), format=ox.RdfFormat.TURTLE)
    return [tuple(None if term is None else term.value for term in row) for row in store.query(sparql)]


def test_a_parameter_is_replaced_where_the_pattern_has_it():
    assert rows(bind("SELECT ?s { ?s <urn:p> ?who }", {"who": X})) == [("urn:a",)]


def test_both_marks_of_a_variable_are_the_same_parameter():
    assert rows(bind("SELECT ?s { ?s <urn:p> $who }", {"who": X})) == [("urn:a",)]


def test_a_longer_name_is_another_variable():
    assert bind("SELECT ?whom { ?whom ?p ?who1 }", {"who": X}) == "SELECT ?whom { ?whom ?p ?who1 }"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s { ?s <urn:p#?who> 1 }",
        'SELECT ?s { ?s ?p "is ?who here" }',
        "SELECT ?s { ?s ?p 'is ?who \\' ?who here' }",
        'SELECT ?s { ?s ?p """is "?who" here""" }',
        "SELECT ?s { ?s ?p 1 } # for ?who",
    ],
)
def test_iris_strings_and_comments_are_not_touched(text):
    assert bind(text, {"who": X}) == text


def test_a_comment_does_not_end_inside_an_iri_or_string():
    text = 'SELECT ?s { ?s <urn:p#q> "#" . ?s ?p ?who }'
    assert bind(text, {"who": X}) == 'SELECT ?s { ?s <urn:p#q> "#" . ?s ?p <urn:x> }'


def test_a_projected_parameter_keeps_its_column():
    store = ox.Store()
    answer = store.query(bind("SELECT ?who ?n { BIND(1 AS ?n) }", {"who": X}))
    assert [variable.value for variable in answer.variables] == ["who", "n"]
    assert rows(bind("SELECT ?who ?n { BIND(1 AS ?n) }", {"who": X})) == [("urn:x", "1")]


def test_a_sub_select_sees_the_parameter_even_where_both_project_it():
    text = "SELECT ?who ?n { { SELECT ?who (COUNT(?s) AS ?n) { ?s <urn:p> ?who } GROUP BY ?who } }"
    assert rows(bind(text, {"who": X})) == [("urn:x", "1")]


def test_a_parameter_may_be_grouped_and_ordered_by():
    text = """SELECT ?who (COUNT(*) AS ?n) { ?s <urn:p> ?who }
    GROUP BY ?who HAVING(COUNT(*) > 0) ORDER BY ?who DESC(?who)"""
    assert rows(bind(text, {"who": X})) == [("urn:x", "1")]


def test_a_group_of_nothing_stays_no_row():
    text = "SELECT ?who (COUNT(*) AS ?n) { ?s <urn:nothing> ?who } GROUP BY ?who"
    assert rows(bind(text, {"who": X})) == []


def test_bound_of_a_parameter_is_true_and_without_it_false():
    text = "SELECT ?s { ?s <urn:p> ?o FILTER(!BOUND( ?who ) || ?o = ?who) } ORDER BY ?s"
    assert rows(text) == [("urn:a",), ("urn:x",)]
    assert rows(bind(text, {"who": X})) == [("urn:a",)]


def test_a_comparison_does_not_run_into_the_term():
    text = "SELECT ?s { ?s <urn:n> ?n FILTER(?n<?most) }"
    bound = bind(text, {"most": terms.literal("5", "integer")})
    assert rows(bound, "<urn:a> <urn:n> 3 . <urn:b> <urn:n> 7 .") == [("urn:a",)]
    assert rows(bind("SELECT ?s { ?s ?p ?o FILTER(STR(?s)<?who) }", {"who": X})) == []


def test_construct_ask_and_describe_are_bound_as_well():
    store = ox.Store()
    store.update("INSERT DATA { <urn:a> <urn:p> <urn:x> }")
    assert len(list(store.query(bind("CONSTRUCT { ?who <urn:q> ?s } { ?s ?p ?who }", {"who": X})))) == 1
    assert store.query(bind("ASK { ?s ?p ?who }", {"who": X}))
    assert not list(store.query(bind("DESCRIBE ?who", {"who": X})))


@pytest.mark.parametrize(
    "text",
    ["SELECT ?a { VALUES ?who { 1 } }", "SELECT ?a { VALUES (?a ?who) { (1 2) } }", "SELECT (1 AS ?who) {}"],
)
def test_a_query_that_sets_its_own_parameter_is_refused(text):
    with pytest.raises(QueryError, match="gives \\?who a value"):
        bind(text, {"who": X})


PAIR = (X, ox.NamedNode("urn:b"))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?o { VALUES ?who { UNDEF } ?who <urn:p> ?o } ORDER BY ?o",
        "SELECT ?o { VALUES ?who { } ?who <urn:p> ?o } ORDER BY ?o",
        "SELECT ?o { ?who <urn:p> ?o } ORDER BY ?o VALUES ?who { <urn:a> # and ?who\n UNDEF }",
        "SELECT ?o { ?s <urn:p> ?o FILTER(!BOUND(?who) || ?s IN (?who)) } ORDER BY ?o",
        "SELECT ?o { ?s <urn:p> ?o FILTER(?s IN (<urn:a>, ?who)) FILTER(?s NOT IN (<urn:a>)) }",
        "SELECT ?o { { SELECT ?o ?s { ?s <urn:p> ?o } } FILTER(?s in(?who) ) }",
    ],
)
def test_a_list_is_a_block_of_values_or_the_members_of_in(text):
    assert rows(bind(text, {"who": PAIR})) == [("urn:b",)]


def test_a_block_that_is_not_given_leaves_its_variable_free():
    assert len(rows("SELECT ?o { VALUES ?who { UNDEF } ?who <urn:p> ?o }")) == 2


def test_the_variable_of_a_block_stays_one():
    text = (
        "SELECT ?who (COUNT(*) AS ?n) { VALUES ?who { UNDEF } ?who <urn:p> ?o } GROUP BY ?who ORDER BY ?who"
    )
    assert rows(bind(text, {"who": PAIR})) == [("urn:x", "1")]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s { ?s ?p ?who }",
        "SELECT ?who { ?s ?p ?o FILTER(?o IN (?who)) }",
        "SELECT ?s { ?s ?p ?o FILTER(?o IN (STR(?who))) }",
        "SELECT ?s { ?s ?p ?o FILTER(?o IN (?who + 1)) }",
        "SELECT ?s { ?s ?p ?o FILTER(COALESCE(?who, 1)) }",
    ],
)
def test_a_list_can_stand_nowhere_else(text):
    with pytest.raises(QueryError, match=r"\?who is a list, which can stand in"):
        bind(text, {"who": PAIR})


@pytest.mark.parametrize(
    "text", ["SELECT ?s { VALUES (?s ?who) { (1 2) } }", "SELECT ?s { BIND(1 AS ?who) }"]
)
def test_a_list_that_gets_another_value_is_refused(text):
    with pytest.raises(QueryError, match="gives \\?who a value"):
        bind(f"{text[:-1]} VALUES ?who {{ UNDEF }} }}", {"who": PAIR})


def test_a_list_of_nothing_is_refused():
    with pytest.raises(QueryError, match="who is an empty list"):
        bind("SELECT ?who { VALUES ?who { UNDEF } }", {"who": ()})


@given(st.text())
def test_any_text_is_tokenised_without_loss(text):
    assert "".join(token.text for token in tokenise(text)) == text


hostile = st.one_of(
    st.text(),
    st.text(alphabet="\"'\\{}<>#?$.;u0041U \n\r\t"),
    st.sampled_from(
        [
            '" . } DELETE WHERE { ?s ?p ?o',
            "\\u0022",
            '"""',
            "?who",
            "> <urn:y",
            "\\\\u0041",
            "\x010041",
            "\\\x1f",
        ]
    ),
)


@settings(deadline=None)  # rdflib's parser is slow at first
@given(hostile)
def test_any_string_is_data_in_oxigraph_and_in_rdflib_or_a_clear_error(text):
    literal, refusal = outcome(terms.literal, text)
    if refusal is not None:
        assert "UTF-8" in refusal
        return
    bound = bind("SELECT ?value { }", {"value": literal})
    assert [row[0].value for row in ox.Store().query(bound)] == [text]
    assert [str(row[0]) for row in rdflib.Graph().query(bound)] == [text]


@given(hostile)
def test_any_iri_is_that_iri_or_a_clear_error(text):
    node, refusal = outcome(terms.iri, f"urn:{text}")
    if refusal is not None:
        assert "not an absolute IRI" in refusal
        return
    bound = bind("SELECT ?value { }", {"value": node})
    assert [row[0].value for row in ox.Store().query(bound)] == [f"urn:{text}"]
