import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusal import outcome

from kg.errors import QueryError
from kg.query.stored import Parameter, ParameterType, parse_query
from kg.query.values import assign, plain_term, resolve

QUERY = parse_query(
    """#+ summary: a
#+ params:
#+   who: {type: entity, required: true, doc: the person}
#+   since: date
#+   least: {type: integer, default: 2}
#+   all: {type: boolean, default: false}
SELECT ?who { ?who ?since ?least FILTER(?all) }""",
    "test",
)


def test_values_are_taken_in_the_order_of_the_header_and_by_name():
    assert assign(QUERY, ["Voss", "2020"], {"all": "true"}) == {"who": "Voss", "since": "2020", "all": "true"}


@pytest.mark.parametrize(
    ("positional", "named", "message"),
    [
        (["Mara", "Voss", "2020", "5"], {}, "takes 3 values, not 4; usage: kg ask test WHO .* in quotes"),
        ([], {"whom": "x"}, "has no parameter 'whom'; it has who, since, least, all"),
        (["Voss"], {"who": "x"}, "who is given twice"),
    ],
)
def test_what_fits_no_parameter_is_refused(positional, named, message):
    with pytest.raises(QueryError, match=message):
        assign(QUERY, positional, named)


def test_defaults_hold_and_what_is_not_given_stays_free(world):
    values = resolve(QUERY, {"who": "voss"}, world)
    assert {name: term.value.rpartition("/")[2] for name, term in values.terms.items()} == {
        "who": "mara-voss",
        "least": "2",
        "all": "false",
    }


def test_a_name_that_was_guessed_is_reported(world):
    assert resolve(QUERY, {"who": "harb"}, world).readings == {"harb": "Harbour Bank"}


def test_a_required_value_that_is_missing_is_named_with_what_it_means(world):
    with pytest.raises(QueryError, match=r"test needs who \(the person\); usage: kg ask test WHO"):
        resolve(QUERY, {}, world)


@pytest.mark.parametrize(
    ("kind", "text", "written"),
    [
        ("integer", "-7", "-7"),
        ("integer", "007", "7"),
        ("decimal", "0.50", "0.50"),
        ("boolean", "Yes", "true"),
        ("boolean", "0", "false"),
        ("date", "2020-02-29", "2020-02-29"),
        ("date", " 2020-02 ", "2020-02"),
        ("iri", "<urn:x>", "urn:x"),
        ("string", " as it is ", " as it is "),
    ],
)
def test_a_value_of_its_type_becomes_a_term(kind, text, written):
    assert plain_term(Parameter("p", ParameterType(kind)), text).value == written


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("integer", "2.5"),
        ("integer", "٣"),
        ("integer", "1e9"),
        ("integer", "9" * 40),
        ("decimal", "1,5"),
        ("decimal", "NaN"),
        ("boolean", "maybe"),
        ("date", "2021-02-29"),
        ("date", "29.2.2020"),
        ("date", "20-02"),
        ("iri", "no iri"),
        ("iri", "urn:a> ?p ?o . <urn:b"),
    ],
)
def test_a_value_of_another_type_is_refused(kind, text):
    with pytest.raises(QueryError, match=r"must be|not an absolute IRI"):
        plain_term(Parameter("p", ParameterType(kind)), text)


def test_a_value_outside_the_list_is_refused():
    parameter = Parameter("p", ParameterType.STRING, enum=("Person", "Place"))
    assert plain_term(parameter, "Place").value == "Place"
    with pytest.raises(QueryError, match="p must be one of Person, Place, not 'Thing'"):
        plain_term(parameter, "Thing")


@given(st.sampled_from(["integer", "decimal", "boolean", "date", "iri", "string"]), st.text())
def test_any_value_is_a_term_or_a_clear_error(kind, text):
    term, refusal = outcome(plain_term, Parameter("p", ParameterType(kind)), text)
    if term is None:
        assert any(words in refusal for words in ("p must be", "IRI", "UTF-8"))
