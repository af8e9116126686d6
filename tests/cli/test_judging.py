"""`kg same`, `different`, `unsure`, `retype`, `reject`, `undo`, `judgements` on two small articles."""

import re

import pytest
from pyoxigraph import Quad

from kg.graph import Names, terms
from kg.store import LocalStore

NAMES = Names()
AT = ("--by", "Mo", "--at", "2030-01-01")


def claim_of(kg, article, words, *at):
    shown = kg("show", article, *at).out.splitlines()
    (line,) = [line for line in shown if words in line and line.lstrip().startswith("[")]
    return line.rpartition(" · ")[2]


def test_two_entities_are_judged_listed_and_undone(kg, filled):
    before = kg("export", "--format", "nquads").out
    done = kg("same", "Ana", "Cleo", *AT, "--why", "one  voice\n")
    assert done.code == 0
    assert re.match(r"Ana is the same as Cleo \(Mo, 2030-01-01T00:00:00Z, [0-9a-f]{10}\)\nnow ", done.out)
    listed = kg("judgements", "--json").json
    assert [(each["verdict"], each["first_name"], each["second_name"], each["why"]) for each in listed] == [
        ("Same", "Ana", "Cleo", "one voice")
    ]
    assert "Ana is the same as Cleo" in kg("judgements").out
    undone = kg("undo")
    assert undone.out.startswith("undone: Ana is the same as Cleo (Mo, ")
    assert kg("export", "--format", "nquads").out == before
    assert kg("judgements").err == "nothing was judged in this store yet\n"


@pytest.fixture
def broken_off(filled):
    """Breaks off the next change of the store, as if it were killed after its judgement was written."""

    mark = Quad(NAMES.facts, terms.TYPE, terms.UNSETTLED, NAMES.unsettled)

    def break_off():
        with LocalStore(filled) as store:
            store.replace_graph(NAMES.unsettled, [mark])
            store.replace_graph(NAMES.facts, [])

    return break_off


def test_a_judgement_given_again_after_a_break_ends_what_was_begun(kg, filled, broken_off):
    kg("same", "Ana", "Cleo", *AT)
    whole = kg("export", "--format", "nquads").out
    broken_off()
    assert "broken off" in kg("stats").err
    done = kg("same", "Ana", "Cleo", *AT)
    assert done.code == 0
    assert done.err.startswith("the last change of this store was broken off; ")
    assert kg("export", "--format", "nquads").out == whole
    assert kg("stats").err == ""


def test_undoing_the_last_after_a_break_asks_which_since_it_may_be_gone_already(kg, filled, broken_off):
    kg("same", "Ana", "Cleo", *AT)
    whole = kg("export", "--format", "nquads").out
    broken_off()
    refused = kg("undo")
    assert refused.code == 1
    assert "kg judgements lists what is judged" in refused.err
    assert kg("export", "--format", "nquads").out == whole
    assert kg("undo").code == 0
    broken_off()
    assert kg("undo", "0123456789").code == 1
    assert kg("stats").err == "", "also where there is nothing to undo"


def test_several_are_judged_the_same_at_once(kg, filled):
    assert kg("same", "Ana", "Ben", "Cleo", *AT).code == 0
    pairs = [(each["first_name"], each["second_name"]) for each in kg("judgements", "--json").json]
    assert sorted(pairs) == [("Ana", "Ben"), ("Ana", "Cleo")]


def test_what_contradicts_is_written_and_warned_about_with_who_and_when(kg, filled):
    kg("same", "Ana", "Ben", "--by", "Mo", "--at", "2030-01-01")
    kg("same", "Ben", "Cleo", "--by", "Lu", "--at", "2030-01-02T12:00:00+02:00")
    done = kg("different", "ana", "cleo", "--by", "Jo", "--at", "2030-01-03")
    assert done.code == 0
    (warning,) = [line for line in done.err.splitlines() if line.startswith("warning: ")]
    assert "Ana is the same as Ben (Mo, 2030-01-01T00:00:00Z, " in warning
    assert "is set aside: it contradicts" in warning
    assert "Ben is the same as Cleo (Lu, 2030-01-02T10:00:00Z, " in warning
    assert len(kg("judgements", "--json").json) == 3
    assert kg("judgements").out.count("set aside: a newer one says otherwise") == 1


def test_an_entity_as_one_article_reads_it_can_be_parted_from_the_rest(kg, filled):
    done = kg("different", "Ana@one", "Ana@two", *AT)
    assert done.out.startswith("Ana@one is not Ana@two (Mo, ")
    (judgement,) = kg("judgements", "--json").json
    assert judgement["first"].endswith("article/one#entity=ana")


def test_a_type_is_corrected_at_once_and_after_reading_again(kg, filled, articles):
    done = kg("retype", "Cleo", "organization", *AT)
    assert "Cleo is of the class Organization" in done.out
    assert "now one entity: Cleo [cleo] (organization, 1 article)" in done.out
    (articles / "one.txt").write_text((articles / "one.txt").read_text() + "\nCleo metWith Dan.\n")
    assert kg("populate", articles, "--json").json["read"] == ["one"]
    assert kg("show", "Cleo", "--json").json["classes"] == ["Organization"]
    assert kg("check").code == 0
    kg("undo")
    assert kg("show", "Cleo", "--json").json["classes"] == ["Person"]


def test_a_rejected_claim_is_gone_from_answers_and_stays_so_when_its_article_changes(kg, filled, articles):
    claim = claim_of(kg, "one", "Ben met with Cleo")
    done = kg("reject", claim, *AT)
    assert done.code == 0
    assert "“Ben metWith Cleo” was read wrongly in one (Mo, " in done.out
    assert "Ben metWith Cleo: no fact" in done.out
    assert kg("ask", "met").out == ""
    (articles / "one.txt").write_text("Ana indicted Cleo. " + (articles / "one.txt").read_text())
    assert kg("populate", articles, "--json").json["read"] == ["one"]
    assert kg("ask", "met", "--claims").out == ""
    assert claim not in kg("export", "--format", "nquads", "--layer", "facts").out
    assert kg("check").code == 0
    assert "was read wrongly in one" in kg("show", "Cleo").out
    kg("undo")
    assert "Ben" in kg("ask", "met").out


def test_a_fact_that_others_support_stays_and_is_told_so(kg, filled):
    assert (
        "Ana indicted Ben: still a fact by other claims"
        in kg("reject", claim_of(kg, "one", "Ana indicted"), *AT).out
    )
    assert "Ana indicted Ben: no fact" in kg("reject", claim_of(kg, "two", "Ana indicted"), *AT).out


def test_a_doubt_is_noted(kg, filled):
    done = kg("unsure", "Ana", "Ben", *AT)
    assert "Ana may or may not be Ben" in done.out
    assert "will not offer this pair again" in done.err


def test_the_same_again_changes_nothing(kg, filled):
    kg("same", "Ana", "Ben", *AT)
    before = kg("export", "--format", "nquads").out
    again = kg("same", "Ben", "Ana", *AT)
    assert "was decided before" in again.err
    assert kg("export", "--format", "nquads").out == before


def test_who_judges_is_the_option_the_setting_or_the_login_name(kg, filled, monkeypatch):
    from kg.cli import judging

    monkeypatch.setenv("KG_USER", "Lu of the desk")
    kg("same", "Ana", "Ben", "--at", "2030-01-01")
    kg("same", "Ana", "Cleo", "--by", "Mo", "--at", "2030-01-02")
    assert [each["who"] for each in kg("judgements", "--json").json] == ["Lu of the desk", "Mo"]
    monkeypatch.delenv("KG_USER")
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    kg("same", "Ben", "Cleo", "--at", "2030-01-03")
    assert kg("judgements", "--json").json[-1]["who"] == "login"

    def nobody():
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert "say so with --by WHO" in kg("unsure", "Ben", "Cleo").err
    assert judging.one_line("a\ud800 b") == "a? b"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("same", "Ana", "Ana"), 2, "both are Ana"),
        (("same", "Ana", "ana", "Ben"), 2, "both are Ana"),
        (("same", "Ana"), 2, "name two entities or more"),
        (("same", "Ana", "Nobody"), 2, "no entity of this store is called 'Nobody'"),
        (("same", "Ana", "Ana@three"), 2, "no article of this store is called 'three'"),
        (("different", "Cleo@two", "Cleo"), 2, "article two does not speak of 'Cleo'"),
        (("retype", "Ana", "Robot"), 2, "'Robot' is no class of entities; there are Person, Organization"),
        (("reject", "abc"), 2, "'abc' is no claim"),
        (("reject", "abcdabcd"), 2, "the store has no claim 'abcdabcd'"),
        (("same", "Ana", "Ben", "--at", "soon"), 2, "'soon' is no date"),
        (("same", "Ana", "Ben", "--by", " "), 2, "say so with --by"),
        (("undo",), 1, "no judgement in this store"),
        (("judgements", "--json", "--export", "x"), 2, "exclude each other"),
        (("judgements", "--import", "nowhere.csv"), 1, "nowhere.csv cannot be read"),
        (("same", "Ana", "Ben", "--store", "elsewhere"), 3, "there is no store at elsewhere"),
        (("judgements", "--store", "elsewhere"), 3, "there is no store at elsewhere"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_nothing_is_written(kg, filled, arguments, code, message):
    before = kg("export", "--format", "nquads").out
    done = kg(*arguments)
    assert (done.code, done.out) == (code, "")
    assert message in done.err
    assert kg("export", "--format", "nquads").out == before


def test_judgements_go_out_to_a_file_and_into_another_store(kg, filled, articles, tmp_path):
    kg("retype", "Cleo", "Place", *AT)
    kg("unsure", "Ana", "Ben", *AT, "--why", 'said “so”, "twice"')
    kg("reject", claim_of(kg, "one", "Ben met with Cleo"), *AT)
    assert kg("judgements", "--export", tmp_path / "mine.csv").code == 0
    text = (tmp_path / "mine.csv").read_text(encoding="utf-8")
    assert kg("judgements", "--export", "-").out == text

    (tmp_path / "kg.toml").write_text('base = "https://graph.example.org/data/"\nstore = "other"\n')
    kg("populate", articles)
    assert "3 of 3 judgements are new" in kg("judgements", "--import", tmp_path / "mine.csv").out
    assert kg("ask", "met").out == ""
    assert kg("show", "Cleo", "--json").json["classes"] == ["Place"]
    assert kg("judgements", "--export", "-").out == text
    before = kg("export", "--format", "nquads").out
    assert "0 of 3 judgements are new" in kg("judgements", "--import", tmp_path / "mine.csv").out
    assert kg("export", "--format", "nquads").out == before


def test_a_bad_line_of_a_file_is_named_and_the_good_ones_are_read(kg, filled, tmp_path, monkeypatch):
    file = tmp_path / "mine.csv"
    header = "when,who,verdict,first,second"
    file.write_text(
        f"{header}\n2030-01-01,Mo,same,entity/ana,entity/ben\nsoon,Mo,same,entity/ana,entity/cleo\n"
    )
    done = kg("judgements", "--import", file)
    assert done.code == 1
    assert "1 of 1 judgements are new" in done.out
    assert f"skipped: {file}:3: 'soon' is no date" in done.err
    file.write_bytes(b"when\xff")
    assert "is not UTF-8 (byte 4)" in kg("judgements", "--import", file).err
    file.write_text("name,age\n")
    done = kg("judgements", "--import", file)
    assert (done.code, "the header lacks when, who" in done.err) == (1, True)


@pytest.fixture
def empty_server(oxigraph_server):
    """A server that holds nothing, and holds nothing afterwards."""
    from kg.store import RemoteStore

    store = RemoteStore(oxigraph_server)
    for graph in store.graphs():
        store.remove_graph(graph)
    yield oxigraph_server
    for graph in store.graphs():
        store.remove_graph(graph)


def test_a_server_judges_as_a_folder_does(kg, empty_server, articles):
    at = ("--store", empty_server)
    for place in ((), at):
        kg("populate", articles, *place)
        kg("same", "Ana", "Cleo", *AT, *place)
        kg("retype", "Ben", "Organization", "--by", "Lu", "--at", "2030-01-02", *place)
        kg("reject", claim_of(kg, "two", "Ana indicted Ben", *place), *AT, *place)
    assert len(kg("judgements", "--json", *at).json) == 3
    assert kg("export", "--format", "nquads", *at).out == kg("export", "--format", "nquads").out
    assert kg("judgements", *at).out == kg("judgements").out
    for place in ((), at):
        assert "undone: Ben is of the class Organization" in kg("undo", *place).out
    assert kg("export", "--format", "nquads", *at).out == kg("export", "--format", "nquads").out


def test_a_store_that_cannot_be_written_to_is_told(kg, filled):
    import os

    if os.geteuid() == 0:
        pytest.skip("the superuser may write anywhere")
    for path in [filled, *filled.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        done = kg("same", "Ana", "Ben", *AT)
    finally:
        for path in [filled, *filled.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert done.code == 3
    assert "cannot be" in done.err
