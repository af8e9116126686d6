import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusal import outcome

from kg.errors import QueryError
from kg.query.headers import parse_query
from kg.query.stored import Parameter, ParameterType
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
        ("dateTime", "2020-03-26T18:30", "2020-03-26T18:30:00Z"),
        ("dateTime", "2020-03-26 18:30:05.25", "2020-03-26T18:30:05.250000Z"),
        ("dateTime", "2020-03-26T00:30:00+02:00", "2020-03-25T22:30:00Z"),
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
        ("dateTime", "2020-03-26"),
        ("dateTime", "2020-03-26T25:00"),
        ("dateTime", "0001-01-01T00:00+01:00"),
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
    assert plain_term(parameter, "place").value == "Place"
    with pytest.raises(
        QueryError, match=r"p must be one of Person, Place, not 'Pers'; did you mean Person\?"
    ):
        plain_term(parameter, "Pers")


def test_an_allowed_number_may_be_written_otherwise():
    parameter = Parameter("p", ParameterType.INTEGER, enum=("1", "2"))
    assert plain_term(parameter, "+02").value == "2"
    with pytest.raises(QueryError, match="p must be one of 1, 2, not '3'"):
        plain_term(parameter, "3")


@pytest.mark.parametrize(
    ("kind", "least", "most", "good", "bad"),
    [
        ("integer", "1", "10", ["1", "10"], ["0", "11", "-5"]),
        ("decimal", "0", "1", ["0.0", "1", "0.75"], ["1.01", "-0.1"]),
        ("date", "2020-03", "2021", ["2020", "2020-03-01", "2021-12-31"], ["2019", "2020-02-29", "2022-01"]),
        ("dateTime", "2020-01-01T00:00", None, ["2020-01-01T00:00:00.5"], ["2020-01-01T00:30+01:00"]),
        ("string", "2", "3", ["ab", "abc"], ["a", "abcd", ""]),
        ("iri", None, "5", ["urn:x"], ["urn:xy"]),
    ],
)
def test_bounds_hold_and_belong_to_what_is_allowed(kind, least, most, good, bad):
    parameter = Parameter("p", ParameterType(kind), least=least, most=most)
    for text in good:
        assert plain_term(parameter, text)
    for text in bad:
        with pytest.raises(QueryError, match=r"p m(ust be at (least|most)|ust have|ay have)"):
            plain_term(parameter, text)


def test_text_of_one_language_is_tagged():
    parameter = Parameter("p", ParameterType.LANG, language="en")
    assert plain_term(parameter, "Justice").language == "en"


def test_a_huge_value_is_refused_and_not_repeated_in_full():
    with pytest.raises(QueryError, match="p may have 10000 characters, not 1000000") as error:
        plain_term(Parameter("p"), "x" * 1_000_000)
    assert len(str(error.value)) < 200


LIST = parse_query(
    """#+ summary: a
#+ params:
#+   who: {type: entity}
#+   relation: {type: relation, list: true, enum: [metWith, sued, visited]}
SELECT ?who { VALUES ?relation { UNDEF } ?who ?relation ?o }""",
    "listed",
)


def test_a_list_takes_all_that_is_left_or_is_named_again_and_again(world):
    for assigned in (
        assign(LIST, ["Voss", "met with", "sued", "metWith"], {}),
        assign(LIST, ["Voss"], {"relation": ("met with", "sued")}),
    ):
        terms = resolve(LIST, assigned, world).terms
        assert [term.value.partition("#")[2] for term in terms["relation"]] == ["metWith", "sued"]
    assert "relation" not in resolve(LIST, assign(LIST, ["Voss"], {}), world).terms


def test_a_relation_that_is_none_of_those_allowed_is_refused(world):
    with pytest.raises(QueryError, match="relation must be one of metWith, sued, visited, not 'arrested'"):
        resolve(LIST, {"relation": "arrested"}, world)


def test_an_unknown_parameter_gives_the_nearest():
    with pytest.raises(
        QueryError, match=r"has no parameter 'relations'; it has who, relation; did you mean relation\?"
    ):
        assign(LIST, [], {"relations": "x"})


@given(st.sampled_from(["integer", "decimal", "boolean", "date", "iri", "string"]), st.text())
def test_any_value_is_a_term_or_a_clear_error(kind, text):
    term, refusal = outcome(plain_term, Parameter("p", ParameterType(kind)), text)
    if term is None:
        assert any(words in refusal for words in ("p must be", "IRI", "UTF-8"))
