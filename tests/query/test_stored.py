from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query.headers import parse_query
from kg.query.library import Library, QuestionFile, load_library
from kg.query.stored import Parameter, ParameterType
from kg.query.tokens import QueryForm

WHOLE = """#+ summary: Who met whom
#+ description: >
#+   Meetings,
#+   of any kind.
#+ tags: [meetings, people]
#+ pagination: 20
#+ params:
#+   who: entity
#+   kind: {type: string, enum: [public, secret], default: public, doc: "which: public or secret"}
#+   all: {type: boolean, default: false}
#+ columns: {who: Who, whom: With whom}
SELECT ?who ?whom { ?who ?kind ?whom FILTER(?all) }
"""


def parsed(header: str, body: str = "SELECT ?who { ?who ?p ?o }"):
    return parse_query(f"{header}\n{body}", "test", source=Path("folder/test.rq"))


def test_a_header_says_all_about_the_question():
    query = parse_query(WHOLE, "met", "diplomacy")
    assert (query.summary, query.description) == ("Who met whom", "Meetings, of any kind.")
    assert query.tags == ("meetings", "people")
    assert query.page == 20
    assert query.form is QueryForm.SELECT
    assert query.params == (
        Parameter("who", ParameterType.ENTITY),
        Parameter(
            "kind", ParameterType.STRING, False, "public", ("public", "secret"), "which: public or secret"
        ),
        Parameter("all", ParameterType.BOOLEAN, False, "false"),
    )
    assert query.columns == {"who": "Who", "whom": "With whom"}
    assert query.usage == "met [WHO] [KIND]"


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("", "test.rq:1: no header"),
        ("# summary: no mark", "test.rq:1: no header"),
        ("#+ tags: [a]", "lacks `summary`"),
        ("#+ summary: a\n#+ sumary: b", "test.rq:2: unknown key 'sumary'"),
        ("#+ summary: a: b", "test.rq:1: the header is not YAML"),
        ("#+ summary: a\n#+ tags: [a\n", "the header is not YAML"),
        ("#+ - a", "must be lines of `key: value`"),
        ("#+ summary: [a]", "summary must be text"),
        ("#+ summary: a\n#+ tags: a", "test.rq:2: tags must be a list"),
        ("#+ summary: a\n#+ pagination: many", "test.rq:2: pagination must be a whole number"),
        ("#+ summary: a\n#+ params: [who]", "test.rq:2: params must give each parameter its type"),
        ("#+ summary: a\n#+ params:\n#+   who: person", "test.rq:3: parameter who: unknown type 'person'"),
        ("#+ summary: a\n#+ params:\n#+   nobody: entity", "test.rq:3: the query has no variable \\?nobody"),
        ("#+ summary: a\n#+ params:\n#+   who: {typ: entity}", "test.rq:3: parameter who: unknown key 'typ'"),
        (
            "#+ summary: a\n#+ params:\n#+   who: {required: true, default: x}",
            "is required, so it needs no default",
        ),
        (
            "#+ summary: a\n#+ params:\n#+   who: {enum: [x, y], default: z}",
            "the default 'z' is none of its values",
        ),
        ("#+ summary: a\n#+ params:\n#+   who: {required: maybe}", "required must be true or false"),
        ("#+ summary: a\n#+ columns: {whom: Whom}", "test.rq:2: columns names 'whom'"),
        ("#+ summary: a\n#+ summary: b", "test.rq:2: the header is not YAML: 'summary' stands there twice"),
        ("#+ summary: &a b\n#+ description: *a", "test.rq:1: .*anchors"),
        ("#+ summary: " + "[" * 5000, "the header is not YAML"),
        ("#+ summary: " + "[" * 5000 + "]" * 5000, "nested too deep"),
        ("#+ summary: a\n#+ description: " + "x" * 100_000, "100000 are the most"),
        (
            "#+ summary: a\n#+ params: {who: {type: integer, default: x}}",
            "who must be a whole number, not 'x'",
        ),
        ("#+ summary: a\n#+ params: {who: {type: date, min: 20}}", "who must be a date"),
        ("#+ summary: a\n#+ params: {who: {type: string, max: -1}}", "number of characters"),
        ("#+ summary: a\n#+ params: {who: lang}", "unknown type 'lang'; types are .*lang:en"),
        (
            "#+ summary: a\n#+ params: {who: {type: iri, list: true}}",
            r"who is a list, which can stand in VALUES \?who \{ UNDEF \} or in IN \(\?who\), and not here",
        ),
    ],
)
def test_a_wrong_header_is_refused_with_its_line(header, message):
    with pytest.raises(QueryError, match=message):
        parsed(header)


def test_all_must_be_a_switch():
    with pytest.raises(QueryError, match="`all` must be boolean"):
        parsed("#+ summary: a\n#+ params: {all: string}", "SELECT ?who { ?who ?p ?all }")


@pytest.mark.parametrize("name", ["new", "lint", "list"])
def test_no_question_is_called_like_a_command(name):
    with pytest.raises(QueryError, match=f"`kg queries {name}` is a command; rename the file"):
        parse_query("#+ summary: a\nSELECT ?s { ?s ?p ?o }", name)


def test_a_parameter_that_the_query_sets_itself_is_refused_when_it_is_read():
    with pytest.raises(QueryError, match=r"test\.rq:2: parameter who: the query itself gives \?who a value"):
        parsed("#+ summary: a\n#+ params: {who: iri}", "SELECT ?who { VALUES ?who { 1 } }")


def test_a_list_may_have_several_defaults():
    query = parsed(
        "#+ summary: a\n#+ params: {who: {type: string, list: true, default: [x, y]}}",
        "SELECT ?s { ?s ?p ?o FILTER(?o IN (?who)) }",
    )
    assert query.params == (Parameter("who", ParameterType.STRING, default=("x", "y"), many=True),)
    assert query.usage == "test [WHO]..."


def test_an_update_is_no_question():
    with pytest.raises(QueryError, match=r"test\.rq: this is an update"):
        parsed("#+ summary: a", "DELETE WHERE { ?s ?p ?o }")


def test_headers_of_other_tools_are_read_as_far_as_they_go():
    query = parsed("#+ summary: a\n#+ method: GET\n#+ endpoint: http://example.org/sparql")
    assert query.summary == "a"


def test_a_folder_of_the_user_adds_questions(tmp_path):
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "ships.rq").write_text("#+ summary: Ships\nSELECT ?s { ?s ?p ?o }")
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "no-violation.rq").write_text("SELECT ?s { ?s ?p ?o }")
    library = load_library([tmp_path])
    assert library.get("ships").topic == "harbour"
    assert library.get("harbour/ships") is library.get("ships")
    assert len(library) == len(load_library()) + 1


def test_of_two_questions_of_one_name_the_second_is_named_and_left_out(tmp_path):
    (tmp_path / "indicted.rq").write_text("#+ summary: Mine\nSELECT ?s { ?s ?p ?o }")
    (problem,) = load_library([tmp_path]).problems
    assert "another question is called 'indicted' already" in problem
    assert problem.endswith("rename the file")
    assert load_library([tmp_path]).get("indicted").summary != "Mine"


def test_an_unknown_question_gives_the_closest():
    library = Library([QuestionFile(Path(f"{name}.rq")) for name in ("accused-of", "met")])
    with pytest.raises(QueryError, match="did you mean accused-of"):
        library.get("acused_of")
    with pytest.raises(QueryError, match="there is no stored question 'zzz'; see: kg queries"):
        library.get("zzz")


def test_a_folder_that_is_not_there_is_said(tmp_path):
    library = load_library([tmp_path / "none"])
    assert "there is no folder of questions" in library.problems[0]
    assert len(library) == len(load_library())


def test_a_file_that_is_no_text_is_said(tmp_path):
    (tmp_path / "bytes.rq").write_bytes(b"\xff\xfe")
    assert "bytes.rq: cannot be read" in load_library([tmp_path]).problems[0]


def test_a_file_that_cannot_be_understood_does_not_take_the_others_with_it(tmp_path):
    (tmp_path / "bad.rq").write_text("SELECT ?s { ?s ?p ?o }")
    (tmp_path / "good.rq").write_text("#+ summary: Good\nSELECT ?s { ?s ?p ?o }")
    library = load_library([tmp_path])
    assert library.get("good").summary == "Good"
    assert [problem.partition(": ")[0] for problem in library.problems] == [f"{tmp_path}/bad.rq:1"]
    with pytest.raises(QueryError, match=r"bad\.rq:1: no header"):
        library.get("bad")


def test_a_name_with_an_underscore_is_found_by_it(tmp_path):
    (tmp_path / "my_own.rq").write_text("#+ summary: Mine\nSELECT ?s { ?s ?p ?o }")
    assert load_library([tmp_path]).get("my_own").summary == "Mine"
