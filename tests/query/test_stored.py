from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query.library import Library, load_library
from kg.query.stored import Parameter, ParameterType, parse_query
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
        ("#+ summary: a\n#+ params:\n#+   who: {required: maybe}", "required true or false"),
        ("#+ summary: a\n#+ columns: {whom: Whom}", "test.rq:2: columns names 'whom'"),
    ],
)
def test_a_wrong_header_is_refused_with_its_line(header, message):
    with pytest.raises(QueryError, match=message):
        parsed(header)


def test_all_must_be_a_switch():
    with pytest.raises(QueryError, match="`all` must be boolean"):
        parsed("#+ summary: a\n#+ params: {all: string}", "SELECT ?who { ?who ?p ?all }")


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


def test_two_questions_of_one_name_are_refused(tmp_path):
    (tmp_path / "indicted.rq").write_text("#+ summary: Mine\nSELECT ?s { ?s ?p ?o }")
    with pytest.raises(QueryError, match=r"another question is called 'indicted' already .*rename the file"):
        load_library([tmp_path])


def test_an_unknown_question_gives_the_closest():
    library = Library([parse_query("#+ summary: a\nSELECT ?s {}", name) for name in ("accused-of", "met")])
    with pytest.raises(QueryError, match="did you mean accused-of"):
        library.get("acused_of")
    with pytest.raises(QueryError, match="there is no stored question 'zzz'; see: kg queries"):
        library.get("zzz")


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(QueryError, match="there is no folder of questions"):
        load_library([tmp_path / "none"])


def test_a_file_that_is_no_text_is_said(tmp_path):
    (tmp_path / "bytes.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(QueryError, match=r"bytes\.rq: cannot be read"):
        load_library([tmp_path])
