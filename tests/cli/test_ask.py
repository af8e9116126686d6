"""`kg ask`, `kg queries`, `kg sparql` and `kg show` on the invented world."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Quad
from world import fill

from kg.graph import Names, terms
from kg.store import LocalStore


@pytest.fixture(scope="session")
def stored_world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world") / "store"
    store = fill(LocalStore(folder, create=True))
    store.close()
    return folder


@pytest.fixture
def ask(kg, stored_world):
    """A command on the world: `ask("ask", "met")`."""
    return lambda *arguments: kg(*arguments, "--store", str(stored_world))


def test_an_answer_has_names_and_its_evidence(ask):
    done = ask("ask", "attacks", "--evidence")
    assert done.code == 0
    assert "Tomáš Rehn   São Belo" in done.out
    assert "“The Justice Office said that Rehn attacked São Belo.”" in done.out
    assert "a2:103–155 · according to Justice Office of Lorvia" in done.out
    assert done.err == ""


def test_all_shows_denials_with_their_holder(ask):
    assert "denied" not in ask("ask", "attacks").out
    assert "denied" in ask("ask", "attacks", "--claims").out


def test_values_may_be_named_and_left_out(ask):
    by_place = ask("ask", "sanctions", "-", "Arvenia", "2023", "--json")
    by_name = ask("ask", "sanctions", "--param", "whom=arvenia", "-p", "since=2023", "--json")
    assert by_place.code == by_name.code == 0
    assert by_place.json == by_name.json
    assert by_place.json[0]["who"]["label"] == "Lorvia"


def test_an_empty_answer_says_so_and_points_to_what_all_would_show(ask):
    done = ask("ask", "sanctions", "--param", "who=Lorvia", "--param", "since=2024")
    assert (done.code, done.out) == (0, "")
    assert "nothing in this store answers this; try fewer parameters" in done.err
    done = ask("ask", "appointments", "Voss", "Lena Rehn")
    assert (done.code, done.out) == (0, "")
    assert "add --claims" in done.err


def test_a_guessed_name_is_said_on_the_side(ask):
    done = ask("ask", "owners", "dock w", "--format", "csv")
    assert done.out.splitlines()[1].startswith("Harbour Bank,invested in")
    assert "'dock w' is read as Dock Works" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ask", "acused-of", "x"), "did you mean accused-of"),
        (("ask", "accused-of"), "accused-of needs whom (the accused); usage: kg ask accused-of WHOM [SINCE]"),
        (("ask", "accused-of", "Rehn"), "'Rehn' may be 2 things"),
        (("ask", "accused-of", "Nobody"), "no entity of this store is called 'Nobody'"),
        (("ask", "met", "--param", "who"), "must be NAME=VALUE"),
        (("ask", "met", "--param", "who=a", "--param", "who=b"), "given twice"),
        (("ask", "met", "--json", "--format", "csv"), "contradict each other"),
        (("ask", "met", "--format", "turtle"), "rows cannot be written as Turtle"),
        (("sparql", "DELETE WHERE { ?s ?p ?o }"), "this is an update (DELETE)"),
        (("sparql", "DROP ALL"), "this is an update (DROP)"),
        (("sparql", "LOAD <file:///etc/hostname>"), "this is an update (LOAD)"),
        (("sparql", ""), "neither SPARQL nor a file"),
        (("sparql", "nowhere.rq"), "neither SPARQL nor a file"),
        (("sparql", "SELECT { }"), "not SPARQL"),
        (("show", "Nobody"), "no entity of this store is called 'Nobody'"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage_and_says_why(ask, arguments, message):
    done = ask(*arguments)
    assert done.code == 2
    assert message in done.err
    assert done.out == ""


def test_a_long_answer_is_cut_and_says_how_to_go_on(ask):
    done = ask("ask", "article-claims", "a2", "--limit", "3")
    assert "3 rows from 0 on; the rest with --offset 3" in done.err
    whole = ask("ask", "article-claims", "a2", "--json", "--limit", "0").json
    rest = ask("ask", "article-claims", "a2", "--json", "--offset", "3").json
    assert whole[3:] == rest


def test_questions_of_the_user_are_asked_like_ours(ask, kg, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "known.rq").write_text(
        "#+ summary: Is there anybody\n#+ params: {who: {type: entity, required: true}}\nASK { ?who ?p ?o }"
    )
    (folder / "edges.rq").write_text(
        "#+ summary: Edges\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(isIRI(?o)) }"
    )
    assert ask("ask", "known", "voss", "--queries", str(folder)).out == "yes\n"
    assert ask("ask", "edges", "--queries", str(folder)).out.startswith("@prefix ")
    Path("kg.toml").write_text('queries = ["mine"]\n')
    assert "Is there anybody" in kg("queries").out


def test_the_list_of_questions_can_be_narrowed_and_one_described(kg):
    assert "accused-of WHOM [SINCE]" in kg("queries", "--tag", "law").out
    assert "timeline" not in kg("queries", "--tag", "law").out
    assert "tags are" in kg("queries", "--tag", "nothing").err
    described = kg("queries", "accused-of").out
    assert "usage: kg ask accused-of WHOM [SINCE]" in described
    assert "whom   entity, required: the accused" in described
    assert kg("queries", "accused-of", "--sparql").out.startswith("#+ summary: What somebody")
    names = [query["name"] for query in kg("queries", "--json").json]
    assert len(names) == len(set(names)) >= 24


def test_sparql_of_ones_own_needs_no_prefixes_and_may_come_from_a_file_or_standard_input(
    ask, tmp_path, monkeypatch
):
    text = "SELECT ?claim WHERE { ?claim kg:attributedTo ent:the-courier }"
    direct = ask("sparql", text, "--json").json
    assert [row["claim"]["label"] for row in direct] == ["Justice Office of Lorvia indicted Tomáš Rehn"]
    file = tmp_path / "mine.rq"
    file.write_text(f"PREFIX kg: <https://w3id.org/kg-populator/ontology#>\n{text}")
    assert ask("sparql", str(file), "--json").json == direct
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert ask("sparql", "-", "--json").json == direct
    assert "“Lorvia’s Justice Office" in ask("sparql", text, "--evidence").out


def test_sparql_answers_questions_and_builds_graphs(ask):
    assert ask("sparql", "ASK { ent:mara-voss kg:leads ent:arvenia }").out == "yes\n"
    assert ask("sparql", "ASK { ent:mara-voss kg:leads ent:lorvia }", "--json").json is False
    assert "kg:leads" in ask("sparql", "CONSTRUCT WHERE { ?s kg:leads ?o }").out
    assert "Mara Voss" in ask("sparql", "DESCRIBE ent:mara-voss").out
    rows = ask("sparql", "CONSTRUCT WHERE { ?s kg:leads ?o }", "--json").json
    assert {row["predicate"]["label"] for row in rows} == {"leads"}


def test_a_dossier_tells_roles_deeds_and_what_is_not_established(ask):
    out = ask("show", "tomas rehn").out
    assert out.startswith("Tomáš Rehn\nperson\n")
    assert "Tomáš Rehn attacked São Belo  (1 source, denied by Tomáš Rehn)" in out
    assert "Roles (1)\n  reported 2024-05-02  Lena Rehn relative of Tomáš Rehn  (1 source)" in out
    assert "Police and courts (2)\n  arrested (1)\n    Arvenia arrested Tomáš Rehn" in out
    assert "“" not in out
    assert "“Rehn denied that he attacked São Belo.”" in ask("show", "tomas rehn", "--evidence").out


def test_a_dossier_shows_both_sides_of_what_is_disputed_and_who_says_so(ask):
    out = ask("show", "tomas rehn").out
    assert (
        "Disputed and denied (2)\n"
        "  Tomáš Rehn attacked São Belo\n"
        "    for:     according to Justice Office of Lorvia  [a2:103–155, a2-03]\n"
        "    against: denied by Tomáš Rehn  [a1:64–102, a1-02]\n"
        "  Arvenia met with Tomáš Rehn\n"
        "    against: denied by Mara Voss  [a1:308–344, a1-09]\n"
    ) in out
    assert "  Justice Office of Lorvia (organization)\n    says: Tomáš Rehn attacked São Belo\n" in out
    assert "  Mara Voss (person)\n    denies: Arvenia met with Tomáš Rehn\n" in out
    assert "  a1  Prosecutors charge dock owner · The Courier · 2024-05-02 · 4 mentions\n" in out


def test_a_dossier_tells_own_roles_from_those_of_others(ask):
    assert (
        "Others with a role there (1)\n  reported 2024-05-02  Mara Voss leads Arvenia"
        in ask("show", "arvenia").out
    )
    assert "Roles (1)\n  reported 2024-05-02  Mara Voss leads Arvenia" in ask("show", "voss").out


def test_a_dossier_shows_identifiers_what_is_possible_and_what_was_judged(ask):
    out = ask("show", "Voss").out
    assert "same as: Wikidata Q900001 http://www.wikidata.org/entity/Q900001" in out
    assert (
        "Planned or possible (1)\n  appointed (1)\n    Mara Voss appointed Lena Rehn  (1 source, possible, "
        in out
    )
    assert "holds possible: Mara Voss appointed Lena Rehn" in out
    assert "Judgements (1)\n  claim a2-09 was read wrongly (Ida, 2024-07-01T09:30:00Z, " in out


def test_claims_are_printed_with_an_id_that_can_be_typed(ask):
    assert "· claim a2-03" in ask("ask", "attacks", "--evidence").out
    assert "denied by Tomáš Rehn · a1-02" in ask("show", "a1").out


def test_an_article_is_shown_with_numbered_claims(ask):
    out = ask("show", "a1").out
    assert "The Justice Office of Lorvia indicted[1] Tomáš Rehn in March 2024." in out
    assert "  [2] Tomáš Rehn attacked São Belo · denied by Tomáš Rehn" in out


def test_claims_in_the_text_of_an_article_are_marked_by_kind(ask):
    assert "Rehn denied that he attacked São Belo.[2 denied]" in ask("show", "a1").out
    out = ask("show", "a4").out
    assert "Harbour Bank accused Dock Works of raiding it.[2][3 alleged]" in out
    assert "  [3] Dock Works attacked Harbour Bank · alleged by Harbour Bank" in out


def test_what_is_only_alleged_stands_apart_in_a_dossier_and_as_a_dispute(ask):
    out = ask("show", "Dock Works").out
    assert (
        "Only alleged (1)\n  attacked (1)\n    Dock Works attacked Harbour Bank  (1 source, alleged by Harbour Bank)"
        in out
    )
    assert (
        "  Dock Works attacked Harbour Bank\n"
        "    for:     alleged by Harbour Bank  [a4:63–109, a4-03]\n"
        "    against: denied by Dock Works  [a4:110–160, a4-04]\n"
    ) in out
    assert "    alleges: Dock Works attacked Harbour Bank\n" in out


def test_show_as_json_has_everything(ask):
    found = ask("show", "Voss", "--json").json
    assert found["name"] == "Mara Voss"
    assert {statement["relation"] for statement in found["statements"]} >= {"leads", "metWith", "accused"}


def test_the_help_of_ask_loads_nothing_heavy():
    code = (
        "import sys; from kg.cli.main import main; main(['ask', '--help']); "
        "sys.exit(any(name in sys.modules for name in ('pyoxigraph', 'rdflib', 'spacy', 'yaml', 'rapidfuzz')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_store_whose_change_was_broken_off_says_so_until_it_is_settled(kg, filled, articles):
    names = Names()
    mark = Quad(names.facts, terms.TYPE, terms.UNSETTLED, names.unsettled)
    with LocalStore(filled) as store:
        store.replace_graph(names.unsettled, [mark])
    assert "answers may lag behind its articles" in kg("stats").err
    assert kg("check").code == 1
    assert kg("populate", articles).code == 0
    assert kg("stats").err == ""
    assert kg("check").code == 0
