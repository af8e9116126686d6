"""What `kg queries lint` finds."""

import pytest

from kg.query.library import QuestionFile, question_files
from kg.query.lint import lint, lint_all
from kg.query.scaffold import new_question
from kg.query.scopes import selects
from kg.query.stored import StoredQuery

HEAD = (
    "#+ summary: Whatever it is\n#+ params:\n#+   who: {type: iri}\n#+   least: {type: integer, default: 1}\n"
)
GOOD = """SELECT ?s (COUNT(?o) AS ?n) {
  ?s ?p ?o FILTER(!BOUND(?who) || ?s = ?who) FILTER(?least > 0)
} GROUP BY ?s ORDER BY ?n ?s"""


@pytest.fixture
def problems(tmp_path):
    """What is wrong with a file of this text: its line and words."""

    def run(text):
        path = tmp_path / "mine.rq"
        path.write_text(text, encoding="utf-8")
        found = lint(QuestionFile(path))
        return (
            [] if isinstance(found, StoredQuery) else [str(each).removeprefix(f"{path}:") for each in found]
        )

    return run


def test_nothing_is_wrong_with_a_sound_question(problems):
    assert problems(HEAD + GOOD) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("SELECT ?s { ?s ?who ?least }", "5: the rows have no order; end the query with ORDER BY"),
        (f"{GOOD}\nLIMIT 5", "8: LIMIT stands in the query; leave it out"),
        (f"{GOOD}\nOFFSET 5", "8: OFFSET stands in the query; leave it out"),
        (
            GOOD.replace("?s ?p ?o", "?s ?p ?o\n { SELECT ?o { ?o ?q ?w } LIMIT 3 }"),
            "7: a SELECT inside has a LIMIT but no ORDER BY",
        ),
        (
            GOOD.replace("?s ?p ?o", "?s ?p ?o \nSERVICE <urn:x> { ?s ?p ?o }"),
            "7: SERVICE asks another server",
        ),
        (GOOD.replace(" {\n", "\nFROM <urn:x> {\n", 1), "6: FROM chooses graphs"),
        (GOOD.replace("GROUP BY ?s", ""), "not SPARQL: "),
        (GOOD.replace("?s ?p ?o", "?s ?p\n"), "7: not SPARQL: "),
        (
            GOOD.replace("?s ?p ?o", "?s ?p ?o { SELECT ?o { ?o ?p ?s } }"),
            "6: the variable ?p stands in a SELECT inside and around it",
        ),
        (
            GOOD.replace("?s ?p ?o", "?s ?p ?o .\n ?o ?p2 ?who { SELECT ?o { ?o ?q ?who } }"),
            "7: the parameter ?who stands in a SELECT inside and around it",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_the_way_out(problems, body, problem):
    found = problems(HEAD + body)
    assert any(line.startswith(problem) or problem in line.partition(": ")[2] for line in found), found


@pytest.mark.parametrize(
    "body",
    [
        # a parameter that only filters: unbound inside and outside alike where it is not given
        GOOD.replace("?s ?p ?o", "?s ?p ?o { SELECT ?o { ?o ?q ?r FILTER(!BOUND(?who) || ?o != ?who) } }"),
        # one with a default is a term on both sides
        GOOD.replace("?s ?p ?o", "?s ?p ?o . ?s ?p2 ?least { SELECT ?o { ?o ?q ?least } }"),
        # projected, under its own name or by a star
        GOOD.replace("?s ?p ?o", "?s ?p ?o { SELECT ?o ?p { ?o ?p ?x } }"),
        GOOD.replace("?s ?p ?o", "?s ?p ?o { SELECT * { ?o ?p ?s } }"),
        # of the same name in two SELECTs inside, and nowhere else
        GOOD.replace("?s ?p ?o", "?s ?p ?o { SELECT ?o { ?o ?q 1 } } { SELECT ?o { ?o ?q ?r } }"),
        GOOD.replace("?s ?p ?o", "?s ?p ?o { SELECT ?o { ?o ?q ?r } ORDER BY ?o LIMIT 2 }"),
    ],
)
def test_what_only_looks_wrong_is_let_through(problems, body):
    assert problems(HEAD + body) == []


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ("#+ sumary: a\n", "1: unknown key 'sumary'"),
        ("#+ summary: >\n#+   one\n#+   two\n", "1: the summary goes over several lines"),
        (f"#+ tags: [a]\n#+ summary: {'long ' * 30}\n", "2: the summary has 149 characters"),
        ("#+ summary: a\n#+ params:\n#+   s: {doc: which}\n", "1: parameter s has no type"),
        ("#+ summary: a\n#+ params: {zzz: iri}\n", "2: the query has no variable ?zzz"),
        ("#+ summary: a\n#+ columns: {zzz: Z}\n", "2: columns names 'zzz'"),
        ("", "1: no header"),
    ],
)
def test_a_header_is_checked_line_by_line(problems, head, problem):
    found = problems(f"{head}SELECT ?s {{ ?s ?p ?o }} ORDER BY ?s")
    assert any(line.startswith(problem) for line in found), found


def test_what_an_engine_cannot_evaluate_is_said(problems):
    (found,) = problems("#+ summary: a\nSELECT ?s { ?s ?p ?o FILTER(<urn:no-function>(?o)) } ORDER BY ?s")
    assert found == "2: Oxigraph cannot answer it: The custom function <urn:no-function> is not supported"


def test_two_of_one_name_are_named_and_sound_ones_kept(tmp_path):
    for folder in ("a", "b"):
        new_question(tmp_path, "twice", folder)
    sound, problems = lint_all(question_files(tmp_path))
    assert len(sound) == 2
    assert "another question is called 'twice' already" in str(problems[0])


def test_variables_are_those_of_their_own_select():
    outer = selects(
        "SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b FILTER(?c > 1) "
        "{ SELECT ?a (MAX(?d) AS ?m) { ?a ?q ?d } GROUP BY ?a } BIND(?m AS ?e) } ORDER BY ?f"
    )
    (inner,) = outer.inside
    assert outer.projected == ["a", "n"]
    assert (outer.patterns, outer.expressions) == ({"a", "p", "b", "e"}, {"b", "c", "f", "m"})
    assert (inner.projected, inner.patterns, inner.expressions) == (["a", "m"], {"a", "q", "d"}, {"d", "a"})
