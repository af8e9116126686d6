"""`kg queries`: new questions, what is wrong with them, and files that cannot be understood."""

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH
from world import fill

from kg.query.library import load_library
from kg.store import LocalStore

GOOD = "#+ summary: Good\nSELECT ?s { ?s ?p ?o } ORDER BY ?s"


@pytest.fixture
def mine(kg):
    """A folder of the user's, in the working folder."""
    folder = Path("mine")
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def stored_world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world") / "store"
    fill(LocalStore(folder, create=True)).close()
    return folder


def test_a_new_question_can_be_asked_at_once(kg, stored_world):
    made = kg("queries", "new", "who-did-what", "--topic", "own", "--summary", 'Who did: "what"')
    assert (made.code, made.out) == (0, f"{Path('questions/own/who-did-what.rq')}\n")
    assert "kg ask who-did-what --queries questions" in made.err
    assert 'queries = ["questions"] in kg.toml' in made.err
    assert kg("queries", "lint", "questions").code == 0
    Path("kg.toml").write_text('queries = ["questions"]\n')
    assert kg("queries", "who-did-what").out.startswith('who-did-what — Who did: "what"\n')

    def ask(*values):
        return kg("ask", "who-did-what", *values, "--json", "--limit", "0", "--store", stored_world).json

    everything = ask()
    some = ask("-p", "relation=met with", "-p", "relation=sued")
    assert {row["relation"]["label"] for row in some} == {"met with", "sued"}
    assert len(some) < len(everything)
    assert ask("-", "-", "sued", "met with") == some
    made = kg("queries", "new", "another")
    assert made.out == f"{Path('questions/another.rq').resolve()}\n"
    assert "kg.toml" not in made.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("indicted",), "there is a question 'indicted' already"),
        (("Who Did What",), "small letters, digits and hyphens, unlike 'Who Did What': who-did-what"),
        (("../up",), "unlike '../up': up"),
        (("lint",), "`kg queries lint` is a command"),
        (("fine", "--topic", "../up"), "small letters, digits and hyphens, unlike '..'"),
        (("fine", "--topic", "checks"), "choose another topic"),
    ],
)
def test_a_name_that_cannot_be_is_refused(kg, arguments, message):
    done = kg("queries", "new", *arguments)
    assert done.code == 2
    assert message in done.err
    assert not Path("questions").exists()


def test_a_file_is_never_overwritten(kg, mine):
    (mine / "taken.rq").write_text("not even a question")
    done = kg("queries", "new", "taken", "--dir", mine)
    assert done.code == 2
    assert "there is a question 'taken' already (mine/taken.rq)" in done.err
    assert (mine / "taken.rq").read_text() == "not even a question"


def test_one_bad_file_is_named_and_the_others_still_work(kg, mine, stored_world):
    (mine / "good.rq").write_text(GOOD)
    (mine / "bad.rq").write_text("#+ summary: a\n#+ colour: red\nSELECT ?s { ?s ?p ?o }")
    (mine / "indicted.rq").write_text(GOOD)
    Path("kg.toml").write_text('queries = ["mine"]\n')
    listed = kg("queries")
    assert listed.code == 1
    assert "Good" in listed.out
    assert "accused-of" in listed.out
    assert "bad.rq:2: unknown key 'colour' in the header" in listed.err
    assert "indicted.rq: another question is called 'indicted' already" in listed.err
    assert len(kg("queries", "--json").json) == len(load_library()) + 1
    assert kg("ask", "good", "--json", "--limit", "1", "--store", stored_world).code == 0
    asked = kg("ask", "bad", "--store", stored_world)
    assert asked.code == 2
    assert "bad.rq:2: unknown key 'colour'" in asked.err


def test_lint_names_each_problem_with_its_line(kg, mine):
    (mine / "good.rq").write_text(GOOD)
    (mine / "bad.rq").write_text("#+ summary: a\nSELECT ?s { ?s ?p ?o }\nLIMIT 3")
    done = kg("queries", "lint", mine)
    assert done.code == 1
    assert [line.rpartition("; ")[0] for line in done.out.splitlines()] == [
        "mine/bad.rq:2: the rows have no order",
        "mine/bad.rq:3: LIMIT stands in the query",
    ]
    assert "2 questions, 1 with problems" in done.err
    assert kg("queries", "lint", mine / "good.rq").code == 0
    assert kg("queries", "lint", "nowhere.rq").code == 2


def test_lint_without_a_path_looks_at_the_folders_of_the_user(kg, mine):
    (mine / "good.rq").write_text(GOOD)
    Path("kg.toml").write_text('queries = ["mine"]\n')
    assert kg("queries", "lint").err == "1 question, no problems\n"


def test_the_list_is_the_default_whatever_its_options(kg, mine):
    (mine / "good.rq").write_text(GOOD)
    assert (
        kg("queries", "list", "good", "--queries", mine).out == kg("queries", "--queries", mine, "good").out
    )
    assert (
        kg("queries", "--tag", "law", "--json").json == kg("queries", "list", "--tag", "law", "--json").json
    )
    assert kg("queries", "--json", "--turtle").code == 2


def test_the_catalogue_is_turtle_and_names_ours_and_the_user_s_apart(kg, mine):
    (mine / "good.rq").write_text(GOOD)
    text = kg("queries", "--turtle", "--queries", mine).out
    found = set(rdflib.Graph().parse(data=text, format="turtle").subjects(RDF.type, SH.SPARQLExecutable))
    assert rdflib.URIRef("https://w3id.org/kg-populator/queries/accused-of") in found
    assert rdflib.URIRef("https://w3id.org/kg-populator/data/query/good") in found
    assert "accused-of" not in kg("queries", "good", "--turtle", "--queries", mine).out


def test_the_record_of_a_question_tells_all_of_its_parameters(kg, mine):
    (mine / "typed.rq").write_text(
        "#+ summary: a\n#+ params:\n#+   o: {type: integer, list: true, min: 1, max: 9, default: [1, 2], doc: d}\n"
        "SELECT ?s { VALUES ?o { UNDEF } ?s ?p ?o } ORDER BY ?s"
    )
    record = kg("queries", "typed", "--json", "--queries", mine).json
    assert record["params"] == [
        {
            "name": "o",
            "type": "integer",
            "list": True,
            "required": False,
            "default": ["1", "2"],
            "enum": [],
            "min": "1",
            "max": "9",
            "doc": "d",
        }
    ]
    assert (record["usage"], record["form"], record["source"]) == ("typed [O]...", "SELECT", "mine/typed.rq")
    assert (
        "o  list of integer, default 1 2, at least 1, at most 9: d"
        in kg("queries", "typed", "--queries", mine).out
    )


def test_triples_are_cut_to_a_page_like_rows_and_say_so(kg, mine, stored_world):
    (mine / "edges.rq").write_text(
        "#+ summary: a\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(isIRI(?o)) }"
    )
    asked = ("ask", "edges", "--queries", mine, "--store", stored_world)
    whole = kg(*asked, "--format", "csv").out.splitlines()
    assert len(whole) > 100
    page = kg(*asked, "--format", "csv", "--limit", "5", "--offset", "2")
    assert page.out.splitlines()[1:] == whole[3:8]
    assert page.err == "5 rows from 2 on; the rest with --offset 7, all with --limit 0\n"
    cut = kg(*asked, "--limit", "5")
    assert "5 triples from 0 on" in cut.err
    assert len(rdflib.Graph().parse(data=cut.out, format="turtle")) == 5
    assert len(rdflib.Graph().parse(data=kg(*asked).out, format="turtle")) == len(whole) - 1
