"""Hostile values, headers and files: each is data or a clear error, and never part of the query or a traceback.

A query with hostile terms is compared, token by token, with the same query that was given harmless ones.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store
from refusal import outcome
from world import fill

from kg.cli.main import main
from kg.errors import KgError
from kg.query.answers import Page, answer
from kg.query.catalogue import catalogue
from kg.query.headers import parse_query
from kg.query.library import QuestionFile, load_library
from kg.query.lint import lint
from kg.query.parameters import bind
from kg.query.plain import plain_term
from kg.query.stored import LONGEST, Parameter, ParameterType, StoredQuery
from kg.query.tokens import significant
from kg.query.values import assign, resolve
from kg.store import LocalStore

pytestmark = pytest.mark.not_covered

CASES = 2_000
"""At least so many values are put in the place of a parameter of a question that ships."""

ATTACKS = [
    '" . } DELETE WHERE { ?s ?p ?o } #',
    "' } UNION { ?s ?p ?o",
    "} UNION { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    '"; DROP ALL; #',
    "DROP ALL",
    "LOAD <file:///etc/hostname>",
    "SELECT * WHERE { ?s ?p ?o }",
    'x") || ("1" = "1',
    "?who",
    "$who",
    "<urn:x>",
    "urn:x> . ?a ?b <urn:y",
    "http://example.org/a b",
    "http://example.org/{a}",
    "http://example.org/\\u0022",
    "\\u0022 . }",
    "\\U00000022 . }",
    "\\",
    "\\\\",
    '\\"',
    '"""',
    "'''",
    '""" . } #',
    "\n} UNION { ?s ?p ?o }\n{",
    "# comment\n} LIMIT 1",
    "\r\n#",
    "\x00",
    "a\x00b",
    "\ud800",
    "a\udfffb",
    "\u2028",
    "\u202eevil\u202c",
    "مرحبا } {",
    "%00",
    "@en",
    '"@en',
    "^^<urn:t>",
    "1 || true",
    "1e400",
    "-0",
    "٣",
    "9999-99-99",
    "2020-01-01T00:00:00Z . }",
    "true } #",
    "( [ { .* (?!) )",
    "_:b",
    "<<",
    "",
    " ",
    "\t",
    "x" * (LONGEST + 1),
    "}" * 5_000,
    '"' * 3_000,
]

HOSTILE = st.one_of(
    st.sampled_from(ATTACKS),
    st.text(st.characters(), max_size=40),
    st.text("\"'\\{}()<>#?$.;,@^|&!u0041U \n\r\t\x00\ud800", max_size=30),
    st.tuples(st.text(max_size=8), st.sampled_from(ATTACKS), st.text(max_size=8)).map("".join),
    st.integers(0, 3 * LONGEST).map(lambda length: '"} ' * (length // 3)),
)
QUESTIONS = list(load_library())
PLACES = [(query, parameter) for query in QUESTIONS for parameter in query.params]
KINDS = [
    Parameter("value", ParameterType.STRING),
    Parameter("value", ParameterType.LANG, language="en"),
    Parameter("value", ParameterType.IRI),
    Parameter("value", ParameterType.INTEGER, least="0", most="9"),
    Parameter("value", ParameterType.DECIMAL),
    Parameter("value", ParameterType.DATE, least="2000"),
    Parameter("value", ParameterType.DATETIME),
    Parameter("value", ParameterType.BOOLEAN),
    Parameter("value", ParameterType.STRING, enum=("a", '" } #')),
]
counted: Counter[str] = Counter()


@pytest.fixture(scope="module")
def world():
    return fill(LocalStore())


def loose(examples):
    """So many examples, however long one takes on a busy machine."""
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


def harmless(term):
    """A term of the same kind that nobody could object to."""
    if isinstance(term, tuple):
        return tuple(map(harmless, term))
    if isinstance(term, NamedNode):
        return NamedNode("urn:x")
    return Literal("x", language=term.language) if term.language else Literal("x", datatype=term.datatype)


@cache
def with_harmless(text, terms):
    return significant(bind(text, dict(terms)))


def is_only_data(text, terms):
    """Whether a query with these terms is, token by token, the same query with harmless ones, but for the terms."""
    bound = significant(bind(text, terms))
    plain = with_harmless(text, tuple((name, harmless(term)) for name, term in terms.items()))
    return len(bound) == len(plain) and all(
        one.kind is other.kind and (one.text == other.text or other.text in ('"x"', "<urn:x>"))
        for one, other in zip(bound, plain, strict=True)
    )


@pytest.fixture(scope="module")
def engine():
    return Store()


def test_the_values_are_terms_of_every_kind_or_clear_errors(engine):
    @loose(1_200)
    @given(st.sampled_from(KINDS), HOSTILE)
    def check(parameter, text):
        counted["values"] += 1
        term, refusal = outcome(plain_term, parameter, text)
        if term is None:
            assert 0 < len(refusal) < 600
            assert refusal.isprintable()
            return
        bound = bind("SELECT ?value { ?s ?p ?value FILTER(?value != 1) }", {"value": term})
        ((value,),) = engine.query(bind("SELECT ?value { }", {"value": term}))
        assert isinstance(value, type(term))
        if isinstance(term, NamedNode) or parameter.type in (ParameterType.STRING, ParameterType.LANG):
            assert value.value == (text[1:-1] if text != term.value and text.startswith("<") else term.value)
        assert not list(engine.query(bound))

    check()


def test_in_every_question_that_ships_a_hostile_value_is_one_term(engine):
    """Every parameter of every question, whatever its type, by a literal or IRI made of the value."""
    short = [text for text in ATTACKS if len(text) < 100 and not any("\ud800" <= c <= "\udfff" for c in text)]
    for number, (query, parameter) in enumerate(PLACES):
        for text in short[number % 7 :: 7]:
            counted["bound"] += 1
            literal = Literal(text)
            terms = {parameter.name: (literal, literal) if parameter.many else literal}
            assert is_only_data(query.text, terms), (query.name, parameter.name, text)
    for query in QUESTIONS:
        value = Literal(short[len(query.text) % len(short)])
        values = {p.name: (value, value) if p.many else value for p in query.params}
        engine.query(bind(query.text, values), use_default_graph_as_union=True)


def test_a_question_with_a_hostile_value_answers_from_the_store_or_says_what_is_wrong(world):
    before = sorted(map(str, world.quads()))

    @loose(700)
    @given(st.sampled_from(PLACES), HOSTILE)
    def check(place, text):
        counted["resolved"] += 1
        query, parameter = place
        needed = {p.name: "Mara Voss" for p in query.params if p.required}
        values, refusal = outcome(resolve, query, assign(query, [], needed | {parameter.name: text}), world)
        if values is None:
            assert refusal
            return
        assert is_only_data(query.text, values.terms)
        answer(query, values.terms, world, Page(5))

    check()
    assert sorted(map(str, world.quads())) == before


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("hostile")
    fill(LocalStore(place / "store", create=True)).close()
    (place / "typed").mkdir()
    for kind in ("string", "iri", "integer", "date", "dateTime", "lang:en", "entity"):
        (place / "typed" / f"{kind.replace(':', '-')}.rq".lower()).write_text(
            f"#+ summary: a\n#+ params: {{x: {{type: '{kind}', list: true, required: true}}}}\n"
            "SELECT ?s ?o { VALUES ?x { UNDEF } ?s ?o ?x } ORDER BY ?s ?o"
        )
    return place


def test_on_the_command_line_a_hostile_value_gives_rows_or_one_line_of_error(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    names = sorted(path.stem for path in Path("typed").glob("*.rq"))

    @loose(101)
    @given(st.sampled_from(names), st.lists(HOSTILE, min_size=1, max_size=3))
    def check(name, texts):
        counted["commands"] += 1
        given = [argument for text in texts for argument in ("-p", f"x={text}")]
        code = main(["ask", name, "--store", "store", "--queries", "typed", "--json", *given])
        done = capsys.readouterr()
        assert code in (0, 2)
        assert "Traceback" not in done.err
        assert "unexpected" not in done.err
        assert (code == 0) == (not done.err.startswith("error: "))

    check()


HEADERS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                "summary: a", "summary: >", "  b", "params:", "  who: {type: iri}", "  who: &a [*a]", "  who: {enum: [",
                "params: {who: {type: integer, default: 1e999, max: x}}", "params: {who: {list: true, default: {}}}",
                "columns: {who: }", "columns: [who]", "tags: {a: b}", "pagination: 0b_", "pagination: 2020-99-99",
                "description: !!python/object/apply:os.system [ls]", "? [a]", "--- a", "...", "<<: *x", "\x00", "\t- a",
                "params: {who: {type: 'lang:', enum: [[]]}}", "[" * 2_000, "{" * 2_000, "- " * 2_000, "a: " * 50,
                "params: {?who: iri}", "params: {who: {type: iri, type: string}}", '"', "'", "#", "%YAML 9.9", "!", "@", "`",
            ]
        ),
        max_size=6,
    ).map("\n#+ ".join),
)  # fmt: skip
BODIES = st.one_of(
    st.sampled_from(["SELECT ?who { ?who ?p ?o } ORDER BY ?who", "ASK { ?who ?p ?o }", "DROP ALL", "", "SELECT"]),
    st.text("SELECTWHRASK {}()?who$<>\"'\\#:;.,*/|^@_-0123 \n", max_size=60),
    st.lists(st.sampled_from("SELECT ?who { } ( ) VALUES UNDEF IN BOUND AS FILTER ORDER BY . ,".split())).map(" ".join),
)  # fmt: skip


def test_a_hostile_file_is_a_question_or_an_error_with_its_place():
    @loose(600)
    @given(HEADERS, BODIES)
    @example("summary: a\n#+ params: {who: iri}", "SELECT ?who { <?who> ?p '")
    def check(header, body):
        counted["files"] += 1
        query, refusal = outcome(parse_query, f"#+ {header}\n{body}", "mine", "", Path("mine.rq"))
        if query is None:
            assert refusal.startswith("mine.rq:")
            return
        assert catalogue([(query, "urn:x/")])

    check()


def test_lint_says_what_is_wrong_with_a_hostile_file(tmp_path):
    path = tmp_path / "mine.rq"

    @loose(25)
    @given(BODIES)
    def check(body):
        counted["lint"] += 1
        path.write_text(f"#+ summary: a\n{body}", encoding="utf-8", errors="replace", newline="")
        found = lint(QuestionFile(path))
        if not isinstance(found, StoredQuery):
            assert found
            assert all(problem.line >= 1 and problem.message for problem in found)

    check()


def test_a_name_of_a_parameter_or_question_is_data_as_well(world):
    query = next(each for each in QUESTIONS if each.name == "timeline")
    for text in ATTACKS:
        counted["names"] += 2
        with pytest.raises(KgError):
            assign(query, [], {text: "x"})
        with pytest.raises(KgError):
            load_library().get(text)


def test_there_were_cases_enough():
    assert counted["values"] + counted["resolved"] + counted["bound"] >= CASES
    assert counted["commands"] >= 100
    assert counted["files"] >= 500
