"""`kg link`, against a real server that holds a small register."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from linkable import linkable
from serving import Proxy, body, proxy_before, status, truncated

SKOS = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name ?item ?label WHERE {
  VALUES ?name { }
  ?item skos:altLabel ?name .
  OPTIONAL { ?item skos:altLabel ?label }
}
"""


@pytest.fixture
def proxy(register_url: str) -> Iterator[Proxy]:
    with proxy_before(register_url) as running:
        yield running


@pytest.fixture
def link(kg, proxy: Proxy):
    """`link("--json")` in a folder with a store of eight people and bodies to look for."""
    linkable(Path("kg-store")).close()
    return lambda *more, url=proxy.url: kg("link", "--register", url, "--rate", "1000", *more)


def test_a_table_says_what_was_decided_and_why_and_a_line_counts(link, kg) -> None:
    done = link()
    assert done.code == 0, done.err
    assert "Elena Torres (Q900000001)" in done.out
    assert "where the articles put it" in " ".join(done.out.split())
    assert done.out.splitlines()[-1] == "linked 4  not there 3  ambiguous 1  failed 0"
    assert kg("check").code == 0
    assert "wikidata.org/entity/Q900000001" in kg("show", "Elena Torres").out
    assert kg("ask", "identities", "Person", "--json").code == 0


def test_a_second_run_says_that_there_is_nobody_to_look_for(link, proxy: Proxy) -> None:
    link()
    asked = len(proxy.queries)
    done = link()
    assert done.code == 0
    assert "there is nobody to look for" in done.err
    assert len(proxy.queries) == asked


def test_names_are_looked_for_alone_and_come_as_json(link) -> None:
    done = link("elena torres", "--json")
    (decided,) = done.json["decided"]
    assert (decided["name"], decided["type"], decided["result"]) == ("Elena Torres", "Person", "Linked")
    assert decided["item"] == "http://www.wikidata.org/entity/Q900000001"
    assert decided["candidates"][0] == decided["item"]
    assert decided["confidence"] >= 0.7
    assert decided["reason"]


def test_a_name_of_nobody_is_told_with_what_is_near(link) -> None:
    done = link("Elena Torrez")
    assert done.code == 2
    assert "did you mean\n  Elena Torres" in done.err


def test_without_a_register_it_says_how_to_name_one_and_what_is_sent(kg) -> None:
    linkable(Path("kg-store")).close()
    done = kg("link")
    assert done.code == 2
    assert "give one with --register https://query.wikidata.org/sparql" in done.err
    assert "the names of your entities are sent there" in done.err


def test_the_register_can_be_a_setting(link, kg, proxy: Proxy) -> None:
    Path("kg.toml").write_text(f'register = "{proxy.url}"\ncontact = "desk@news.example"\ncache = "kept"\n')
    assert kg("link", "--limit", "2", "--rate", "1000").code == 0
    assert Path("kept", "registers.sqlite").is_file()
    assert "desk@news.example" in (proxy.agents[0] or "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--register", "ftp://x.example/"], "is no address of a SPARQL service"),
        (["--register", "https://"], "is no address of a SPARQL service"),
        (["--register", "https://[x/"], "is no address of a SPARQL service"),
        (["--register", "https://ana:pw@x.example/"], "set KG_LINK_USER and KG_LINK_PASSWORD instead"),
        (["--register", "https://x.example/", "--language", "English please"], "is no code of a language"),
        (["--register", "https://x.example/", "--offline", "--fresh"], "give one of them"),
        (["--register", "https://x.example/", "--rate", "0"], "--rate"),
        (["--register", "https://x.example/", "--query", "gone.rq"], "gone.rq"),
        (["--register", "https://x.example/", "--type", "Ship"], "Ship"),
    ],
)
def test_wrong_usage_is_told_before_anybody_is_asked(kg, arguments: list[str], message: str) -> None:
    linkable(Path("kg-store")).close()
    done = kg("link", *arguments)
    assert done.code == 2
    assert message in done.err


def test_a_register_that_cannot_be_reached_is_3_with_what_is_left(link, proxy: Proxy) -> None:
    proxy.faults = [status(429, Retry_After="3600")]
    done = link()
    assert done.code == 3
    assert "asks to be left alone for 60 minutes" in done.err
    assert "8 entities are left; the same command goes on with them" in done.err
    assert link().code == 0


def test_a_name_without_a_usable_answer_is_1_and_the_others_are_linked(
    link, proxy: Proxy, monkeypatch
) -> None:
    monkeypatch.setattr("kg.resolve.link.pace.FIRST_PAUSE", 0.001)
    proxy.breaks["Angela Merkel"] = truncated
    done = link()
    assert done.code == 1
    assert "no answer: Angela Merkel: " in done.err
    assert "breaks off" in done.err
    assert done.out.splitlines()[-1] == "linked 3  not there 3  ambiguous 1  failed 1"
    proxy.breaks.clear()
    assert link().out.splitlines()[-1] == "linked 1  not there 0  ambiguous 0  failed 0"


def test_offline_nothing_is_asked_and_what_is_not_kept_is_counted(link, proxy: Proxy) -> None:
    assert link("--limit", "1").code == 0
    asked = len(proxy.queries)
    done = link("--offline", "--again")
    assert done.code == 1
    assert "7 names were never asked for" in done.err
    assert len(proxy.queries) == asked


def test_fresh_asks_again_for_what_is_kept(link, proxy: Proxy) -> None:
    proxy.faults = [body('{"head":{"vars":["name","item"]},"results":{"bindings":[]}}')]
    assert "not there 1" in link("Elena Torres").out
    assert "not there 1" in link("Elena Torres").out, "what was answered is kept"
    assert "linked 1" in link("Elena Torres", "--fresh").out
    assert len(proxy.queries) == 2


def test_a_dry_run_says_that_nothing_was_written(link, kg) -> None:
    done = link("--dry-run")
    assert "nothing was written" in done.err
    assert "linked 4" in done.out
    assert "linked 4" in link().out


def test_only_a_class_and_at_most_so_many_are_looked_for(link) -> None:
    done = link("--type", "Organization", "--limit", "1", "--json")
    assert [each["name"] for each in done.json["decided"]] == ["Atlas Maritima"]


def test_another_query_asks_another_kind_of_register(link, proxy: Proxy) -> None:
    Path("skos.rq").write_text(SKOS)
    done = link("--query", "skos.rq", "Rui Falcão", "Angela Merkel", "--json")
    assert done.code == 0, done.err
    assert {each["name"]: each["result"] for each in done.json["decided"]} == {
        "Rui Falcão": "Nil",
        "Angela Merkel": "Nil",
    }
    assert "skos:altLabel ?name" in proxy.queries[0]
    Path("skos.rq").write_text("SELECT ?name { }")
    assert link("--query", "skos.rq").code == 2


def test_the_tutorials_commands_work(link, kg, proxy: Proxy, register_url: str, root: Path) -> None:
    servers = {"https://query.wikidata.org/sparql": proxy.url, "http://127.0.0.1:7878/query": register_url}
    text = (root / "docs" / "tutorial.md").read_text(encoding="utf-8")
    chapter = text[text.index("Who that is in the world") :]
    query = chapter.partition("```sparql title=our-people.rq\n")[2].partition("```")[0]
    Path("our-people.rq").write_text(query, encoding="utf-8")
    commands = [
        line for block in chapter.split("```sh\n")[1:] for line in block.partition("```")[0].splitlines()
    ]
    assert len(commands) == 6
    for command in commands:
        done = kg(*[servers.get(word, word) for word in shlex.split(command)[1:]])
        assert done.code == 0, done.err
        assert done.out
    assert "Rui Falcão (rui)" in done.out
    assert "of Portugal, where the articles put it" in " ".join(done.out.split())
    assert "people.example/rui" in kg("show", "Rui Falcão").out
